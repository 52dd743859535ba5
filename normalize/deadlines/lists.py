"""What a typist leaves out because a neighbour says it: a month for many days, a part for many months.

«10, 17 и 24 ноября» is spelled out as «10 ноября, 17 ноября и 24 ноября», for the rules to read.
"""

import re

from ingest.expressions import expression
from normalize.deadlines.month_tails import PART, spread_tails
from normalize.deadlines.patterns import ORDINAL, ORDINAL_LIST, UNTIL
from normalize.deadlines.points import MONTH, YEAR
from normalize.deadlines.span import Doubt
from normalize.traced import Piece, Traced, filled, rewrite

_GENITIVE = rf"(?=[а-я]*[ая]\b){MONTH}"

# under a section that is a month: «1 неделя», «до конца месяца», «последняя пятница (месяца)»
_HINTED = expression(
    rf"(?P<part>(?<!каждый )(?<!каждую )(?<!каждое )(?<!\w){PART}|(?<!\w)(?:до|к)\s+(?:конц[ау]|окончания))"
    r"(?P<of>\s+(?:этого\s+)?месяца)?(?!\s*\w)(?!(?<=нед)\.|(?<=пол)\.)"  # «3 нед. октября» has its own
)
# «1 дек.» under «Октябрь»: ten days, it is asked; not «до 3 дек.»
_DECADE = expression(rf"(?<![\w.])(?<!до )(?<!к )(?<!с )(?<!по )(?P<nth>(?=[1-3i])(?:{ORDINAL}))\s+дек\b\.?(?!\s*\w)")
_UNIT_FIRST = expression(r"(?<!\w)(?P<unit>неделя|декада)\s+(?P<number>[1-5])(?!\w)")
# «Неделя: 1-2», of a column «Неделя» beside «Месяц»; not «неделя: 5-9», days
_COLUMN_OF_WEEKS = expression(
    rf"(?<!\w)(?P<unit>неделя):\s*(?P<number>{ORDINAL_LIST})(?![\w-]|\s*[-.,]\s*\d|\s*{MONTH})"
)
_ITEM = r"(?:со?\s+)?\d{1,2}(?!\d)(?:\s*(?:-|по)\s*\d{1,2}(?!\d))?"
_DAYS = rf"{_ITEM}(?:\s*(?:,|\bи\b)\s*{_ITEM}){{0,11}}"
# «15-20 октября и апреля», «10, 20 октября, ноября», «до 25 марта, июня и декабря», «первая среда сентября, марта»
_MANY_MONTHS = expression(
    rf"(?P<lead>(?:(?P<until>{UNTIL})?(?<![\d.])\d{{1,2}}(?!\d)(?=\s+[а-я])|(?<![\d.:/-]){_DAYS}|(?<!\w){PART})\s+)(?P<first>{_GENITIVE})"
    rf"(?P<more>(?:\s*(?:,|\bи\b)\s*{_GENITIVE}(?!\s*-))+)"
)
# «12-14, 19-21 апреля 2021 г.», «10,17,24.11.2020», «с 5 по 7 и с 12 по 14 октября»
_MANY_DAYS = expression(
    rf"(?<![\d.:/-])(?P<days>(?:{_ITEM}\s*(?:[,;]|\bи\b)\s*)+)(?P<last>{_ITEM})"
    rf"(?P<month>\s*(?:{MONTH}(?:\s*(?:{YEAR}))?|\.(?:0[1-9]|1[0-2]|[1-9])(?!\d)(?:\.20\d\d|\.\d\d(?![\d.]))?))"
)
# «октябрь (13, 20, 27)»; not «май (5, 9)», classes
_DAYS_IN_BRACKETS = expression(
    rf"(?P<month>(?<!\w){MONTH}(?:\s*{YEAR})?)\s*\((?=[^()]*\b(?:1[2-9]|2\d|3[01])\b)"
    r"(?P<days>\d{1,2}(?:\s*(?:,|\bи\b)\s*\d{1,2})+)\s*\)"
)
# «сентябрь-октябрь-ноябрь»: from the first to the last
_CHAIN = expression(rf"(?P<first>(?<!\w){MONTH})(?:\s*-\s*{MONTH}(?=\s*-))+(?P<last>\s*-\s*{MONTH})")


def spell_out(cell: Traced, section_month: str | None) -> Traced:
    """The cell with nothing left to be guessed from a neighbour, but for years (`listed_years`, `frames`)."""
    cell = rewrite(cell, _UNIT_FIRST, filled("{number} {unit}"))
    cell = rewrite(cell, _COLUMN_OF_WEEKS, filled("{number} {unit}"))
    cell = rewrite(cell, _CHAIN, filled("{first}{last}"))
    cell = spread_tails(cell)
    cell = rewrite(cell, _DAYS_IN_BRACKETS, filled("{days} {month}"))
    if section_month is not None and not section_month.startswith("дек"):
        cell = rewrite(cell, _DECADE, filled("{nth} декада"))
    if section_month is not None:
        cell = rewrite(cell, _HINTED, filled("{part} " + section_month))
    cell = rewrite(cell, _MANY_MONTHS, _each_month)
    return rewrite(cell, _MANY_DAYS, _each_day)


def ask_if_decade(text: str, section_month: str | None) -> list[Doubt]:
    """«1 дек.» under «Октябрь»: the first ten days of October, or the first of December?"""
    if section_month is None or section_month.startswith("дек"):
        return []
    return [
        Doubt("deadline_text", f"«{found.group().strip()}»: декада или декабрь?")
        for found in _DECADE.finditer(text)
        if found["nth"].isdigit()  # not «II дек.», «3-я дек.»
    ]


def _each_month(match: re.Match[str]) -> list[Piece]:
    pieces: list[Piece] = [match.span("lead"), match.span("first")]
    return pieces + _before_each(match, "more", re.compile(MONTH), match["lead"])


def _before_each(match: re.Match[str], group: str, item: re.Pattern[str], what: str) -> list[Piece]:
    pieces: list[Piece] = []
    at, end = match.span(group)
    for found in item.finditer(match.string, at, end):
        pieces += [(at, found.start()), what, found.span()]
        at = found.end()
    return [*pieces, (at, end)]


def _each_day(match: re.Match[str]) -> list[Piece]:
    pieces: list[Piece] = []
    at, end = match.span("days")
    for found in re.compile(_ITEM).finditer(match.string, at, end):
        pieces += [(at, found.end()), match["month"]]
        at = found.end()
    return [*pieces, ", ", match.span("last"), match.span("month")]
