"""Tables of a page from its ruling lines: cells are connected unit squares of the grid that the lines make."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.errors import TooManyCells
from ingest.readers.pdf_bands import close_bands
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_lines import JOIN, group_lines, join_lines, meet, reach_doubles
from ingest.readers.pdf_lone_rows import Columns, lone_rows
from ingest.readers.pdf_nested import Squared, unnest
from ingest.readers.pdf_open_rows import IsPrinted, close_rows
from ingest.readers.pdf_rulings import Ruling, Rulings

RISES = 2.0  # points that text surely rises over its baseline, which may touch the line under it
_COVERED = 0.8  # of a unit square's side that a line must cover to part it from its neighbour
_MAX_SQUARES = 40_000  # of one table
_MAX_CROSSINGS = 400_000  # of one page, 0.3 s; the fullest plan has 300 lines by 20
_MOST_LONE = 300  # lines down in no table; a page of tables of one row each has some hundred, a drawing thousands

OUTSIDE = -1


class PageCell(NamedTuple):
    """A cell's place in the table's grid (0-based) and its frame on the page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    frame: Rect


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page. `owners` has for each unit square the index of its cell, or OUTSIDE."""

    columns: tuple[float, ...]  # edges from left to right
    rows: tuple[float, ...]  # edges from top to bottom
    cells: tuple[PageCell, ...]
    owners: tuple[tuple[int, ...], ...]
    is_regular: bool  # every cell is a rectangle

    @property
    def frame(self) -> Rect:
        return Rect(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def locator(self, rises: float = 0.0) -> Callable[[float, float], int]:
        """A function from a point to the index of the cell there, or OUTSIDE; `rises` points above the one given."""
        rows, columns = [edge + rises for edge in self.rows], self.columns
        beside = (OUTSIDE,) * (len(columns) + 1)  # so that no place that bisect finds is out of range
        owners = (beside, *((OUTSIDE, *line, OUTSIDE) for line in self.owners), beside)

        def locate(x: float, y: float) -> int:
            return owners[bisect_right(rows, y)][bisect_right(columns, x)]

        return locate


def find_tables(
    rulings: Rulings, is_printed: IsPrinted = lambda _: False, known: Sequence[Columns] = ()
) -> list[PageTable]:
    """The tables of a page from top to bottom. A frame around one cell is no table, nor is one inside a cell.

    `is_printed` tells whether letters stand in a rectangle of the page, `known` the columns of tables before it.
    Raises: TooManyCells.
    """
    horizontal = reach_doubles(join_lines(rulings.horizontal), rulings.vertical)
    closing, bridges = close_rows(horizontal, rulings.vertical, is_printed)
    horizontal += closing
    vertical = reach_doubles(join_lines(rulings.vertical + bridges), rulings.horizontal)
    if len(horizontal) * len(vertical) > _MAX_CROSSINGS:
        raise TooManyCells(f"{len(horizontal)} × {len(vertical)} lines", f"{len(horizontal)} × {len(vertical)} линий")
    vertical += close_bands(horizontal, vertical)
    horizontal = [line for line in horizontal if any(meet(line, other) for other in vertical)]
    groups = [(rows, columns) for rows, columns in group_lines(horizontal, vertical) if len(rows) + len(columns) > 3]
    tables = [table for rows, columns in groups if len((table := _table(rows, columns)).cells) > 1]
    used = {line for _, columns in groups for line in columns}
    lone = [line for line in vertical if line not in used]
    near = [*(table.columns for table in tables), *known]
    shapes = lone_rows(horizontal, lone, near) if 1 < len(lone) <= _MOST_LONE else ()
    tables += [_table(rows, columns) for rows, columns in shapes]
    outer = [table for table in tables if not any(_is_inside(table, other) for other in tables)]
    return sorted(outer, key=lambda table: (table.rows[0], table.columns[0]))


def _is_inside(table: PageTable, other: PageTable) -> bool:
    """Whether the table stands in a cell of the other: its text is that cell's."""
    if table is other:
        return False
    frame, locate = table.frame, other.locator()
    owner = locate(frame.left, frame.top)
    return owner != OUTSIDE and owner == locate(frame.right, frame.bottom)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _table(horizontal: list[Ruling], vertical: list[Ruling]) -> PageTable:
    horizontal = horizontal + _closing(vertical, horizontal)
    vertical = vertical + _closing(horizontal, vertical)
    rows = _edges(horizontal)
    columns = _edges(vertical)
    if len(rows) * len(columns) > _MAX_SQUARES:
        raise TooManyCells(f"{len(rows)} × {len(columns)} lines", f"{len(rows)} × {len(columns)} линий")
    owners = _own_squares(rows, columns, horizontal, vertical)
    table = _cut(rows, columns, owners)
    if table.is_regular:
        return table
    return _cut(*unnest(Squared(rows, columns, owners), OUTSIDE))


def _closing(lines: list[Ruling], across: list[Ruling]) -> list[Ruling]:
    """Lines that close what is open where two or more lines end together: a row cut by the page's end.

    They are as long as the lines across, or a table without an outer frame would stay open at its corners.
    """
    if not lines:
        return []
    first = min([line.at for line in lines] + [line.start for line in across])
    last = max([line.at for line in lines] + [line.end for line in across])
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    closing: list[Ruling] = []
    for outermost, stops in ((min(starts), starts), (max(ends), ends)):
        drawn = [line for line in across if abs(line.at - outermost) <= JOIN]
        if any(line.start <= first and line.end >= last for line in drawn):
            continue  # as in most tables
        reaching = sorted(line.at for line, stop in zip(lines, stops, strict=True) if abs(stop - outermost) <= JOIN)
        if len(reaching) > 1 and not drawn:
            closing.append(Ruling(outermost, first, last))
        elif len(reaching) > 1:  # Chromium closes no cell that goes on overleaf
            gaps = ((one, two) for one, two in pairwise(reaching) if not _is_covered(one, two, drawn))
            closing += [Ruling(drawn[0].at, one, two) for one, two in gaps]
    return closing


def _is_covered(start: float, end: float, lines: list[Ruling]) -> bool:
    return any(_covers(line, start, end) for line in lines)


def _edges(lines: list[Ruling]) -> list[float]:
    return sorted({line.at for line in lines})


def _own_squares(
    rows: list[float], columns: list[float], horizontal: list[Ruling], vertical: list[Ruling]
) -> list[list[int]]:
    """For each unit square the number of the group that it is connected with, or OUTSIDE."""
    height, width = len(rows) - 1, len(columns) - 1
    outside = height * width
    parent = list(range(outside + 1))

    def join(one: int, other: int) -> None:
        parent[_root(parent, one)] = _root(parent, other)

    for edge, column in _gaps(horizontal, rows, columns):
        below = edge * width + column
        join(below - width if edge else outside, below if edge < height else outside)
    for edge, row in _gaps(vertical, columns, rows):
        right = row * width + edge
        join(right - 1 if edge else outside, right if edge < width else outside)
    out = _root(parent, outside)
    roots = [_root(parent, square) for square in range(outside)]
    return [
        [OUTSIDE if root == out else root for root in roots[row * width : (row + 1) * width]] for row in range(height)
    ]


def _gaps(lines: list[Ruling], across: list[float], along: list[float]) -> Iterator[tuple[int, int]]:
    """(edge, square) for each side of a unit square that no line covers."""
    drawn: dict[float, list[Ruling]] = {at: [] for at in across}
    for line in lines:
        drawn[line.at].append(line)
    first, last = along[1] - _COVERED * (along[1] - along[0]), along[-2] + _COVERED * (along[-1] - along[-2])
    for edge, pieces in enumerate(drawn.values()):
        if pieces[0].start <= first and pieces[0].end >= last:
            continue  # as most lines go
        for square, (low, high) in enumerate(pairwise(along)):
            if not any(_covers(line, low, high) for line in pieces):
                yield edge, square


def _covers(line: Ruling, low: float, high: float) -> bool:
    return min(high, line.end) - max(low, line.start) >= _COVERED * (high - low)


def _cut(rows: list[float], columns: list[float], owners: list[list[int]], is_clipped: bool = False) -> PageTable:
    """The table with its cells in reading order."""
    squares: dict[int, list[tuple[int, int]]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            if owner != OUTSIDE:
                squares.setdefault(owner, []).append((row, column))
    number = {OUTSIDE: OUTSIDE} | {owner: index for index, owner in enumerate(squares)}
    cells = [_cell(places, rows, columns) for places in squares.values()]
    return PageTable(
        columns=tuple(columns),
        rows=tuple(rows),
        cells=tuple(cells),
        owners=tuple(tuple([number[owner] for owner in line]) for line in owners),
        is_regular=not is_clipped
        and sum([cell.rowspan * cell.colspan for cell in cells]) == sum(map(len, squares.values())),
    )


def _cell(places: list[tuple[int, int]], rows: list[float], columns: list[float]) -> PageCell:
    if len(places) == 1:  # as most cells are
        ((row, column),) = places
        return PageCell(row, column, 1, 1, Rect(columns[column], rows[row], columns[column + 1], rows[row + 1]))
    top, bottom = places[0][0], places[-1][0] + 1  # the places come row by row
    if len(places) == bottom - top:
        left, right = places[0][1], places[0][1] + 1
    else:
        left, right = min(column for _, column in places), max(column for _, column in places) + 1
    frame = Rect(columns[left], rows[top], columns[right], rows[bottom])
    return PageCell(top, left, bottom - top, right - left, frame)
