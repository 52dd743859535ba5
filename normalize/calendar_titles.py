"""The calendar year of a plan's title without «на 2024 год»: «с января по декабрь 2024 года», «Год семьи – 2024».

What a title prints goes before the school year of the order's date.
"""

import re
from datetime import date

from ingest.expressions import expression
from normalize.calendar_year import SCHOOL_YEAR_FIRST_MONTH, PlanYear
from normalize.deadlines.points import MONTHS
from normalize.vocabulary import alternatives

_MONTH = alternatives("deadlines", "month")
_DAY = r"(?:\d{1,2}\s+)?"
_YEAR = r"20\d\d(?!\d|\s?[-–—/]\s?\d)"
# «(январь – декабрь 2024 г.)», «с 9 января по 27 декабря 2024 года», «с февраля 2024 г. по ноябрь 2024 г.»
_MONTHS = expression(
    rf"(?<![а-я]){_DAY}(?P<first>{_MONTH})(?:\s+(?P<own>20\d\d)(?:\s*г(?:ода|\.)?)?)?\s*(?:[-–—]|\bпо\b)\s*"
    rf"{_DAY}(?P<last>{_MONTH})\s+(?P<year>{_YEAR})"
)
# «с 01.01.2024 по 31.12.2024», «01.02 – 30.11.2024»
_NUMERALS = expression(
    r"(?<![\d.])\d{1,2}\.(?P<first>0\d|1[0-2])(?:\.(?P<own>20\d\d)?)?(?:\s*г(?:ода|\.)?)?\s*(?:[-–—]|\bпо\b)\s*"
    rf"\d{{1,2}}\.(?P<last>0\d|1[0-2])\.(?P<year>{_YEAR})"
)
_LOOKS_BACK = expression(r"(?:\bза\s+(?:период\s+)?|итог\w*\s+(?:период\w*\s+)?)(?:с\s+)?$")  # «итоги января – декабря»
# «в 2024 году», «(2024 год)», and «План работы 2024 год» to the end of a line
_BARE = expression(
    r"\bв\s+(?P<in>20\d\d)\s*(?:г\b|году)|\(\s*(?P<alone>20\d\d)\s*(?:год|г\.?)\s*\)|\b(?P<last>20\d\d)\s*(?:год|г\.)\s*$",
    re.MULTILINE,
)
# «от 12.01.2024 г.», «до 2024 г.», «за 2023 г.», «2023 – 2024 г.»
_NO_PLANS = expression(
    r"(?:(?:\bот|\bдо|\bза|\bитог\w*)\s*(?:«?\d{1,2}»?[.\s]\s*(?:\d\d\.|[а-я]+\s)\s*)?|20\d\d\s*[-–—/\\]\s*)$"
)
_GOD = r"(?:Год(?:а|у|ом|е)?|ГОД(?:А|У|ОМ|Е)?)"  # with a capital: the year that has a name
_WORD = r"[А-Яа-яЁё-]{3,}"
# «Году педагога и наставника – 2023», «Года семьи (2024)», «Год семьи 2024»
_YEAR_OF_NAME = expression(
    rf"(?<![А-Яа-яё]){_GOD}\s+(?:[А-Яа-яЁё-]+\s+){{0,5}}?(?!до\b|за\b|от\b|итог){_WORD}[»\"”]?\s*[-–—,(]?\s*(?P<year>{_YEAR})"
)
# «2024 – Год семьи», «в 2024 год, объявленный Годом семьи»
_NAME_OF_YEAR = expression(
    r"(?<![\d.№])(?P<year>20\d\d)\s*(?:год\w*|г\.?)?\s*[-–—,:]?\s*"
    rf"(?:(?:объявлен|провозглаш)\w*\s+(?:[А-Яа-яЁё]+\s+){{0,4}}?)?[«\"“]?{_GOD}\s+{_WORD}"
)
_OF_A_DATE = expression(rf"\d\s+(?:{_MONTH})\s*$")
_OF_SCHOOL = expression(r"\bуч\w*\.?\s*г|20\d\d\s*[-–—/\\]\s*(?:20)?\d\d(?!\d)")
_LAST_TO_START = 7  # the month to which a plan of the calendar year is signed late, and none of a school year early


def spanned_year(titles: str) -> int | None:
    """2024 of «с января по декабрь 2024 года»: a school year has no months on both sides of its 1 September.

    None for «сентябрь – декабрь 2024 г.», «январь – май 2024 г.», which are parts of one, and for what was: «за …».
    """
    text = _plain(titles)
    for pattern in (_MONTHS, _NUMERALS):
        for found in pattern.finditer(text):
            first, last = (MONTHS.get(found[name]) or int(found[name]) for name in ("first", "last"))
            one_year = found["own"] in (None, found["year"])
            if one_year and first < SCHOOL_YEAR_FIRST_MONTH <= last and not _LOOKS_BACK.search(text[: found.start()]):
                return int(found["year"])
    return None


def bare_year(titles: str) -> int | None:
    """2024 of «в 2024 году», «(2024 год)», «План работы 2024 год»; not of «от 12.01.2024 г.», «до 2024 г.»."""
    text = _plain(titles)
    found = (one for one in _BARE.finditer(text) if one["last"] is None or not _NO_PLANS.search(text[: one.start()]))
    return next((int(one["in"] or one["alone"] or one["last"]) for one in found), None)


def year_with_name(titles: str, signed: date | None) -> PlanYear | None:
    """The year of «2024 – Год семьи», «Году педагога и наставника – 2023»; None where a school year is printed too.

    In an order of the autumn before or in the year the plan may be for a school year: only the months that are of one
    calendar year either way are known.
    """
    year = None if _OF_SCHOOL.search(_plain(titles)) else _named(titles)
    if year is None or signed is None:
        return None if year is None else PlanYear(calendar=year)
    ahead = (year - signed.year) * 12 - signed.month
    if -_LAST_TO_START <= ahead <= 0:
        return PlanYear(calendar=year, signed=signed if signed.year == year else None)
    if -12 <= ahead < 0:
        return PlanYear(around=(date(year, SCHOOL_YEAR_FIRST_MONTH, 1), date(year, 12, 31)), signed=signed)
    return PlanYear(around=(date(year, 3, 1), date(year, 7, 31)), signed=signed) if 0 < ahead <= 6 else None


def _named(titles: str) -> int | None:
    years = {
        int(found["year"])
        for pattern in (_YEAR_OF_NAME, _NAME_OF_YEAR)
        for found in pattern.finditer(titles)
        if not (pattern is _NAME_OF_YEAR and _is_of_a_date(_plain(titles[: found.start()])))
    }
    return years.pop() if len(years) == 1 else None


def _is_of_a_date(before: str) -> bool:
    return (_OF_A_DATE.search(before) or _NO_PLANS.search(before)) is not None


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")
