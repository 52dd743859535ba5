"""A plural title behind several names, against what the order says of them elsewhere."""

import pytest

from normalize.model import Decision, Order
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


def test_an_abbreviated_title_is_not_given_to_whom_the_order_shows_in_another_post() -> None:
    order = order_of("Зам. директора по ВР Носик С.С., Хомич Ю.В.", "Хомич Ю.В., преподаватель-организатор ОБЖ")
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР", None]
    assert len(asked(order)) == 1


def test_an_abbreviated_title_is_proposed_to_both_where_nothing_speaks_against_it() -> None:
    order = order_of("Зам. директора по ВР Носик С.С., Хомич Ю.В.")
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР"] * 2


def test_a_clerk_may_say_that_the_abbreviated_title_is_of_both() -> None:
    cells = ("Зам. директора по ВР Носик С.С., Хомич Ю.В.", "Хомич Ю.В., преподаватель-организатор ОБЖ")
    question = next(one for one in order_of(*cells).questions if one.kind == "shared_title")
    order = order_of(*cells, decisions=(Decision("same", question.key, "названные люди"),))
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР"] * 2


@pytest.mark.parametrize(
    ("cell", "elsewhere", "count"),
    [
        # behind a dash, with an organization in the title, too
        ("Вязова М.В., Лосева М.В. - методисты МБУ «ЦРО»", "Вязова М.В., директор", 1),
        ("Вязова М.В., Лосева М.В. - методисты МБУ «ЦРО»", "Вязова М.В., методист", 0),
        ("Вязова М.В., Лосева М.В. – члены жюри", "Вязова М.В., директор", 0),  # she is that on top
        # a title that says one, or nothing
        ("ПДО Вязова М.В., Лосева М.В.", "Котова Т.Е.", 1),
        ("Старший методист Вязова М.В., Лосева М.В.", "Котова Т.Е.", 1),
        ("Методист Вязова М.В., Лосева М.В.", "Лосева М.В., методист", 0),
        ("Директор Вязова М.В., Лосева М.В.", "Котова Т.Е.", 0),
        ("Методист Вязова М.В.⏎Лосева М.В.", "Котова Т.Е.", 0),
        ("Методист Вязова М.В., завуч Лосева М.В.", "Котова Т.Е.", 0),
        ("Котова Т.Е., инспектор ПДН Вязова М.В., Лосева М.В.", "Сомов П.И.", 0),
        # each has it in a row of her own
        ("зам. дир. по УВР Вязова М.В., Лосева М.В.", "Лосева М.В., зам. дир. по УВР", 0),
        ("зам. дир. по УВР Вязова М.В., Лосева М.В.", "Вязова М.В., зам. дир. по УВР", 1),
    ],
)
def test_of_whom_a_title_is(cell: str, elsewhere: str, count: int) -> None:
    assert len(asked(order_of(cell, elsewhere))) == count
