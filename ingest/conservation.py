"""The check that nothing printed in a measure table is lost. It knows nothing of how the table was read."""

import re
from collections.abc import Iterable, Sequence

from ingest.model import Cell, Document, Grid, RawDoubt, RawRow

BARE_NUMBER = re.compile(r"[№\s]*[\dIІVXХа-яa-z.]{0,12}[.)\s]*")


def find_leftovers(
    document: Document, tables: Sequence[int], rows: Sequence[RawRow], other: Iterable[str]
) -> tuple[RawDoubt, ...]:
    """The cells of the tables (1-based numbers) whose text is in no measure that stands in their row.

    `other` has the texts that belong to no row: sections, headers, titles, what doubts name. White space
    is not compared. A number alone in its row is nobody's: «12. | | |».
    """
    at_row: dict[tuple[int, int], str] = {}
    for row in rows:
        for place in row.places:
            key = (place.table, place.row)
            at_row[key] = at_row.get(key, "") + "\0" + _everything(row)
    elsewhere = "\0".join(_squeeze(text) for text in other)
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    left = [
        _leftover(cell.text, table, at)
        for table in sorted(set(tables))
        for at, cells in enumerate(grids[table - 1].rows, start=1)
        for cell in cells
        if cell is not None and not _is_kept(cell, cells, at_row.get((table, at), ""), elsewhere)
    ]
    return tuple(left)


def _is_kept(cell: Cell, row: Sequence[Cell | None], measures: str, elsewhere: str) -> bool:
    text = _squeeze(cell.text)
    text = text[:-1] if text.endswith("-") and text[:-1] in measures else text  # of a word that goes on overleaf
    if text in measures or text in elsewhere or text.rstrip(".)") in measures.split("\0"):
        return True
    alone = sum(bool(other.text) for other in row if other is not None) == 1
    return _squeeze_number(text) in measures.split("\0") or (alone and BARE_NUMBER.fullmatch(text) is not None)


def _everything(row: RawRow) -> str:
    number = row.number or ""
    texts = [number, row.measure, row.deadline, row.responsible, *(text for _, text in row.extra)]
    joined = [f"{number}{mark}{row.measure}" for mark in (".", ")", "") if number]
    joined.append(f"{row.deadline}{row.responsible}")  # of one cell, «Срок, ответственный»
    doubts = [doubt.surface for doubt in row.doubts]
    return "\0".join(_squeeze(text) for text in (*texts, *joined, *doubts))


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _squeeze_number(text: str) -> str:
    return text.lstrip("№").rstrip(".)")


def _leftover(text: str, table: int, row: int) -> RawDoubt:
    return RawDoubt("leftover", f"Текст из таблицы {table}, строки {row}, не вошёл ни в одно мероприятие.", text)
