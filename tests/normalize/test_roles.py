"""Titles: as printed → as the contract wants them."""

import pytest

from normalize.titles.heads import find_head
from normalize.titles.roles import area_role, nominative_role, read_role, singular_role

ROLES = [
    ("Техн. специалист ППЭ", "технический специалист ППЭ"),
    ("техн. специалисты", "технические специалисты"),
    ("Зам. директора по УВР", "заместитель директора по УВР"),
    ("зам.директора по ВР", "заместитель директора по ВР"),
    ("Зам.дир по УВР", "заместитель директора по УВР"),
    ("Заместитель директора поУВР", "заместитель директора по УВР"),
    ("Зам-ли директора", "заместители директора"),
    ("ЗУВР", "заместитель директора по УВР"),
    ("РШМО", "руководитель ШМО"),
    ("рук-ль ШМО", "руководитель ШМО"),
    ("Кл.рук-ли", "классные руководители"),
    ("кл. рук.", "классный руководитель"),
    ("соц. педагог", "социальный педагог"),
    ("ст. воспитатель", "старший воспитатель"),
    ("вед. спец.", "ведущий специалист"),
    ("гл. специалист отдела", "главный специалист отдела"),
    ("мед. работник", "медицинский работник"),
    ("м/с", "медицинская сестра"),
    ("пед. -психолог", "педагог-психолог"),
    ("педагог – психолог", "педагог-психолог"),
    ("и.о. директора", "исполняющий обязанности директора"),
    ("врио директора", "временно исполняющий обязанности директора"),
    ("отв. за питание", "ответственный за питание"),
    ("предс. комиссии", "председатель комиссии"),
    ("преп. ОБЖ", "преподаватель ОБЖ"),
    ("зав. отделом", "заведующий отделом"),
    ("коуч - наставники", "коуч-наставники"),
    ("Экспертная группа (совет)", "экспертная группа"),
    ("группа из числа специалистов управления", "группа"),
    ("Муниципальные координаторы.", "муниципальные координаторы"),
    ("ШМО", "ШМО"),
    ("Ответственный по ОТ и ТБ", "ответственный по ОТ и ТБ"),
    ("отв. по ОТ и ТБ", "ответственный по ОТ и ТБ"),
    ("Зам. начальника по соц. вопросам", "заместитель начальника по социальным вопросам"),
    ("пед. работники", "педагогические работники"),
]

SINGULAR = [
    ("специалисты группы оценки качества", "специалист группы оценки качества"),
    ("ведущие специалисты отдела", "ведущий специалист отдела"),
    ("классные руководители", "классный руководитель"),
    ("заместители директора по УВР", "заместитель директора по УВР"),
    ("учителя-тьюторы", "учитель-тьютор"),
    ("коуч-наставники", "коуч-наставник"),
    ("педагоги-психологи", "педагог-психолог"),
    ("медицинские сёстры", "медицинская сестра"),
    ("члены комиссии", "член комиссии"),
    ("директор", "директор"),
]

NOMINATIVE = [
    ("куратора регионального проекта", "куратор регионального проекта"),
    ("ведущего специалиста", "ведущий специалист"),
    ("заместителя директора по УВР", "заместитель директора по УВР"),
    ("кураторов проекта", "кураторы проекта"),
]

HEADS = [  # a title → its head noun, None where nothing can head it
    ("ведущий специалист отдела", "специалист"),
    ("лучшие педагоги школ города", "педагоги"),
    ("сертифицированный коуч", "коуч"),
    ("дежурный учитель", "учитель"),
    ("Экспертная группа", "группа"),
    ("зам. директора", "зам."),
    ("качества образования", None),
]


@pytest.mark.parametrize(("printed", "role"), ROLES)
def test_role(printed: str, role: str) -> None:
    assert read_role(printed) == role


@pytest.mark.parametrize(("plural", "singular"), SINGULAR)
def test_singular_for_one_of_several(plural: str, singular: str) -> None:
    assert singular_role(plural) == singular


@pytest.mark.parametrize(("oblique", "nominative"), NOMINATIVE)
def test_title_of_a_measure_in_the_nominative(oblique: str, nominative: str) -> None:
    assert nominative_role(oblique) == nominative


@pytest.mark.parametrize(("title", "noun"), HEADS)
def test_head(title: str, noun: str | None) -> None:
    words = title.split()
    head = find_head(words)
    assert (None if head is None else words[head.index]) == noun


@pytest.mark.parametrize(
    ("word", "plural", "body"),
    [("директор", False, False), ("методисты", True, False), ("администрация", False, True), ("коучи", True, False)],
)
def test_what_a_head_says(word: str, plural: bool, body: bool) -> None:
    head = find_head([word])
    assert head is not None
    assert (head.plural, head.body) == (plural, body)


def test_strict_head_is_no_genitive_of_a_thing() -> None:
    assert find_head(["политики"]) is not None
    assert find_head(["политики"], strict=True) is None


def test_second_deputy() -> None:
    assert area_role("заместитель директора по УВР", "ВР") == "заместитель директора по ВР"
    assert area_role("директор", "ВР") is None
    assert area_role("заместитель директора по УВР", "ШМО") is None


@pytest.mark.parametrize(
    ("printed", "role"),
    [("ст. вожатая", "старшая вожатая"), ("ЗАМЕСТИТЕЛЬ ДИРЕКТОРА", "заместитель директора")],
)
def test_role_once_read_wrongly(printed: str, role: str) -> None:
    assert read_role(printed) == role


@pytest.mark.parametrize(
    ("oblique", "nominative"),
    [("педагогу-психологу", "педагог-психолог"), ("старшему методисту", "старший методист")],
)
def test_title_once_read_wrongly(oblique: str, nominative: str) -> None:
    assert nominative_role(oblique) == nominative
