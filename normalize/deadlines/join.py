"""What neighbouring parts of a deadline cell say together: «постоянно (третий четверг…)», «июнь далее – ежегодно»."""

import re
from dataclasses import replace
from datetime import date, timedelta

from normalize.deadlines.august import augusts_of
from normalize.deadlines.bracketed_weekdays import on_weekdays
from normalize.deadlines.further_years import ONWARD, has_own_term, with_further_years
from normalize.deadlines.listed_months import are_times_themselves, repeat_within_listed
from normalize.deadlines.own_subject import names_its_own
from normalize.deadlines.points import Context
from normalize.deadlines.qualifiers import without_qualifiers
from normalize.deadlines.span import Doubt, Span
from normalize.deadlines.two_repeats import least_bounds, narrowed, on_some_of_them, some_day_of_month
from normalize.vocabulary import forms_of

_AGAIN = re.compile(
    r"(?:обновлени|актуализаци|пополнени|корректировк)\w+"
)  # «до 1 октября; обновление – ежеквартально»
_ALWAYS = tuple(form for form, value in forms_of("deadlines", "ongoing").items() if value == "always")


def join(spans: list[Span], plain: str, context: Context) -> list[Span]:
    """The deadlines of the cell, one for each."""
    joined: list[Span] = []
    dates = repeat_within_listed(augusts_of(without_qualifiers(spans, plain), plain, context), plain)
    for span in with_further_years(_all_until(_each_year(dates), plain), plain):
        if span.rrule == "FREQ=YEARLY" and not has_own_term(span) and _all_yearly(joined, span, plain):
            joined = [replace(one, kind="recurring", rrule=span.rrule, rule=span.rule) for one in joined]
            joined[-1] = replace(joined[-1], end=span.end)
            continue
        before = joined[-1] if joined else None
        several = sum(one.kind in ("period", "by") for one in spans) > 1  # «раз в квартал (март, июнь)»: no bounds
        apart = are_times_themselves(joined, span, plain)
        pair = _pair(before, span, plain, context, several) if before is not None and not apart else None
        if pair is None:
            joined.append(span)
        else:
            joined[-1:] = pair
    return joined


def _all_yearly(before: list[Span], span: Span, plain: str) -> bool:
    """«октябрь, апрель ежегодно», «до 20 декабря и до 20 мая ежегодно»: each of them; of one term `_pair` says it."""
    gap = plain[before[-1].end : span.start] if before else ""
    if not before or (";" in gap and names_its_own(gap)):
        return False
    parted = ";" in plain[before[0].start : before[-1].end]  # «до 20 декабря, до 20 мая; ежегодно» lists two terms
    terms = len(before) > 1 and not re.search(r"[\w;]" if parted else r"\w", gap)
    return all(one.kind == "period" or (terms and one.kind == "by" and one.last is not None) for one in before)


def _all_until(spans: list[Span], plain: str) -> list[Span]:
    """«до 15 октября, 15 апреля»: no later than either day. Not beyond the line's end: another column may begin."""
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind == "by"
            and span.rule == "read_point"
            and span.first == span.last
            and re.fullmatch(r"\s*[,;и][\s,;и]*|[^\S\n]*", plain[before.end : span.start])
        ):
            span = replace(span, kind="by", first=None)
        found.append(span)
    return found


def _each_year(spans: list[Span]) -> list[Span]:
    """«ежегодно, октябрь, апрель»: both repeat."""
    if (
        len(spans) < 3
        or spans[0].rrule != "FREQ=YEARLY"
        or any(span.kind not in ("period", "by") for span in spans[1:])
    ):
        return spans
    return [replace(span, kind="recurring", rrule="FREQ=YEARLY", inferred=True) for span in spans[1:]]


def _pair(before: Span, span: Span, plain: str, context: Context, several: bool) -> list[Span] | None:
    """What two neighbours say together; None = each its own."""
    gap = plain[before.end : span.start]
    link = ONWARD.search(gap) or (_AGAIN.search(gap) if span.kind == "recurring" else None)
    end = max(before.end, span.end)
    if before.kind == "recurring" and link is None and names_its_own(gap):
        return None
    if span.rule == "read_weekdays_in_brackets" and before.kind in ("period", "by"):
        return [on_weekdays(before, span, plain)]
    monthly = some_day_of_month(before, span, plain)
    if monthly is not None and ";" not in gap:
        return [replace(monthly, start=min(before.start, span.start), end=end)]
    rule = narrowed(before.rrule, span.rrule)
    if rule is not None and link is None:
        return [replace(before, end=end, rrule=rule)]
    if link is not None or span.rule == "read_and_on":
        start = before.end + link.start() if link is not None else span.start
        return _onward(before, replace(span, start=start) if span.kind == "ongoing" else span, context)
    if before.kind == "ongoing":
        return _behind_ongoing(before, span, plain, context)
    if span.kind == "ongoing" and span.first is not None and before.kind == "recurring" and before.first is None:
        return [replace(before, end=end, first=span.first, inferred=span.inferred, doubt=span.doubt)]
    if span.kind == "recurring" and before.kind in ("period", "by") and span.first is None:
        repeats = _asked_if_short(_bounded(span, before, end), plain)
        # «до 20 мая; отчёт ежегодно»: behind a semicolon a report of its own
        apart = ";" in gap or repeats[0].doubt not in (before.doubt, span.doubt)
        return None if names_its_own(gap) and apart else repeats
    some = on_some_of_them(before, span, plain)
    if some is not None:
        return [replace(some, start=min(before.start, span.start), end=end)]
    if before.rrule == span.rrule == "FREQ=YEARLY":
        return None
    if before.kind == "recurring" and span.kind == "period" and _ends_with(before, span, gap):
        return _bounded(before, span, end)
    unbounded = before.kind == "recurring" and before.first is None and before.last is None
    if unbounded and span.kind in ("period", "by") and not several:
        bounded = _bounded(before, span, end)
        return bounded if "BYDAY" in (before.rrule or "") else _asked_if_short(bounded, plain)
    return None


def _behind_ongoing(before: Span, span: Span, plain: str, context: Context) -> list[Span] | None:
    """«постоянно, по вторникам», «постоянно (сентябрь-май)»: what stands behind it narrows it, or is another."""
    gap, end = plain[before.end : span.start], max(before.end, span.end)
    if span.kind == "ongoing":
        both = before.first is not None and span.first is not None  # «с 1 октября, с 1 апреля»
        return None if both else _twice_ongoing(before, span, end)
    if span.kind == "by" and before.rule in ("read_since", "read_bound") and re.fullmatch(r"\s+(?:и\s+)?", gap):
        return [_since_until(before, span, end)]
    if span.kind == "recurring" and names_its_own(gap):
        return None  # «постоянно, отчет – 2 раза в год»: both
    on_demand = before.first is None and not plain.startswith(_ALWAYS, before.start)
    if on_demand and span.rrule and gap.strip() == ",":
        return None  # «по факту ДТП, ежеквартально»: both
    if before.doubt is None and span.kind == "recurring":
        first, last = context.year.bounds or (None, None)
        if before.first is not None:
            return [replace(span, start=before.start, first=before.first, inferred=before.inferred)]
        if span.first is None and span.last is None:
            span = replace(span, first=first, last=last, inferred=True)
        return [replace(span, start=before.start)]
    if _bounds_always(before, span, gap, plain):
        return [replace(span, kind="period", start=min(before.start, span.start), end=end)]
    return None


def _since_until(since: Span, until: Span, end: int) -> Span:
    """«с 1 сентября до окончания учебного года»: one period; «с 1 июня до окончания смены»: without a known end."""
    doubt = since.doubt or until.doubt
    if until.last is None or since.first is None:
        return replace(since, end=end, doubt=doubt)
    inferred = since.inferred or until.inferred
    if until.last < since.first:
        doubt = doubt or Doubt("deadline_text", "Срок кончается раньше, чем начинается?")
    return replace(until, kind="period", start=since.start, first=since.first, inferred=inferred, doubt=doubt)


def _ends_with(repeat: Span, period: Span, gap: str) -> bool:
    """«май, далее – ежемесячно в летний период»: what goes on after May is within the summer."""
    if gap.strip() or repeat.first is None or repeat.last is not None or period.first is None:
        return False
    return repeat.first <= period.first


def _asked_if_short(repeats: list[Span], plain: str) -> list[Span]:
    """«сентябрь, ежемесячно»: monthly from September on, or in September? «1 ноября, 1 раз в четверть» too."""
    (one,) = repeats
    if one.first is None or one.last is None or one.last - one.first >= least_bounds(one, plain):
        return repeats
    text = f"«{plain[one.start : one.end].strip()}»: повторяется и после этого?"
    return [replace(one, doubt=one.doubt or Doubt("deadline_text", text))]


def _bounded(repeat: Span, bounds: Span, end: int) -> list[Span]:
    """A repeat within the dates beside it."""
    return [
        replace(
            repeat,
            start=min(repeat.start, bounds.start),
            end=end,
            first=bounds.first,
            last=bounds.last,
            inferred=bounds.inferred,
            doubt=bounds.doubt or repeat.doubt,
        )
    ]


def _onward(before: Span, span: Span, context: Context) -> list[Span] | None:
    """«до 1 ноября, далее – постоянно», «до 25.12, далее ежеквартально»: two; «июнь, далее – ежегодно»: one.

    «до 15 сентября, далее в теч. года»: from then on; «сентябрь, далее – постоянно»: from 1 October on; «с 1 октября,
    далее постоянно»: one, since it goes on anyway.
    """
    if has_own_term(span):
        return None
    begins = _begins_behind(before)
    if span.kind == before.kind == "ongoing" and span.first is None and before.first is not None:
        return [replace(before, end=max(before.end, span.end), doubt=before.doubt or span.doubt)]
    if span.kind == "ongoing" and span.first is None:
        return [before, replace(span, first=begins, inferred=before.inferred)]
    if span.kind == "recurring" and span.rrule == "FREQ=YEARLY" and before.kind in ("period", "by"):
        return [replace(item, end=max(before.end, span.end)) for item in _bounded(span, before, span.end)]
    if span.kind == "recurring" and span.first is None and before.kind in ("period", "by"):
        return [before, replace(span, first=begins, inferred=before.inferred)]
    if span.rule in ("read_whole_year", "read_school_year") and begins is not None and span.last is not None:
        return [before, replace(span, first=begins)] if begins < span.last else None
    if span.kind == "recurring" and before.kind == "ongoing" and before.first is not None:
        return [replace(span, start=before.start, first=before.first, inferred=before.inferred)]
    return None


def _begins_behind(before: Span) -> date | None:
    """The first day of what goes on behind it: the day after a period, of «до 1 ноября» the last one (CONTRACT.md)."""
    return before.last + timedelta(days=1) if before.kind == "period" and before.last is not None else before.last


def _twice_ongoing(before: Span, span: Span, end: int) -> list[Span]:
    """«постоянно, с октября»: from then on; «постоянно, в соответствии с планом»: not asked."""
    first = before.first or span.first
    doubt = None if before.doubt is None or span.doubt is None else before.doubt
    return [replace(before, end=end, first=first, inferred=before.inferred or span.inferred, doubt=doubt)]


def _bounds_always(before: Span, span: Span, gap: str, plain: str) -> bool:
    """«постоянно (сентябрь-май)», «постоянно до 31.12.2020»; not «постоянно, декабрь 2020»: two."""
    if before.first is not None or before.doubt is not None or span.kind not in ("period", "by") or span.last is None:
        return False
    if not plain.startswith(_ALWAYS, before.start):
        return False
    long = span.kind == "by" or (span.first and span.last and span.last - span.first > timedelta(days=62))
    return re.fullmatch(r"\s*\(?\s*", gap) is not None or (re.fullmatch(r"[\s,]*", gap) is not None and bool(long))
