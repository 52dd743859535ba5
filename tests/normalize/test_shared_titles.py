"""A plural title behind several names, against what the order says of them elsewhere."""

import pytest

from normalize.model import Order
from tests.normalize.orders import order_of

METHODISTS = "Вязова М.В., Лосева М.В., методисты МБУ ДО «Центр дополнительного образования»"


def asked(order: Order) -> list[str]:
    return [question.text for question in order.questions if question.kind == "shared_title"]


@pytest.mark.parametrize(
    ("elsewhere", "count"),
    [
        ("Вязова М.В., ведущий специалист Управления образования", 1),
        ("Лосева М.В., директор СОШ № 7", 1),
        ("Вязова М.В., методист МБУ ДО «Центр дополнительного образования»", 0),
        ("Вязова М.В.", 0),
        ("Вязов А.К., директор СОШ № 7", 0),
    ],
)
def test_it_is_asked_where_somebody_has_another_post(elsewhere: str, count: int) -> None:
    order = order_of(METHODISTS, elsewhere)
    assert len(asked(order)) == count
