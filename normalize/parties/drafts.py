"""What reading a cell gives: draft parties with spans, and what is not sure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from normalize.fold import fold
from normalize.parties.units import Target
from normalize.people.spans import PersonName

SHARED = "shared title"  # the rule of names with a plural title behind them: theirs, or of others beside them
OF_SET = "members of a set"  # what `read_by` says of those whom a person named in the place of «школ-лидеров»
SHARED_BEFORE = "shared title before names"  # … of names behind it: nobody else's


@dataclass(frozen=True, slots=True)
class Draft:
    """A party before names are resolved. `target` is the school or organization that it is or belongs to."""

    start: int
    end: int  # exclusive
    kind: Literal["person", "school", "organization", "group"]
    person: PersonName | None
    role: str | None
    target: Target | None
    rule: str
    score: float
    other_roles: tuple[tuple[str, Target | None], ...] = ()
    plural: bool = False  # its printed title is a plural
    short: bool = False  # the abbreviated head of one of many, or of all: «рук. ГМО»
    of_group: bool = False  # an office in the group that is named before: «Оргкомитет (председатель – Вязова А.К.)»
    nominative: bool = False  # of people in a measure's text: so does the name stand
    read_by: str = ""  # the rule that read the cell, where `rule` says how the organization was settled


def placed_by(draft: Draft, rule: str, target: Target | None, score: float | None = None) -> Draft:
    """The draft at a place that another rule than the cell's settled; which one read the cell is kept."""
    score = draft.score if score is None else score
    return replace(draft, target=target, rule=rule, score=score, read_by=draft.read_by or draft.rule)


def targets_of(draft: Draft) -> list[Target]:
    """All schools and organizations that a draft points at, those of its further titles included."""
    return [target for target in (draft.target, *(target for _, target in draft.other_roles)) if target is not None]


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """What the rules are not sure of in a cell, with the span in question."""

    kind: str
    text: str  # Russian
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CellReading:
    drafts: tuple[Draft, ...]
    doubts: tuple[CellDoubt, ...]


def doubt_key(doubt: CellDoubt, text: str) -> str:
    """The question's key of a cell's doubt: its kind and the words in question, wherever they stand."""
    return f"{doubt.kind}|{fold(text[doubt.start : doubt.end])}"


def are_apart_from_title(inside: Sequence[Draft]) -> bool:
    """Whether these are names without a title, and behind them a plural one that was read as a party of its own."""
    *names, last = inside or (None,)
    group = last is not None and last.kind == "group" and last.role is not None
    return group and bool(names) and all(one is not None and one.person and one.role is None for one in names)
