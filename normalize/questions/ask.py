"""What an order leaves open, beyond single spellings: an ordered list of small rules over the whole order.

Doubts of one kind about one thing are one question, however many cells it touches (clerk.md C4).
"""

from dataclasses import replace

from normalize.questions.cells import ask_cell_readings
from normalize.questions.deadlines import ask_deadline_readings, ask_month_out_of_order
from normalize.questions.doubt import DoubtRule, OrderDoubt, ReadRow
from normalize.questions.employers import ask_colleagues, ask_employers, ask_names_before_place
from normalize.questions.empty import ask_empty_deadlines, ask_empty_responsible
from normalize.questions.measure_letters import ask_letters_among_schools
from normalize.questions.other_titles import ask_other_titles
from normalize.questions.people import ask_namesakes, ask_offices
from normalize.questions.persons_schools import ask_persons_schools
from normalize.questions.posts_of_one import ask_posts_of_one, ask_two_ranks
from normalize.questions.ranges import ask_dates_or_schools, ask_doubtful_ranges
from normalize.questions.roles import (
    ask_abbreviations,
    ask_all_schools,
    ask_schools_with_property,
    ask_similar_roles,
    ask_vague_sets,
)
from normalize.questions.schools import ask_lists_almost_equal, ask_lists_within_measure, ask_status_scope

RULES: tuple[DoubtRule, ...] = (
    ask_empty_deadlines,
    ask_deadline_readings,
    ask_month_out_of_order,
    ask_cell_readings,
    ask_empty_responsible,
    ask_abbreviations,
    ask_letters_among_schools,
    ask_vague_sets,
    ask_schools_with_property,
    ask_all_schools,
    ask_offices,
    ask_employers,
    ask_colleagues,
    ask_names_before_place,
    ask_namesakes,
    ask_other_titles,
    ask_persons_schools,
    ask_posts_of_one,
    ask_two_ranks,
    ask_similar_roles,
    ask_lists_within_measure,
    ask_lists_almost_equal,
    ask_doubtful_ranges,
    ask_dates_or_schools,
    ask_status_scope,
)


def find_doubts(rows: tuple[ReadRow, ...]) -> tuple[OrderDoubt, ...]:
    """All doubts of an order, rule by rule; keys are unique."""
    found: dict[str, OrderDoubt] = {}
    for rule in RULES:
        for doubt in rule(rows):
            known = found.get(doubt.key)
            found[doubt.key] = doubt if known is None else _both(known, doubt)
    return tuple(found.values())


def _both(first: OrderDoubt, second: OrderDoubt) -> OrderDoubt:
    """The first, which touches what the second does: «РМК» by itself, and in «методист РМК»."""
    return replace(
        first,
        positions=tuple(dict.fromkeys((*first.positions, *second.positions))),
        touched=tuple(dict.fromkeys((*first.touched, *second.touched))),
    )
