"""A rectangle of cells from a Word table's rows."""

from itertools import takewhile

from ingest.model import Cell, Grid
from ingest.readers.docx_columns import Span, Spans, place_cells
from ingest.readers.docx_tables import FileRow

_EMPTY = Cell("")

_Owner = tuple[int, int]  # row, first column of the cell that a place belongs to


def build_grid(rows: list[FileRow], texts: list[list[str]], widths: list[int]) -> Grid:
    """The grid: `texts` has a text for each cell of each row, `widths` the grid columns' in twips.

    Places left out in front of or behind a row are empty cells. `rows` must not be empty.
    """
    spans, total = place_cells(rows, widths)
    heights = _count_heights(rows, spans) if any(row.continued for row in rows) else None
    grid: list[tuple[Cell | None, ...]] = []
    for index, (placed, row_texts) in enumerate(zip(spans, texts, strict=True)):
        if heights is None and len(placed) == total:  # no cell is merged with another: most rows of most tables
            grid.append(tuple(map(Cell, row_texts)))
            continue
        line: list[Cell | None] = [_EMPTY] * total
        for (start, end), text in zip(placed, row_texts, strict=True):
            line[start:end] = [None] * (end - start)
            if heights is None:
                line[start] = Cell(text, end - start)
            elif (index, start) in heights:
                line[start] = Cell(text, end - start, heights[index, start])
        grid.append(tuple(line))
    return Grid(tuple(grid), (None,) * len(grid), _header_rows(rows))


def _count_heights(rows: list[FileRow], spans: list[Spans]) -> dict[_Owner, int]:
    """How many rows each cell is high. A continuation without a cell of its width above stands for itself."""
    heights: dict[_Owner, int] = {}
    above: dict[Span, _Owner] = {}
    for index, (row, placed) in enumerate(zip(rows, spans, strict=True)):
        owners: dict[Span, _Owner] = {}
        for place, span in enumerate(placed):
            owner = above.get(span) if place in row.continued else None
            owners[span] = owner if owner is not None else (index, span[0])
            heights[owners[span]] = heights.get(owners[span], 0) + 1
        above = owners
    return heights


def _header_rows(rows: list[FileRow]) -> frozenset[int]:
    """Rows repeated on each page: Word repeats only those that stand first, and never a whole table."""
    count = len(list(takewhile(lambda row: row.is_header, rows)))
    return frozenset(range(count)) if count < len(rows) else frozenset()
