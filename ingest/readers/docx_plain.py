"""A Word table in one pass over the few elements that plain cells have, as nearly all cells are.

What else may stand in a cell or row (spans, numbers that Word counts, tabs, tracked changes, hidden letters, text
boxes) is only looked out for here: such a cell or row is left to the full walk.
"""

from dataclasses import dataclass, field

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
_LOOKED_AT = (_TABLE, _ROW, _CELL, _PARAGRAPH, _TEXT, _SIZE, _STYLE, *sorted(_PROPERTIES | SPECIAL))


KnownTexts = list[str | None]  # of a row's cells; None = the cell needs the full walk


@dataclass(slots=True)
class _Row:
    """A w:tr: its cells, their pieces of text, and which cells (0-based) are more than plain."""

    element: _Element
    cells: list[_Element] = field(default_factory=list)
    pieces: list[list[str]] = field(default_factory=list)
    styled: set[int] = field(default_factory=set)  # by a paragraph style, which may number its paragraphs
    special: set[int] = field(default_factory=set)
    is_odd: bool = False  # it or its cells have more to say than that they are there


def read_table(table: _Element, numbering: Numbering) -> list[tuple[FileRow, KnownTexts]]:
    """The rows that Word shows, with the texts of their plain cells. Raises: TooWide."""
    plain = _read_plain(table)
    if plain is None:
        return [(row, [None] * len(row.cells)) for row in read_rows(table)]
    rows = [(_file_row(row), _texts(row, numbering)) for row in plain]
    return [
        (row, known if len(known) == len(row.cells) else [None] * len(row.cells)) for row, known in rows if row.cells
    ]


def _read_plain(table: _Element) -> list[_Row] | None:
    """All rows of the table; None = it has a table inside a cell, or rows that may be deleted."""
    rows: list[_Row] = []
    pieces: list[str] = []
    for element in table.iter(*_LOOKED_AT):
        tag = element.tag
        if tag == _TEXT:
            pieces.append(element.text or "")
        elif tag == _PARAGRAPH:
            pieces.append("\n")
        elif tag == _ROW:
            rows.append(_Row(element))
        elif tag == _TABLE:
            if element is not table:
                return None
        elif not rows or (tag in _DELETING and not _is_in_paragraph(element)):
            return None
        elif tag == _CELL:
            pieces = []
            rows[-1].cells.append(element)
            rows[-1].pieces.append(pieces)
        else:
            _note(rows[-1], element, tag)
    return rows


def _is_in_paragraph(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _PARAGRAPH


def _note(row: _Row, element: _Element, tag: str) -> None:
    """Notes what the element makes of the row, or of its last cell."""
    if tag in _PROPERTIES:
        row.is_odd = True
    elif tag == _STYLE:
        row.styled.add(len(row.cells) - 1)
    elif tag != _SIZE or is_tiny(element):
        row.special.add(len(row.cells) - 1)


def _file_row(row: _Row) -> FileRow:
    return read_row(row.element) if row.is_odd else make_row([FileCell(cell) for cell in row.cells])


def _texts(row: _Row, numbering: Numbering) -> KnownTexts:
    left = row.special | row.styled if row.styled and numbering.has_lists() else row.special
    return [None if at in left else tidy("".join(pieces).strip()) for at, pieces in enumerate(row.pieces)]
