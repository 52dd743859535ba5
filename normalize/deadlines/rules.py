"""The rules of deadline cells: pattern → spans, in the order in which they are tried; the first answer wins.

Each docstring shows what its rule reads and, after «not», what it must leave alone.
"""

import re

from ingest.expressions import expression
from normalize.deadlines import bounds, days, events, parts, repeats, terms, years
from normalize.deadlines.span import Rule

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    (events.read_and_on, events.AND_ON),
    (repeats.read_day_of_quarter, repeats.DAY_OF_QUARTER),
    (repeats.read_day_of_every, repeats.DAYS_OF_EVERY),
    (repeats.read_day_of_every, repeats.DAY_OF_EVERY),
    (repeats.read_last_day, repeats.LAST_DAY_OF_MONTH),
    (repeats.read_part_of_every, repeats.PART_OF_EVERY),
    (repeats.read_times_a_year, repeats.TIMES_A_YEAR),
    (repeats.read_nth_weekday, repeats.NTH_WEEKDAY_OF_EVERY),
    (repeats.read_weekday, repeats.WEEKDAYS_OF_EVERY),
    (repeats.read_interval, repeats.INTERVAL),
    (repeats.read_times, repeats.TIMES),
    (years.read_holidays, years.HOLIDAYS),
    (terms.read_school_term, terms.SCHOOL_TERM),
    (parts.read_nth_weekday_from_to, parts.NTH_WEEKDAY_FROM_TO),
    (bounds.read_between, bounds.BETWEEN),
    (years.read_school_year, years.SCHOOL_YEARS),
    (years.read_years, years.YEARS),
    (years.read_whole_year, years.WHOLE_YEAR),
    (years.read_whole_year, years.WHOLE_SCHOOL_YEAR),
    (years.read_hinted_month, years.THE_MONTH),
    (years.read_end_of_quarter, years.END_OF_QUARTER),
    (years.read_end_of_half_year, years.END_OF_HALF),
    (years.read_end_of, years.END_OF),
    (years.read_start_of_year, years.START_OF_YEAR),
    (years.read_new_year, years.NEW_YEAR),
    (years.read_quarters, years.QUARTERS),
    (years.read_half_year, years.HALF_YEARS),
    (bounds.read_bound, bounds.BOUND),
    (repeats.read_monthly_day, repeats.MONTHLY_DAY),
    (repeats.read_monthly_day, repeats.MONTHLY_FROM_TO),
    (repeats.read_monthly_day, repeats.MONTHLY_DAYS),
    (repeats.read_monthly_day, repeats.EVERY_NTH_DAY),
    (repeats.read_nth_weekday, repeats.NTH_WEEKDAY),
    (repeats.read_nth_weekday, repeats.EVERY_NTH_WEEKDAY),
    (parts.read_nth_weekday_of_month, parts.NTH_WEEKDAY),
    (repeats.read_working_days, repeats.WORKING_DAYS),
    (repeats.read_weekday, repeats.WEEKDAY_PATTERN),
    (repeats.read_weekday, repeats.FROM_WEEKDAY),
    (repeats.read_weekday, repeats.WEEKDAYS_EVERY_WEEK),
    (repeats.read_several_weekdays, repeats.SEVERAL_WEEKDAYS),
    (repeats.read_every, repeats.EVERY_PATTERN),
    (terms.read_part_of_year, terms.PART_OF_YEAR),
    (parts.read_part_of_month, parts.WEEKS),
    (parts.read_edge_of_month, parts.EDGE_OF_MONTH),
    (parts.read_half_of_month, parts.HALF),
    (parts.read_last_day_of_month, parts.LAST_DAY),
    (years.read_season, years.SEASON),
    (events.read_before_event, events.BEFORE_EVENT),
    (days.read_month_and_days, days.MONTH_AND_DAYS),
    (days.read_range, days.RANGE),
    (days.read_until, days.BY_POINT),
    (days.read_since, days.SINCE_POINT),
    (days.read_point, days.AT_POINT),
    (events.read_ongoing, events.ALWAYS),
    (events.read_ongoing, events.ON_DEMAND),
    (events.read_condition, events.CONDITION),
    (events.read_occasion, events.OCCASION),
    (events.read_elsewhere, events.ELSEWHERE),
)
RULES: tuple[tuple[Rule, re.Pattern[str]], ...] = tuple((rule, expression(text)) for rule, text in _PATTERNS)
