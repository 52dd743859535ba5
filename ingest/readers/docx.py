"""Word documents (.docx): one pass over the body, paragraphs and tables in the order in which they stand."""

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from ingest.errors import Damaged
from ingest.model import Document, Grid, Paragraph
from ingest.readers.docx_grid import build_grid
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_package import Package, W
from ingest.readers.docx_plain import read_table
from ingest.readers.docx_styled_strikes import strike_styled
from ingest.readers.docx_tables import grid_widths, unwrap
from ingest.readers.docx_text import paragraph_text, text_boxes
from ingest.readers.spacing import flatten, tidy
from ingest.readers.struck import without_struck
from ingest.readers.tabbed import has_cells, is_table, tabbed_grid

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_FOOTNOTE, _ENDNOTE = W + "footnoteReference", W + "endnoteReference"
_MAX_NESTING = 16  # tables in tables; Word itself gives up far earlier

Block = Paragraph | Grid


def read(path: Path) -> Document:
    """The document. A table inside a cell is part of the cell's text, and a grid of its own after the outer.

    Raises: Damaged, Doctype, TooWide.
    """
    package = Package(path)
    body = package.document().find(W + "body")
    if body is None:
        raise Damaged("the main part has no body", "в главной части нет тела документа")
    strike_styled(body, package)
    reader = _Reader(Numbering(package))
    blocks = (*reader.blocks(body), *_notes(body, package))
    return without_struck(Document(kind="docx", blocks=blocks))


def _notes(body: _Element, package: Package) -> Iterator[Paragraph]:
    """Footnotes and endnotes, as paragraphs at the document's end. Without a mark in the text Word prints none."""
    for kind, mark in (("footnotes", _FOOTNOTE), ("endnotes", _ENDNOTE)):
        root = None if next(body.iter(mark), None) is None else package.part(kind)
        for paragraph in () if root is None else root.iter(_PARAGRAPH):
            text = tidy(paragraph_text(paragraph))
            if text:
                yield Paragraph(text)


class _Reader:
    """Holds the state of automatic numbering, so each paragraph is read once, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._depth = 0

    def blocks(self, container: _Element) -> Iterator[Block]:
        typed: list[str] = []  # paragraphs one below the other that tabs part into cells
        for element in unwrap(container, _PARAGRAPH, _TABLE):
            text = self._paragraph(element) if element.tag == _PARAGRAPH else ""
            if typed and not has_cells(text):
                yield from _typed(typed)
                typed = []
            if element.tag == _TABLE:
                yield from self._table(element)
                continue
            # A box stands beside or above the paragraph that it hangs on: an approval over «ПЛАН».
            for box in text_boxes(element):
                yield from self.blocks(box)
            if has_cells(text):
                typed.append(text)
            elif text := tidy(text):
                yield Paragraph(text)
        yield from _typed(typed)

    def _table(self, table: _Element) -> Iterator[Grid]:
        """The table's grid, then those of the tables inside its cells."""
        self._depth += 1
        if self._depth > _MAX_NESTING:
            raise Damaged("tables are nested without an end", "таблицы вложены без конца")
        rows = read_table(table, self._numbering)
        inner: list[Grid] = []
        texts = [
            [content if isinstance(content, str) else self._cell(content, inner) for content in row.contents]
            for row in rows
        ]
        self._depth -= 1
        if rows:
            yield build_grid(rows, texts, grid_widths(table))
        yield from inner

    def _cell(self, cell: _Element, inner: list[Grid]) -> str:
        """The cell's text; the tables that stand in it are added to `inner`."""
        parts: list[str] = []
        for element in unwrap(cell, _PARAGRAPH, _TABLE):
            if element.tag == _TABLE:
                grids = list(self._table(element))
                inner.extend(grids)
                parts.append(flatten(grids[0]) if grids else "")
            else:
                parts.append(self._paragraph(element))
                parts.extend(self._cell(box, inner) for box in text_boxes(element))
        return tidy("\n".join(parts))

    def _paragraph(self, paragraph: _Element) -> str:
        label, text = self._numbering.label(paragraph), paragraph_text(paragraph)
        if label and has_cells(f"{label}\t{text}"):
            return f"{label}\t{text}"
        return f"{label} {text}" if label else text


def _typed(texts: list[str]) -> Iterator[Block]:
    """The paragraphs as a table where they are rows of one."""
    if texts and is_table(texts):
        yield tabbed_grid(texts)
    else:
        yield from (Paragraph(tidy(text)) for text in texts)
