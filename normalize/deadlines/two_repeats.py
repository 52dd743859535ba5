"""What two repeats say together: «ежемесячно по четвергам», «ежеквартально до 10 числа месяца» are one."""

import re
from dataclasses import replace
from datetime import timedelta

from ingest.expressions import expression
from normalize.deadlines.span import Doubt, Span


def some_day_of_month(before: Span, span: Span, plain: str) -> Span | None:
    """«ежемесячно по четвергам», «по субботам, 1 раз в месяц»: monthly, on which of them nobody printed: asked.

    Not «каждый четверг, отчёт ежемесячно»: each week, and each month.
    """
    pair = (before, span)
    monthly = next((one for one in pair if re.fullmatch(r"FREQ=MONTHLY(?:;INTERVAL=\d+)?", one.rrule or "")), None)
    weekly = next((one for one in pair if (one.rrule or "").startswith("FREQ=WEEKLY;BYDAY=")), None)
    if monthly is None or weekly is None or not plain.startswith("по", weekly.start):
        return None
    return _asked_on_which(monthly, weekly, plain)


def _asked_on_which(rare: Span, weekly: Span, plain: str) -> Span:
    """The rarer repeat with the question which of the weekdays it falls on."""
    text = f"«{plain[weekly.start : weekly.end].strip()}»: в какие из этих дней?"
    return replace(rare, doubt=rare.doubt or Doubt("deadline_text", text))


def on_some_of_them(before: Span, span: Span, plain: str) -> Span | None:
    """«дважды в месяц по вторникам»: on which of them, nobody printed: asked; «по четвергам, 2 неделя месяца»: in
    that week."""
    pair = (before, span)
    weekly = next((one for one in pair if (one.rrule or "").startswith("FREQ=WEEKLY;BYDAY=")), None)
    if weekly is None:
        return None
    part = next((one for one in pair if one.rule == "read_part_of_every" and one.kind == "recurring"), None)
    if part is not None:
        return replace(part, rrule=(part.rrule or "") + (weekly.rrule or "").removeprefix("FREQ=WEEKLY"))
    some = next((one for one in pair if one.rule == "read_times" and one.rrule is None), None)
    return _asked_on_which(some, weekly, plain) if some is not None and some.kind == "recurring" else None


def narrowed(rule: str | None, more: str | None) -> str | None:
    """«ежеквартально до 10 числа месяца», «ежедневно (по рабочим дням)»: one rule, said twice; None for two rules."""
    if rule is None or more is None or "BY" in rule:
        return None
    if rule == "FREQ=DAILY" and more.startswith("FREQ=WEEKLY;BYDAY="):
        return more
    day = re.fullmatch(r"FREQ=MONTHLY(;BY(?:MONTHDAY|DAY)=.+)", more)
    if day and rule.startswith("FREQ=MONTHLY"):
        return rule + day[1]
    weekly = re.fullmatch(r"FREQ=WEEKLY(;BYDAY=.+)", more)
    return rule + weekly[1] if weekly and rule.startswith("FREQ=WEEKLY") else None


_INTERVALS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(days=6), "MONTHLY": timedelta(days=31)}
# «1 раз в четверть», «2 раза в год»: no rule says when; not «2 раза в неделю»
_SELDOM = expression(r"\b(?:в|за|кажд\w+|по)\s+(?:учебн\w+\s+|уч\.\s*)?(?:четв|триместр|семестр|полуг|кварт|кв\b|год)")


def least_bounds(repeat: Span, plain: str) -> timedelta:
    """How long a term beside a repeat has to be to bound it: once a month is no repeat within a day of November."""
    if repeat.rrule is None:
        return _INTERVALS["MONTHLY"] if _SELDOM.search(plain, repeat.start, repeat.end) else timedelta(0)
    frequency = repeat.rrule.removeprefix("FREQ=").partition(";")[0]
    if frequency == "WEEKLY" and "BYDAY" in repeat.rrule:
        return timedelta(days=1)  # «14-18 марта, по вторникам и четвергам»
    return _INTERVALS.get(frequency, timedelta(0))
