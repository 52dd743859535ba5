"""Parts of a cell that only say more of the dates beside them: «октябрь (по графику)», «декабрь (I полугодие)»."""

import re
from dataclasses import replace
from datetime import timedelta

from normalize.deadlines.own_subject import names_its_own
from normalize.deadlines.span import ASKED, Doubt, Span
from normalize.vocabulary import alternatives, forms_of

_ON_DEMAND = tuple(form for form, value in forms_of("deadlines", "ongoing").items() if value == "on demand")
_COARSE = ("read_whole_year", "read_school_year", "read_years", "read_half_year", "read_quarters", "read_school_term")


def without_qualifiers(spans: list[Span], plain: str) -> list[Span]:
    """The parts that are deadlines of their own."""
    limits = [span for span in spans if _limits_repeat(span, plain) and _is_qualifier(span, spans, plain)]
    if any(span.kind == "period" and span.last is not None for span in spans):  # «…, в период работы лагеря, июнь»
        limits = [span for span in limits if not _is_while(span, plain[span.start : span.end])]
    events = [span for span in spans if _BEFORE_EVENT.match(plain, span.start) and _is_qualifier(span, spans, plain)]
    kept = [_asked_within(span, limits, plain) for span in spans if not _is_qualifier(span, spans, plain)]
    kept = [_asked_before(span, events, plain) for span in kept]
    parts = [span for span in spans if _says_part(span, plain) and _is_qualifier(span, spans, plain)]
    kept = [_asked_in_part(span, parts, plain) for span in kept]
    if any(span.rule == "read_elsewhere" and _is_qualifier(span, spans, plain) for span in spans):
        kept = [replace(span, inferred=True) if span.rule in _YEARS else span for span in kept]
    return [span for index, span in enumerate(kept) if not _is_refined(span, kept, index, plain)]


# «2021, 2022 – по графику»: on which days of the years the other paper says
_YEARS = ("read_years", "read_whole_year")
_LABELS = ("read_half_year", "read_quarters")

# As «до начала смены» is: an event has a day of its own, which another paper says
_BEFORE_EVENT = re.compile(r"перед\s+(?:началом|открытием|окончанием|завершением|проведением|кажд\w+)\s|накануне")


def _asked_before(span: Span, events: list[Span], plain: str) -> Span:
    """«май, перед началом каждой смены», «8 (накануне)»: asked when; «ежедневно перед началом занятий» is clear."""
    if not _is_dated(span) or span.kind == "recurring" or span.doubt is not None:
        return span
    events = [event for event in events if span.first == span.last or not plain.startswith("накануне", event.start)]
    near = next((event for event in events if _is_beside(event, span, plain)), None)
    return span if near is None else replace(span, doubt=near.doubt)


_PART_OF_MONTH = re.compile(r"(?!перед|до\b|накануне)(?:.*каникул|(?:по|после) (?:окончани|завершени))")
_HOLIDAYS = range(6, 9)  # months without school
_SHORT = timedelta(days=20)  # «1-5 ноября (каникулы)»: the dates are printed


def _says_part(span: Span, plain: str) -> bool:
    """«каникулы», «в дни каникул», «по окончании полугодия»: a part of the month beside it, without its dates.

    Not «по итогам I четверти»: what is done then.
    """
    return _PART_OF_MONTH.match(plain, span.start, span.end) is not None


def _asked_in_part(span: Span, parts: list[Span], plain: str) -> Span:
    """«ноябрь, осенние каникулы», «январь, по окончании полугодия»: asked on which days; not «июль, каникулы»."""
    part = next((one for one in parts if _is_beside(one, span, plain)), None)
    if part is None or span.last is None or span.doubt is not None:
        return span
    if span.kind == "by" and _is_listed_holiday(part, span, plain):
        return replace(span, doubt=part.doubt)
    if span.kind != "period" or span.first is None or span.last - span.first < _SHORT:
        return span
    words = plain[part.start : part.end].strip()
    if "каникул" in words and span.first.month in _HOLIDAYS and span.last.month in _HOLIDAYS:
        return span
    return replace(span, doubt=Doubt("deadline_text", f"«{words}»: в какие дни этого срока?"))


def _is_listed_holiday(part: Span, by: Span, plain: str) -> bool:
    """«до 1 октября, каникулы»: another term, or when it is due? Asked; not «до 5 ноября (осенние каникулы)»."""
    low, high = sorted((part, by), key=lambda one: one.start)
    return "каникул" in plain[part.start : part.end] and plain[low.end : high.start].strip() == ","


_WHILE = tuple(form for form in forms_of("deadlines", "while"))
_PART_OF_DAY = re.compile(rf"\b(?:{alternatives('deadlines', 'part_of_day')})")


def _limits_repeat(span: Span, plain: str) -> bool:
    """«ежедневно в период каникул», «еженедельно в I четверти», «ежегодно в начале года»: then and at no other time."""
    words = plain[span.start : span.end]
    of_term = span.kind == ASKED and span.rule in ("read_school_term", "read_part_of_year")
    return span.doubt is not None and (of_term or "каникул" in words or _is_while(span, words))


def _is_while(span: Span, words: str) -> bool:
    """«в период работы лагеря»; not «во время перемен», which each day has."""
    return span.rule == "read_occasion" and words.startswith(_WHILE) and _PART_OF_DAY.search(words) is None


def _asked_within(span: Span, limits: list[Span], plain: str) -> Span:
    """The repeat with the question that the bounds beside it ask."""
    if span.kind != "recurring" or span.doubt is not None or span.first is not None or span.last is not None:
        return span
    near = next((limit for limit in limits if _is_beside(limit, span, plain)), None)
    yearly = near is not None and near.rule == "read_occasion" and span.rrule == "FREQ=YEARLY"
    yearly |= near is not None and near.rule == "read_part_of_year" and span.rrule is None  # «2 раза в год (…)»
    return span if near is None or yearly else replace(span, doubt=near.doubt)


def _is_qualifier(span: Span, spans: list[Span], plain: str) -> bool:
    """«по графику», «по мере поступления», «в день проведения» beside a date; not after «далее» nor «;»."""
    loose = (
        span.kind == ASKED
        or span.rule in ("read_condition", "read_occasion", "read_elsewhere")
        or (span.rule == "read_ongoing" and plain.startswith(_ON_DEMAND, span.start))
    )
    if span.rule == "read_occasion" and _is_listed(span, spans, plain):
        return False
    dated = [other for other in spans if _is_dated(other)]
    if (
        span.rule == "read_some_working_day"
    ):  # «1 сентября, первый учебный день»; «октябрь, последний рабочий день» asks
        dated = [
            other for other in dated if other.kind == "by" or (other.first is not None and other.first == other.last)
        ]
    return loose and any(_is_beside(span, other, plain) for other in dated)


def _is_listed(span: Span, spans: list[Span], plain: str) -> bool:
    """«февраль, сентябрь, перед каникулами»: the last of several; «октябрь, перед каникулами» says more of October."""
    before = [one for one in spans if _is_dated(one) and one.end <= span.start]
    return len(before) > 1 and re.fullmatch(r"\s*,\s*", plain[before[-1].end : span.start]) is not None


def _is_dated(span: Span) -> bool:
    return span.kind in ("by", "period", "recurring") and (
        span.rrule is not None or span.kind == "recurring" or span.last is not None
    )


def _is_beside(span: Span, other: Span, plain: str) -> bool:
    low, high = sorted((span, other), key=lambda one: one.start)
    gap = plain[low.end : high.start]
    if names_its_own(gap) and (low is span or "(" not in gap):
        return False  # «по графику, заявления – до 25 числа каждого месяца»: both
    if low is other and span.rule in ("read_ongoing", "read_condition") and "(" not in gap:
        return False  # «октябрь, обновление – по мере необходимости»: both
    if low is span and span.rule in ("read_condition", "read_ongoing") and other.rrule and gap.strip() == ",":
        return False  # «по факту ДТП, ежеквартально»: both
    if (
        gap.strip() == "и"
        or re.search(r";|далее|затем|дальнейш", gap)
        or re.search(r"далее|затем", plain[span.start : span.end])
    ):
        return False
    return "\n" not in gap or re.search(r"[,(]", gap) is not None


def _is_refined(span: Span, spans: list[Span], index: int, plain: str) -> bool:
    """«в течение года (сентябрь-май)»: the brackets say it; «декабрь (I полугодие)»: the brackets say less."""
    if span.rule not in _COARSE or span.first is None or span.last is None:
        return False
    after = spans[index + 1] if index + 1 < len(spans) else None
    before = spans[index - 1] if index else None
    if after is not None and re.fullmatch(r"\s*[(:]\s*", plain[span.end : after.start]) and _is_within(after, span):
        return True
    if after is not None and _is_label(span, after, plain[span.end : after.start]):
        return True
    year_said = before is not None and before.rule == "read_years" and span.rule == "read_whole_year"
    if before is not None and year_said and plain[before.end : span.start].strip() == ":":
        return True  # «2022: в течение года»
    in_brackets = before is not None and re.fullmatch(r"\s*(?:\(\s*|-\s*)", plain[before.end : span.start])
    return before is not None and bool(in_brackets) and before.rule not in _COARSE and _is_within(before, span)


def _is_label(span: Span, after: Span, gap: str) -> bool:
    """«1 квартал – до 5 апреля», «I полугодие – до 25.12»: what it is for, and when."""
    dated = after.kind in ("by", "period") and after.last is not None and after.rule not in _COARSE
    return span.rule in _LABELS and dated and gap.strip() in ("-", ":")


def _is_within(fine: Span, coarse: Span) -> bool:
    if fine.kind not in ("period", "by") or fine.last is None or coarse.first is None or coarse.last is None:
        return False
    return coarse.first <= (fine.first or fine.last) and fine.last <= coarse.last and fine.rule != coarse.rule
