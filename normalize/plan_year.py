"""What an order is known by, and the year that its plan is for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.expressions import expression
from ingest.model import RawOrder, RawRow
from normalize.calendar_titles import bare_year, spanned_year, year_with_name
from normalize.calendar_year import SUMMER, PlanYear, school_year_of
from normalize.fold import fold
from normalize.title_dates import (
    august_of_title,
    is_of_one_event,
    month_of_title,
    prepared_year,
    school_year_of_title,
    summer_of_title,
    year_of_title,
)
from normalize.vocabulary import alternatives, forms_of

_OF_MONTH = expression(rf"\bна\s+(?P<month>{alternatives('deadlines', 'month')})\b(?!\s*[-–—])", re.IGNORECASE)

_MONTHS = forms_of("deadlines", "month")
# not «к 9 мая», «Праздник 8 Марта»: an occasion
_NAMED_MONTH = expression(rf"(?<![а-я])(?<!\d )(?<!\d)({alternatives('deadlines', 'month')})(?![а-я])")


def months_of_plans(raw: RawOrder) -> tuple[str | None, ...]:
    """The month that each plan of a file is for: «февраль» of «План работы на февраль 2022 года»; not «на март-май».

    A plan without a title stands under the one above it. None has the month of another title.
    """
    if len(raw.plan_titles) < 2:
        return (_month_of(_titles(raw)),)
    months: list[str | None] = []
    about = _month_of(raw.head.about or "")
    for title in raw.plan_titles:
        months.append(months[-1] if title is None and months else _month_of(title or "") or about)
    return tuple(months)


def month_of_row(row: RawRow, months: Sequence[str | None]) -> str | None:
    """The month for bare days in a row: its section's, else its plan's; None under «Мероприятия ноября» in October."""
    month = months[min(row.plan, len(months)) - 1]
    named = {_MONTHS[found[1]] for found in _NAMED_MONTH.finditer(fold(row.section or ""))}
    return row.deadline_hint or (month if month is None or named <= {_MONTHS[month]} else None)


def _month_of(titles: str) -> str | None:
    found = _OF_MONTH.search(titles)
    return found["month"].lower() if found else month_of_title(titles)


def order_identity(raw: RawOrder) -> str:
    """What a decision «only here» is tied to: issuer, date and number; the content where one is not printed."""
    head = raw.head
    return identity_of(head.issuer, head.date, head.number, raw.sha256)


def identity_of(issuer: str | None, date: str | None, number: str | None, sha256: str) -> str:
    """The same of what the database holds of an order."""
    if number is None or date is None:
        return sha256
    return fold(f"{issuer or ''} {date} {number}")


def plan_year(raw: RawOrder) -> tuple[PlanYear, str | None]:
    """The year that the order's plan is for, and its school year as printed «2020/2021».

    A calendar year in the plan's own title («на 2022 год») → a school year printed there or beside it → a calendar
    year in the order's title → one in the point that approves the plan → the date of the order.
    """
    year = _year_of(raw, raw.head.title or "")
    start = year.school_start if year.derived else None
    if year.around is not None and year.signed is not None:  # «на лето 2023 года»: the end of a school year
        start = school_year_of(year.signed)
    return year, raw.head.school_year or (None if start is None else f"{start}/{start + 1}")


def years_of_plans(raw: RawOrder) -> tuple[PlanYear, ...]:
    """The year of each plan of a file: «План на 2023 год» may stand beside one for 2022/2023.

    A plan without a title, or under «Мероприятия ноября», is a section of the plan above it: it has that plan's year.
    """
    years: list[PlanYear] = []
    for title in raw.plan_titles or (raw.head.title,):
        is_section = title is None or (_NAMED_MONTH.search(fold(title)) and not _SAYS_YEAR.search(title))
        years.append(years[-1] if is_section and years else _year_of(raw, title or ""))
    return tuple(years)


def _year_of(raw: RawOrder, title: str) -> PlanYear:
    year = _prepared(_year_said(raw, title), f"{title} {raw.head.about or ''}", raw)
    august = august_of_title(title) or august_of_title(raw.head.about or "")
    brief = year.period is None and is_of_one_event(f"{title} {raw.head.about or ''}")
    return replace(year, august=year.august if august is None else august, brief=brief)


def _prepared(year: PlanYear, titles: str, raw: RawOrder) -> PlanYear:
    """The year with the summer that prepares it: «подготовка к 2023/2024 учебному году» begins months before."""
    signed = date.fromisoformat(raw.head.date) if raw.head.date is not None else None
    start = prepared_year(titles, signed)
    if start is None or year.calendar is not None or (year.school_start != start and not _is_unsaid(year, raw)):
        return year
    opens = SUMMER[0] if signed is None else min(SUMMER[0], signed.month)
    return replace(year, school_start=start, around=None, opens=opens, august=start, signed=signed)


def _is_unsaid(year: PlanYear, raw: RawOrder) -> bool:
    """Whether only the order's date says which year it is."""
    return raw.head.school_year is None and (year.derived or year.around is not None)


def _year_said(raw: RawOrder, title: str) -> PlanYear:
    signed = date.fromisoformat(raw.head.date) if raw.head.date is not None else None
    titles = f"{title}\n{raw.head.about or ''}"
    own = _SCHOOL_YEAR.search(title)
    if own is not None and (int(own[1]) + 1) % 100 == int(own[2]):
        return _within(PlanYear(school_start=int(own[1]), signed=signed), year_of_title(titles) or PlanYear())
    calendar = _calendar_of(title, signed)
    month = school_year_of_title(title)
    if month is not None and len(raw.plan_titles) > 1 and spanned_year(title) is None:
        return PlanYear(school_start=month, signed=signed)
    said = year_of_title(titles) or PlanYear()
    if raw.head.school_year is not None and (calendar is None or _EXAMS.search(title)):
        return PlanYear(school_start=int(raw.head.school_year[:4]), period=said.period, signed=signed)
    if (start := _start_of_two_years(titles, signed)) is not None:
        return PlanYear(school_start=start, derived=True, period=said.period, signed=signed)
    named = _year_of_titles(titles, calendar, said, signed)
    approved = (
        _calendar_approved(raw.approves or "") if said == PlanYear() and (named.derived or named == said) else None
    )
    return named if approved is None else _in_calendar(approved, signed)


def _year_of_titles(titles: str, calendar: int | None, said: PlanYear, signed: date | None) -> PlanYear:
    """The year where no school year is printed; `said`: by the days that the title prints."""
    if several := _SEVERAL_YEARS.search(titles):
        first, last = int(several[1]), int(several[2]) % 100 + 2000
        period = (date(first, 1, 1), date(last, 12, 31)) if last > first + 1 else None
        return PlanYear(period=period, signed=None if period is None else signed)
    if calendar := calendar or _calendar_of(titles, signed):
        return _within(_in_calendar(calendar, signed), said)
    if signed is None and said.period is not None:
        return said
    if signed is not None and summer_of_title(titles) == signed.year and said.around is not None:
        return replace(said, signed=signed)
    if not _EXAMS.search(titles.lower().replace("ё", "е")):
        if (within := bare_year(titles)) is not None and _begins(within, signed):
            return _within(_in_calendar(within, signed), said)
        if said == PlanYear() and (named := year_with_name(titles, signed)) is not None:
            return named
    return said if signed is None else _year_of_date(signed, said)


def _calendar_of(titles: str, signed: date | None) -> int | None:
    """2024 of «на 2024 год», or of «с января по декабрь 2024 года» in an order of that year or of the one before."""
    if (found := _CALENDAR_YEAR.search(titles)) is not None:
        return int(found[1])
    year = spanned_year(titles)
    return year if year is None or signed is None or 0 <= year - signed.year <= 1 else None


def _calendar_approved(point: str) -> int | None:
    """2022 of «Утвердить план мероприятий на 2022 год»; None where another year is named too, or an exam's."""
    years = {int(found[1]) for found in _CALENDAR_YEAR.finditer(point)}
    others = set(map(int, _SAYS_YEAR.findall(point))) - years
    return years.pop() if len(years) == 1 and not others and not _EXAMS.search(fold(point)) else None


def _within(year: PlanYear, said: PlanYear) -> PlanYear:
    """The plan's year with the days that a title prints, where they lie in it: «с 1 апреля по 10 мая 2023 года»."""
    bounds, days = year.bounds, said.period
    inside = bounds is not None and days is not None and bounds[0] <= days[1] and days[0] <= bounds[1]
    return replace(year, period=days) if inside else year


def _in_calendar(year: int, signed: date | None) -> PlanYear:
    """The calendar year, with the order's date where some of it was over by then."""
    return PlanYear(calendar=year, signed=signed if signed is not None and signed.year == year else None)


def _year_of_date(signed: date, said: PlanYear) -> PlanYear:
    """The school year of an order's date, but where the days that its title prints fall into another one."""
    derived = PlanYear(school_start=school_year_of(signed), derived=True, signed=signed, period=said.period)
    first = said.period[0] if said.period is not None else None
    return derived if first is None or derived.year_of(first.month) == first.year else said


def _start_of_two_years(titles: str, signed: date | None) -> int | None:
    """2021 of «на 2021-2022 г.г.» in an order signed before or when that school year begins."""
    for found in _TWO_YEARS.finditer(titles):
        start = int(found[1])
        begins = signed is not None and signed.year == start and _PLANNED[0] <= signed.month <= _PLANNED[1]
        if (start + 1) % 100 == int(found[2]) and begins:
            return start
    return None


# «на 2021-2022 учебный год»
_SCHOOL_YEAR = expression(r"(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?:-?\w{1,3})?\s*уч", re.IGNORECASE)
# «на 2021-2023 годы»: a month without a year may be of any of them
_SEVERAL_YEARS = expression(r"\b(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)\s*(?:гг\b|г\.\s?г\b|год[ыа])", re.IGNORECASE)
# «на 2021-2022 г.г.», «на 2021-2022 год»: not «годы», which are those of a programme
_TWO_YEARS = expression(r"\b(20\d\d)\s*[-–—/\\]\s*(?:20)?(\d\d)(?!\d)(?!\s*[-–—/.]\s*\d)(?!\s*год[ыоа])", re.IGNORECASE)
_SAYS_YEAR = expression(r"20\d\d")
_PLANNED = (5, 10)  # months in which a school year's plan is signed; one of two calendar years in the winter before
# «на 2021 год», «на 2021 календарный год», «на январь – декабрь 2021 года», «на второе полугодие 2021 года»
_CALENDAR_YEAR = expression(
    r"\bна\s+(?:[а-яё]+\s+полугодие\s+|[а-яё]+\s*[-–—]\s*[а-яё]+\s+)?(20\d\d)\s*(?:календарный\s+)?(?:г\b|год)",
    re.IGNORECASE,
)
# «подготовка к ГИА в 2021 году»: the year of the exams; the plan begins in the autumn before
_EXAMS = expression(alternatives("deadlines", "year_named"), re.IGNORECASE)


def _begins(year: int, signed: date | None) -> bool:
    """Whether a plan signed then can be for the calendar year: in it, or in the December before."""
    return signed is None or signed.year == year or (signed.year == year - 1 and signed.month == 12)


def _titles(raw: RawOrder) -> str:
    """The plan's title, then the order's own: «План мероприятий» of «Об утверждении плана на 2022 год»."""
    return f"{raw.head.title or ''} {raw.head.about or ''}"
