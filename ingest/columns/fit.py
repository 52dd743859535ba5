"""The columns of a plan in a grid of its next part, which may be cut otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.columns.header import Column, Spans


def fit_columns(columns: tuple[Column, ...], width: int) -> tuple[Column, ...] | None:
    """The columns in a grid of another width: one for one, where there are as many; else None."""
    if width == columns[-1].end:
        return columns
    return _one_for_one(columns, range(width)) if width == len(columns) else None


def fit_but_one(columns: tuple[Column, ...], rows: Spans, width: int) -> Iterator[tuple[Column, ...]]:
    """The columns in a grid that has one more, which is empty, or lacks one of the further columns («Примечание»)."""
    if width == len(columns) + 1:
        for at in (at for at in reversed(range(width)) if _is_empty(rows, at)):
            yield _one_for_one(columns, [n for n in range(width) if n != at])
    elif width == len(columns) - 1:
        for at in (at for at in reversed(range(len(columns))) if columns[at].role == "extra"):
            # Where the grid is none, so that no cell is taken for it and all rows of the plan have as many entries.
            beyond = replace(columns[at], start=width + 1, end=width + 1)
            fitted = _one_for_one((*columns[:at], *columns[at + 1 :]), range(width))
            yield (*fitted[:at], beyond, *fitted[at:])


def fit_merged(columns: tuple[Column, ...], width: int) -> tuple[Column, ...] | None:
    """The columns in a grid where one cell of each row says when and who: deadlines and people stand in one place.

    None where the grid is no column narrower, or the plan has them not side by side.
    """
    roles = [column.role for column in columns]
    pairs = (at for at in range(len(roles) - 1) if {*roles[at : at + 2]} == {"deadline", "responsible"})
    at = next(pairs, None) if width == len(columns) - 1 else None
    return None if at is None else _one_for_one(columns, [*range(at + 1), *range(at, width)])


def _one_for_one(columns: Sequence[Column], places: Sequence[int]) -> tuple[Column, ...]:
    return tuple(replace(column, start=at, end=at + 1) for column, at in zip(columns, places, strict=True))


def _is_empty(rows: Spans, at: int) -> bool:
    return not any(span.cell.text for row in rows for span in row if span.start <= at < span.end)
