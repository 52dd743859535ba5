"""A Word table in one pass over the few elements that plain cells have, as nearly all cells are.

What else may stand in a cell or row (spans, numbers that Word counts, tabs, tracked changes, hidden letters, text
boxes) is only looked out for here: such a cell or row is left to the full walk.
"""

from lxml.etree import _Element

from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_package import W
from ingest.readers.docx_tables import MAX_COLUMNS, Content, FileRow, read_row, read_rows
from ingest.readers.docx_text import SPECIAL, STRIKES, is_on, is_tiny
from ingest.readers.spacing import tidy

_TABLE, _ROW, _CELL, _PARAGRAPH, _TEXT = W + "tbl", W + "tr", W + "tc", W + "p", W + "t"
_SIZE, _STYLE, _NUMBERED = W + "sz", W + "pStyle", W + "numPr"
_PROPERTIES = frozenset(
    W + name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter", "wBefore", "tblHeader")
)
_DELETING = frozenset((W + "del", W + "moveFrom"))
_ONES = (1,) * MAX_COLUMNS
_LOOKED_AT = (
    _ROW,
    _CELL,
    _PARAGRAPH,
    _TEXT,
    _SIZE,
    _STYLE,
    _NUMBERED,
    _TABLE,
    *sorted(_PROPERTIES | SPECIAL | STRIKES),
)


def read_table(table: _Element, numbering: Numbering) -> list[FileRow]:
    """The rows that Word shows, plain cells as their texts. Raises: TooWide."""
    rows = _gather(table, numbering)
    return read_rows(table) if rows is None else rows


def _gather(table: _Element, numbering: Numbering) -> list[FileRow] | None:
    """The rows; None = it has tables inside its cells, or something deleted that may be a row."""
    rows: list[FileRow] = []
    contents: list[Content] = []
    row = cell = table
    text, is_odd, is_special = "", False, False  # odd: the row or its cells have more to say than that they are there
    for element in table.iter(*_LOOKED_AT):
        tag = element.tag
        if tag == _TEXT:
            text += element.text or ""
        elif tag == _PARAGRAPH:
            if text:
                text += "\n"
        elif tag == _CELL:
            if cell is not row:
                contents.append(cell if is_special else tidy(text))
            cell, text, is_special = element, "", False
        elif tag == _ROW:
            if cell is not row:
                contents.append(cell if is_special else tidy(text))
                rows.append(_known(row, contents, is_odd))
            row = cell = element
            contents, is_odd, text, is_special = [], False, "", False
        elif tag in _PROPERTIES:
            is_odd = True
        elif (tag == _TABLE and element is not table) or (tag in _DELETING and not _is_in_paragraph(element)):
            return None
        else:
            is_special = is_special or _is_special(element, tag, numbering)
    if cell is not row:
        contents.append(cell if is_special else tidy(text))
        rows.append(_known(row, contents, is_odd))
    return rows


def _is_in_paragraph(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _PARAGRAPH


def _is_special(element: _Element, tag: str, numbering: Numbering) -> bool:
    """Whether the element makes its cell more than plain: a paragraph style does where it may number paragraphs."""
    if tag == _STYLE:
        return numbering.has_lists()
    if tag in STRIKES:
        return is_on(element)
    return tag != _TABLE and (tag != _SIZE or is_tiny(element))


def _known(row: _Element, contents: list[Content], is_odd: bool) -> FileRow:
    if not is_odd and len(contents) <= MAX_COLUMNS:
        return FileRow(row, contents, _ONES[: len(contents)])
    file_row = read_row(row)
    return file_row._replace(contents=contents) if len(file_row.contents) == len(contents) else file_row
