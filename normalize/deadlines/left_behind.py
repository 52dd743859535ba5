"""Printed terms that were over before the plan began: last year's, carried over into the new order with its row.

«ноябрь 2020 г.», «IV квартал 2020 г.», «2020/2021 уч. год» in an order of October 2021 for 2021/2022.
"""

from datetime import date, timedelta

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.model import Deadline

_YEAR = expression(r"(?<!\d)20\d\d(?!\d)|(?<=\d\.)\d\d(?![\d.])")
_SCHOOL_YEAR = expression(r"20\d\d\s*[-–—/]\s*(?:20)?\d\d(?!\d)[^,;]{0,4}уч")
_NEAR = timedelta(days=92)  # before a plan: what prepares it
_RESULTS = timedelta(days=62)  # «июль – август 2021 г.» in an order of that autumn: the results of the exams
_LATE = timedelta(days=60)  # a plan is signed after its first weeks; measured: up to 37 days
_AUGUST = 8
_ALL_YEAR = timedelta(days=364)
_AROUND = timedelta(days=183)  # before the days that a title prints for something that is prepared longer


def left_behind(deadlines: tuple[Deadline, ...], year: PlanYear) -> Deadline | None:
    """A term that lies before the plan and was over when the order was signed: the first, or the first with its year.

    Not «август 2021 г.» in an order of October, nor the school year that ends in one of June.
    """
    found = [one for one in deadlines if _is_left_behind(one, year)]
    return next((one for one in found if _YEAR.search(one.text)), found[0] if found else None)


def runs_back(before: Deadline, deadline: Deadline, year: PlanYear) -> bool:
    """«сентябрь 2021 г., январь 2021 г.»; not «май 2022 г., октябрь 2021 г.» in a plan for both."""
    days, former = _days_of(deadline, year), _days_of(before, year)
    if days is None or former is None or days[1] >= former[0]:
        return False
    bounds = _of_year(year) or year.period
    return days[1].year == former[1].year if bounds is None else days[1] < bounds[0]


def plan_days(year: PlanYear) -> tuple[date, date] | None:
    """The days that the plan is for; None where nothing printed says them."""
    return year.period if year.period is not None or year.derived else _of_year(year)


def words_of(deadline: Deadline) -> str:
    """The term in quotes, with its year where a neighbour prints it: «апрель» (2021) of «апрель, октябрь 2021 года»."""
    year = "" if deadline.ends_on is None or _YEAR.search(deadline.text) else f" ({deadline.ends_on[:4]})"
    return f"«{deadline.text}»{year}"


def _of_year(year: PlanYear) -> tuple[date, date] | None:
    if year.bounds is None:
        return None
    first, last = year.bounds
    opens = _AUGUST if year.opens is None and year.august == first.year else year.opens
    return (first if opens is None else first.replace(month=opens), last)


def _is_left_behind(deadline: Deadline, year: PlanYear) -> bool:
    days, begins, signed = _days_of(deadline, year), _begins(year), year.signed
    if days is None or begins is None or (signed is not None and days[1] >= signed):
        return False
    first, last = days
    if _SCHOOL_YEAR.search(deadline.text.lower()) and year.bounds is not None and last < year.bounds[0]:
        return True
    if last >= begins:  # «январь 2021 г. – сентябрь 2021 г.» in an order of October
        return signed is not None and first < begins - _NEAR and last - begins < begins - first
    if signed is not None and last - first < _ALL_YEAR:
        return last < signed - (_LATE if last < begins - _RESULTS else _NEAR)
    return last - first >= _ALL_YEAR or last < begins - _NEAR


def _begins(year: PlanYear) -> date | None:
    """The first day of the plan, or before which it is surely none of its; None where nothing says it.

    Where only the order's date does, the plan may as well be for the calendar year.
    """
    if (days := plan_days(year)) is not None:
        return days[0]
    if year.around is not None:
        return year.around[0] - _AROUND
    own = _of_year(year)
    if own is None or year.signed is None:
        return None if own is None else own[0]
    return min(own[0], date(year.signed.year, 1, 1))


def _days_of(deadline: Deadline, year: PlanYear) -> tuple[date, date] | None:
    """The first and last day of a term that prints its year; None of one without an end.

    Where a term lies before the plan's year, something beside it printed another: «2019-2020 уч. год, I полугодие».
    """
    if deadline.ends_on is None:
        return None
    last, own = date.fromisoformat(deadline.ends_on), _of_year(year)
    if deadline.inferred and _YEAR.search(deadline.text) is None and (own is None or last >= own[0]):
        return None
    return (last if deadline.starts_on is None else date.fromisoformat(deadline.starts_on)), last
