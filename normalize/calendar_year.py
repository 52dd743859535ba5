"""Which year a month without a year falls into, and the first and last day of things with names."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# The convention of CONTRACT.md §2: a school year runs from 1 September to 31 August.
SCHOOL_YEAR_FIRST_MONTH = 9
SUMMER = range(5, 9)  # the months that plans of both school years print, the one that ends and the one that comes


@dataclass(frozen=True, slots=True)
class PlanYear:
    """The year that a plan is for. Both None: nothing printed says it, and no month without a year has dates."""

    school_start: int | None = None  # 2020 of «2020/2021»
    calendar: int | None = None  # of «план на 2022 год», where no school year is printed
    derived: bool = False  # the school year is not printed, but told by the order's date
    around: tuple[date, date] | None = None  # the days about which alone a year is known, where no plan's year is
    period: tuple[date, date] | None = None  # from which to which day the plan's title says that it goes
    august: int | None = (
        None  # the year of the one August among the months that the titles print: «август 2022 – май 2023»
    )
    signed: date | None = None  # the order's date: an August after it may be this summer's or the next one's
    brief: bool = False  # the plan is for one event, shorter than its year: its «весь период» is not that year
    opens: int | None = None  # the month before September with which the plan begins: 6 of «подготовка к учебному году»

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day of the plan's year."""
        if self.school_start is not None:
            return school_year_bounds(self.school_start)
        return None if self.calendar is None else (date(self.calendar, 1, 1), date(self.calendar, 12, 31))

    @property
    def is_programme(self) -> bool:
        """Whether the plan is for several calendar years: «на 2021-2023 годы»."""
        return self.period is not None and self.period[0].year + 1 < self.period[1].year

    def year_of(self, month: int) -> int | None:
        """The calendar year that `month` (1..12) falls into."""
        if self.school_start is not None:
            before = self.opens is not None and month >= self.opens
            return self.school_start + (month < SCHOOL_YEAR_FIRST_MONTH and not before)
        return self.calendar if self.around is None else _year_about(month, *self.around)


MONTHS_BEFORE, MONTHS_AFTER = 2, 1  # what a plan prepares, and reports


def _year_about(month: int, first: date, last: date) -> int | None:
    """The one year whose `month` stands within the days or a little before or after them."""
    low, high = first.year * 12 + first.month - MONTHS_BEFORE, last.year * 12 + last.month + MONTHS_AFTER
    years = [year for year in range(first.year - 1, last.year + 2) if low <= year * 12 + month <= high]
    return years[0] if len(years) == 1 else None


def school_year_bounds(start: int) -> tuple[date, date]:
    """First and last day of the school year that begins in the calendar year `start`."""
    first = date(start, SCHOOL_YEAR_FIRST_MONTH, 1)
    return first, date(start + 1, SCHOOL_YEAR_FIRST_MONTH, 1) - timedelta(days=1)


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of a signed order begins.

    An order of August prepares the year that begins: the conference is in August, the plan starts then
    («август – сентябрь 2020г.» in order 306), so August counts to the coming school year here.
    """
    return day.year if day.month >= SCHOOL_YEAR_FIRST_MONTH - 1 else day.year - 1
