"""Which summer the rows of a plan stand in, by the run of its months: «Август», «Сентябрь» … «Июнь», «Август».

Sections that are months say it for sure. Where only deadlines run on («июнь», «до 15 июля», «1 сентября», «май»), the
run says what is likelier, and it is asked; but an August before September, in an order of that August, is clear.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.model import RawOrder, RawRow
from normalize.calendar_year import SCHOOL_YEAR_FIRST_MONTH, SUMMER, PlanYear
from normalize.deadlines.points import MONTHS, printed_months
from normalize.deadlines.read import parse_deadlines


@dataclass(frozen=True, slots=True)
class Side:
    """A month of a summer, 5..8; `first`: it goes before the school year."""

    month: int
    first: bool


Run = Sequence[tuple[int, int]]  # (index of a row, its month), from top to bottom
_YEARS_MONTHS = 12
_AUGUST = 8
_PREPARED = {_AUGUST, SCHOOL_YEAR_FIRST_MONTH}
_SEVERAL = 3  # rows that say which months a plan is of
_LATE = timedelta(days=7)


def years_by_run(raw: RawOrder, years: Sequence[PlanYear]) -> tuple[PlanYear, ...]:
    """The years of the rows, with the summer that each of them stands in."""
    sections = [(index, MONTHS[row.deadline_hint]) for index, row in enumerate(raw.rows) if row.deadline_hint]
    said = _sides(raw, sections)
    likely = {} if sections else _sides_of_deadlines(raw)
    return tuple(
        _said(year, said.get(index)) or _likely(year, likely.get(index), raw.rows[index]) or year
        for index, year in enumerate(years)
    )


def _said(year: PlanYear, side: Side | None) -> PlanYear | None:
    """Not where the plan was signed in the year after: «Май», «Июнь», «Сентябрь» of an order of April."""
    if side is None or year.school_start is None or year.august is not None:
        return None
    if not side.first:
        return replace(year, august=year.school_start + 1)
    if year.signed is not None and year.signed.year > year.school_start:
        return None
    return replace(year, august=year.school_start, opens=side.month)


def _likely(year: PlanYear, side: Side | None, row: RawRow) -> PlanYear | None:
    """Only where the deadline is asked about: in orders of that summer."""
    if side is None or not side.first or year.august is not None or year.signed is None:
        return None
    if year.signed.month == side.month == _AUGUST and year.signed.year == year.school_start:
        clear = replace(year, august=year.school_start, opens=side.month)
        return replace(clear, august=None) if _was_over(row, clear, year.signed) else clear
    summer = year.signed.month in SUMMER or (year.signed.month, side.month) == (SCHOOL_YEAR_FIRST_MONTH, 8)
    return replace(year, opens=side.month) if summer and year.signed.year == year.school_start else None


def _was_over(row: RawRow, year: PlanYear, signed: date) -> bool:
    """«до 20 августа» in an order of 30 August: a plan is signed after its first days, and rarely after a term."""
    terms = [one for one in parse_deadlines(row.deadline, year).deadlines if one.kind == "by" and one.inferred]
    return any(date.fromisoformat(one.ends_on) < signed - _LATE for one in terms if one.ends_on is not None)


def _run_of_deadlines(raw: RawOrder) -> Run:
    """The first month that each deadline prints without a year."""
    printed = [printed_months(row.deadline.lower().replace("ё", "е")) for row in raw.rows]
    return [(index, months[0].month) for index, months in enumerate(printed) if months and months[0].year is None]


def _sides(raw: RawOrder, months: Run) -> dict[int, Side]:
    """The sides of the rows whose month is of a summer.

    A file with one table for each month is one run.
    """
    plans = [[(index, month) for index, month in months if raw.rows[index].plan == plan] for plan in _plans(raw)]
    if all(len({month for _, month in run}) <= 1 for run in plans):
        plans = [list(months)]
    return {index: side for run in plans for index, side in _sides_of(run)}


def _sides_of_deadlines(raw: RawOrder) -> dict[int, Side]:
    """The sides by the run of the whole plan; where it begins anew in each section, by the runs of these."""
    months = _run_of_deadlines(raw)
    found = _sides(raw, months)
    if found:
        return found
    places = dict.fromkeys((row.plan, row.section) for row in raw.rows)
    runs = [[one for one in months if (raw.rows[one[0]].plan, raw.rows[one[0]].section) == place] for place in places]
    sides = {index: side for run in runs for index, side in _sides_of(run) if side.first and side.month == _AUGUST}
    return sides or _sides_of_one_august(raw, months)


def _sides_of_one_august(raw: RawOrder, months: Run) -> dict[int, Side]:
    """The rows of August in a plan of nothing else but the September behind it: what prepares a school year."""
    printed = {one.month for row in raw.rows for one in printed_months(row.deadline.lower().replace("ё", "е"))}
    if len(months) < _SEVERAL or 2 * len(months) < len(raw.rows) or not printed <= _PREPARED:
        return {}
    return {index: Side(month, True) for index, month in months if month == _AUGUST}


def _plans(raw: RawOrder) -> Iterable[int]:
    return dict.fromkeys(row.plan for row in raw.rows)


def _sides_of(run: Run) -> list[tuple[int, Side]]:
    """Nothing for months in no order, or of a summer alone: who knows which of the two it is."""
    turn = next((at for at, (_, month) in enumerate(run) if month not in SUMMER), None)
    if turn is None or not _runs_on([month for _, month in run[:turn]]):
        return []
    rest = [month for _, month in run[turn:]]
    if not _runs_on([(month - SCHOOL_YEAR_FIRST_MONTH) % _YEARS_MONTHS for month in rest]):
        return []
    if turn and rest[0] < SCHOOL_YEAR_FIRST_MONTH:
        return []
    return [(index, Side(month, at < turn)) for at, (index, month) in enumerate(run) if month in SUMMER]


def _runs_on(months: Sequence[int]) -> bool:
    return list(months) == sorted(months)
