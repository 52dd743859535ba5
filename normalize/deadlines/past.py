"""Dates that lie before the order which prints them without a year: this year's, or the next one's? Asked."""

from dataclasses import replace
from datetime import date, timedelta

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
    if not _is_long_past(last, signed, context) and not (span.kind == "by" and last < signed - LATE_PAPERS):
        return span
    doubt = Doubt("deadline_text", f"Срок прошёл задолго до приказа ({last.isoformat()}): какой год имеется в виду?")
    return replace(span, doubt=span.doubt or doubt)


def _is_long_past(last: date, signed: date, context: Context) -> bool:
    """Where the school year is told by the order's date alone."""
    long = timedelta(0) if signed.month in _YEARS_END else _LONG
    return context.year.derived and last <= signed - long
