"""Which of two summers is meant: what no title nor section says is asked, but where a weekday settles it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.expressions import expression
from normalize.calendar_year import SCHOOL_YEAR_FIRST_MONTH, SUMMER
from normalize.deadlines.parts import WEEKDAY_CODES
from normalize.deadlines.patterns import WEEKDAY, WEEKDAYS
from normalize.deadlines.points import Context
from normalize.deadlines.span import Doubt, Span

_AUGUST = 8  # `august` asks about it
_WEEKDAY_AFTER = expression(rf"\s*(?:[(,]\s*)?(?P<weekday>{WEEKDAY})(?=\.?\s*(?:$|[),;\n]))")
_WEEKDAY_BEFORE = expression(rf"(?<!\w)(?P<weekday>{WEEKDAY})\.?[\s,]*$")


def ask_which_summer(span: Span, plain: str, context: Context) -> Span:
    """«июнь» of an order signed in June for the school year that comes: of this summer, or of the next?

    So «апрель» and what follows it in an order of April for that year.
    """
    span = _asked(span, plain, context)
    if span.doubt is None:
        return _asked_on_another_weekday(span, plain)
    return _on_its_weekday(span, plain, context) if span.doubt.kind == "deadline_august" else span


def _asked(span: Span, plain: str, context: Context) -> Span:
    start, signed, day = context.year.school_start, context.year.signed, span.first or span.last
    if start is None or signed is None or day is None or not span.inferred or span.doubt is not None:
        return span
    ahead = signed.year == start and signed.month < SCHOOL_YEAR_FIRST_MONTH
    summer = ahead and min(signed.month, SUMMER[0]) <= day.month < _AUGUST
    likely = context.year.opens is not None  # as `plan_run` has it, and no more than that
    if context.year.august is not None or not summer or (_is_past(span, start, signed) and not likely):
        return span
    words = plain[span.start : span.end].strip()
    which = "лето " if day.month in SUMMER else ""
    return replace(span, doubt=Doubt("deadline_august", f"«{words}»: {which}{start} или {start + 1} года?"))


def _is_past(span: Span, start: int, signed: date) -> bool:
    """«май – июнь», «до 25 июня» of an order of 30 June: those of the next year."""
    first = span.first is not None and (span.first.month, 1) < (signed.month, 1)
    return first or (span.last is not None and span.last.replace(year=start) < signed)


def _on_its_weekday(span: Span, plain: str, context: Context) -> Span:
    """«8 августа (четверг)»: in the year in which that is a Thursday; not where it is one in neither or in both."""
    weekday = _weekday_beside(span, plain)
    start = context.year.school_start
    if weekday is None or start is None or span.last is None or (span.first or span.last) != span.last:
        return span
    fitting = [day for day in _days(span.last, start) if WEEKDAY_CODES[day.weekday()] == weekday]
    if len(fitting) != 1:
        return span
    return replace(span, first=None if span.first is None else fitting[0], last=fitting[0], doubt=None)


def _asked_on_another_weekday(span: Span, plain: str) -> Span:
    """«17 ноября (четверг)» of a year in which that is no Thursday: another year, or a slip?"""
    weekday = _weekday_beside(span, plain) if span.inferred and span.rule == "read_point" else None
    if weekday is None or span.last is None or span.first != span.last or WEEKDAY_CODES[span.last.weekday()] == weekday:
        return span
    words = plain[span.start : span.end].strip()
    text = f"«{words}» {span.last.year} года – другой день недели: какой год имеется в виду?"
    return replace(span, doubt=Doubt("deadline_text", text))


def _days(day: date, start: int) -> Iterator[date]:
    return (day.replace(year=year) for year in (start, start + 1))


def _weekday_beside(span: Span, plain: str) -> str | None:
    found = _WEEKDAY_AFTER.match(plain, span.end) or _WEEKDAY_BEFORE.search(plain[: span.start])
    return WEEKDAYS[found["weekday"]] if found else None
