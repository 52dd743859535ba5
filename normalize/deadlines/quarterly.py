"""Rules for what repeats on a day of a month of each quarter: «до 25 числа последнего месяца квартала»."""

import re

from normalize.deadlines.points import Context
from normalize.deadlines.repeats import BY, DAYS, TIMES_A, days_of, is_once
from normalize.deadlines.span import Span, span_of
from normalize.vocabulary import forms_of

_QUARTERLY = "|".join(
    form.replace(" ", r"\s+").replace(".", r"\.")
    for form, rule in sorted(forms_of("deadlines", "every").items(), key=lambda one: -len(one[0]))
    if rule == "FREQ=MONTHLY;INTERVAL=3"
)
_EVERY = rf"(?:(?:{_QUARTERLY}|{TIMES_A}в\s+(?:квартал|кв\b\.?))[\s,(:-]*)"
_DAYS = rf"(?:{BY})?(?P<days>{DAYS}|\d{{1,2}}\s*-\s*\d{{1,2}})\s*(?:числ\w+)?\s*,?\s*"
_REPORTED = r"(?:отчетн\w+(?:\s+(?:квартал|период|месяц)\w*)?|квартал\w*)"
_NEXT_MONTH = (  # «следующего месяца», «месяца, следующего за отчетным», «следующего за отчетным месяца»
    rf"(?:следующ\w+\s+(?:месяца|квартала)\b|месяца\s*,?\s*следующ\w+\s+(?:за|после)\s+{_REPORTED}"
    r"|следующ\w+\s+(?:за|после)\s+отчетн\w+(?:\s+(?:квартал|период|месяц)\w*)?(?:\s+месяца\b)?)"
)
DAY_OF_QUARTER = (
    rf"{_EVERY}?(?:{BY})?(?P<days>{DAYS})\s*(?:числ\w+)?\s*(?P<which>первого|второго|третьего|последнего"
    rf"|(?<=числа\s)[123](?:-?(?:го|ого|его))?(?!\d))\s+месяца\s+(?:каждого\s+)?квартала(?:[\s,(-]+(?:{_QUARTERLY})(?!\w))?\)?"
)
DAY_AFTER_QUARTER = rf"{_EVERY}{_DAYS}{_NEXT_MONTH}\)?"
_AFTER = r"следующ\w+\s+(?:за|после)\s+(?:отчетн\w+\s+)?квартал\w*"
DAY_AFTER_THE_QUARTER = rf"{_DAYS}(?:месяца\s*,?\s*{_AFTER}|{_AFTER}\s+месяца\b)"
_MONTHS = {"1": "1,4,7,10", "2": "2,5,8,11", "3": "3,6,9,12"}
_WHICH = {"первого": "1", "второго": "2", "третьего": "3", "последнего": "3"}


def read_day_of_quarter(match: re.Match[str], context: Context) -> list[Span]:
    """«до 25 числа последнего месяца квартала»: of March, June, September and December; not «месяца квартала»."""
    months = _MONTHS[_WHICH.get(match["which"], match["which"][0])]
    return [_yearly(match, months)] if is_once(match) else []


def read_day_after_quarter(match: re.Match[str], context: Context) -> list[Span]:
    """«ежеквартально до 5 числа месяца, следующего за отчетным»: of April, July, October and January.

    Not «ежеквартально до 5 числа»: nobody printed of which month.
    """
    said_once = "twice" not in match.groupdict() or is_once(match)
    return [_yearly(match, _MONTHS["1"])] if said_once else []


def _yearly(match: re.Match[str], months: str) -> Span:
    rrule = f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={days_of(match['days'])}"
    return span_of(match, "recurring", rrule=rrule)
