"""The titles in force over a row, and the levels that they have."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.model import RawDoubt
from ingest.month_titles import is_span_of_months
from ingest.titles import title_mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A title with what is known of it."""

    text: str
    doubt: RawDoubt | None = None  # it may be no title
    order: tuple[int, ...] | None = None  # its number, where those below it have a level more
    parent: bool = False  # printed in the cells of a measure: «1 | Кадры | | »


Nesting = frozenset[tuple[str, str]]  # marks of titles of which the second stood right under the first


def push_heading(
    stack: Sequence[Heading],
    new: Heading,
    follows_title: bool,
    nested: Nesting = frozenset(),
    repeated: frozenset[str] = frozenset(),
) -> tuple[Heading, ...]:
    """The titles in force after a new one, outermost first.

    A title right under another one is its part. A later title is of the level that is marked as it is; one
    that is marked like none of them opens a new section, but where the plan has `nested` such titles before: «1. Дети»
    over «Май», then «2. Семья», a measure and «Май». Of titles without marks one that is printed more than once, in
    the plan's `repeated`, is a part of what was parted before. A doubtful title ends no other that is sure, and a
    numbered parent row only other parents.
    """
    if follows_title and (new.doubt is not None or new.parent):
        return (*_around(stack, new), new)
    firm = tuple(each for each in stack if each.doubt is None)
    if new.doubt is not None:
        return (*firm, new)
    if new.parent and any(not each.parent for each in firm):
        return (*_around(firm, new), new)
    kept = tuple(stack) if follows_title else firm
    marks = [_mark(each.text) for each in kept]
    mark = _mark(new.text)
    if mark == "plain" and not follows_title and _is_sub_title(new, kept, repeated):
        return (*kept[: marks.index(mark) + 1], new)
    if mark in marks and not (follows_title and mark == "plain"):
        return (*kept[: marks.index(mark)], new)
    if follows_title:
        return (*kept, new)
    outer = [at for at, each in enumerate(marks) if (each, mark) in nested and (mark, each) not in nested]
    return (*kept[: outer[-1] + 1], new) if outer else (new,)


def _is_sub_title(new: Heading, stack: Sequence[Heading], repeated: frozenset[str]) -> bool:
    """Whether a title without a mark stands beside the last one in force, and not beside the one that that is in.

    «Кадры» over «Учителя», measures, «Родители», measures, then «Финансы» over «Учителя» and «Родители» again.
    """
    plain = [each.text for each in stack if _mark(each.text) == "plain"]
    return len(plain) > 1 and new.text in repeated and plain[0] not in repeated


def nesting_of(stack: Sequence[Heading]) -> Nesting:
    """The marks of sure titles that stand in each other, pair by pair."""
    marks = [_mark(each.text) for each in stack if each.doubt is None]
    return frozenset(pairwise(marks))


def _mark(title: str) -> str:
    """How titles of one level are marked alike: by their numbers, or as times."""
    return "month" if is_span_of_months(title) else title_mark(title)


def headings_over(stack: Sequence[Heading], number: tuple[int, ...] | None) -> tuple[Heading, ...]:
    """The titles over a measure: «2» stands no longer under «1 Кадры», whose measures are «1.1» and «1.2»."""
    for at, heading in enumerate(stack):
        if number is not None and heading.order is not None and number[: len(heading.order)] != heading.order:
            return tuple(stack[:at])
    return tuple(stack)


def _around(stack: Sequence[Heading], new: Heading) -> tuple[Heading, ...]:
    """The titles that hold on over a new parent row: no parent that its number is not in."""
    order = new.order or ()
    return tuple(
        each for each in stack if not (new.parent and each.parent and order[: len(each.order or ())] != each.order)
    )
