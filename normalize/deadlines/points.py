"""Points in time as deadline cells print them: a day, a month, a date; and the dates they stand for."""

import re
from dataclasses import dataclass, replace
from datetime import date

from ingest.expressions import expression
from normalize.calendar_year import PlanYear, month_bounds
from normalize.vocabulary import alternatives, forms_of

MONTHS = {form: int(value) for form, value in forms_of("deadlines", "month").items()}

MONTH_NAME = rf"(?:{alternatives('deadlines', 'month')})"
MONTH = rf"{MONTH_NAME}\b\.?"
YEAR = r"(?:(?:20\d\d|(?<=\.)\d\d)\b(?:\s*-?\s*(?:год(?:а|у|ы|ов|ах)?|гг?)\b\.?)?|20\d\dг(?:ода?|оду|г?)\b\.?)"
# not the end of «9.10.11.2020»: two dates glued, or a slip
MONTH_YEAR = r"(?<!\d\.)(?:0?[1-9]|1[0-2])\.20\d\d(?!\d)(?:\s*г(?:ода)?\b\.?)?"
NUMERIC = (
    r"(?<!\d\.)\d{1,2}\.\d{1,2}(?!\d)(?:\.(?:20)?\d\d(?!\d)|\.\s20\d\d(?!\d))?(?!\.\s?\d)"
    r"\.?(?:\s*г(?:ода)?\b\.?)?"
)
# «ноябрь 2020», «Ноябрь\2020», «ноябрь, 2020 г.»; not «декабрь, 2020-2021 учебный год»
_NAMED_MONTH = rf"{MONTH}(?:\s*(?:{YEAR})|\s*[\\/,]\s*(?!20\d\d\s*[-/]\s*(?:20)?\d\d(?!\d))(?:{YEAR}))?"
_BARE_DAY = r"\d{1,2}(?![\d.:])(?:\s+числ[оа])?"
POINT = rf"(?:{MONTH_YEAR}|{NUMERIC}|\d{{1,2}}(?:-?го)?\s*{_NAMED_MONTH}|{_NAMED_MONTH}|{_BARE_DAY})"


_LEAP_YEAR = 2020


class UnknownYear(ValueError):
    """A month is printed without a year, and nothing in the order says which year the plan is for."""


@dataclass(frozen=True, slots=True)
class Context:
    year: PlanYear
    hint: int | None  # month that the section gives to bare day numbers


@dataclass(frozen=True, slots=True)
class Point:
    day: int | None
    month: int | None
    year: int | None


def point_of(text: str) -> Point:
    month_year = re.match(r"(\d{1,2})\.(20\d\d)", text)
    if month_year:
        return Point(None, int(month_year[1]), int(month_year[2]))
    numeric = re.match(r"(\d{1,2})\.(\d{1,2})(?:\.\s?((?:20)?\d\d)(?!\d))?", text)
    if numeric:
        day, month, year = numeric.groups()
        return Point(int(day), int(month), None if year is None else int(year) % 100 + 2000)
    day_match = re.match(r"\d{1,2}(?!\d)", text)
    month_match = re.search(rf"{MONTH}", text)
    year_match = re.search(r"20\d\d", text)
    return Point(
        int(day_match.group()) if day_match else None,
        MONTHS[month_match.group().rstrip(".")] if month_match else None,
        int(year_match.group()) if year_match else None,
    )


def bounds_of(point: Point, context: Context) -> tuple[date, date, bool]:
    """First and last day of a point; true when its year was not printed. Raises UnknownYear, ValueError."""
    month = point.month if point.month is not None else context.hint
    if month is None:
        raise ValueError("a day number without a month")
    _check_day(replace(point, month=month))
    year = point.year if point.year is not None else context.year.year_of(month)
    if year is None:
        raise UnknownYear(month)
    if point.day is None:
        return (*month_bounds(year, month), point.year is None)
    day = date(year, month, point.day)
    return day, day, point.year is None


def _check_day(point: Point) -> None:
    """Raises ValueError for «31 ноября»: whatever year it is, that day is in none."""
    if point.day is not None and point.month is not None:
        date(_LEAP_YEAR, point.month, point.day)


def range_of(first: Point, last: Point, context: Context) -> tuple[date, date, bool]:
    """First and last day of «first – last»: what one side leaves out is taken from the other.

    «ноябрь-декабрь 2020г.»: the year covers both. «август – сентябрь», «с 20.08 по 10.09»: a range that begins
    in August stays in the calendar year in which the school year begins (CONTRACT.md §2). «декабрь – февраль
    2021»: the first month falls into the year before.
    """
    month = first.month if first.month is not None else last.month
    first = replace(first, month=month)
    _check_day(last)
    inferred = last.year is None
    if last.year is not None and first.year is None:
        end = bounds_of(last, context)[1]
        start = bounds_of(replace(first, year=last.year), context)[0]
        return (start if start <= end else bounds_of(replace(first, year=last.year - 1), context)[0], end, False)
    crosses = last.year is None and first.year is None and (month, last.month) != (8, 8)
    if crosses and month == 8 and context.year.school_start is not None:
        first = replace(first, year=context.year.school_start)
    start = bounds_of(first, context)[0]
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year)
    end = bounds_of(last, context)[1]
    if end < start:  # «май – сентябрь»: past the school year's end
        end = bounds_of(replace(last, year=end.year + 1), context)[1]
    return start, end, inferred


@dataclass(frozen=True, slots=True)
class PrintedMonth:
    """A month somewhere in a text: «15.10», «ноябрь 2020», «IV квартал» (its first month)."""

    start: int
    end: int
    month: int
    year: int | None
    year_at: int  # where a year would have to stand


_QUARTER_OR_MONTH = expression(
    rf"(?P<name>\b{MONTH})(?:[\s\\/,]*(?P<name_year>20\d\d)(?!\d|\s?[-/]\s?(?:20)?\d\d(?!\d)))?"
    r"|(?<!\d)(?<!\d\.)(?P<number>(?:0?[1-9]|1[0-2]))\.(?P<number_year>20\d\d)(?!\d)"
    r"|(?<!\d)(?<!\d\.)\d{1,2}\.(?P<of_day>0?[1-9]|1[0-2])(?!\d)(?:\.\s?(?P<day_year>(?:20)?\d\d)(?!\d))?"
    r"|(?<![\w.])(?P<quarter>i{1,3}|iv|[1-4])(?:-?[йя])?\s*(?:квартал\w*|кв\b\.?)(?:[\s,]*(?P<quarter_year>20\d\d))?"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def printed_months(text: str) -> list[PrintedMonth]:
    """All months and quarters of a text, from left to right."""
    return [_printed_month(match) for match in _QUARTER_OR_MONTH.finditer(text)]


def _printed_month(match: re.Match[str]) -> PrintedMonth:
    name, quarter = match["name"], match["quarter"]
    if name is not None:
        month, at = MONTHS[name.rstrip(".")], match.end("name")
    elif quarter is not None:
        month, at = int(_QUARTERS.get(quarter, quarter)) * 3 - 2, match.end()
    else:
        month, at = int(match["number"] or match["of_day"]), max(match.end("number"), match.end("of_day"))
    year = match["name_year"] or match["number_year"] or match["day_year"] or match["quarter_year"]
    return PrintedMonth(match.start(), match.end(), month, int(year) % 100 + 2000 if year else None, at)
