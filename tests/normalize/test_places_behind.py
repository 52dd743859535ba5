"""Schools and bodies beside a name with its title: where the named one works."""

import pytest

from normalize.model import Decision
from normalize.names.shared_places import WORKS_THERE
from normalize.questions.verdict_effects import THEIR_PLACE
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import order_of, question_kinds

BEHIND = [
    ("Директор Вязова А.К., Лицей № 9", "<Вязова А.К.> директор @ Лицей № 9"),
    ("Рук. ШМО Вязова А.К., Лицей № 9", "<Вязова А.К.> руководитель ШМО @ Лицей № 9"),
    ("Вязова А.К., зам. директора по УВР, Лицей № 9", "<Вязова А.К.> заместитель директора по УВР @ Лицей № 9"),
    (
        "ГМО логопедов (рук. Вязова А.К., Средняя школа № 38)",
        "ГМО логопедов; <Вязова А.К.> руководитель @ Средняя школа № 38",
    ),
    (
        "Директор Вязова А.К., Лицей № 9, методисты ММЦ",
        "<Вязова А.К.> директор @ Лицей № 9; методисты @ ММЦ",
    ),
    (
        "Вязова А.К., директор, Лицей № 9, Лосев П.И., директор, СОШ № 7",
        "<Вязова А.К.> директор @ Лицей № 9; <Лосев П.И.> директор @ Средняя школа № 7",
    ),
    ("Вязова А.К., Лицей № 9, СОШ № 4", "<Вязова А.К.>; # Лицей № 9; # Средняя школа № 4 ? place_or_party"),
    (
        "Вязова А.К., Лицей № 9, СОШ № 4 (Лосев П.И.)",
        "<Вязова А.К.> @ Лицей № 9; # Средняя школа № 4; <Лосев П.И.> @ Средняя школа № 4",
    ),
    ("Вязова А.К., Лицей № 9, методисты", "<Вязова А.К.> @ Лицей № 9; методисты"),
    ("Методист Вязова А.К., Лицей № 9", "<Вязова А.К.> методист; # Лицей № 9 ? place_or_party"),
    ("Инспектор ПДН Вязова А.К., Лицей № 9", "<Вязова А.К.> инспектор ПДН; # Лицей № 9"),
    ("Директор Вязов А.К., Лицей № 9, СОШ № 7", "<Вязов А.К.> директор; # Лицей № 9; # Средняя школа № 7"),
    ("Рабочая группа (рук. Вязова А.К.), СОШ № 3", "рабочая группа; <Вязова А.К.> руководитель; # Средняя школа № 3"),
    ("Директор Вязов А.К., СОШ № 7 Лосев П.И.", "<Вязов А.К.> директор; <Лосев П.И.> @ Средняя школа № 7"),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_school_behind_name_and_title(text: str, expected: str) -> None:
    assert parties(text) == expected


BEFORE = [
    (
        "Средняя школа № 60, директор Вязова А.К.",
        "# Средняя школа № 60; <Вязова А.К.> директор @ Средняя школа № 60",
    ),
    (
        "МАОУ «СОШ № 60 им. Героя России П.И. Лосева», директор Вязова А.К.",
        "# Средняя школа № 60; <Вязова А.К.> директор @ Средняя школа № 60",
    ),
    (
        "СОШ № 4, директор Вязов А.К., СОШ № 6, директор Лосева М.П.",
        "# Средняя школа № 4; <Вязов А.К.> директор @ Средняя школа № 4; "
        "# Средняя школа № 6; <Лосева М.П.> директор @ Средняя школа № 6",
    ),
    ("СОШ № 4, СОШ № 6, директор Вязов А.К.", "# Средняя школа № 4; # Средняя школа № 6; <Вязов А.К.> директор"),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_school_before_its_director(text: str, expected: str) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize("cell", ["СОШ № 4, СОШ № 6, директор Вязов А.К.", "СОШ № 4, завуч Лосева М.П."])
def test_whose_school_is_asked(cell: str) -> None:
    assert "employer" in question_kinds(order_of(cell))


def test_methodists_school_as_a_clerk_says() -> None:
    (question,) = [one for one in order_of("Методист Вязова А.К., Лицей № 9").questions if one.kind == "place_or_party"]
    order = order_of("Методист Вязова А.К., Лицей № 9", decisions=(Decision("same", question.key, THEIR_PLACE),))
    assert resolved(order, order.measures[0]) == "<Вязова А.К.> методист @ Лицей № 9"


ONE_FOR_ALL = [
    "Вязова А.К., Лосев П.И. (Средняя школа № 31)",
    "Вязова А.К., Лосев П.И. – СОШ № 31",
    "Вязова А.К. и Лосев П.И., СШ № 31",
    "Вязова А.К., Лосев П.И. (ЦДО)",
]


@pytest.mark.parametrize("cell", ONE_FOR_ALL)
def test_place_behind_several_names_is_asked_of_the_first(cell: str) -> None:
    order = order_of(cell)
    (question,) = [one for one in order.questions if one.kind == "employer"]
    assert question.surface == "Вязова А.К."
    order = order_of(cell, decisions=(Decision("same", question.key, WORKS_THERE),))
    assert resolved(order, order.measures[0]).count(" @ ") == 2


NOT_ASKED = [
    ("Вязова А.К., Лосев П.И. (Средняя школа № 31)", "Вязова А.К., завуч СОШ № 31", "<Вязова А.К.> @"),
    ("Вязова А.К., Лосев П.И. (Средняя школа № 31)", "Вязова А.К., методист МБУ «ИМЦ»", "<Вязова А.К.>;"),
    ("Вязова А.К.; Лосев П.И. (Средняя школа № 31)", "завуч", "<Вязова А.К.>;"),
    ("Вязова А.К. (лицей № 9), Лосев П.И. (Средняя школа № 31)", "завуч", "<Вязова А.К.> @ Лицей № 9;"),
]


@pytest.mark.parametrize(("cell", "elsewhere", "expected"), NOT_ASKED)
def test_place_of_each_name_is_known(cell: str, elsewhere: str, expected: str) -> None:
    order = order_of(cell, elsewhere)
    assert "employer" not in question_kinds(order)
    assert resolved(order, order.measures[0]).startswith(expected)
