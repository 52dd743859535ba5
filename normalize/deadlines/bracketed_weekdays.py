"""Several weekdays in brackets behind a term: «сентябрь-май (вт, чт)» is each of them within it."""

import re
from dataclasses import replace
from datetime import timedelta

from normalize.deadlines.parts import WEEKDAY_CODES
from normalize.deadlines.patterns import WEEKDAY, WEEKDAYS
from normalize.deadlines.points import Context
from normalize.deadlines.span import Doubt, Span, span_of

WEEKDAYS_IN_BRACKETS = rf"(?<=\()\s*{WEEKDAY}\.?(?:\s*(?:,|и)\s*{WEEKDAY}\.?)+(?=\s*\))"
_WEEK = 7  # days


def read_weekdays_in_brackets(match: re.Match[str], context: Context) -> list[Span]:
    """«(вт, чт)», «(понедельник и среда)»: each week; not «(пятница)», nor «октябрь, вторник, среда»."""
    codes = [WEEKDAYS[word] for word in re.findall(WEEKDAY, match.group())]
    return [span_of(match, "recurring", rrule=f"FREQ=WEEKLY;BYDAY={','.join(codes)}")]


def on_weekdays(before: Span, weekly: Span, plain: str) -> Span:
    """What the term before the brackets says with them: «15-16 октября (чт, пт)» only names its days.

    Asked where they are other days of a week, and of a term that is no period.
    """
    if before.kind == "period" and before.first is not None and before.last is not None:
        days = [before.first + timedelta(days=day) for day in range((before.last - before.first).days + 1)]
        if len(days) > _WEEK:
            doubt = before.doubt or weekly.doubt
            return replace(before, end=weekly.end, kind="recurring", rrule=weekly.rrule, rule=weekly.rule, doubt=doubt)
        if {WEEKDAY_CODES[day.weekday()] for day in days} == {*(weekly.rrule or "").rpartition("=")[2].split(",")}:
            return replace(before, end=weekly.end)
    text = f"«{plain[weekly.start : weekly.end].strip()}»: в какие дни?"
    return replace(before, end=weekly.end, doubt=before.doubt or Doubt("deadline_text", text))
