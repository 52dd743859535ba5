"""Struck-out words of the tables, asked at the measures beside which they stand: no word is lost in silence."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Document, Grid, RawDoubt, RawRow

WORDS = "В строке зачёркнуто: «{}». Зачёркнутое не прочитано: верно?"
ELSEWHERE = "В строке {} таблицы {} зачёркнуто: «{}». Зачёркнутое не прочитано: верно?"
ROW = "Строка {} таблицы {} зачёркнута: «{}». Мероприятием она не стала: верно?"

_Where = tuple[int, int]  # table and row, both 1-based


def ask_about_struck(
    document: Document, tables: Sequence[int], rows: Sequence[RawRow]
) -> tuple[tuple[RawRow, ...], tuple[RawDoubt, ...]]:
    """The rows with a doubt for each struck text in them, and the doubts of the order about those in no measure.

    `tables`: those of the plans. A number that is missing because its row is struck is no gap.
    """
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    struck = _struck_cells(grids, tables)
    if not struck:
        return tuple(rows), ()
    taken = {(place.table, place.row) for row in rows for place in row.places}
    others = {where: " | ".join(texts) for where, texts in struck.items() if where not in taken}
    asked = tuple(
        RawDoubt("struck", (ROW if _is_gone(grids[table - 1], row) else ELSEWHERE).format(row, table, text), text)
        for (table, row), text in others.items()
    )
    return tuple(_ask(row, struck, others) for row in rows), asked


def _struck_cells(grids: Sequence[Grid], tables: Sequence[int]) -> dict[_Where, list[str]]:
    found: dict[_Where, list[str]] = {}
    for table in sorted(set(tables)):
        for at, cells in enumerate(grids[table - 1].rows, start=1):
            texts = [cell.struck for cell in cells if cell is not None and cell.struck]
            if texts:
                found[table, at] = texts
    return found


def _is_gone(grid: Grid, row: int) -> bool:
    """Whether nothing but a number is left of the row (1-based)."""
    return not any(cell is not None and any(map(str.isalpha, cell.text)) for cell in grid.rows[row - 1])


def _ask(row: RawRow, struck: dict[_Where, list[str]], others: dict[_Where, str]) -> RawRow:
    texts = [text for place in row.places for text in struck.get((place.table, place.row), ())]
    first = row.places[0]
    explained = (first.table, first.row - 1) in others
    kept = tuple(doubt for doubt in row.doubts if doubt.kind != "number_gap" or not explained)
    return replace(row, doubts=(*kept, *(RawDoubt("struck", WORDS.format(text), text) for text in texts)))
