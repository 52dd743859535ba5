"""An answer that is only a year, «2021», «2021/2022»: the year of what the cell prints, never a deadline by itself."""

import re
from dataclasses import replace
from datetime import date, timedelta

from normalize.calendar_year import PlanYear, school_year_of
from normalize.deadlines.points import printed_months
from normalize.deadlines.read import Reading, parse_deadlines
from normalize.fold import squeeze
from normalize.model import Deadline

_YEAR = re.compile(
    r"(?:(?:в|за|на)\s+)?(?P<from>20\d\d)(?:\s*[-–—/]\s*(?P<to>(?:20)?\d\d))?"
    r"\s*[-–—]?\s*(?:(?:уч\w*\.?|у\.)\s*-?\s*)?(?:г\w*\.?)?",
    re.IGNORECASE,
)
# «I полугодие» of a calendar year or of a school's; «к новому году» 2021 is the one that 2021 begins or ends with
_TWO_MEANINGS = frozenset({"read_half_year", "read_end_of_half_year", "read_new_year"})
_NOWHERE = PlanYear()
_A_YEAR = timedelta(days=365)


def given_year(words: str) -> PlanYear | None:
    """The year that the words are and nothing else: «2021», «в 2021 году», «2021/2022», «2021-2022 учебный год»."""
    match = _YEAR.fullmatch(squeeze(words).strip(" .,;"))
    if match is None:
        return None
    start = int(match["from"])
    if match["to"] is None:
        return None if "уч" in words.lower() else PlanYear(calendar=start)
    return PlanYear(school_start=start) if int(match["to"]) % 100 == (start + 1) % 100 else None


def needs_year(cell: str) -> bool:
    """Whether the cell prints something to which a year belongs: «октябрь», «в течение года», «31 ноября»."""
    text = squeeze(cell)
    return bool(printed_months(text.lower())) or any(
        doubt.kind == "unknown_year" for doubt in parse_deadlines(text, _NOWHERE).doubts
    )


def with_year(cell: str, year: PlanYear) -> Reading | None:
    """The cell read with the year that a person gives; None where that leaves a doubt, or a day outside the year.

    «зима» and «декабрь-январь» of «2021» are of two years: the words do not say which.
    """
    reading = parse_deadlines(squeeze(cell), year)
    if reading.doubts or not reading.deadlines or (year.calendar is not None and _TWO_MEANINGS & {*reading.rules}):
        return None
    return reading if all(_is_within(one, year) for one in reading.deadlines) else None


def _is_within(deadline: Deadline, year: PlanYear) -> bool:
    days = [date.fromisoformat(day) for day in (deadline.starts_on, deadline.ends_on) if day is not None]
    if year.calendar is not None:
        return all(day.year == year.calendar for day in days)
    return all(school_year_of(day) == year.school_start or day == _last_day(year) for day in days)


def _last_day(year: PlanYear) -> date | None:
    return None if year.bounds is None else year.bounds[1]


def misses_the_print(reading: Reading, cell: str) -> bool:
    """True for «март 2021» said of «октябрь», and for a whole year: the question was only which year."""
    said = _months_of(reading)
    first = min((day for one in reading.deadlines for day in (one.starts_on, one.ends_on) if day), default=None)
    if first is None:
        return False
    printed = _months_of(parse_deadlines(squeeze(cell), replace(_NOWHERE, calendar=int(first[:4]))))
    return bool(printed) and (said.isdisjoint(printed) or len(said) == 12 > len(printed))


def is_long_past(reading: Reading, signed: date | None) -> bool:
    """True where everything was over a year before the order: «2019» said of a month in one of October 2023."""
    days = [one.ends_on or one.starts_on for one in reading.deadlines]
    return signed is not None and all(day and date.fromisoformat(day) < signed - _A_YEAR for day in days)


def _months_of(reading: Reading) -> set[int]:
    """The months, 1..12, that the deadlines touch; of «до 1 ноября» its own."""
    found: set[int] = set()
    for one in reading.deadlines:
        if (end := one.ends_on or one.starts_on) is None:
            continue
        first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (one.starts_on or end, end))
        found |= {month % 12 + 1 for month in range(first, min(last, first + 11) + 1)}
    return found
