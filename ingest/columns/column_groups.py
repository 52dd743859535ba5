"""Columns that stand beside those of the plan under a label of their own, and tables printed in halves."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.header import Column, has_role, header_key, label
from ingest.columns.headings import Role, heading_role
from ingest.model import RawDoubt

DOUBLED: tuple[Role, ...] = ("deadline", "responsible")
HALVES = (2, 3)  # as many times a narrow table stands beside itself on one sheet


def set_aside(columns: Sequence[Column]) -> tuple[tuple[Column, ...], tuple[RawDoubt, ...]]:
    """The columns, those extra that report on the plan: «Срок | Ответственный» under «Факт», beside «План».

    A further label over a deadline and a responsible column is asked about, unless it is known to be none of
    the plan.
    """
    reports = {at for at, column in enumerate(columns) if _is_report(column)}
    kept = [column for at, column in enumerate(columns) if at not in reports]
    aside = {at for at in reports if has_role(kept, columns[at].role)}
    doubted = _further_labels([column for at, column in enumerate(columns) if at not in aside])
    aside |= {at for at, column in enumerate(columns) if label(column.header) in doubted}
    named = tuple(replace(column, role="extra") if at in aside else column for at, column in enumerate(columns))
    return named, tuple(_question(name) for name in doubted)


def halves_of(columns: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
    """The columns of each half of a table that stands beside itself: «Дата | Мероприятие | Дата | Мероприятие».

    One tuple of all columns for other tables. The halves have the roles of the first.
    """
    for times in HALVES:
        size = len(columns) // times
        parts = [tuple(columns[at : at + size]) for at in range(0, len(columns), size or 1)]
        alike = len(parts) == times and len({header_key(part) for part in parts}) == 1
        if alike and has_role(parts[0], "measure") and has_role(parts[0], *DOUBLED):
            return tuple(_with_roles(part, parts[0]) for part in parts)
    return (tuple(columns),)


def _with_roles(part: Sequence[Column], first: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(replace(column, role=known.role) for column, known in zip(part, first, strict=True))


def _is_report(column: Column) -> bool:
    return column.role in DOUBLED and any(heading_role(each) == "extra" for each in label(column.header).split(" / "))


def _further_labels(columns: Sequence[Column]) -> list[str]:
    """The labels over a deadline and a responsible column after the first such label."""
    labels = dict.fromkeys(label(column.header) for column in columns)
    over = [name for name in labels if name and {c.role for c in columns if label(c.header) == name} >= set(DOUBLED)]
    return over[1:]


def _question(name: str) -> RawDoubt:
    text = f"Срок и ответственные под «{name}» прочитаны как дополнительные графы. Верно ли?"
    return RawDoubt("unknown_column", text, name)
