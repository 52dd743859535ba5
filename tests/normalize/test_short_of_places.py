"""Abbreviated titles that many places have, behind a name and by themselves."""

import pytest

from tests.normalize.notation import one_resolved, parties
from tests.normalize.orders import order_of

CELLS = [
    (
        "Чижова Т.В., рук. школ №№ 2, 7, 27",
        "<Чижова Т.В.>; руководители # Школа № 2; руководители # Школа № 7; руководители # Школа № 27",
    ),
    (
        "Чижова Т.В., рук. Ср. школ №№ 11, 14, Осн. школ № 27",
        "<Чижова Т.В.>; руководители # Средняя школа № 11; руководители # Средняя школа № 14; "
        "руководители # Основная школа № 27",
    ),
    ("Чижова Т.В., рук. Лицеев № 9, 10", "<Чижова Т.В.>; руководители # Лицей № 9; руководители # Лицей № 10"),
    (
        "Чижова Т.В., специалист УО, рук. школ №№ 2, 7",
        "<Чижова Т.В.> специалист @ УО; руководители # Школа № 2; руководители # Школа № 7",
    ),
    (
        "Чижова Т.В., дир. СОШ № 2, 7",
        "<Чижова Т.В.>; директора # Средняя школа № 2; директора # Средняя школа № 7 ? several_schools",
    ),
    ("Чижова Т.В. – рук. школ №№ 2, 7", "<Чижова Т.В.> руководитель @ Школа № 2 ? several_schools"),
    ("Чижова Т.В., рук. школы № 2", "<Чижова Т.В.> руководитель @ Школа № 2"),
    ("Чижова Т.В., рук. ОО", "<Чижова Т.В.> руководитель ОО ? whose_title"),
    ("Чижова Т.В., зам. дир. по УВР школ", "<Чижова Т.В.> заместитель директора по УВР школ ? whose_title"),
    ("Чижова Т.В., отв. за сайты школ", "<Чижова Т.В.> ответственный за сайты школ ? whose_title"),
    ("Чижова Т.В., отв. за сайт школы", "<Чижова Т.В.> ответственный за сайт школы"),
    ("Чижова Т.В. – отв. за сайты школ", "<Чижова Т.В.> ответственный за сайты школ"),
    ("Чижова Т.В., гл. спец. ОО", "<Чижова Т.В.> главный специалист ОО"),
    ("отв. за ГИА в ОО", "ответственные за ГИА в ОО ? open_set"),
    ("отв. за ГИА", "ответственный за ГИА"),
    ("Методист ЦДО Чижова Т.В., рук. ГМО", "<Чижова Т.В.> методист @ ЦДО; руководители ГМО ? open_set"),
    ("рук. ГМО", "руководитель ГМО"),
    ("Методист ЦДО Чижова Т.В., рук-ль ГМО", "<Чижова Т.В.> методист @ ЦДО; руководитель ГМО"),
    ("рук-ль ГМО", "руководитель ГМО"),
    ("отв. организаторы ОО", "ответственные организаторы ОО"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_a_short_title_of_many_places(text: str, expected: str) -> None:
    assert parties(text) == expected


def _second(*rows: str) -> tuple[list[str], set[str]]:
    order = order_of(*rows)
    asked = {one.kind for one in order.questions if 2 in one.measures}
    return [one_resolved(order, party) for party in order.measures[1].parties if party.field == "responsible"], asked


@pytest.mark.parametrize("between", [", ", "; ", "\n"])
def test_heads_of_schools_are_others_than_a_deputy_of_the_department(between: str) -> None:
    read, asked = _second("Чижова Т.В., заместитель начальника Управления образования", f"Чижова Т.В.{between}рук. ОО")
    assert read == ["<Чижова Т.В.>", "руководители ОО"]
    assert asked == {"open_set"}


def test_a_director_may_be_a_head_of_a_school() -> None:
    read, asked = _second("Чижова Т.В., директор СОШ № 4", "Чижова Т.В., рук. ОО")
    assert read == ["<Чижова Т.В.> руководитель ОО"]
    assert "whose_title" in asked


def test_two_short_titles_of_many_places_are_both_asked_about() -> None:
    read, asked = _second("Чижова Т.В., специалист Управления образования", "Чижова Т.В., рук. ОО, рук. ШМО")
    assert read == ["<Чижова Т.В.> руководитель ОО + руководитель ШМО"]
    assert {"whose_title", "further_title"} <= asked


@pytest.mark.parametrize(
    ("elsewhere", "printed", "asked"),
    [
        ("Чижова Т.В., специалист Управления образования", "Чижова Т.В., зам. дир. по УВР", True),
        ("Чижова Т.В., специалист Управления образования", "Чижова Т.В., зам. директора по УВР", True),
        ("Чижова Т.В., специалист Управления образования", "Чижова Т.В. – зам. дир. по УВР", False),
        ("Чижова Т.В., специалист Управления образования", "Чижова Т.В., рук. ГМО", False),
        ("Чижова Т.В., учитель СОШ № 4", "Чижова Т.В., зам. дир. по УВР", False),
        ("Чижова Т.В., заместитель директора по УВР СОШ № 4", "Чижова Т.В., зам. дир. по УВР", False),
        ("Галкин П.П., специалист Управления образования", "Чижова Т.В., зам. дир. по УВР", False),
    ],
)
def test_a_short_title_against_the_posts_of_other_rows(elsewhere: str, printed: str, asked: bool) -> None:
    assert ("whose_title" in _second(elsewhere, printed)[1]) is asked
