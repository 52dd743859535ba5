"""Questions as a workbook and its answers back: cells and drop-down lists, no meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from store.errors import StoreError
from store.workbooks import workbook_written

SHEET, LISTS = "Вопросы", "Варианты"
CELL_CHARACTERS = 32_000  # Excel's limit is 32,767
ROWS_READ = 100_000
# Header → width of the column, in the order of SheetRow's fields.
COLUMNS = {
    "Вопрос": 44, "Где": 26, "Приказы": 26, "Ячейка": 60, "Сейчас прочитано": 26, "Упоминаний": 12, "Ответ": 34,
    "Ответ словами": 34, "Где верно": 32, "Почему": 30, "Доводы": 44, "Что изменит ответ": 60,
    "Номер вопроса": 12, "Ключ": 12,
}  # fmt: skip
HEADERS = tuple(COLUMNS)
_FILLED = ("Ответ", "Ответ словами", "Где верно", "Почему")
_HIDDEN = ("Номер вопроса", "Ключ")
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class NoSheet(StoreError):
    """The file is no workbook of questions."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line: what is asked, and what is offered. Texts are "" where nothing is written."""

    question: str
    place: str
    orders: str  # all that ask it
    cell: str
    reading: str  # how the deadline is read now
    mentions: int
    answer: str
    words: str
    scope: str
    reason: str
    arguments: str  # for each candidate
    effects: str  # of each answer
    question_id: str
    key: str


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """One line as the clerk gave it back. Texts are "" where nothing is written."""

    answer: str
    words: str
    scope: str
    reason: str
    question_id: str
    key: str


def write_sheet(path: Path, rows: Sequence[SheetRow], choices: Sequence[Sequence[str]], scopes: Sequence[str]) -> None:
    """The workbook; `choices`: what the drop-down list of each row offers. An existing file is replaced whole."""
    answer, scope = HEADERS.index("Ответ"), HEADERS.index("Где верно")
    with workbook_written(path, _OPTIONS) as book:
        sheet, lists = book.add_worksheet(SHEET), book.add_worksheet(LISTS)
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        asked = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF7DC", "border": 1})
        for column, (header, width) in enumerate(COLUMNS.items()):
            sheet.set_column(column, column, width, None, {"hidden": True} if header in _HIDDEN else {})
            sheet.write_string(0, column, header, bold)
        for number, (row, offered) in enumerate(zip(rows, choices, strict=True), start=1):
            _write_row(sheet, number, row, plain, asked)
            # A list within the cell's own rule may have 255 characters: so the choices stand on a sheet.
            lists.write_row(number, 0, [text[:CELL_CHARACTERS] for text in offered])
            last = xlsxwriter.utility.xl_rowcol_to_cell(number, len(offered) - 1, True, True)
            source = f"='{LISTS}'!$A${number + 1}:{last}"
            sheet.data_validation(number, answer, number, answer, {"validate": "list", "source": source})
        if rows:
            sheet.data_validation(1, scope, len(rows), scope, {"validate": "list", "source": list(scopes)})
        sheet.freeze_panes(1, 1)
        lists.hide()


def _write_row(sheet: Worksheet, number: int, row: SheetRow, plain: Format, asked: Format) -> None:
    for column, (header, value) in enumerate(zip(HEADERS, astuple(row), strict=True)):
        style = asked if header in _FILLED else plain
        if isinstance(value, int):
            sheet.write_number(number, column, value, style)
        else:
            sheet.write_string(number, column, value[:CELL_CHARACTERS], style)


def read_sheet(path: Path) -> Iterator[tuple[int, SheetAnswer]]:
    """(line, answer) of the sheet of questions, lines as Excel counts them. Raises NoSheet."""
    lines = _lines(path)
    headers = next(lines, ())
    wanted = (*_FILLED, *_HIDDEN)
    missing = [header for header in wanted if header not in headers]
    if missing:
        raise NoSheet(
            f"{path}: the first line of «{SHEET}» is not the one that `prikaz review export` wrote: "
            f"no column «{missing[0]}»"
        )
    places = [headers.index(header) for header in wanted]
    for line, values in enumerate(lines, start=2):
        texts = ["" if values[place] is None else str(values[place]).strip() for place in places]
        if any(texts):
            yield line, SheetAnswer(*texts)


def _lines(path: Path) -> Iterator[tuple[object, ...]]:
    """The values of each line of the sheet of questions. Raises NoSheet."""
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except InvalidFileException as error:
        raise NoSheet(f"{path}: expected an Excel workbook (.xlsx), found a file with another ending") from error
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise NoSheet(f"{path}: not an Excel workbook ({' '.join(str(error).split())})") from error
    if SHEET not in book.sheetnames:
        raise NoSheet(f"{path}: no sheet «{SHEET}»; `prikaz review export` makes one")
    last = min(book[SHEET].max_row, ROWS_READ)  # openpyxl makes a cell for each that is asked for
    lines: Iterator[tuple[object, ...]] = book[SHEET].iter_rows(max_row=last, values_only=True)
    return lines
