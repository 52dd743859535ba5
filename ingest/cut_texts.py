"""Texts of cells merged downwards that a page cut in their midst: whole for all rows that such a cell stands beside."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.carry import CARRIED
from ingest.joints import join_parts
from ingest.lines import Entry, Line


class Place(NamedTuple):
    """Where a text stands, 0-based."""

    measure: int
    line: int  # of the measure
    column: int


def find_whole_texts(measures: Sequence[Sequence[Line]]) -> dict[Place, tuple[str, int]]:
    """(The whole text, the measure that the page cut) for each row above and below it that shows a part of its cell.

    «до 1 декабря», overleaf «2020 года» merged over three rows more: the page cut the first of four rows, and each of
    them has «до 1 декабря 2020 года». The cut row itself has both parts already.
    """
    found: dict[Place, tuple[str, int]] = {}
    for at, lines in enumerate(measures):
        for cut in (n for n in range(1, len(lines)) if lines[n].top):
            for column, (upper, lower) in enumerate(zip(lines[cut - 1].entries, lines[cut].entries, strict=False)):
                if lower.column.role in CARRIED and lower.own and lower.text and upper.text:
                    whole = join_parts(upper.text, lower.text, cut=True), at
                    found |= dict.fromkeys(_above(measures, at, column, upper.text), whole)
                    found |= dict.fromkeys(_below(measures, at, column, lower.text), whole)
    return found


def complete_texts(lines: Sequence[Line], measure: int, whole: dict[Place, tuple[str, int]]) -> tuple[Line, ...]:
    """The lines of a measure with their whole texts."""
    if not any(place.measure == measure for place in whole):
        return tuple(lines)
    completed = []
    for n, line in enumerate(lines):
        texts = (whole.get(Place(measure, n, at), (entry.text, 0))[0] for at, entry in enumerate(line.entries))
        entries = tuple(replace(entry, text=text) for entry, text in zip(line.entries, texts, strict=True))
        completed.append(replace(line, entries=entries))
    return tuple(completed)


def _above(measures: Sequence[Sequence[Line]], at: int, column: int, text: str) -> Iterator[Place]:
    """The rows before the measure, up to the one in which the cell begins that its first row shows."""
    below = _entry(measures[at][0], column)
    for measure in range(at - 1, -1, -1):
        for n in range(len(measures[measure]) - 1, -1, -1):
            entry = _entry(measures[measure][n], column)
            if below is None or below.own or entry is None or entry.text != text:
                return
            below = entry
            yield Place(measure, n, column)


def _below(measures: Sequence[Sequence[Line]], at: int, column: int, text: str) -> Iterator[Place]:
    """The rows behind the measure that show the cell which it begins overleaf."""
    for measure in range(at + 1, len(measures)):
        for n, line in enumerate(measures[measure]):
            entry = _entry(line, column)
            if entry is None or entry.own or entry.text != text:
                return
            yield Place(measure, n, column)


def _entry(line: Line, column: int) -> Entry | None:
    return line.entries[column] if column < len(line.entries) else None
