"""«СШ № 2» of sports and of the town: who is asked, and who is not."""

from dataclasses import replace

import pytest

from ingest.model import RawOrder
from normalize.model import Decision, Knowledge, Order
from normalize.order import normalize_order
from tests.normalize.notation import resolved
from tests.normalize.orders import make_order, order_of


def lines(order: Order) -> list[str]:
    asked = {position for question in order.questions for position in question.measures}
    return [resolved(order, one) + " ?" * (one.position in asked) for one in order.measures]


CELLS = [
    (["тренеры СШ № 2", "Администрация СШ № 7"], ["тренеры # СШ № 2 ?", "администрация # Средняя школа № 7"]),
    (["Директора СШ № 4, ДЮСШ № 3"], ["директора # СШ № 4; @ ДЮСШ № 3 ?"]),
    (["МБУ ДО СШ № 6", "директор СШ № 6"], ["@ МБУ ДО СШ № 6", "директор # СШ № 6 ?"]),
    (["тренер МБОУ СШ № 2", "учитель СШ № 2"], ["тренер # Средняя школа № 2", "учитель # Средняя школа № 2"]),
    (["тренер СОШ № 2"], ["тренер # Средняя школа № 2"]),
    (["тренер СШ № 5 г. Перми"], ["тренер # СШ № 5 г. Пермь ?"]),
]


@pytest.mark.parametrize(("cells", "expected"), CELLS)
def test_letters_that_may_be_of_sports(cells: list[str], expected: list[str]) -> None:
    assert lines(order_of(*cells)) == expected


def of_sports_school(*cells: str) -> RawOrder:
    raw = make_order([("Матч СШ № 2 и СШ № 5", "", cell) for cell in cells])
    return replace(raw, head=replace(raw.head, issuer="МБУ ДО «Спортивная школа № 2»"))


def test_a_sports_school_is_its_plans_own() -> None:
    order = normalize_order(of_sports_school("директор СШ № 2 Вязов А.К."), Knowledge())
    (measure,) = order.measures
    assert [(one.field, one.kind, one.status) for one in measure.parties] == [
        ("responsible", "person", "resolved"),
        ("measure", "school", "proposed"),
    ]
    assert resolved(order, measure) == "<Вязов А.К.> директор @ МБУ ДО «Спортивная школа № 2»"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("org|спортивная школа № 2", "тренеры # спортивная школа № 2"),
        ("school|средняя|2", "тренеры # Средняя школа № 2"),
    ],
)
def test_an_answer_is_obeyed(answer: str, expected: str) -> None:
    order = order_of("тренеры СШ № 2", decisions=(Decision("same", "school_type|school|сш № 2", answer),))
    assert lines(order)[0].lower().replace("@", "#") == expected.lower()
