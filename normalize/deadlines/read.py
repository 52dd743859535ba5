"""A deadline cell → deadlines (CONTRACT.md §2), in steps that each have a module.

What the typist meant (`slips`) → what is no date, left out (`labels`) → what a neighbour says,
spelled out (`listed_years`, `lists`, `frames`) → the rules, from left to right (`scan`, `rules`) →
parts that belong together (`join`) → what was not read (`left_over`): a remark, or a doubt.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.frames import frame
from normalize.deadlines.join import join
from normalize.deadlines.labelled_parts import with_labels
from normalize.deadlines.labels import without_labels
from normalize.deadlines.left_over import unread
from normalize.deadlines.listed_years import ask_which_years, first_year, spell_out_years
from normalize.deadlines.lists import ask_if_decade, spell_out
from normalize.deadlines.lone_weekdays import say_every_weekday
from normalize.deadlines.month_tails import ask_whose_tails
from normalize.deadlines.past import (
    ask_behind_printed_year,
    ask_if_past,
    ask_when_extra,
    ask_where_backwards,
    begin_behind_order,
)
from normalize.deadlines.points import MONTH, MONTHS, Context
from normalize.deadlines.scan import scan
from normalize.deadlines.short_years import write_out_short_years
from normalize.deadlines.slips import mend
from normalize.deadlines.span import ASKED, Doubt, Span
from normalize.deadlines.summer import ask_which_summer
from normalize.deadlines.years import within_hinted_month
from normalize.model import Deadline
from normalize.traced import Traced, blank


@dataclass(frozen=True, slots=True)
class Reading:
    """What a deadline cell says. `rules` names the rule of each deadline, in order; `asked` those that only ask."""

    deadlines: tuple[Deadline, ...]
    doubts: tuple[Doubt, ...]
    rules: tuple[str, ...]
    asked: tuple[str, ...] = ()


_EXCEPT = expression(
    r"(?:\bкроме|\bза\s+исключением)\s+(?!выходн|суббот\w+\s+и\s+воскресень)[^,;()]*(?:,\s*" + MONTH + ")*"
)


@lru_cache(maxsize=8192)
def parse_deadlines(text: str, year: PlanYear, month_hint: str | None = None) -> Reading:
    """What a deadline cell says, in order of appearance.

    `month_hint` is the month of a section title («октябрь») for bare day numbers («25-26»). An empty cell
    reads as nothing, with the doubt `empty_deadline`.
    """
    if not text.strip():
        return Reading((), (Doubt("empty_deadline", "Срок не указан."),), ())
    cell, doubts = _without_exception(without_labels(say_every_weekday(write_out_short_years(mend(text), year), year)))
    context = Context(first_year(year, cell.text), MONTHS.get((month_hint or "").lower()))
    doubts += ask_whose_tails(cell.text)
    section_month = (month_hint or "").lower() if context.hint else None
    doubts += ask_if_decade(cell.text, section_month)
    cell = spell_out_years(cell, context.year.is_programme)
    doubts += ask_which_years(cell.text)
    cell = frame(spell_out(cell, section_month))
    found, more = _read(cell, text, context)
    spans = [span for span in found if span.kind != ASKED]
    doubts += more
    if not spans and not doubts:
        doubts.append(Doubt("deadline_text", f"Срок «{text}» не прочитан."))
    return Reading(
        _deadlines(spans, text, cell),
        tuple(dict.fromkeys(doubts)),
        tuple(span.rule for span in spans),
        tuple(span.rule for span in found if span.kind == ASKED),
    )


def _without_exception(cell: Traced) -> tuple[Traced, list[Doubt]]:
    """«каждую среду, кроме января»: the exception is blanked and asked about."""
    found = _EXCEPT.search(cell.text)
    if found is None:
        return cell, []
    doubt = Doubt("deadline_text", f"Исключение не учтено: «{found.group().strip()}».")
    return blank(cell, *found.span()), [doubt]


def _read(cell: Traced, text: str, context: Context) -> tuple[list[Span], list[Doubt]]:
    found = scan(cell.text, context)
    slices, dropped = unread(cell.text, found.words, found.spans)
    kept = [_in_print(span, text, cell) for span in found.spans if span not in dropped]
    joined = [ask_if_past(span, context) for span in join(kept, cell.text, context)]
    joined = [begin_behind_order(span, context) for span in joined]
    joined = ask_where_backwards(joined, cell.text, context)
    joined = ask_behind_printed_year(joined, cell.text, context)
    joined = ask_when_extra(joined, text)
    joined = [ask_which_summer(span, cell.text, context) for span in joined]
    joined = [within_hinted_month(span, context) for span in joined]
    doubts = [*found.doubts, *(span.doubt for span in joined if span.doubt is not None)]
    if slices:
        words = "», «".join(_part(text, *cell.bounds(start, end)) for start, end in slices)
        doubts.append(Doubt("deadline_text", f"Не прочитано в сроке: «{words}»."))
    return joined, doubts


def _in_print(span: Span, text: str, cell: Traced) -> Span:
    """The span with its doubt about the words as printed, not as they were spelled out."""
    if span.doubt is None or cell.places[span.start] is None:  # a copy: «октябрь» alone would not say of which week
        return span
    meant, printed = cell.text[span.start : span.end].strip(), _part(text, *cell.bounds(span.start, span.end))
    return replace(span, doubt=replace(span.doubt, text=span.doubt.text.replace(f"«{meant}»", f"«{printed}»")))


def _deadlines(spans: list[Span], text: str, cell: Traced) -> tuple[Deadline, ...]:
    parts = with_labels(text, [cell.bounds(span.start, span.end) for span in spans])
    return tuple(_deadline(span, text, *part) for span, part in zip(spans, parts, strict=True))


def _deadline(span: Span, text: str, start: int, end: int) -> Deadline:
    return Deadline(
        text=_part(text, start, end) or text.strip(),  # all of it put in: «10, 20 мая и июня»
        kind=span.kind,  # type: ignore[arg-type]
        starts_on=span.first.isoformat() if span.first else None,
        ends_on=span.last.isoformat() if span.last else None,
        rrule=span.rrule,
        inferred=span.inferred,
    )


def _part(text: str, start: int, end: int) -> str:
    """The cut-out, with the bracket closed that opens in it: «постоянно (в соответствии с запросом)»."""
    part = text[start:end].strip(" ,;\n")
    return part + ")" if part.count("(") > part.count(")") and text[end : end + 1] == ")" else part
