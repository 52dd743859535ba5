"""A weekday that stands alone in its cell with an hour: «вторник, 14.00» is every Tuesday."""

from ingest.expressions import expression
from normalize.calendar_year import PlanYear
from normalize.deadlines.labels import without_labels
from normalize.deadlines.patterns import WEEKDAY
from normalize.traced import Traced, insert

_LONE = expression(rf"\s*(?:во?\s+)?(?P<weekday>{WEEKDAY})\.?[\s,()]*")
_HOUR = expression(r"\d\s*[.:-]\s*\d\d|\d\s*ч")
_WEEKS = 14  # days: in a plan for so few a weekday is a day


def say_every_weekday(cell: Traced, year: PlanYear) -> Traced:
    """«понедельник 8.30» → «каждый понедельник 8.30»; not «понедельник», which may be a day of one week."""
    found = _LONE.fullmatch(without_labels(cell).text) if _HOUR.search(cell.text) else None
    short = year.period is not None and (year.period[1] - year.period[0]).days < _WEEKS
    return cell if found is None or short else insert(cell, {found.start("weekday"): "каждый "})
