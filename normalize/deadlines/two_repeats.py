"""What two repeats say together: «ежемесячно по четвергам», «ежеквартально до 10 числа месяца» are one."""

import re
from dataclasses import replace

from normalize.deadlines.span import Span


def some_day_of_month(before: Span, span: Span, plain: str) -> Span | None:
    """«ежемесячно по четвергам», «по субботам, 1 раз в месяц»: monthly, on which of them nobody printed.

    Not «каждый четверг, отчёт ежемесячно»: each week, and each month.
    """
    pair = (before, span)
    monthly = next((one for one in pair if re.fullmatch(r"FREQ=MONTHLY(?:;INTERVAL=\d+)?", one.rrule or "")), None)
    weekly = next((one for one in pair if (one.rrule or "").startswith("FREQ=WEEKLY;BYDAY=")), None)
    return monthly if weekly is not None and plain.startswith("по", weekly.start) else None


def on_some_of_them(before: Span, span: Span) -> Span | None:
    """«дважды в месяц по вторникам»: on which of them, nobody printed; «по четвергам, 2 неделя месяца»: that week's."""
    pair = (before, span)
    weekly = next((one for one in pair if (one.rrule or "").startswith("FREQ=WEEKLY;BYDAY=")), None)
    if weekly is None:
        return None
    part = next((one for one in pair if one.rule == "read_part_of_every" and one.kind == "recurring"), None)
    if part is not None:
        return replace(part, rrule=(part.rrule or "") + (weekly.rrule or "").removeprefix("FREQ=WEEKLY"))
    some = next((one for one in pair if one.rule == "read_times" and one.rrule is None), None)
    return some if some is not None and some.kind == "recurring" else None


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
