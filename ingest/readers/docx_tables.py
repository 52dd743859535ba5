"""A Word table's rows as the file has them: cells with their spans and widths, not yet a rectangle."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml.etree import _Element

from ingest.errors import TooWide
from ingest.readers.docx_package import W
from ingest.readers.docx_text import is_on

MAX_COLUMNS = 63  # Word's own limit; gridSpan="20000000" would ask for 20 million cells

_ROW, _CELL = W + "tr", W + "tc"
_VAL, _W, _TYPE = W + "val", W + "w", W + "type"
_CELL_PROPERTIES, _ROW_PROPERTIES = W + "tcPr", W + "trPr"
_CELL_WIDTH, _GRID_SPAN, _MERGED_DOWN, _MERGED_ACROSS = W + "tcW", W + "gridSpan", W + "vMerge", W + "hMerge"
_GRID_BEFORE, _GRID_AFTER, _WIDTH_BEFORE, _HEADER = W + "gridBefore", W + "gridAfter", W + "wBefore", W + "tblHeader"

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


Content = str | _Element  # of a cell: its text, or the w:tc itself where the text is yet to be read


class FileRow(NamedTuple):
    """A w:tr. Each cell has a content and a span; those that w:hMerge merges sideways are one cell.

    A tuple: hundreds are made for a long order.
    """

    element: _Element
    contents: Sequence[Content]
    spans: tuple[int, ...]  # grid columns of each cell
    continued: frozenset[int] = frozenset()  # cells (0-based) that go on from the cell above (w:vMerge)
    before: int = 0  # grid columns left out in front
    after: int = 0  # and behind
    is_header: bool = False  # w:tblHeader: repeated on each page


class _Cell(NamedTuple):
    element: _Element
    span: int
    is_continued: bool
    is_joined: bool  # belongs to the cell on its left (w:hMerge, in old files)
    joined: tuple[_Element, ...] = ()  # the cells that belong to this one


def unwrap(container: _Element, *tags: str) -> Iterator[_Element]:
    """The children with these tags, looked for inside content controls and insertions too."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from unwrap(child, *tags)


def read_rows(table: _Element) -> list[FileRow]:
    """The rows that Word shows; a row deleted with tracked changes is not one. Raises: TooWide."""
    rows = (read_row(row) for row in unwrap(table, _ROW) if not _is_deleted(row))
    return [row for row in rows if row.contents]


def grid_widths(table: _Element) -> list[int]:
    """Widths of the grid columns in twips, [] if the file says none."""
    grid = table.find(W + "tblGrid")
    columns = [] if grid is None else grid.findall(W + "gridCol")
    return [_width(column.get(W + "w")) or 0 for column in columns][:MAX_COLUMNS]


def printed_edges(row: _Element) -> list[int] | None:
    """Where the row's cells begin and end, in twips from the table's left; None = the file does not say."""
    widths = [_cell_width(cell) for cell in _read_cells(row)]
    known = [width for width in widths if width]
    before = next((detail for detail in _children(row, _ROW_PROPERTIES) if detail.tag == _WIDTH_BEFORE), None)
    start = 0 if before is None else _width(before.get(_W)) or 0
    return list(accumulate(known, initial=start)) if len(known) == len(widths) else None


def _cell_width(cell: _Cell) -> int | None:
    """Twips; None = not said, or in per cent."""
    widths = [_printed_width(element) for element in (cell.element, *cell.joined)]
    return None if None in widths else sum(filter(None, widths))


def _printed_width(cell: _Element) -> int | None:
    details = _children(cell, _CELL_PROPERTIES)
    width = next((detail for detail in details if detail.tag == _CELL_WIDTH), None)
    return None if width is None or width.get(_TYPE) == "pct" else _width(width.get(_W))


def read_row(row: _Element) -> FileRow:
    """The row as the file has it, all contents yet to be read. Raises: TooWide."""
    cells = _read_cells(row)
    before = after = 0
    is_header = False
    for detail in _children(row, _ROW_PROPERTIES):
        tag = detail.tag
        if tag == _GRID_BEFORE:
            before = _columns(detail, 0)
        elif tag == _GRID_AFTER:
            after = _columns(detail, 0)
        elif tag == _HEADER:
            is_header = is_on(detail)
    continued = frozenset(place for place, cell in enumerate(cells) if cell.is_continued)
    contents, spans = [cell.element for cell in cells], tuple([cell.span for cell in cells])
    if before + sum(spans) + after > MAX_COLUMNS:
        raise TooWide()
    return FileRow(row, contents, spans, continued, before, after, is_header)


def _read_cells(row: _Element) -> list[_Cell]:
    return _join_merged([_read_cell(cell) for cell in unwrap(row, _CELL)])


def _read_cell(cell: _Element) -> _Cell:
    span, is_continued, is_joined = 1, False, False
    for detail in _children(cell, _CELL_PROPERTIES):
        tag = detail.tag
        if tag == _GRID_SPAN:
            span = _columns(detail, 1)
        elif tag == _MERGED_DOWN:
            is_continued = detail.get(_VAL, "continue") == "continue"
        elif tag == _MERGED_ACROSS:
            is_joined = detail.get(_VAL, "continue") == "continue"
    return _Cell(cell, span, is_continued, is_joined)


def _children(element: _Element, name: str) -> Iterable[_Element]:
    """What stands in the first child of this name, nothing if there is no such child."""
    for child in element:  # it stands in front, where `find` takes three times as long
        if child.tag == name:
            return child
    return ()


def _join_merged(cells: list[_Cell]) -> list[_Cell]:
    """Cells of an old file, merged sideways by w:hMerge, as one cell with a span."""
    if not any(cell.is_joined for cell in cells):
        return cells
    joined: list[_Cell] = []
    for cell in cells:
        if joined and cell.is_joined:
            first = joined.pop()
            cell = first._replace(span=first.span + cell.span, joined=(*first.joined, cell.element))
        joined.append(cell)
    return joined


def _is_deleted(row: _Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _columns(element: _Element, least: int) -> int:
    """A number of grid columns, `least` where the file has no number. Raises: TooWide."""
    value = element.get(_VAL, "")
    if not (value.isascii() and value.isdigit()):
        return least
    if len(value) > 2 or int(value) > MAX_COLUMNS:
        raise TooWide(value[:12])
    return max(int(value), least)


def _width(value: str | None) -> int | None:
    try:
        return round(float(value or ""))
    except (ValueError, OverflowError):
        return None
