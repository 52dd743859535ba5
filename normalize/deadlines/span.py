"""What a rule of deadline cells answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from normalize.deadlines.points import Context

ASKED = "asked"  # the kind of a part that gives no deadline, only a question


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a deadline cell needs a person. `kind` is the question's kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the cell as a rule reads it."""

    start: int
    end: int
    kind: str  # by, period, recurring, ongoing, asked
    first: date | None = None
    last: date | None = None
    rrule: str | None = None
    inferred: bool = False
    rule: str = ""
    doubt: Doubt | None = None


Rule = Callable[[re.Match[str], Context], list[Span]]


def span_of(
    match: re.Match[str],
    kind: str,
    first: date | None = None,
    last: date | None = None,
    *,
    rrule: str | None = None,
    inferred: bool = False,
    doubt: Doubt | None = None,
) -> Span:
    """The whole match, read."""
    return Span(match.start(), match.end(), kind, first, last, rrule, inferred, "", doubt)


def text_doubt(match: re.Match[str], question: str) -> Doubt:
    """««3 квартал»: какого года?»."""
    return Doubt("deadline_text", f"«{match.group().strip()}»{question}")


def asked(match: re.Match[str], question: str = ": какие это даты?") -> list[Span]:
    """No deadline, only a question."""
    return [span_of(match, ASKED, inferred=True, doubt=text_doubt(match, question))]


def undated(match: re.Match[str], kind: str) -> list[Span]:
    """Nothing printed says the year."""
    doubt = Doubt("unknown_year", f"К какому году относится срок «{match.group().strip()}»?")
    return [span_of(match, kind, inferred=True, doubt=doubt)]
