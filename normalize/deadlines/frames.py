"""Years that belong to their neighbours: «октябрь, ноябрь 2021 г.», «2021 год: май», «май 2020-2021 уч. года».

Such a year is a frame, no deadline of its own: it is left out, and each month gets its year.
"""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.patterns import SCHOOL_YEAR_WORDS
from normalize.deadlines.points import PrintedMonth, printed_months
from normalize.traced import Traced, blank, insert, rewrite

_SCHOOL = r"(?P<from>20\d\d)\s*[-/]\s*(?P<to>(?:20)?\d\d)(?!\d)"
# at the end: «сентябрь – май 2020-2021 уч. года», «Сентябрь (2020/2021 уч. год)», «сентябрь-май 2020/2021»
_AFTER_MONTHS = expression(
    rf"[ (]*(?:в\s+)?{_SCHOOL}\s*(?:г\w*\.?\s*)?(?:{SCHOOL_YEAR_WORDS}|(?!\s*(?:г|уч))(?=\s*(?:$|[,;)\n])))\)?"
)
# at the start: «2021 год, сентябрь», «2020 г.: октябрь», «2020-2021 уч. год (сентябрь, май)»
_BEFORE_MONTHS = expression(
    r"(?:^|(?<=[;\n(])|(?<=[.;] ))\s*(?:(?:в|во|на)\s+)?"
    rf"(?:{_SCHOOL}\s*{SCHOOL_YEAR_WORDS}|(?P<year>20\d\d)\s*(?:год\w*|г\b\.?)?)"
    r"\s*[-:,(\n ]\s*(?=\S)"
)
_HALF = expression(r"(?<!\w)(?:i{1,2}|[12])\s+полугоди\w+(?!\s*20)")
_BREAKS = expression(r"далее(?!\s*[-–—]?\s*до\b)|затем|\bза\b|\bот\b|20\d\d|;|итог")


# «2021 г. – май, 2022 г. – июнь»: the comma parts the years; not «октябрь, 2020 – март, 2021»
_YEAR_FIRST = r"20\d\d\s*(?:год\w*|г\b\.?)?\s*[-:]\s*(?=[а-яivx\d])(?!20\d\d)"
_BY_YEARS = expression(rf"\s*{_YEAR_FIRST}")
_NEXT_YEAR = expression(rf",(?=\s*{_YEAR_FIRST})")


def frame(cell: Traced) -> Traced:
    """The cell with a year beside each month that some year in it is for."""
    if _BY_YEARS.match(cell.text):
        cell = rewrite(cell, _NEXT_YEAR, lambda match: [(";", *match.span())])
    for pattern, place in ((_BEFORE_MONTHS, _months_after), (_AFTER_MONTHS, _months_before)):
        for match in reversed(list(pattern.finditer(cell.text))):
            months = place(cell.text, match)
            if months:
                cell = _stamped(blank(cell, *match.span()), match, months)
    return _carried_back(cell)


def _months_after(text: str, match: re.Match[str]) -> list[PrintedMonth]:
    """The months up to the next year or «;», where the first of them follows at once and has no year."""
    if any(month.start < match.start() < month.end for month in printed_months(text)):
        return []  # «октябрь⏎2020⏎май»: the year is the month's before it
    rest = text[match.end() :]
    months = list(_until_next_year(printed_months(rest), rest))
    near = months and not re.search(r"\w{4}", rest[: months[0].start].replace("конец", "").replace("начало", ""))
    half = _HALF.match(rest) if match["from"] else None
    if half is not None:
        return [PrintedMonth(match.end(), match.end() + half.end(), 0, None, match.end() + half.end())]
    return [_moved(month, match.end()) for month in months] if near else []


def _until_next_year(months: list[PrintedMonth], rest: str) -> Iterator[PrintedMonth]:
    at = 0
    for month in months:
        if month.year is not None or re.search(r"20\d\d|;", rest[at : month.start]):
            return
        yield month
        at = month.end


def _moved(month: PrintedMonth, by: int) -> PrintedMonth:
    return PrintedMonth(month.start + by, month.end + by, month.month, month.year, month.year_at + by)


def _months_before(text: str, match: re.Match[str]) -> list[PrintedMonth]:
    """The months without a year back to the last year or «;», where the last of them stands right before."""
    found: list[PrintedMonth] = []
    at = match.start()
    for month in reversed(printed_months(text[: match.start()])):
        between = text[month.end : at]
        if month.year is not None or (not found and between.strip(" .")) or re.search(r"20\d\d|;", between):
            break
        found.append(month)
        at = month.start
    return found


def _stamped(cell: Traced, match: re.Match[str], months: list[PrintedMonth]) -> Traced:
    groups = match.groupdict()
    if groups.get("year") is not None:
        return insert(cell, {month.year_at: _printed(cell.text, month, int(groups["year"])) for month in months})
    start = int(groups["from"])
    if int(groups["to"]) % 100 + 2000 != start + 1:
        return cell
    years = {month.year_at: (month, PlanYear(start).year_of(month.month)) for month in months}
    return insert(
        cell,
        {
            at: f" {start}/{start + 1}" if month.month == 0 else _printed(cell.text, month, year or start)
            for at, (month, year) in years.items()
        },
    )


def _printed(text: str, month: PrintedMonth, year: int) -> str:
    return f".{year}" if text[month.year_at - 1].isdigit() else f" {year}"


def _carried_back(cell: Traced) -> Traced:
    """«октябрь, ноябрь 2021 г.»: a year is for the months before it too, as long as they run on.

    «декабрь, январь 2021»: December is in the year before.
    """
    additions: dict[int, str] = {}
    after: PrintedMonth | None = None
    for month in reversed(printed_months(cell.text)):
        year = month.year
        if year is None and after is not None and after.year is not None and _runs_on(cell.text, month, after):
            year = after.year if month.month <= after.month else after.year - 1
            additions[month.year_at] = _printed(cell.text, month, year)
        after = PrintedMonth(month.start, month.end, month.month, year, month.year_at)
    return insert(cell, additions)


def _runs_on(text: str, month: PrintedMonth, after: PrintedMonth) -> bool:
    return _BREAKS.search(text[month.end : after.start]) is None
