"""Rules for days behind the name of their month: «октябрь (24-28)», «Февраль 17-21», «Сентябрь 16 – октябрь 25».

What may be years or classes is asked: «май 20-21» in a plan for 2020/2021, «май, 9».
"""

import re
from dataclasses import replace

from normalize.deadlines.august import which_august
from normalize.deadlines.patterns import IN
from normalize.deadlines.points import MONTH, YEAR, Context, Point, bounds_of, point_of, range_of
from normalize.deadlines.span import Doubt, Span, span_of

_CLASSES = 11
_YEARS = 2  # from the first to the last year of what may be one plan
_MONTH = rf"{IN}(?P<month>{MONTH}(?:\s*{YEAR})?)"
_BLANK = r"[^\S\n]+"  # in one line: «октябрь⏎15» may be of two columns
_END = r"(?=[^\S\n]*(?:$|[,;)\n]))(?!\s*,\s*\d)"  # not «октябрь 5, 12»

MONTH_AND_DAYS = (
    rf"{_MONTH}(?:\s*[(,]\s*(?P<from>\d{{1,2}})\s*-\s*(?P<to>\d{{1,2}})\s*(?:\)|$)(?=\s*(?:$|[,;]))"
    rf"|{_BLANK}(?P<from2>\d{{1,2}})\s?-\s?(?P<to2>\d{{1,2}}){_END})"
)
MONTH_AND_DAY = rf"{_MONTH}(?:,\s?|{_BLANK})(?P<day>\d{{1,2}}){_END}"
MONTH_DAY_TO_MONTH_DAY = (
    rf"(?:со?\s+)?(?P<month>{MONTH}){_BLANK}(?P<day>\d{{1,2}})(?:\s*-\s*|\s+по\s+)"
    rf"(?P<last>{MONTH}){_BLANK}(?P<to>\d{{1,2}}){_END}"
)


def read_month_and_days(match: re.Match[str], context: Context) -> list[Span]:
    """«октябрь (24-28)», «октябрь, 24-28», «Февраль 17-21»; «май (1-9)» is asked: days or classes?

    Not «октябрь, 24-28 ноября», nor «май 20-21» in a plan for 2020/2021.
    """
    month, low, high = point_of(match["month"]), int(match["from"] or match["from2"]), int(match["to"] or match["to2"])
    if low >= high or month.month is None:
        return []
    if match["from"] is None and high == low + 1 and _may_be_years(context, low, high):
        return []
    start, end, inferred = range_of(Point(low, None, None), replace(month, day=high), context)
    doubt = Doubt("deadline_text", f"«{low}-{high}»: это дни или классы?") if high <= _CLASSES else None
    return [span_of(match, "period", start, end, inferred=inferred, doubt=doubt)]


def read_month_and_day(match: re.Match[str], context: Context) -> list[Span]:
    """«Ноябрь, 15», «Сентябрь 15»; «май, 9» is asked: a day or a class? Not «май 21» in a plan for 2020/2021."""
    month, day = point_of(match["month"]), int(match["day"])
    if month.month is None or _may_be_years(context, day):
        return []
    first, last, inferred = bounds_of(replace(month, day=day), context)
    first, last, doubt = which_august(match, first, last, inferred, context)
    if day <= _CLASSES:
        doubt = Doubt("deadline_text", f"«{day}»: это день или класс?")
    return [span_of(match, "period", first, last, inferred=inferred, doubt=doubt)]


def read_month_day_to_month_day(match: re.Match[str], context: Context) -> list[Span]:
    """«Сентябрь 16 – октябрь 25»: days; not «ноябрь 25 – март 26», which may be years."""
    low, high = int(match["day"]), int(match["to"])
    if low <= high <= low + _YEARS:
        return []
    ends = replace(point_of(match["month"]), day=low), replace(point_of(match["last"]), day=high)
    start, end, inferred = range_of(*ends, context)
    return [span_of(match, "period", start, end, inferred=inferred)]


def _may_be_years(context: Context, *numbers: int) -> bool:
    """Whether a number is one of the plan's years of two digits, or of the year before or after: plans are copied."""
    bounds = context.year.bounds or context.year.period or context.year.around
    return bounds is None or any(bounds[0].year - 1 <= 2000 + number <= bounds[1].year + 1 for number in numbers)
