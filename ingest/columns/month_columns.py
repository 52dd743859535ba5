"""Columns that name a month, and those beside them that name its days or weeks: «Месяц | Число», «Месяц | Неделя»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.header import Column, lowest
from ingest.columns.headings import fold_heading
from ingest.columns.lines import Line
from ingest.month_titles import month_of, time_over

# The whole heading; by itself «Число» may count people, and «День» may be one of the week.
DAYS = (("число",), ("числа",), ("числа", "месяца"), ("число", "месяца"), ("день",), ("дни",))
WEEKS = (("неделя",), ("недели",), ("неделя", "месяца"), ("№", "недели"))
# «1», «2-3», «1, 3», «III», «2-я»: which weeks; not «5-9», days
NTHS = re.compile(r"(?:[1-5]|I{1,3}|IV|V)(?:-?(?:й|я|ая|ой|ую))?(?:\s*[-–—,и]\s*(?:[1-5]|I{1,3}|IV|V)(?:-?я)?)*\.?")


def is_month_column(column: Column) -> bool:
    """True for «Месяц», «Месяц проведения», «Срок / месяц»."""
    heads = (fold_heading(text)[:1] for text in (column.header, lowest(column.header)))
    return any(word.startswith("месяц") for words in heads for word in words)


def pair_months(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, «Число» or «Неделя» a deadline beside «Месяц», where nothing else is one."""
    dated = [column for column in columns if column.role == "deadline"]
    if not dated or not all(is_month_column(column) for column in dated):
        return tuple(columns)
    at = next((n for n, column in enumerate(columns) if column.role == "extra" and _counts_in_month(column)), None)
    return tuple(replace(column, role="deadline") if n == at else column for n, column in enumerate(columns))


def as_week(column: Column, text: str) -> str:
    """«1» under «Неделя» as «Неделя: 1»: as a day it would be another deadline."""
    weekly = fold_heading(lowest(column.header)) in WEEKS and NTHS.fullmatch(text.strip()) is not None
    return f"Неделя: {text}" if weekly else text


def months_beside(firsts: Sequence[tuple[Line, Sequence[str]]]) -> list[str | None]:
    """The month that a column «Месяц» beside the deadlines gives to each measure (its first line, the titles over it).

    None without one. A cell that is left empty is for the month above it under the same titles, as where cells are
    merged.
    """
    months: list[str | None] = []
    under: Sequence[str] = ()
    for line, titles in firsts:
        printed = month_cell(line)
        above = months[-1] if months and titles == under else None
        months.append(above if printed == "" else month_of(printed or ""))
        under = titles
    return months


def month_cell(line: Line) -> str | None:
    """What stands in the column «Месяц» beside the deadlines, "" for an empty cell, None without the column."""
    texts = [e.text for e in line.entries if e.column.role == "extra" and is_month_column(e.column)]
    return next((text for text in texts if text.strip()), "") if texts else None


def month_alone(line: Line, titles: Sequence[str]) -> str:
    """All that is said of when: a cell under «Месяц», or «Сентябрь», «II полугодие» over rows without deadlines.

    "" where the plan has a column of deadlines and the cell is empty: the month of its section is not what is left out.
    """
    dated = any(entry.column.role == "deadline" for entry in line.entries)
    printed = month_cell(line)
    if dated or printed is not None:
        return printed or ""
    return time_over(titles)


def _counts_in_month(column: Column) -> bool:
    return fold_heading(lowest(column.header)) in (*DAYS, *WEEKS)
