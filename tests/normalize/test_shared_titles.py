"""A plural title behind several names, against what the order says of them elsewhere."""

import pytest

from normalize.fold import fold
from normalize.model import Decision, Order
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import order_of, question_kinds

METHODISTS = "Вязова М.В., Лосева М.В., методисты МБУ ДО «Центр дополнительного образования»"


def asked(order: Order) -> list[str]:
    return [question.text for question in order.questions if question.kind == "shared_title"]


@pytest.mark.parametrize(
    ("elsewhere", "count"),
    [
        ("Вязова М.В., ведущий специалист Управления образования", 1),
        ("Лосева М.В., директор СОШ № 7", 1),
        ("Вязова М.В., методист МБУ ДО «Центр дополнительного образования»", 0),
        ("Вязова М.В.", 0),
        ("Вязов А.К., директор СОШ № 7", 0),
        ("Вязова М.В., методист 1 категории МБУ ДО «Центр дополнительного образования»", 0),
    ],
)
def test_it_is_asked_where_somebody_has_another_post(elsewhere: str, count: int) -> None:
    order = order_of(METHODISTS, elsewhere)
    assert len(asked(order)) == count


HEADS = ("Вязова М.В., директор СОШ № 5", "Лосева М.В., заместитель директора СОШ № 5 по ВР")


@pytest.mark.parametrize(
    ("cell", "elsewhere", "others"),
    [
        ("Вязова М.В., Лосева М.В., учителя", HEADS, "учителя"),
        ("Вязова М.В., Лосева М.В., классные руководители", HEADS, "классные руководители"),
        ("Вязова М.В., Лосева М.В., специалисты", HEADS, "специалисты"),
        # whom the order does not show at the head of a body, or not all of them
        ("Вязова М.В., Лосева М.В., классные руководители", HEADS[:1], None),
        ("Вязова М.В., Лосева М.В., учителя", ("Вязова М.В., библиотекарь", "Лосева М.В., руководитель ШМО"), None),
        ("Вязова М.В., Лосева М.В. классные руководители", HEADS, None),
    ],
)
def test_heads_and_their_deputies_are_beside_the_title(
    cell: str, elsewhere: tuple[str, ...], others: str | None
) -> None:
    order = order_of(cell, *elsewhere)
    assert bool(asked(order)) == (others is None)
    if others is not None:
        assert resolved(order, order.measures[0]).split("; ") == ["<Вязова М.В.>", "<Лосева М.В.>", others]


def test_an_abbreviated_title_is_not_given_to_whom_the_order_shows_in_another_post() -> None:
    order = order_of("Зам. директора по ВР Носик С.С., Хомич Ю.В.", "Хомич Ю.В., преподаватель-организатор ОБЖ")
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР", None]
    assert len(asked(order)) == 1


def test_an_abbreviated_title_is_proposed_to_both_where_nothing_speaks_against_it() -> None:
    order = order_of("Зам. директора по ВР Носик С.С., Хомич Ю.В.")
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР"] * 2


def test_a_clerk_may_say_that_the_abbreviated_title_is_of_both() -> None:
    cells = ("Зам. директора по ВР Носик С.С., Хомич Ю.В.", "Хомич Ю.В., преподаватель-организатор ОБЖ")
    question = next(one for one in order_of(*cells).questions if one.kind == "shared_title")
    order = order_of(*cells, decisions=(Decision("same", question.key, "названные люди"),))
    assert [party.role for party in order.measures[0].parties] == ["заместитель директора по ВР"] * 2


@pytest.mark.parametrize(
    ("cell", "elsewhere", "count"),
    [
        # behind a dash, with an organization in the title, too
        ("Вязова М.В., Лосева М.В. - методисты МБУ «ЦРО»", "Вязова М.В., директор", 1),
        ("Вязова М.В., Лосева М.В. - методисты МБУ «ЦРО»", "Вязова М.В., методист", 0),
        ("Вязова М.В., Лосева М.В. – члены жюри", "Вязова М.В., директор", 0),  # she is that on top
        # a title that says one, or nothing
        ("ПДО Вязова М.В., Лосева М.В.", "Котова Т.Е.", 1),
        ("Старший методист Вязова М.В., Лосева М.В.", "Котова Т.Е.", 1),
        ("Методист Вязова М.В., Лосева М.В.", "Лосева М.В., методист", 0),
        ("Директор Вязова М.В., Лосева М.В.", "Котова Т.Е.", 0),
        ("Методист Вязова М.В.⏎Лосева М.В.", "Котова Т.Е.", 0),
        ("Методист Вязова М.В., завуч Лосева М.В.", "Котова Т.Е.", 0),
        ("Котова Т.Е., инспектор ПДН Вязова М.В., Лосева М.В.", "Сомов П.И.", 0),
        # a shorter form of her post
        ("Вязова М.В., Лосева М.В., методисты ЦДО", "Вязова М.В., старший методист", 0),
        ("Вязова М.В., Лосева М.В., старшие методисты", "Вязова М.В., методист", 0),
        # the register is her charge besides
        ("Вязова М.В., Лосева М.В., методисты ЦДО", "Администратор РИС Лосева М.В.", 0),
        # before its names it is theirs
        ("Методисты (Вязова М.В., Лосева М.В.)", "Вязова М.В., директор", 0),
        ("Методисты ЦДО Вязова М.В., Лосева М.В.", "Вязова М.В., директор", 0),
        ("Члены жюри Вязова М.В., Лосева М.В.", "Вязова М.В., директор", 0),
        # each has it in a row of her own
        ("зам. дир. по УВР Вязова М.В., Лосева М.В.", "Лосева М.В., зам. дир. по УВР", 0),
        ("зам. дир. по УВР Вязова М.В., Лосева М.В.", "Вязова М.В., зам. дир. по УВР", 1),
    ],
)
def test_of_whom_a_title_is(cell: str, elsewhere: str, count: int) -> None:
    assert len(asked(order_of(cell, elsewhere))) == count


ELSEWHERE = ("Вязова М.В., ведущий специалист УО", "Лосева М.В., завуч СОШ № 5")


@pytest.mark.parametrize(
    ("cell", "roles", "count"),
    [
        ("Вязова М.В., Лосева М.В., методисты ЦДО", [None, None, "методисты"], 0),
        ("Вязова М.В.⏎Лосева М.В.⏎методисты ЦДО", [None, None, "методисты"], 0),
        ("Вязова М.В., Лосева М.В., методисты ЦДО, директора школ", [None, None, "методисты", "директора школ"], 0),
        ("Вязова М.В., Лосева М.В., директора СОШ № 2, 7", [None, None, "директора", "директора"], 0),
        # the title is theirs, or may be
        ("Вязова М.В., Лосева М.В., члены комиссии", ["член комиссии"] * 2, 1),
        ("Вязова М.В., Лосева М.В., руководители ММО учителей физики", ["руководитель ММО учителей физики"] * 2, 1),
        ("Вязова М.В., Лосева М.В., эксперты", ["эксперт"] * 2, 1),
        ("Вязова М.В., Лосева М.В. – методисты ЦДО", ["методист"] * 2, 1),
        ("Вязова М.В., Лосева М.В., специалисты УО", ["специалист"] * 2, 1),
        ("Вязова М.В., Лосева М.В., Котов П.И., методисты ЦДО", ["методист"] * 3, 1),
        ("Котов П.И., директор СОШ № 2, Вязова М.В., Лосева М.В., методисты ЦДО", ["директор", *["методист"] * 2], 1),
        ("Методисты (Вязова М.В., Лосева М.В.)", ["методист"] * 2, 0),
        ("Методисты ЦДО Вязова М.В., Лосева М.В.", ["методист"] * 2, 0),
    ],
)
def test_where_each_has_another_post_the_title_is_others(cell: str, roles: list[str | None], count: int) -> None:
    order = order_of(cell, *ELSEWHERE)
    assert [party.role for party in order.measures[0].parties] == roles
    assert len(asked(order)) == count


UNPLACED = ("Вязова М.В., ведущий специалист", "Лосева М.В., завуч")  # of whom no row says where


@pytest.mark.parametrize(
    ("cell", "elsewhere", "roles", "count"),
    [
        ("Вязова М.В., Лосева М.В., методисты ЦДО", UNPLACED, [None, None, "методисты"], 1),
        (
            "Вязова М.В., Лосева М.В., методисты ЦДО",
            ("Вязова М.В., старший специалист ЦДО", "Лосева М.В., завуч СОШ № 5"),
            [None, None, "методисты"],
            1,
        ),
        (
            "Вязова М.В., Лосева М.В., заместители директоров по УВР",
            ("Вязова М.В., специалист УО", "Лосева М.В., директор СОШ № 5"),
            [None, None, "заместители директоров по УВР"],
            0,
        ),
        (
            "Вязова М.В., Лосева М.В., заместители директоров по УВР",
            ("Вязова М.В., специалист УО", "Лосева М.В., учитель СОШ № 5"),
            [None, None, "заместители директоров по УВР"],
            1,
        ),
    ],
)
def test_it_is_asked_unless_each_works_elsewhere(
    cell: str, elsewhere: tuple[str, ...], roles: list[str | None], count: int
) -> None:
    order = order_of(cell, *elsewhere)
    assert [party.role for party in order.measures[0].parties] == roles
    assert len(asked(order)) == count


@pytest.mark.parametrize(
    ("cell", "others"),
    [
        (
            "Вязова М.В. – МБУ «ИМЦ», Лосева М.В. – СОШ № 7, руководители ГМО",
            "<Вязова М.В.> @ МБУ «ИМЦ»; <Лосева М.В.> @ Средняя школа № 7; руководители ГМО",
        ),
        (
            "Вязова М.В. (СОШ № 2), Лосева М.В. (СОШ № 7), социальные педагоги",
            "<Вязова М.В.> @ Средняя школа № 2; <Лосева М.В.> @ Средняя школа № 7; социальные педагоги",
        ),
    ],
)
def test_a_clerk_gives_a_title_behind_placed_names_to_others(cell: str, others: str) -> None:
    question = next(one for one in order_of(cell).questions if one.kind == "shared_title")
    order = order_of(cell, decisions=(Decision("same", question.key, "кто-то ещё"),))
    assert resolved(order, order.measures[0]) == others


ZAM = "заместитель директора по ВР"


@pytest.mark.parametrize(
    ("cell", "theirs", "others"),
    [
        (
            "Вязова М.В., Лосева М.В., директора СОШ № 2, 7",
            "<Вязова М.В.> директор @ Средняя школа № 2; <Лосева М.В.> директор @ Средняя школа № 7",
            "<Вязова М.В.>; <Лосева М.В.>; директора # Средняя школа № 2; директора # Средняя школа № 7",
        ),
        (
            "Вязова М.В., Лосева М.В. (методисты МБУ «ЦРО»)",
            "<Вязова М.В.> методист @ МБУ «ЦРО»; <Лосева М.В.> методист @ МБУ «ЦРО»",
            "<Вязова М.В.>; <Лосева М.В.>; методисты @ МБУ «ЦРО»",
        ),
        (
            "Вязова М.В., Лосева М.В., методисты МБУ «ЦРО», Котов П.И., завхоз",
            "<Вязова М.В.> методист @ МБУ «ЦРО»; <Лосева М.В.> методист @ МБУ «ЦРО»; <Котов П.И.> завхоз",
            "<Вязова М.В.>; <Лосева М.В.>; методисты @ МБУ «ЦРО»; <Котов П.И.> завхоз",
        ),
        (
            "Зам. директора по ВР Вязова М.В., Лосева М.В.",
            f"<Вязова М.В.> {ZAM}; <Лосева М.В.> {ZAM}",
            f"{ZAM}; <Вязова М.В.>; <Лосева М.В.>",
        ),
        # each title by itself
        (
            "Вязова М.В., Лосева М.В., методисты МБУ «ЦРО»; Котов П.И., Сомов П.И., специалисты МБУ «ИМЦ»",
            "<Вязова М.В.> методист @ МБУ «ЦРО»; <Лосева М.В.> методист @ МБУ «ЦРО»;"
            " <Котов П.И.> специалист @ МБУ «ИМЦ»; <Сомов П.И.> специалист @ МБУ «ИМЦ»",
            "<Вязова М.В.>; <Лосева М.В.>; методисты @ МБУ «ЦРО»;"
            " <Котов П.И.> специалист @ МБУ «ИМЦ»; <Сомов П.И.> специалист @ МБУ «ИМЦ»",
        ),
        ("Методисты (Вязова М.В.)", "<Вязова М.В.> методист", "методисты; <Вязова М.В.>"),
        ("Учителя физики Вязова М.В.", "<Вязова М.В.> учитель физики", "учителя физики; <Вязова М.В.>"),
    ],
)
def test_a_clerk_says_whose_the_title_is(cell: str, theirs: str, others: str) -> None:
    question = next(one for one in order_of(cell, *UNPLACED).questions if one.kind == "shared_title")
    for answer, expected in (("названные люди", theirs), ("кто-то ещё", others)):
        order = order_of(cell, *UNPLACED, decisions=(Decision("same", question.key, answer),))
        assert resolved(order, order.measures[0]) == expected
        assert asked(order) == []


@pytest.mark.parametrize(
    ("cell", "roles", "count"),
    [
        ("Пак С.С., Гук Н.В., воспитатели", [None, None, "воспитатели"], 0),
        ("Пак С.С., Гук Н.В., учителя физики", ["учитель физики"] * 2, 1),
        ("Пак С.С., Гук Н.В., кураторы школ", ["куратор школ"] * 2, 1),
        ("Пак С.С., Лис А.А., воспитатели", ["воспитатель"] * 2, 1),
    ],
)
def test_a_post_of_the_house_is_others_than_its_heads(cell: str, roles: list[str | None], count: int) -> None:
    order = order_of(cell, "Пак С.С., директор; Гук Н.В., завуч")
    assert [party.role for party in order.measures[0].parties] == roles
    assert [one.kind for one in order.questions] == ["shared_title"] * count


OVER_SCHOOLS = [
    ("Вязова А.К., Лосев П.И., кураторы школ", "<Вязова А.К.> куратор школ; <Лосев П.И.> куратор школ ? shared_title"),
    ("Вязова А.К., Лосев П.И. – кураторы школ", "<Вязова А.К.> куратор школ; <Лосев П.И.> куратор школ"),
    ("Вязова А.К., Лосев П.И., директора школ", "<Вязова А.К.>; <Лосев П.И.>; директора школ ? shared_title"),
    ("Вязова А.К., Лосев П.И., руководители школ", "<Вязова А.К.>; <Лосев П.И.>; руководители школ ? shared_title"),
    ("Вязова А.К., Лосев П.И., руководители ОО", "<Вязова А.К.>; <Лосев П.И.>; руководители ОО"),
    ("Вязова А.К., руководители школ", "<Вязова А.К.>; руководители школ"),
    ("Вязова А.К., кураторы школ", "<Вязова А.К.>; кураторы школ"),
]


@pytest.mark.parametrize(("text", "expected"), OVER_SCHOOLS)
def test_curators_of_schools_may_be_the_named_ones(text: str, expected: str) -> None:
    assert parties(text) == expected


HEADS_OF_SCHOOLS = "Вязова А.К., Лосев П.И., руководители школ"
OF_HEADS = [
    ((HEADS_OF_SCHOOLS, "Вязова А.К., методист; Лосев П.И., методист"), []),
    ((HEADS_OF_SCHOOLS, "Вязова А.К., директор СОШ № 5; Лосев П.И., методист"), ["shared_title"]),
    ((HEADS_OF_SCHOOLS, "Вязова А.К., методист"), ["shared_title"]),
]


@pytest.mark.parametrize(("cells", "kinds"), OF_HEADS)
def test_specialists_are_no_heads_of_schools(cells: tuple[str, ...], kinds: list[str]) -> None:
    assert question_kinds(order_of(*cells)) == kinds


def test_a_person_says_who_heads_the_schools() -> None:
    key = f"shared_title|{fold(HEADS_OF_SCHOOLS)}"
    named = order_of(HEADS_OF_SCHOOLS, decisions=(Decision("same", key, "названные люди"),))
    others = order_of(HEADS_OF_SCHOOLS, decisions=(Decision("same", key, "кто-то ещё"),))
    assert [party.role for party in named.measures[0].parties] == ["руководитель школы"] * 2
    assert [party.role for party in others.measures[0].parties] == [None, None, "руководители школ"]
    assert (question_kinds(named), question_kinds(others)) == ([], [])


TWO = ("Вязова М.В., специалист Управления образования", "Лосева М.В., методист МБУ «ЦРО»")


@pytest.mark.parametrize(
    ("cell", "elsewhere", "others"),
    [
        ("Вязова М.В., Лосева М.В., педагоги-психологи", TWO, "педагоги-психологи"),
        ("Вязова М.В., Лосева М.В., руководители ШМО", TWO, "руководители ШМО"),
        ("Вязова М.В., Лосева М.В., школьные координаторы", TWO, "школьные координаторы"),
        ("Вязова М.В., Лосева М.В., директора", TWO, "директора"),
        (
            "Вязова М.В., Лосева М.В., социальные педагоги",
            ("Вязова М.В., Лосева М.В., методисты МБУ «ЦРО»",),
            "социальные педагоги",
        ),
        # what people of the town are besides, what a dash ties to them, and people of schools
        ("Вязова М.В., Лосева М.В., руководители ГМО", TWO, None),
        ("Вязова М.В., Лосева М.В., эксперты", TWO, None),
        ("Вязова М.В., Лосева М.В. – педагоги-психологи", TWO, None),
        ("Вязова М.В., Лосева М.В., педагоги-психологи", (TWO[0], "Лосева М.В., учитель СОШ № 7"), None),
        ("Вязова М.В., Лосева М.В., педагоги-психологи", TWO[:1], None),
    ],
)
def test_a_title_of_schools_is_others_than_those_who_work_elsewhere(
    cell: str, elsewhere: tuple[str, ...], others: str | None
) -> None:
    parties = order_of(cell, *elsewhere).measures[0].parties
    assert (parties[-1].role if parties[-1].kind == "group" else None) == others


def test_a_clerk_may_say_that_such_a_title_is_theirs() -> None:
    cell = "Вязова М.В., Лосева М.В., педагоги-психологи"
    [question] = [one for one in order_of(cell, *TWO).questions if one.kind == "shared_title"]
    said = Decision("same", question.key, "названные люди")
    roles = [party.role for party in order_of(cell, *TWO, decisions=(said,)).measures[0].parties]
    assert roles == ["педагог-психолог", "педагог-психолог"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Вязова М.В., специалист Управления культуры", "Лосева М.В., методист", 0),
        ("Вязова М.В., специалист Управления культуры", "Лосева М.В., директор", 1),
        ("Вязова М.В., специалист", "Лосева М.В., методист", 1),
    ],
)
def test_specialists_head_no_numbered_schools(one: str, other: str, count: int) -> None:
    order = order_of("Вязова М.В., Лосева М.В., руководители школ № 27 и № 39", one, other)
    roles = [party.role for party in order.measures[0].parties]
    assert (roles, len(asked(order))) == ([None, None, "руководители", "руководители"], count)


def test_without_a_rank_it_is_the_same_post() -> None:
    cell = "Вязова М.В., Лосева М.В. – специалисты отдела культуры"
    assert asked(order_of(cell, "Специалист 1 категории отдела культуры Лосева М.В.")) == []
    assert len(asked(order_of(cell, "Специалист отдела кадров Лосева М.В."))) == 1
