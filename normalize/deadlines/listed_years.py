"""Several years behind one date: «апрель – май 2021-2023 гг.» → «апрель – май» of each of them.

«ежегодно до 1 сентября 2022-2027 годов» lists them too: it repeats in those years, and in no other.
"""

import re
from dataclasses import replace

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.patterns import ORDINAL, UNTIL
from normalize.deadlines.points import MONTH, MONTHS
from normalize.deadlines.span import Doubt
from normalize.traced import Piece, Traced, rewrite

_DAY = r"(?<![\d.])\d{1,2}\s+"
_TO = r"\s*(?:-|\bпо\b)\s*"
_WHAT = (
    rf"(?P<what>(?<![\w.])(?:(?:со?\s+)?(?:{_DAY})?{MONTH}{_TO}(?:{_DAY})?{MONTH}"
    rf"|(?:со?\s+)?\d{{1,2}}{_TO}\d{{1,2}}\s+{MONTH}|\d{{1,2}}(?:\s*(?:,|\bи\b)\s*\d{{1,2}})+\s+{MONTH}"
    rf"|(?:{UNTIL})?(?:{_DAY})?{MONTH}"
    rf"|(?:{UNTIL})?{ORDINAL}(?:{_TO}{ORDINAL})?\s+(?:квартал\w*|кв\b\.?)))"
)
_LIST = rf"(?P<what>(?<![\w.])(?<!\d )(?<!по )(?<!- ){MONTH}(?:\s*(?:,|\bи\b)\s*{MONTH})+)"
_WORD = r"(?:гг|г\.\s?г|год[ыао])"
_FROM_TO = r"(?P<from>20\d\d)\s*-\s*(?P<to>20\d\d)(?!\d)"
_YEARS = rf"{_FROM_TO}(?:\s*(?:{_WORD})\w*\.?)?"
_EVERY = r"(?:ежегодно|каждый\s+год)"
_GAP = r"[\s,:;(-]*(?:\bво?\s+)?"

# «сентябрь 2020, 2021 и 2022 гг.»
_MANY = expression(rf"{_WHAT}\s*(?P<year>20\d\d)(?P<more>(?:\s*(?:,|\bи\b)\s*20\d\d(?!\d|\s*[-/]\s*\d))+)")
# «до 1 декабря 2020-2023 гг.», «июнь – август 2021-2023»; not «сентябрь – май 2020-2021», a school year
_RANGE_END = rf"\s*{_FROM_TO}(?=\s*(?:{_WORD}|$|[,;)\n]))(?!\s*год\w*\s+уч)"
_BY_RANGE = tuple(expression(what + _RANGE_END) for what in (_LIST, _WHAT))
_YEARLY = (
    expression(rf"{_YEARS}{_GAP}{_EVERY}{_GAP}{_WHAT}(?P<close>\s*\))?"),
    expression(rf"{_WHAT}{_GAP}{_EVERY}{_GAP}{_YEARS}(?P<close>\s*\))?"),
    expression(rf"{_EVERY}{_GAP}{_WHAT}{_GAP}{_YEARS}(?P<close>\s*\))?"),
)
_BEFORE = expression(  # «2020-2022 гг.: сентябрь»
    rf"{_FROM_TO}\s*{_WORD}\w*\.?\s*(?:[:(]|-(?=\s))\s*(?:\bво?\s+)?{_WHAT}(?!\s*20\d\d)(?P<close>\s*\))?"
)
# «2020-2021, 2021-2022 учебные годы»: the words are of each; not «2020-2022, 2022-2023 учебные годы»
_SCHOOL_YEARS = expression(
    r"(?P<list>(?<![\d.-])(?:20\d\d\s*[-/]\s*(?:20)?\d\d\s*(?:,|\bи\b)\s*)+)(?=20\d\d\s*[-/]\s*(?:20)?\d\d\s*"
    r"(?:уч\w*\.?\s*г|у\.\s?г))"
)
_SCHOOL_YEAR = re.compile(r"20(?P<from>\d\d)\s*[-/]\s*(?:20)?(?P<to>\d\d)")
_MOST = 10  # years: more are no plan


def spell_out_years(cell: Traced, programme: bool) -> Traced:
    """The cell with each date once for each of its years. `programme`: the plan is for several calendar years."""
    for pattern in _YEARLY:
        cell = rewrite(cell, pattern, lambda match: _each(match, 1))
    cell = rewrite(cell, _BEFORE, lambda match: _each(match, 2))
    cell = rewrite(cell, _SCHOOL_YEARS, _each_school_year)
    cell = rewrite(cell, _MANY, _each_listed)
    for pattern in _BY_RANGE:
        cell = rewrite(cell, pattern, lambda match: _each(match, 1 if programme else 2))
    return cell


def first_year(year: PlanYear, text: str) -> PlanYear:
    """The first year of a plan for several, where a cell repeats each year: «ежегодно, до 1 февраля»."""
    if not year.is_programme or year.period is None or re.search(_EVERY, text) is None:
        return year
    return replace(year, calendar=year.period[0].year)


def ask_which_years(text: str) -> list[Doubt]:
    """«октябрь 2023-2024 гг.»: a school year's, or of each of the two? «сентябрь – май 2021-2023»: whole or each?"""
    doubts = []
    for found in _BY_RANGE[1].finditer(text):
        years = int(found["to"]) - int(found["from"])
        said = re.match(rf"\s*{_WORD}", text[found.end() :]) is not None
        if years > 1 or (years == 1 and said and not _wraps(found["what"])):
            doubts.append(Doubt("deadline_text", f"«{found.group().strip()}»: в каком из этих годов или в каждом?"))
    return doubts


def _each_school_year(match: re.Match[str]) -> list[Piece]:
    pieces: list[Piece] = []
    at, end = match.span("list")
    for found in _SCHOOL_YEAR.finditer(match.string, at, end):
        if int(found["to"]) != int(found["from"]) + 1:
            return [match.span()]
        pieces += [(at, found.end()), " учебный год"]
        at = found.end()
    return [*pieces, (at, end)]


def _each_listed(match: re.Match[str]) -> list[Piece]:
    pieces: list[Piece] = [(match.start(), match.end("year"))]
    at, end = match.span("more")
    for found in re.compile(r"20\d\d").finditer(match.string, at, end):
        pieces += [(at, found.start()), f"{match['what']} ", found.span()]
        at = found.end()
    return [*pieces, (at, end)]


def _each(match: re.Match[str], fewest: int) -> list[Piece]:
    """`fewest`: how many years after the first there have to be; of two alone, who knows: a school year, or two."""
    first, last = int(match["from"]), int(match["to"])
    if not fewest <= last - first <= _MOST or _wraps(match["what"]):
        return [match.span()]
    between = "".join(f", {match['what']} {year}" for year in range(first + 1, last))
    what: tuple[Piece, ...] = (match.span("what"), " ")
    return [*what, match.span("from"), between, f", {match['what']} ", match.span("to")]


def _wraps(what: str) -> bool:
    """«декабрь – февраль»: its second month is in the year after."""
    months = [MONTHS[name.rstrip(".")] for name in re.findall(MONTH, what)]
    return len(months) == 2 and "," not in what and months[0] > months[1]
