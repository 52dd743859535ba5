"""Rules for the first and last days of every month, and for its working days: «последний рабочий день месяца»."""

import re

from normalize.deadlines.patterns import ORDINAL, ORDINALS, UNTIL
from normalize.deadlines.points import Context
from normalize.deadlines.repeats import BY, OF_MONTH, TIMES_A, is_once
from normalize.deadlines.span import ASKED, Span, span_of, text_doubt

_MONTHLY = rf"(?:ежемесячно|каждый\s+месяц|{TIMES_A}в\s+(?:месяц|мес\b\.?))[\s,(:-]*"
_WORKING = r"рабоч(?:ий|его|ему|ем)"  # not «3 рабочих дня»
_DAY = r"(?:день|дня|дню|дне|числ\w+)"
_WHICH = (
    rf"(?:кажд\w+\s+)?(?:(?P<last>последн\w+)|(?P<nth>{ORDINAL})(?=\s+рабоч))\s+(?P<working>{_WORKING}\s+)?{_DAY}\b"
)
LAST_DAY_OF_MONTH = rf"(?:{_MONTHLY})?(?:{BY}|во?\s+)?{_WHICH}\s+{OF_MONTH}\)?"
LAST_DAY_OF_EVERY = rf"{_MONTHLY}(?:{BY}|во?\s+)?{_WHICH}(?!\s*\w)\)?"
SOME_WORKING_DAY = (
    rf"(?:{UNTIL}|во?\s+)?(?:кажд\w+\s+)?(?:последн\w+|{ORDINAL})\s+(?:рабоч|учебн)(?:ий|его|ему|ем)\s+(?:день|дня|дню|дне)\b"
    r"(?:\s+(?!кажд|до\b|с\b|по\b)[а-я]+)?"
)
# «20-е числа каждого месяца»: from the 20th on; «10-е и 20-е числа» are two days
_TENS = r"(?:(?:до|ко?|во?)\s+)?(?:[12]0|30)\s?-?\s?(?:е|х|ые|ых)\s+числ(?:а|ах|ам)?\b"
_TENS_IN_WORDS = r"(?:(?:до|ко?|во?)\s+)?(?:десяты|двадцаты|тридцаты)(?:е|х)\s+числ(?:а|ах|ам)?\b"
_OF_MONTH = re.sub(r"\?P<\w+>", "?:", OF_MONTH)  # twice in one pattern
TENS_OF_MONTH = (
    rf"{_MONTHLY}(?:{_TENS}|{_TENS_IN_WORDS})(?:\s+{_OF_MONTH})?\)?|(?:{_TENS}|{_TENS_IN_WORDS})\s+{_OF_MONTH}"
)


def read_last_day(match: re.Match[str], context: Context) -> list[Span]:
    """«последний рабочий день каждого месяца», «ежемесячно, в последний день», «до 3 рабочего дня месяца»."""
    if not is_once(match):
        return []
    number = -1 if match["last"] else ORDINALS[match["nth"]]
    day = f"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={number}" if match["working"] else f"BYMONTHDAY={number}"
    return [span_of(match, "recurring", rrule=f"FREQ=MONTHLY;{day}")]


def read_some_working_day(match: re.Match[str], context: Context) -> list[Span]:
    """«последний рабочий день» of a month, a quarter, a week? Asked; not «в течение 3 рабочих дней»."""
    return [span_of(match, ASKED, inferred=True, doubt=text_doubt(match, ": какие это даты?"))]


def read_tens(match: re.Match[str], context: Context) -> list[Span]:
    """«20-е числа каждого месяца»: some of the days from the 20th on, asked; not «20-е число каждого месяца»."""
    return [span_of(match, "recurring", rrule="FREQ=MONTHLY", doubt=text_doubt(match, ": какие это дни?"))]
