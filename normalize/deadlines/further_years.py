"""A term of its own for the years after the first: «до 15 ноября 2021 г., далее ежегодно до 1 сентября»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from normalize.deadlines.past import a_year_on
from normalize.deadlines.span import Span

ONWARD = re.compile(r"далее|затем|в дальнейшем")
_TERMS = ("by", "period")


def with_further_years(spans: Sequence[Span], plain: str) -> list[Span]:
    """The spans with «ежегодно до 1 сентября» as one, from the year on in which it lies behind the first term."""
    found: list[Span] = []
    for span in spans:
        if len(found) > 1 and _is_of_further_years(found[-2], found[-1], span, plain):
            found[-1] = _repeated(span, found[-1].start, found[-2].last)
        else:
            found.append(span)
    return found


def _is_of_further_years(first: Span, yearly: Span, span: Span, plain: str) -> bool:
    is_bare = yearly.rrule == "FREQ=YEARLY" and yearly.first is None and yearly.last is None
    if not is_bare or first.kind not in _TERMS or span.kind not in _TERMS or not span.inferred:
        return False
    between = plain[yearly.end : span.start]
    return ONWARD.search(plain[first.end : yearly.start]) is not None and not re.search(r"[\w;\n]", between)


def _repeated(span: Span, start: int, behind: date | None) -> Span:
    first, last = span.first, span.last
    if behind is not None and last is not None and last <= behind:
        first, last = a_year_on(first), a_year_on(last)
    return replace(span, start=start, kind="recurring", rrule="FREQ=YEARLY", first=first, last=last, doubt=None)


def has_own_term(span: Span) -> bool:
    """Whether a yearly repeat says itself when it is: then what stands before it is another deadline."""
    return span.rrule == "FREQ=YEARLY" and span.last is not None
