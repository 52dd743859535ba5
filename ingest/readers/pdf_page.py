"""A page's paragraphs and grids from its tables and runs of text, whichever library found them."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from ingest.model import Box, Cell, Grid, Paragraph
from ingest.readers.pdf_cells import OUTSIDE, PageTable
from ingest.readers.pdf_text import Locate, Run
from ingest.readers.pdf_wrap import Line, join_lines, make_lines
from ingest.readers.spacing import tidy

_BLOCK_GAP = 1.8  # of a line's height, from baseline to baseline: a wider gap begins a new paragraph

Block = Paragraph | Grid


def locator(tables: list[PageTable]) -> Locate:
    """A function from a point to the number of its cell, counted through all tables of the page, or OUTSIDE."""
    firsts = list(accumulate((len(table.cells) for table in tables), initial=0))

    def locate(x: float, y: float) -> int:
        for table, first in zip(tables, firsts, strict=False):
            if table.frame.holds(x, y):
                cell = table.cell_at(x, y)
                return OUTSIDE if cell == OUTSIDE else first + cell
        return OUTSIDE

    return locate


def assemble(tables: list[PageTable], runs: list[Run], page: int) -> list[Block]:
    """The blocks of the page (1-based) from top to bottom. The runs' owners are numbers of `locator(tables)`."""
    owned: dict[int, list[Run]] = {}
    for run in runs:
        owned.setdefault(run.owner, []).append(run)
    blocks: list[tuple[float, Block]] = []
    first = 0
    for table in tables:
        blocks.append((table.rows[0], _grid(table, first, owned, page)))
        first += len(table.cells)
    tops = [table.rows[0] for table in tables]
    for lines in _paragraphs(make_lines(owned.get(OUTSIDE, [])), tops):
        blocks.append((lines[0].y, Paragraph(tidy("\n".join(line.text for line in lines)), page)))
    return [block for _, block in sorted(blocks, key=lambda item: item[0])]


def _paragraphs(lines: list[Line], tops: list[float]) -> Iterator[list[Line]]:
    """Lines that stand together: no wide gap and no table between them."""
    block: list[Line] = []
    for line in lines:
        if block and (
            line.y - block[-1].y > _BLOCK_GAP * min(line.size, block[-1].size)
            or any(block[-1].y < top < line.y for top in tops)
        ):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _grid(table: PageTable, first: int, owned: dict[int, list[Run]], page: int) -> Grid:
    """The table as a grid; squares of a ragged table that no cell has are empty cells."""
    rows = _visible(table.owners)
    columns = _visible(tuple(zip(*table.owners, strict=True)))
    grid: list[list[Cell | None]] = [
        [Cell("") if table.owners[row][column] == OUTSIDE else None for column in columns] for row in rows
    ]
    for index, cell in enumerate(table.cells):
        frame = cell.frame
        box = Box(page, *(round(edge, 1) for edge in (frame.left, frame.top, frame.right, frame.bottom)))
        lines = make_lines(owned.get(first + index, []))
        grid[rows.index(cell.row)][columns.index(cell.column)] = Cell(
            text=join_lines(lines, frame.left, frame.right),
            colspan=sum(cell.column <= column < cell.column + cell.colspan for column in columns),
            rowspan=sum(cell.row <= row < cell.row + cell.rowspan for row in rows),
            box=box,
        )
    return Grid(tuple(tuple(row) for row in grid), (page,) * len(grid))


def _visible(owners: tuple[tuple[int, ...], ...]) -> list[int]:
    """Rows in which something begins: a line drawn twice, or one that no cell has as its edge, makes none."""
    return [0, *(index for index, (above, row) in enumerate(pairwise(owners), 1) if above != row)]
