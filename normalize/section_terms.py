"""A term that the title of a section prints in brackets: «1. Подготовительный этап (до 10 сентября 2023 года)»."""

from dataclasses import replace
from datetime import date

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.patterns import DURING
from normalize.deadlines.read import Reading, parse_deadlines
from normalize.fold import squeeze

_BRACKET = expression(r"\(([^()]*\d[^()]*|[^()]*[а-яё]{3}[^()]*)\)")
_THE_WEEK = expression(rf"\s*{DURING}(?:всей\s+|этой\s+|данной\s+)?недели[\s.]*")
_A_WEEK = range(3, 7)  # days, less one
_ANY_YEAR = PlanYear(school_start=2020)  # only whether it is a term at all


def term_of_section(section: str | None) -> str | None:
    """The words of the one bracket that reads as dates without a doubt; not those of «Этап 1 (школьный)»."""
    terms = [words.strip() for words in _BRACKET.findall(section or "") if _is_dated(words)]
    return terms[0] if len(terms) == 1 else None


def _is_dated(words: str) -> bool:
    reading = parse_deadlines(words, _ANY_YEAR)
    return not reading.doubts and any(one.ends_on is not None for one in reading.deadlines)


def week_of_section(deadline: str, section: str | None, year: PlanYear) -> Reading | None:
    """«в течение недели» under «2 неделя (05.09 – 10.09)»: its days; None for other words, and for other dates."""
    term = term_of_section(section) if _THE_WEEK.fullmatch(deadline.lower()) else None
    reading = None if term is None else parse_deadlines(term, year)
    if reading is None or reading.doubts or len(reading.deadlines) != 1:
        return None
    (week,) = reading.deadlines
    if week.kind != "period" or week.starts_on is None or week.ends_on is None:
        return None
    if (date.fromisoformat(week.ends_on) - date.fromisoformat(week.starts_on)).days not in _A_WEEK:
        return None
    return replace(reading, deadlines=(replace(week, text=squeeze(deadline), inferred=True),))
