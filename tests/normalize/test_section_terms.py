"""Terms that the titles of sections print in brackets."""

from dataclasses import replace

import pytest

from normalize.model import Knowledge, Order
from normalize.order import normalize_order
from normalize.section_terms import term_of_section
from tests.normalize.notation import one_deadline
from tests.normalize.orders import make_order

TITLES = [
    ("1. Подготовительный этап (до 10 сентября 2023 года)", "до 10 сентября 2023 года"),
    ("2. Проведение (сентябрь – октябрь)", "сентябрь – октябрь"),
    ("2 неделя (05.10 – 10.10) «Дорожная безопасность»", "05.10 – 10.10"),
    ("Этап 1 (школьный)", None),
    ("Работа с родителями (законными представителями)", None),
    ("Этапы (октябрь) и (ноябрь)", None),
    ("Каникулы (весенние каникулы)", None),
    (None, None),
]


@pytest.mark.parametrize(("title", "term"), TITLES)
def test_the_term_of_a_section(title: str | None, term: str | None) -> None:
    assert term_of_section(title) == term


def order_under(section: str, *deadlines: str) -> Order:
    raw = make_order([("", deadline, "Методисты") for deadline in deadlines])
    return normalize_order(replace(raw, rows=tuple(replace(row, section=section) for row in raw.rows)), Knowledge())


def test_an_empty_deadline_stays_empty_and_the_title_is_told() -> None:
    order = order_under("Подготовка (до 10 ноября 2020 г.)", "", "до 1 ноября")
    assert order.measures[0].deadlines == ()
    (question,) = order.questions
    assert question.kind == "empty_deadline"
    assert "«до 10 ноября 2020 г.»" in question.text


WEEKS = [
    ("2 неделя (05.10 – 10.10)", "в течение недели", ["~period 2020-10-05..2020-10-10"]),
    ("Неделя права (16-20 ноября)", "В теч. недели", ["~period 2020-11-16..2020-11-20"]),
    # no week's days, or other words
    ("Месячник (1-30 октября)", "в течение недели", []),
    ("Неделя права (до 20 ноября)", "в течение недели", []),
    ("2 неделя (05.10 – 10.10)", "06.10", ["~period 2020-10-06..2020-10-06"]),
]


@pytest.mark.parametrize(("section", "deadline", "expected"), WEEKS)
def test_the_week_of_a_section(section: str, deadline: str, expected: list[str]) -> None:
    (measure,) = order_under(section, deadline).measures
    assert [one_deadline(one) for one in measure.deadlines] == expected
