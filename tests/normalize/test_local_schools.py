"""Schools that a place's letter names: «ЛСОШ № 2» is «Лесная СОШ № 2», the territory's № 2, or asked."""

from dataclasses import replace

import pytest

from normalize.model import Decision, Knowledge
from normalize.order import normalize_order
from tests.normalize.notation import resolved
from tests.normalize.orders import make_order, question_kinds

CELLS = [
    # the order's own school
    ("Озёрный район", ("МБОУ «ОСОШ №1»", "Озёрская СОШ № 1"), "# Озёрская СОШ № 1", []),
    ("Липовский район", ("МКОУ «БООШ № 2»", "Боровская ООШ № 2"), "# Боровская ООШ № 2", []),
    # the territory's
    ("город Лесогорье", ("МОУ «ЛСОШ №2»",), "# Средняя школа № 2", []),
    ("Таловский район", ("директор ТСОШ № 1",), "директор # Средняя школа № 1", []),
    ("Озёрный район", ("МОУ «ОСШ №2»",), "# Средняя школа № 2", []),
    ("город Лесогорье", ("школа № 2", "МОУ «ЛСОШ № 2»"), "# Средняя школа № 2", []),
    ("Озёрный район", ("школа № 1", "Озёрская СОШ № 1"), "# Озёрская СОШ № 1", []),
    # of another place, or the same with its place left out
    ("Озёрный район", ("школа № 1", "Боровская СОШ № 1"), "# Школа № 1", ["school_type"]),
    ("Лесной район", ("школа № 1", "Леснополянская СОШ № 1"), "# Школа № 1", ["school_type"]),
    ("Озёрный район", ("СОШ № 1", "школы №№ 1, 2", "Боровская СОШ № 1"), "# Средняя школа № 1", ["school_type"]),
    ("Озёрный район", ("лицей № 1", "Боровский лицей № 1"), "# Лицей № 1", ["school_type"]),
    ("Озёрный район", ("СОШ № 1", "Боровская ООШ № 1"), "# Средняя школа № 1", []),
    ("Озёрный район", ("СОШ № 1", "Боровская СОШ № 1, школы №№ 1, 2"), "# Средняя школа № 1", []),
    ("Лесогорье", ("школа № 1", "Лесогорская СОШ № 1"), "# Лесогорская СОШ № 1", []),
    # nobody's, or one of two
    ("Таловский район", ("МБОУ «ШСОШ № 3 «Радуга»»",), "# ШСОШ № 3", ["school_type"]),
    ("Липовский район", ("БСОШ № 1", "Боровская СОШ № 1", "Берёзовская СОШ № 1"), "# БСОШ № 1", ["school_type"]),
    # evening schools
    ("Таловский район", ("ВСОШ № 1",), "# Вечерняя школа № 1", []),
    ("Таловский район", ("ОСОШ № 1",), "# Вечерняя школа № 1", ["school_type"]),
    ("Верхнелужский район", ("ВСОШ № 1",), "# ВСОШ № 1", ["school_type"]),
    # without a number: behind a legal form or a school's post; else it is the olympiad
    ("Таловский район", ("МБОУ ВСОШ",), "# Вечерняя школа", []),
    ("Таловский район", ("МКОУ «ВСОШ» (Вязов А.К.)",), "# Вечерняя школа; <Вязов А.К.> @ Вечерняя школа", []),
    (
        "Таловский район",
        ("директора СОШ № 4, лицея № 3, МАОУ ВСОШ",),
        "директора # Средняя школа № 4; директора # Лицей № 3; директора # Вечерняя школа",
        [],
    ),
    ("Таловский район", ("учителя ВСОШ", "МБОУ «Вечерняя школа»"), "учителя # Вечерняя школа", []),
    (
        "Таловский район",
        ("Зам. директора ВСОШ Вязов А.К.",),
        "<Вязов А.К.> заместитель директора @ Вечерняя школа",
        [],
    ),
    ("Таловский район", ("координатор ВСОШ",), "координатор ВСОШ", []),
    ("Таловский район", ("МБОУ «ВСОШ» с. Ключи",), "@ МБОУ «ВСОШ» с. Ключи", []),
    ("Верхнелужский район", ("МБОУ ВСОШ",), "# ВСОШ", ["school_type"]),
    ("Таловский район", ("МБОУ ВСОШ", "Вязовская СОШ"), "# ВСОШ", ["school_type"]),
    # sports and correction
    ("Лесной район", ("ДЮСШ № 1",), "@ ДЮСШ № 1", []),
    ("Лесной район", ("СКОШ № 7",), "# Коррекционная школа № 7", []),
]


@pytest.mark.parametrize(("territory", "cells", "expected", "asked"), CELLS)
def test_a_letter_of_a_place(territory: str, cells: tuple[str, ...], expected: str, asked: list[str]) -> None:
    raw = make_order([("", "постоянно", cell) for cell in cells])
    order = normalize_order(replace(raw, head=replace(raw.head, territory=territory)), Knowledge())
    assert resolved(order, order.measures[0]) == expected
    assert question_kinds(order) == asked


def test_a_person_says_which_school_a_bare_number_is() -> None:
    decided = Decision("same", "school_type|school|средняя|1", "school|боровская сош № 1")
    cells = ("школы №№ 1, 2", "СОШ № 1", "Боровская СОШ № 1")
    order = normalize_order(make_order([("", "май", cell) for cell in cells]), Knowledge(decisions=(decided,)))
    assert resolved(order, order.measures[0]) == "# Боровская СОШ № 1; # Школа № 2"
    assert question_kinds(order) == []
