"""Rules for a day or month of every year, where nobody knows the first: «1 раз в год (сентябрь)» in 2024–2026.

Where the plan's year is known, that is the first year, as «июнь 2021 г. далее – ежегодно» has it (CONTRACT.md §2).
"""

import re

from normalize.deadlines.patterns import UNTIL
from normalize.deadlines.points import MONTH, MONTHS, NUMERIC, Context, Point, point_of
from normalize.deadlines.repeats import ADVERBS, COUNTS, TIMES_A, days_of
from normalize.deadlines.span import Span, span_of

_EVERY = rf"(?:ежегодно|каждый\s+год|{TIMES_A}в\s+год)(?!\w)"
_DAYS = r"\d{1,2}\s*-\s*\d{1,2}|с\s+\d{1,2}\s+по\s+\d{1,2}"  # «1 – 9 декабря», «с 1 по 9 декабря»
_WHEN = (
    rf"(?:(?P<from>(?<!\d )(?<!\d){MONTH})\s*-\s*(?P<to>{MONTH})"
    rf"|(?P<months>(?<!\d )(?<!\d){MONTH}(?:\s*(?:,|\bи\b)\s*{MONTH})*)"
    rf"|(?<![\d.])(?P<days>{_DAYS})\s+(?P<of>{MONTH})"
    rf"|(?:{UNTIL})?(?P<day>\d{{1,2}}\s*{MONTH}|{NUMERIC}))(?!\s*(?:-|20\d\d))"
)
_END = r"\)?(?=\s*(?:$|[,;)\n]))"
EVERY_YEAR_IN = rf"{_EVERY}[\s,(:-]*(?:\bво?\s+)?{_WHEN}{_END}"
IN_EVERY_YEAR = rf"(?:\bво?\s+)?{_WHEN}[\s,(:-]+{_EVERY}{_END}"


def read_in_every_year(match: re.Match[str], context: Context) -> list[Span]:
    """«1 раз в год (сентябрь)», «до 30 сентября ежегодно», «1 – 9 декабря ежегодно» in a plan for several years.

    Not «1 раз в год (май, октябрь)», which contradicts itself.
    """
    points = _points(match)
    if any(one.month is None or one.year is not None or context.year.year_of(one.month) for one in points):
        return []
    terms = len(points) if match["months"] else 1
    if terms != _times(match, terms):
        return []
    rrule = f"FREQ=YEARLY;BYMONTH={','.join(str(one.month) for one in points)}"
    days = days_of(match["days"]) if match["days"] else points[0].day
    return [span_of(match, "recurring", rrule=rrule if days is None else f"{rrule};BYMONTHDAY={days}")]


def _points(match: re.Match[str]) -> list[Point]:
    if match["day"]:
        return [point_of(match["day"])]
    if match["from"]:
        first, last = (MONTHS[match[name].rstrip(".")] for name in ("from", "to"))
        between = range(first, last + 1 + 12 * (last < first))  # «декабрь – февраль»
        return [Point(None, (month - 1) % 12 + 1, None) for month in between]
    return [Point(None, MONTHS[name.rstrip(".")], None) for name in re.findall(MONTH, match["months"] or match["of"])]


def _times(match: re.Match[str], default: int) -> int | None:
    """2 of «2 раза в год», `default` of «ежегодно»; None of «несколько раз»."""
    if match["twice"]:
        return int(ADVERBS[match["twice"]])
    if match["count"] is None:
        return 1 if "раз" in match.group() else default
    count = COUNTS.get(match["count"].strip(), match["count"].strip())
    return int(count) if count.isdigit() else None
