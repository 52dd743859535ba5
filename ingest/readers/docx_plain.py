"""A Word table in one pass over the few elements that plain cells have, as nearly all cells are.

What else may stand in a cell or row (spans, numbers that Word counts, tabs, tracked changes, hidden letters, text
boxes) is only looked out for here: such a cell or row is left to the full walk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.etree import _Element

from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_package import W
from ingest.readers.docx_tables import FileCell, FileRow, make_row, read_row, read_rows
from ingest.readers.docx_text import SPECIAL, is_tiny
from ingest.readers.spacing import tidy

_TABLE, _ROW, _CELL, _PARAGRAPH, _TEXT = W + "tbl", W + "tr", W + "tc", W + "p", W + "t"
_SIZE, _STYLE = W + "sz", W + "pStyle"
_PROPERTIES = frozenset(
    W + name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter", "wBefore", "tblHeader")
)
_DELETING = frozenset((W + "del", W + "moveFrom"))
_LOOKED_AT = (_ROW, _CELL, _PARAGRAPH, _TEXT, _SIZE, _STYLE, *sorted(_PROPERTIES | SPECIAL))


KnownTexts = list[str | None]  # of a row's cells; None = the cell needs the full walk


@dataclass(slots=True)
class _Row:
    """A w:tr: its cells, their texts, and which cells (0-based) are more than plain."""

    element: _Element
    cells: list[_Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    styled: frozenset[int] = frozenset()  # by a paragraph style, which may number its paragraphs
    special: frozenset[int] = frozenset()
    is_odd: bool = False  # it or its cells have more to say than that they are there


def read_table(table: _Element, numbering: Numbering) -> list[tuple[FileRow, KnownTexts]]:
    """The rows that Word shows, with the texts of their plain cells. Raises: TooWide."""
    if _is_intricate(table):
        return [(row, [None] * len(row.cells)) for row in read_rows(table)]
    return [_known(row, numbering) for row in _rows(table) if row.cells]


def _is_intricate(table: _Element) -> bool:
    """Whether it has tables inside its cells, or something deleted that may be a row."""
    inner = next(islice(table.iter(_TABLE), 1, None), None)
    return inner is not None or not all(map(_is_in_paragraph, table.iter(*_DELETING)))


def _is_in_paragraph(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _PARAGRAPH


def _rows(table: _Element) -> Iterator[_Row]:
    """The rows one by one, so that none of what they are gathered in grows old."""
    row = _Row(table)
    texts = [""]
    for element in table.iter(*_LOOKED_AT):
        tag = element.tag
        if tag == _TEXT:
            texts[-1] += element.text or ""
        elif tag == _PARAGRAPH:
            texts[-1] += "\n"
        elif tag == _CELL:
            row.cells.append(element)
            texts.append("")
        elif tag == _ROW:
            yield row
            row = _Row(element)
            texts = row.texts
            texts.append("")  # of what stands before the first cell, which is nothing
        else:
            _note(row, element, tag)
    yield row


def _note(row: _Row, element: _Element, tag: str) -> None:
    """Notes what the element makes of the row, or of its last cell."""
    last = len(row.cells) - 1
    if tag in _PROPERTIES:
        row.is_odd = True
    elif tag == _STYLE:
        row.styled |= {last}
    elif tag != _SIZE or is_tiny(element):
        row.special |= {last}


def _known(row: _Row, numbering: Numbering) -> tuple[FileRow, KnownTexts]:
    left = row.special | row.styled if row.styled and numbering.has_lists() else row.special
    texts = [None if at in left else tidy(text.strip()) for at, text in enumerate(row.texts[1:])]
    if not row.is_odd:
        return make_row([FileCell(cell) for cell in row.cells]), texts
    file_row = read_row(row.element)
    return file_row, texts if len(file_row.cells) == len(texts) else [None] * len(file_row.cells)
