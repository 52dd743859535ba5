"""Bodies in responsible cells: which are organizations, and what a bracket or a clause behind one says of it."""

from dataclasses import replace

import pytest

from ingest.model import Explained
from normalize.model import Decision, Knowledge
from normalize.order import normalize_order
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import make_order, order_of

CELLS = [
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
    # one set of schools, printed as a list
    ("Руководители СОШ, лицеев, гимназий", "руководители СОШ, лицеев, гимназий"),
    ("директора ОУ, методисты", "директора ОУ; методисты"),
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

GLOSSARIES = [
    ((GMC,), "методист ГМЦ Вязова А.К., МБУ ГМЦ", f"<Вязова А.К.> методист @ {CENTRE}; @ {CENTRE}"),
    ((COOU,), "МКУ «ЦООУ», инженер ЦООУ", "@ МКУ «Центр обслуживания ОУ»; инженер @ МКУ «Центр обслуживания ОУ»"),
    # another legal form, no organization at all, two explanations
    ((COOU,), "МБУ «ЦООУ»", "@ МБУ «ЦООУ»"),
    ((Explained("ОУ", "образовательное учреждение", True),), "директора ОУ", "директора ОУ"),
    ((GMC, Explained("ГМЦ", "МАУ «Горный молодёжный центр»", True)), "методисты ГМЦ", "методисты @ ГМЦ"),
]


@pytest.mark.parametrize(("glossary", "cell", "expected"), GLOSSARIES)
def test_letters_that_the_text_explains(glossary: tuple[Explained, ...], cell: str, expected: str) -> None:
    order = normalize_order(replace(make_order([("", "май", cell)]), glossary=glossary), Knowledge())
    assert resolved(order, order.measures[0]) == expected


def test_a_person_says_otherwise_than_the_text() -> None:
    raw = replace(make_order([("", "май", "методисты ГМЦ")]), glossary=(GMC,))
    decided = Decision("text", "abbreviation|гмц", "МАУ «Горный молодёжный центр»")
    order = normalize_order(raw, Knowledge(decisions=(decided,)))
    assert resolved(order, order.measures[0]) == "методисты @ МАУ «Горный молодёжный центр»"


def test_letters_in_two_cases_are_the_initials_of_a_name() -> None:
    palace = "МАУ ДО «Дворец творчества детей и молодёжи»"
    order = order_of(palace, "директор ДТДиМ Вязова А.К.")
    assert resolved(order, order.measures[1]) == f"<Вязова А.К.> директор @ {palace}"
