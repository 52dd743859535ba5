"""Which August is meant: the one before the school year, or the one that ends it (CONTRACT.md §2)."""

import re
from datetime import date

from normalize.deadlines.points import Context
from normalize.deadlines.span import Doubt


def which_august(
    match: re.Match[str], first: date, last: date, inferred: bool, context: Context
) -> tuple[date, date, Doubt | None]:
    """The days in the August that is meant, and whether that is sure.

    An order signed before October, or nobody knows when, prints «31.08»: this August, or the next one? In September
    plans are signed that begin with the August before. A title of months says it: «на август 2022 – май 2023».
    """
    signed, start = context.year.signed, context.year.school_start
    if not inferred or first.month != 8 or start is None:
        return first, last, None
    if (said := context.year.august) is not None:
        return first.replace(year=said), last.replace(year=said + last.year - first.year), None
    if signed is not None and (signed >= date(start, 10, 1) or last.replace(year=start) < signed <= date(start, 8, 31)):
        return first, last, None
    doubt = Doubt("deadline_august", f"«{match.group().strip()}»: август {start} или {start + 1} года?")
    if signed is None or signed.month == 9:
        return first, last, doubt
    return first.replace(year=start), last.replace(year=start), doubt
