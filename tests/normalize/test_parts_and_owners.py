"""Whose a body is and what is a school's own; several bodies under one noun; letters with a place, a tail, a hyphen."""

from dataclasses import replace

import pytest

from normalize.model import Decision, Knowledge
from normalize.order import normalize_order
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import make_order, order_of, question_kinds

CELLS = [
    # what a school has of its own is the school's, never one organization of all schools
    ("Центр «Точка роста» школы № 5", "центр «Точка роста» # Школа № 5"),
    ("Центр образования «Точка роста» МАОУ СОШ № 7", "центр образования «Точка роста» # Средняя школа № 7"),
    ("центр «IT-куб» на базе Средней школы № 60", "центр «IT-куб» # Средняя школа № 60"),
    ("школьный музей Основной школы № 8", "школьный музей # Основная школа № 8"),
    ("центр «Точка роста» (Средняя школа № 60)", "центр «Точка роста» # Средняя школа № 60"),
    (
        "центры образования «Точка роста» (Средние школы №№ 5, 25)",
        "центры образования «Точка роста» # Средняя школа № 5; центры образования «Точка роста» # Средняя школа № 25",
    ),
    ("Центр «Росток», школа № 5", "@ Центр «Росток»; # Школа № 5"),
    ("МБУ ДО «Центр «Росток»», СОШ № 5", "@ МБУ ДО «Центр «Росток»»; # Средняя школа № 5"),
    # several bodies of a kind; one, where something governs the genitive or it has a name
    ("Дома культуры сёл и станиц", "дома культуры сёл и станиц"),
    ("ДЮСШ, сельские Дома культуры", "@ ДЮСШ; сельские Дома культуры"),
    ("Дома детского творчества, музеи района", "дома детского творчества; музеи района"),
    ("работники Дома культуры", "работники @ Дом культуры"),
    ("Директор⏎Дома культуры", "директор @ Дом культуры"),
    ("Дом культуры", "@ Дом культуры"),
    # in the genitive right behind a body stands whose it is; a nominative is the next party
    ("ГБУЗ «Майинская ЦРБ» Минздрава РС(Я)", "@ ГБУЗ «Майинская ЦРБ»"),
    ("МБУ «ЦРО» Управления образования", "@ МБУ «ЦРО»"),
    ("БУ ДО «ДЮСШ» Минспорта Чувашии", "@ БУ ДО «ДЮСШ»"),
    ("ГБУЗ «ЦРБ» МЗ КК", "@ ГБУЗ «ЦРБ»"),
    ("Врач ГБУЗ СК «Озёрская ЦРБ» МЗ СК", "врач @ ГБУЗ СК «Озёрская ЦРБ»"),
    ("ГКУ СО КК «СРЦН» МТСР КК, СОШ № 5", "@ ГКУ СО КК «СРЦН»; # Средняя школа № 5"),
    ("ГБУ «ЦРО», МОиН РТ", "@ ГБУ «ЦРО»; @ МОиН РТ ? abbreviation"),
    ("Директор КУ «Центр занятости» Минтруда Татарстана", "директор @ КУ «Центр занятости»"),
    ("ФГБОУ ВО «ЧГПУ» Минпросвещения России", "@ ФГБОУ ВО «ЧГПУ»"),
    ("ГАОУ ДПО СО «ИРО» Управление образования", "@ ГАОУ ДПО СО «ИРО»; @ Управление образования"),
    ("МБУ «ЦРО», специалисты Управления образования", "@ МБУ «ЦРО»; специалисты @ Управление образования"),
    ("Минздрав Чувашии", "@ Минздрав Чувашии"),
    # where it is, and what belongs to its letters
    ("КУ ЦЗН г. Шумерли", "@ КУ «ЦЗН г. Шумерля»"),
    ("методисты МБУ ДО ДЮСШ г. Перми", "методисты @ МБУ ДО «ДЮСШ г. Пермь»"),
    ("Дом культуры с. Рагули, Больница с. Майя", "@ Дом культуры с. Рагули; @ Больница с. Майя"),
    ("директор Дома культуры с. Ключи Вязов А.К.", "<Вязов А.К.> директор @ Дом культуры с. Ключи"),
    ("ГБУ ДПО ЧИППКРО", "@ ГБУ ДПО ЧИППКРО"),
    ("методисты ГАУ ДПО СКИРО ПК и ПРО", "методисты @ ГАУ ДПО СКИРО ПК и ПРО"),
    ("ГАУДПО МО ИРО, ГАУ ДПО ИРО ОО", "@ ГАУДПО МО ИРО; @ ГАУ ДПО «ИРО ОО»"),
    ("МБУ ППМС-Центр, завуч", "@ МБУ ППМС-центр; завуч"),
    ("специалисты МКУ ИМЦ-центра", "специалисты @ МКУ ИМЦ-центр"),
    ("МБУ ИМЦ - директор Вязов А.К.", "@ МБУ ИМЦ; <Вязов А.К.> директор @ МБУ ИМЦ"),
    ("ЦНППМ ГАОУ ДПО СО «ИРО»", "@ ЦНППМ ГАОУ ДПО СО «ИРО»"),
    ("Вязова А.К., директор ЦОКО ГБУ «РИРО»", "<Вязова А.К.> директор @ ЦОКО ГБУ «РИРО»"),
    # each number its own body, with the role
    ("тренеры ДЮСШ № 1 и № 2", "тренеры @ ДЮСШ № 1; тренеры @ ДЮСШ № 2"),
    ("директора ДМШ №№ 1, 2", "директора @ ДМШ № 1; директора @ ДМШ № 2"),
    ("МБУ ДО ДШИ № 1, 2, 3", "@ ДШИ № 1; @ ДШИ № 2; @ ДШИ № 3"),
    ("ДЮСШ № 1, СОШ № 2", "@ ДЮСШ № 1; # Средняя школа № 2"),
    # groups and letters that everybody knows
    ("родительский контроль, районное казачье общество", "родительский контроль; районное казачье общество"),
    ("ответственный за родительский контроль", "ответственный за родительский контроль"),
    ("МФЦ, специалисты МФЦ", "@ МФЦ; специалисты @ МФЦ"),
    # letters of a centre say where, whatever the post; those of a system say nothing of the kind
    ("тьюторы ЦНППМ, программист РМЦ", "тьюторы @ ЦНППМ; программист @ РМЦ"),
    ("координаторы ЦОС, учителя ОРКСЭ", "координаторы ЦОС; учителя ОРКСЭ"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_cells(text: str, expected: str) -> None:
    assert parties(text.replace("⏎", "\n")) == expected


OTHER = "МБУ ДО «Центр дополнительного образования»"
KNOWN = (f"методисты {OTHER}", f"Яркова Н.А., директор {OTHER}")


def test_the_body_before_a_person_is_meant_by_its_noun() -> None:
    order = order_of(*KNOWN, "ИМЦ, Серова А.А., методист центра", "Лосева М.П., методист центра")
    assert resolved(order, order.measures[2]).rstrip(" ?") == "@ ИМЦ; <Серова А.А.> методист @ ИМЦ"
    assert resolved(order, order.measures[3]) == f"<Лосева М.П.> методист @ {OTHER}"


def test_a_body_that_may_be_no_centre_is_asked_beside_the_other() -> None:
    cells = (*KNOWN, "МБУ «Доверие», Лобанова Е.Е., директор центра")
    (question,) = [one for one in order_of(*cells).questions if one.kind == "which_body"]
    assert question.key == "which_body|центр|org|мбу доверие"
    assert [one.label for one in question.candidates] == ["МБУ «Доверие»", OTHER]
    decided = Decision("same", question.key, "org|мбу доверие")
    order = order_of(*cells, decisions=(decided,))
    assert "<Лобанова Е.Е.> директор @ МБУ «Доверие»" in resolved(order, order.measures[2])
    assert resolved(order, order.measures[1]) == f"<Яркова Н.А.> директор @ {OTHER}"


def test_an_authority_before_a_person_is_no_centre() -> None:
    order = order_of(*KNOWN, "Управление образования, Лосева М.П., методист центра")
    assert f"<Лосева М.П.> методист @ {OTHER}" in resolved(order, order.measures[2])


def test_letters_of_one_body_with_another_town_are_another() -> None:
    order = order_of("КУ «ЦЗН»", "ЦЗН г. Лесногорска", "директор ЦЗН г. Шумерли Вязов А.К.")
    assert resolved(order, order.measures[1]) == "@ КУ «ЦЗН»"
    assert resolved(order, order.measures[2]) == "<Вязов А.К.> директор @ ЦЗН г. Шумерля"


def test_a_centre_of_an_institute_is_not_the_institute() -> None:
    order = order_of("РЦОИ ГАОУ ДПО СО «ИРО»", "ГАОУ ДПО СО «ИРО»")
    assert question_kinds(order) == []


LONG = "Центром непрерывного повышения профессионального мастерства педагогических работников"


def test_letters_behind_a_longer_name_are_its_first_initials() -> None:
    raw = make_order([(f"Договор с {LONG} (ЦНППМ)", "май", "тьюторы ЦНППМ"), ("", "май", "ЦНППМ")])
    order = normalize_order(raw, Knowledge())
    name = LONG.replace("Центром", "Центр")
    assert [resolved(order, one) for one in order.measures] == [f"тьюторы @ {name}", f"@ {name}"]
    raw = make_order([("Договор с Центром детского творчества (КДН)", "май", "специалисты ЦРО")])
    assert question_kinds(normalize_order(raw, Knowledge())) == ["abbreviation"]


NAMED = "МБУ ДПО «Центр развития образования»"


def test_the_orders_own_text_names_a_body_in_full() -> None:
    rows = [("", "май", "директор ЦРО"), ("", "май", "методисты ЦДО")]
    order = normalize_order(replace(make_order(rows), named=(NAMED,)), Knowledge())
    assert resolved(order, order.measures[0]).startswith(f"директор @ {NAMED}")
    assert [one.surface for one in order.questions if one.kind == "abbreviation"] == ["ЦДО"]


def test_a_body_of_the_text_and_another_of_the_cells_prove_nothing() -> None:
    rows = [("", "май", "методисты ЦРО"), ("", "май", "МБУ «Центр развития одарённости»")]
    order = normalize_order(replace(make_order(rows), named=(NAMED,)), Knowledge())
    assert "abbreviation" in question_kinds(order)


ISSUERS = ["Озёрское районное управление образования", "МКУ «Лесное районное управление образования»"]


@pytest.mark.parametrize("issuer", ISSUERS)
def test_an_issuer_without_its_place(issuer: str) -> None:
    raw = make_order([("", "май", "специалисты РУО")])
    order = normalize_order(replace(raw, head=replace(raw.head, issuer=issuer)), Knowledge())
    assert resolved(order, order.measures[0]) == f"специалисты @ {issuer}"
