"""What a printed name of a school or an organization means, within an order and with what is known."""

from dataclasses import replace

import pytest

from normalize.model import Alias, Decision, Knowledge, Order, Organization
from normalize.order import normalize_order
from normalize.organization_names import organization_key, organization_kind
from normalize.schools.numbered import school_key, school_name
from tests.normalize.notation import resolved
from tests.normalize.orders import AFTER, BEFORE, knowing, make_order, order_of, question_kinds

CENTRE = "МБУ ДО «Центр дополнительного образования»"
KEY = "org|мбу до центр дополнительного образования"


def lines(order: Order) -> list[str]:
    return [resolved(order, measure) for measure in order.measures]


MEANINGS = [
    # the type of a school that is printed elsewhere
    (["директор Основной школы № 39", "школы №№ 39, 60"], 1, "# Основная школа № 39; # Школа № 60"),
    (["директор Лицея № 9", "директор ОУ № 9"], 1, "директор # Лицей № 9"),
    # one lost letter, words cut short, a lost legal form, quotes, letters
    ([CENTRE, "методисты МБУ ДО «Центр ополнительного образования»"], 1, f"методисты @ {CENTRE}"),
    ([CENTRE, "МБУ ДО «Центр доп. образования»"], 1, f"@ {CENTRE}"),
    ([CENTRE, "методисты «Центра дополнительного образования»"], 0, f"@ {CENTRE}"),
    ([CENTRE, "«Центр дополнительного образования»"], 1, f"@ {CENTRE}"),
    ([CENTRE, 'МБУ ДО "Центр дополнительного образования"'], 1, f"@ {CENTRE}"),
    ([CENTRE, "МБУ ДО ЦДО"], 1, f"@ {CENTRE}"),
    ([CENTRE, "МБУ ДО «ЦДО»"], 1, f"@ {CENTRE}"),
    ([CENTRE, "методисты ЦДО"], 1, f"методисты @ {CENTRE}"),
    # a legal form written out, glued, or none: whose body it is; the own town; an adjective that names nobody
    ([CENTRE, f"Муниципальное бюджетное учреждение дополнительного образования {CENTRE[7:]}"], 1, f"@ {CENTRE}"),
    ([CENTRE, "МБУДО «Центр дополнительного образования»"], 1, f"@ {CENTRE}"),
    ([CENTRE, "муниципальный Центр дополнительного образования"], 1, f"@ {CENTRE}"),
    ([CENTRE, f"{CENTRE} г. Лесногорска"], 1, f"@ {CENTRE}"),
    (["Управление образования", "ОМС «Управление образования»"], 1, "@ Управление образования"),
    (
        ["Управление образования города Реж", "ОМС «Управление образования города Реж»"],
        1,
        "@ Управление образования города Реж",
    ),
    # its region in letters and in words
    (
        ["ГАОУ ДПО Залесской области «Институт развития образования»", "ГАОУ ДПО ЗО «ИРО»"],
        1,
        "@ ГАОУ ДПО Залесской области «Институт развития образования»",
    ),
    ([CENTRE, "Вязова А.К., методист «Центра дополнительного образования»"], 1, f"<Вязова А.К.> методист @ {CENTRE}"),
    # letters in brackets behind their name are no second party
    ([f"{CENTRE} (ЦДО)", "методисты ЦДО"], 0, f"@ {CENTRE}"),
    (["Управление образования", "Управление образования администрации города"], 1, "@ Управление образования"),
    # the village of a kindergarten left out
    (
        ["МКДОУ детский сад «Тополёк» с. Липовка", "зав. д/с «Тополёк»"],
        1,
        "заведующий @ Детский сад «Тополёк» с. Липовка",
    ),
    # a body whose own letters or place are printed with a form, and without one
    (["ГКУ «ЦЗН г. Лесногорска»", "Центр занятости населения", "ЦЗН"], 2, "@ ГКУ «ЦЗН г. Лесногорска»"),
    (["ОГКУ «ЦППМС «Лада»", "ЦППМС «Лада»"], 1, "@ ОГКУ «ЦППМС «Лада»"),
    (["Лесногорский ДДТ", "директор ДДТ Вязов А.К."], 1, "<Вязов А.К.> директор @ Лесногорский ДДТ"),
    (["Комитет по образованию", "КО, ЦДО"], 1, "@ Комитет по образованию; @ ЦДО"),
    # a body of which a district has one
    (["главный врач ЦРБ", "КГБУЗ «Кедровская ЦРБ»"], 0, "главный врач @ КГБУЗ «Кедровская ЦРБ»"),
    (["ЦРБ", "Кедровская ЦРБ", "КГБУЗ «Кедровская ЦРБ»"], 0, "@ КГБУЗ «Кедровская ЦРБ»"),
    (["инспектор ОМВД", "ОМВД России по Лесному району"], 0, "инспектор @ ОМВД России по Лесному району"),
    (["ЦРБ", "Лесногорская ЦРБ", "Боровская ЦРБ"], 0, "@ Лесногорская ЦРБ"),
    # whose name a school bears
    (["Гимназия им. Вязова", "Гимназия им. А.К. Вязова"], 0, "# Гимназия им. А.К. Вязова"),
    (["Гимназия имени Алексея Карповича Вязова", "Гимназия им. А.К. Вязова"], 0, "# Гимназия им. А.К. Вязова"),
    (["МКОУ «СОШ» им. А.К. Вязова", "Средняя школа им. А.К. Вязова"], 1, "# СОШ им. А.К. Вязова"),
    (["Гимназия № 3 им. А.С. Пушкина", "Гимназия им. А.С. Пушкина"], 1, "# Гимназия № 3"),
    (["МБОУ «Гимназия № 3 имени Пушкина»", "директор гимназии им. А.С. Пушкина"], 1, "директор # Гимназия № 3"),
    (["Гимназия им. А.С. Пушкина № 3", "Гимназия № 3"], 0, "# Гимназия № 3"),
    (["школа № 3 им. Ларина", "СОШ № 3", "школа им. Ларина", "СОШ им. И.И. Ларина"], 3, "# Средняя школа № 3"),
    (["школа им. Ларина", "СОШ им. И.И. Ларина"], 0, "# СОШ им. И.И. Ларина"),
    # commissions of which a territory has one
    (["КДН и ЗП", "КДНиЗП"], 1, "@ КДН и ЗП"),
    (["КДН", "КДНиЗП администрации города"], 0, "@ КДН"),
    (["КДН и ЗП", "члены комиссии по делам несовершеннолетних"], 1, "члены @ КДН и ЗП"),
    (["КДН и ЗП", "Комиссия по делам несовершеннолетних и защите их прав"], 1, "@ КДН и ЗП"),
    (["Районная КДН", "КДН и ЗП"], 0, "@ КДН и ЗП"),
    (["специалисты ПМПК", "Территориальная психолого-медико-педагогическая комиссия"], 1, "@ ПМПК"),
    # the order signs for «УО»
    (["специалисты УО", "Управление образования"], 0, "специалисты @ Управление образования"),
]


@pytest.mark.parametrize(("cells", "row", "expected"), MEANINGS)
def test_meaning(cells: list[str], row: int, expected: str) -> None:
    assert lines(order_of(*cells))[row] == expected


APART = [
    (["КДН и ЗП", "Областная КДН"], 2, []),
    (["Гимназия им. А.К. Вязова", "Гимназия им. П.И. Вязова"], 2, []),
    (["Гимназия им. А.К. Вязова", "Лицей им. А.К. Вязова"], 2, []),
    (["Гимназия им. Вязова", "Гимназия им. А.К. Вязова", "Гимназия им. П.И. Вязова"], 3, []),
    (["Гимназия № 3 им. А.С. Пушкина", "Лицей им. А.С. Пушкина"], 2, []),
    (["Гимназия № 3 им. А.С. Пушкина", "Гимназия им. П.И. Пушкина"], 2, []),
    (["Лесногорский ДДТ", "Боровский ДДТ", "ДДТ"], 2, []),
    (["Боровский ДДТ", "ДДТ"], 2, []),
    (["ЦРБ", "Кедровская ЦРБ", "Боровская ЦРБ"], 3, ["legal_form"]),
    (["ЦРБ", "Областная ЦРБ"], 2, []),
    (["детский сад «Тополёк» с. Липовка", "детский сад «Тополёк» д. Ключи"], 2, []),
    (["детский сад «Тополёк» с. Липовка", "д/с «Тополёк» д. Ключи", "д/с «Тополёк»"], 3, ["legal_form"]),
    (["ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»"], 2, ["legal_form"]),
    (["ГАОУ ДПО СО «ИРО»", "ГАОУ ДПО Пермского края «ИРО»"], 2, ["legal_form"]),
    # two units of one police; one unit by two spellings is asked
    (["ОГИБДД МО МВД России «Боровский»", "ПДН МО МВД России «Боровский»"], 2, []),
    (["ОГИБДД МО МВД России «Боровский»", "ГИБДД МО МВД России «Боровский»"], 2, ["legal_form"]),
    ([CENTRE, "МБУ ДО «Центр детского творчества»"], 2, []),
    ([CENTRE, "МАУ ДО «ЦДО»"], 2, ["legal_form"]),
    # a ministry of «области»: the one of the order's region, or asked
    (["Министерство образования Залесской области", "Министерство образования области"], 1, []),
    (["Министерство образования и науки Залесской области", "Министерство образования области"], 2, ["legal_form"]),
    (["Департамент образования области", "Департамент образования"], 2, []),
    (["администрация Средней школы № 2", "администрация Средней школы № 20"], 2, []),
    (["администрация Лицея № 9", "администрация Гимназии № 9"], 2, []),
]


@pytest.mark.parametrize(("cells", "count", "asked"), APART)
def test_what_must_stay_apart(cells: list[str], count: int, asked: list[str]) -> None:
    order = order_of(*cells)
    assert len(order.organizations) == count
    assert [kind for kind in question_kinds(order) if kind in ("legal_form", "similar_organizations")] == asked


@pytest.mark.parametrize(
    "cells",
    [
        ("Гимназия им. Вязова", "Гимназия им. А.К. Вязова", "Гимназия им. П.И. Вязова"),
        ("Гимназия им. Вязова", "Гимназия № 3 им. А.К. Вязова", "Гимназия № 5 им. П.И. Вязова"),
        ("школа им. Вязова", "Гимназия им. А.К. Вязова"),
    ],
)
def test_of_two_schools_of_one_name_it_is_asked_which(cells: tuple[str, ...]) -> None:
    order = order_of(*cells)
    (question,) = order.questions
    assert question.kind == "school_type"
    assert question.measures == (1,)


def test_a_correctional_school_is_in_no_row_with_others() -> None:
    adapted = "ГБОУ СО «Озёрская школа № 2, реализующая адаптированные основные общеобразовательные программы»"
    assert question_kinds(order_of(adapted, "Средняя школа № 2")) == []
    assert question_kinds(order_of("Озёрская школа № 2", "Средняя школа № 2")) == ["school_type"]


@pytest.mark.parametrize("cell", ["МКУ «КО»", "КО", "методист КО"])
def test_letters_of_an_issuer_with_a_legal_form(cell: str) -> None:
    issuer = "МКУ «Комитет по образованию Лесного района»"
    raw = make_order([("", "постоянно", "МКУ «КО»"), ("", "постоянно", cell)])
    order = normalize_order(replace(raw, head=replace(raw.head, issuer=issuer, territory="Лесной район")), Knowledge())
    assert resolved(order, order.measures[1]).endswith(f"@ {issuer}")


IRO, MINISTRY = "ГАОУ ДПО СО «ИРО»", "Министерство образования и молодёжной политики Свердловской области"
CENTRE_KNOWN = Organization(KEY, CENTRE, "center")


def body(name: str) -> Organization:
    return Organization(organization_key(name), name, organization_kind(name))


KNOWN = [
    # (known from other orders, printed, what it means)
    (CENTRE, "методисты Центра дополнительного образования", f"методисты @ {CENTRE}"),
    (CENTRE, "муниципальный Центр дополнительного образования", f"@ {CENTRE}"),
    (CENTRE, f"Муниципальное бюджетное учреждение дополнительного образования {CENTRE[7:]}", f"@ {CENTRE}"),
    (CENTRE, "МБУ ДО «ЦДО»", f"@ {CENTRE}"),
    (CENTRE, "МБУ ДО «Центр доп. образования»", f"@ {CENTRE}"),
    (CENTRE, f"{CENTRE} г. Лесногорска", f"@ {CENTRE}"),
    (IRO, "ГАОУ ДПО СО «Институт развития образования»", f"@ {IRO}"),
    (IRO, "ГАОУ ДПО СО «Институт развития образования Свердловской области»", f"@ {IRO}"),
    (IRO, "Институт развития образования", f"@ {IRO}"),
    (IRO, "Институт развития образования Свердловской области", f"@ {IRO}"),
    (MINISTRY, "Министерство образования и молодежной политики", f"@ {MINISTRY}"),
    ("Управление образования", "Управление образования города", "@ Управление образования"),
    ("Управление образования", "Управление образования г. Лесногорска", "@ Управление образования"),
    ("Управление образования", "ОМС «Управление образования»", "@ Управление образования"),
]


@pytest.mark.parametrize(("known", "printed", "expected"), KNOWN)
def test_meaning_that_another_order_knows(known: str, printed: str, expected: str) -> None:
    order = order_of(printed, known=knowing(body(known), signed=BEFORE))
    assert lines(order) == [expected]
    assert order.questions == ()


def test_letters_of_a_known_school() -> None:
    school = Organization("school|нижне лесная гимназия", "Нижне-Лесная гимназия", "school", school_type="гимназия")
    assert lines(order_of("МАОУ «НЛГ»", known=knowing(school, signed=AFTER))) == ["@ Нижне-Лесная гимназия"]
    assert lines(order_of("МАУ «НЛГ»", known=knowing(school))) == ["@ МАУ «НЛГ»"]
    lettered = knowing(body("МАОУ «НЛГ»"), signed=BEFORE)
    assert lines(order_of("учителя Нижне-Лесной гимназии", known=lettered)) == ["учителя # Нижне-Лесная гимназия"]


def test_a_name_without_a_form_takes_the_known_one_of_two_that_the_order_prints() -> None:
    cells = (CENTRE, "МАУ ДО «Центр дополнительного образования»", "Центр дополнительного образования")
    order = order_of(*cells, known=knowing(CENTRE_KNOWN, signed=BEFORE))
    assert lines(order)[2] == f"@ {CENTRE}"
    assert [(one.kind, one.measures) for one in order.questions] == [("legal_form", (2,))]
    assert [one.kind for one in order_of(*cells).questions] == ["legal_form", "legal_form"]


APART_FROM_KNOWN = [
    # (known from other orders, printed, kinds of questions)
    ("Управление образования", "Управление культуры", []),
    ("Управление образования", "Управление образования Сосновского района", []),
    (CENTRE, "Центр дополнительного образования детей «Радуга»", []),
    ("МБДОУ «Тополёк»", "МБДОУ «Ласточка»", []),
    ("МБДОУ «Детский сад «Тополёк»»", "МБДОУ «Детский сад «Ласточка»»", []),
    ("МАУ ДО «Центр дополнительного образования»", CENTRE, ["legal_form"]),
    (IRO, "ГАОУ ДПО «ИРО»", ["legal_form"]),
    (MINISTRY, "Министерство образования Свердловской области", ["legal_form"]),
    (MINISTRY, "Минобразования Свердловской области", ["legal_form"]),
    (MINISTRY, "Министерство образования и молодёжной политики Тверской области", []),
]


@pytest.mark.parametrize(("known", "printed", "asked"), APART_FROM_KNOWN)
def test_what_must_stay_apart_from_the_known(known: str, printed: str, asked: list[str]) -> None:
    order = order_of(printed, known=knowing(body(known), signed=BEFORE))
    assert [one.name for one in order.organizations] == [body(printed).name]
    assert question_kinds(order) == asked


def test_a_name_that_may_be_two_known_ones_is_asked() -> None:
    known = knowing(CENTRE_KNOWN, body("МАУ «Центр дополнительного образования»"), signed=BEFORE)
    order = order_of("методисты Центра дополнительного образования", known=known)
    assert [question.key for question in order.questions] == ["organization|org|центр дополнительного образования"]
    assert [one.label for one in order.questions[0].candidates] == [
        "МАУ «Центр дополнительного образования»", CENTRE, "Центр дополнительного образования",
    ]  # fmt: skip


def test_a_later_order_undoes_nothing() -> None:
    """«МАУ ДО …» of the next year is asked about there; a slip stays a slip, whatever else has that name."""
    others = [f"{CENTRE} г. Лесногорска", "МАУ ДО «Центр дополнительного образования»", "МБУДО «ЦДО»"]
    known = knowing(*(body(name) for name in others), signed=AFTER)
    order = order_of(CENTRE, "МБУ ДО «Центр ополнительного образования»", "методисты ЦДО", known=known)
    assert {party.organization for measure in order.measures for party in measure.parties} == {KEY}
    assert order.questions == ()


def test_own_names_are_the_orders_own_word() -> None:
    order = order_of(
        CENTRE, "МБУ ДО «Центр ополнительного образования»", "руководители школ №№ 2, 7", "директор СОШ № 7",
        "ГАОУ ДПО СО «ИРО»", "ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»",
        known=knowing(Organization("school|средняя|2", "Средняя школа № 2", "school", "2", "средняя")),
    )  # fmt: skip
    assert {one.organization.name: one.sure for one in order.own_names} == {
        CENTRE: True, "Школа № 2": False, "Школа № 7": False, "Средняя школа № 7": True,
        "ГАОУ ДПО СО «ИРО»": True, "ГАОУ ДО СО «ИРО»": False,
    }  # fmt: skip


def school(type_: str, number: str = "39") -> Organization:
    return Organization(school_key(type_, number, None), school_name(type_, number, None), "school", number, type_)


ACROSS = [
    # (types known from earlier orders, printed, what it means, asked)
    (["основная"], "директор СОШ № 39", "директор # Основная школа № 39", True),
    (["лицей"], "директор СОШ № 39", "директор # Лицей № 39", True),
    (["основная"], "директор ООШ № 39", "директор # Основная школа № 39", False),
    (["основная"], "директор школы № 39", "директор # Основная школа № 39", False),
    # two institutions of one number
    (["лицей", "средняя"], "директор СОШ № 39", "директор # Средняя школа № 39", False),
    (["лицей", "средняя"], "директор школы № 39", "директор # Школа № 39", True),
    (["средняя"], "директор школы-интерната № 39", "директор # Школа-интернат № 39", False),
    (["школа-интернат"], "директор СОШ № 39", "директор # Средняя школа № 39", False),
    (["школа-интернат", "средняя"], "директор школы № 39", "директор # Школа № 39", True),
]


@pytest.mark.parametrize(("types", "printed", "expected", "asked"), ACROSS)
def test_type_of_a_number_across_orders(types: list[str], printed: str, expected: str, asked: bool) -> None:
    order = order_of(printed, known=knowing(*map(school, types), signed=BEFORE))
    assert lines(order) == [expected]
    assert ("school_type" in question_kinds(order)) is asked


def test_a_later_order_changes_no_type() -> None:
    order = order_of("директор ООШ № 39", "руководители школ №№ 39, 40", known=knowing(school("средняя"), signed=AFTER))
    assert lines(order)[0] == "директор # Основная школа № 39"
    assert "school_type" not in question_kinds(order)


def test_a_number_without_a_type_is_in_doubt_with_its_type() -> None:
    order = order_of("директор СОШ № 39", "школы №№ 2, 39", known=knowing(school("основная"), signed=BEFORE))
    (question,) = [one for one in order.questions if one.kind == "school_type"]
    assert question.measures == (1, 2)
    assert lines(order)[1] == "# Школа № 2; # Основная школа № 39"


def test_a_person_says_that_the_school_is_another() -> None:
    known = replace(
        knowing(school("основная"), signed=BEFORE),
        decisions=(Decision("same", "school_type|school|средняя|39", "school|средняя|39"),),
    )
    order = order_of("директор СОШ № 39", "школы №№ 2, 39", known=known)
    assert lines(order) == ["директор # Средняя школа № 39", "# Школа № 2; # Средняя школа № 39"]
    assert "school_type" not in question_kinds(order)


BESIDE = [
    # (cell, what it means, asked): nobody lists one school twice
    ("директора школ №№ 2-3, лицея № 3", "директора # Школа № 2; директора # Школа № 3; директора # Лицей № 3", True),
    ("лицей № 3, школы №№ 2, 3", "# Лицей № 3; # Школа № 2; # Школа № 3", True),
    ("школа № 3 (лицей № 3)", "# Лицей № 3; # Лицей № 3", False),
    ("лицей № 3⏎школы № 2, 3", "# Лицей № 3; # Школа № 2; # Лицей № 3", False),
]


@pytest.mark.parametrize(("cell", "expected", "asked"), BESIDE)
def test_a_number_beside_a_typed_school_of_it_is_asked(cell: str, expected: str, asked: bool) -> None:
    order = order_of(cell)
    assert lines(order) == [expected]
    assert ("school_type" in question_kinds(order)) is asked


def test_a_person_says_that_the_number_beside_is_a_school_of_its_own() -> None:
    said = (Decision("new", "school_type|school||3", "school||3"),)
    order = order_of("лицей № 3, школы №№ 2, 3", decisions=said)
    assert lines(order) == ["# Лицей № 3; # Школа № 2; # Школа № 3"]
    assert "school_type" not in question_kinds(order)


def test_slip_of_a_school_type_is_read_as_the_other_and_asked() -> None:
    order = order_of(*["директор Основной школы № 39"] * 3, "директор Средней школы № 39")
    assert lines(order) == ["директор # Основная школа № 39"] * 4
    (question,) = [question for question in order.questions if question.kind == "school_type"]
    assert (question.measures, [one.answer for one in question.candidates]) == (
        (4,), ["school|основная|39", "school|средняя|39"],
    )  # fmt: skip


def test_spellings_of_an_organization_are_its_aliases() -> None:
    order = order_of(CENTRE, "МБУ ДО «Центр ополнительного образования»")
    assert [(one.name, one.aliases) for one in order.organizations] == [
        (CENTRE, ("МБУ ДО «Центр ополнительного образования»",))
    ]


def test_rule_says_why() -> None:
    order = order_of(
        "директор Лицея № 9", "администрация школы № 9", CENTRE, "МБУ ДО «Центр ополнительного образования»"
    )
    rules = [measure.parties[0].rule for measure in order.measures]
    assert (rules[1], rules[3]) == ("type by the number", "one letter lost")


REGISTRY = Organization(KEY, CENTRE, "center")
SCHOOL = Organization("school|средняя|60", "Средняя школа № 60", "school", "60", "средняя")


def test_alias_of_the_registry() -> None:
    known = knowing(REGISTRY, aliases=(Alias("цдо", KEY, "registry"),))
    assert lines(order_of("методисты ЦДО", known=known)) == [f"методисты @ {CENTRE}"]


def test_two_meanings_of_one_alias_explain_nothing() -> None:
    other = Organization("org|мау центр детского отдыха", "МАУ «Центр детского отдыха»", "center")
    aliases = (Alias("цдо", KEY, "order"), Alias("цдо", other.key, "order"))
    known = knowing(REGISTRY, other, aliases=aliases)
    assert lines(order_of("методисты ЦДО", known=known)) == ["методисты @ ЦДО"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_persons_word_goes_before_what_orders_prove(turned: bool) -> None:
    other = Organization("org|мау центр детского отдыха", "МАУ «Центр детского отдыха»", "center")
    aliases = (Alias("цдо", KEY, "order"), Alias("цдо", other.key, "decision"))
    known = knowing(REGISTRY, other, aliases=aliases[::-1] if turned else aliases)
    assert lines(order_of("методисты ЦДО", known=known)) == ["методисты @ МАУ «Центр детского отдыха»"]


def test_type_of_a_known_school() -> None:
    known = knowing(SCHOOL)
    assert lines(order_of("руководители школ №№ 60, 61", known=known)) == [
        "руководители # Средняя школа № 60; руководители # Школа № 61"
    ]


def test_known_organization_with_another_legal_form_is_asked() -> None:
    known = knowing(Organization("org|гаоу дпо со иро", "ГАОУ ДПО СО «ИРО»", "institute"))
    assert question_kinds(order_of("ГАОУ ДО СО «ИРО»", known=known)) == ["legal_form"]


def test_letters_of_a_known_organization_with_another_legal_form_are_asked() -> None:
    known = knowing(Organization(KEY, CENTRE, "center"))
    assert question_kinds(order_of("методисты МАУ ДО «ЦДО»", known=known)) == ["legal_form"]
    assert lines(order_of("методисты МБУ ДО «ЦДО»", known=known)) == [f"методисты @ {CENTRE}"]


@pytest.mark.parametrize("place", ["города Лесногорска-Уральского", "Лесногорск-Уральского городского округа"])
@pytest.mark.parametrize(("home", "asked"), [("Лесногорск-Уральский", []), ("Управление образования", ["legal_form"])])
def test_a_town_behind_the_issuer_is_its_own_or_asked(place: str, home: str, asked: list[str]) -> None:
    known = replace(knowing(body("Управление образования"), signed=BEFORE), territory=home)
    order = order_of(f"Управление образования {place}", known=known)
    assert question_kinds(order) == asked
    assert asked or lines(order) == ["@ Управление образования"]
