"""Dates that lie before the order which prints them without a year: this year's, or the next one's? Asked.

What repeats every year of a plan for several is the next one's: it cannot begin before the order was signed.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.expressions import expression
from normalize.deadlines.august import LATE_PAPERS
from normalize.deadlines.points import Context
from normalize.deadlines.span import Doubt, Span

_LONG = timedelta(days=120)
_YEARS_END = (12, 1)  # an order of these months may be for the calendar year that begins


def ask_if_past(span: Span, context: Context) -> Span:
    """«сентябрь» in an order of June that prints no school year, «к 1 сентября» in one of October."""
    signed, last = context.year.signed, span.last
    if not span.inferred or signed is None or last is None:
        return span
    over = span.kind == "by" and context.year.calendar is None and last < signed - LATE_PAPERS
    if not over and not _is_long_past(last, signed, context):
        return span
    doubt = Doubt("deadline_text", f"Срок прошёл задолго до приказа ({last.isoformat()}): какой год имеется в виду?")
    return replace(span, doubt=span.doubt or doubt)


def begin_behind_order(span: Span, context: Context) -> Span:
    """«ежегодно до 1 июня» in an order of October 2021 for 2021–2023: from 2022 on.

    Of what was over a few days before, and of what does not repeat itself («ежегодно; отчёт до 25 мая»), it is asked
    which year is meant. Not in an order of the years before or after the plan's first one.
    """
    year, last = context.year, span.last
    if not year.is_programme or year.signed is None or year.calendar != year.signed.year or not span.inferred:
        return span
    if last is None or last >= year.signed or last.year != year.calendar:
        return span
    if (span.rrule or "").startswith("FREQ=YEARLY") and last < year.signed - LATE_PAPERS:
        return replace(span, first=a_year_on(span.first), last=a_year_on(last))
    doubt = Doubt("deadline_text", f"Срок прошёл до приказа ({last.isoformat()}): какой год имеется в виду?")
    return replace(span, doubt=span.doubt or doubt)


def a_year_on(day: date | None) -> date | None:
    """The same day of the next year; the last one of February for its last one."""
    if day is None:
        return None
    last_of_february = day.month == 2 and (day + timedelta(days=1)).month == 3
    return date(day.year + 1, 3, 1) - timedelta(days=1) if last_of_february else day.replace(year=day.year + 1)


def ask_where_backwards(spans: list[Span], plain: str, context: Context) -> list[Span]:
    """«к 10 июля и 10 января» in a plan for 2024: the second is this January's, or the next one's?

    Not «октябрь, апрель» in a plan signed before April: both lie in its year.
    """
    if context.year.calendar is None:
        return spans
    found: list[Span] = []
    latest: date | None = None
    turned = False  # what follows «10 января» may be of the next year too
    for span in spans:
        back = latest is not None and span.last is not None and span.last < latest and _is_of_plan(span, context)
        if back and (turned := turned or _may_be_next(span, context)) and span.last is not None:
            words = plain[span.start : span.end].strip()
            text = f"«{words}»: {span.last.year} или {span.last.year + 1} года?"
            span = replace(span, doubt=span.doubt or Doubt("deadline_text", text))
        if span.kind in ("by", "period") and span.last is not None:
            latest = max(latest or span.last, span.last)
        found.append(span)
    return found


def ask_behind_printed_year(spans: list[Span], plain: str, context: Context) -> list[Span]:
    """«май 2021 г., сентябрь» in a plan for 2020/2021: the September of the plan, or the one after that May?

    Not «декабрь 2020 г., октябрь», nor «01.09.2020 – 31.05.2021, отчёт до 15 октября»: no year goes back there.
    """
    if context.year.school_start is None:
        return spans
    found: list[Span] = []
    printed: int | None = None  # the latest year so far
    for span in spans:
        day = (span.first or span.last) if span.kind in ("by", "period") else None
        if day is not None and not span.inferred:
            printed = max(printed or day.year, day.year)
        elif day is not None and printed is not None and day.year < printed:
            words = plain[span.start : span.end].strip()
            text = f"«{words}»: {day.year} или {printed} года?"
            over = context.year.signed is not None and span.last is not None and span.last < context.year.signed
            if over and printed == day.year + 1:  # likelier than a term that was over when the order was signed
                span = replace(span, first=a_year_on(span.first), last=a_year_on(span.last))
            span = replace(span, doubt=span.doubt or Doubt("deadline_text", text))
        found.append(span)
    return found


_EXTRA = expression(r"\bдоп(?:\.|олнит)", re.IGNORECASE)


def ask_when_extra(spans: list[Span], printed: str) -> list[Span]:
    """«май-июнь, сентябрь (доп. сроки)»: this September, or the one after the exams? Not «14.02, доп. сроки: 13.03»."""
    if _EXTRA.search(printed) is None:
        return spans
    found: list[Span] = []
    for span in spans:
        back = found and span.inferred and span.last and found[-1].last and span.last < found[-1].last
        if back and span.last:
            doubt = Doubt("deadline_text", f"Дополнительный срок: {span.last.year} или {span.last.year + 1} года?")
            span = replace(span, doubt=span.doubt or doubt)
        found.append(span)
    return found


def _is_of_plan(span: Span, context: Context) -> bool:
    """Whether only the plan's title says the year of a term."""
    of_plan = span.last is not None and span.last.year == context.year.calendar
    return of_plan and span.inferred and span.kind in ("by", "period")


def _may_be_next(span: Span, context: Context) -> bool:
    """Whether it may be of the next year: a day of January, or one that was over when the plan was signed."""
    signed, last = context.year.signed, span.last
    return last is not None and (last.month == 1 or (signed is not None and last < signed))


def _is_long_past(last: date, signed: date, context: Context) -> bool:
    """Where the school year is told by the order's date alone."""
    long = timedelta(0) if signed.month in _YEARS_END else _LONG
    return context.year.derived and last <= signed - long
