"""The rules of deadline cells: pattern → spans, in the order in which they are tried; the first answer wins.

Each docstring shows what its rule reads and, after «not», what it must leave alone.
"""

import re

from normalize import (
    deadline_bounds,
    deadline_days,
    deadline_events,
    deadline_parts,
    deadline_repeats,
    deadline_terms,
    deadline_years,
)
from normalize.deadline_span import Rule

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    (deadline_events.read_and_on, deadline_events.AND_ON),
    (deadline_repeats.read_times_a_year, deadline_repeats.TIMES_A_YEAR),
    (deadline_repeats.read_nth_weekday, deadline_repeats.NTH_WEEKDAY_OF_EVERY),
    (deadline_repeats.read_weekday, deadline_repeats.WEEKDAYS_OF_EVERY),
    (deadline_repeats.read_interval, deadline_repeats.INTERVAL),
    (deadline_repeats.read_times, deadline_repeats.TIMES),
    (deadline_years.read_holidays, deadline_years.HOLIDAYS),
    (deadline_terms.read_school_term, deadline_terms.SCHOOL_TERM),
    (deadline_parts.read_nth_weekday_from_to, deadline_parts.NTH_WEEKDAY_FROM_TO),
    (deadline_bounds.read_between, deadline_bounds.BETWEEN),
    (deadline_years.read_school_year, deadline_years.SCHOOL_YEARS),
    (deadline_years.read_years, deadline_years.YEARS),
    (deadline_years.read_whole_year, deadline_years.WHOLE_YEAR),
    (deadline_years.read_whole_year, deadline_years.WHOLE_SCHOOL_YEAR),
    (deadline_years.read_hinted_month, deadline_years.THE_MONTH),
    (deadline_years.read_end_of_quarter, deadline_years.END_OF_QUARTER),
    (deadline_years.read_end_of_half_year, deadline_years.END_OF_HALF),
    (deadline_years.read_end_of, deadline_years.END_OF),
    (deadline_years.read_start_of_year, deadline_years.START_OF_YEAR),
    (deadline_years.read_quarters, deadline_years.QUARTERS),
    (deadline_years.read_half_year, deadline_years.HALF_YEARS),
    (deadline_bounds.read_bound, deadline_bounds.BOUND),
    (deadline_repeats.read_monthly_day, deadline_repeats.MONTHLY_DAY),
    (deadline_repeats.read_monthly_day, deadline_repeats.MONTHLY_FROM_TO),
    (deadline_repeats.read_monthly_day, deadline_repeats.MONTHLY_DAYS),
    (deadline_repeats.read_monthly_day, deadline_repeats.EVERY_NTH_DAY),
    (deadline_repeats.read_day_of_every, deadline_repeats.DAY_OF_EVERY),
    (deadline_repeats.read_nth_weekday, deadline_repeats.NTH_WEEKDAY),
    (deadline_repeats.read_nth_weekday, deadline_repeats.EVERY_NTH_WEEKDAY),
    (deadline_parts.read_nth_weekday_of_month, deadline_parts.NTH_WEEKDAY),
    (deadline_repeats.read_working_days, deadline_repeats.WORKING_DAYS),
    (deadline_repeats.read_weekday, deadline_repeats.WEEKDAY_PATTERN),
    (deadline_repeats.read_weekday, deadline_repeats.FROM_WEEKDAY),
    (deadline_repeats.read_every, deadline_repeats.EVERY_PATTERN),
    (deadline_terms.read_part_of_year, deadline_terms.PART_OF_YEAR),
    (deadline_parts.read_part_of_month, deadline_parts.WEEKS),
    (deadline_parts.read_edge_of_month, deadline_parts.EDGE_OF_MONTH),
    (deadline_parts.read_half_of_month, deadline_parts.HALF),
    (deadline_parts.read_last_day_of_month, deadline_parts.LAST_DAY),
    (deadline_years.read_season, deadline_years.SEASON),
    (deadline_events.read_before_event, deadline_events.BEFORE_EVENT),
    (deadline_days.read_range, deadline_days.RANGE),
    (deadline_days.read_until, deadline_days.BY_POINT),
    (deadline_days.read_since, deadline_days.SINCE_POINT),
    (deadline_days.read_point, deadline_days.AT_POINT),
    (deadline_events.read_ongoing, deadline_events.ALWAYS),
    (deadline_events.read_ongoing, deadline_events.ON_DEMAND),
    (deadline_events.read_condition, deadline_events.CONDITION),
    (deadline_events.read_occasion, deadline_events.OCCASION),
    (deadline_events.read_elsewhere, deadline_events.ELSEWHERE),
)
RULES: tuple[tuple[Rule, re.Pattern[str]], ...] = tuple((rule, re.compile(text)) for rule, text in _PATTERNS)
