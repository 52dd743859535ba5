"""Full dates far outside the plan's year: a year is easily mistyped, «15.01.2020» in a plan for 2020/2021. Asked.

Only of what an order prints: a deadline that a clerk writes in its place is believed.
"""

from dataclasses import replace
from datetime import date, timedelta

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.points import MONTH
from normalize.deadlines.read import Reading
from normalize.deadlines.span import Doubt
from normalize.model import Deadline

_FULL = expression(rf"(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}}\.|\s*{MONTH}\s*)(?:20)?\d\d(?!\d)")
_NEAR = timedelta(days=92)  # what prepares a plan and what reports on it
_LONG_AGO = timedelta(days=366)  # before the order, where no plan's year is printed


def ask_if_outside(reading: Reading, year: PlanYear) -> Reading:
    """The reading with a doubt about the first printed date that is of no year which the plan is for.

    A cell that is asked about anyhow is asked nothing more.
    """
    out = None if reading.doubts else next((one for one in reading.deadlines if _is_outside(one, year)), None)
    if out is None:
        return reading
    text = f"«{out.text}» — далеко за пределами года плана: верно ли напечатан год?"
    return replace(reading, doubts=(Doubt("deadline_text", text),))


def _is_outside(deadline: Deadline, year: PlanYear) -> bool:
    """Not where the order's date alone says the plan's year: a road map goes on for years."""
    dated = deadline.kind in ("by", "period") and _FULL.search(deadline.text.lower()) is not None
    if not dated or deadline.inferred or deadline.ends_on is None:
        return False
    first, last = (date.fromisoformat(day) for day in (deadline.starts_on or deadline.ends_on, deadline.ends_on))
    bounds = _bounds(year)
    if bounds is not None and (last < bounds[0] - _NEAR or first > bounds[1] + _NEAR):
        return True
    return year.signed is not None and last < year.signed - _LONG_AGO


def _bounds(year: PlanYear) -> tuple[date, date] | None:
    """The days that the plan is for; None where nothing printed says them."""
    if year.period is not None or year.derived or year.bounds is None:
        return year.period
    first, last = year.bounds
    return (first if year.opens is None else first.replace(month=year.opens), last)
