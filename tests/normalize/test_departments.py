"""Departments that an order prints with their body in one row, and without it in another (CONTRACT.md §2)."""

import pytest

from tests.normalize.notation import resolved
from tests.normalize.orders import order_of

_WITH_BODY = "специалисты отдела оценки качества Управления образования"
_CHIEF = "Лосева М.П., начальник отдела оценки качества Управления образования"

# the row with the body; another row; what that one says
ROWS = [
    (
        _WITH_BODY,
        "Вязова А.К., специалист отдела оценки качества",
        "<Вязова А.К.> специалист отдела оценки качества @ Управление образования",
    ),
    (_WITH_BODY, "специалисты отдела оценки качества", "специалисты отдела оценки качества @ Управление образования"),
    (_WITH_BODY, "Отдел оценки качества", "отдел оценки качества @ Управление образования"),
    (
        _WITH_BODY,
        "Вязова А.К., начальник отдела оценки качества",
        "<Вязова А.К.> начальник отдела оценки качества @ Управление образования",
    ),
    (_WITH_BODY, "специалисты отдела общего образования", "специалисты отдела общего образования"),
    ("методисты группы качества СОШ № 5", "методисты группы качества", "методисты группы качества"),
    # a shorter title of the same person is no second one
    (
        _CHIEF,
        "Лосева М.П., начальник отдела",
        "<Лосева М.П.> начальник отдела оценки качества @ Управление образования",
    ),
    (_CHIEF, "Вязова А.К., начальник отдела", "<Вязова А.К.> начальник отдела"),
    (_CHIEF, "Лосева М.П., специалист отдела", "<Лосева М.П.> специалист отдела"),
]


@pytest.mark.parametrize(("first", "second", "expected"), ROWS)
def test_department_of_another_row(first: str, second: str, expected: str) -> None:
    order = order_of(first, second)
    assert resolved(order, order.measures[1]) == expected


def test_department_of_two_bodies_is_nobodys() -> None:
    order = order_of(
        _WITH_BODY, "методист отдела оценки качества МБУ «Центр «Луч»»", "специалисты отдела оценки качества"
    )
    assert resolved(order, order.measures[2]) == "специалисты отдела оценки качества"


def test_rule_says_where_the_body_is_from() -> None:
    order = order_of(_WITH_BODY, "специалисты отдела оценки качества")
    assert order.measures[1].parties[0].rule == "organization from the same order"
