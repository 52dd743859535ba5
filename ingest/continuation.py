"""Rows that go on with the measure above them: cut by a page, by hand, or by merged cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.headings import Role
from ingest.lines import Line, own_text, shown_text

Verdict = Literal["yes", "no", "probably", "hardly"]  # the last two come with a question

FILLED = 0.8  # a column that at least this share of the numbered rows fill is one that every measure has
# The text cannot end here: a comma, a dash, an opened bracket, a preposition, a conjunction.
OPEN_END = re.compile(
    r"([,:(«–—-]|(?<!\w)(и|а|в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|или|также|не|их|№+|течение))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the rows of a plan are usually like."""

    numbered: bool
    always: frozenset[Role]  # columns that every measure fills
    small_letters: bool  # measures may begin with a small letter


def find_habits(lines: Sequence[Line]) -> Habits:
    """The habits of a plan, from its rows that have a number (from all, where none has)."""
    numbered = [line for line in lines if own_text(line, "number")]
    usual = numbered or list(lines)
    roles: tuple[Role, ...] = ("deadline", "responsible")
    share = {role: _share([shown_text(line, role) != "" for line in usual]) for role in roles}
    always = frozenset(role for role in roles if share[role] >= FILLED)
    small = _share([begins_small(own_text(line, "measure")) for line in usual])
    return Habits(len(numbered) * 2 > len(lines), always, small > 0.2)


def continues(last: Sequence[Line], line: Line, habits: Habits) -> Verdict:
    """Whether a row goes on with the measure above it, which is printed in the rows `last`.

    Unnumbered rows may also be measures (order 306, between 33 and 34). A row without a measure text never
    is; a row that begins with a capital and has all that a measure has is one, if what is above is complete.
    """
    if own_text(line, "number"):
        return "no"
    measure = own_text(line, "measure")
    if not measure:
        return "yes"
    lacks = any(not shown_text(line, role) for role in habits.always)
    if begins_small(measure) and not habits.small_letters:
        return _small(last, lacks)
    if not line.top or not habits.numbered:
        return "no"
    if lacks:
        return "yes" if reads_on(last) else "probably"
    return "probably" if ends_open(_end(last, "measure")) else "no"


def begins_small(text: str) -> bool:
    """True when the first letter is a small one (quotes and dashes before it are passed over)."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def ends_open(text: str) -> bool:
    """True when no text can end so: with a comma, a dash, a preposition."""
    return OPEN_END.search(text) is not None


def reads_on(lines: Sequence[Line]) -> bool:
    """True when a cell of the rows ends where no text can end."""
    roles: tuple[Role, ...] = ("measure", "deadline", "responsible")
    return any(ends_open(_end(lines, role)) for role in roles)


def _end(lines: Sequence[Line], role: Role) -> str:
    return next((text for line in reversed(lines) if (text := own_text(line, role))), "")


def _small(last: Sequence[Line], lacks: bool) -> Verdict:
    if lacks or ends_open(_end(last, "measure")):
        return "yes"
    return "hardly" if _end(last, "measure").endswith((".", "!", "?", ";")) else "probably"


def _share(facts: Sequence[bool]) -> float:
    return sum(facts) / len(facts) if facts else 0.0
