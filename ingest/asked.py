"""What a reader was not sure of, asked at the measures that print it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import RawDoubt, RawRow


def ask_where_printed(rows: Sequence[RawRow], asked: Sequence[RawDoubt]) -> tuple[RawRow, ...]:
    """The rows, each with the doubts whose surface it prints; one about a section is asked at its first measure."""
    doubted: list[RawRow] = []
    section: str | None = None
    for row in rows:
        texts = [row.measure, row.deadline, row.responsible, *(text for _, text in row.extra)]
        if row.section is not None and row.section != section:
            texts.append(row.section)
        section = row.section
        mine = tuple(doubt for doubt in asked if any(doubt.surface in text for text in texts))
        doubted.append(replace(row, doubts=(*row.doubts, *mine)) if mine else row)
    return tuple(doubted)
