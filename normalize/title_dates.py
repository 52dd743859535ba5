"""The dates that a plan's title prints for the whole plan: «с 23 января по 23 февраля 2024 года», «(май 2022 г.)»."""

from dataclasses import replace
from datetime import date

from ingest.expressions import expression
from normalize.calendar_year import SCHOOL_YEAR_FIRST_MONTH, SUMMER, PlanYear, month_bounds
from normalize.deadlines.points import MONTHS
from normalize.deadlines.read import parse_deadlines
from normalize.vocabulary import alternatives

_MONTH = alternatives("deadlines", "month")
_YEAR = r"20\d\d(?!\d|\s?[-–—/])(?:\s*г(?:ода|\.)?)?"
_DAY = rf"\d{{1,2}}(?:\.\d{{1,2}}|\s+(?:{_MONTH}))?(?:(?:\.|\s+)20\d\d(?:\s*г(?:ода|\.)?)?)?"
# «с 23 января по 23 февраля 2024 года», «(24-31 марта 2024 г.)»; not «от 12.03.2021», an order's
_FROM_TO = expression(
    rf"(?<!от )(?<![\d.№])(?:с\s+)?{_DAY}\s*(?:[-–—]|\bпо\b)\s*\d{{1,2}}(?:\.\d\d\.|\s+(?:{_MONTH})\s+){_YEAR}"
)
_TOWARDS = expression(rf"\bк\s+\d{{1,2}}\s+(?:{_MONTH})\s+{_YEAR}")  # «по подготовке к 1 сентября 2022 года»
_OF_MONTH = expression(rf"(?<!\d )\b(?P<month>{_MONTH})\s+(?P<year>20\d\d)(?!\d|\s?[-–—/])")
_MONTH_AND_YEAR = expression(rf"(?<!\d )\b(?P<month>{_MONTH})\s+(?P<year>20\d\d)(?!\d|\s?[-–—/]\s?\d)")
# «летней оздоровительной кампании 2023 года»
_SUMMER = expression(
    r"\bлетн\w+\s+(?:[а-я-]+\s+){0,3}(?:кампани\w|отдых\w?|оздоровлени\w|период\w?|сезон\w?|работ\w)\s+"
    r"(?:[а-я-]+\s+){0,4}(?P<year>20\d\d)(?!\d|\s?[-–—/])|\bлет[оа]\s*[-–—]?\s*(?P<year2>20\d\d)(?!\d|\s?[-–—/])"
)
_PREPARES = r"подготовк\w|готовност\w"
# «к отопительному сезону и новому 2025-2026 учебному году»; not «к аттестации и учебной работе»
_AND_TO = (
    r"(?:[а-я-]+,?\s+){1,6}?(?:20\d\d\s*[-–—/]\s*(?:20)?\d\d\s*(?:г\S*\s+){0,2})?и\s+(?:к\s+)?"
    r"(?=(?:началу\s+)?(?:ново|20\d\d)[^.;]{0,30}?\sуч\S*\s*г)(?:началу\s+)?(?:ново\w+\s+)?"
)
# «подготовка школы к 2023/2024 учебному году», «к новому учебному году»; not «к участию в олимпиаде»
_PREPARED = expression(
    rf"\b(?:(?:{_PREPARES})\b[^.;]{{0,120}}?\bк(?:\s+началу)?|организ\w+\s+начал\w)\s+(?:ново\w+,?\s+)?"
    rf"(?:{_AND_TO})?(?:(?P<year>20\d\d)\s*[-–—/]\s*(?:20)?\d\d(?:-?[а-я]{1, 3})?\s+)?(?:ново\w+\s+)?уч(?:ебн|\.|\s*г)"
    # «подготовка к отопительному сезону 2025-2026 гг.», which begins in the autumn
    rf"|\b(?:{_PREPARES})\b[^.;]{{0,120}}?\bк\s+(?:[а-я-]+\s+){{0,6}}?(?:отопительн|осенне-зимн)\w+\s+"
    r"(?:сезон|период)\w*(?:\s+(?P<season>20\d\d)\s*[-–—/])?"
)
_FOR_A_YEAR = expression(r"\bплан\w*\s+(?:[а-я-]+\s+){0,6}на\s+20\d\d\s*[-–—/]")  # «План работы на 2023/2024 …»
_FROM_SEPTEMBER = expression(  # «введение ФОП с 1 сентября 2023 года», «с 01.09.2023»
    r"\b(?:введени|переход|внедрени)\w*\s[^.;]{0,120}?\bс\s+(?:0?1\.09\.|1\s+сентября\s+)(?P<year>20\d\d)(?!\d|\s?[-–—/])"
)
_SAID_OF_ALL = expression(rf"(?:\(|\bв\s+|\bза\s+)(?P<month>{_MONTH})\s+20\d\d(?!.*\b(?:{_MONTH})\b)")
_ONE_EVENT = expression(rf"(?<![а-я])(?:{alternatives('deadlines', 'one_event')})(?![а-я])")
LONGEST = 120  # days of what a title may say from day to day: longer is a programme
AHEAD = 6  # months before the day that is prepared for


def year_of_title(title: str) -> PlanYear | None:
    """The year of bare dates about the days that a plan's title prints; None for a title without them."""
    text = title.lower().replace("ё", "е")
    if (found := _FROM_TO.search(text)) and (days := _days_of(found.group())) is not None:
        return PlanYear(around=days, period=days)
    if (found := _TOWARDS.search(text)) and (day := _day_of(found.group())) is not None:
        first = day.year * 12 + day.month - 1 - AHEAD
        return PlanYear(around=(date(first // 12, first % 12 + 1, 1), day))
    if (summer := summer_of_title(text)) is not None:
        return PlanYear(around=(date(summer, 3, 1), date(summer, 8, 31)))
    months = [month_bounds(int(found["year"]), MONTHS[found["month"]]) for found in _OF_MONTH.finditer(text)]
    return PlanYear(around=(min(months)[0], max(months)[1])) if months else None


def summer_of_title(title: str) -> int | None:
    """2023 of «План летней оздоровительной кампании 2023 года», «План лагеря на лето 2023 года», «Лето – 2023»."""
    found = _SUMMER.search(title.lower())
    return int(found["year"] or found["year2"]) if found else None


def prepared_year(title: str, signed: date | None) -> int | None:
    """2023 of «План подготовки к 2023/2024 учебному году», «План введения ФОП с 1 сентября 2023 года».

    «О подготовке к новому учебному году», signed in the months before September, is for the one of that year. None
    for «План работы на 2023/2024 учебный год», which may only begin in September, and for what is signed later.
    """
    start = _prepared_start(title.lower(), signed)
    in_time = signed is None or (signed.year == start and signed.month < SCHOOL_YEAR_FIRST_MONTH)
    return start if in_time else None


def _prepared_start(text: str, signed: date | None) -> int | None:
    if (begins := _FROM_SEPTEMBER.search(text)) is not None:
        return int(begins["year"])
    found = _PREPARED.search(text)
    if found is None or _FOR_A_YEAR.search(text):
        return None
    if (printed := found["year"] or found["season"]) is not None:
        return int(printed)
    return None if signed is None else signed.year


def august_of_title(title: str) -> int | None:
    """2022 of «План на август 2022 – май 2023 года»; None where its months hold no August, or two."""
    months = [(int(found["year"]), MONTHS[found["month"]]) for found in _MONTH_AND_YEAR.finditer(title.lower())]
    if not months:
        return None
    first, last = min(months), max(months)
    years = [year for year in range(first[0], last[0] + 1) if first <= (year, 8) <= last]
    return years[0] if len(years) == 1 else None


def school_year_of_title(title: str) -> int | None:
    """The year in which the school year of the title's month begins: 2022 of «План на сентябрь 2022 года».

    None for August, which ends one and prepares the next.
    """
    found = _OF_MONTH.search(title.lower())
    month = MONTHS[found["month"]] if found else 8
    return None if found is None or month == 8 else int(found["year"]) - (month < SCHOOL_YEAR_FIRST_MONTH)


def year_under(section: str | None, hint: str | None, year: PlanYear) -> PlanYear:
    """The year of a row in a section that prints it beside its month: «Октябрь 2022 г.»; else the plan's own."""
    months = _OF_MONTH.findall((section or "").lower()) if hint is not None else []
    month = MONTHS[hint or ""] if months else 0
    printed = next((int(of) for name, of in reversed(months) if MONTHS[name] == month), None)
    if printed is None:
        return year
    if month in SUMMER:
        year = replace(year, august=printed)
    if year.year_of(month) == printed:
        return year
    if month in SUMMER and year.school_start == printed:
        return replace(year, opens=month)
    return replace(year, school_start=printed - (month < SCHOOL_YEAR_FIRST_MONTH), calendar=None)


def is_of_one_event(titles: str) -> bool:
    """«План проведения месячника в 2023 году», «План недели права»; not «План предметных недель»."""
    return _ONE_EVENT.search(titles.lower().replace("ё", "е")) is not None


def month_of_title(title: str) -> str | None:
    """The month of «(сентябрь 2022 г.)», «в ноябре 2023 года»; not «в октябре – ноябре», «с 1 по 9 мая 2023 года»."""
    found = _SAID_OF_ALL.search(title.lower())
    return found["month"] if found else None


def _days_of(text: str) -> tuple[date, date] | None:
    reading = parse_deadlines(text, PlanYear())
    if len(reading.deadlines) != 1 or reading.doubts:
        return None
    starts, ends = reading.deadlines[0].starts_on, reading.deadlines[0].ends_on
    if starts is None or ends is None:
        return None
    days = date.fromisoformat(starts), date.fromisoformat(ends)
    return days if (days[1] - days[0]).days <= LONGEST else None


def _day_of(text: str) -> date | None:
    found = parse_deadlines(text, PlanYear()).deadlines
    return date.fromisoformat(found[0].ends_on) if len(found) == 1 and found[0].ends_on else None
