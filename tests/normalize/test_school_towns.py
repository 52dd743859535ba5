"""Schools of towns and villages over a whole order: one number in two towns, a name of a place without its type."""

import pytest

from normalize.model import Knowledge, Organization
from normalize.names.home_towns import relation_to_home
from normalize.names.school_towns import read_place
from normalize.order import normalize_order
from tests.normalize.notation import resolved
from tests.normalize.orders import AFTER, BEFORE, knowing, make_order, order_of

CELLS = [
    # cells of an order, then what each says; «?» for a question of its row
    (
        ["МБОУ СОШ № 3 г. Алапаевска, МАОУ СОШ № 3 г. Реж", "директора СОШ №№ 3, 7", "школа № 3 города Режа"],
        [
            "# Средняя школа № 3 г. Алапаевск; # Средняя школа № 3 г. Реж",
            "директора # Средняя школа № 3; директора # Средняя школа № 7 ?",
            "# Средняя школа № 3 г. Реж",
        ],
    ),
    # only a genitive of which no other nominative is possible
    (
        ["СОШ № 3 г. Каменска-Уральского, СОШ № 3 г. Ставрополя, СОШ № 3 г. Волгограда, СОШ № 3 с. Липовки"],
        [
            "# Средняя школа № 3 г. Каменск-Уральский; # Средняя школа № 3 г. Ставрополь; "
            "# Средняя школа № 3 г. Волгоград; # Средняя школа № 3 с. Липовки"
        ],
    ),
    (
        ["МБОУ СОШ № 1 п. Берёзовка, МБОУ СОШ № 1 с. Лесное", "СОШ № 1 (с. Лесного), СОШ № 1 пос. Берёзовка"],
        [
            "# Средняя школа № 1 п. Берёзовка; # Средняя школа № 1 с. Лесное",
            "# Средняя школа № 1 с. Лесное; # Средняя школа № 1 п. Берёзовка",
        ],
    ),
    (
        ["МКОУ «СОШ № 1 с. Лесное», МКОУ «СОШ № 1 с. Луговое»", "МКОУ «СОШ № 1 им. Героя Вязова с. Лесного»"],
        ["# Средняя школа № 1 с. Лесное; # Средняя школа № 1 с. Луговое", "# Средняя школа № 1 с. Лесное"],
    ),
    # the order's own town, in any case, says nothing; one other town does, and a number without one is the own town's
    (
        ["СОШ № 3 г. Лесногорска", "директор СОШ № 3", "СОШ № 3 города Лесногорск"],
        ["# Средняя школа № 3", "директор # Средняя школа № 3", "# Средняя школа № 3"],
    ),
    (["СОШ № 3 г. Реж", "директор СОШ № 3"], ["# Средняя школа № 3 г. Реж", "директор # Средняя школа № 3"]),
    (
        ["СОШ № 3 г. Лесногорска, СОШ № 3 г. Режа", "директор СОШ № 3", "Школа № 3 (г. Реж) Вязов А.К."],
        [
            "# Средняя школа № 3; # Средняя школа № 3 г. Реж",
            "директор # Средняя школа № 3",
            None,
        ],
    ),
    (
        ["учитель МБОУ СОШ № 5 г. Перми Котов А.А.", "Лицей «Олимп» г. Перми", "Лицей «Олимп»"],
        ["<Котов А.А.> учитель @ Средняя школа № 5 г. Пермь", "# Лицей «Олимп» г. Пермь", "# Лицей «Олимп»"],
    ),
    (
        ["Детский сад № 4 г. Перми", "Детский сад № 4", "МБДОУ № 5 г. Лесногорска"],
        ["@ Детский сад № 4 г. Пермь", "@ Детский сад № 4", "@ Детский сад № 5"],
    ),
    # a town of Russia, whatever its genitive; one that is none, or of two: as printed
    (
        ["СОШ № 5 г. Ржева, СОШ № 6 г. Набережных Челнов", "СОШ № 5 г. Режевки, СОШ № 6 г. Печоры"],
        [
            "# Средняя школа № 5 г. Ржев; # Средняя школа № 6 г. Набережные Челны",
            "# Средняя школа № 5 г. Режевки; # Средняя школа № 6 г. Печоры",
        ],
    ),
    (["Гимназия г. Перми, гимназия г. Пермь"], ["# Гимназия г. Пермь; # Гимназия г. Пермь"]),
    (["МБОУ СОШ № 4 с. Петровка"], ["# Средняя школа № 4"]),  # a village of the town's territory
    (
        ["СОШ № 3 г. Елец, школа № 3 г. Ельца"],
        ["# Средняя школа № 3 г. Елец; # Средняя школа № 3 г. Елец"],
    ),
    (
        ["Лицей № 3 г. Реж, Гимназия № 3 г. Клин", "школа № 3"],
        ["# Лицей № 3 г. Реж; # Гимназия № 3 г. Клин", "# Школа № 3 ?"],
    ),
    (["МБОУ СШ «Арктика»", "педагоги СШ «Арктика»"], ["# СШ «Арктика»", "педагоги @ СШ «Арктика»"]),
    # settlements of any kind; a rural settlement and its village are one place
    (
        ["СОШ № 2 с.п. Заюк; СОШ № 2 с. п. Верхний Акташ", "СОШ № 2 с. Заюк", "СОШ № 2 села Верхний Акташ"],
        [
            "# Средняя школа № 2 с. Заюк; # Средняя школа № 2 с. Верхний Акташ",
            "# Средняя школа № 2 с. Заюк",
            "# Средняя школа № 2 с. Верхний Акташ",
        ],
    ),
    (
        ["СОШ № 5 а. Чабаз-Аул (Тлихов Р.Х.), СОШ № 5 ст-цы Озёрной", "СОШ № 5 пгт Лесной", "СОШ № 5 г.п. Лесной"],
        [
            "# Средняя школа № 5 аул Чабаз-Аул; <Тлихов Р.Х.> @ Средняя школа № 5 аул Чабаз-Аул; "
            "# Средняя школа № 5 ст. Озёрной",
            "# Средняя школа № 5 пгт Лесной",
            "# Средняя школа № 5 г.п. Лесной",
        ],
    ),
    # a further number with a village of its own
    (
        ["директора СОШ №№ 1, 2 с.п. Заюк, № 1 с. Атажу"],
        [
            "директора # Средняя школа № 1 с.п. Заюк; директора # Средняя школа № 2; "
            "директора # Средняя школа № 1 с. Атажу"
        ],
    ),
    # schools by name, told apart by their districts
    (
        ["МКОУ «Ивановская СОШ» Кленовского района; МКОУ «Ивановская СОШ» Озёрного района", "Ивановская СОШ"],
        ["# Ивановская СОШ Кленовского района; # Ивановская СОШ Озёрного района", "# Ивановская СОШ ?"],
    ),
    (
        ["СОШ № 5 Кленовского района, СОШ № 5 Озёрного района"],
        ["# Средняя школа № 5 Кленовского района; # Средняя школа № 5 Озёрного района"],
    ),
    (["МКОУ «Ивановская СОШ» Кленовского района", "Ивановская СОШ"], ["# Ивановская СОШ", "# Ивановская СОШ"]),
    # a name of a place has one school
    (
        ["МБОУ «Берёзовская СОШ», Вознесенская ООШ", "школы: Берёзовская и Вознесенская", "учителя Берёзовской школы"],
        ["# Берёзовская СОШ; # Вознесенская ООШ", None, "учителя # Берёзовская СОШ"],
    ),
    (["Берёзовская СОШ", "Берёзовская средняя школа"], ["# Берёзовская СОШ", "# Берёзовская СОШ"]),
    (["Берёзовская СОШ № 1", "Берёзовская школа"], ["# Берёзовская СОШ № 1", "# Берёзовская школа"]),
    (
        ["Берёзовская СОШ, Берёзовская НОШ", "Берёзовская школа"],
        ["# Берёзовская СОШ; # Берёзовская НОШ", "# Берёзовская школа ?"],
    ),
]


@pytest.mark.parametrize(("cells", "expected"), CELLS)
def test_schools_of_an_order(cells: list[str], expected: list[str | None]) -> None:
    order = order_of(*cells)
    asked = {position for question in order.questions for position in question.measures}
    lines = [resolved(order, one) + " ?" * (one.position in asked) for one in order.measures]
    assert [line for line, wanted in zip(lines, expected, strict=True) if wanted is not None] == [
        wanted for wanted in expected if wanted is not None
    ]


REGIONAL = [
    (["директор СОШ № 5 г. Луговск"], ["директор # Средняя школа № 5 г. Луговск"]),
    (["МКОУ «Ивановская СОШ» Озёрного района"], ["# Ивановская СОШ Озёрного района"]),
    (["Лицей № 4"], ["# Лицей № 4"]),
]


@pytest.mark.parametrize(("cells", "expected"), REGIONAL)
def test_schools_of_a_regions_order(cells: list[str], expected: list[str]) -> None:
    order = order_of(*cells, known=Knowledge(territory="Заозёрская область"))
    assert [resolved(order, one) for one in order.measures] == expected


DISTRICTS = [
    (["СОШ № 4 г. Лыскова", "СОШ № 4"], ["# Средняя школа № 4", "# Средняя школа № 4"]),
    (["СОШ № 4 г. Перми", "СОШ № 4"], ["# Средняя школа № 4 г. Пермь ?", "# Средняя школа № 4"]),
    (["СОШ № 4 Кстовского района"], ["# Средняя школа № 4 Кстовского района"]),
    (["СОШ № 4 Лысковского муниципального района"], ["# Средняя школа № 4"]),
]


@pytest.mark.parametrize(("cells", "expected"), DISTRICTS)
def test_schools_of_a_districts_order(cells: list[str], expected: list[str]) -> None:
    """A district may have a second town: it is asked."""
    order = order_of(*cells, known=Knowledge(territory="Лысковский муниципальный район"))
    asked = {position for question in order.questions for position in question.measures}
    assert [resolved(order, one) + " ?" * (one.position in asked) for one in order.measures] == expected


HOMES = [
    ("г. Ельца", "г. Елец", "own"),
    ("города Елец", "Елецкий район", "own"),
    ("г. Набережных Челнов", "г. Набережные Челны", "own"),
    ("г. Каменска-Уральского", "Каменск-Уральский городской округ", "own"),
    ("г. Нижние Серги", "Нижнесергинский муниципальный район", "own"),
    ("г. Городца", "Городецкий район", "own"),
    ("г. Сухой Лог", "городской округ Сухой Лог", "own"),
    ("г. Серова", "г. Саров", "other"),
    ("г. Каменска-Шахтинского", "г. Каменск-Уральский", "other"),
    ("г. Перми", "с. Липовка", "other"),
    ("г. Михайловск", "Нижнесергинский муниципальный район", "unsure"),
    ("г. Перми", "Управление образования", "unknown"),
    ("с. Петровка", "г. Лесной", "unknown"),
]


@pytest.mark.parametrize(("printed", "home", "relation"), HOMES)
def test_whose_town_a_school_is_of(printed: str, home: str, relation: str) -> None:
    assert relation_to_home(printed, home) == relation


# (measure, responsible cell, schools of the measure, the cell)
ROWS = [
    (
        "Проверка школ №№ 1, 4 г. Луговск",
        "Директора школ №№ 1, 4",
        "# Школа № 1 г. Луговск; # Школа № 4 г. Луговск",
        "директора # Школа № 1 г. Луговск; директора # Школа № 4 г. Луговск",
    ),
    (
        "Выезды в школы г. Луговска (№ 1, 4)",
        "СОШ № 4",
        "# Школа № 1 г. Луговск; # Средняя школа № 4 г. Луговск",
        "# Средняя школа № 4 г. Луговск",
    ),
    (
        "Семинар в Лицее № 5",
        "директор Лицея № 5 г. Луговск",
        "# Лицей № 5 г. Луговск",
        "директор # Лицей № 5 г. Луговск",
    ),
    # another type, two towns: asked
    ("Семинар в Лицее № 5 г. Луговск", "СОШ № 5", "# Лицей № 5 г. Луговск", "# Средняя школа № 5 ?"),
    (
        "Выезды в школы № 5 г. Луговск, № 5 г. Реж",
        "СОШ № 5",
        "# Школа № 5 г. Луговск; # Школа № 5 г. Реж",
        "# Средняя школа № 5 ?",
    ),
]


@pytest.mark.parametrize(("measure", "cell", "in_measure", "expected"), ROWS)
def test_a_town_of_the_same_row(measure: str, cell: str, in_measure: str, expected: str) -> None:
    order = normalize_order(make_order([(measure, "", cell)]), Knowledge(territory="Заозёрская область"))
    (row,) = order.measures
    asked = " ?" * any(question.kind == "school_type" for question in order.questions)
    assert (resolved(order, row, "measure"), resolved(order, row) + asked) == (in_measure, expected)


# (measures, schools of the last one): a name behind numbers is a school that the order prints whole
BEHIND_NUMBERS = [
    (("Открытие в Ключевской СОШ", "Уроки для школ № 1, 2 и Ключевской"), "# Школа № 1; # Школа № 2; # Ключевская СОШ"),
    (("Открытие в Ключевской СОШ", "Уроки для школ № 1, Ключевской"), "# Школа № 1; # Ключевская СОШ"),
    (("Открытие в Ключевской СОШ", "Уроки для школ № 1, 2 и Ключевской библиотеки"), "# Школа № 1; # Школа № 2"),
    (("Открытие", "Уроки для школ № 1, 2 и Ключевской"), "# Школа № 1; # Школа № 2"),
]


@pytest.mark.parametrize(("texts", "expected"), BEHIND_NUMBERS)
def test_names_behind_numbers_in_a_measure(texts: tuple[str, ...], expected: str) -> None:
    order = normalize_order(make_order([(text, "", "ЦДО") for text in texts]), Knowledge())
    assert resolved(order, order.measures[-1], "measure") == expected


def test_a_number_without_its_town_is_asked_with_the_towns_schools() -> None:
    (question,) = order_of("СОШ № 3 г. Реж, СОШ № 3 г. Клин", "СОШ № 3").questions
    assert (question.kind, question.measures) == ("school_type", (2,))
    assert [one.answer for one in question.candidates] == [
        "school|средняя школа № 3 г клин",
        "school|средняя школа № 3 г реж",
        "school|средняя|3",
    ]


def village(name: str, type_: str) -> Organization:
    return Organization(f"school|{name.lower()}", name, "school", school_type=type_)


def test_a_school_of_a_place_is_known_from_other_orders() -> None:
    known = village("Ольховская СОШ", "средняя")
    for signed in (BEFORE, AFTER):
        order = order_of("директор Ольховской школы", known=knowing(known, signed=signed))
        assert resolved(order, order.measures[0]) == "директор # Ольховская СОШ"
        assert order.questions == ()
    both = knowing(known, village("Ольховская ООШ", "основная"), signed=BEFORE)
    (question,) = order_of("директор Ольховской школы", known=both).questions
    assert question.kind == "school_type"


def test_a_town_is_known_from_other_orders_in_any_case() -> None:
    known = Organization("school|средняя школа № 3 г реж", "Средняя школа № 3 г. Реж", "school", "3", "средняя")
    order = order_of("СОШ № 3 г. Режа, СОШ № 3 г. Клина", known=knowing(known, signed=BEFORE))
    assert resolved(order, order.measures[0]) == "# Средняя школа № 3 г. Реж; # Средняя школа № 3 г. Клин"


def test_a_directors_other_post_is_asked_though_his_school_is_settled() -> None:
    order = order_of("Директор Берёзовской школы Вязов П.П.", "Берёзовская СОШ", "Вязов П.П., заведующий сектором")
    assert [question.kind for question in order.questions] == ["title_order"]


PLACES = [
    ("г. Алапаевск", "города Алапаевска", True),
    ("с. Лесное", "села Лесного", True),
    ("п. Лесной", "с. Лесное", False),
    ("пос. Берёзовка", "посёлка Березовки", True),
    ("г. Елец", "г. Ельца", True),
    ("г. Каменск-Уральский", "г. Каменска-Уральского", True),
    ("с. Ключи", "с. Клин", False),
    ("р.п. Верхние Серги", "р. п. Верхние Серги", True),
    ("г. Реж", "г. Ревда", False),
    ("Залесского МР", "Залесского района", True),
    ("Залесского МР", "Залесского муниципального района", True),
    ("Залесского МО", "Залесского муниципального округа", True),
    ("Залесского ГО", "Залесского района", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PLACES)
def test_towns_in_other_cases(one: str, other: str, same: bool) -> None:
    assert (read_place(one)[0] == read_place(other)[0]) is same
