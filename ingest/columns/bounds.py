"""Columns that hold the two ends of one period: «Начало | Окончание», «с | по», «от | до»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ingest.columns.header import Column, label, lowest
from ingest.columns.headings import fold_heading, heading_role
from ingest.months import MONTH

Bound = Literal["start", "end"]

# «01.10.2021», «5 октября», «сентябрь»: a bare date is one end; «до 5 октября», «постоянно» say all that is meant.
BARE_DATE = re.compile(rf"(?i)[\d.\s]*((?:{MONTH})\w*)?[\d.\s]*(г\w*\.?)?")
STARTS, ENDS = (("с",), ("от",)), (("по",), ("до",))  # the whole heading: «до какого срока» is a deadline
START_STEMS, END_STEMS = ("начал",), ("окончан", "завершен", "конец", "конца")


def bound_of(header: str) -> Bound | None:
    """Which end of a period a column holds: «Сроки / с» -> start, «Дата завершения» -> end; None for others."""
    words = fold_heading(lowest(header))
    if words in STARTS or any(word.startswith(START_STEMS) for word in words):
        return "start"
    if words in ENDS or any(word.startswith(END_STEMS) for word in words):
        return "end"
    return None


def pair_bounds(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, a start beside its end both a deadline: «с | по» alone names nothing, the pair does.

    What the vocabulary calls otherwise («Фактическое начало») stays what it is.
    """
    paired = list(columns)
    for at in range(len(columns) - 1):
        start, end = columns[at], columns[at + 1]
        together = label(start.header) == label(end.header)
        if together and (bound_of(start.header), bound_of(end.header)) == ("start", "end"):
            for n, one in ((at, start), (at + 1, end)):
                if heading_role(one.header) is None:
                    paired[n] = replace(one, role="deadline")
    return tuple(paired)


def lacks_bound(cells: Sequence[tuple[str, str]]) -> bool:
    """True when of the two ends of a period, as (header, text), only one is filled, with a bare date.

    A date under «Начало» without an end is the day or month of a measure; under «с» it is a start.
    """
    ends = [(header, text) for header, text in cells if bound_of(header) is not None]
    filled = [(header, text) for header, text in ends if text]
    if len(ends) != 2 or len(filled) != 1 or BARE_DATE.fullmatch(filled[0][1]) is None:
        return False
    return bound_of(filled[0][0]) == "end" or fold_heading(lowest(filled[0][0])) in STARTS
