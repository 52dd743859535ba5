"""Excel workbooks: each sheet's text above its table as paragraphs, and the table as a grid."""

import warnings
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

import openpyxl
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import Damaged, Doctype, TooLarge, TooWide
from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.sheet_names import are_months, under_month
from ingest.readers.spacing import tidy
from ingest.readers.struck import mark_struck, without_struck
from ingest.readers.xlsx_formulas import fill_in, find_formulas
from ingest.readers.xlsx_hidden import ask_about_hidden
from ingest.readers.xlsx_values import show_value
from ingest.signed import is_signed

MAX_COLUMNS = 63  # as in Word
MAX_ROWS = 20_000  # of a sheet; one stray cell in row 1,048,576 makes a sheet that long

# What openpyxl lets through from a damaged workbook; ParseError is a SyntaxError.
_FAULTS = (BadZipFile, ZlibError, EOFError, OSError, LookupError, TypeError, ValueError, AttributeError, SyntaxError)


def read(path: Path) -> Document:
    """The visible sheets one after the other; a hidden sheet is left out and named in a doubt.

    Dates are written DD.MM.YYYY; of a formula the value is taken that Excel last computed,
    and where it is not there, the value that counts on from a cell above.
    Raises: Damaged, Doctype, TooLarge, TooWide.
    """
    _refuse_doctypes(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # «Data Validation extension is not supported»: nothing that we read
            with path.open("rb") as file:  # openpyxl believes names, and would refuse «plan.bin»
                workbook = openpyxl.load_workbook(file, data_only=True, rich_text=True)
        formulas = find_formulas(path, MAX_ROWS)
    except _FAULTS as error:
        raise Damaged(f"xlsx: {error}") from error
    blocks: list[Paragraph | Grid] = []
    doubts: list[str] = []
    months = are_months([sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"])
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            doubts += filter(None, [fill_in(sheet, formulas.get(sheet.title, {})), ask_about_hidden(sheet)])
            blocks.extend(under_month(list(_blocks(sheet)), sheet.title) if months else _blocks(sheet))
        elif sheet.max_row > 1 or sheet.max_column > 1:
            doubts.append(f"Лист «{sheet.title}» скрыт: он не прочитан.")
    workbook.close()
    return without_struck(Document("xlsx", tuple(blocks), doubts=tuple(doubts)))


def _refuse_doctypes(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name):
                    raise Doctype(name)
    except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Damaged(f"zip: {error}", "архив внутри файла не читается") from error


def _blocks(sheet: Worksheet) -> Iterator[Paragraph | Grid]:
    """The sheet parted at empty rows. Rows of one cell above a table are its heading, so paragraphs, as signatures."""
    if sheet.max_row > MAX_ROWS:
        raise TooLarge(f"sheet {sheet.title}: {sheet.max_row} rows", f"лист {sheet.title}: строк {sheet.max_row}")
    rows = _rows(sheet)
    for is_empty, run in groupby(rows, key=lambda row: all(cell is not None and not cell.text for cell in row)):
        if is_empty:
            continue
        table = list(run)
        while table and len(_filled(table[0])) <= 1:
            yield from (Paragraph(text) for text in _filled(table.pop(0)))
        end = len(table)
        while end > 1 and is_signed(_filled(table[end - 1])):
            end -= 1
        if table:
            yield _grid(table[:end])
        yield from (Paragraph(" ".join(_filled(row))) for row in table[end:])


def _filled(row: list[Cell | None]) -> list[str]:
    return [cell.text for cell in row if cell is not None and cell.text]


def _rows(sheet: Worksheet) -> list[list[Cell | None]]:
    rows: list[list[Cell | None]] = [
        [Cell("" if cell.value is None else _text(cell)) for cell in row] for row in sheet.iter_rows()
    ]
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell and cell.text), default=0)
    if width > MAX_COLUMNS:
        raise TooWide(f"{sheet.title}: {width}")
    for area in sheet.merged_cells.ranges:
        _merge(rows, area.min_row - 1, area.min_col - 1, area.max_row, min(area.max_col, width))
    return [row[:width] for row in rows]


def _merge(rows: list[list[Cell | None]], top: int, left: int, bottom: int, right: int) -> None:
    """Marks what the merged area covers (0-based, ends exclusive)."""
    if right <= left:
        return
    first = rows[top][left]
    for row in range(top, bottom):
        rows[row][left:right] = [None] * (right - left)
    rows[top][left] = Cell(first.text if first else "", right - left, bottom - top)


def _grid(rows: list[list[Cell | None]]) -> Grid:
    """The rows as a grid, without the empty columns at its sides that a wider table of the sheet needs."""
    taken = [column for column in range(len(rows[0])) if any(_is_taken(row[column]) for row in rows)]
    return Grid(tuple(tuple(row[taken[0] : taken[-1] + 1]) for row in rows), (None,) * len(rows))


def _is_taken(cell: Cell | None) -> bool:
    return cell is None or cell.text != "" or cell.colspan > 1


def _text(cell: ExcelCell | MergedCell) -> str:
    """The cell's text, struck-out words marked."""
    if isinstance(cell.value, CellRichText):
        return tidy("".join(_run(run, cell) for run in cell.value))
    text = show_value(cell.value, cell.number_format)
    return mark_struck(text) if cell.font.strike else text


def _run(run: str | TextBlock, cell: ExcelCell | MergedCell) -> str:
    """A piece of a text with letters of its own kind; a bare one has the cell's."""
    is_struck = cell.font.strike if isinstance(run, str) else run.font.strike
    return mark_struck(str(run)) if is_struck else str(run)
