"""Years of two digits behind both months of a range: «ноябрь 25 – март 26» in a plan for 2025/2026."""

import re

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.points import MONTH, MONTHS
from normalize.traced import Piece, Traced, rewrite

_RANGE = expression(
    rf"(?P<first>(?<!\w){MONTH})\s*(?P<from>\d\d)(?P<dash>\s*-\s*)(?P<last>{MONTH})\s*(?P<to>\d\d)(?=\s*(?:$|[,;)\n]))"
)


def write_out_short_years(cell: Traced, year: PlanYear) -> Traced:
    """The cell with «2025» for «25» where the months run on from the plan's one year to its other.

    Not «ноябрь 25 – декабрь 25»: those may be days.
    """

    def pieces(match: re.Match[str]) -> list[Piece]:
        start = int(match["from"]) + 2000
        months = [MONTHS[match[name].rstrip(".")] for name in ("first", "last")]
        runs_on = months[0] > months[1] and int(match["to"]) + 2000 == start + 1
        if not runs_on or start not in (year.school_start, year.calendar):
            return [match.span()]
        of_first, of_last = match.span("from"), match.span("to")
        return [match.span("first"), " 20", of_first, match.span("dash"), match.span("last"), " 20", of_last]

    return rewrite(cell, _RANGE, pieces)
