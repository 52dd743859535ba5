"""A Word table's rows as the file has them: cells with their spans and widths, not yet a rectangle."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from ingest.errors import TooWide
from ingest.readers.docx_package import W
from ingest.readers.docx_text import is_on

MAX_COLUMNS = 63  # Word's own limit; gridSpan="20000000" would ask for 20 million cells

_VAL, _W, _TYPE = W + "val", W + "w", W + "type"
_CELL_PROPERTIES, _ROW_PROPERTIES = W + "tcPr", W + "trPr"
_CELL_WIDTH, _GRID_SPAN, _MERGED_DOWN, _MERGED_ACROSS = W + "tcW", W + "gridSpan", W + "vMerge", W + "hMerge"
_GRID_BEFORE, _GRID_AFTER, _WIDTH_BEFORE, _HEADER = W + "gridBefore", W + "gridAfter", W + "wBefore", W + "tblHeader"

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


class FileCell(NamedTuple):
    """A w:tc. A tuple, as is FileRow: hundreds are made for each order."""

    element: _Element
    span: int = 1  # grid columns
    is_continued: bool = False  # goes on from the cell above (w:vMerge)
    is_joined: bool = False  # belongs to the cell on its left (w:hMerge, in old files)
    joined: tuple[_Element, ...] = ()  # the cells that belong to this one


class FileRow(NamedTuple):
    cells: tuple[FileCell, ...]
    before: int = 0  # grid columns left out in front
    after: int = 0  # and behind
    before_width: int = 0  # twips
    is_header: bool = False  # w:tblHeader: repeated on each page


def unwrap(container: _Element, *names: str) -> Iterator[_Element]:
    """The children with these names (no namespace), looked for inside content controls and insertions too."""
    wanted = {W + name for name in names}
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from unwrap(child, *names)


def read_rows(table: _Element) -> list[FileRow]:
    """The rows that Word shows; a row deleted with tracked changes is not one. Raises: TooWide."""
    rows = (read_row(row) for row in unwrap(table, "tr") if not _is_deleted(row))
    return [row for row in rows if row.cells]


def grid_widths(table: _Element) -> list[int]:
    """Widths of the grid columns in twips, [] if the file says none."""
    grid = table.find(W + "tblGrid")
    columns = [] if grid is None else grid.findall(W + "gridCol")
    return [_width(column.get(W + "w")) or 0 for column in columns][:MAX_COLUMNS]


def cell_width(cell: FileCell) -> int | None:
    """Twips; None = not said, or in per cent."""
    widths = [_printed_width(element) for element in (cell.element, *cell.joined)]
    return None if None in widths else sum(filter(None, widths))


def _printed_width(cell: _Element) -> int | None:
    details = _children(cell, _CELL_PROPERTIES)
    width = next((detail for detail in details if detail.tag == _CELL_WIDTH), None)
    return None if width is None or width.get(_TYPE) == "pct" else _width(width.get(_W))


def read_row(row: _Element) -> FileRow:
    """The row as the file has it. Raises: TooWide."""
    cells = _join_merged([_read_cell(cell) for cell in unwrap(row, "tc")])
    before = after = before_width = 0
    is_header = False
    for detail in _children(row, _ROW_PROPERTIES):
        tag = detail.tag
        if tag == _GRID_BEFORE:
            before = _columns(detail, 0)
        elif tag == _GRID_AFTER:
            after = _columns(detail, 0)
        elif tag == _WIDTH_BEFORE:
            before_width = _width(detail.get(_W)) or 0
        elif tag == _HEADER:
            is_header = is_on(detail)
    return make_row(cells, before, after, before_width, is_header)


def make_row(
    cells: list[FileCell], before: int = 0, after: int = 0, before_width: int = 0, is_header: bool = False
) -> FileRow:
    """The row, if Word could have made it. Raises: TooWide."""
    if before + sum(cell.span for cell in cells) + after > MAX_COLUMNS:
        raise TooWide()
    return FileRow(tuple(cells), before, after, before_width, is_header)


def _read_cell(cell: _Element) -> FileCell:
    span, is_continued, is_joined = 1, False, False
    for detail in _children(cell, _CELL_PROPERTIES):
        tag = detail.tag
        if tag == _GRID_SPAN:
            span = _columns(detail, 1)
        elif tag == _MERGED_DOWN:
            is_continued = detail.get(_VAL, "continue") == "continue"
        elif tag == _MERGED_ACROSS:
            is_joined = detail.get(_VAL, "continue") == "continue"
    return FileCell(cell, span, is_continued, is_joined)


def _children(element: _Element, name: str) -> Iterable[_Element]:
    """What stands in the child of this name, nothing if there is no such child."""
    child = element.find(name)
    return () if child is None else child


def _join_merged(cells: list[FileCell]) -> list[FileCell]:
    """Cells of an old file, merged sideways by w:hMerge, as one cell with a span."""
    if not any(cell.is_joined for cell in cells):
        return cells
    joined: list[FileCell] = []
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
