"""Rules for years and their parts: «2020-2021 учебный год», «1 полугодие», «осень»."""

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.expressions import expression
from normalize.calendar_year import PlanYear, month_bounds, school_year_bounds
from normalize.deadlines.august import which_august
from normalize.deadlines.patterns import (
    DURING,
    IN,
    NAMED_MONTH,
    SCHOOL_YEAR,
    SCHOOL_YEAR_WORDS,
)
from normalize.deadlines.points import MONTH, YEAR, Context, Point, bounds_of, point_of, range_of
from normalize.deadlines.quarters import END, NTHS, numbered
from normalize.deadlines.span import Doubt, Span, span_of, text_doubt, undated
from normalize.vocabulary import alternatives, forms_of

_AUGUST = 8
SEASONS = forms_of("deadlines", "season")
_YEARS_OF = rf"\s*(?:{SCHOOL_YEAR}(?:{SCHOOL_YEAR_WORDS})?|(?P<year>{YEAR}))?"
_HALVES = rf"{NTHS}\s*(?:полугоди\w+|полуг\b\.?|пол\b\.(?=\s*(?:уч|20))|п/г)"
_THE_YEAR = r"(?P<school>(?:учебного|уч\.?)\s*(?:года|г\.))|года"
_END_YEAR = rf"(?P<from>20\d\d)(?:\s*[-/]\s*(?P<to>(?:20)?\d\d)\s*{SCHOOL_YEAR_WORDS}|\s*(?:г\w*\b\.?)?)(?!\d)"

SCHOOL_YEARS = rf"(?:весь\s+|{IN}){SCHOOL_YEAR}(?P<words>{SCHOOL_YEAR_WORDS})"
YEARS = rf"(?:весь\s+|{IN})(?P<from>20\d\d)(?:\s*[-/]\s*(?P<to>(?:20)?\d\d)(?!\d))?\s*(?:гг|г\.\s?г|год\w*|г)?\b\.?"
WHOLE_YEAR = rf"{DURING}(?:всего\s+)?(?P<school>(?:учебного|уч\.?)\s*)?(?:года|г\.)"
_ALL_OF = r"(?:\b(?:на|за)\s+)?"  # «на весь период»
WHOLE_SCHOOL_YEAR = (
    rf"{_ALL_OF}весь\s+(?P<school>учебный\s+|уч\b\.?\s*)?(?:год\b|г\.)|(?P<words>{SCHOOL_YEAR_WORDS})"
    rf"|(?P<plan>(?:{_ALL_OF}весь\s+период|{DURING}всего\s+(?:периода|срока))\b(?=\s*(?:[,;.)]|$))"  # the plan's
    rf"|(?:{DURING}(?:всего\s+)?(?:срока|периода)|{_ALL_OF}весь\s+(?:срок|период))"
    r"\s+(?:действия|реализации)\s+(?:настоящего\s+)?плана\b)"
)
_A_TERM = expression(rf"\d\.\d|(?<![а-я]){MONTH}")
_A_MONTH = range(26, 36)  # days, less one, of what is called a month
THE_MONTH = rf"{DURING}(?:всего\s+)?(?:месяца|мес\b\.?)|весь\s+месяц\b"
END_OF = rf"{END}(?:{_THE_YEAR}|{NAMED_MONTH}|{_END_YEAR})"
END_OF_HALF = rf"{END}{_HALVES}{_YEARS_OF}"
NEW_YEAR = r"(?:до\s+нового\s+года|к\s+новому\s+году)\b"
START_OF_YEAR = (
    rf"(?:до|к|перед)\s+начал(?:у|а|ом)\s+(?:нового\s+)?(?:20\d\d\s*[-/]\s*(?:20)?\d\d\s*)?{SCHOOL_YEAR_WORDS}"
)
HALF_YEARS = rf"{IN}{_HALVES}(?:\s*(?P<school>(?:учебного|уч\.?)\s*(?:года|г\.)))?{_YEARS_OF}"
SEASON = rf"(?<!-){IN}(?P<season>{alternatives('deadlines', 'season')})\b(?!\s+каникул)\s*(?P<year>{YEAR})?"
HOLIDAYS = rf"{IN}(?:осенн|зимн|весенн|летн)\w+\s+каникул\w*\s*{YEAR}(?!\s*[-/]\s*\d)"


def read_school_year(match: re.Match[str], context: Context) -> list[Span]:
    """«2020-2021 учебный год», «2020-2022 учебные годы»; not «2020-2022 годы»: that one is calendar years."""
    start, end = int(match["from"]), int(match["to"]) % 100 + 2000
    if end <= start or (end > start + 1 and "год" not in match["words"]):
        return []
    last = school_year_bounds(end - 1)[1]
    return [span_of(match, "period", school_year_bounds(start)[0], last, inferred=True)]


def read_years(match: re.Match[str], context: Context) -> list[Span]:
    """«2020-2022 годы», «в течение 2021 года», «2010г»; not «2020-2021»: a school year or two years, who knows."""
    start = int(match["from"])
    end = int(match["to"]) % 100 + 2000 if match["to"] else start
    if end < start:  # «2020-01»: a month as programs write it, or a slip
        return []
    doubt = text_doubt(match, ": учебный год или два календарных?") if end == start + 1 else None
    return [span_of(match, "period", date(start, 1, 1), date(end, 12, 31), doubt=doubt)]


def read_whole_year(match: re.Match[str], context: Context) -> list[Span]:
    """«в течение года», «учебный год», «весь период»: the plan's year.

    In a plan for a calendar year «учебный год» is asked; «весь период» where the plan names neither year nor days, or
    is that of a shorter event, or under a month's title, or beside a term: «июль, весь период».
    Not «в течение 2021 года» nor «начало учебного года».
    """
    before = match.string[: match.start()].rstrip()
    words = match.groupdict().get("words")
    if words and before and before[-1].isalnum():
        return []
    of_plan = match.groupdict().get("plan") is not None
    if of_plan and _A_TERM.search(match.string[: match.start()] + match.string[match.end() :]):
        return [span_of(match, "period", inferred=True, doubt=text_doubt(match, ": какой период?"))]
    period = context.year.period if of_plan else None
    unsure = context.hint or context.year.derived or context.year.brief or context.year.around
    if period is None and of_plan and unsure:
        days = (None, None) if context.hint is None else bounds_of(Point(None, context.hint, None), context)[:2]
        return [span_of(match, "period", *days, inferred=True, doubt=text_doubt(match, ": какой период?"))]
    bounds = period or context.year.bounds
    if bounds is None:
        return undated(match, "period")
    if period is None and context.year.school_start is None and (match["school"] or words):
        return [span_of(match, "period", inferred=True, doubt=text_doubt(match, ": какого учебного года?"))]
    return [span_of(match, "period", *bounds, inferred=True)]


def read_hinted_month(match: re.Match[str], context: Context) -> list[Span]:
    """«в теч. мес.» under a section that is a month; not «2 раза в мес.».

    Under «План месячника с 23 января по 23 февраля 2024 года» the month is that.
    """
    period = context.year.period
    if context.hint is None and period is not None and (period[1] - period[0]).days in _A_MONTH:
        return [span_of(match, "period", *period, inferred=True)]
    if context.hint is None:
        return []
    first, last, _ = bounds_of(Point(None, context.hint, None), context)
    return [span_of(match, "period", first, last, inferred=True)]


def within_hinted_month(span: Span, context: Context) -> Span:
    """The span with the month of its section as bounds, where it repeats within a month: «каждый вторник», «ежедневно».

    «ежемесячно» goes on beyond it. Whose August it is no section says.
    """
    often = span.kind == "recurring" and (span.rrule or "").startswith(("FREQ=WEEKLY", "FREQ=DAILY"))
    if not often or span.first or span.last or context.hint in (None, _AUGUST):
        return span
    year = context.year.year_of(context.hint)
    if year is None:
        return span
    first, last = month_bounds(year, context.hint)
    return replace(span, first=first, last=last, inferred=True)


def read_half_year(match: re.Match[str], context: Context) -> list[Span]:
    """«I полугодие 2021 года»: calendar; «1 полугодие», «II полугодие 2020/2021»: September–December, January–August.

    «I полугодие учебного года» too. Asked where only the order's date says the school year, and in a plan for one
    where that half was over when the order was signed.
    """
    groups = numbered(match["numbers"])
    if any(number not in (1, 2) for group in groups for number in group):
        return []
    year = re.search(r"20\d\d", match["year"] or "")
    if match["from"]:
        return [_of_school_year(match, low, high, int(match["from"]), None) for low, high in groups]
    if year or context.year.school_start is None:
        calendar = int(year.group()) if year else context.year.calendar
        if calendar is None:
            return undated(match, "period")
        ends = date(calendar, 6, 30), date(calendar, 12, 31)
        return [
            span_of(match, "period", date(calendar, low * 6 - 5, 1), ends[high - 1], inferred=year is None)
            for low, high in groups
        ]
    said = match.groupdict().get("school") is not None or not _may_be_calendar(groups, context.year)
    doubt = None if said else text_doubt(match, ": учебного года или календарного?")
    return [_of_school_year(match, low, high, context.year.school_start, doubt) for low, high in groups]


def _may_be_calendar(groups: list[tuple[int, int]], year: PlanYear) -> bool:
    """Whether «I полугодие» may be January to June: where no school year is printed, or its first half is over."""
    over = year.signed is not None and year.bounds is not None and year.signed > date(year.bounds[0].year, 12, 31)
    return year.derived or (over and groups[0] == (1, 1))


def _of_school_year(match: re.Match[str], low: int, high: int, start: int, doubt: Doubt | None) -> Span:
    first, last = school_year_bounds(start)
    turn = date(last.year, 1, 1)
    return span_of(
        match, "period", first if low == 1 else turn, turn - timedelta(days=1) if high == 1 else last,
        inferred=True, doubt=doubt,
    )  # fmt: skip


def read_end_of_half_year(match: re.Match[str], context: Context) -> list[Span]:
    """«до конца 1 полугодия»: no later than its last day."""
    return [replace(span, kind="by", first=None) for span in read_half_year(match, context)[-1:]]


def read_end_of(match: re.Match[str], context: Context) -> list[Span]:
    """«до конца сентября», «до конца 2021 г.», «к концу учебного года»; «до конца года» is asked: which year?"""
    if match["from"]:
        start = int(match["from"])
        last = school_year_bounds(start)[1] if match["to"] else date(start, 12, 31)
        return [span_of(match, "by", None, last, inferred=bool(match["to"]))]
    if match["month"]:
        _, last, inferred = bounds_of(point_of(match["month"]), context)
        _, last, doubt = which_august(match, last, last, inferred, context)
        return [span_of(match, "by", None, last, inferred=inferred, doubt=doubt)]
    return _end_of_the_year(match, context.year)


def _end_of_the_year(match: re.Match[str], year: PlanYear) -> list[Span]:
    bounds = year.bounds
    if bounds is None:
        return undated(match, "by")
    if match["school"] and year.school_start is not None:
        return [span_of(match, "by", None, bounds[1], inferred=True)]
    if match["school"]:
        return [span_of(match, "by", inferred=True, doubt=text_doubt(match, ": какого учебного года?"))]
    doubt = text_doubt(match, ": учебного года или календарного?")
    return [span_of(match, "by", None, date(bounds[0].year, 12, 31), inferred=True, doubt=doubt)]


def read_new_year(match: re.Match[str], context: Context) -> list[Span]:
    """«до Нового года», «к новому году»: no later than 31 December; not «к новому учебному году»."""
    bounds = context.year.bounds
    if bounds is None:
        return undated(match, "by")
    return [span_of(match, "by", None, date(bounds[0].year, 12, 31), inferred=True)]


def read_start_of_year(match: re.Match[str], context: Context) -> list[Span]:
    """«к началу учебного года», «до начала 2020-2021 учебного года»: asked, of this one or of the next?"""
    printed = re.search(r"20\d\d", match.group())
    start = int(printed.group()) if printed else context.year.school_start
    if start is None:
        return undated(match, "by")
    doubt = text_doubt(match, ": включая 1 сентября или нет?" if printed else ": этого или следующего?")
    return [span_of(match, "by", None, date(start, 9, 1), inferred=True, doubt=doubt)]


def read_holidays(match: re.Match[str], context: Context) -> list[Span]:
    """«весенние каникулы 2021 г.»: their dates stand in another paper, and the year alone says too little."""
    return [
        span_of(match, "period", inferred=True, doubt=Doubt("deadline_elsewhere", f"Когда «{match.group().strip()}»?"))
    ]


def read_season(match: re.Match[str], context: Context) -> list[Span]:
    """«осень 2021 г.», «летний период»; not «осенние каникулы»: their dates stand in another paper."""
    low, high = (int(month) for month in SEASONS[" ".join(match["season"].split())].split("-"))
    year = re.search(r"20\d\d", match["year"] or "")
    first, last, _ = range_of(Point(None, low, None), Point(None, high, int(year.group()) if year else None), context)
    return [span_of(match, "period", first, last, inferred=True)]
