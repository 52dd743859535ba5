"""Whether rows go on with the tables right before them that are no plan: a list to sign, a budget, a commission."""

import re
from collections.abc import Sequence

from ingest.columns.contents import are_people, content_of
from ingest.columns.fit import fit_columns
from ingest.columns.headings import fold_heading, heading_role
from ingest.columns.lines import Line, own_text
from ingest.plans.follow import FILLED, Tail, counts_on, first_number, is_signature, looks_signed, read_lines
from ingest.plans.segments import Segment

WORDS_IN_NAME = 8  # of a column: a longer cell is a sentence
NAME = re.compile(r"\D|20\d\d\b")  # «2020 год, тыс. руб.» too
SAME = 3.0  # points by which the left side of a column may differ from page to page
COMPARED = 2  # columns at least


def goes_on_with(apart: Sequence[Segment], segment: Segment, texts: Sequence[str], tail: Tail) -> bool:
    """True for rows right behind the tables `apart`, the first of which has a header: it says whose rows they are.

    They have no header, stand under no text, and would fit the plan that ended before, `tail`: it has as many columns.
    They are the plan's where their columns stand as its own do, or their numbers go on with it, and not with `apart`.
    """
    columns = fit_columns(tail.columns, _width(segment))
    if columns is None or not apart or segment.header is not None or texts:
        return False
    if _width(apart[-1]) != _width(segment) or not is_headed(apart[0]):
        return False
    lines, theirs = (read_lines(each, columns, goes_on=True) for each in (segment, apart[-1]))
    placed = tail.end is not None and _stand_alike(lines, [tail.end]) is True and _stand_alike(lines, theirs) is False
    counted = counts_on(tail, lines) and not counts_on(Tail(columns, first_number(theirs[::-1]), None), lines)
    return not placed and not counted


def may_be_plans(apart: Sequence[Segment], segment: Segment, tail: Tail) -> bool:
    """True for rows behind `apart` that have deadlines and people where the plan has them, as `apart` has not."""
    columns = fit_columns(tail.columns, _width(segment)) or ()
    mine, theirs = (read_lines(each, columns, goes_on=True) for each in (segment, apart[-1]))
    return _is_filled(mine) and not _is_filled(theirs)


def _is_filled(lines: Sequence[Line]) -> bool:
    return all(content_of([own_text(line, role) for line in lines]) == role for role in FILLED)


def is_headed(segment: Segment) -> bool:
    """True for rows under the names of their columns: «№ | ФИО | Дата | Подпись», «Класс | Предмет | Кабинет»."""
    printed = ([span.cell.text for span in row] for row in segment.rows[segment.start : segment.end])
    texts = next((row for row in printed if sum(map(bool, row)) > 1), [])
    if not texts or is_signature(segment) or looks_signed(segment):
        return False
    named = all(text and NAME.match(text) and len(fold_heading(text)) <= WORDS_IN_NAME for text in texts)
    return heading_role(texts[0]) == "number" or (named and not are_people(texts))


def _width(segment: Segment) -> int:
    return len(segment.grid.rows[0])


def _stand_alike(lines: Sequence[Line], others: Sequence[Line]) -> bool | None:
    """Whether the columns begin at the same places on the page; None where too few places are known."""
    mine, theirs = _lefts(lines), _lefts(others)
    both = mine.keys() & theirs.keys()
    return all(abs(mine[at] - theirs[at]) <= SAME for at in both) if len(both) >= COMPARED else None


def _lefts(lines: Sequence[Line]) -> dict[int, float]:
    """Where each column begins, as far as its cells print something."""
    return {at: entry.box.left for line in lines for at, entry in enumerate(line.entries) if entry.box is not None}
