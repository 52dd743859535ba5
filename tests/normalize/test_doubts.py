"""What is asked, and what must not be: for each rule an order that makes it ask and one that does not."""

from dataclasses import replace

import pytest

from ingest.model import Explained, RawDoubt
from normalize.model import Decision, Knowledge, Sighting
from normalize.names.shared_places import WORKS_THERE
from normalize.order import normalize_order
from normalize.questions.ask import RULES
from tests.normalize.notation import resolved
from tests.normalize.orders import HEAD, make_order, order_of

ICO = "МБУ ДО «Центр дополнительного образования»"
TEN = "2, 7, 11, 14, 17, 20, 25, 27, 30, 32"
MONTHS = ["октябрь", "ноябрь", "декабрь", "январь", "февраль", "декабрь", "апрель"]

Rows = list[tuple[str, str, str]]


def cells(*responsible: str) -> Rows:
    """Measures without anything to doubt but their responsible cells."""
    return [("", "постоянно", cell) for cell in responsible]


def deadlines(*printed: str) -> Rows:
    return [("", text, "Управление образования") for text in printed]


# rule, kind of its question, an order that makes it ask, an order that does not
ASKED: list[tuple[str, str, Rows, Rows]] = [
    ("ask_empty_deadlines", "empty_deadline", deadlines("", "май"), deadlines("постоянно", "май")),
    ("ask_deadline_readings", "deadline_week", deadlines("3 неделя сентября"), deadlines("до 1 ноября")),
    ("ask_month_out_of_order", "month_out_of_order", deadlines(*MONTHS), deadlines(*MONTHS[:5], "март", "апрель")),
    (
        "ask_cell_readings", "lost_separator",
        cells("Методисты руководители кафедр"), cells("Инспектор ОДН Соц. педагог"),
    ),
    ("ask_empty_responsible", "empty_responsible", cells("", "Методисты"), cells("Методисты")),
    (
        "ask_abbreviations", "abbreviation",
        cells("руководители ШСП"), cells("заместители директора по УВР"),
    ),
    (
        "ask_letters_among_schools", "abbreviation",
        [("Договоры: СШ № 2 – Лицей № 10, ОШ № 39 – КУГ", "май", "Методисты")],
        [
            ("Сдача норм: СШ № 2 – ГТО, выезд в СШ № 7, ДОЛ", "май", "Методисты"),
            ("Семинар (Каменск-Уральская гимназия)", "май", "Методисты"), ("Выезд в СШ № 7, КУГ", "май", "Методисты"),
        ],
    ),
    ("ask_vague_sets", "open_set", cells("лучшие педагоги школ города"), cells("педагоги школ города")),
    ("ask_schools_with_property", "open_set", cells("руководители школ-лидеров"), cells("руководители школ № 2, 7")),
    (
        "ask_all_schools", "role_synonyms",
        cells("Руководители МОУ", "Руководители ОО"), cells("Руководители ОО", "Руководители ОО"),
    ),
    (
        "ask_offices", "office",
        cells("Вязова А.К., директор " + ICO, "методист по курсовой подготовке " + ICO),
        cells(
            "Вязова А.К., начальник Управления образования", "начальник Управления образования",
            "Лосева П.И., Вязов О.И., методисты", f"методист {ICO}", "Врач ГБУЗ «Центр СПИД»",
        ),
    ),
    (
        "ask_employers", "employer",
        cells("ГАОУ ДПО СО «ИРО», Лосев П.И., куратор исследования"),
        cells("ГАОУ ДПО СО «ИРО», Лосев П.И., директор Средней школы № 7"),
    ),
    (
        "ask_colleagues", "employer",
        cells("Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель директора по УВР"),
        cells(
            "Вязов А.К., директор СОШ № 17, Лосева П.И., методист",
            "Ким С.В., директор СОШ № 3; Гриб О.О., завуч СОШ № 3",
            "Войтов Г.Ф., директор СОШ № 2, Белов П.П., директор СОШ № 5, Рощин В.В., завуч",
        ),
    ),
    (
        "ask_names_before_place", "employer",
        cells("Вязова А.К., Лосев П.И. (СОШ № 17)"),
        cells("Вязова А.К., Лосев П.И. (СОШ № 17)", "Вязова А.К., методист МБУ «ИМЦ»"),
    ),
    (
        "ask_namesakes", "namesakes",
        cells("Вязова О.В., директор Средней школы № 21", "Вязова О.В., учитель Средней школы № 14"),
        cells(
            "Вязова О.В., директор Средней школы № 21", "Вязова О.В., учитель Средней школы № 21",
            "Директор МБУ «ЦРО» Лосев П.И.", "Кураторы: Лосев П.И. – СОШ № 2, Юдин М.М. – СОШ № 3",
        ),
    ),
    (
        "ask_other_titles",
        "title_order",
        cells("завуч Вязова А.К.", "Вязова А.К., директор"),
        cells(
            "завуч Вязова А.К.", "директор", "Лосева П.И., директор",
            "Зав. кафедрой Вязов П.П.", "Вязов П.П., зав. кафедрой ИКТ",
            "Психолог Юдина С.С.", "Юдина С.С., педагог-психолог",
            "Зам. по НМР Ершова Т.И.", "Ершова Т.И., заместитель директора",
            "И.о. директора Ткач Р.Р.", "Ткач Р.Р., директор МБУ ДО «Орион»",
            "Председатель Зуева Л.П.", "Зуева Л.П., методист ЦДО",
        ),
    ),
    (
        "ask_persons_schools", "persons_school",
        [
            ("", "май", "Вязова А.К., директор СОШ № 31"),
            ("Семинар (на базе СОШ № 31)", "май", "Вязова А.К., директор СОШ № 13"),
        ],
        [
            ("", "май", "Вязова А.К., директор СОШ № 31; Лосев П.И., завуч СОШ № 13"),
            ("Семинар (на базе СОШ № 31)", "май", "Лосев П.И., директор СОШ № 13"),
            ("Семинар (на базе СОШ № 31)", "май", "Вязова А.К., учитель СОШ № 13"),
            ("Встреча СОШ № 31 и СОШ № 13", "май", "Вязова А.К., директор СОШ № 13"),
            ("Семинар (на базе СОШ № 5)", "май", "Вязова А.К., директор СОШ № 13"),
        ],
    ),
    (
        "ask_posts_of_one", "one_post",
        cells("Вязов А.К., директор СОШ № 27", "Вязов А.Н., директор СОШ № 27"),
        cells(
            "Вязов А.К., директор СОШ № 27", "И.о. директора СОШ № 27 Лосева П.И.", "Вязова А.К., директор СОШ № 27",
            "Первак Д.Е., завуч СОШ № 27; Рогова М.П., завуч СОШ № 27", "Отчёт директору СОШ № 27 Вязову А.К.",
            "Первак Д.Е., Рогова М.П., директора СОШ № 3, СОШ № 8",
        ),
    ),
    (
        "ask_two_ranks", "two_ranks",
        cells(f"Вязова А.К., главный специалист {ICO}", f"Вязова А.К., ведущий специалист {ICO}"),
        cells(
            f"Вязова А.К., главный специалист {ICO}", f"Вязова А.К., специалист {ICO}",
            f"Лосева П.И., ведущий специалист {ICO}", f"Вязова А.К., ведущий эксперт {ICO}",
        ),
    ),
    (
        "ask_similar_roles", "role_synonyms", cells("тьюторы", "учителя-тьюторы"),
        cells(
            "методисты", "старшие вожатые", "Логопед", "Учитель-логопед", "педагоги-психологи", "психологи",
            "Библиотекарь", "педагог-библиотекарь",
        ),
    ),
    (
        "ask_lists_within_measure", "lists_differ",
        [("Корректировка программ школ №№ 2, 7, 11, 38", "май", "руководители школ №№ 2, 7")],
        [("Семинар на базе школы № 38", "май", "руководители школ №№ 2, 7"),
         ("Выезд Вязовой А.К., проректора ГАУ «ИРО», в школы №№ 2, 7, 11", "май", "руководители школ №№ 2, 7, 11"),
         ("Смотр школ №№ 2, 7, 11, 38", "май", "руководители школ №№ 2, 7, 11; Вязова А.К., директор школы № 38")],
    ),
    (
        "ask_lists_almost_equal", "lists_differ",
        cells(f"руководители школ №№ {TEN}", f"администрация школ №№ {TEN}, 51"),
        cells(f"руководители школ №№ {TEN}", f"администрация школ №№ {TEN}"),
    ),
    (
        "ask_doubtful_ranges", "open_set",
        cells("школы №№ 2-7, 14", "школы №№ 2, 7, 11, 14, 20"), cells("школы №№ 2-7, 14", "школы №№ 2, 5, 11, 14, 20"),
    ),
    (
        "ask_dates_or_schools", "open_set",
        [("Диагностика в СОШ № 2, 7 – 15 декабря", "май", "Методисты")],
        [
            ("Диагностика в школах № 2, 7 – 15 декабря", "май", "Методисты"),
            ("Диагностика в школе № 2, 7 – 15 декабря", "май", "Методисты"),
            ("Диагностика в СОШ № 2, 5, 7 – 15 декабря", "май", "Методисты"),
            ("Диагностика в СОШ № 2 – 15 декабря, в СОШ № 7, 11 – 6 декабря", "май", "Методисты"),
            ("Диагностика в СОШ № 2, 7 – 11", "май", "Методисты"),
        ],
    ),
    (
        "ask_status_scope", "status_scope",
        cells("Руководители «опорных» Средних школ №№ 3, 15, Лицеев №№ 9, 10"),
        cells("Руководители «опорных» Средних школ №№ 3, 15"),
    ),
]  # fmt: skip

# Kinds that arise where names are resolved: spelling, not rule.
RESOLVED: list[tuple[str, Rows, Rows]] = [
    ("legal_form", cells("ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»"), cells("ГАОУ ДПО СО «ИРО»", 'ГАОУ ДПО СО "ИРО"')),
    (
        "school_type",
        cells("директор Основной школы № 39", "директор Средней школы № 39", "администрация школы № 39"),
        cells("директор Основной школы № 39", "директор Средней школы № 38", "администрация школы № 39"),
    ),
    (
        "similar_people",
        cells("Войтюшенко Г.Ф., методист", "Войтющенко Г.Ф., методист"),
        cells("Войтюшенко Г.Ф., методист", "Войтюшенко Г.К., методист"),
    ),
    ("initial_missing", cells("Лосев П."), cells("Лосев П.И.")),
    ("oblique_name", [("Отчёт Лосева П.И.", "май", "Методисты")], [("Отчёт Вязовой А.К.", "май", "Методисты")]),
]


def kinds(rows: Rows) -> list[str]:
    return [question.kind for question in normalize_order(make_order(rows), Knowledge()).questions]


@pytest.mark.parametrize(("rule", "kind", "rows", "others"), ASKED, ids=[case[0] for case in ASKED])
def test_asked_where_doubtful_only(rule: str, kind: str, rows: Rows, others: Rows) -> None:
    assert kind in kinds(rows)
    assert kind not in kinds(others)


@pytest.mark.parametrize(("kind", "rows", "others"), RESOLVED, ids=[case[0] for case in RESOLVED])
def test_spelling_is_asked_where_doubtful_only(kind: str, rows: Rows, others: Rows) -> None:
    assert kind in kinds(rows)
    assert kind not in kinds(others)


CUT_SHORT = [
    ("Методисты ЦНППМПР", ["ЦНППМПР"]),
    ("Специалисты УОиМП", ["УОиМП"]),
    ("Учитель лоббиср.", ["лоббиср"]),
    ("Рук. объед., специалист по кадр. вопр.", ["объед", "вопр"]),
    ("Учителя-лоббиср., завуч", ["Учителя-лоббиср"]),
    ("завуч, педагог-лоббиср. Вязова А.К.", ["педагог-лоббиср"]),
    ("педагоги лобб-ия", ["лобб-ия"]),
    ("Зав. отд., зав. заочным отделением", ["отд."]),
    ("Зав. отд. Вязова А.К., студенты", ["отд."]),
    ("зав. произв. Вязова А.К.", ["произв"]),
]
WRITTEN_OUT = [
    "Педагоги ДЕТСКОГО сада",
    "Операторы ЕГИССО, КДНиЗП",
    "Учитель физики.",
    "учителя технол.",
    "директор ДДТ с. Лесное Вязова А.К.",
    "специалисты отд. дошк. обр.",
    "педагоги доп. обр-я",
    "родители уч-ся",
    "Зав. отд., зав. отделом опеки",
    "Врач дет. поликлиники, отв. за горячее пит.",
    "Педагоги-психологи.",
]


@pytest.mark.parametrize(("cell", "words"), CUT_SHORT)
def test_words_cut_short_are_asked_about(cell: str, words: list[str]) -> None:
    order = normalize_order(make_order(cells(cell)), Knowledge())
    assert [one.surface for one in order.questions if one.kind == "abbreviation"] == words


@pytest.mark.parametrize("cell", WRITTEN_OUT)
def test_words_written_out_are_not(cell: str) -> None:
    assert "abbreviation" not in kinds(cells(cell))


def test_every_rule_is_tested() -> None:
    assert [rule.__name__ for rule in RULES] == [rule for rule, _, _, _ in ASKED]


def test_one_doubt_about_one_thing_is_one_question() -> None:
    order = normalize_order(make_order(cells("руководители ШСП", "председатели ШСП", "руководители ШСП")), Knowledge())
    (question,) = order.questions
    assert question.measures == (1, 2, 3)
    assert len(question.anchors) == 3


def test_a_plan_without_deadlines_is_asked_once() -> None:
    assert kinds(deadlines(*[""] * 12)) == ["empty_deadline"]


def test_whose_title_it_is_is_told_by_another_row() -> None:
    cell = "Лосева Г.Я., педагог-психолог Вязова Р.И."
    assert kinds(cells(cell)) == ["title_order"]
    assert kinds(cells(cell, "Лосева Г.Я., завуч")) == []
    assert kinds(cells(cell, "педагог-психолог Вязова Р.И.")) == []
    assert kinds(cells(cell, "Лосева Г.Я., педагог-психолог")) == ["title_order"]
    settled = ("Котов Т.Е., библиотекарь", "Котов Т.Е., Лосева Г.Я., завуч")  # whose that is is told, and tells more
    assert kinds(cells(cell, *settled)) == []
    assert kinds(cells(cell, settled[1])) == ["title_order", "whose_title"]


@pytest.mark.parametrize(
    ("cell", "held", "date", "asked"),
    [
        ("Лосева Г.Я., педагог-психолог Вязова Р.И.", "завуч", "2019-10-01", []),
        ("Лосева Г.Я., педагог-психолог Вязова Р.И.", "педагог-психолог", "2019-10-01", ["title_order"]),
        ("Лосева Г.Я., Вязова Р.И., педагог-психолог", "завуч", "2019-10-01", []),
        # a later order says nothing of this one
        ("Лосева Г.Я., педагог-психолог Вязова Р.И.", "завуч", "2021-10-01", ["title_order"]),
        ("Лосева Г.Я., Вязова Р.И., педагог-психолог", "завуч", "2021-10-01", ["whose_title"]),
    ],
)
def test_whose_title_it_is_is_told_by_an_earlier_order(cell: str, held: str, date: str, asked: list[str]) -> None:
    seen = Sighting("лосева|г|я", "Лосева Г.Я.", frozenset(), frozenset({held}), held, None, date, "7", "1" * 64)
    order = normalize_order(make_order(cells(cell)), Knowledge(sightings=(seen,)))
    assert [question.kind for question in order.questions] == asked


SEVERAL_POSTS = [  # what no one person is, and what one may be
    (
        cells("завуч Вязова А.К.", "Вязова А.К., врач ЦРБ"),
        cells("врач ЦРБ Вязова А.К.", "Вязова А.К., врач ЦРБ"),
    ),
    (
        cells("Вязова А.К., медсестра", "Вязова А.К., библиотекарь"),
        cells(
            "Вязова А.К., учитель химии",
            "Вязова А.К., психолог",
            "Вязова А.К., руководитель ШМО",
            "Лосева П.И., психолог",
            "Лосева П.И., социальный педагог",
            "Лосева П.И., общественный инспектор",
            "Юдина С.С., зав. библиотекой",
            "Юдина С.С., библиотекарь",
            "Юдина С.С., кл. рук. 5 «А»",
        ),
    ),
    (
        cells("Вязов А.К., учитель физкультуры", "Вязов А.К., участковый"),
        cells("Вязов А.К., инспектор ПДН", "Вязов А.К., инспектор по делам несовершеннолетних", "Вязов А.К., куратор"),
    ),
]


@pytest.mark.parametrize(("asked", "silent"), SEVERAL_POSTS)
def test_posts_of_one_person_that_exclude_each_other(asked: Rows, silent: Rows) -> None:
    assert "title_order" in kinds(asked)
    assert "title_order" not in kinds(silent)


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (("Вязова А.К., психолог", "Вязова А.К.; психолог"), []),
        # only a certain reading proves another one
        (
            ("завуч Вязова А.К.", "Вязова А.К., психолог ЦДО", "Вязова А.К.; психолог"),
            ["abbreviation", "title_order", "whose_title"],
        ),
        (("завуч Вязова А.К.", "Вязова А.К.⏎психолог", "Вязова А.К.; психолог"), ["whose_title"]),
        (("Вязова А.К., завуч", "Вязова А.К., Лосева П.И., библиотекарь"), []),
        (("Вязова А.К., завуч", "Вязова А.К.⏎Лосева П.И.⏎библиотекарь"), ["whose_title"]),
        (("Вязова А.К., медсестра", "Вязова А.К., повар", "Вязова А.К., участковый"), ["title_order"]),
    ],
)
def test_a_doubtful_title_proves_nothing(rows: tuple[str, ...], asked: list[str]) -> None:
    assert sorted(kinds(cells(*(row.replace("⏎", "\n") for row in rows)))) == asked


CLEAR_TITLES = [
    cells("завуч Вязова А.К.", "Вязова А.К. – директор"),
    cells("завуч Вязова А.К.", "Вязова А.К. (директор)"),
    cells("Отв. за ГИА Вязова А.К.", "Вязова А.К., завуч"),
    [("Встреча (инспектор ПДН Вязова А.К.)", "май", "Методисты")],
    # in a bracket, in a list that a nominative opens or closes, behind a title in another case than «-а» can be
    [("Консультация по сочинению (Вязова А.К., СОШ № 22)", "май", "Методисты")],
    [("Тренинг (ведущие: Вязова А.К., Лосева П.И., психологи СОШ № 7)", "май", "Методисты")],
    [("Сборник (составители Вязова А.К., Лосева П.И.)", "май", "Методисты")],
    [("Беседы с руководителями школ: Вязова А.К. (СОШ № 5), Лосева П.И. (СОШ № 7)", "май", "Методисты")],
    [("Обмен опытом: Вязова А.К., директор СОШ № 5", "май", "Методисты")],
]


@pytest.mark.parametrize("rows", CLEAR_TITLES)
def test_clear_titles_are_not_asked(rows: Rows) -> None:
    assert not {"title_order", "oblique_name"} & set(kinds(rows))


COLLEAGUES = [
    ("Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель по УВР", ["Лосева П.И."]),
    ("директор СОШ № 17 Вязов А.К., старшая вожатая Лосева П.И.", ["Лосева П.И."]),
    ("Вязов А.К., директор СОШ № 17, Лосева П.И., методист, Юдина С.С., вожатая", ["Юдина С.С."]),
    ("Вязов А.К., директор СОШ № 17, Лосева П.И., зам. по ВР, Юдина С.С., библиотекарь", ["Лосева П.И.", "Юдина С.С."]),
    ("Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель главы", []),
]


@pytest.mark.parametrize(("cell", "expected"), COLLEAGUES)
def test_who_may_work_at_the_directors_school(cell: str, expected: list[str]) -> None:
    order = normalize_order(make_order(cells(cell)), Knowledge())
    assert [question.surface for question in order.questions if question.kind == "employer"] == expected


def test_each_of_several_colleagues_works_where_a_person_says() -> None:
    cell = "Вязов А.К., директор СОШ № 17, Лосева П.И., зам. по ВР, Юдина С.С., вожатая"
    asked = order_of(cell).questions[1]
    order = order_of(cell, decisions=(Decision("same", asked.key, WORKS_THERE),))
    assert resolved(order, order.measures[0]).endswith("вожатая @ Средняя школа № 17")


@pytest.mark.parametrize(
    "measure",
    [
        "Встреча с коллегами инспектора ПДН Вязова А.К.",
        "Отчёт директора (Вязова А.К.)",
        "Мастер-классы учителей: Вязова А.К.",
    ],
)
def test_name_behind_an_oblique_title_is_asked(measure: str) -> None:
    assert "oblique_name" in kinds([(measure, "май", "Методисты")])


def test_a_post_of_a_row_in_question_is_in_question_elsewhere() -> None:
    rows = [
        ("Совещание", "май", "Лосева П.И., Вязова А.К., зам.директора школы № 38"),
        ("Беседа с заместителем директора Вязовой А.К.", "май", "Методисты"),
    ]
    order = normalize_order(make_order(rows), Knowledge())
    found = [party for party in order.measures[1].parties if party.kind == "person"]
    assert [party.status for party in found] == ["proposed"]
    assert {2} <= {at for one in order.questions if one.kind == "whose_title" for at in one.measures}


def test_a_title_behind_names_in_a_measure_is_none_of_a_head() -> None:
    rows = [
        ("Доклады Вязовой А.К., Лосевой П.И., специалистов УО", "май", "Вязова А.К., заместитель начальника УО"),
    ]
    order = normalize_order(make_order(rows), Knowledge())
    roles = [party.role for party in order.measures[0].parties if party.field == "measure"]
    assert roles == [None, "специалист"]


def test_villages_have_schools_with_one_number() -> None:
    order = normalize_order(make_order(cells("Берёзовская СОШ № 1", "Липовская СОШ № 1", "СОШ № 1")), Knowledge())
    assert len(order.organizations) == 3


def test_weeks_and_dates_of_other_papers_are_asked_once_each() -> None:
    weeks = [f"{week} неделя {month}" for week in (1, 2, 3) for month in ("октября", "мая")]
    papers = ["по графику", "согласно плану", "по положению", "в соответствии с приказом"]
    assert kinds(deadlines(*weeks, *papers)) == ["deadline_week", "deadline_elsewhere"]


def test_a_plan_without_a_responsible_column_is_asked_once() -> None:
    assert kinds(cells(*[""] * 12)) == ["empty_responsible"]


@pytest.mark.parametrize("mark", ["-//-", '- " -', "то же", "Те же."])
def test_ditto_marks_are_asked_with_the_row_above(mark: str) -> None:
    order = normalize_order(make_order(cells("Методисты", mark)), Knowledge())
    assert [question.text for question in order.questions] == [
        f"Вместо ответственного за мероприятие 2 напечатано «{mark}» (выше, у мероприятия 1: «Методисты»): кто он?"
    ]
    assert order.measures[1].parties == ()


def test_nobody_above_and_further_words_are_no_ditto_marks() -> None:
    assert kinds(cells("-//-", "Методисты")) == ["empty_responsible"]
    assert kinds(cells("Методисты", "те же, завучи")) == ["unknown_phrase"]


def test_question_key_does_not_depend_on_the_place() -> None:
    first = normalize_order(make_order(cells("руководители ШСП", "Лосев П.")), Knowledge())
    second = normalize_order(make_order(cells("Управление образования", "Лосев П.", "руководители ШСП")), Knowledge())
    assert {question.key for question in first.questions} == {question.key for question in second.questions}


@pytest.mark.parametrize(
    ("title", "cell", "asked"),
    [
        ("План работы школьного методического объединения", "руководитель ШМО", []),
        ("ПЛАН РАБОТЫ ШКОЛЬНОГО МЕТОДИЧЕСКОГО ОБЪЕДИНЕНИЯ", "рук. ШМО", []),
        ("План районного методического объединения", "руководитель ШМО", ["abbreviation"]),
        ("План работы", "руководитель ШМО", ["abbreviation"]),
        ("План работы", "руководитель ШМО СОШ № 5", []),
        ("План работы", "председатель МС лицея № 9, НМС школы", []),
        ("План работы", "члены НМС", ["abbreviation"]),
        ("План методического совета", "члены МС", ["abbreviation"]),  # two letters are any two words'
        (None, "учитель ОБЗР", []),
        (None, "зам. директора по ОБЗР", []),
    ],
)
def test_letters_that_the_title_spells_out_are_not_asked(title: str | None, cell: str, asked: list[str]) -> None:
    raw = make_order(cells(cell))
    order = normalize_order(replace(raw, head=replace(HEAD, title=title)), Knowledge())
    assert [question.kind for question in order.questions] == asked


def test_order_without_number_and_date_is_asked() -> None:
    raw = make_order(cells("Управление образования"))
    order = normalize_order(replace(raw, head=replace(HEAD, number=None, date=None)), Knowledge())
    (question,) = [question for question in order.questions if question.kind == "order_head"]
    assert "номер, дата" in question.text
    odd = RawDoubt("order_head", "Напечатано «32.13.2021», такого дня нет.", "32.13.2021")
    order = normalize_order(replace(raw, head=replace(HEAD, date=None), doubts=(odd,)), Knowledge())
    (question,) = [question for question in order.questions if question.kind == "order_head"]
    assert "дата. Напечатано «32.13.2021», такого дня нет. Какого числа подписан приказ?" in question.text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("по плану ШМО", "Даты стоят в другом документе: «по плану ШМО». Известны ли они?"),
        ("В теч. Месяца 99", "Не прочитано в сроке: «Месяца 99». Какой это срок?"),
        ("В теч. месяца", "Не прочитано в сроке: «месяца». Какой это срок?"),
        ("3 неделя Сентября", "Какие дни имеются в виду: «3 неделя Сентября»?"),
    ],
)
def test_a_deadline_is_asked_about_as_it_is_printed(cell: str, text: str) -> None:
    (question,) = normalize_order(make_order(deadlines(cell)), Knowledge()).questions
    assert question.text == text


def test_the_question_prints_what_stands_in_the_order() -> None:
    order = normalize_order(make_order(cells("Руководители ОУ", "Директора школ города")), Knowledge())
    assert [question.surface for question in order.questions] == ["«ОУ», «школы города»"]


SPELT_OUT = [
    (cells("председатели ТПК"), ["abbreviation"]),
    ([("Состав территориальных предметных комиссий", "постоянно", "председатели ТПК")], []),
    # a body has to be found, not only understood
    ([("Работа районных методических кабинетов", "постоянно", "методист РМК Вязов А.К.")], ["abbreviation"]),
    ([("Работа районного методического кабинета", "постоянно", "методист РМК Вязов А.К.")], []),
    (cells("ОПДН МО МВД", "ответственные за ВСОКО"), []),
]


@pytest.mark.parametrize(("rows", "expected"), SPELT_OUT)
def test_letters_that_the_order_spells_out_are_not_asked_about(rows: Rows, expected: list[str]) -> None:
    assert [kind for kind in kinds(rows) if kind not in ("empty_deadline", "deadline_text")] == expected


def test_sets_of_schools_are_asked_of_the_rarer_name() -> None:
    order = normalize_order(make_order(cells("директора ОУ", "директора школ", "завуч", "директора ОУ")), Knowledge())
    assert [(one.kind, one.measures) for one in order.questions] == [("role_synonyms", (2,))]


def test_a_set_of_schools_that_the_text_explains_is_not_asked_about() -> None:
    said = Explained("ОО", "Директорам общеобразовательных организаций", False)
    raw = make_order(cells("директора ОО", "директора школ", "руководители общеобразовательных организаций"))
    assert normalize_order(replace(raw, glossary=(said,)), Knowledge()).questions == ()


def test_letters_with_a_number_are_one_question() -> None:
    assert kinds(cells("УСП № 12")) == ["unknown_phrase"]


def test_almost_equal_lists_are_asked_by_what_differs() -> None:
    """Each pair by itself, with the numbers; lists of one whole are one question, however many."""
    rows = cells(
        f"руководители школ №№ {TEN}", f"администрация школ №№ {TEN}, 51",
        f"руководители школ №№ {TEN}, 52, 53, 54, 55",
        f"администрация школ №№ {TEN}, 52, 53, 54, 55, 56", f"администрация школ №№ {TEN}, 52, 53, 54, 55, 56",
    )  # fmt: skip
    asked = [one for one in normalize_order(make_order(rows), Knowledge()).questions if one.kind == "lists_differ"]
    assert [(one.text, one.measures) for one in asked] == [
        ("Списки школ в мероприятиях 1, 2 почти совпадают: в 1 нет № 51. Это один список?", (1, 2)),
        ("Списки школ в мероприятиях 3, 4, 5 почти совпадают: в 3 нет № 56. Это один список?", (3, 4, 5)),
    ]
