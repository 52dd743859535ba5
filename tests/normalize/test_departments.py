"""Departments that an order prints with their body in one row, and without it in another (CONTRACT.md §2)."""

import pytest

from tests.normalize.notation import parties, resolved
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


PARTS = [
    ("отдел общего образования комитета по образованию", "отдел общего образования @ Комитет по образованию"),
    ("отдел общего образования департамента образования", "отдел общего образования @ Департамент образования"),
    ("Отдел воспитания УО", "отдел воспитания @ УО"),
    ("Отдел опеки и попечительства УО (Вязова А.К.)", "отдел опеки и попечительства @ УО; <Вязова А.К.> @ УО"),
    (
        "Кафедра управления ГАУ ДПО «Залесский ИРО» (зав. кафедрой Вязов А.К.)",
        "кафедра управления @ ГАУ ДПО «Залесский ИРО»; <Вязов А.К.> заведующий кафедрой @ ГАУ ДПО «Залесский ИРО»",
    ),
    (
        "Территориальный отдел Роспотребнадзора (Вязова А.К.)",
        "@ Территориальный отдел Роспотребнадзора; <Вязова А.К.> @ Территориальный отдел Роспотребнадзора",
    ),
    # a district's own, and a group of people from anywhere
    ("отдел культуры администрации района", "@ Отдел культуры администрации района"),
    ("Отдел образования управления социального развития", "@ Отдел образования управления социального развития"),
    ("рабочая группа УО (Вязова А.К.)", "рабочая группа УО; <Вязова А.К.>"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_part_of_a_body(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_who_speaks_for_a_department_of_the_order() -> None:
    cells = ("Департамент образования", "Отдел качества департамента (Вязова А.К.)")
    cells = (*cells, "отдел развития департамента (нач. отдела Лосев П.И.)")
    order = order_of(*cells)
    body = "Департамент образования"
    assert resolved(order, order.measures[1]) == f"отдел качества @ {body}; <Вязова А.К.> @ {body}"
    assert resolved(order, order.measures[2]).endswith(f"<Лосев П.И.> начальник отдела @ {body}")


def test_department_of_two_bodies_is_nobodys() -> None:
    order = order_of(
        _WITH_BODY, "методист отдела оценки качества МБУ «Центр «Луч»»", "специалисты отдела оценки качества"
    )
    assert resolved(order, order.measures[2]) == "специалисты отдела оценки качества"


def test_rule_says_where_the_body_is_from() -> None:
    order = order_of(_WITH_BODY, "специалисты отдела оценки качества")
    assert order.measures[1].parties[0].rule == "organization from the same order"
