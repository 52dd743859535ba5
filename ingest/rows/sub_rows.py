"""Rows without numbers under a numbered row that only says what they are: «7 | Проведение совещаний: | | »."""

from collections.abc import Sequence
from itertools import takewhile

from ingest.columns.headings import Role
from ingest.columns.lines import Line, own_text, shown_text
from ingest.plans.sections import is_parent

FEWEST = 2  # one row may be the rest of the measure above it, cut off by hand
FILLED: tuple[Role, ...] = ("measure", "deadline", "responsible")


def find_sub_rows(lines: Sequence[object]) -> dict[int, range]:
    """The places of such rows in `lines`, by the place of the row above them.

    Each of them has a deadline and somebody responsible of its own; the row above has neither.
    """
    found: dict[int, range] = {}
    for at, line in enumerate(lines):
        if isinstance(line, Line) and is_parent(line) and not _shows_when_or_who(line):
            below = len(list(takewhile(_is_unnumbered, lines[at + 1 :])))
            rows = range(at + 1, at + 1 + below)
            if below >= FEWEST and all(_is_whole(lines[each]) for each in rows):
                found[at] = rows
    return found


def _is_unnumbered(line: object) -> bool:
    return isinstance(line, Line) and not own_text(line, "number")


def _is_whole(line: object) -> bool:
    return isinstance(line, Line) and all(own_text(line, role) for role in FILLED)


def _shows_when_or_who(line: Line) -> bool:
    return any(shown_text(line, role) for role in FILLED[1:])
