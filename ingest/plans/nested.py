"""Tables inside cells: parts of a measure, or the page's layout with the plan in it.

Readers give the outer table, with the text of the inner ones in its cell, and then each inner table as a grid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.columns.columns import find_header
from ingest.merges import row_spans
from ingest.model import Document, Grid, Paragraph
from ingest.readers.spacing import flatten, tidy

Block = Paragraph | Grid


def unfold_layouts(document: Document) -> Document:
    """The document with the tables that only lay out a page taken apart: paragraphs and inner tables, cell by cell.

    A table lays out a page when it has no header of a plan and a table inside it has: a web page with its menu,
    a frame around the whole text.
    """
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        inner = _inner(document.blocks, at)
        if isinstance(block, Grid) and not _is_plan(block) and any(map(_is_plan, inner)):
            blocks += _taken_apart(block, inner)
            at += 1 + len(inner)
        else:
            blocks.append(block)
            at += 1
    if tuple(blocks) == document.blocks:
        return document
    return unfold_layouts(replace(document, blocks=tuple(blocks)))


def inner_tables(document: Document) -> frozenset[int]:
    """The tables (1-based among all) whose text is that of a cell in the table before them."""
    numbers = [at for at, block in enumerate(document.blocks) if isinstance(block, Grid)]
    return frozenset(
        numbers.index(inner) + 1
        for outer in numbers
        for inner in range(outer + 1, outer + 1 + len(_inner(document.blocks, outer)))
    )


def _inner(blocks: Sequence[Block], at: int) -> list[Grid]:
    """The grids right after the one at `at` whose text stands in its cells. A format with pages has none in cells."""
    outer = blocks[at]
    rows = outer.rows if isinstance(outer, Grid) and outer.pages[0] is None else ()
    cells = [cell.text for row in rows for cell in row if cell is not None]
    found: list[Grid] = []
    for block in blocks[at + 1 :] if any("\n" in text or " " in text for text in cells) else ():
        text = tidy(flatten(block)) if isinstance(block, Grid) else ""
        if not isinstance(block, Grid) or not text or not any(text in cell for cell in cells):
            break
        found.append(block)
    return found


def _is_plan(grid: Grid) -> bool:
    return find_header(row_spans(grid)) is not None


def _taken_apart(outer: Grid, inner: Sequence[Grid]) -> Iterator[Block]:
    waiting = list(inner)
    for cell in (cell for row in outer.rows for cell in row if cell is not None):
        rest = cell.text
        while waiting and (text := tidy(flatten(waiting[0]))) in rest:
            above, _, rest = rest.partition(text)
            yield from _paragraphs(above)
            yield waiting.pop(0)
        yield from _paragraphs(rest)
    yield from waiting


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (Paragraph(line) for line in text.split("\n") if line)
