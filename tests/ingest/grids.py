"""Grids drawn as text: a row a line, cells parted by "|"; "<" and "^" are merged with the cell to the left or above,
"⏎" is a line break in a cell."""

from ingest.model import Cell, Document, Grid, Paragraph, RawOrder
from ingest.order import order_from_document


def grid(drawing: str, page: int | None = None) -> Grid:
    """The grid of a drawing, all on one page."""
    rows = [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in drawing.strip().split("\n")]
    cells = tuple(tuple(cell_at(rows, at, column) for column in range(len(row))) for at, row in enumerate(rows))
    return Grid(cells, (page,) * len(cells))


def cell_at(rows: list[list[str]], at: int, column: int) -> Cell | None:
    text = rows[at][column]
    if text in ("<", "^"):
        return None
    colspan, rowspan = 1, 1
    while column + colspan < len(rows[at]) and rows[at][column + colspan] == "<":
        colspan += 1
    while at + rowspan < len(rows) and rows[at + rowspan][column] == "^":
        rowspan += 1
    return Cell(text, colspan, rowspan)


def document(*blocks: Grid | str) -> Document:
    """A document of grids and paragraphs."""
    return Document("docx", tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks))


def order(*blocks: Grid | str) -> RawOrder:
    """The order in a document of grids and paragraphs."""
    return order_from_document(document(*blocks), "план.docx", "0" * 64)
