"""Schools in a text: lists of numbers, single schools, schools with a name of their own."""

import pytest

from normalize.schools import find_schools, school_key, school_name
from tests.normalize.notation import schools

SCHOOLS = [
    # lists of order 306
    ("школ №№ 2, 7, 27, 39", "школа 2, 7, 27, 39"),
    ("Средних школ №№ 2, 7, 11, 14, 17. 20, 30", "средняя 2, 7, 11, 14, 17, 20, 30"),
    ("Основных школ №№ 27,39.", "основная 27, 39"),
    ("Средних школ №№ 2, 7, Основных школ № 27, 39", "средняя 2, 7; основная 27, 39"),
    ("Средних школ №№ 17, 19, 21, 40, Лицея № 9 , КУГ", "средняя 17, 19, 21, 40; лицей 9"),
    ("Лицеев №№ 9, 10", "лицей 9, 10"),
    ("(Основная школа №27)", "основная 27"),
    ("Выезд в ОУ №№ 2, 7, 27, 39", "школа 2, 7, 27, 39"),
    ("«опорных» Средних школ №№ 3, 15", "опорная средняя 3, 15"),
    # separators, ranges, «№» before each
    ("школ №№2,7", "школа 2, 7"),
    ("школ № 2, 7 и 11", "школа 2, 7, 11"),
    ("школ №2, №7", "школа 2, 7"),
    ("школ № 2 и № 7", "школа 2, 7"),
    ("Средних школ №№ 2; 7; 11", "средняя 2, 7, 11"),
    ("школ №№ 30–32", "школа 30, 31, 32"),
    ("СОШ №№ 30-32, 35", "средняя 30, 31, 32, 35"),
    ("школы №2,3,6 и других", "школа 2, 3, 6 и другие"),
    ("школ 5, 7, 9", "школа 5, 7, 9"),
    ("СОШ N 5", "средняя 5"),
    ("школа № 7а", "школа 7а"),
    # types and abbreviations
    ("СОШ №№ 2, 7, ООШ №№ 3, 4, лицея № 9", "средняя 2, 7; основная 3, 4; лицей 9"),
    ("средней общеобразовательной школы № 12", "средняя 12"),
    ("начальной школы № 4", "начальная 4"),
    ("гимназии № 3", "гимназия 3"),
    ("школа-интернат № 27", "школа-интернат 27"),
    ("вечерняя школа № 1", "вечерняя 1"),
    ("кадетская школа № 2", "кадетская 2"),
    ("прогимназия № 1", "прогимназия 1"),
    ("МБДОУ №№ 12, 14", "сад 12, 14"),
    ("детский сад № 3", "сад 3"),
    # legal forms, quotes in any state, towns, honours
    ("МБОУ СОШ № 5", "средняя 5"),
    ("МБОУ «СОШ № 5»", "средняя 5"),
    ("муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12»", "средняя 12"),
    ("МБОУ СКШ №4 г. Лесногорск", "коррекционная 4"),
    ("МБОУ СОШ №1 г. Лесногорска им. Дениса Котова", "средняя 1"),
    ("МБОУ № 16 г. Лесногорска", "школа 16"),
    ('МАОУ "Лицей 44" г. Лесногорска', "лицей 44"),
    ("МБОУ «СМШ № 65 «Радуга» г. Лесногорска", "школа 65"),
    ("Средняя школа №7 (корпус 2)", "средняя 7"),
    # proper names
    ("Каменск-Уральской гимназии", "гимназия «Каменск-Уральская гимназия»"),
    ("Берёзовская СОШ", "средняя «Берёзовская СОШ»"),
    ("Великолугской школы", "школа «Великолугская школа»"),
    ("МОБУ СОШ с.Луговой", "средняя «СОШ с.Луговой»"),
    ('Лицей "Лесной"', "лицей «Лицей «Лесной»»"),
]

NOT_SCHOOLS = [
    *[
        "от 07.10.2020 г. № 306",
        "Педсовет 66",
        "(лот 2.2)",
        "мероприятия 2.2",
        "№№ 2, 7",
        "5 школ",
        "в 5 школах города",
    ],
    *[
        "школа 5",
        "Педагогическая гимназия",
        "ДШИ № 2",
        "Детская школа искусств № 2",
        "школ города",
        "Школьные координаторы",
    ],
    *["руководители школ-лидеров", ""],
]

WRONG = [
    ("школы № 2, 5-9 классы", "школа 2"),
]


@pytest.mark.parametrize(("text", "expected"), SCHOOLS)
def test_schools(text: str, expected: str) -> None:
    assert schools(text) == expected


@pytest.mark.parametrize("text", NOT_SCHOOLS)
def test_no_schools(text: str) -> None:
    assert schools(text) == ""


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_schools_once_read_wrongly(text: str, expected: str) -> None:
    assert schools(text) == expected


def test_each_school_of_a_list_has_the_span_of_its_number() -> None:
    text = "руководители школ №№ 2, 17. 20"
    (found,) = find_schools(text)
    assert [text[school.start : school.end] for school in found.schools] == ["2", "17", "20"]
    assert text[found.start : found.end] == "школ №№ 2, 17. 20"


def test_schools_inside_a_range_have_its_span() -> None:
    text = "СОШ №№ 30–32"
    (found,) = find_schools(text)
    assert [text[school.start : school.end] for school in found.schools] == ["30", "30–32", "32"]


def test_school_keeps_its_town() -> None:
    (found,) = find_schools("МБОУ СКШ №4 г. Лесногорск")
    assert found.place == "г. Лесногорск"


@pytest.mark.parametrize(
    ("type_", "number", "name", "key", "title"),
    [
        ("средняя", "7", None, "school|средняя|7", "Средняя школа № 7"),
        (None, "60", None, "school||60", "Школа № 60"),
        ("лицей", "9", None, "school|лицей|9", "Лицей № 9"),
        (
            "гимназия",
            None,
            "Каменск-Уральская гимназия",
            "school|каменск уральская гимназия",
            "Каменск-Уральская гимназия",
        ),
    ],
)
def test_key_and_name(type_: str | None, number: str | None, name: str | None, key: str, title: str) -> None:
    assert (school_key(type_, number, name), school_name(type_, number, name)) == (key, title)
