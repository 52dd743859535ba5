"""One body under several names of one order: kindergartens by own name, number or type; two letters of a name."""

import pytest

from tests.normalize.notation import resolved
from tests.normalize.orders import order_of, question_kinds

TEREMOK = "МБДОУ «Теремок»"
NUMBERED = "МБДОУ «Детский сад № 5 «Теремок»»"
METHODS = "МКУ «Методический центр»"

ONE = [
    ((TEREMOK, NUMBERED), "@ Детский сад № 5"),
    ((TEREMOK, "Заведующая МБДОУ № 5", "МБДОУ № 5 «Теремок»"), "@ Детский сад № 5"),
    (("Детский сад «Теремок»", NUMBERED), "@ Детский сад № 5"),
    ((TEREMOK, "МБДОУ «Детский сад «Теремок»»"), "@ МБДОУ «Детский сад «Теремок»»"),
    (("Детский сад «Теремок»", TEREMOK), f"@ {TEREMOK}"),
    ((TEREMOK, "МБДОУ ЦРР – детский сад «Теремок»"), f"@ {TEREMOK}"),
    (
        (TEREMOK, "МБДОУ «Детский сад общеразвивающего вида «Теремок»»"),
        "@ МБДОУ «Детский сад общеразвивающего вида «Теремок»»",
    ),
    (("МКУ МЦ", METHODS), f"@ {METHODS}"),
    (("МКУ «МЦ»", METHODS), f"@ {METHODS}"),
]


@pytest.mark.parametrize(("cells", "expected"), ONE)
def test_one_body_of_an_order(cells: tuple[str, ...], expected: str) -> None:
    order = order_of(*cells)
    assert (resolved(order, order.measures[0]), question_kinds(order)) == (expected, [])


ASKED = [
    (TEREMOK, NUMBERED, "МБДОУ «Детский сад № 7 «Теремок»»"),
    (TEREMOK, NUMBERED, "МБДОУ «Теремок» с. Липовка"),
    (TEREMOK, "МАДОУ «Детский сад № 5 «Теремок»»"),
    (TEREMOK, "МКДОУ «Детский сад «Теремок»»"),
    ("МКУ МЦ", METHODS, "МКУ «Молодёжный центр»"),
    ("МКУ МЦ", "МБУ «Методический центр»"),
    ("МКУ ИМЦ", "МБУ «ИМЦ»"),
]


@pytest.mark.parametrize("cells", ASKED)
def test_what_may_be_several_is_asked(cells: tuple[str, ...]) -> None:
    order = order_of(*cells)
    assert question_kinds(order) == ["legal_form"]
    assert len(order.organizations) == len(cells)


def test_another_body_of_the_same_own_name() -> None:
    order = order_of(TEREMOK, "МБУ «Центр «Теремок»»")
    assert (len(order.organizations), question_kinds(order)) == (2, [])
