"""Whatever words of the vocabulary meet in a cell, it is read: a rule that fails would cost the whole order."""

import random

import pytest

from normalize.deadlines.read import parse_deadlines
from normalize.describe_rules import vocabulary_names
from normalize.measures.text import read_measure
from normalize.parties.read import read_cell
from normalize.vocabulary import load_entries
from tests.normalize.notation import YEAR

FORMS = sorted({form for name in vocabulary_names() for entry in load_entries(name) for form in entry.forms})
CELLS = ("Учителя {}", "рук. {} и {}", "{} – Крот П.П., {}", "{}, {} школ №№ 2, 7", "{} {} Крот П.П.", "{}-{} («{}»)")


@pytest.mark.parametrize("cell", CELLS)
def test_every_form_is_read_in_two_places(cell: str) -> None:
    """No error, and every party stands in the cell. All forms in all places would take minutes."""
    chance = random.Random(cell)
    for form in FORMS[CELLS.index(cell) % 3 :: 3]:
        others = [chance.choice(FORMS) for _ in range(cell.count("{}") - 1)]
        text = cell.format(form, *others)
        assert all(0 <= draft.start < draft.end <= len(text) for draft in read_cell(text).drafts), text
        read_measure(text, {})
        parse_deadlines(text, YEAR)
