"""«директор школы» in the school's own plan: she works at the school that issued it."""

from dataclasses import replace

import pytest

from normalize.model import Knowledge, Order
from normalize.order import normalize_order
from tests.normalize.notation import one_resolved
from tests.normalize.orders import make_order, question_kinds


def plan_of(issuer: str, *responsible: str) -> Order:
    raw = make_order([("", "постоянно", cell) for cell in responsible])
    return normalize_order(replace(raw, head=replace(raw.head, issuer=issuer)), Knowledge())


@pytest.mark.parametrize(
    ("issuer", "cell", "expected"),
    [
        ("МОУ «Школа № 31» г. Рудничного", "Директор школы Галка В.В.", "<Галка В.В.> директор @ Школа № 31"),
        (
            "МБОУ СОШ № 3",
            "зам. директора школы по ВР Галка В.В.",
            "<Галка В.В.> заместитель директора по ВР @ Средняя школа № 3",
        ),
        ("МАОУ «Лицей № 2»", "Галка В.В., директор лицея", "<Галка В.В.> директор @ Лицей № 2"),
        ("МАОУ «Лицей № 2»", "Галка В.В., директор школы", "<Галка В.В.> директор школы"),
        ("МБДОУ «Детский сад № 8»", "Зав. МБДОУ Галка В.В.", "<Галка В.В.> заведующий @ Детский сад № 8"),
        ("Управление образования", "Директор школы Галка В.В.", "<Галка В.В.> директор школы"),
        ("МБОУ СОШ № 3", "Директор школы", "директор школы"),
        ("МБОУ СОШ № 3", "Председатель совета школы Галка В.В.", "<Галка В.В.> председатель совета школы"),
    ],
)
def test_place(issuer: str, cell: str, expected: str) -> None:
    order = plan_of(issuer, cell)
    assert [one_resolved(order, party) for party in order.measures[0].parties] == [expected]


def test_colleagues_in_a_schools_own_plan_are_not_asked() -> None:
    row = "Директор школы Галка В.В., зам. директора по УВР Сойка Н.Н."
    order = plan_of("МБОУ СОШ № 3", row, "Галка В.В. (директор), Зяблик П.П. (завхоз)")
    assert "employer" not in question_kinds(order)


@pytest.mark.parametrize(
    ("issuer", "cell", "expected"),
    [
        ("МАУ ДО «СШ «Олимп»", "Администрация СШ", "администрация @ МАУ ДО «СШ «Олимп»"),
        ("МБУК «ЦБС Лесного района»", "Директор ЦБС Галка В.В.", "<Галка В.В.> директор @ МБУК «ЦБС Лесного района»"),
    ],
)
def test_letters_in_the_issuers_name_are_not_asked(issuer: str, cell: str, expected: str) -> None:
    order = plan_of(issuer, cell)
    assert [one_resolved(order, party) for party in order.measures[0].parties] == [expected]
    assert "abbreviation" not in question_kinds(order)


@pytest.mark.parametrize(
    ("issuer", "cell", "expected", "asked"),
    [
        ("МБДОУ «Детский сад № 8»", "Зав. ДОУ", "заведующий ДОУ", False),
        ("МБОУ СОШ № 3", "рук. ОУ", "руководитель ОУ", False),
        ("Управление образования", "зав. ДОУ", "заведующие ДОУ", True),
    ],
)
def test_a_short_head_without_a_name_is_one_in_her_own_plan(issuer: str, cell: str, expected: str, asked: bool) -> None:
    order = plan_of(issuer, cell)
    assert [one_resolved(order, party) for party in order.measures[0].parties] == [expected]
    assert ("open_set" in question_kinds(order)) == asked


COMMITTEE = "Комитет по образованию администрации муниципального образования «Боровский район»"
OF_UNIT = "Муниципальное учреждение «Управление образования муниципального района «Усть-Лесной»"
CITY_HALL = "Департамент образования мэрии города Боровска"


@pytest.mark.parametrize(
    ("issuer", "territory", "cells", "expected"),
    [
        (
            COMMITTEE,
            "Боровский район",
            ("Комитет по образованию", "Председатель комитета Галка В.В.", "специалисты КО", "КО", COMMITTEE),
            "Комитет по образованию",
        ),
        (
            OF_UNIT,
            "муниципальный район Усть-Лесной",
            ("Управление образования", "Начальник управления Галка В.В.", "специалисты МУ «Управление образования»"),
            "МУ «Управление образования»",
        ),
        (
            CITY_HALL,
            "город Боровск",
            ("департамент образования", "Директор департамента Галка В.В.", "ДО"),
            "Департамент образования",
        ),
        ("Комитет по образованию", "Боровский район", ("Завхоз КО", "КО"), "Комитет по образованию"),
    ],
)  # fmt: skip
def test_the_issuer_under_its_short_name_is_one(
    issuer: str, territory: str, cells: tuple[str, ...], expected: str
) -> None:
    raw = make_order([("", "постоянно", cell) for cell in cells])
    order = normalize_order(replace(raw, head=replace(raw.head, issuer=issuer, territory=territory)), Knowledge())
    found = {party.organization for measure in order.measures for party in measure.parties}
    assert [one.name for one in order.organizations if one.key in found] == [expected]


@pytest.mark.parametrize("cell", ["Управление образования муниципального района «Сосновый»", "мэрия города Липовска"])
def test_a_body_of_another_place_is_not_the_issuer(cell: str) -> None:
    order = plan_of("Управление образования муниципального района «Усть-Лесной»", "Управление образования", cell)
    assert len({party.organization for measure in order.measures for party in measure.parties}) == 2


SPORT = "Отдел по физической культуре, спорту и туризму"
BY_LETTERS = [
    (SPORT, "Отдел по ФКСТ", f"@ {SPORT}"),
    (SPORT, "начальник отдела по ФКСТ Вязова А.К.", f"<Вязова А.К.> начальник @ {SPORT}"),
    (SPORT, "Отдел по ФКСиТ", f"@ {SPORT}"),
    (SPORT, "Отдел по ЛКСТ", "отдел по ЛКСТ"),
    (SPORT, "Комитет по ФКСТ", "комитет по ФКСТ"),
]


@pytest.mark.parametrize(("issuer", "cell", "expected"), BY_LETTERS)
def test_an_issuer_by_its_noun_and_letters(issuer: str, cell: str, expected: str) -> None:
    (measure,) = plan_of(issuer, cell).measures
    assert [one_resolved(plan_of(issuer, cell), one) for one in measure.parties] == [expected]


@pytest.mark.parametrize(
    "cells",
    [
        ("Директор школы Галка В.В.", "Галка В.В., психолог"),
        ("Завуч школы Галка В.В.", "Галка В.В., библиотекарь"),
        ("Галка В.В., директор школы", "Галка В.В., библиотекарь"),
    ],
)
def test_another_post_of_hers_is_asked_though_the_first_says_where(cells: tuple[str, ...]) -> None:
    assert "title_order" in question_kinds(plan_of("МБОУ СОШ № 3", *cells))
    same = ("Директор школы Галка В.В.", "Галка В.В., директор")
    assert "title_order" not in question_kinds(plan_of("МБОУ СОШ № 3", *same))
