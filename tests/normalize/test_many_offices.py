"""Letters that stand for many offices at once are a group, and nobody is asked what they mean."""

from dataclasses import replace

import pytest

from ingest.model import Explained
from normalize.model import Knowledge
from normalize.order import normalize_order
from normalize.parties.many_offices import many_offices
from tests.normalize.notation import resolved
from tests.normalize.orders import make_order, question_kinds

EXPLAINED = [
    ("МОУО", "руководителям муниципальных органов управления образованием", True),
    ("РМС", "Районные методические службы", True),
    # a word of two letters, and what is said of them behind
    ("ОМСУ", "Органы местного самоуправления, осуществляющие управление в сфере образования", True),
    ("ОМС", "Органы местного самоуправления поселений", True),
    # one; several words of which the letters are not the initials
    ("МОУО", "муниципальный орган управления образованием", False),
    ("МОУО", "органов управления", False),
    ("РМС", "районной методической службы", False),
    ("ОМСУ", "орган местного самоуправления, осуществляющий управление", False),
    ("ОМС", "отдел методического сопровождения", False),
]


@pytest.mark.parametrize(("letters", "name", "many"), EXPLAINED)
def test_a_plural_says_that_they_are_many(letters: str, name: str, many: bool) -> None:
    assert bool(many_offices([Explained(letters, name, False)], regional=False)) == many


CELLS = [
    ("Лесная область", (), "МОУО (по согласованию)", "МОУО", []),
    ("Лесная область", (), "специалисты МОУО", "специалисты МОУО", []),
    ("г. Лесногорск", (Explained("МОУО", EXPLAINED[0][1], False),), "МОУО", "МОУО", []),
    ("г. Лесногорск", (), "МОУО", "@ МОУО", ["abbreviation"]),
]


@pytest.mark.parametrize(("territory", "glossary", "cell", "expected", "asked"), CELLS)
def test_a_group(territory: str, glossary: tuple[Explained, ...], cell: str, expected: str, asked: list[str]) -> None:
    raw = make_order([("", "постоянно", cell)])
    raw = replace(raw, head=replace(raw.head, territory=territory), glossary=glossary)
    order = normalize_order(raw, Knowledge())
    assert resolved(order, order.measures[0]) == expected
    assert question_kinds(order) == asked
