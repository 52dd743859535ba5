"""A repeat beside several months: «ежедневно (сентябрь, май)» repeats within each of them, and not between.

What repeats as often as the months are listed, or more seldom, has no bounds there: «раз в квартал (март, июнь)».
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ingest.expressions import expression
from normalize.deadlines.own_subject import names_its_own
from normalize.deadlines.span import Doubt, Span

_OFTEN = expression(r"FREQ=(?:DAILY|WEEKLY)|FREQ=MONTHLY(?!;INTERVAL)")
_TIMES_A_WEEK = expression(
    r"(?:раза?|р\.?|дважды|трижды)\s+(?:в|за)\s+(?:день|недел|нед|месяц|мес)"
)  # «2 раза в месяц»
_LISTED = expression(r"[\s,/]*(?:\bи\b|\bво?\b|\s)*")
_BESIDE = expression(r"[\s,(:-]*(?:\bво?\b\s*)?")


def repeat_within_listed(spans: list[Span], plain: str) -> list[Span]:
    """The spans with a repeat beside listed months as one repeat for each run of months."""
    for at, span in enumerate(spans):
        if not _is_often(span, plain):
            continue
        days = _listed_after(spans, at, plain, _is_day)
        if len(days) > 1:
            return [*spans[:at], _asked_beyond(span, days, plain), *spans[at + 1 :]]
        after = _listed_after(spans, at, plain, _is_months)
        before = [] if after else _listed_before(spans, at, plain)
        listed = after or before
        if len(listed) > 1:
            low, high = (at, at + len(after)) if after else (at - len(before), at)
            return [*spans[:low], *_within_each(span, listed, plain), *spans[high + 1 :]]
    return spans


def are_times_themselves(before: list[Span], span: Span, plain: str) -> bool:
    """«октябрь, апрель (2 раза в год)»: the months are when it repeats, and no bounds of it."""
    if span.kind != "recurring" or span.rrule == "FREQ=YEARLY" or _is_often(span, plain) or len(before) < 2:
        return False
    first, last = before[-2:]
    listed = _LISTED.fullmatch(plain[first.end : last.start]) and _BESIDE.fullmatch(plain[last.end : span.start])
    return listed is not None and {first.kind, last.kind} <= {"period", "by"}


def _is_often(span: Span, plain: str) -> bool:
    if span.kind != "recurring" or span.first is not None or span.last is not None:
        return False
    words = plain[span.start : span.end]
    return _OFTEN.match(span.rrule) is not None if span.rrule else _TIMES_A_WEEK.search(words) is not None


def _listed_after(spans: list[Span], at: int, plain: str, fits: Callable[[Span], bool]) -> list[Span]:
    """«ежедневно (сентябрь, май)»; not «ежедневно, отчет – сентябрь, май»."""
    found: list[Span] = []
    for before, span in zip(spans[at:], spans[at + 1 :], strict=False):
        gap = plain[before.end : span.start]
        if not fits(span) or (_LISTED if found else _BESIDE).fullmatch(gap) is None or names_its_own(gap):
            break
        found.append(span)
    return found


def _listed_before(spans: list[Span], at: int, plain: str) -> list[Span]:
    """«сентябрь, май – ежедневно»; not «сентябрь, май, далее ежемесячно»."""
    found: list[Span] = []
    for index in range(at - 1, -1, -1):
        gap = plain[spans[index].end : spans[index + 1].start]
        if not _is_months(spans[index]) or (_LISTED if found else _BESIDE).fullmatch(gap) is None:
            break
        found.insert(0, spans[index])
    return found


def _is_months(span: Span) -> bool:
    return span.kind == "period" and span.first is not None and span.last is not None and span.first < span.last


def _is_day(span: Span) -> bool:
    return span.kind == "period" and span.first is not None and span.first == span.last


def _asked_beyond(repeat: Span, days: list[Span], plain: str) -> Span:
    """«еженедельно (5 октября, 12 октября)» lists the times themselves: are there others?"""
    words = _closed(plain[repeat.start : days[-1].end])
    return replace(repeat, doubt=repeat.doubt or Doubt("deadline_text", f"«{words}»: повторяется и в другие дни?"))


def _within_each(repeat: Span, listed: list[Span], plain: str) -> list[Span]:
    runs: list[Span] = []
    for span in listed:
        if runs and runs[-1].last is not None and span.first == runs[-1].last + timedelta(days=1):
            runs[-1] = replace(runs[-1], end=span.end, last=span.last, doubt=runs[-1].doubt or span.doubt)
        else:
            runs.append(span)
    doubt = _doubt_of_short(repeat, runs, plain)
    return [
        replace(
            run,
            kind="recurring",
            rrule=repeat.rrule,
            rule=repeat.rule,
            inferred=run.inferred or repeat.inferred,
            doubt=run.doubt or repeat.doubt or doubt,
        )
        for run in runs
    ]


def _doubt_of_short(repeat: Span, runs: list[Span], plain: str) -> Doubt | None:
    """«ежемесячно (октябрь, январь, апрель)»: once in each of them, or on and on? Asked."""
    if repeat.rrule != "FREQ=MONTHLY" or not any(_is_short(run.first, run.last) for run in runs):
        return None
    words = _closed(plain[min(repeat.start, runs[0].start) : max(repeat.end, runs[-1].end)])
    return Doubt("deadline_text", f"«{words}»: повторяется и в другие месяцы?")


def _closed(words: str) -> str:
    words = words.strip(" ,")
    return words + ")" if words.count("(") > words.count(")") else words


def _is_short(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last - first < timedelta(days=31)
