"""A rectangle of cells from rows whose cells say how many columns and rows they take (HTML)."""

from dataclasses import dataclass

from ingest.errors import TooWide
from ingest.model import Cell, Grid

MAX_COLUMNS = 63  # as in Word; a page of the web may say colspan="1000" for «all»


@dataclass(frozen=True, slots=True)
class SpannedCell:
    text: str
    colspan: int
    rowspan: int


def build_grid(rows: list[list[SpannedCell]], header: int) -> Grid:
    """The grid; its first `header` rows are marked as repeated. Places that no cell takes are empty cells.

    A span beyond the table's last row ends there. Raises: TooWide.
    """
    places: dict[tuple[int, int], Cell | None] = {}
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while (index, column) in places:
                column += 1
            _place(places, index, column, cell, len(rows))
            column += cell.colspan
    width = max(column for _, column in places) + 1
    grid = tuple(tuple(places.get((row, column), Cell("")) for column in range(width)) for row in range(len(rows)))
    return Grid(grid, (None,) * len(grid), frozenset(range(header)))


def _place(places: dict[tuple[int, int], Cell | None], row: int, column: int, cell: SpannedCell, height: int) -> None:
    if column + cell.colspan > MAX_COLUMNS:
        raise TooWide(f"{column + cell.colspan}")
    rowspan = min(cell.rowspan, height - row)
    for below in range(row, row + rowspan):
        for beside in range(column, column + cell.colspan):
            places.setdefault((below, beside), None)
    places[row, column] = Cell(cell.text, cell.colspan, rowspan)
