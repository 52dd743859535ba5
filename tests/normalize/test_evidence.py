"""What an order proves by itself, and what it must not take for a proof."""

from collections import Counter

import pytest

from normalize.match import few_edits, is_one_slip, is_shortened, one_edit, rank
from normalize.measures.text import read_measure
from normalize.names.evidence import (
    count_school_types,
    find_misprints,
    likely_type,
    organizations_of_titles,
    prove_by_post,
    unify_roles,
)
from normalize.names.initials_proved import Row, named_targets, prove_by_initials
from normalize.organization_names import organization_key
from normalize.parties.read import read_cell
from normalize.parties.units import Target
from tests.normalize.orders import order_of

HELP = "МБУ «Центр психолого-педагогической, медицинской и социальной помощи»"
CENTRE = "МБУ ДО «Центр дополнительного образования»"


def proven(*cells: str, issuer: str | None = None) -> dict[str, str]:
    rows = [Row(position, "", cell) for position, cell in enumerate(cells, start=1)]
    return {letters: target.name for letters, target in prove_by_initials(rows, issuer).items()}


INITIALS = [
    (("методисты ЦДО", CENTRE), {"цдо": CENTRE}),
    (("директор КУГ", "учителя Каменск-Уральской гимназии"), {"куг": "Каменск-Уральская гимназия"}),
    # letters that leave «и» out
    (("ЦППМСП", HELP), {"цппмсп": HELP}),
    (("методисты ЦКР", "МКУ «Центр качества и развития»"), {"цкр": "МКУ «Центр качества и развития»"}),
    (("методисты ЦКР", "МКУ «Центр качества и развития»", "МКУ «Центр культурного развития»"), {}),
    (("ЦДО", CENTRE, "МБУ ДО «Центр ополнительного образования»"), {"цдо": CENTRE}),
    (("директор ЦБС", "МБУК «Липовская ЦБС»"), {"цбс": "МБУК «Липовская ЦБС»"}),
    (("директор ЦБС", "МБУК «Липовская ЦБС»", "МБУК «Боровская ЦБС»"), {}),
    (("отдел мониторинга РЦОКО", "ГБУ «РЦОКО»"), {"рцоко": "ГБУ «РЦОКО»"}),
    (("ИРО", "ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»"), {}),
    # nothing has those letters; two have them; the name is not used by its letters
    (("методисты ММЦ", CENTRE), {}),
    (("ЦДО", CENTRE, "МАУ «Центр детского отдыха»"), {}),
    (("методисты", CENTRE), {}),
]


@pytest.mark.parametrize(("cells", "expected"), INITIALS)
def test_letters_are_the_initials_of_one_name(cells: tuple[str, ...], expected: dict[str, str]) -> None:
    assert proven(*cells) == expected


def test_two_letters_are_whoever_signed() -> None:
    assert proven("специалисты УО", issuer="Управление образования") == {"уо": "Управление образования"}
    assert proven("специалисты УО", issuer="Отдел культуры") == {}


WHOLE = "Муниципальное автономное учреждение дополнительного профессионального образования «Лесной методический центр»"


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        (("методисты ЛМЦ", "МАУ ДПО «ЛМЦ»"), {"лмц": f"{WHOLE} города Лесногорска"}),
        (("методисты ЛМЦ", "МБУ ДПО «ЛМЦ»"), {}),  # another legal form: two may have these letters
        (("методисты ЛМЦ", "МАУ ДПО «Луговской методический центр»"), {}),
    ],
)
def test_quoted_letters_are_whoever_signed(cells: tuple[str, ...], meant: dict[str, str]) -> None:
    assert proven(*cells, issuer=f"{WHOLE} города Лесногорска") == meant


@pytest.mark.parametrize(
    ("letters", "issuer"),
    [
        ("УО", "Управление образования администрации Лесного района"),
        ("УО", "Управление образования и молодёжной политики"),
        ("УОиМП", "Управление образования и молодёжной политики города Лесного"),
        ("КО", "Комитет образования г. Лесного"),
    ],
)
def test_an_issuer_by_the_letters_of_its_beginning(letters: str, issuer: str) -> None:
    assert list(proven(f"специалисты {letters}", issuer=issuer)) == [letters.lower()]


def test_an_issuer_by_its_letters_without_its_place() -> None:
    issuer = "МБУК «Централизованная библиотечная система Лесного района»"
    assert proven("Директор ЦБС", issuer=issuer) == {"цбс": issuer}
    assert proven("Врач ЦРБ", issuer="МБУК «Центральная районная библиотека Лесного района»") == {}


def test_the_issuers_letters_are_those_of_its_shorter_name_in_a_cell() -> None:
    issuer = "Управление образования администрации Лесного района"
    assert proven("УО", "Управление образования", issuer=issuer) == {"уо": "Управление образования"}


@pytest.mark.parametrize("issuer", ["Министерство образования Лесной области", "Администрация Лесного района"])
def test_a_ministry_is_not_known_by_two_letters(issuer: str) -> None:
    assert proven("специалисты МО, АЛ, АЛР", issuer=issuer).keys() <= {"алр", "молр"}


def by_post(*rows: tuple[str, str]) -> dict[str, str]:
    responsible = {position: read_cell(cell) for position, (_, cell) in enumerate(rows, start=1)}
    measures = {position: read_measure(text, {}) for position, (text, _) in enumerate(rows, start=1)}
    return {letters: target.name for letters, target in prove_by_post(responsible, measures).items()}


def test_same_person_in_the_same_post() -> None:
    centre = ("", "Вязова Г.Ф., директор МБУ ДО «Радуга»")
    assert by_post(centre, ("", "Вязова Г.Ф., директор ЦДТ")) == {"цдт": "МБУ ДО «Радуга»"}
    assert by_post(centre, ("", "Вязова Г.Ф., методист ЦДТ")) == {}
    assert by_post(centre, ("", "Лосева Г.Ф., директор ЦДТ")) == {}


# (what the person heads, letters, whether they can stand for it)
HEADED = [
    ("МБОУ СОШ № 5", "ЦДТ", False),
    ("МБОУ «Гимназия № 2»", "ДЮСШ", False),
    ("МБОУ СОШ № 5", "ДМШ", False),
    ("МБОУ «Гимназия № 2»", "ПКГ", True),
    ("МБУ ДО «Дом детского творчества»", "ИМЦ", False),
    ("МБУ ДО «Дом детского творчества»", "ДДТ", True),
    ("МБУ ДО «Центр внешкольной работы «Факел»»", "ЦВР", True),
    ("МКУ «Информационно-методический центр»", "МЦ", True),
    ("МКУ «ЦРО»", "ИМЦ", False),
    ("отдела образования", "ИМЦ", False),
]


@pytest.mark.parametrize(("body", "letters", "same"), HEADED)
def test_letters_must_be_able_to_stand_for_the_body(body: str, letters: str, same: bool) -> None:
    """Of one name there may be two people, and one may head two bodies."""
    found = by_post(("", f"Вязова Г.Ф., методист {body}"), ("", f"Вязова Г.Ф., методист {letters}"))
    assert (letters.lower() in found) is same


def test_host_of_the_measure_is_the_directors_school() -> None:
    host = "Семинар на базе Каменск-Уральской гимназии"
    assert by_post((host, "Вязова Г.Ф., директор КУГ")) == {"куг": "Каменск-Уральская гимназия"}
    assert by_post((host, "Вязова Г.Ф., директор ЦДО")) == {}
    assert by_post((host, "Вязова Г.Ф., директор ДЮСШ")) == {}


TYPES = [
    ({"основная": 11, "средняя": 1}, "основная"),
    ({"основная": 3, "средняя": 1}, "основная"),
    ({"основная": 2, "средняя": 1}, None),
    ({"средняя": 1}, "средняя"),
    ({}, None),
]


@pytest.mark.parametrize(("printed", "likely"), TYPES)
def test_likely_type_of_a_school_number(printed: dict[str, int], likely: str | None) -> None:
    assert likely_type(Counter(printed)) == likely


def test_types_are_counted_by_number() -> None:
    targets = [
        target for unit in ("Средних школ №№ 2, 7", "школы № 2", "Основной школы № 2") for target in schools(unit)
    ]
    assert count_school_types(targets) == {"2": Counter({"средняя": 1, "основная": 1}), "7": Counter({"средняя": 1})}


def schools(text: str) -> list[Target]:
    return [draft.target for draft in read_cell(text).drafts if draft.target is not None]


SLIPS = [
    ("центр ополнительного образования", "центр дополнительного образования", True),
    ("центр дополнительного образованя", "центр дополнительного образования", True),
    # a word of its own, a short name, two slips, a number
    ("центр дополнительного образованию", "центр дополнительного образования", False),
    ("дом творчсва", "дом творчества", False),
    ("центр ополнитеьного образования", "центр дополнительного образования", False),
    ("средняя общеобразовательная школа № 2", "средняя общеобразовательная школа № 20", False),
    ("центр дополнительного образования", "центр дополнительного образования", False),
]


@pytest.mark.parametrize(("printed", "meant", "slip"), SLIPS)
def test_one_slip_of_the_typist(printed: str, meant: str, slip: bool) -> None:
    assert is_one_slip(printed, meant) is slip


@pytest.mark.parametrize(
    ("printed", "meant", "short"),
    [
        ("центр доп образования", "центр дополнительного образования", True),
        ("центр детского образования", "центр дополнительного образования", False),
        ("центр до образования", "центр дополнительного образования", False),
        ("центр образования", "центр дополнительного образования", False),
    ],
)
def test_words_cut_short(printed: str, meant: str, short: bool) -> None:
    assert is_shortened(printed, meant) is short


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("ченцов", "ченцова", True),
        ("иванова", "ивонова", True),
        ("вязов", "вязов", False),
        ("ченцов", "ченцову-ли", False),
    ],
)
def test_one_edit(left: str, right: str, one: bool) -> None:
    assert one_edit(left, right) is one


@pytest.mark.parametrize(
    ("left", "right", "few"),
    [("мария", "марина", True), ("наталья", "наталия", True), ("мария", "мария", False), ("мария", "ольга", False)],
)
def test_few_edits(left: str, right: str, few: bool) -> None:
    assert few_edits(left, right) is few


def test_rank_puts_the_likest_first() -> None:
    assert [name for name, _ in rank("вязова", ["лосева", "вязов", "вязова", "юркова-дальняя"])][:2] == [
        "вязова",
        "вязов",
    ]


def misprints(*names: str) -> dict[str, str]:
    targets = {organization_key(name): (target, 1) for name in names for target in named_targets(name)}
    return find_misprints(targets)


def test_misprint_needs_one_candidate_of_equal_legal_form() -> None:
    printed = "МБУ ДО «Центр ополнительного образования»"
    assert misprints(CENTRE, printed) == {organization_key(printed): organization_key(CENTRE)}
    assert misprints(CENTRE, "МАУ ДО «Центр ополнительного образования»") == {}
    assert misprints("ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»") == {}


def test_of_several_spellings_of_one_name_the_plain_one_is_meant() -> None:
    printed = "МБУ ДО «Центр ополнительного образования»"
    assert misprints(CENTRE, f"{CENTRE} г. Лесногорска", printed)[organization_key(printed)] == organization_key(CENTRE)


def carried(*cells: str) -> dict[str, str]:
    return {role: target.name for role, target in organizations_of_titles(map(read_cell, cells)).items()}


def test_organization_that_a_title_carries_elsewhere() -> None:
    title = "специалисты группы оценки качества Управления образования"
    assert carried(title, title) == {"специалист группы оценки качества": "Управление образования"}
    assert carried(title) == {}
    assert carried(f"методисты {CENTRE}", f"методисты {CENTRE}") == {}
    assert carried(title, title, f"специалисты группы оценки качества {CENTRE}") == {}
    school = "заместители директора по УВР Средней школы № 7"
    assert carried(school, school) == {}


def test_roles_that_differ_in_hyphens_only() -> None:
    found = unify_roles(
        ["руководители школ-лидеров", "руководители школ-лидеров", "руководители школ лидеров", "тьюторы"]
    )
    assert found["руководители школ лидеров"] == "руководители школ-лидеров"
    assert found["тьюторы"] == "тьюторы"


def test_organization_left_out_of_a_title_is_filled_in() -> None:
    title = "специалисты группы оценки качества"
    whole = f"Вязова А.К., Лосева П.И., {title} Управления образования"
    order = order_of(whole, whole, f"Вязова А.К., Лосева П.И., {title}")
    parties = order.measures[2].parties
    assert {party.organization for party in parties} == {"org|управление образования"}
    assert {party.rule for party in parties} == {"organization from the same order"}
