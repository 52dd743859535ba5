"""A Word table's rows as the file has them: cells with their spans and widths, not yet a rectangle."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.errors import TooWide
from ingest.readers.docx_package import W
from ingest.readers.docx_text import is_on

MAX_COLUMNS = 63  # Word's own limit; gridSpan="20000000" would ask for 20 million cells

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class FileCell:
    element: _Element  # w:tc
    span: int  # grid columns
    width: int | None  # twips; None = not said, or in per cent
    is_continued: bool  # goes on from the cell above (vMerge)


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
    properties = row.find(W + "trPr")
    cells = _join_merged([_read_cell(cell) for cell in unwrap(row, "tc")])
    before = _count(properties, "gridBefore", 0)
    after = _count(properties, "gridAfter", 0)
    if before + sum(cell.span for cell in cells) + after > MAX_COLUMNS:
        raise TooWide()
    width = None if properties is None else properties.find(W + "wBefore")
    return FileRow(
        cells=tuple(cells),
        before=before,
        after=after,
        before_width=0 if width is None else _width(width.get(W + "w")) or 0,
        is_header=properties is not None and is_on(properties.find(W + "tblHeader")),
    )


def _read_cell(cell: _Element) -> FileCell:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return FileCell(cell, 1, None, False)
    width = properties.find(W + "tcW")
    merge = properties.find(W + "vMerge")
    return FileCell(
        element=cell,
        span=_count(properties, "gridSpan", 1),
        width=None if width is None or width.get(W + "type") == "pct" else _width(width.get(W + "w")),
        is_continued=merge is not None and merge.get(W + "val", "continue") == "continue",
    )


def _join_merged(cells: list[FileCell]) -> list[FileCell]:
    """Cells of an old file, merged sideways by w:hMerge, as one cell with a span."""
    joined: list[FileCell] = []
    for cell in cells:
        merge = cell.element.find(f"{W}tcPr/{W}hMerge")
        if joined and merge is not None and merge.get(W + "val", "continue") == "continue":
            first = joined.pop()
            width = None if first.width is None or cell.width is None else first.width + cell.width
            cell = FileCell(first.element, first.span + cell.span, width, first.is_continued)
        joined.append(cell)
    return joined


def _is_deleted(row: _Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _count(properties: _Element | None, name: str, default: int) -> int:
    """A number of grid columns; what is no number counts as not there. Raises: TooWide."""
    element = None if properties is None else properties.find(W + name)
    value = "" if element is None else element.get(W + "val", "")
    if not (value.isascii() and value.isdigit()):
        return default
    if len(value) > 2 or int(value) > MAX_COLUMNS:
        raise TooWide(f"{name}={value[:12]}")
    return max(int(value), default)


def _width(value: str | None) -> int | None:
    try:
        return round(float(value or ""))
    except (ValueError, OverflowError):
        return None
