"""Bodies that only the whole order tells: «Администрация» alone, a department by «ГО …», a type in another column."""

from dataclasses import replace

import pytest

from ingest.model import RawOrder
from normalize.model import Knowledge, Order
from normalize.order import normalize_order
from tests.normalize.notation import resolved
from tests.normalize.orders import make_order


def order(issuer: str, *cells: str, territory: str = "г. Лесногорск") -> Order:
    return normalize_order(raw_order(issuer, *cells, territory=territory), Knowledge())


def raw_order(issuer: str, *cells: str, territory: str = "г. Лесногорск") -> RawOrder:
    raw = make_order([("", "постоянно", cell) for cell in cells])
    return replace(raw, head=replace(raw.head, issuer=issuer, territory=territory))


def asked(order: Order) -> list[str]:
    return [one.key for one in order.questions if one.kind in ("which_body", "unknown_phrase", "abbreviation")]


OFFICE = "Управление образования"
TOWN = "Администрация города"
ADMINISTRATIONS = [
    (OFFICE, "Администрация, учителя СОШ № 2", "администрация; учителя # Средняя школа № 2", False),
    (OFFICE, "Администрация, классные руководители", "администрация; классные руководители", False),
    (OFFICE, "Администрация, общественный совет", "администрация; общественный совет", True),
    (OFFICE, "специалист администрации", f"специалист @ {TOWN}", False),
    ("МБОУ СОШ № 5", "Администрация", "администрация", False),
    ("МБУ ДО «Дом творчества»", "Администрация", "администрация", False),
    (TOWN, "Администрация, отдел культуры", f"@ {TOWN}; @ Отдел культуры", False),
    (TOWN, "Администрация, педагоги", "администрация; педагоги", False),
]


@pytest.mark.parametrize(("issuer", "cell", "expected", "is_asked"), ADMINISTRATIONS)
def test_administration_alone_is_a_schools_or_asked(issuer: str, cell: str, expected: str, is_asked: bool) -> None:
    found = order(issuer, cell, TOWN)
    assert resolved(found, found.measures[0]) == expected
    assert ("which_body|администрация" in asked(found)) == is_asked


OKRUG = "Управление образования Администрации городского округа Тихий Брод"
MKU = "МКУ «Управление образования городского округа Лужанск»"
LUGA = "Управление образования Лужского городского округа"
UNITS = [
    (OKRUG, "специалист Управления образования Администрации ГО Тихий Брод", f"специалист @ {OKRUG}"),
    (OKRUG, "Вязов А.К., начальник УО Администрации ГО Тихий Брод", f"<Вязов А.К.> начальник @ {OKRUG}"),
    (OKRUG, "УО ГО Тихий Брод", f"@ {OKRUG}"),
    (OKRUG, "Администрация ГО Тихий Брод", "@ Администрация городского округа Тихий Брод"),
    (OKRUG, "Администрация ГО Вязов А.К.", "администрация ГО; <Вязов А.К.>"),
    (OKRUG, "специалист ГО и ЧС", "специалист ГО и ЧС"),
    (MKU, "зам. директора МКУ УО ГО Лужанск", f"заместитель директора @ {MKU}"),
    (LUGA, "специалист Управления образования ЛГО", "специалист @ Управление образования ЛГО"),
]


@pytest.mark.parametrize(("issuer", "cell", "expected"), UNITS)
def test_a_department_of_a_district_by_its_letters(issuer: str, cell: str, expected: str) -> None:
    found = order(issuer, cell, territory="городской округ " + issuer.split()[-1].strip("»"))
    assert resolved(found, found.measures[0]) == expected
    assert asked(found) == []


def test_letters_of_the_own_district_are_no_other_body() -> None:
    found = order(OFFICE, "Управление образования ЗЛГО", OFFICE, territory="г. Заречно-Лужский")
    assert [one.organization for one in found.measures[0].parties] == [
        one.organization for one in found.measures[1].parties
    ]


def test_letters_of_another_district_are_another_body() -> None:
    found = order(OFFICE, "Управление образования ЛГО", OFFICE, territory="г. Заречно-Лужский")
    assert found.measures[0].parties[0].organization != found.measures[1].parties[0].organization


INSTITUTES = [
    ("Кафедра физики ИРО", "кафедра физики @ КГАУ ДПО «ИРО Лесной области»"),
    ("методисты ИРО Лесной области", "методисты @ КГАУ ДПО «ИРО Лесной области»"),
    ("ИРО Озёрной области", "@ ИРО Озёрной области"),
]


@pytest.mark.parametrize(("cell", "expected"), INSTITUTES)
def test_letters_in_quotes_with_their_region(cell: str, expected: str) -> None:
    found = order("Министерство образования Лесной области", cell, "КГАУ ДПО «ИРО Лесной области»")
    assert resolved(found, found.measures[0]) == expected


@pytest.mark.parametrize(
    ("cell", "beside", "expected"),
    [
        ("учителя школ № 3, 4", "МАОУ СОШ № 3", "учителя # Средняя школа № 3; учителя # Школа № 4"),
        ("учителя школ № 3, 4", "кабинет № 3", "учителя # Школа № 3; учителя # Школа № 4"),
        ("учителя школ № 3, 4; ООШ № 3", "МАОУ СОШ № 3", "учителя # Основная школа № 3"),
    ],
)
def test_type_of_a_school_in_another_column(cell: str, beside: str, expected: str) -> None:
    raw = raw_order("МБУ ДПО «ЦРО»", cell)
    raw = replace(raw, rows=(replace(raw.rows[0], extra=(("Место проведения", beside),)),))
    found = normalize_order(raw, Knowledge())
    assert resolved(found, found.measures[0]).startswith(expected)
