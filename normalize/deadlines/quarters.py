"""Rules for quarters: «I квартал 2022 года», «2,3,4 квартал», «до конца III квартала»."""

import re
from dataclasses import replace

from normalize.calendar_year import PlanYear
from normalize.deadlines.patterns import IN, ORDINAL, ORDINALS
from normalize.deadlines.points import YEAR, Context, Point, bounds_of
from normalize.deadlines.span import Span, span_of, text_doubt

NTHS = rf"(?P<numbers>(?:с\s+(?={ORDINAL}\s+по\s))?{ORDINAL}(?:\s*(?:,|-|и|\bпо\b)\s*{ORDINAL})*)"
END = r"(?:(?:до|к)\s+)(?:конц[ау]|окончани[яю]|завершени[яю])\s+"
_QUARTERS = rf"{NTHS}\s*(?:квартал\w*|кв\b\.?)"
QUARTERS = rf"{IN}{_QUARTERS}\s*(?P<year>{YEAR})?"
END_OF_QUARTER = rf"{END}{_QUARTERS}\s*(?P<year>{YEAR})?"


def read_quarters(match: re.Match[str], context: Context) -> list[Span]:
    """«I квартал 2022 года», «2,3,4 квартал»: one each; «I-II квартал»: one period; not «раз в квартал»."""
    year = re.search(r"20\d\d", match["year"] or "")
    groups = numbered(match["numbers"])
    if any(number not in (1, 2, 3, 4) for group in groups for number in group):
        return []
    return [_quarters(match, low, high, int(year.group()) if year else None, context) for low, high in groups]


def numbered(numbers: str) -> list[tuple[int, int]]:
    """«2,3» → each; «I-II» → from one to the other."""
    found = [ORDINALS[one] for one in re.findall(ORDINAL, numbers)]
    ranged = re.search(r"[iv\d]\s*(?:-|по)\s*[iv\d]|\bпо\b", numbers)
    return [(min(found), max(found))] if ranged else [(number, number) for number in found]


def _quarters(match: re.Match[str], low: int, high: int, year: int | None, context: Context) -> Span:
    start = bounds_of(Point(None, low * 3 - 2, year), context)[0]
    end = bounds_of(Point(None, high * 3, start.year), context)[1]
    doubt = None
    if year is None and _is_of_either_year(low, high, context.year):
        doubt = text_doubt(match, f": {'III' if low <= 3 <= high else 'II'} квартал какого года?")
    return span_of(match, "period", start, end, inferred=year is None, doubt=doubt)


def _is_of_either_year(low: int, high: int, year: PlanYear) -> bool:
    """Whether a quarter begins in one school year and ends in the next: III, but where the plan begins with summer.

    II is one where the plan begins with it: with May, with June.
    """
    if year.school_start is None:
        return False
    if year.august == year.school_start and year.opens is not None:  # «подготовка к новому учебному году»
        return low * 3 - 2 < year.opens <= high * 3 and low < 3
    return low <= 3 <= high


def read_end_of_quarter(match: re.Match[str], context: Context) -> list[Span]:
    """«до конца I квартала», «к концу II квартала 2021 г.»: no later than its last day."""
    return [replace(span, kind="by", first=None) for span in read_quarters(match, context)[-1:]]
