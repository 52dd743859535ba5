"""A deadline cell → deadlines (CONTRACT.md §2), by an ordered list of small rules; the first answer wins.

A rule is a pattern over the lower-cased cell and a function from its match to one or more `Span`s. What no
rule reads stays over: words without a number are a remark («справка»), the rest is a doubt.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from normalize.calendar_year import PlanYear, month_bounds, school_year_bounds
from normalize.model import Deadline
from normalize.vocabulary import alternatives, forms_of

MONTHS = {form: int(value) for form, value in forms_of("deadlines", "month").items()}
ORDINALS = {form: int(value) for form, value in forms_of("deadlines", "ordinal").items()}
EVERY = forms_of("deadlines", "every")
UNITS = forms_of("deadlines", "unit")
WEEKDAYS = forms_of("deadlines", "weekday")
SEASONS = forms_of("deadlines", "season")

_MONTH = rf"(?:{alternatives('deadlines', 'month')})\b\.?"
_YEAR = r"(?:20\d\d|(?<=\.)\d\d)\b(?:\s*-?\s*(?:года?|году|гг?)\b\.?)?|20\d\dг(?:ода?|оду|г?)\b\.?"
_ORDINAL = rf"(?:{alternatives('deadlines', 'ordinal')})(?!\w)"
_WEEKDAY = rf"(?:{alternatives('deadlines', 'weekday')})\b"
_MONTH_YEAR = r"(?:0?[1-9]|1[0-2])\.20\d\d(?!\d)(?:\s*г(?:ода)?\b\.?)?"
_NUMERIC = r"\d{1,2}\.\d{1,2}(?!\d)(?:\.(?:20)?\d\d(?!\d))?\.?(?:\s*г(?:ода)?\b\.?)?"
_POINT = rf"(?:{_MONTH_YEAR}|{_NUMERIC}|\d{{1,2}}(?:-?го)?\s*{_MONTH}(?:\s*(?:{_YEAR}))?|{_MONTH}(?:\s*(?:{_YEAR}))?|\d{{1,2}}(?![\d.:])(?:\s+числа)?)"
_DURING = r"(?:в\s+течени[еи]\s+|в\s+теч\.?\s*)"
_SCHOOL_YEAR_WORDS = r"(?:уч(?:ебн\w+|\.)?\s*-?\s*г(?:од\w*|\.)?)"


class UnknownYear(ValueError):
    """A month is printed without a year, and nothing in the order says which year the plan is for."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a deadline cell needs a person. `kind` is the question's kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a deadline cell says. `rules` names the rule of each deadline, in order."""

    deadlines: tuple[Deadline, ...]
    doubts: tuple[Doubt, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    year: PlanYear
    hint: int | None  # month that the section gives to bare day numbers


@dataclass(frozen=True, slots=True)
class _Span:
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


@dataclass(frozen=True, slots=True)
class _Point:
    day: int | None
    month: int | None
    year: int | None


def parse_deadlines(text: str, year: PlanYear, month_hint: str | None = None) -> Reading:
    """What a deadline cell says, in order of appearance.

    `month_hint` is the month of a section title («октябрь») for bare day numbers («25-26»). An empty cell
    reads as nothing, with the doubt `empty_deadline`.
    """
    if not text.strip():
        return Reading((), (Doubt("empty_deadline", "Срок не указан."),), ())
    context = _Context(year, MONTHS.get((month_hint or "").lower()))
    plain = _plain(text)
    spans, left_over, doubts = _scan(plain, context)
    joined = _join(spans, plain, context)
    doubts += [span.doubt for span in joined if span.doubt is not None]
    if left_over:
        doubts.append(Doubt("deadline_text", f"Не прочитано в сроке: «{left_over}»."))
    if not joined and not doubts:
        doubts.append(Doubt("deadline_text", f"Срок «{text}» не прочитан."))
    return Reading(
        tuple(_deadline(span, text) for span in joined),
        tuple(dict.fromkeys(doubts)),
        tuple(span.rule for span in joined),
    )


def _plain(text: str) -> str:
    """Lower case, ё as е, one kind of dash; as long as the text, so spans hold."""
    return re.sub("[‐‑‒–—−]", "-", text.lower().replace("ё", "е").replace("\n", " "))


def _deadline(span: _Span, text: str) -> Deadline:
    return Deadline(
        text=_part(text, span.start, span.end),
        kind=span.kind,  # type: ignore[arg-type]
        starts_on=span.first.isoformat() if span.first else None,
        ends_on=span.last.isoformat() if span.last else None,
        rrule=span.rrule,
        inferred=span.inferred,
    )


def _part(text: str, start: int, end: int) -> str:
    """The cut-out, with the bracket closed that opens in it: «постоянно (в соответствии с запросом)»."""
    part = text[start:end].strip(" ,;\n")
    return part + ")" if part.count("(") > part.count(")") and text[end : end + 1] == ")" else part


# --- points: a day, a month, a date ----------------------------------------------------------------------


def _read_point(text: str) -> _Point:
    month_year = re.match(r"(\d{1,2})\.(20\d\d)", text)
    if month_year:
        return _Point(None, int(month_year[1]), int(month_year[2]))
    numeric = re.match(r"(\d{1,2})\.(\d{1,2})(?:\.((?:20)?\d\d))?", text)
    if numeric:
        day, month, year = numeric.groups()
        return _Point(int(day), int(month), None if year is None else int(year) % 100 + 2000)
    day_match = re.match(r"\d{1,2}(?!\d)", text)
    month_match = re.search(rf"{_MONTH}", text)
    year_match = re.search(r"20\d\d", text)
    return _Point(
        int(day_match.group()) if day_match else None,
        MONTHS[month_match.group().rstrip(".")] if month_match else None,
        int(year_match.group()) if year_match else None,
    )


def _bounds(point: _Point, context: _Context) -> tuple[date, date, bool]:
    """First and last day of a point; true when its year was not printed. Raises UnknownYear, ValueError."""
    month = point.month if point.month is not None else context.hint
    if month is None:
        raise ValueError("a day number without a month")
    year = point.year if point.year is not None else context.year.year_of(month)
    if year is None:
        raise UnknownYear(month)
    if point.day is None:
        return (*month_bounds(year, month), point.year is None)
    day = date(year, month, point.day)
    return day, day, point.year is None


def _range(first: _Point, last: _Point, context: _Context) -> tuple[date, date, bool]:
    """First and last day of «first – last»: what one side leaves out is taken from the other.

    «ноябрь-декабрь 2020г.»: the year covers both. «август – сентябрь»: a range that begins in August stays
    in the calendar year in which the school year begins (CONTRACT.md §2). «декабрь – февраль 2021»: the
    first month falls into the year before.
    """
    month = first.month if first.month is not None else last.month
    first = replace(first, month=month)
    inferred = last.year is None
    if last.year is not None and first.year is None:
        end = _bounds(last, context)[1]
        start = _bounds(replace(first, year=last.year), context)[0]
        return (start if start <= end else _bounds(replace(first, year=last.year - 1), context)[0], end, False)
    if last.year is None and first.year is None and month == 8 and context.year.school_start is not None:
        first = replace(first, year=context.year.school_start)
    start = _bounds(first, context)[0]
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year)
    end = _bounds(last, context)[1]
    if end < start:  # «май – сентябрь»: past the school year's end
        end = _bounds(replace(last, year=end.year + 1), context)[1]
    return start, end, inferred


# --- rules: match → spans --------------------------------------------------------------------------------

_Rule = Callable[[re.Match[str], _Context], list[_Span]]


def _span(
    match: re.Match[str], kind: str, first: date | None = None, last: date | None = None, **more: object
) -> _Span:
    return _Span(match.start(), match.end(), kind, first, last, **more)  # type: ignore[arg-type]


def _undated(match: re.Match[str], kind: str) -> list[_Span]:
    doubt = Doubt("unknown_year", f"К какому году относится срок «{match.group().strip()}»?")
    return [_span(match, kind, inferred=True, doubt=doubt)]


def read_school_year(match: re.Match[str], context: _Context) -> list[_Span]:
    """«2020-2021 учебный год»; not «2020-2022 годы»: that one is calendar years."""
    start, end = int(match["from"]), int(match["to"]) % 100 + 2000
    if end != start + 1:
        return []
    return [_span(match, "period", *school_year_bounds(start), inferred=True)]


def read_years(match: re.Match[str], context: _Context) -> list[_Span]:
    """«2020-2022 годы», «в течение 2021 года», «2010г»; not «2020-2021»: a school year or two years, who knows."""
    start = int(match["from"])
    end = int(match["to"]) % 100 + 2000 if match["to"] else start
    doubt = None
    if end == start + 1:
        doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебный год или два календарных?")
    return [_span(match, "period", date(start, 1, 1), date(end, 12, 31), doubt=doubt)]


def read_whole_year(match: re.Match[str], context: _Context) -> list[_Span]:
    """«в течение года», «в течение учебного года»: the plan's year; not «в течение 2021 года»."""
    bounds = context.year.bounds
    return [_span(match, "period", *bounds, inferred=True)] if bounds else _undated(match, "period")


def read_hinted_month(match: re.Match[str], context: _Context) -> list[_Span]:
    """«в теч. мес.» under a section that is a month; not «2 раза в мес.»."""
    if context.hint is None:
        return []
    first, last, _ = _bounds(_Point(None, context.hint, None), context)
    return [_span(match, "period", first, last, inferred=True)]


def read_monthly_day(match: re.Match[str], context: _Context) -> list[_Span]:
    """«до 25 числа каждого месяца», «ежемесячно до 5 числа»; not «до 25 мая»."""
    return [_span(match, "recurring", rrule=f"FREQ=MONTHLY;BYMONTHDAY={int(match['day'] or match['day2'])}")]


def read_nth_weekday(match: re.Match[str], context: _Context) -> list[_Span]:
    """«третий четверг каждого месяца»; not «третий четверг сентября»: that one is a day."""
    return [_span(match, "recurring", rrule=f"FREQ=MONTHLY;BYDAY={ORDINALS[match['nth']]}{WEEKDAYS[match['weekday']]}")]


def read_weekday(match: re.Match[str], context: _Context) -> list[_Span]:
    """«каждую пятницу», «еженедельно по вторникам»; not «пятница» alone."""
    return [_span(match, "recurring", rrule=f"FREQ=WEEKLY;BYDAY={WEEKDAYS[match['weekday']]}")]


def read_every(match: re.Match[str], context: _Context) -> list[_Span]:
    """«ежеквартально» → every three months; not «ежедневный»."""
    return [_span(match, "recurring", rrule=EVERY[" ".join(match["every"].split())])]


def read_times(match: re.Match[str], context: _Context) -> list[_Span]:
    """«1 раз в полугодие» → every six months; «два раза в год» repeats, but nobody printed when."""
    once = (match["count"] or "1").strip() in ("1", "один", "одного", "одному")
    return [_span(match, "recurring", rrule=(UNITS[" ".join(match["unit"].split())] or None) if once else None)]


def read_quarters(match: re.Match[str], context: _Context) -> list[_Span]:
    """«I квартал 2022 года», «2,3,4 квартал»: one each; «I-II квартал»: one period; not «раз в квартал»."""
    year = re.search(r"20\d\d", match["year"] or "")
    numbers = [ORDINALS[found] for found in re.findall(_ORDINAL, match["numbers"])]
    if any(number not in (1, 2, 3, 4) for number in numbers):
        return []
    groups = (
        [(min(numbers), max(numbers))]
        if re.search(r"[ivх\d]\s*-\s*[ivх\d]", match["numbers"])
        else [(n, n) for n in numbers]
    )
    spans = []
    for low, high in groups:
        first = _Point(None, low * 3 - 2, int(year.group()) if year else None)
        last = _Point(None, high * 3, int(year.group()) if year else None)
        start = _bounds(first, context)[0]
        end = _bounds(replace(last, year=start.year), context)[1]
        doubt = None
        if year is None and low <= 3 <= high and context.year.school_start is not None:
            doubt = Doubt("deadline_text", f"«{match.group().strip()}»: III квартал какого года?")
        spans.append(_span(match, "period", start, end, inferred=year is None, doubt=doubt))
    return spans


def read_half_year(match: re.Match[str], context: _Context) -> list[_Span]:
    """«I полугодие 2021 года»: calendar; «1 полугодие» of a school year: September–December, January–August, asked."""
    number, year = ORDINALS[match["nth"]], re.search(r"20\d\d", match["year"] or "")
    if year or context.year.school_start is None:
        calendar = int(year.group()) if year else context.year.calendar
        if calendar is None:
            return _undated(match, "period")
        start, end = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
        return [_span(match, "period", date(calendar, *start), date(calendar, *end), inferred=year is None)]
    first, last = school_year_bounds(context.year.school_start)
    doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебного года или календарного?")
    if number == 1:
        return [_span(match, "period", first, date(first.year, 12, 31), inferred=True, doubt=doubt)]
    return [_span(match, "period", date(last.year, 1, 1), last, inferred=True, doubt=doubt)]


def read_part_of_month(match: re.Match[str], context: _Context) -> list[_Span]:
    """«вторая декада мая», «3 неделя сентября» (asked: weeks are counted in several ways), «конец мая»."""
    first, last, inferred = _bounds(_read_point(match["month"]), context)
    number = ORDINALS.get(match["nth"] or "", 0) or {"нач": 1, "сер": 2, "кон": -1}.get((match["part"] or "")[:3], 1)
    if (match["unit"] or "дек").startswith("дек"):
        start = {1: 1, 2: 11}.get(number, 21)
        end = {1: 10, 2: 20}.get(number, last.day)
        return [_span(match, "period", first.replace(day=start), first.replace(day=end), inferred=True)]
    number = min(number if number > 0 else 4, 4)
    doubt = Doubt("deadline_week", f"Какие дни имеются в виду: «{match.group().strip()}»?")
    days = (number * 7 - 6, last.day if number == 4 else number * 7)
    return [_span(match, "period", first.replace(day=days[0]), first.replace(day=days[1]), inferred=True, doubt=doubt)]


def read_season(match: re.Match[str], context: _Context) -> list[_Span]:
    """«осень 2021 г.», «летний период»; not «осенние каникулы»: their dates stand in another paper."""
    low, high = (int(month) for month in SEASONS[" ".join(match["season"].split())].split("-"))
    year = re.search(r"20\d\d", match["year"] or "")
    first, last, _ = _range(_Point(None, low, None), _Point(None, high, int(year.group()) if year else None), context)
    return [_span(match, "period", first, last, inferred=True)]


def read_end_of(match: re.Match[str], context: _Context) -> list[_Span]:
    """«до конца сентября», «до конца учебного года»; «до конца года» is asked: which year?"""
    if match["month"]:
        _, last, inferred = _bounds(_read_point(match["month"]), context)
        return [_span(match, "by", None, last, inferred=inferred)]
    bounds = context.year.bounds
    if bounds is None:
        return _undated(match, "by")
    if match["school"]:
        return [_span(match, "by", None, bounds[1], inferred=True)]
    doubt = Doubt("deadline_text", f"«{match.group().strip()}»: учебного года или календарного?")
    return [_span(match, "by", None, date(bounds[0].year, 12, 31), inferred=True, doubt=doubt)]


def read_range(match: re.Match[str], context: _Context) -> list[_Span]:
    """«20-21 октября», «15.09 -16.09», «с сентября по май», «январь 2021 г. – сентябрь 2021 г.»."""
    first, last = _read_point(match["first"]), _read_point(match["last"])
    if last.month is None and first.month is not None and first.day is None:
        return []
    if last.month is None:
        last = replace(last, month=first.month)
    start, end, inferred = _range(first, last, context)
    return [_span(match, "period", start, end, inferred=inferred)]


def read_until(match: re.Match[str], context: _Context) -> list[_Span]:
    """«до 1 ноября», «до15.09», «не позднее 5 мая»: inclusive; «до июля» is asked: the month in or out?"""
    point = _read_point(match["point"])
    first, last, inferred = _bounds(point, context)
    doubt = None
    if point.day is None:
        doubt = Doubt("deadline_text", f"«{match.group().strip()}»: включая этот месяц или нет?")
    return [_span(match, "by", None, last, inferred=inferred, doubt=doubt)]


def read_since(match: re.Match[str], context: _Context) -> list[_Span]:
    """«с 1 сентября», «начиная с октября»: without an end; not «с 1 по 10 октября»."""
    first, _, inferred = _bounds(_read_point(match["point"]), context)
    return [_span(match, "ongoing", first, None, inferred=inferred)]


def read_point(match: re.Match[str], context: _Context) -> list[_Span]:
    """«08.09», «1 ноября 2020 г.», «сентябрь»; a bare number only under a month's section."""
    point = _read_point(match["point"])
    if point.month is None and (context.hint is None or point.day is None):
        return []
    first, last, inferred = _bounds(point, context)
    return [_span(match, "period", first, last, inferred=inferred)]


def read_ongoing(match: re.Match[str], context: _Context) -> list[_Span]:
    """«постоянно», «по мере необходимости», «по запросу»; not «ежедневно»: that one repeats."""
    return [_span(match, "ongoing")]


def read_elsewhere(match: re.Match[str], context: _Context) -> list[_Span]:
    """«по графику», «согласно планов центра и города»: the dates stand in another paper, so it is asked."""
    doubt = Doubt("deadline_elsewhere", f"Даты стоят в другом документе: «{match.group().strip()}».")
    return [_span(match, "ongoing", doubt=doubt)]


_TO = r"\s*\.?\s*(?:-|\bпо\b|\bдо\b)\s*"
_UNTIL = r"(?:до|не\s+позднее|не\s+позже|к|по)(?=[\s\d])\s*"
_OF_MONTH = r"(?:каждого\s+месяца|ежемесячно|месяца)"
RULES: tuple[tuple[_Rule, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        (read_school_year, rf"(?:{_DURING}|на\s+|в\s+)?(?P<from>20\d\d)\s*[-/]\s*(?P<to>(?:20)?\d\d)\s*(?:г\w*\.?\s*)?{_SCHOOL_YEAR_WORDS}"),
        (read_years, rf"(?:{_DURING}|в\s+)?(?P<from>20\d\d)(?:\s*[-/]\s*(?P<to>(?:20)?\d\d))?\s*(?:гг|год\w*|г)?\b\.?"),
        (read_whole_year, rf"{_DURING}(?:всего\s+)?(?:(?:учебного|уч\.?)\s*)?(?:года|г\.)|весь\s+(?:учебный\s+)?год\b|{_SCHOOL_YEAR_WORDS}"),
        (read_hinted_month, rf"{_DURING}(?:всего\s+)?(?:месяца|мес\b\.?)"),
        (read_end_of, rf"до\s+(?:конца|окончания)\s+(?:(?P<school>(?:учебного|уч\.?)\s*(?:года|г\.))|года|(?P<month>{_MONTH}(?:\s*(?:{_YEAR}))?))"),
        (read_monthly_day, rf"(?:до\s+)?(?P<day>\d{{1,2}})(?:-?го)?\s+числа\s*,?\s*{_OF_MONTH}|ежемесячно\s*,?\s*до\s+(?P<day2>\d{{1,2}})(?:-?го)?(?:\s+числа)?(?![\d.])"),
        (read_nth_weekday, rf"(?P<nth>{_ORDINAL})\s+(?P<weekday>{_WEEKDAY})\s+{_OF_MONTH}"),
        (read_weekday, rf"(?:кажд\w+|еженедельно,?\s+по|по)\s+(?P<weekday>{_WEEKDAY})"),
        (read_every, rf"(?P<every>{alternatives('deadlines', 'every')})\b"),
        (read_times, rf"(?:не\s+(?:реже|менее|чаще)\s+)?(?:(?P<count>\d+|один|одного|два|две|двух|три|трех|четыре|пять|несколько)\s*(?:-?х)?\s*)?(?:раза?|р\.?)\s+в\s+(?P<unit>{alternatives('deadlines', 'unit')})(?!\w)"),
        (read_quarters, rf"(?:{_DURING}|в\s+)?(?P<numbers>{_ORDINAL}(?:\s*(?:,|-|и)\s*{_ORDINAL})*)\s*(?:квартал\w*|кв\b\.?)\s*(?P<year>{_YEAR})?"),
        (read_half_year, rf"(?:{_DURING}|в\s+)?(?P<nth>{_ORDINAL})\s*(?:полугоди\w+|п/г)\s*(?P<year>{_YEAR})?"),
        (read_part_of_month, rf"(?:(?P<nth>{_ORDINAL})\s+(?P<unit>недел\w+|декад\w+)|(?P<part>начало|середина|конец|в\s+начале|в\s+середине|в\s+конце))\s+(?P<month>{_MONTH}(?:\s*(?:{_YEAR}))?)"),
        (read_season, rf"(?P<season>{alternatives('deadlines', 'season')})\b(?!\s+каникул)\s*(?P<year>{_YEAR})?"),
        (read_range, rf"(?:с\s+|{_DURING})?(?P<first>{_POINT}){_TO}(?P<last>{_POINT})"),
        (read_until, rf"{_UNTIL}(?P<point>{_POINT})"),
        (read_since, rf"(?:начиная\s+)?с\s+(?P<point>{_POINT})"),
        (read_point, rf"(?:{_DURING}|в\s+)?(?P<point>{_POINT})"),
        (read_ongoing, rf"(?:{alternatives('deadlines', 'ongoing')})(?!\w)"),
        (read_elsewhere, rf"(?:{alternatives('deadlines', 'elsewhere')})(?!\w)[^,;()\d]*"),
    )
)  # fmt: skip

_NOISE = re.compile(r"[\s,;.()\-–:/]+|(?:далее|затем|и|а|также|потом)\b|г\b\.?")
_STEP = re.compile(r"\w+|\W")


def _scan(plain: str, context: _Context) -> tuple[list[_Span], str, list[Doubt]]:
    """The spans that the rules read from left to right, and what is left over that looks like a date."""
    spans: list[_Span] = []
    doubts: list[Doubt] = []
    left: list[str] = []
    at = 0
    while at < len(plain):
        found, end = _first_answer(plain, at, context, doubts)
        if end > at:
            spans += found
            at = end
            continue
        step = _NOISE.match(plain, at) or _STEP.match(plain, at)
        assert step is not None  # _STEP matches any character
        if not _NOISE.fullmatch(step.group()):
            left.append(step.group())
        at = step.end()
    words = " ".join(left)
    return spans, words if re.search(r"\d", words) else "", doubts


def _first_answer(plain: str, at: int, context: _Context, doubts: list[Doubt]) -> tuple[list[_Span], int]:
    """The first rule's spans and where they end; ([], at) where no rule answers."""
    if at and plain[at - 1].isalnum() and plain[at].isalnum():
        return [], at
    for rule, pattern in RULES:
        match = pattern.match(plain, at)
        if match is None or not match.group().strip():
            continue
        try:
            spans = rule(match, context)
        except UnknownYear:
            spans = _undated(match, "by" if rule is read_until else "period")
        except ValueError:  # «31 ноября», «45.13», «25-26» without a month
            doubts.append(
                Doubt("deadline_text", f"Даты «{match.group().strip()}» нет в календаре, или к ней не указан месяц.")
            )
            return [], match.end()
        if spans:
            return [replace(span, rule=rule.__name__) for span in spans], match.end()
    return [], at


# --- neighbours that say one thing together --------------------------------------------------------------


def _join(spans: list[_Span], plain: str, context: _Context) -> list[_Span]:
    """Joins what belongs together: «постоянно (третий четверг…)», «июнь далее – ежегодно», «до …, далее – постоянно»."""
    joined: list[_Span] = []
    for span in spans:
        if span.rrule == "FREQ=YEARLY" and joined and all(one.kind == "period" for one in joined):
            joined = [replace(one, kind="recurring", rrule=span.rrule, rule=span.rule) for one in joined]
            joined[-1] = replace(joined[-1], end=span.end)
            continue
        before = joined[-1] if joined else None
        onward = before is not None and re.search(r"далее|затем", plain[before.end : span.start]) is not None
        pair = _pair(before, span, onward, context) if before is not None else None
        if pair is None:
            joined.append(span)
        else:
            joined[-1:] = pair
    return joined


def _pair(before: _Span, span: _Span, onward: bool, context: _Context) -> list[_Span] | None:
    """What two neighbours say together; None = each its own."""
    end = max(before.end, span.end)
    if before.kind == "ongoing" and span.kind == "ongoing":
        return [replace(before, end=end, doubt=None if before.doubt is None or span.doubt is None else before.doubt)]
    if before.kind == "ongoing" and before.doubt is None and span.kind == "recurring":
        first, last = context.year.bounds or (None, None)
        return [replace(span, start=before.start, first=first, last=last, inferred=True)]
    if span.kind == "recurring" and before.kind in ("period", "by") and span.first is None:
        return [
            replace(
                span,
                start=before.start,
                first=before.first,
                last=before.last,
                inferred=before.inferred,
                doubt=before.doubt,
            )
        ]
    if before.rrule is not None and before.first is None and span.kind == "period":
        return [replace(before, end=end, first=span.first, last=span.last, inferred=span.inferred, doubt=span.doubt)]
    if onward and span.kind == "ongoing" and span.first is None:
        return [before, replace(span, first=before.last, inferred=before.inferred)]
    return None
