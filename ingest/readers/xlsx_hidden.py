"""Rows and columns of a sheet that nobody sees: they are read, and asked about."""

from collections.abc import Iterable
from itertools import groupby

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


def ask_about_hidden(sheet: Worksheet) -> str | None:
    """A question that names the hidden rows and columns with something in them; None where there are none."""
    columns, rows = _hidden_columns(sheet), {at for at, row in sheet.row_dimensions.items() if row.hidden}
    if not columns and not rows:
        return None
    filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    hidden_rows = _ranges({cell.row for cell in filled} & rows)
    hidden_columns = _ranges({cell.column for cell in filled} & columns)
    named = ", ".join(
        [
            *(_span("строка", "строки", str(first), str(last)) for first, last in hidden_rows),
            *(
                _span("столбец", "столбцы", get_column_letter(first), get_column_letter(last))
                for first, last in hidden_columns
            ),
        ]
    )
    return f"Лист «{sheet.title}»: скрыто: {named}. Скрытое прочитано наравне с видимым." if named else None


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """openpyxl keeps one entry for neighbours that are alike: «C» with min 3 and max 5."""
    found: set[int] = set()
    for letter, column in sheet.column_dimensions.items():
        if column.hidden:
            first = column.min or column_index_from_string(letter)
            found.update(range(first, min(column.max or first, sheet.max_column) + 1))
    return found


def _ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """{2, 3, 7} → (2, 3), (7, 7)."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    return [(run[0][1], run[-1][1]) for run in (list(group) for _, group in runs)]


def _span(one: str, several: str, first: str, last: str) -> str:
    return f"{one} {first}" if first == last else f"{several} {first}–{last}"
