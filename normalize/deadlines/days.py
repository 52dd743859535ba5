"""Rules for days and months: «20-21 октября», «до 1 ноября», «с октября», «сентябрь»."""

import re
from dataclasses import replace

from normalize.calendar_year import SUMMER
from normalize.deadlines.august import which_august
from normalize.deadlines.patterns import AFTER, DURING, IN, SINCE, TO, UNTIL, UNTIL_CLEAR
from normalize.deadlines.points import POINT, Context, Point, bounds_of, point_of, range_of
from normalize.deadlines.span import Span, span_of, text_doubt

RANGE = rf"(?:со?\s+|{DURING}|в\s+|от\s+)?(?P<first>{POINT}){TO}(?:до\s+)?(?P<last>{POINT})"
BY_POINT = rf"(?P<until>{UNTIL})(?P<point>{POINT})(?P<included>\s+включительно)?"
SINCE_POINT = rf"(?P<since>{SINCE}|{AFTER})\s+(?P<point>{POINT})"
AT_POINT = rf"{IN}(?P<point>{POINT})"


def read_range(match: re.Match[str], context: Context) -> list[Span]:
    """«20-21 октября», «15.09 -16.09», «с сентября по май», «январь 2021 г. – сентябрь 2021 г.»; not «9 – октябрь»."""
    first, last = point_of(match["first"]), point_of(match["last"])
    if first.month is None and last.day is None and re.match(r"\d", match["last"]):
        first = Point(None, first.day, None)  # «09-11.2020»: months
    if last.month is None and not _stands_alone(match):
        return []
    if first.month is None and last.month is not None and last.day is None:
        raise ValueError("a number and a month")
    if last.month is None and first.month is not None and first.day is None:
        return []
    if last.month is None:
        last = replace(last, month=first.month)
    start, end, inferred = range_of(first, last, context)
    doubt = None
    is_one_month = first.month in (None, last.month) and first.year == last.year
    if (last.year is not None and end.year != last.year) or (is_one_month and end.year != start.year):
        doubt = text_doubt(match, ": срок кончается раньше, чем начинается?")
    if inferred and start.month in SUMMER and end.month < start.month and end.year > start.year:  # «июнь – май»
        doubt = text_doubt(match, ": каких годов?")
    if end < start:  # «09.2050 - 10.2024»: a year more does not mend it
        return [span_of(match, "period", None, None, inferred=inferred, doubt=doubt)]
    if start.month == end.month == 8:
        start, end, doubt = which_august(match, start, end, inferred, context)
    return [span_of(match, "period", start, end, inferred=inferred, doubt=doubt)]


def read_until(match: re.Match[str], context: Context) -> list[Span]:
    """«до 1 ноября», «до15.09», «не позднее 5 мая», «не позднее октября»: inclusive.

    «до июля» is asked: the month in or out?
    """
    point = point_of(match["point"])
    if point.month is None and not _stands_alone(match):
        return []
    first, last, inferred = bounds_of(point, context)
    first, last, doubt = which_august(match, first, last, inferred, context)
    if point.day is None and not (match["included"] or re.match(UNTIL_CLEAR, match["until"])):
        doubt = text_doubt(match, ": включая этот месяц или нет?")
    return [span_of(match, "by", None, last, inferred=inferred, doubt=doubt)]


def read_since(match: re.Match[str], context: Context) -> list[Span]:
    """«с 1 сентября», «начиная с октября», «не ранее 1 декабря»: without an end; not «с 1 по 10 октября».

    «после 15 октября» is asked: who says for how long?
    """
    point = point_of(match["point"])
    if point.month is None and not _stands_alone(match):
        return []
    first, last, inferred = bounds_of(point, context)
    first, last, doubt = which_august(match, first, last, inferred, context)
    if re.match(AFTER, match["since"]):
        first, doubt = last, text_doubt(match, ": с какого по какой день?")
    return [span_of(match, "ongoing", first, None, inferred=inferred, doubt=doubt)]


def read_point(match: re.Match[str], context: Context) -> list[Span]:
    """«08.09», «1 ноября 2020 г.», «сентябрь»; a bare number only under a month's section."""
    point = point_of(match["point"])
    if point.month is None and (context.hint is None or point.day is None or not _stands_alone(match)):
        return []
    first, last, inferred = bounds_of(point, context)
    first, last, doubt = which_august(match, first, last, inferred, context)
    return [span_of(match, "period", first, last, inferred=inferred, doubt=doubt)]


def _stands_alone(match: re.Match[str]) -> bool:
    """False for a number of something: «3 дня», «3-й урок», «неделя 3»."""
    follows = re.match(r"\s*(?:$|[,;()\n]|-(?=\s|\d)|(?:и|по|до|в)\b|\.\s*$)", match.string[match.end() :])
    before = re.sub(r"(?<![а-я])(?:и|по|до|в)$", "", match.string[: match.start()].rstrip(" «\"'"))
    return follows is not None and re.search(r"[а-я./]$", before.rstrip()) is None
