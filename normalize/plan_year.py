"""What an order is known by, and the year that its plan is for."""

import re
from datetime import date

from ingest.model import RawOrder
from normalize.calendar_year import PlanYear, school_year_of
from normalize.fold import fold
from normalize.vocabulary import alternatives

_OF_MONTH = re.compile(rf"\bна\s+(?P<month>{alternatives('deadlines', 'month')})\b(?!\s*[-–—])", re.IGNORECASE)


def plan_month(raw: RawOrder) -> str | None:
    """The month that the whole plan is for: «февраль» of «План работы на февраль 2022 года»; not «на март-май»."""
    found = _OF_MONTH.search(_titles(raw))
    return found["month"].lower() if found else None


def order_identity(raw: RawOrder) -> str:
    """What a decision «only here» is tied to: issuer, date and number; the content where one is not printed."""
    head = raw.head
    if head.number is None or head.date is None:
        return raw.sha256
    return fold(f"{head.issuer or ''} {head.date} {head.number}")


def plan_year(raw: RawOrder) -> tuple[PlanYear, str | None]:
    """The year that the plan is for, and its school year as printed «2020/2021».

    Printed school year → a calendar year in the title («на 2022 год») → the date of the order.
    """
    signed = date.fromisoformat(raw.head.date) if raw.head.date is not None else None
    if raw.head.school_year is not None:
        return PlanYear(school_start=int(raw.head.school_year[:4]), signed=signed), raw.head.school_year
    titles = _titles(raw)
    if _SEVERAL_YEARS.search(titles):
        return PlanYear(), None
    if title := _CALENDAR_YEAR.search(titles):
        return PlanYear(calendar=int(title[1])), None
    title = _IN_YEAR.search(titles)
    if title and not _EXAMS.search(titles) and _begins(int(title[1] or title[2]), signed):
        return PlanYear(calendar=int(title[1] or title[2])), None
    if signed is None:
        return PlanYear(), None
    start = school_year_of(signed)
    return PlanYear(school_start=start, derived=True, signed=signed), f"{start}/{start + 1}"


# «на 2021-2023 годы»: a month without a year may be of any of them
_SEVERAL_YEARS = re.compile(r"\b20\d\d\s*[-–—/]\s*(?:20)?\d\d\s*(?:гг\b|год[ыа])", re.IGNORECASE)
# «на 2021 год», «на 2021 календарный год», «на январь – декабрь 2021 года», «на второе полугодие 2021 года»
_CALENDAR_YEAR = re.compile(
    r"\bна\s+(?:[а-яё]+\s+полугодие\s+|[а-яё]+\s*[-–—]\s*[а-яё]+\s+)?(20\d\d)\s*(?:календарный\s+)?(?:г\b|год)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\bв\s+(20\d\d)\s*(?:г\b|году)|\b(?=20\d\d\s*(?:год|г\.)\s*$)(20\d\d)", re.IGNORECASE)
# «подготовка к ГИА в 2021 году»: the year of the exams; the plan begins in the autumn before
_EXAMS = re.compile(r"ГИА|ЕГЭ|ОГЭ|ВПР|экзамен|аттестаци|олимпиад|приемк|приёмк", re.IGNORECASE)


def _begins(year: int, signed: date | None) -> bool:
    """Whether a plan signed then can be for the calendar year: in it, or in the December before."""
    return signed is None or signed.year == year or (signed.year == year - 1 and signed.month == 12)


def _titles(raw: RawOrder) -> str:
    """The plan's title, then the order's own: «План мероприятий» of «Об утверждении плана на 2022 год»."""
    return f"{raw.head.title or ''} {raw.head.about or ''}"
