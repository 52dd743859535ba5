"""What schools are to each other, and titles of all their heads behind or before names. Notation: notation.py."""

import pytest

from tests.normalize.notation import parties
from tests.normalize.orders import order_of

LABELS = [
    ("Лицей № 9 (куратор), СОШ № 2", "# Лицей № 9; # Средняя школа № 2"),
    ("Лицей № 9 (школа-куратор), СОШ № 2 (участник)", "# Лицей № 9; # Средняя школа № 2"),
    (
        "Лицей № 9 (куратор Лис А.А.), СОШ № 2",
        "# Лицей № 9; <Лис А.А.> куратор @ Лицей № 9; # Средняя школа № 2",
    ),
    ("Школа-куратор: Лицей № 9; школа-участник: СОШ № 2", "# Лицей № 9; # Средняя школа № 2"),
    ("Школа-партнёр – Лицей № 9", "# Лицей № 9"),
    ("Школы-участницы проекта «500+»: №№ 2, 7", "# Школа № 2; # Школа № 7"),
    ("Пары школ: №2-№9", "# Школа № 2; # Школа № 9"),
    ("Сетевые пары: школа № 2 – лицей № 9", "# Школа № 2; # Лицей № 9"),
    (
        "Директора школ № 2, № 7 и их школ-кураторов № 9",
        "директора # Школа № 2; директора # Школа № 7; директора # Школа № 9",
    ),
]

HEADS = [
    ("Лис А.А., Крот П.П. – директора школ", "<Лис А.А.> директор школы; <Крот П.П.> директор школы"),
    ("Лис А.А., Крот П.П., директора школ", "<Лис А.А.>; <Крот П.П.>; директора школ ? shared_title"),
    (
        "И.о. директоров школ: Лис А.А. (СОШ № 7), Крот П.П. (СОШ № 39)",
        "<Лис А.А.> исполняющий обязанности директора @ Средняя школа № 7; "
        "<Крот П.П.> исполняющий обязанности директора @ Средняя школа № 39",
    ),
    ("Отдел воспитания УО⏎(Лис А.А.)", "отдел воспитания @ УО; <Лис А.А.> @ УО"),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_what_a_school_is_to_another_is_no_party(text: str, expected: str) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_title_of_all_heads_is_of_each_name(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_a_place_that_is_not_printed_beside_is_not_said_to_be() -> None:
    order = order_of("Методисты: Лис А.А., Крот П.П.", "Лис А.А., методист МБУ «ИМЦ»")
    (text,) = [one.text for one in order.questions if one.kind == "employer"]
    assert text.endswith("или в другом месте?")


PARTS = [  # what a body is in a project
    ("ОО – участники проекта «500+»", "ОО"),
    ("ЦРО – оператор проекта, ОО – участники проекта", "@ ЦРО; ОО ? abbreviation"),
    ("Лицей № 9 – опорная школа, СОШ № 2 – школа-партнёр", "# Лицей № 9; # Средняя школа № 2"),
    ("МБУ «ЦРО» – муниципальный оператор", "@ МБУ «ЦРО»"),
    ("Вязова А.К. – участник проекта", "<Вязова А.К.>; участник проекта"),
    ("ЦРО – координаторы проекта", "@ ЦРО; координаторы проекта ? abbreviation"),
    ("ОО, участники проекта", "ОО; участники проекта"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_a_part_in_a_project_is_no_party(text: str, expected: str) -> None:
    assert parties(text) == expected
