"""Formulas of a workbook that were saved without their values, as programs that do not compute save them."""

import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from openpyxl.utils import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

Formulas = dict[str, dict[str, str]]  # by sheet, by the cell's address

# «=A7+1», «=A7», «=1+A7»: the cell above and what is added
REFERENCE = re.compile(r"=\s*(?:(\d+)\s*\+\s*)?\$?([A-Z]{1,3})\$?(\d+)\s*(?:([+-])\s*(\d+))?\s*", re.IGNORECASE)
ROW_NUMBER = re.compile(r"=\s*ROW\(\s*(?:\$?[A-Z]{1,3}\$?(\d+))?\s*\)\s*(?:([+-])\s*(\d+))?\s*", re.IGNORECASE)
MOST_NAMED = 5  # cells in a question


def find_formulas(path: Path, most_rows: int) -> Formulas:
    """All formulas of a workbook but for sheets longer than `most_rows`; only where it has any it is read again.

    Raises: whatever openpyxl does.
    """
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if not any(re.search(rb"<f[ >/]", archive.read(name)) for name in sheets):
            return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with path.open("rb") as file:
            workbook = openpyxl.load_workbook(file)
    found = {sheet.title: dict(_formulas_of(sheet)) for sheet in workbook.worksheets if sheet.max_row <= most_rows}
    workbook.close()
    return found


def fill_in(sheet: Worksheet, formulas: dict[str, str]) -> str | None:
    """Writes into `sheet` the values that count on («=A7+1», «=ROW()-6»); a question about the others, or None."""
    # An empty text is of another type: «=IF(A1="";"";…)» was computed.
    empty = [each for each in formulas if sheet[each].value is None and sheet[each].data_type == "n"]
    for address in empty:  # from above: each may need the one before
        sheet[address].value = _value(sheet, address, formulas[address])
    left = [address for address in empty if sheet[address].value is None]
    if not left:
        return None
    named = ", ".join(left[:MOST_NAMED]) + (" …" if len(left) > MOST_NAMED else "")
    return f"Лист «{sheet.title}»: формулы сохранены без значений, клетки прочитаны пустыми: {named}. Что в них?"


def _formulas_of(sheet: Worksheet) -> Iterable[tuple[str, str]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield cell.coordinate, str(getattr(cell.value, "text", cell.value))


def _value(sheet: Worksheet, address: str, formula: str) -> object:
    """What Excel would compute, None where the formula is another."""
    if (found := ROW_NUMBER.fullmatch(formula)) is not None:
        return int(found[1] or coordinate_to_tuple(address)[0]) + _added(found[2], found[3])
    if (found := REFERENCE.fullmatch(formula)) is None:
        return None
    value: object = sheet[f"{found[2].upper()}{found[3]}"].value
    added = int(found[1] or 0) + _added(found[4], found[5])
    if added == 0:
        return value
    return value + added if isinstance(value, int | float) else None


def _added(sign: str | None, number: str | None) -> int:
    return int(f"{sign or ''}{number or 0}")
