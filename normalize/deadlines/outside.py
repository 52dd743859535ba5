"""Printed dates outside the plan's year: a year is easily mistyped, or left over from last year's order. Asked.

Only of what an order prints: a deadline that a clerk writes in its place is believed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.left_behind import left_behind, plan_days, runs_back, words_of
from normalize.deadlines.points import MONTH
from normalize.deadlines.read import Reading
from normalize.deadlines.span import Doubt
from normalize.model import Deadline

_FULL = expression(rf"(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}}\.|\s*{MONTH}\s*)(?:20)?\d\d(?!\d)")
_NEAR = timedelta(days=92)  # what prepares a plan and what reports on it
_LONG_AGO = timedelta(days=366)  # before the order, where no plan's year is printed


def ask_if_outside(reading: Reading, year: PlanYear) -> Reading:
    """The reading with a doubt about the first printed date that is of no year which the plan is for.

    A cell that is asked about anyhow is asked nothing more, but of its weeks: whatever the answer is, their year stays.
    """
    asked = any(doubt.kind != "deadline_week" for doubt in reading.doubts)
    text = None if asked else next(_questions(reading.deadlines, year), None)
    return reading if text is None else replace(reading, doubts=(*reading.doubts, Doubt("deadline_text", text)))


def _questions(deadlines: tuple[Deadline, ...], year: PlanYear) -> Iterator[str]:
    for one in deadlines:
        if _is_outside(one, year):
            yield f"«{one.text}» — далеко за пределами года плана: верно ли напечатан год?"
    if (past := left_behind(deadlines, year)) is not None:
        yield f"{words_of(past)} — срок прошёл ещё до начала плана: верно ли напечатан год?"
    for before, one in pairwise(deadlines):
        if runs_back(before, one, year):
            yield f"{words_of(one)} — раньше, чем {words_of(before)}: верно ли напечатан год?"


def _is_outside(deadline: Deadline, year: PlanYear) -> bool:
    """Not where the order's date alone says the plan's year: a road map goes on for years."""
    dated = deadline.kind in ("by", "period") and _FULL.search(deadline.text.lower()) is not None
    if not dated or deadline.inferred or deadline.ends_on is None:
        return False
    first, last = (date.fromisoformat(day) for day in (deadline.starts_on or deadline.ends_on, deadline.ends_on))
    bounds = plan_days(year)
    if bounds is not None and (last < bounds[0] - _NEAR or first > bounds[1] + _NEAR):
        return True
    return year.signed is not None and last < year.signed - _LONG_AGO
