"""Abbreviated titles that many places have, behind a name and by themselves."""

import pytest

from normalize.model import Decision
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
    ("МБУ «ИМЦ», рук. ГМО", "@ МБУ «ИМЦ»; руководители ГМО ? open_set"),
    ("МБУ «ИМЦ», рук. ГМО учителей химии", "@ МБУ «ИМЦ»; руководитель ГМО учителей химии"),
    ("рук. школ-партнеров", "руководители школ-партнеров"),
    ("рук. школы-партнера", "руководитель школы-партнера"),
    ("рук. педагогов-наставников", "руководитель педагогов-наставников"),
    ("зав. сельскими библиотеками", "заведующие сельскими библиотеками"),
    ("зав. школьными столовыми", "заведующие школьными столовыми"),
    ("зав. школьной столовой", "заведующий школьной столовой"),
    ("зав. учебными мастерскими", "заведующий учебными мастерскими"),
    (
        "Начальники лагерей дневного пребывания: Чижова Т.В., Ким А.А.",
        "<Чижова Т.В.> начальник лагеря дневного пребывания; <Ким А.А.> начальник лагеря дневного пребывания",
    ),
    (
        "директора домов творчества Чижова Т.В., Ким А.А.",
        "<Чижова Т.В.> директор дома творчества; <Ким А.А.> директор дома творчества",
    ),
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


ROWS = [  # what a post at the end of a row shares with those before it
    ("Директора лагерей, завхозы ОО", "директора лагерей; завхозы ОО"),
    ("Учителя начальных классов, библиотекари ОО", "учителя начальных классов; библиотекари ОО"),
    ("Учителя физики, завхозы ОО", "учителя физики ОО; завхозы ОО"),
    ("Заместители директоров, завхозы ОО", "заместители директоров ОО; завхозы ОО"),
    (
        "Учитель-логопед, учитель-дефектолог СОШ № 35",
        "учитель-логопед # Средняя школа № 35; учитель-дефектолог # Средняя школа № 35",
    ),
    (
        "Методист, завхоз, учитель СОШ № 2",
        "методист; завхоз # Средняя школа № 2; учитель # Средняя школа № 2 ? several_schools",
    ),
    (
        "Галкин П.П., рук. центра «Точка роста» СОШ № 2",
        "<Галкин П.П.> руководитель центра «Точка роста» @ Средняя школа № 2",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_posts_in_a_row(text: str, expected: str) -> None:
    assert parties(text) == expected


ELSEWHERE = [  # what is printed in full in another row
    ("Рук. ОО", "Руководители ОО, методисты", "руководители ОО"),
    ("рук. РМО", "Методисты, руководители РМО", "руководители РМО"),
    ("рук. РМО", "Руководители ШМО", "руководитель РМО"),
    ("рук. РМО", "Руководители РМО: Чижова Т.В., Ким А.А.", "руководитель РМО"),
    ("рук-ль РМО", "Руководители РМО", "руководитель РМО"),
]


@pytest.mark.parametrize(("short", "in_full", "expected"), ELSEWHERE)
def test_a_short_title_is_what_another_row_prints(short: str, in_full: str, expected: str) -> None:
    order = order_of(short, in_full)
    assert [party.role for party in order.measures[0].parties] == [expected]
    assert not [one for one in order.questions if one.kind == "open_set"]


STAFF = [  # rows, the organization of the first one's title, what is asked
    (("Методисты", "методисты МБУ «ИМЦ»", "Чижова Т.В., методист МБУ «ИМЦ»"), "МБУ «ИМЦ»", []),
    (("Методисты, учителя", "методисты МБУ «ИМЦ»", "старший методист МБУ «ИМЦ» Чижова Т.В."), "МБУ «ИМЦ»", []),
    (("региональные методисты", "методисты МБУ «ИМЦ»", "методисты МБУ «ИМЦ»"), None, []),
    (("Методисты", "методисты МБУ «ИМЦ»"), None, []),  # said but once
    (("Методисты", "методисты МБУ «ИМЦ»", "методисты МБУ «Взлёт»"), None, ["which_body"]),
    (("Методисты", "методисты МБУ «ИМЦ»", "методисты МБУ «ИМЦ»", "методисты СОШ № 5"), None, []),
    (("методисты, МБУ «Взлёт»", "методисты МБУ «ИМЦ»", "методисты МБУ «ИМЦ»"), None, []),
    (("учителя", "учителя МБУ «ИМЦ»", "учителя МБУ «ИМЦ»"), None, []),
]


@pytest.mark.parametrize(("rows", "place", "asked"), STAFF)
def test_staff_without_a_place_is_of_the_one_body_that_has_such(
    rows: tuple[str, ...], place: str | None, asked: list[str]
) -> None:
    order = order_of(*rows)
    names = {one.key: one.name for one in order.organizations}
    party = order.measures[0].parties[0]
    assert (names[party.organization] if party.organization else None) == place
    assert [one.kind for one in order.questions if one.kind in ("which_body", "employer")] == asked


def test_somebody_behind_a_body_works_there_where_another_row_says_so() -> None:
    order = order_of("МБУ «ИМЦ», Чижова Т.В., оператор РИС", "Чижова Т.В., программист МБУ «ИМЦ»")
    assert order.measures[0].parties[1].organization == order.measures[1].parties[0].organization
    other = order_of("МБУ «ИМЦ», Чижова Т.В., оператор РИС", "Чижова Т.В., учитель СОШ № 5")
    assert other.measures[0].parties[1].organization is None
    assert [one.kind for one in other.questions] == ["employer"]


FURTHER = [
    ("представители Роспотребнадзора, МЧС", "представители Роспотребнадзора; представители @ МЧС"),
    ("представители ГИБДД, ПДН", "представители @ ГИБДД; представители ПДН"),
    ("представители родительских комитетов, МЧС", "представители родительских комитетов; @ МЧС"),
    ("методисты УМЦ и МБУ «Взлёт»", "методисты @ УМЦ; методисты @ МБУ «Взлёт»"),
    ("методисты УМЦ, МБУ «Взлёт»", "методисты @ УМЦ; @ МБУ «Взлёт»"),
    ("методист УМЦ и МБУ «Взлёт»", "методист @ УМЦ; @ МБУ «Взлёт»"),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_a_title_goes_on_with_a_further_body(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_two_functions_of_one_person_are_not_asked() -> None:
    both = order_of("Ким А.А., методист; Чижова Т.В., рук. РМО", "Совет (председатель Чижова Т.В.)")
    assert not [one for one in both.questions if one.kind == "title_order"]
    other = order_of("Чижова Т.В., секретарь", "Председатель Чижова Т.В.")
    assert [one.kind for one in other.questions] == ["title_order"]


def test_a_person_says_whose_staff_it_is() -> None:
    rows = ("Методисты", "методисты МБУ «ИМЦ»", "методисты МБУ «Взлёт»")
    (question,) = order_of(*rows).questions
    said = Decision("same", question.key, question.candidates[0].answer)
    order = order_of(*rows, decisions=(said,))
    assert order.measures[0].parties[0].organization == question.candidates[0].answer
    assert not order.questions
