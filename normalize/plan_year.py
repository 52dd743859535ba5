"""What an order is known by, and the year that its plan is for."""

import re
from datetime import date

from ingest.model import RawOrder
from normalize.calendar_year import PlanYear, school_year_of
from normalize.fold import fold
from normalize.vocabulary import alternatives

_OF_MONTH = re.compile(rf"\bна\s+(?P<month>{alternatives('deadlines', 'month')})\b(?!\s*[-–—])", re.IGNORECASE)


def plan_month(raw: RawOrder) -> str | None:
    """The month that the whole plan is for: «февраль» of «План работы на февраль 2022 года»; not «на март-май»."""
    found = _OF_MONTH.search(_titles(raw))
    return found["month"].lower() if found else None


def order_identity(raw: RawOrder) -> str:
    """What a decision «only here» is tied to: issuer, date and number; the content where one is not printed."""
    head = raw.head
    if head.number is None or head.date is None:
        return raw.sha256
    return fold(f"{head.issuer or ''} {head.date} {head.number}")


def plan_year(raw: RawOrder) -> tuple[PlanYear, str | None]:
    """The year that the plan is for, and its school year as printed «2020/2021».

    Printed school year → a calendar year in the title («на 2022 год») → the date of the order.
    """
    signed = date.fromisoformat(raw.head.date) if raw.head.date is not None else None
    if raw.head.school_year is not None:
        return PlanYear(school_start=int(raw.head.school_year[:4]), signed=signed), raw.head.school_year
    title = re.search(r"\bна\s+(20\d\d)\s*(?:г\b|год)", _titles(raw))
    if title:
        return PlanYear(calendar=int(title[1])), None
    if signed is None:
        return PlanYear(), None
    start = school_year_of(signed)
    return PlanYear(school_start=start, derived=True, signed=signed), f"{start}/{start + 1}"


def _titles(raw: RawOrder) -> str:
    """The plan's title, then the order's own: «План мероприятий» of «Об утверждении плана на 2022 год»."""
    return f"{raw.head.title or ''} {raw.head.about or ''}"
