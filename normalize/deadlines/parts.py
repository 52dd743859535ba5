"""Rules for parts of a month: «вторая декада мая», «3 неделя сентября», «последняя пятница октября»."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from normalize.calendar_year import month_bounds
from normalize.deadlines.august import which_august
from normalize.deadlines.patterns import EDGE, IN, NAMED_MONTH, ORDINAL, ORDINAL_LIST, ORDINALS, TO, WEEKDAY, WEEKDAYS
from normalize.deadlines.points import MONTH, Context, bounds_of, point_of, range_of
from normalize.deadlines.span import Doubt, Span, span_of

NTH_WEEKDAY = rf"{IN}(?P<nths>{ORDINAL_LIST})\s+(?P<weekday>{WEEKDAY})\s+{NAMED_MONTH}"
NTH_WEEKDAY_FROM_TO = rf"(?P<nths>{ORDINAL_LIST})\s+(?P<weekday>{WEEKDAY})\s+(?P<first>{MONTH}){TO}{NAMED_MONTH}"
WEEKS = rf"{IN}(?P<nths>{ORDINAL_LIST})\s+(?P<unit>недел\w+|нед\b\.?|декад\w+)\s+{NAMED_MONTH}"
EDGE_OF_MONTH = rf"(?P<edge>{EDGE})\s+{NAMED_MONTH}"
HALF = rf"{IN}(?P<nth>{ORDINAL})\s+(?:половин\w+|пол\b\.?)\s+{NAMED_MONTH}"
LAST_DAY = rf"{IN}последн\w+\s+(?:день|число)\s+{NAMED_MONTH}"
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# days from which to which, below 0 from the month's end on
WEEKS_OF_MONTH = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 31), 5: (29, 31), -1: (-7, -1)}
DECADES = {1: (1, 10), 2: (11, 20), 3: (21, 31), -1: (21, 31)}
_EDGES = {"нач": 1, "пер": 1, "сер": 2, "кон": 3, "пос": 3}


def read_nth_weekday_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«третий четверг сентября»: a day; not «третий четверг каждого месяца»: that one repeats."""
    first, _, inferred = bounds_of(point_of(match["month"]), context)
    found = _weekdays(match, first.year, first.month)
    day, _, doubt = which_august(match, found[0], found[-1], inferred, context)
    if day.year != first.year:
        found = _weekdays(match, day.year, first.month)
    return [span_of(match, "period", day, day, inferred=inferred, doubt=doubt) for day in found]


def _weekdays(match: re.Match[str], year: int, month: int) -> list[date]:
    days = [date(year, month, day) for day in range(1, month_bounds(year, month)[1].day + 1)]
    fitting = [day for day in days if WEEKDAY_CODES[day.weekday()] == WEEKDAYS[match["weekday"]]]
    numbers = [ORDINALS[found] for found in re.findall(ORDINAL, match["nths"])]
    if max(numbers) > len(fitting):
        raise ValueError("no such weekday in the month")
    return [fitting[number - 1 if number > 0 else number] for number in numbers]


def read_nth_weekday_from_to(match: re.Match[str], context: Context) -> list[Span]:
    """«второй вторник сентября – мая»: repeats from the one month to the other; not «второй вторник сентября»."""
    first, last, inferred = range_of(point_of(match["first"]), point_of(match["month"]), context)
    days = ",".join(f"{ORDINALS[found]}{WEEKDAYS[match['weekday']]}" for found in re.findall(ORDINAL, match["nths"]))
    return [span_of(match, "recurring", first, last, rrule=f"FREQ=MONTHLY;BYDAY={days}", inferred=inferred)]


def read_part_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«вторая декада мая», «3 неделя сентября», «1 и 3 неделя октября»: weeks are asked, who counts them how?

    «3-4 недели сентября», «I-II декада мая»: from the first of them to the last. «последняя неделя мая»: 7 days.
    """
    numbers = [ORDINALS[found] for found in re.findall(ORDINAL, match["nths"])]
    weekly = match["unit"].startswith("нед")
    parts = WEEKS_OF_MONTH if weekly else DECADES
    if any(number not in parts for number in numbers):
        return []
    doubt = week_doubt(match) if weekly else None
    return [
        _with_doubt(_days_of_month(match, context, parts[low][0], parts[high][1]), doubt)
        for low, high in _runs(numbers, "-" in re.sub(r"\b-\b[а-я]+", "", match["nths"]))
    ]


def week_doubt(match: re.Match[str]) -> Doubt:
    """Weeks of a month are counted in several ways."""
    return Doubt("deadline_week", f"Какие дни имеются в виду: «{match.group().strip()}»?")


def _runs(numbers: list[int], ranged: bool) -> Iterator[tuple[int, int]]:
    """From which to which: «1-4» and «1, 2» are one run, «1, 3» are two."""
    low = before = numbers[0]
    for number in numbers[1:]:
        if not ranged and number != before + 1:
            yield low, before
            low = number
        before = number
    yield low, before


def read_edge_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«начало октября», «в середине мая», «последние числа мая 2021 г.»: ten days; not «конец учебного года»."""
    edge = re.sub(r"^(?:во?|на)\s+", "", match["edge"])[:3]
    return [_days_of_month(match, context, *DECADES[_EDGES[edge]])]


def read_half_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«II половина декабря»: from the 16th; not «вторая половина учебного года»."""
    days = {1: (1, 15), 2: (16, 31)}.get(ORDINALS[match["nth"]])
    return [] if days is None else [_days_of_month(match, context, *days)]


def read_last_day_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«последний день сентября»; not «последний рабочий день сентября»."""
    _, last, inferred = bounds_of(point_of(match["month"]), context)
    _, last, doubt = which_august(match, last, last, inferred, context)
    return [span_of(match, "period", last, last, inferred=True, doubt=doubt)]


def _with_doubt(span: Span, doubt: Doubt | None) -> Span:
    return replace(span, doubt=span.doubt or doubt)


def _days_of_month(match: re.Match[str], context: Context, low: int, high: int) -> Span:
    first, last, inferred = bounds_of(point_of(match["month"]), context)
    first, last = (first.replace(day=_day_of(one, last.day)) for one in (low, high))
    first, last, doubt = which_august(match, first, last, inferred, context)
    return span_of(match, "period", first, last, inferred=True, doubt=doubt)


def _day_of(day: int, last: int) -> int:
    """The day of a month with so many: -7 is the seventh from its end."""
    return min(day, last) if day > 0 else last + 1 + day
