"""Word documents (.docx): one pass over the body, paragraphs and tables in the order in which they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element

from ingest.errors import Damaged
from ingest.model import Document, Grid, Paragraph
from ingest.readers.docx_grid import build_grid
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_package import Package, W
from ingest.readers.docx_tables import grid_widths, read_rows, unwrap
from ingest.readers.docx_text import paragraph_text, plain_text, text_boxes
from ingest.readers.spacing import flatten, tidy

_MAX_NESTING = 16  # tables in tables; Word itself gives up far earlier

Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class CellContent:
    text: str
    inner: tuple[Grid, ...]  # tables that stand in the cell


def read(path: Path) -> Document:
    """The document. A table inside a cell is part of the cell's text, and a grid of its own after the outer.

    Raises: Damaged, Doctype, TooWide.
    """
    package = Package(path)
    body = package.document().find(W + "body")
    if body is None:
        raise Damaged("the main part has no body", "в главной части нет тела документа")
    reader = _Reader(Numbering(package))
    blocks = (*reader.blocks(body), *_notes(package))
    return Document(kind="docx", blocks=blocks)


def _notes(package: Package) -> Iterator[Paragraph]:
    """Footnotes and endnotes, as paragraphs at the document's end."""
    for kind in ("footnotes", "endnotes"):
        root = package.part(kind)
        for paragraph in () if root is None else root.iter(W + "p"):
            text = tidy(paragraph_text(paragraph))
            if text:
                yield Paragraph(text)


class _Reader:
    """Holds the state of automatic numbering, so each paragraph is read once, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._depth = 0

    def blocks(self, container: _Element) -> Iterator[Block]:
        for element in unwrap(container, "p", "tbl"):
            if element.tag == W + "tbl":
                yield from self._table(element)
            else:
                text = tidy(self._paragraph(element))
                if text:
                    yield Paragraph(text)
                for box in text_boxes(element):
                    yield from self.blocks(box)

    def _table(self, table: _Element) -> Iterator[Grid]:
        """The table's grid, then those of the tables inside its cells."""
        self._depth += 1
        if self._depth > _MAX_NESTING:
            raise Damaged("tables are nested without an end", "таблицы вложены без конца")
        rows = read_rows(table)
        contents = [[self._cell(cell.element) for cell in row.cells] for row in rows]
        self._depth -= 1
        if rows:
            texts = [[content.text for content in row] for row in contents]
            yield build_grid(rows, texts, grid_widths(table))
        for row in contents:
            for content in row:
                yield from content.inner

    def _cell(self, cell: _Element) -> CellContent:
        paragraph = _only_paragraph(cell)
        text = None if paragraph is None else plain_text(paragraph)
        if paragraph is not None and text is not None:  # most cells
            return CellContent(tidy(self._numbered(paragraph, text)), ())
        parts: list[str] = []
        inner: list[Grid] = []
        for element in unwrap(cell, "p", "tbl"):
            if element.tag == W + "tbl":
                grids = list(self._table(element))
                inner.extend(grids)
                parts.append(flatten(grids[0]) if grids else "")
            else:
                parts.append(self._paragraph(element))
                for box in text_boxes(element):
                    content = self._cell(box)
                    parts.append(content.text)
                    inner.extend(content.inner)
        return CellContent(tidy("\n".join(parts)), tuple(inner))

    def _paragraph(self, paragraph: _Element) -> str:
        return self._numbered(paragraph, paragraph_text(paragraph))

    def _numbered(self, paragraph: _Element, text: str) -> str:
        label = self._numbering.label(paragraph)
        return f"{label} {text}" if label else text


def _only_paragraph(cell: _Element) -> _Element | None:
    """The paragraph of a cell that has nothing else."""
    last = cell[-1] if len(cell) else None
    is_alone = last is not None and last.tag == W + "p" and (len(cell) == 1 or cell[-2].tag == W + "tcPr")
    return last if is_alone else None
