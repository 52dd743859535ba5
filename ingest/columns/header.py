"""What a header is: its columns, each with its role."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.columns.headings import Role, fold_heading
from ingest.merges import Span
from ingest.model import RawDoubt

LEVEL = " / "  # between the levels of a header in two rows
Spans = Sequence[tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plan. `start` and `end` (exclusive) count grid columns."""

    start: int
    end: int
    header: str  # as printed, the levels of a header in two rows joined with " / "; "" = none
    role: Role
    period: str = ""  # the time that its heading names, "" for none: «Сентябрь», «2022»


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the grid's rows from `first` to `end` (exclusive), with the row «1 2 3 4» under it."""

    first: int
    end: int
    columns: tuple[Column, ...]
    doubts: tuple[RawDoubt, ...] = ()


def has_role(columns: Iterable[Column], *roles: Role) -> bool:
    """True when one of the columns has one of the roles."""
    return any(column.role in roles for column in columns)


def header_key(columns: Iterable[Column]) -> tuple[tuple[str, ...], ...]:
    """What two headers have in common when one repeats the other: their folded words."""
    return tuple(fold_heading(column.header) for column in columns)


def lowest(header: str) -> str:
    """The lowest level of a heading: «Сроки / начало» -> «начало»."""
    return header.rpartition(LEVEL)[2]


def label(header: str) -> str:
    """What stands above the lowest level, "" for a heading of one level: «Сроки / начало» -> «Сроки»."""
    return header.rpartition(LEVEL)[0]
