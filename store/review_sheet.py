"""Questions as a workbook and its answers back: cells and drop-down lists, no meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

from store.errors import StoreError
from store.workbooks import workbook_written

SHEET, LISTS = "Вопросы", "Варианты"
CELL_CHARACTERS = 32_000  # Excel's limit is 32,767
ROWS_READ = 100_000
HEADERS = (
    "Вопрос", "Где", "Ячейка", "Упоминаний", "Ответ", "Ответ словами", "Где верно", "Почему", "Номер вопроса", "Ключ",
)  # fmt: skip
WIDTHS = (44, 26, 60, 12, 34, 34, 32, 30, 12, 12)
_ANSWER, _SCOPE, _IDENTITY = 4, 6, 8  # columns, 0-based
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class NoSheet(StoreError):
    """The file is no workbook of questions."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line: what is asked, and what was answered. Texts are "" where nothing is written."""

    question: str
    place: str
    cell: str
    mentions: str
    answer: str
    words: str
    scope: str
    reason: str
    question_id: str
    key: str


def write_sheet(path: Path, rows: Sequence[SheetRow], choices: Sequence[Sequence[str]], scopes: Sequence[str]) -> None:
    """The workbook; `choices`: what the drop-down list of each row offers. An existing file is replaced whole."""
    with workbook_written(path, _OPTIONS) as book:
        sheet, lists = book.add_worksheet(SHEET), book.add_worksheet(LISTS)
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        asked = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF7DC", "border": 1})
        for column, (header, width) in enumerate(zip(HEADERS, WIDTHS, strict=True)):
            hidden = {"hidden": True} if column >= _IDENTITY else {}
            sheet.set_column(column, column, width, None, hidden)
            sheet.write_string(0, column, header, bold)
        for number, (row, offered) in enumerate(zip(rows, choices, strict=True), start=1):
            for column, text in enumerate(astuple(row)):
                style = asked if _ANSWER <= column < _IDENTITY else plain
                sheet.write_string(number, column, text[:CELL_CHARACTERS], style)
            # A list within the cell's own rule may have 255 characters: so the choices stand on a sheet.
            lists.write_row(number, 0, [text[:CELL_CHARACTERS] for text in offered])
            last = xlsxwriter.utility.xl_rowcol_to_cell(number, len(offered) - 1, True, True)
            source = f"='{LISTS}'!$A${number + 1}:{last}"
            sheet.data_validation(number, _ANSWER, number, _ANSWER, {"validate": "list", "source": source})
        if rows:
            sheet.data_validation(1, _SCOPE, len(rows), _SCOPE, {"validate": "list", "source": list(scopes)})
        sheet.freeze_panes(1, 1)
        lists.hide()


def read_sheet(path: Path) -> Iterator[tuple[int, SheetRow]]:
    """(line, row) of the sheet of questions, lines as Excel counts them. Raises NoSheet."""
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise NoSheet(f"{path}: not an Excel workbook ({error})") from error
    if SHEET not in book.sheetnames:
        raise NoSheet(f"{path}: no sheet «{SHEET}»; `prikaz review export` makes one")
    last = min(book[SHEET].max_row, ROWS_READ)  # openpyxl makes a cell for each that is asked for
    lines = book[SHEET].iter_rows(max_row=last, max_col=len(HEADERS), values_only=True)
    if tuple(next(lines, ())) != HEADERS:
        raise NoSheet(f"{path}: the first line of «{SHEET}» is not the one that `prikaz review export` wrote")
    for line, values in enumerate(lines, start=2):
        texts = ["" if value is None else str(value).strip() for value in values]
        if any(texts):
            yield line, SheetRow(*texts)
