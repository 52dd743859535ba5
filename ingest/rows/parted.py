"""Words that the end of a page parted: «слабоуспеваю-» in a cell's last line, «щими» overleaf."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.model import RawRow


def join_parted(rows: Sequence[RawRow], parted: Iterable[str]) -> tuple[RawRow, ...]:
    """The rows, those that pages cut with the words («слабоуспеваю-щими») whole that a reader knows to be one."""
    words = [(word, word.replace("-", "")) for word in parted]
    return tuple(_joined(row, words) if len(row.places) > 1 and words else row for row in rows)


def _joined(row: RawRow, words: Sequence[tuple[str, str]]) -> RawRow:
    return replace(
        row,
        measure=_whole(row.measure, words),
        deadline=_whole(row.deadline, words),
        responsible=_whole(row.responsible, words),
        extra=tuple((name, _whole(text, words)) for name, text in row.extra),
    )


def _whole(text: str, words: Sequence[tuple[str, str]]) -> str:
    for word, whole in words:
        text = text.replace(word, whole)
    return text
