"""Bodies in responsible cells: which are organizations, and what a bracket or a clause behind one says of it."""

from dataclasses import replace

import pytest

from ingest.model import Explained
from normalize.model import Decision, Knowledge
from normalize.order import normalize_order
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import make_order, order_of, question_kinds

CELLS = [
    # schools of music, sports, arts have numbers of their own
    ("преподаватели музыкальной школы № 2", "преподаватели @ Музыкальная школа № 2"),
    ("Спортивная школа № 7, худ. школа № 2", "@ Спортивная школа № 7; @ Художественная школа № 2"),
    ("Директора музыкальных школ №№ 2, 3", "директора @ Музыкальная школа № 2; директора @ Музыкальная школа № 3"),
    (
        "Директор детской музыкальной школы № 1 Вязов А.К., воскресная школа № 2",
        "<Вязов А.К.> директор @ Детская музыкальная школа № 1; @ Воскресная школа № 2",
    ),
    ("Школа искусств № 2, СОШ № 2", "@ Школа искусств № 2; # Средняя школа № 2"),
    ("МБУ ДО «ДМШ № 3», руководители школ", "@ МБУ ДО «ДМШ № 3»; руководители школ"),
    ("директор МБУДО «ДЮСШ № 2» Вязов А.К.", "<Вязов А.К.> директор @ МБУДО «ДЮСШ № 2»"),
    ("МБУ ДО «Музыкальная школа № 2»", "@ МБУ ДО «Музыкальная школа № 2»"),
    # a bracket behind an institution says which one it is, or which part of it
    ("ДЮЦ «Радуга» (Заречный р-н)", "@ ДЮЦ «Радуга»"),
    ("СОШ № 18 (кадетские классы), завуч", "# Средняя школа № 18; завуч"),
    ("МБУ ДО «СШ № 2» (спортивная школа), тренеры", "@ МБУ ДО «СШ № 2»; тренеры"),
    ("СОШ № 4 (дневная группа), лицей № 9 (начальная школа)", "# Средняя школа № 4; # Лицей № 9"),
    ("СШ № 31 (администрация)", "# Средняя школа № 31; администрация"),
    ("ДЮЦ «Радуга» (рабочая группа)", "@ ДЮЦ «Радуга»; рабочая группа"),
    ("ДЮЦ «Радуга» (Отдел общего образования)", "@ ДЮЦ «Радуга»; @ Отдел общего образования"),
    # a participle with its object goes on; an adjective before people begins a party
    ("ОУ города, имеющие первые классы; ДОУ", "ОУ города, имеющие первые классы; ДОУ"),
    ("школы, участвующие в проекте", "школы, участвующие в проекте"),
    ("педагоги, ведущие кружки, логопеды", "педагоги, ведущие кружки; логопеды"),
    ("методисты, ведущие специалисты", "методисты; ведущие специалисты"),
    # bodies with a standing of their own
    (
        "Департамент по надзору и контролю в сфере образования (Юдина С.С.)",
        "@ Департамент по надзору и контролю в сфере образования;"
        " <Юдина С.С.> @ Департамент по надзору и контролю в сфере образования",
    ),
    (
        "региональное отделение РДШ (Попович А.А.)",
        "@ Региональное отделение РДШ; <Попович А.А.> @ Региональное отделение РДШ",
    ),
    ("председатель местного отделения РДШ Попович А.А.", "<Попович А.А.> председатель @ Местное отделение РДШ"),
    ("МУ ДО «ДЮЦ», МУ ДПО «ИМЦ»", "@ МУ ДО «ДЮЦ»; @ МУ ДПО «ИМЦ»"),
    # telephone numbers are nobody
    ("ЦДТ «Лад» (Ушакова П.П., тел. 8(4922)33-44-55)", "@ ЦДТ «Лад»; <Ушакова П.П.> @ ЦДТ «Лад»"),
    ("Ушакова П.П. т. 2-15-44", "<Ушакова П.П.>"),
    ("Ушакова П.П., 8-912-345-67-89, методист РМК", "<Ушакова П.П.> методист @ РМК"),
    # bodies with a standing of their own
    ("КДНиЗП, ТКДН", "@ КДНиЗП; @ ТКДН"),
    ("районный Совет ветеранов", "@ Районный Совет ветеранов"),
    ("Совет ветеранов СОШ № 4", "совет ветеранов # Средняя школа № 4"),
    ("председатель Совета ветеранов Вязов А.К.", "<Вязов А.К.> председатель Совета ветеранов"),
    ("военный комиссариат района", "@ Военный комиссариат района"),
    ("сектор опеки, заведующий сектором опеки", "@ Сектор опеки; заведующий сектором опеки"),
    ("районный суд, прокуратура, музей, архив, опека", "@ Районный суд; @ Прокуратура; @ Музей; @ Архив; @ Опека"),
    ("Районный суд, прокурор", "@ Районный суд; прокурор"),
    (
        "райком профсоюза, ГК профсоюза работников образования",
        "@ Райком профсоюза; @ ГК профсоюза работников образования",
    ),
    ("профком, родительский комитет", "профком; родительский комитет"),
    ("МАУ ДО ДЮСШ № 1", "@ МАУ ДО ДЮСШ № 1"),
    ("Директор ДШИ № 3 Вязов А.К.", "<Вязов А.К.> директор @ ДШИ № 3"),
    ("ПЧ-62, псч № 4, пожарная часть № 7", "@ ПЧ-62; @ ПСЧ № 4; @ Пожарная часть № 7"),
    ("МБОУ СОШ № 5", "# Средняя школа № 5"),
    # a legal form before a name without quotes
    ("МБУ ДО Центр детского творчества, завуч", "@ МБУ ДО «Центр детского творчества»; завуч"),
    (
        "директор МБУ ДО Центр детского творчества Вязова А.К.",
        "<Вязова А.К.> директор @ МБУ ДО «Центр детского творчества»",
    ),
    ("специалисты МКУ Управление образования", "специалисты @ МКУ «Управление образования»"),
    # one set of schools, printed as a list
    ("Руководители СОШ, лицеев, гимназий", "руководители СОШ, лицеев, гимназий"),
    ("директора ОУ, методисты", "директора ОУ; методисты"),
    # departments of federal services
    ("ТО Роспотребнадзора (Вязов А.К.)", "@ ТО Роспотребнадзора; <Вязов А.К.> @ ТО Роспотребнадзора"),
    (
        "специалист ТО Управления Роспотребнадзора по Лесной области в Боровском, Липовском районах, завуч",
        "специалист @ ТО Управления Роспотребнадзора по Лесной области в Боровском, Липовском районах; завуч",
    ),
    ("специалисты Территориального отдела Росгвардии", "специалисты @ Территориальный отдел Росгвардии"),
    ("специалист Мин-ва образования Вязов А.К.", "<Вязов А.К.> специалист @ Министерство образования"),
    ("РЭО ГИБДД ОМВД России по Лесному району", "@ РЭО ГИБДД ОМВД России по Лесному району"),
    ("д/сады «Тополёк», «Ласточка»", "@ Детский сад «Тополёк»; @ Детский сад «Ласточка»"),
    # all who work in an institution of letters
    ("Коллектив ЦДТ, администрация ЦДТ", "коллектив @ ЦДТ; администрация @ ЦДТ"),
    ("Все методисты ИМЦ, весь коллектив ЦДТ", "все методисты @ ИМЦ; весь коллектив @ ЦДТ"),
    ("Администрация ОУ, коллектив МБУ, все учителя ШМО", "администрация ОУ; коллектив МБУ; все учителя ШМО"),
    # schools of arts and sports with a number are none of v_schools
    (
        "Директор музыкальной школы № 1 Вязов А.К., Спортивная школа № 2, СОШ № 5",
        "<Вязов А.К.> директор @ Музыкальная школа № 1; @ Спортивная школа № 2; # Средняя школа № 5",
    ),
    ("Школа искусств № 3, директор музыкальной школы", "@ Школа искусств № 3; директор музыкальной школы"),
    # sets in words
    ("д/сады, школы", "детские сады; школы"),
    ("сельсоветы, главы сельсоветов", "сельсоветы; главы сельсоветов"),
    # «ОШ» is a school as «СШ» is
    ("МКОУ «Боровская ОШ», директор Боровской ОШ Вязов А.К.", "# Боровская ОШ; <Вязов А.К.> директор @ Боровская ОШ"),
    ("Нач-ки лагерей, Лесная ОШ № 5", "начальники лагерей; # Лесная ОШ № 5"),
    # territories, in cells of nothing else
    ("Ардонский район, г. Ветлянск", "Ардонский район; г. Ветлянск"),
    (
        "Ардонский, Липовский и Боровской районы, г.г. Ветлянск, Северный",
        "Ардонский район; Липовский район; Боровской район; г. Ветлянск; г. Северный",
    ),
    ("Липовский, Боровской муниципальные округа", "Липовский муниципальный округ; Боровской муниципальный округ"),
    # hospitals of a district; the letters are a republic's too
    ("Боровская РБ, гл. врач Боровской РБ", "@ Боровская РБ; главный врач @ Боровская РБ"),
    # what the column says
    ("Контроль – Вязова А.К.", "<Вязова А.К.>"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_bodies(text: str, expected: str) -> None:
    assert parties(text) == expected


ASKED = [
    (("КДН и ЗП", "специалист КДН и ЗП Вязова А.К."), []),
    (("РДК", "директор РДК Вязова А.К."), []),
    (("ПЧ-62 (Вязов А.К.)",), []),
    (("ЦСОН, ОСЗН, РЭО ГИБДД", "педагоги-психологи ЦППМСП", "начальники ЛДП", "муниципальные ПМК"), []),
    (("ТО Роспотребнадзора", "Мин-во образования, школы, д/сады"), []),
    # not beside others, and no adjectives alone
    (("Липовский, Боровской",), [("unknown_phrase", "Липовский", (1,)), ("unknown_phrase", "Боровской", (1,))]),
    (("Вязов А.К., Липовский район",), [("unknown_phrase", "Липовский район", (1,))]),
    # one doubt, wherever the letters stand
    (("РМК", "программист РМК Вязов А.К.", "методисты РМК"), [("abbreviation", "РМК", (1, 2, 3))]),
]


@pytest.mark.parametrize(("cells", "expected"), ASKED)
def test_letters_are_asked_once(cells: tuple[str, ...], expected: list[tuple[str, str, tuple[int, ...]]]) -> None:
    questions = order_of(*cells).questions
    assert [(one.kind, one.surface, one.measures) for one in questions] == expected


CENTRE = "МБУ «Городской методический центр»"
GMC = Explained("ГМЦ", f"Поручить {CENTRE}", False)
COOU = Explained("ЦООУ", "МКУ «Центр обслуживания ОУ»", True)

OMS = Explained("ОМС", "1. Отделу методического сопровождения", False)
IMO = Explained("ИМО", "Информационно-методическому отделу", False)
SUMMIT = "Государственное бюджетное учреждение дополнительного образования «Центр одарённых детей «Вершина»»"
TOP = Explained(
    "ЦОД «Вершина»",
    "Государственному бюджетному учреждению дополнительного образования Центру одарённых детей «Вершина»",
    False,
)

GLOSSARIES = [
    ((GMC,), "методист ГМЦ Вязова А.К., МБУ ГМЦ", f"<Вязова А.К.> методист @ {CENTRE}; @ {CENTRE}"),
    ((COOU,), "МКУ «ЦООУ», инженер ЦООУ", "@ МКУ «Центр обслуживания ОУ»; инженер @ МКУ «Центр обслуживания ОУ»"),
    # a department, which is a body by its letters alone; one with its body behind it
    (
        (OMS,),
        "ОМС, методист ОМС Вязова А.К.",
        "@ Отдел методического сопровождения; <Вязова А.К.> методист @ Отдел методического сопровождения",
    ),
    ((IMO,), "заведующий ИМО, специалисты отдела", "заведующий @ Информационно-методический отдел; специалисты отдела"),
    (
        (Explained("ООО", "Поручить отделу общего образования Управления образования города", False),),
        "методисты ООО",
        "методисты @ Отдел общего образования Управления образования города",
    ),
    ((Explained("ОМС", "специалистам Управления образования", False),), "ОМС", "@ Управление образования"),
    # a short name: with its legal form, by its letters
    ((TOP,), "ГБУ ДО ЦОД «Вершина», ЦОД «Вершина», методист ЦОД", f"@ {SUMMIT}; @ {SUMMIT}; методист @ {SUMMIT}"),
    # another legal form, no organization at all, two explanations
    ((COOU,), "МБУ «ЦООУ»", "@ МБУ «ЦООУ»"),
    ((Explained("ОУ", "образовательное учреждение", True),), "директора ОУ", "директора ОУ"),
    ((GMC, Explained("ГМЦ", "МАУ «Горный молодёжный центр»", True)), "методисты ГМЦ", "методисты @ ГМЦ"),
]


@pytest.mark.parametrize(("glossary", "cell", "expected"), GLOSSARIES)
def test_letters_that_the_text_explains(glossary: tuple[Explained, ...], cell: str, expected: str) -> None:
    order = normalize_order(replace(make_order([("", "май", cell)]), glossary=glossary), Knowledge())
    assert resolved(order, order.measures[0]) == expected


def test_letters_before_a_quoted_name_are_that_centre() -> None:
    order = order_of("МБУ ДО ЦРДОД «Росток»", "методисты ЦРДОД", "ЦРДОД «Росток»", "ВПК «Щит»", "руководитель ВПК")
    assert [resolved(order, one) for one in order.measures[:3]] == [
        "@ МБУ ДО ЦРДОД «Росток»",
        "методисты @ МБУ ДО ЦРДОД «Росток»",
        "@ МБУ ДО ЦРДОД «Росток»",
    ]
    assert resolved(order, order.measures[4]) == "руководитель ВПК"


def test_a_person_says_otherwise_than_the_text() -> None:
    raw = replace(make_order([("", "май", "методисты ГМЦ")]), glossary=(GMC,))
    decided = Decision("text", "abbreviation|гмц", "МАУ «Горный молодёжный центр»")
    order = normalize_order(raw, Knowledge(decisions=(decided,)))
    assert resolved(order, order.measures[0]) == "методисты @ МАУ «Горный молодёжный центр»"


def test_letters_in_two_cases_are_the_initials_of_a_name() -> None:
    palace = "МАУ ДО «Дворец творчества детей и молодёжи»"
    order = order_of(palace, "директор ДТДиМ Вязова А.К.")
    assert resolved(order, order.measures[1]) == f"<Вязова А.К.> директор @ {palace}"


# HEAD's issuer is «Управление образования»
DEPARTMENT = "Отдел общего образования"

TITLES = [
    # the issuer's, its deputy's, in a bracket, alone
    (("начальник управления Вязова А.К.",), "<Вязова А.К.> начальник @ Управление образования"),
    (
        ("Вязова А.К., заместитель начальника управления",),
        "<Вязова А.К.> заместитель начальника @ Управление образования",
    ),
    (("Вязова А.К. (управление)",), "<Вязова А.К.> @ Управление образования"),
    (
        ("Вязова А.К., начальник отдела общего образования управления",),
        "<Вязова А.К.> начальник отдела общего образования @ Управление образования",
    ),
    (("Управление, специалисты управления",), "@ Управление образования; специалисты @ Управление образования"),
    # the order's only body of that noun, named in full or by its letters elsewhere
    (("методист центра Вязова А.К.", CENTRE), f"<Вязова А.К.> методист @ {CENTRE}"),
    (("начальник отдела общего образования Вязова А.К.", DEPARTMENT), f"<Вязова А.К.> начальник @ {DEPARTMENT}"),
    (("сторож РМК Вязов А.К.", "РМК"), "<Вязов А.К.> сторож @ РМК"),
    # the order's one school of a rare type
    (
        ("Вязова А.К., зам. директора по ВР кадетской школы", "Кадетская школа № 3, СОШ № 4"),
        "<Вязова А.К.> заместитель директора по ВР @ Кадетская школа № 3",
    ),
    (("директор кадетской школы", "Кадетские школы №№ 3, 4"), "директор кадетской школы"),
    (("учителя начальной школы", "Начальная школа № 3"), "учителя начальной школы"),
    # of another body: its name stands behind the noun, or an adjective before it
    (("педагоги центра «Радуга»", CENTRE), "педагоги @ Центр «Радуга»"),
    (("председатель родительского комитета", "Комитет по спорту"), "председатель родительского комитета"),
    (("начальник отдела кадров", DEPARTMENT), "начальник отдела кадров"),
    (("директор департамента",), "директор департамента"),
    (("директора школ, центров", CENTRE), "директора школ, центров"),
]


@pytest.mark.parametrize(("cells", "expected"), TITLES)
def test_a_noun_alone_means_the_body_of_the_order(cells: tuple[str, ...], expected: str) -> None:
    order = order_of(*cells)
    assert resolved(order, order.measures[0]) == expected
    assert "which_body" not in question_kinds(order)


SPORTS, CULTURE = "Комитет по спорту", "Комитет по культуре"

WHICH = [
    (("специалисты комитета", SPORTS, CULTURE), "комитет", [CULTURE, SPORTS]),
    (("Комитет", SPORTS, CULTURE), "комитет", [CULTURE, SPORTS]),
    (("Вязова А.К. (комитет)", SPORTS, CULTURE), "комитет", [CULTURE, SPORTS, "Комитет"]),
    (("Вязова А.К. (комитет)",), "комитет", ["Комитет"]),
    # a body has several departments, a centre of another name may be meant
    (("начальник отдела Вязов А.К.", DEPARTMENT), "отдел", [DEPARTMENT]),
    (("директор центра", CENTRE, "педагоги центра «Радуга»"), "центр", [CENTRE, "Центр «Радуга»"]),
    # another body of the noun stands beside it
    (("Управление культуры, специалисты управления",), "управление", ["Управление образования", "Управление культуры"]),
]


@pytest.mark.parametrize(("cells", "noun", "offered"), WHICH)
def test_of_several_bodies_it_is_asked_which(cells: tuple[str, ...], noun: str, offered: list[str]) -> None:
    (question,) = [one for one in order_of(*cells).questions if one.kind in ("which_body", "unknown_phrase")]
    assert (question.kind, question.surface, question.measures) == ("which_body", noun, (1,))
    assert [one.label for one in question.candidates] == offered


CUT = "Центр «Лад»"
WHOLE = "МБУ «Центр психологической помощи «Лад»»"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((CUT, WHOLE), WHOLE), ((CUT, WHOLE, "МБУ «Центр досуга «Лад»»"), CUT), ((CUT, "МБУ «Дом быта «Лад»»"), CUT)],
)
def test_a_name_cut_to_its_quotes(cells: tuple[str, ...], expected: str) -> None:
    order = order_of(*cells)
    assert resolved(order, order.measures[0]) == f"@ {expected}"


def test_letters_of_a_ministry_and_of_its_region() -> None:
    ministry = "Министерство образования и молодёжной политики Лесной области"
    order = order_of(ministry, "МОиМП ЛО, специалисты МОиМП")
    assert resolved(order, order.measures[1]) == f"@ {ministry}; специалисты @ {ministry}"


def test_a_person_says_which_body_it_is() -> None:
    decided = Decision("same", "which_body|комитет", "org|комитет по спорту")
    cells = ("специалисты комитета", "Комитет, Вязова А.К. (комитет)", SPORTS, CULTURE)
    order = order_of(*cells, decisions=(decided,))
    assert resolved(order, order.measures[0]) == f"специалисты @ {SPORTS}"
    assert resolved(order, order.measures[1]) == f"@ {SPORTS}; <Вязова А.К.> @ {SPORTS}"
    assert question_kinds(order) == []


def test_a_word_that_the_text_explains() -> None:
    said = Explained("Центр", CENTRE, False)
    raw = replace(
        make_order([("", "май", "директор Центра"), ("", "май", "Центр, МАУ «Центр отдыха»")]), glossary=(said,)
    )
    order = normalize_order(raw, Knowledge())
    assert resolved(order, order.measures[0]) == f"директор @ {CENTRE}"
    assert resolved(order, order.measures[1]) == f"@ {CENTRE}; @ МАУ «Центр отдыха»"


COMMISSIONS = [
    ("главный специалист КДН и ЗП Вязова А.К.", "<Вязова А.К.> главный специалист @ КДН и ЗП"),
    ("руководитель ТПМПК, члены КДН", "руководитель @ ТПМПК; члены @ КДН"),
    ("инспектор ПДН, председатель ППк", "инспектор ПДН; председатель ППк"),
    ("юрист ЦДО, системный администратор ЦДО", "юрист @ ЦДО; системный администратор @ ЦДО"),
    ("библиотекарь Сухоруких ЛВ", "библиотекарь Сухоруких ЛВ"),
]


@pytest.mark.parametrize(("text", "expected"), COMMISSIONS)
def test_letters_behind_a_post(text: str, expected: str) -> None:
    assert parties(text) == expected


OF_DEPARTMENT = [
    ("Начальник ОО", "начальник @ Отдел образования администрации Лесного района"),
    (
        "Зам. начальника ОО по кадрам Вязова А.К.",
        "<Вязова А.К.> заместитель начальника по кадрам @ Отдел образования администрации Лесного района",
    ),
    ("руководители ОО, педагоги ОО, специалисты ОО", "руководители ОО; педагоги ОО; специалисты ОО"),
]


@pytest.mark.parametrize(("cell", "expected"), OF_DEPARTMENT)
def test_letters_of_schools_are_the_education_department_that_signed(cell: str, expected: str) -> None:
    raw = make_order([("", "май", cell)])
    raw = replace(raw, head=replace(raw.head, issuer="Отдел образования администрации Лесного района"))
    order = normalize_order(raw, Knowledge())
    assert resolved(order, order.measures[0]) == expected


def test_several_specialists_may_be_of_the_department_or_of_schools() -> None:
    raw = make_order([("", "май", "руководители ОО"), ("", "май", "специалисты ОО")])
    raw = replace(raw, head=replace(raw.head, issuer="Отдел образования администрации Лесного района"))
    order = normalize_order(raw, Knowledge())
    (question,) = order.questions
    assert (question.key, question.measures) == ("which_body|ОО", (2,))
    for answer, expected in (
        (question.candidates[0].answer, "специалисты @ Отдел образования администрации Лесного района"),
        (None, "специалисты ОО"),
    ):
        decided = Decision("same" if answer else "different", question.key, answer)
        order = normalize_order(raw, Knowledge(decisions=(decided,)))
        assert (resolved(order, order.measures[1]), order.questions) == (expected, ())


def test_elsewhere_they_are_the_schools() -> None:
    order = order_of("Начальник ОО")  # of an «Управление образования»
    assert resolved(order, order.measures[0]) == "начальник ОО"


MINISTERS = [
    ("Белов Д.Е., заместитель министра образования и науки области", "<Белов Д.Е.> заместитель министра @ {}"),
    ("министр Белов Д.Е.", "<Белов Д.Е.> министр @ {}"),
    ("Белов Д.Е., министр культуры области", "<Белов Д.Е.> министр культуры области"),
]


@pytest.mark.parametrize(("cell", "expected"), MINISTERS)
def test_a_minister_is_of_the_ministry_that_signed(cell: str, expected: str) -> None:
    ministry = "Министерство образования и науки Заозёрской области"
    raw = make_order([("", "постоянно", cell)])
    order = normalize_order(replace(raw, head=replace(raw.head, issuer=ministry)), Knowledge())
    assert resolved(order, order.measures[0]) == expected.format(ministry)
