"""Rows that have a number, a deadline or people but name no measure."""

from dataclasses import replace

from ingest.model import RawDoubt, RawRow

NO_MEASURE = "Мероприятие в этой строке не названо: оно пропущено, или она продолжает соседнюю?"


def ask_about_unnamed(row: RawRow) -> RawRow:
    """The row, with a question where no measure is printed and none is asked yet."""
    if row.measure or row.doubts:
        return row
    surface = row.responsible or row.deadline or row.number or ""
    return replace(row, doubts=(RawDoubt("continuation", NO_MEASURE, surface),))
