"""A Word table's rows as the file has them: cells with their spans and widths, not yet a rectangle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class FileCell:
    element: _Element  # w:tc
    span: int  # grid columns
    width: int | None  # twips; None = not said, or in per cent
    is_continued: bool  # goes on from the cell above (w:vMerge)
    is_joined: bool  # belongs to the cell on its left (w:hMerge, in old files)


@dataclass(frozen=True, slots=True)
class FileRow:
    cells: tuple[FileCell, ...]
    before: int  # grid columns left out in front
    after: int  # and behind
    before_width: int  # twips
    is_header: bool  # w:tblHeader: repeated on each page


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
    rows = (_read_row(row) for row in unwrap(table, "tr") if not _is_deleted(row))
    return [row for row in rows if row.cells]


def grid_widths(table: _Element) -> list[int]:
    """Widths of the grid columns in twips, [] if the file says none."""
    grid = table.find(W + "tblGrid")
    columns = [] if grid is None else grid.findall(W + "gridCol")
    return [_width(column.get(W + "w")) or 0 for column in columns][:MAX_COLUMNS]


def _read_row(row: _Element) -> FileRow:
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
    if before + sum(cell.span for cell in cells) + after > MAX_COLUMNS:
        raise TooWide()
    return FileRow(tuple(cells), before, after, before_width, is_header)


def _read_cell(cell: _Element) -> FileCell:
    span, width, is_continued, is_joined = 1, None, False, False
    for detail in _children(cell, _CELL_PROPERTIES):
        tag = detail.tag
        if tag == _CELL_WIDTH:
            width = None if detail.get(_TYPE) == "pct" else _width(detail.get(_W))
        elif tag == _GRID_SPAN:
            span = _columns(detail, 1)
        elif tag == _MERGED_DOWN:
            is_continued = detail.get(_VAL, "continue") == "continue"
        elif tag == _MERGED_ACROSS:
            is_joined = detail.get(_VAL, "continue") == "continue"
    return FileCell(cell, span, width, is_continued, is_joined)


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
            width = None if first.width is None or cell.width is None else first.width + cell.width
            cell = replace(first, span=first.span + cell.span, width=width)
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
