"""People beside an organization, where other rows say where they work."""

import pytest

from normalize.model import Decision
from normalize.questions.verdict_effects import OTHERS_TITLE
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import order_of, question_kinds

CENTER = "МБУ «Центр развития образования»"

ASKED = [
    ("Вязова А.К., ЦРО", "<Вязова А.К.>; @ ЦРО ? place_or_party, abbreviation"),
    ("Вязова А.К., ДЮСШ", "<Вязова А.К.>; @ ДЮСШ ? place_or_party"),
    ("Вязова А.К., ГИБДД", "<Вязова А.К.>; @ ГИБДД"),
    ("преподаватель Вязов А.К., ШБ", "<Вязов А.К.> преподаватель; @ ШБ ? abbreviation"),
    ("Координаторы (Вязова А.К.), МБУ «ИМЦ»", "<Вязова А.К.> координатор; @ МБУ «ИМЦ» ? shared_title"),
]


@pytest.mark.parametrize("text, expected", ASKED)
def test_place_or_party(text: str, expected: str) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected", "asked"),
    [
        (f"Вязова А.К., методист {CENTER}", f"<Вязова А.К.> @ {CENTER}", False),
        ("Вязова А.К., методист", f"<Вязова А.К.>; @ {CENTER}", True),
        (f"Вязова А.К., учитель СОШ № 4; {CENTER}", f"<Вязова А.К.>; @ {CENTER}", False),
        (CENTER, f"<Вязова А.К.>; @ {CENTER}", True),
    ],
)
def test_another_row_says_where_she_works(elsewhere: str, expected: str, asked: bool) -> None:
    order = order_of("Вязова А.К., ЦРО", elsewhere, f"директор {CENTER} Лосев П.И.")
    assert resolved(order, order.measures[0]) == expected
    assert ("place_or_party" in question_kinds(order)) == asked


def test_a_clerk_says_it_is_another_party() -> None:
    (question,) = [one for one in order_of("Вязова А.К., ДЮСШ").questions if one.kind == "place_or_party"]
    decision = Decision("same", question.key, "отдельный исполнитель")
    order = order_of("Вязова А.К., ДЮСШ", "Вязова А.К., тренер ДЮСШ", decisions=(decision,))
    assert resolved(order, order.measures[0]) == "<Вязова А.К.>; @ ДЮСШ"


def test_title_behind_a_dash_is_somebody_elses() -> None:
    (question,) = [one for one in order_of("Директор Вязов А.К. – завуч").questions if one.kind == "further_title"]
    order = order_of("Директор Вязов А.К. – завуч", decisions=(Decision("same", question.key, OTHERS_TITLE),))
    assert resolved(order, order.measures[0]) == "<Вязов А.К.> директор; завуч"
    assert order.measures[0].parties[1].surface == "завуч"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Директора лицеев №№ 9, 12, ЛУГ", "директора # Лицей № 9; директора # Лицей № 12; директора @ ЛУГ"),
        ("Директора лицеев №№ 9, 12, ЦДО", "директора # Лицей № 9; директора # Лицей № 12; @ ЦДО"),
        ("Лицей № 9, ЛУГ", "# Лицей № 9; @ ЛУГ"),
    ],
)
def test_letters_of_a_school_end_a_list(second: str, expected: str) -> None:
    order = order_of("Вязова А.К., директор ЛУГ, Лосев П.И., директор ЦДО", second)
    assert resolved(order, order.measures[1]) == expected
