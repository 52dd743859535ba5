"""Tables inside a cell whose lines touch those of the table around it, as LibreOffice draws them.

The cell is then no rectangle: it goes around the inner table as a narrow strip. A plan in a frame is taken out of
it; a small table in a measure is part of that measure's text.
"""

from collections.abc import Sequence
from typing import NamedTuple

_STRIP = 12.0  # points at most from a cell's side to the table inside; the narrowest column is wider
_WHOLE = 0.9  # of the width of everything that a frame must have

Squares = list[list[int]]  # for each unit square the number of its cell


class _Area(NamedTuple):
    """Unit squares, the ends exclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Squared(NamedTuple):
    """The edges of a table and who has its unit squares."""

    rows: list[float]
    columns: list[float]
    owners: Squares
    is_clipped: bool = False  # a table inside a cell reaches that cell's right side, where its text may be cut off


def unnest(table: Squared, outside: int) -> Squared:
    """The table without a frame around it, and with the tables inside its cells made part of those cells."""
    areas = _areas(table.owners, outside)
    for cell in sorted(areas, key=lambda cell: _size(areas[cell]), reverse=True):
        inner = _inside(table, areas, cell)
        if not inner:
            continue
        others = len(areas) - len(inner) - 1
        span = table.columns[areas[cell].right] - table.columns[areas[cell].left]
        if span >= _WHOLE * (table.columns[-1] - table.columns[0]) and others < len(inner):
            return unnest(_cropped(table, _around([areas[each] for each in inner]), inner, outside), outside)
        taken = [[cell if owner in inner else owner for owner in row] for row in table.owners]
        clipped = _around([areas[each] for each in inner]).right == areas[cell].right
        return unnest(table._replace(owners=taken, is_clipped=table.is_clipped or clipped), outside)
    return table


def _areas(owners: Squares, outside: int) -> dict[int, _Area]:
    places: dict[int, list[tuple[int, int]]] = {}
    for at, row in enumerate(owners):
        for column, owner in enumerate(row):
            if owner != outside:
                places.setdefault(owner, []).append((at, column))
    return {
        owner: _around([_Area(row, column, row + 1, column + 1) for row, column in squares])
        for owner, squares in places.items()
    }


def _around(areas: Sequence[_Area]) -> _Area:
    return _Area(
        min(area.top for area in areas),
        min(area.left for area in areas),
        max(area.bottom for area in areas),
        max(area.right for area in areas),
    )


def _size(area: _Area) -> int:
    return (area.bottom - area.top) * (area.right - area.left)


def _inside(table: Squared, areas: dict[int, _Area], cell: int) -> frozenset[int]:
    """The cells that the cell goes around, at most a strip away from its sides."""
    whole = areas[cell]
    inner = {owner for row in table.owners[whole.top : whole.bottom] for owner in row[whole.left : whole.right]}
    inner = {owner for owner in inner if owner in areas and owner != cell}
    if len(inner) < 2 or any(_around([whole, areas[owner]]) != whole for owner in inner):
        return frozenset()
    core = _around([areas[owner] for owner in inner])
    strips = (
        table.columns[core.left] - table.columns[whole.left],
        table.columns[whole.right] - table.columns[core.right],
    )
    return frozenset(inner) if 0 < max(strips) <= _STRIP else frozenset()


def _cropped(table: Squared, area: _Area, inner: frozenset[int], outside: int) -> Squared:
    rows = table.owners[area.top : area.bottom]
    return Squared(
        table.rows[area.top : area.bottom + 1],
        table.columns[area.left : area.right + 1],
        [[owner if owner in inner else outside for owner in row[area.left : area.right]] for row in rows],
        table.is_clipped,
    )
