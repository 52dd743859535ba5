"""The rules of deadline cells: pattern → spans, in the order in which they are tried; the first answer wins.

Each docstring shows what its rule reads and, after «not», what it must leave alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from normalize.calendar_year import school_year_bounds
from normalize.deadline_points import (
    MONTH,
    POINT,
    YEAR,
    Context,
    Point,
    bounds_of,
    point_of,
    range_of,
)
from normalize.vocabulary import alternatives, forms_of

ORDINALS = {form: int(value) for form, value in forms_of("deadlines", "ordinal").items()}
EVERY = forms_of("deadlines", "every")
UNITS = forms_of("deadlines", "unit")
WEEKDAYS = forms_of("deadlines", "weekday")
SEASONS = forms_of("deadlines", "season")
ORDINAL = rf"(?:{alternatives('deadlines', 'ordinal')})(?!\w)"
WEEKDAY = rf"(?:{alternatives('deadlines', 'weekday')})\b"
DURING = r"(?:в\s+течени[еи]\s+|в\s+теч\.?\s*)"
SCHOOL_YEAR_WORDS = r"(?:уч(?:ебн\w+|\.)?\s*-?\s*г(?:од\w*|\.)?)"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a deadline cell needs a person. `kind` is the question's kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the cell as a rule reads it."""

    start: int
    end: int
    kind: str  # by, period, recurring, ongoing
    first: date | None = None
    last: date | None = None
    rrule: str | None = None
    inferred: bool = False
    rule: str = ""
    doubt: Doubt | None = None


Rule = Callable[[re.Match[str], Context], list[Span]]


def _span(match: re.Match[str], kind: str, first: date | None = None, last: date | None = None, **more: object) -> Span:
    return Span(match.start(), match.end(), kind, first, last, **more)  # type: ignore[arg-type]


def undated(match: re.Match[str], kind: str) -> list[Span]:
    doubt = Doubt("unknown_year", f"К какому году относится срок «{match.group().strip()}»?")
    return [_span(match, kind, inferred=True, doubt=doubt)]


def read_school_year(match: re.Match[str], context: Context) -> list[Span]:
    """«2020-2021 учебный год»; not «2020-2022 годы»: that one is calendar years."""
    start, end = int(match["from"]), int(match["to"]) % 100 + 2000
    if end != start + 1:
        return []
    return [_span(match, "period", *school_year_bounds(start), inferred=True)]


def read_years(match: re.Match[str], context: Context) -> list[Span]:
    """«2020-2022 годы», «в течение 2021 года», «2010г»; not «2020-2021»: a school year or two years, who knows."""
    start = int(match["from"])
    end = int(match["to"]) % 100 + 2000 if match["to"] else start
    doubt = None
    if end < start:  # «2020-01»: a month as programs write it, or a slip
        return []
    if end == start + 1:
        doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебный год или два календарных?")
    return [_span(match, "period", date(start, 1, 1), date(end, 12, 31), doubt=doubt)]


def read_whole_year(match: re.Match[str], context: Context) -> list[Span]:
    """«в течение года», «учебный год»: the plan's year; not «в течение 2021 года» nor «начало учебного года»."""
    before = match.string[: match.start()].rstrip()
    if match.group().startswith("уч") and before and before[-1].isalpha():
        return []
    bounds = context.year.bounds
    return [_span(match, "period", *bounds, inferred=True)] if bounds else undated(match, "period")


def read_hinted_month(match: re.Match[str], context: Context) -> list[Span]:
    """«в теч. мес.» under a section that is a month; not «2 раза в мес.»."""
    if context.hint is None:
        return []
    first, last, _ = bounds_of(Point(None, context.hint, None), context)
    return [_span(match, "period", first, last, inferred=True)]


def read_monthly_day(match: re.Match[str], context: Context) -> list[Span]:
    """«до 25 числа каждого месяца», «ежемесячно до 5 числа»; not «до 25 мая»."""
    days = ",".join(str(int(day)) for day in re.findall(r"\d+", match["days"] or match["day2"]))
    return [_span(match, "recurring", rrule=f"FREQ=MONTHLY;BYMONTHDAY={days}")]


def read_nth_weekday(match: re.Match[str], context: Context) -> list[Span]:
    """«третий четверг каждого месяца», «2 и 4 вторник месяца»; not «третий четверг сентября»: that one is a day."""
    weekday = WEEKDAYS[match["weekday"]]
    days = ",".join(f"{ORDINALS[nth]}{weekday}" for nth in re.findall(ORDINAL, match["nths"]))
    return [_span(match, "recurring", rrule=f"FREQ=MONTHLY;BYDAY={days}")]


def read_nth_weekday_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«третий четверг сентября»: a day; not «третий четверг каждого месяца»: that one repeats."""
    first, last, inferred = bounds_of(point_of(match["month"]), context)
    days = [date(first.year, first.month, day) for day in range(1, last.day + 1)]
    fitting = [day for day in days if _WEEKDAY_CODES[day.weekday()] == WEEKDAYS[match["weekday"]]]
    number = ORDINALS[match["nth"]]
    if number > len(fitting):
        raise ValueError("no such weekday in the month")
    day = fitting[number - 1 if number > 0 else number]
    return [_span(match, "period", day, day, inferred=inferred)]


_WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def read_weekday(match: re.Match[str], context: Context) -> list[Span]:
    """«каждую пятницу», «еженедельно по вторникам и средам», «пн-пт»; not «пятница» alone."""
    codes = [WEEKDAYS[word] for word in re.findall(WEEKDAY, match["weekdays"])]
    if match["to"]:
        codes = list(_WEEKDAY_CODES[_WEEKDAY_CODES.index(codes[0]) : _WEEKDAY_CODES.index(codes[-1]) + 1])
    return [_span(match, "recurring", rrule=f"FREQ=WEEKLY;BYDAY={','.join(codes)}")] if codes else []


def read_working_days(match: re.Match[str], context: Context) -> list[Span]:
    """«по рабочим дням», «кроме выходных»: Monday to Friday; not «3 рабочих дня»."""
    return [_span(match, "recurring", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]


def read_every(match: re.Match[str], context: Context) -> list[Span]:
    """«ежеквартально» → every three months; not «ежедневный»."""
    return [_span(match, "recurring", rrule=EVERY[" ".join(match["every"].split())])]


def read_times(match: re.Match[str], context: Context) -> list[Span]:
    """«1 раз в полугодие» → every six months; «два раза в год» repeats, but nobody printed when."""
    once = (match["count"] or "1").strip() in ("1", "один", "одного", "одному")
    return [_span(match, "recurring", rrule=(UNITS[" ".join(match["unit"].split())] or None) if once else None)]


def read_quarters(match: re.Match[str], context: Context) -> list[Span]:
    """«I квартал 2022 года», «2,3,4 квартал»: one each; «I-II квартал»: one period; not «раз в квартал»."""
    year = re.search(r"20\d\d", match["year"] or "")
    numbers = [ORDINALS[found] for found in re.findall(ORDINAL, match["numbers"])]
    if any(number not in (1, 2, 3, 4) for number in numbers):
        return []
    groups = (
        [(min(numbers), max(numbers))]
        if re.search(r"[ivх\d]\s*-\s*[ivх\d]", match["numbers"])
        else [(n, n) for n in numbers]
    )
    spans = []
    for low, high in groups:
        first = Point(None, low * 3 - 2, int(year.group()) if year else None)
        last = Point(None, high * 3, int(year.group()) if year else None)
        start = bounds_of(first, context)[0]
        end = bounds_of(replace(last, year=start.year), context)[1]
        doubt = None
        if year is None and low <= 3 <= high and context.year.school_start is not None:
            doubt = Doubt("deadline_text", f"«{match.group().strip()}»: III квартал какого года?")
        spans.append(_span(match, "period", start, end, inferred=year is None, doubt=doubt))
    return spans


def read_end_of_quarter(match: re.Match[str], context: Context) -> list[Span]:
    """«до конца I квартала», «до конца 1 полугодия»: no later than its last day."""
    spans = read_quarters(match, context) if match["numbers"] else read_half_year(match, context)
    return [replace(span, kind="by", first=None) for span in spans[-1:]]


def read_half_year(match: re.Match[str], context: Context) -> list[Span]:
    """«I полугодие 2021 года»: calendar; «1 полугодие», «II полугодие 2020/2021»: September–December, January–August.

    Asked where no year is printed.
    """
    if match["from"]:
        first, last = school_year_bounds(int(match["from"]))
        turn = date(last.year, 1, 1)
        bounds = (first, turn - timedelta(days=1)) if ORDINALS[match["nth"]] == 1 else (turn, last)
        return [_span(match, "period", *bounds, inferred=True)]
    number, year = ORDINALS[match["nth"]], re.search(r"20\d\d", match["year"] or "")
    if year or context.year.school_start is None:
        calendar = int(year.group()) if year else context.year.calendar
        if calendar is None:
            return undated(match, "period")
        start, end = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
        return [_span(match, "period", date(calendar, *start), date(calendar, *end), inferred=year is None)]
    first, last = school_year_bounds(context.year.school_start)
    doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебного года или календарного?")
    if number == 1:
        return [_span(match, "period", first, date(first.year, 12, 31), inferred=True, doubt=doubt)]
    return [_span(match, "period", date(last.year, 1, 1), last, inferred=True, doubt=doubt)]


def read_part_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«вторая декада мая», «3 неделя сентября» (asked: weeks are counted in several ways), «конец мая»."""
    first, last, _inferred = bounds_of(point_of(match["month"]), context)
    number = ORDINALS.get(match["nth"] or "", 0) or {"нач": 1, "сер": 2, "кон": -1}.get(
        re.sub(r"^в\s+", "", match["part"] or "")[:3], 1
    )
    if (match["unit"] or "дек").startswith("дек"):
        start = {1: 1, 2: 11}.get(number, 21)
        end = {1: 10, 2: 20}.get(number, last.day)
        return [_span(match, "period", first.replace(day=start), first.replace(day=end), inferred=True)]
    number = min(number if number > 0 else 4, 4)
    doubt = Doubt("deadline_week", f"Какие дни имеются в виду: «{match.group().strip()}»?")
    days = (number * 7 - 6, last.day if number == 4 else number * 7)
    return [_span(match, "period", first.replace(day=days[0]), first.replace(day=days[1]), inferred=True, doubt=doubt)]


def read_weeks_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«3-4 недели сентября», «I-II декада мая»: from the first of them to the last; weeks are asked, like one week."""
    numbers = [ORDINALS[found] for found in re.findall(ORDINAL, match["nths"])]
    first, last, _inferred = bounds_of(point_of(match["month"]), context)
    if any(number not in (1, 2, 3, 4) for number in numbers):
        return []
    if match["unit"].startswith("дек"):
        end = last if max(numbers) > 2 else first.replace(day=max(numbers) * 10)
        return [_span(match, "period", first.replace(day=min(min(numbers), 3) * 10 - 9), end, inferred=True)]
    end = last if max(numbers) == 4 else first.replace(day=max(numbers) * 7)
    doubt = Doubt("deadline_week", f"Какие дни имеются в виду: «{match.group().strip()}»?")
    return [_span(match, "period", first.replace(day=min(numbers) * 7 - 6), end, inferred=True, doubt=doubt)]


def read_half_of_month(match: re.Match[str], context: Context) -> list[Span]:
    """«II половина декабря»: from the 16th; not «вторая половина учебного года»."""
    first, last, _inferred = bounds_of(point_of(match["month"]), context)
    days = {1: (1, 15), 2: (16, last.day)}.get(ORDINALS[match["nth"]])
    if days is None:
        return []
    return [_span(match, "period", first.replace(day=days[0]), first.replace(day=days[1]), inferred=True)]


def read_holidays(match: re.Match[str], context: Context) -> list[Span]:
    """«весенние каникулы 2021 г.»: their dates stand in another paper, and the year alone says too little."""
    return [
        _span(match, "period", inferred=True, doubt=Doubt("deadline_elsewhere", f"Когда «{match.group().strip()}»?"))
    ]


def read_season(match: re.Match[str], context: Context) -> list[Span]:
    """«осень 2021 г.», «летний период»; not «осенние каникулы»: their dates stand in another paper."""
    low, high = (int(month) for month in SEASONS[" ".join(match["season"].split())].split("-"))
    year = re.search(r"20\d\d", match["year"] or "")
    first, last, _ = range_of(Point(None, low, None), Point(None, high, int(year.group()) if year else None), context)
    return [_span(match, "period", first, last, inferred=True)]


def read_end_of(match: re.Match[str], context: Context) -> list[Span]:
    """«до конца сентября», «до конца 2021 г.», «до конца учебного года»; «до конца года» is asked: which year?"""
    if match["from"]:
        start = int(match["from"])
        last = school_year_bounds(start)[1] if match["to"] else date(start, 12, 31)
        return [_span(match, "by", None, last, inferred=bool(match["to"]))]
    if match["month"]:
        _, last, inferred = bounds_of(point_of(match["month"]), context)
        return [_span(match, "by", None, last, inferred=inferred)]
    bounds = context.year.bounds
    if bounds is None:
        return undated(match, "by")
    if match["school"]:
        return [_span(match, "by", None, bounds[1], inferred=True)]
    doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебного года или календарного?")
    return [_span(match, "by", None, date(bounds[0].year, 12, 31), inferred=True, doubt=doubt)]


def read_start_of_year(match: re.Match[str], context: Context) -> list[Span]:
    """«к началу учебного года», «до начала учебного года»: asked, of this one or of the next?"""
    if context.year.school_start is None:
        return undated(match, "by")
    doubt = Doubt("deadline_text", f"«{match.group().strip()}»: этого или следующего?")
    return [_span(match, "by", None, date(context.year.school_start, 9, 1), inferred=True, doubt=doubt)]


def read_range(match: re.Match[str], context: Context) -> list[Span]:
    """«20-21 октября», «15.09 -16.09», «с сентября по май», «январь 2021 г. – сентябрь 2021 г.»."""
    first, last = point_of(match["first"]), point_of(match["last"])
    if first.month is None and last.day is None and re.match(r"\d", match["last"]):
        first = Point(None, first.day, None)  # «09-11.2020»: months
    if last.month is None and first.month is not None and first.day is None:
        return []
    if last.month is None:
        last = replace(last, month=first.month)
    start, end, inferred = range_of(first, last, context)
    doubt = None
    is_one_month = first.month in (None, last.month) and first.year == last.year
    if (last.year is not None and end.year != last.year) or (is_one_month and end.year != start.year):
        doubt = Doubt("deadline_text", f"«{match.group().strip()}»: срок кончается раньше, чем начинается?")
    if end < start:  # «09.2050 - 10.2024»: a year more does not mend it
        return [_span(match, "period", None, None, inferred=inferred, doubt=doubt)]
    return [_span(match, "period", start, end, inferred=inferred, doubt=doubt)]


def read_days(match: re.Match[str], context: Context) -> list[Span]:
    """«18, 19, 21 февраля», «2 и 3 марта 2021 г.»: a day each; not «19-21 февраля»: that one is a period."""
    spans = []
    for number in re.finditer(r"\d+", match["days"]):
        day, _, inferred = bounds_of(replace(point_of(match["last"]), day=int(number.group())), context)
        at = match.start("days") + number.start()
        spans.append(Span(at, at + len(number.group()), "period", day, day, inferred=inferred))
    day, _, inferred = bounds_of(point_of(match["last"]), context)
    return [*spans, Span(match.start("last"), match.end(), "period", day, day, inferred=inferred)]


def read_until(match: re.Match[str], context: Context) -> list[Span]:
    """«до 1 ноября», «до15.09», «не позднее 5 мая»: inclusive; «до июля» is asked: the month in or out?"""
    point = point_of(match["point"])
    _first, last, inferred = bounds_of(point, context)
    doubt = None
    if point.day is None:
        doubt = Doubt("deadline_text", f"«{match.group().strip()}»: включая этот месяц или нет?")
    return [_span(match, "by", None, last, inferred=inferred, doubt=doubt)]


def read_since(match: re.Match[str], context: Context) -> list[Span]:
    """«с 1 сентября», «начиная с октября», «не ранее 1 декабря»: without an end; not «с 1 по 10 октября»."""
    first, _, inferred = bounds_of(point_of(match["point"]), context)
    return [_span(match, "ongoing", first, None, inferred=inferred)]


def read_point(match: re.Match[str], context: Context) -> list[Span]:
    """«08.09», «1 ноября 2020 г.», «сентябрь»; a bare number only under a month's section."""
    point = point_of(match["point"])
    if point.month is None and (context.hint is None or point.day is None):
        return []
    first, last, inferred = bounds_of(point, context)
    doubt = _which_august(match, first, last, inferred, context)
    if doubt is not None and context.year.signed is not None:
        first, last = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    return [_span(match, "period", first, last, inferred=inferred, doubt=doubt)]


def _which_august(match: re.Match[str], first: date, last: date, inferred: bool, context: Context) -> Doubt | None:
    """An order signed before September, or nobody knows when, prints «31.08»: this August, or the next one?"""
    signed, start = context.year.signed, context.year.school_start
    if not inferred or first.month != 8 or start is None:
        return None
    if signed is not None and (signed >= date(start, 9, 1) or last.replace(year=start) < signed):
        return None
    return Doubt("deadline_august", f"«{match.group().strip()}»: август {start} или {start + 1} года?")


def read_ongoing(match: re.Match[str], context: Context) -> list[Span]:
    """«постоянно», «по мере необходимости», «по запросу»; not «ежедневно»: that one repeats."""
    return [_span(match, "ongoing")]


def read_occasion(match: re.Match[str], context: Context) -> list[Span]:
    """«в день проведения», «накануне праздников»: each time that something happens; not «за неделю до экзамена»."""
    return [_span(match, "ongoing")]


def read_before_event(match: re.Match[str], context: Context) -> list[Span]:
    """«за неделю до экзамена», «в течение 3 дней после олимпиады»: no later than a day that another paper says."""
    doubt = Doubt("deadline_elsewhere", f"Когда это будет: «{match.group().strip()}»?")
    return [_span(match, "by", inferred=True, doubt=doubt)]


def read_elsewhere(match: re.Match[str], context: Context) -> list[Span]:
    """«по графику», «согласно планов центра и города»: the dates stand in another paper, so it is asked."""
    doubt = Doubt("deadline_elsewhere", f"Даты стоят в другом документе: «{match.group().strip()}».")
    return [_span(match, "ongoing", doubt=doubt)]


_TO = r"\s*\.?\s*(?:-|\bпо\b|\bдо\b)\s*"
_UNTIL = r"(?:до|не\s+позднее|не\s+позже|к|по)(?=[\s\d])\s*"
_OF_MONTH = r"(?:каждого\s+месяца|ежемесячно|месяца)"
_NAMED_MONTH = rf"(?P<month>{MONTH}(?:\s*(?:{YEAR}))?)"
_COUNT = r"(?P<count>\d+(?:\s*-\s*\d+)?|один|одного|два|две|двух|три|трех|четыре|пять|несколько)\s*(?:-?х)?\s*"
_IN = rf"(?:{DURING}|в\s+)?"
_SCHOOL_YEAR = r"(?P<from>20\d\d)\s*[-/]\s*(?P<to>(?:20)?\d\d)\s*(?:г\w*\.?\s*)?"
_YEARS = r"(?P<from>20\d\d)(?:\s*[-/]\s*(?P<to>(?:20)?\d\d))?\s*(?:гг|год\w*|г)?\b\.?"
_SOME = r"(?:\s*(?:,|-|и)\s*"  # goes on with one more
_DAY_OF_MONTH = rf"(?:до\s+)?(?P<days>\d{{1,2}}(?:\s*(?:,|и)\s*\d{{1,2}})*)(?:-?го)?\s+чис(?:ла|ел)\s*,?\s*{_OF_MONTH}"
_MONTHLY_DAY = r"(?:ежемесячно|каждый\s+месяц)\s*,?\s*до\s+(?P<day2>\d{1,2})(?:-?го)?(?:\s+числа)?(?![\d.:])"
_PART = r"(?P<part>начало|середина|конец|в\s+начале|в\s+середине|в\s+конце)"
_THE_YEAR = r"(?P<school>(?:учебного|уч\.?)\s*(?:года|г\.))|года"
_A_WHILE = (
    r"(?:\d+|один|одного|одну|два|две|двух|три|трех|пять|пяти|десять|десяти|несколько)?\s*(?:-?\s*х\s+)?"
    r"(?:календарн\w+\s+|рабоч\w+\s+|учебн\w+\s+)?(?:дн\w+|день|недел\w+|суток|час\w*|месяц\w*)"
)
_BEFORE_EVENT = (
    rf"(?:не\s+(?:позднее|позже)\s+(?:чем\s+)?)?(?:за\s+|через\s+|{DURING}|спустя\s+|(?<=позже )|(?<=позднее ))"
    rf"{_A_WHILE}\s+(?:до|после|со\s+дня|с\s+момента)\s+[^,;()]*"
    r"|(?:до|после)\s+(?:начала|окончания|завершения|проведения|открытия|получения)\s+(?![^,;()]*(?:год|месяц))[^,;()\d]+"
)
# An occasion with one of these is no «each time»: «по итогам I полугодия», «в период летних каникул»
_DATED = rf"\d|\b[ivx]+\b|\bгод|осенн|зимн|весенн|летн|\b{MONTH}"
_END_YEAR = rf"(?P<from>20\d\d)(?:\s*[-/]\s*(?P<to>(?:20)?\d\d)\s*{SCHOOL_YEAR_WORDS}|\s*(?:г\w*\b\.?)?)(?!\d)"
_QUARTERS = rf"(?P<numbers>{ORDINAL}(?:\s*(?:,|-|и)\s*{ORDINAL})*)\s*(?:квартал\w*|кв\b\.?)"

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    (read_school_year, rf"(?:{DURING}|на\s+|в\s+)?{_SCHOOL_YEAR}{SCHOOL_YEAR_WORDS}"),
    (read_years, rf"{_IN}{_YEARS}"),
    (read_whole_year, rf"{DURING}(?:всего\s+)?(?:(?:учебного|уч\.?)\s*)?(?:года|г\.)"),
    (read_whole_year, rf"весь\s+(?:учебный\s+)?год\b|{SCHOOL_YEAR_WORDS}"),
    (read_hinted_month, rf"{DURING}(?:всего\s+)?(?:месяца|мес\b\.?)"),
    (read_end_of, rf"до\s+(?:конца|окончания)\s+(?:{_THE_YEAR}|{_NAMED_MONTH}|{_END_YEAR})"),
    (read_end_of_quarter, rf"до\s+(?:конца|окончания)\s+(?P<nth>)(?P<from>)(?P<to>){_QUARTERS}\s*(?P<year>{YEAR})?"),
    (
        read_end_of_quarter,
        rf"до\s+(?:конца|окончания)\s+(?P<numbers>)(?P<nth>{ORDINAL})\s*(?:полугоди\w+|п/г)\s*"
        rf"(?:{_SCHOOL_YEAR}(?:{SCHOOL_YEAR_WORDS})?|(?P<year>{YEAR}))?",
    ),
    (read_start_of_year, rf"(?:до|к)\s+началу?а?\s+(?:нового\s+)?{SCHOOL_YEAR_WORDS}"),
    (read_monthly_day, rf"{_DAY_OF_MONTH}|{_MONTHLY_DAY}"),
    (
        read_nth_weekday,
        rf"(?:кажд\w+\s+)?(?P<nths>{ORDINAL}{_SOME}{ORDINAL})*)\s+(?P<weekday>{WEEKDAY})\s+{_OF_MONTH}",
    ),
    (read_nth_weekday, rf"кажд\w+\s+(?P<nths>{ORDINAL}{_SOME}{ORDINAL})*)\s+(?P<weekday>{WEEKDAY})"),
    (read_nth_weekday_of_month, rf"(?P<nth>{ORDINAL})\s+(?P<weekday>{WEEKDAY})\s+{_NAMED_MONTH}"),
    (read_working_days, rf"(?:{alternatives('deadlines', 'working_days')})(?!\w)"),
    (
        read_weekday,
        rf"(?:кажд\w+|еженедельно[,\s(]+по|по)\s+(?P<weekdays>{WEEKDAY}(?P<to>)(?:\s*(?:,|и)\s*(?:по\s+)?{WEEKDAY})*)",
    ),
    (read_weekday, rf"еженедельно[,\s(-]+(?P<weekdays>{WEEKDAY}(?P<to>)(?:\s*(?:,|и)\s*{WEEKDAY})*)"),
    (
        read_weekday,
        rf"(?:(?:ежедневно|еженедельно)[,\s(]*)?(?:с\s+)?(?P<weekdays>{WEEKDAY}\.?(?P<to>\s*(?:-|по)\s*){WEEKDAY})",
    ),
    (read_every, rf"(?P<every>{alternatives('deadlines', 'every')})(?!\w)"),
    (
        read_times,
        rf"(?:по\s+)?(?:не\s+(?:реже|менее|чаще)\s+)?(?:{_COUNT})?(?:раза?|р\.?|разу)\s+в\s+"
        rf"(?P<unit>{alternatives('deadlines', 'unit')})(?!\w)",
    ),
    (read_quarters, rf"{_IN}{_QUARTERS}\s*(?P<year>{YEAR})?"),
    (
        read_half_year,
        rf"{_IN}(?P<nth>{ORDINAL})\s*(?:полугоди\w+|п/г)\s*(?:{_SCHOOL_YEAR}(?:{SCHOOL_YEAR_WORDS})?|(?P<year>{YEAR}))?",
    ),
    (
        read_part_of_month,
        rf"(?:(?P<nth>{ORDINAL})\s+(?P<unit>недел\w+|декад\w+)|{_PART})\s+{_NAMED_MONTH}",
    ),
    (read_weeks_of_month, rf"(?P<nths>{ORDINAL}{_SOME}{ORDINAL})+)\s+(?P<unit>недел\w+|декад\w+)\s+{_NAMED_MONTH}"),
    (read_half_of_month, rf"{_IN}(?P<nth>{ORDINAL})\s+половин\w+\s+{_NAMED_MONTH}"),
    (read_holidays, rf"(?:осенн|зимн|весенн|летн)\w+\s+каникул\w*\s*{YEAR}"),
    (read_season, rf"(?P<season>{alternatives('deadlines', 'season')})\b(?!\s+каникул)\s*(?P<year>{YEAR})?"),
    (read_before_event, _BEFORE_EVENT),
    (read_range, rf"(?:с\s+|{DURING})?(?P<first>{POINT}){_TO}(?P<last>{POINT})"),
    (read_days, rf"(?P<days>(?:\d{{1,2}}(?!\d)\s*(?:,|\bи\b)\s*)+)(?P<last>\d{{1,2}}\s*{_NAMED_MONTH})(?!\s*-)"),
    (read_until, rf"{_UNTIL}(?P<point>{POINT})"),
    (read_since, rf"(?:(?:начиная\s+)?с|не\s+ранее|не\s+раньше|после)\s+(?P<point>{POINT})"),
    (read_point, rf"{_IN}(?P<point>{POINT})"),
    (read_ongoing, rf"(?:{alternatives('deadlines', 'ongoing')})(?!\w)"),
    (
        read_occasion,
        rf"(?:{alternatives('deadlines', 'occasion')})(?!\w)(?![^,;()]*(?:{_DATED}))[^,;()]*",
    ),
    (read_elsewhere, rf"(?:{alternatives('deadlines', 'elsewhere')})(?!\w)[^,;()\d]*"),
)
RULES: tuple[tuple[Rule, re.Pattern[str]], ...] = tuple((rule, re.compile(text)) for rule, text in _PATTERNS)
