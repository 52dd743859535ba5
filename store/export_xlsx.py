"""One workbook, a sheet per view: real dates, frozen header, filters, no live formulas."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from store.errors import StoreError
from store.export import Progress
from store.export_csv import as_text
from store.selection import Selection
from store.view_rows import ROWS_AT_ONCE, read_rows
from store.views import VIEWS, View
from store.workbooks import workbook_written

CELL_CHARACTERS = 32_767  # Excel's limits
SHEET_ROWS = 1_048_576
CUT = " … (дальше — в базе)"
WIDTHS = (8, 60)  # of a column, in characters
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooManyRows(StoreError):
    """A view has more rows than a sheet holds."""


def write(connection: Connection, folder: Path, selection: Selection, progress: Progress) -> tuple[Path, ...]:
    """prikaz.xlsx. Raises TooManyRows."""
    path = folder / "prikaz.xlsx"
    with workbook_written(path, OPTIONS) as book:
        formats = _Formats(book)
        for view in VIEWS:
            _write_sheet(book.add_worksheet(view.name), formats, view, connection, selection, progress)
    return (path,)


class _Formats:
    """The looks of cells; the workbook owns them."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top"}
        self.header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self.text = book.add_format({"text_wrap": True, **top})
        self.plain = book.add_format(top)
        # [$-419] is Russian: without it an English LibreOffice shows the day and month the other way round.
        self.date = book.add_format({"num_format": "[$-419]dd.mm.yyyy", **top})
        self.moment = book.add_format({"num_format": "[$-419]dd.mm.yyyy hh:mm", **top})


def _write_sheet(
    sheet: Any, formats: _Formats, view: View, connection: Connection, selection: Selection, progress: Progress
) -> None:
    widths = [len(one.name) for one in view.columns]
    for index, one in enumerate(view.columns):
        sheet.write_string(0, index, one.name, formats.header)
    count = 0
    for count, row in enumerate(read_rows(connection, view, selection), start=1):
        if count >= SHEET_ROWS:
            raise TooManyRows(f"{view.name} has more than {SHEET_ROWS - 1} rows: choose a part, or another format")
        for index, value in enumerate(row):
            widths[index] = max(widths[index], _write_cell(sheet, formats, count, index, value))
        if count % ROWS_AT_ONCE == 0:
            progress(view.name, count)
    progress(view.name, count)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, count, len(widths) - 1)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, min(max(width + 2, WIDTHS[0]), WIDTHS[1]))


def _write_cell(sheet: Any, formats: _Formats, row: int, column: int, value: object) -> int:
    """Write the value as what it is; gives its width in characters."""
    if value is None:
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.plain)
        return 6
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, formats.plain)
        return 8
    if isinstance(value, datetime):  # Excel knows no time zones: UTC, as everywhere here
        sheet.write_datetime(row, column, value.astimezone(UTC).replace(tzinfo=None), formats.moment)
        return 16
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, formats.date)
        return 10
    text = as_text(value)
    if len(text) > CELL_CHARACTERS:
        text = text[: CELL_CHARACTERS - len(CUT)] + CUT
    sheet.write_string(row, column, text, formats.text)
    return max(map(len, text.splitlines()), default=0)
