"""Rows of a table that has lines down it and none across: a producer draws the lines down each row in pieces."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_rulings import Ruling

IsPrinted = Callable[[Rect], bool]  # whether letters stand in a rectangle of the page

_SAME = 1.0  # points by which the pieces of one row may differ
_OVERLAP = 3.0  # points by which a row's pieces may go into the next row: a stroked line is longer by its thickness
_NEAR = 3.0  # points: a line across that is nearer to a row's end closes it
_LEAST_LINES = 4  # down a row: a table of three columns
_LEAST_HEIGHT = 8.0  # points of a row: the dashes of a broken line are shorter
_WIDEST_GAP = 12.5  # points between two rows
_LEAST_PRINT = 6.0  # points of a gap in which a line of print may stand
_FIRST_COLUMN = 300.0  # points: the widest that stands left of the first of a table's inner lines


class _Row(NamedTuple):
    top: float
    bottom: float
    edges: tuple[float, ...]


def close_rows(
    across: Sequence[Ruling], along: Sequence[Ruling], is_printed: IsPrinted
) -> tuple[list[Ruling], list[Ruling]]:
    """(Lines across between the rows that only pieces of lines down them part, lines down over the gaps there).

    `along` are the lines as drawn, not joined. A gap in which a title is printed parts two tables of inner lines only.
    """
    closing: list[Ruling] = []
    bridges: list[Ruling] = []
    for row, below in pairwise(sorted(_rows(along))) if len(along) >= 2 * _LEAST_LINES else ():
        common = _common(row, below)
        if not common or not -_OVERLAP <= below.top - row.bottom <= _WIDEST_GAP:
            continue
        ends = [_is_drawn(at, row, across) for at in (row.bottom, below.top)]
        if all(ends) or _is_filled(row, below, is_printed):
            continue
        bridges += [Ruling(edge, row.bottom, below.top) for edge in common]
        if not any(ends):
            closing.append(Ruling((row.bottom + below.top) / 2, row.edges[0], row.edges[-1]))
    return closing, bridges


def _rows(along: Sequence[Ruling]) -> Iterator[_Row]:
    """Pieces that begin and end together."""
    group: list[Ruling] = []
    for line in sorted(along, key=lambda line: (round(line.start), line.end)):
        if group and not (abs(line.start - group[0].start) <= _SAME and abs(line.end - group[0].end) <= _SAME):
            yield from _row(group)
            group = []
        group.append(line)
    yield from _row(group)


def _row(group: Sequence[Ruling]) -> Iterator[_Row]:
    if len(group) > 1 and group[0].end - group[0].start >= _LEAST_HEIGHT:
        yield _Row(group[0].start, group[0].end, tuple(sorted({line.at for line in group})))


def _common(row: _Row, below: _Row) -> list[float]:
    """The lines down both rows, where one has all of the other's and both are as wide; else none."""
    fewer, more = sorted((row.edges, below.edges), key=len)
    common = [edge for edge in fewer if any(abs(edge - other) <= _SAME for other in more)]
    is_wide = abs(fewer[0] - more[0]) <= _SAME and abs(fewer[-1] - more[-1]) <= _SAME
    return common if is_wide and len(common) == len(fewer) and len(more) >= _LEAST_LINES else []


def _is_filled(row: _Row, below: _Row, is_printed: IsPrinted) -> bool:
    """Whether a line of print stands in the gap between the rows; what hangs over its edges is the rows' own.

    A short title may stand left of the first line down.
    """
    edge = (below.top - row.bottom) / 4
    gap = Rect(row.edges[0] - _FIRST_COLUMN, row.bottom + edge, row.edges[-1], below.top - edge)
    return below.top - row.bottom >= _LEAST_PRINT and is_printed(gap)


def _is_drawn(at: float, row: _Row, across: Sequence[Ruling]) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start < row.edges[-1] and line.end > row.edges[0] for line in across)
