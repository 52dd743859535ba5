"""Which cell of a grid stands at a position, merged cells taken into account."""

from dataclasses import dataclass

from ingest.model import Cell, Grid


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as one row sees it. Rows and columns are 0-based, `end` is exclusive."""

    row: int  # where the cell begins: above the row that sees it, if it is merged downwards
    start: int
    end: int
    cell: Cell


def row_spans(grid: Grid) -> tuple[tuple[Span, ...], ...]:
    """For each row the cells that it shows, from left to right, each once.

    A position that is None without a cell that covers it shows nothing.
    """
    seen: list[list[Span | None]] = [[None] * len(row) for row in grid.rows]
    for at, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                _cover(seen, grid, Span(at, column, min(column + cell.colspan, len(row)), cell))
    return tuple(_distinct(row) for row in seen)


def _cover(seen: list[list[Span | None]], grid: Grid, span: Span) -> None:
    for row in range(span.row, min(span.row + span.cell.rowspan, len(seen))):
        for column in range(span.start, span.end):
            if (row, column) == (span.row, span.start) or grid.rows[row][column] is None:
                seen[row][column] = span


def _distinct(row: list[Span | None]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for span in row if span is not None))
