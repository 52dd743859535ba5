"""A row of a grid -> what it prints under each column of its plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.columns.header import Column
from ingest.columns.headings import Role
from ingest.merges import Span
from ingest.model import Box, Place

FRAMED: tuple[Role, ...] = ("measure", "deadline", "responsible")  # shown to the clerk in their frame


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row prints under one column."""

    column: Column
    text: str
    own: bool = True  # False: the cell was merged down from a row above
    reach: tuple[Role, ...] = ()  # roles of the columns that its widest cell spans, from left to right
    box: Box | None = None
    confidence: float | None = None
    new: tuple[str, ...] = ()  # the cells that the row itself prints under the column
    height: int = 1  # rows that its tallest cell takes
    carried: bool = False  # the text is that of a merged cell on the page before


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a measure table. `entries` has one entry for each column of the plan, in its order."""

    place: Place
    entries: tuple[Entry, ...]
    top: bool = False  # the first row on its page, or in a table that goes on, but for a repeated header


def read_line(spans: Sequence[Span], columns: Sequence[Column], place: Place, row: int, top: bool) -> Line:
    """The row's cells under the columns that they overlap most (`row` is 0-based).

    Header and data rows of one Word table may be cut at different grid columns, so a cell goes to the
    column with the largest common part: of equals to one that no other cell can belong to, then the measure, then
    the leftmost. A row of as many cells as there are columns has one for each, if each stands under some part of its
    own. Several cells under one column are joined.
    """
    parts: list[list[Span]] = [[] for _ in columns]
    apart = all(left.end <= right.start for left, right in pairwise(columns))  # of one merged cell they are not
    exact = {(column.start, column.end): at for at, column in enumerate(columns)} if apart else {}
    one_for_one = apart and len(spans) == len(columns) and all(map(_share, spans, columns))
    for number, span in enumerate(spans):
        at = number if one_for_one else exact.get((span.start, span.end))
        parts[_target(span, columns, spans) if at is None else at].append(span)
    entries = tuple(
        _only_entry(column, mine[0], row)
        if len(mine) == 1 and exact and _fills(mine[0], column)
        else _entry(column, mine, (column,) if one_for_one else columns, row)
        for column, mine in zip(columns, parts, strict=True)
    )
    boxes = tuple((e.column.role, e.box) for e in entries if e.box is not None and e.column.role in FRAMED)
    return Line(replace(place, boxes=boxes), entries, top)


def own_text(line: Line, role: Role) -> str:
    """What the row itself prints under the columns of a role, joined with a line break."""
    return "\n".join(e.text for e in line.entries if e.column.role == role and e.own and e.text)


def shown_text(line: Line, role: Role) -> str:
    """The same with the cells that are merged down from above."""
    return "\n".join(e.text for e in line.entries if e.column.role == role and e.text)


def own_entries(line: Line) -> tuple[Entry, ...]:
    """The entries that the row itself prints something in."""
    return tuple(entry for entry in line.entries if entry.own and entry.text)


def _target(span: Span, columns: Sequence[Column], row: Sequence[Span]) -> int:
    most = max(_overlap(span, column) for column in columns)
    equals = [at for at, column in enumerate(columns) if _overlap(span, column) == most]
    if len(equals) > 1 and most > 0:
        others = [other for other in row if other is not span]
        equals = [at for at in equals if not any(_share(other, columns[at]) for other in others)] or equals
    return max(equals, key=lambda at: (columns[at].role == "measure", -at))


def _reach(span: Span, columns: Sequence[Column]) -> tuple[Role, ...]:
    """A column counts when the cell stands over half of it: headers and rows may be cut a little apart."""
    return tuple(column.role for column in columns if 2 * _overlap(span, column) >= column.end - column.start)


def _overlap(span: Span, column: Column) -> int:
    return min(span.end, column.end) - max(span.start, column.start)


def _share(span: Span, column: Column) -> bool:
    return _overlap(span, column) > 0


def _fills(span: Span, column: Column) -> bool:
    return span.start == column.start and span.end == column.end


def _only_entry(column: Column, span: Span, row: int) -> Entry:
    """What `_entry` gives for the one cell that fills its column, as nearly all do."""
    cell, own = span.cell, span.row == row
    if not cell.text:
        return Entry(column, "", own, height=cell.rowspan)
    new = (cell.text,) if own else ()
    return Entry(column, cell.text, own, (column.role,), cell.box, cell.confidence, new, cell.rowspan)


def _entry(column: Column, spans: Sequence[Span], columns: Sequence[Column], row: int) -> Entry:
    printed = [span for span in spans if span.cell.text]
    height = max((span.cell.rowspan for span in spans), default=1)
    if not printed:
        return Entry(column, "", own=all(span.row == row for span in spans), height=height)
    reach = max((_reach(span, columns) for span in printed), key=len)
    text = "\n".join(span.cell.text for span in printed)
    sure = [span.cell.confidence for span in printed if span.cell.confidence is not None]
    new = tuple(span.cell.text for span in printed if span.row == row)
    return Entry(column, text, bool(new), reach, printed[0].cell.box, min(sure, default=None), new, height)
