"""Which August is meant: the one before the school year, or the one that ends it (CONTRACT.md §2)."""

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.expressions import expression
from normalize.deadlines.patterns import UNTIL
from normalize.deadlines.points import Context
from normalize.deadlines.span import Doubt, Span

_AUGUST = 8
_UNTIL = expression(UNTIL)
LATE_PAPERS = timedelta(days=21)  # a plan is signed so late after its first dates; measured: 3 to 9 days


def which_august(
    match: re.Match[str], first: date, last: date, inferred: bool, context: Context
) -> tuple[date, date, Doubt | None]:
    """The days in the August that is meant, and whether that is sure.

    An order signed before October, or nobody knows when, prints «31.08»: this August, or the next one? In September
    plans are signed that begin with the August before, and on its last day those of a week before. A title of months
    says it: «на август 2022 – май 2023».
    """
    signed, start = context.year.signed, context.year.school_start
    if not inferred or first.month != 8 or start is None:
        return first, last, None
    if (said := context.year.august) is not None:
        return first.replace(year=said), last.replace(year=said + last.year - first.year), None
    if signed is not None and (signed >= date(start, 10, 1) or _is_next(last.replace(year=start), signed, context)):
        return first, last, None
    if signed is not None and _is_over(match, last, start, signed) and context.year.opens is None:
        return first, last, None
    doubt = Doubt("deadline_august", f"«{match.group().strip()}»: август {start} или {start + 1} года?")
    if signed is None or signed.month == 9:
        return first, last, doubt
    return first.replace(year=start), last.replace(year=start), doubt


def _is_next(last: date, signed: date, context: Context) -> bool:
    """Not where the run of the plan's months has it before September (`plan_run`)."""
    return context.year.opens is None and is_past(last, signed)


def is_past(last: date, signed: date) -> bool:
    """Whether a day of August lies so long before an order of that August that it cannot be meant."""
    return signed.month == _AUGUST and signed.year == last.year and last < signed - LATE_PAPERS


def _is_over(match: re.Match[str], last: date, start: int, signed: date) -> bool:
    """«до 15 августа» in an order of 22 September: no term is set to end weeks before; «август» may tell what was."""
    return (
        signed.month == _AUGUST + 1
        and _UNTIL.match(match.group()) is not None
        and last.replace(year=start) < signed - LATE_PAPERS
    )


def augusts_of(spans: list[Span], plain: str, context: Context) -> list[Span]:
    """«август, декабрь»: months run on, so it is the August before December; «июнь, август»: the one after June.

    A plan for a calendar year has one August only: `past` asks about the January behind it.
    """
    if context.year.calendar is not None:
        return spans
    return [_august(span, spans[:index], spans[index + 1 :], plain) for index, span in enumerate(spans)]


def _august(span: Span, before: list[Span], after: list[Span], plain: str) -> Span:
    first = _day(span)
    if first is None or span.last is None or not span.inferred or first.month != _AUGUST:
        return span
    if span.last.month != _AUGUST:
        return _asked_behind_summer(span, before, plain)
    year = _year_beside(first, before, after)
    if year is None:
        return span
    words = plain[span.start : span.end]
    starts = None if span.first is None else _in_year(span.first, year, span.rule, words)
    return replace(span, first=starts, last=_in_year(span.last, year, span.rule, words), doubt=_other_doubt(span))


def _asked_behind_summer(span: Span, before: list[Span], plain: str) -> Span:
    """«май – июнь, август – сентябрь»: months run on, but the school year ends with the August between."""
    summers = [day for one in before if (day := _day(one)) and one.inferred and day.month < _AUGUST]
    if not summers or span.first is None or summers[-1] < span.first or span.doubt is not None:
        return span
    words = plain[span.start : span.end].strip()
    text = f"«{words}»: август {span.first.year} или {summers[-1].year} года?"
    return replace(span, doubt=Doubt("deadline_august", text))


def _year_beside(first: date, before: list[Span], after: list[Span]) -> int | None:
    autumns = [day for one in after if (day := _day(one)) and day.month >= 9]
    if autumns and first.year - autumns[0].year in (0, 1):
        return autumns[0].year
    if any(one.inferred and (day := _day(one)) and day < first for one in after):  # «август, январь»
        return first.year - 1
    summers = [day for one in before if (day := _day(one)) and day.month < 8]
    return summers[-1].year if summers else None


def _day(span: Span) -> date | None:
    """The day by which months are put in order; None for what repeats or has no date."""
    if span.kind == "by":
        return span.last
    return span.first if span.kind == "period" else None


def _in_year(day: date, year: int, rule: str, words: str) -> date:
    """The same day of another August: of «последняя пятница августа» that Friday."""
    moved = day.replace(year=year)
    if rule != "read_nth_weekday_of_month":
        return moved
    if "последн" in words:
        moved = date(year, 8, 31)
        return moved - timedelta(days=(moved.weekday() - day.weekday()) % 7)
    moved = date(year, 8, (day.day - 1) // 7 * 7 + 1)
    return moved + timedelta(days=(day.weekday() - moved.weekday()) % 7)


def _other_doubt(span: Span) -> Doubt | None:
    """What is still asked where the August is sure: «последняя неделя августа, января»."""
    return None if span.doubt is not None and span.doubt.kind == "deadline_august" else span.doubt
