"""Tables saved as text with a separator: what Excel calls «CSV (разделители — запятые)», with «;» in Russia.

Others are typed with bars between the cells, in the midst of a text: «№ | Мероприятие | Срок | Ответственный».
"""

import csv
from collections import Counter
from io import StringIO

from ingest.columns.headings import heading_role

_SEPARATORS = ";,"  # tabs are a dump's own
_BAR = "|"
_FEWEST_ROWS = 3  # a header and two more
_FEWEST_CELLS = 3  # № or measure, deadline, responsible
_ALIKE = 0.9  # of the rows have as many cells as most: Excel pads them all, sentences agree in nothing


def with_tabs(text: str) -> str:
    """The same table with tabs between the cells and `<p>` for line ends inside them; any other text as it is."""
    if "\t" in text:
        return text
    for separator in _SEPARATORS:
        rows = _rows(text, separator)
        if _is_table(rows):
            return "\n".join(map("\t".join, rows))
    return _without_bars(text)


def uneven_rows(text: str) -> tuple[str, tuple[int, ...]] | None:
    """The separator and how many cells rows have, where a header tells a table whose rows differ; else None.

    «2;Конкурс; выставка;май»: a separator inside a cell without quotes.
    """
    for separator in "" if "\t" in text else _SEPARATORS:
        rows = [line.split(separator) for line in text.splitlines() if line.strip()]
        roles = {heading_role(cell) for cell in rows[0]} - {None} if rows else set()
        widths = tuple(sorted({len(row) for row in rows}))
        if len(roles) >= _FEWEST_CELLS and len(widths) > 1 and not _is_table(_rows(text, separator)):
            return separator, widths
    return None


def _without_bars(text: str) -> str:
    """The text with tabs for bars, from a line on whose cells are a plan's headings."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if _is_header(line)), len(lines))
    framed = first < len(lines) and lines[first].strip().startswith("|")
    return "\n".join(_tabbed(line, framed) if at >= first and _BAR in line else line for at, line in enumerate(lines))


def _is_header(line: str) -> bool:
    roles = {heading_role(cell) for cell in line.split(_BAR) if cell.strip()}
    return "measure" in roles and bool(roles & {"deadline", "responsible"}) and line.count(_BAR) + 1 >= _FEWEST_CELLS


def _tabbed(line: str, framed: bool) -> str:
    row = line.strip()
    row = row.removeprefix(_BAR).removesuffix(_BAR) if framed else row
    return "\t".join(map(str.strip, row.split(_BAR)))


def _rows(text: str, separator: str) -> list[list[str]]:
    """[] where quotes are not a table's."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return []
    return [["<p>".join(cell.splitlines()) for cell in row] for row in rows]


def _is_table(rows: list[list[str]]) -> bool:
    """In sentences a blank stands behind «;» and «,», which no program writes between cells."""
    behind = [cell for row in rows for cell in row[1:] if cell]
    if sum(cell.startswith(" ") for cell in behind) > (1 - _ALIKE) * len(behind):
        return False
    widths = Counter(len(row) for row in rows if any(row))
    width, count = max(widths.items(), key=lambda one: one[1], default=(0, 0))
    return width >= _FEWEST_CELLS and count >= max(_FEWEST_ROWS, _ALIKE * widths.total())
