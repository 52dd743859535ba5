"""Rules for «до», «с» and «с … по …» before parts of a month, quarters, half years and years.

What stands there is read by the rules for such periods; here is said what the preposition makes of it.
"""

import re
from dataclasses import replace

from ingest.expressions import expression
from normalize.deadlines import days, parts, quarters, years
from normalize.deadlines.patterns import AFTER, SINCE, TO, UNTIL, UNTIL_CLEAR
from normalize.deadlines.points import MONTH, Context
from normalize.deadlines.span import Doubt, Rule, Span

_MONTHLY: tuple[tuple[Rule, str], ...] = (
    (parts.read_nth_weekday_of_month, parts.NTH_WEEKDAY),
    (parts.read_part_of_month, parts.WEEKS),
    (parts.read_half_of_month, parts.HALF),
    (parts.read_edge_of_month, parts.EDGE_OF_MONTH),
    (parts.read_last_day_of_month, parts.LAST_DAY),
)
_QUARTERLY: tuple[tuple[Rule, str], ...] = ((quarters.read_quarters, quarters.QUARTERS),)
_HALF_YEARLY: tuple[tuple[Rule, str], ...] = ((years.read_half_year, years.HALF_YEARS),)
_YEARLY: tuple[tuple[Rule, str], ...] = (
    (years.read_school_year, years.SCHOOL_YEARS),
    (years.read_years, years.YEARS),
)
_A_MONTH: tuple[tuple[Rule, str], ...] = ((days.read_point, rf"(?P<point>{MONTH}(?:\s*20\d\d(?:\s*г\w*\.?)?)?)"),)
# what may stand on both sides of one dash: «конец октября – ноябрь», «IV квартал 2020 – I квартал 2021»
_FAMILIES = tuple(
    tuple((rule, expression(text)) for rule, text in family)
    for family in ((*_MONTHLY, *_A_MONTH), _QUARTERLY, _HALF_YEARLY, _YEARLY)
)
_ANY = tuple((rule, expression(text)) for rule, text in (*_MONTHLY, *_QUARTERLY, *_HALF_YEARLY, *_YEARLY))

_DATIVE = expression(r"(?:кварталу|полугодию|году|годам|неделе)\b")  # «отчет по 1 кварталу»: about it, not until it
PERIOD = r"(?:[\dа-яivx])"
BETWEEN = rf"(?:(?:в\s+период\s+)?со?\s+)?(?={PERIOD})"
BOUND = rf"(?:(?P<until>{UNTIL})|(?P<since>(?:{SINCE}|{AFTER})\s+))(?={PERIOD})"


def read_between(match: re.Match[str], context: Context) -> list[Span]:
    """«IV квартал 2020 – I квартал 2021 г.», «с 2020 по 2023 год», «конец октября – начало ноября»."""
    for family in _FAMILIES:
        first = _period_at(match.string, match.end(), context, family)
        if first is None:
            continue
        dash = re.compile(TO).match(match.string, first.end)
        last = _period_at(match.string, dash.end(), context, family) if dash else None
        if (
            last is not None
            and not {first.rule, last.rule} <= {"read_point"}
            and "read_nth_weekday_of_month" not in (first.rule, last.rule)
        ):
            return [_joined(match, first, last)]
    return []


def _joined(match: re.Match[str], first: Span, last: Span) -> Span:
    span = replace(last, start=match.start(), first=first.first, doubt=first.doubt or last.doubt)
    assert first.first is not None and last.last is not None
    if first.first.month == 8 and first.inferred and first.first > last.last:
        first = replace(first, first=first.first.replace(year=first.first.year - 1), doubt=None)
        span = replace(span, first=first.first, doubt=last.doubt)
    if first.first is not None and first.first > last.last:
        doubt = Doubt(
            "deadline_text", f"«{match.string[span.start : span.end].strip()}»: срок кончается раньше, чем начинается?"
        )
        return replace(span, first=None, last=None, doubt=doubt)
    return span


def read_bound(match: re.Match[str], context: Context) -> list[Span]:
    """«до последней пятницы сентября», «не позднее 2021 года», «с IV квартала 2020 г.», «с 2021 года».

    «до 2024 года», «до второй половины октября» are asked: in or out? Not «до конца 2024 года».
    """
    period = _period_at(match.string, match.end(), context, _ANY)
    if period is None or period.first is None or period.last is None:
        return []
    if match.group().startswith("по") and _DATIVE.search(match.string, period.start, period.end):
        return []
    span = replace(period, start=match.start())
    if match["until"]:
        return [_until(match, span)]
    if re.match(AFTER, match["since"]):
        doubt = Doubt("deadline_text", f"«{match.string[span.start : span.end].strip()}»: с какого по какой день?")
        return [replace(span, kind="ongoing", first=period.last, last=None, doubt=doubt)]
    return [replace(span, kind="ongoing", last=None)]


def _until(match: re.Match[str], span: Span) -> Span:
    included = re.compile(r"\s*включительно").match(match.string, span.end)
    end = included.end() if included else span.end
    clear = included or re.match(UNTIL_CLEAR, match["until"]) or span.first == span.last
    doubt = Doubt("deadline_text", f"«{match.string[span.start : span.end].strip()}»: включая этот срок или нет?")
    return replace(span, end=end, kind="by", first=None, doubt=span.doubt if clear else doubt)


def _period_at(text: str, at: int, context: Context, family: tuple[tuple[Rule, re.Pattern[str]], ...]) -> Span | None:
    """The one period that stands there."""
    for rule, pattern in family:
        match = pattern.match(text, at)
        spans = rule(match, context) if match is not None and match.group().strip() else []
        if len(spans) == 1:
            return replace(spans[0], rule=rule.__name__)
    return None
