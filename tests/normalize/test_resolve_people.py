"""Whom a printed name means: its own nominative, a known person's oblique form, or a question."""

import pytest

from normalize.model import Decision, Knowledge, Order, Person
from normalize.order import normalize_order
from normalize.surnames import may_be_oblique, oblique_forms, possible_nominatives
from tests.normalize.notation import resolved
from tests.normalize.orders import make_order, order_of


def order(measure: str, cell: str = "Методисты", known: Knowledge | None = None) -> Order:
    return normalize_order(make_order([(measure, "май", cell)]), known or Knowledge())


def in_measure(found: Order) -> str:
    return resolved(found, found.measures[0], "measure")


MEANINGS = [
    # the nominative stands in the responsible column
    ("Отчёт Ченцова Е.Н.", "Ченцов Е.Н., завуч", "<Ченцов Е.Н.>"),
    ("Выезд Жигулиной М.Л.", "Жигулина М.Л., проректор", "<Жигулина М.Л.>"),
    ("Доклад Кузьмича С.В.", "Кузьмич С.В., завуч", "<Кузьмич С.В.>"),
    ("Доклад Малашенко И.В.", "Малашенко И.В., завуч", "<Малашенко И.В.>"),
    ("Отчёт Ченцовой Е.Ю.", "Ченцов Е.Н., завуч, Ченцова Е.Ю., методист", "<Ченцова Е.Ю.>"),
    # a full name and its initials are one person
    ("Доклад Вязовой Анны Кирилловны", "Вязова А.К., завуч", "<Вязова А.К.>"),
    # only here: a woman's form is safe
    ("под руководством Мамонтовой М.Ю", "Методисты", "<Мамонтова М.Ю.>"),
]


@pytest.mark.parametrize(("measure", "cell", "expected"), MEANINGS)
def test_meaning(measure: str, cell: str, expected: str) -> None:
    found = order(measure, cell)
    assert in_measure(found) == expected
    assert [question.kind for question in found.questions if question.kind != "empty_deadline"] == []


def test_given_names_are_taken_from_any_mention() -> None:
    (person,) = order("Доклад Вязовой Анны Кирилловны", "Вязова А.К., завуч").people
    assert (person.key, person.given_names) == ("вязова|а|к", "Анна Кирилловна")


APART = [
    ["Ченцов Е.Н., завуч", "Ченцова Е.Ю., завуч"],
    ["Плотникова Т.А., завуч", "Плотникова Т.Н., завуч"],
    ["Бессонова М.В., завуч", "Зыкова М.В., завуч"],
]


@pytest.mark.parametrize("cells", APART)
def test_other_initials_or_surnames_are_other_people(cells: list[str]) -> None:
    found = order_of(*cells)
    assert len(found.people) == 2
    assert found.questions == ()


@pytest.mark.parametrize(
    "cells", [["Плотникова Т.А., завуч", "Плотников Т.А., методист"], ["Вязова А.К.", "Вязева А.К."]]
)
def test_one_letter_apart_is_asked_and_not_joined(cells: list[str]) -> None:
    found = order_of(*cells)
    assert len(found.people) == 2
    assert "similar_people" in {question.kind for question in found.questions}
    assert {party.status for measure in found.measures for party in measure.parties} == {"proposed"}


def test_known_person_in_an_oblique_case() -> None:
    known = Knowledge(people=(Person("лосев|п|и", "Лосев П.И.", "Лосев", "П.И.", None),))
    found = order("Отчёт Лосева П.И.", known=known)
    assert in_measure(found) == "<Лосев П.И.>"
    assert found.measures[0].parties[-1].rule == "oblique form of a known name"


def test_unknown_person_who_may_stand_in_an_oblique_case_is_asked() -> None:
    found = order("Отчёт Лосева П.И.")
    (question,) = found.questions
    assert (question.kind, question.key) == ("oblique_name", "person|лосева|п|и")
    assert [party.status for party in found.measures[0].parties if party.field == "measure"] == ["unresolved"]


def test_form_of_two_known_people_is_asked() -> None:
    """«Ченцова Е.Н.» is a woman or the genitive of a man."""
    found = order("Отчёт Ченцова Е.Н.", "Ченцов Е.Н., завуч, Ченцова Е.Н., методист")
    assert {"similar_people", "oblique_name"} & {question.kind for question in found.questions}


def test_decision_on_a_spelling_of_a_person() -> None:
    decision = Decision("same", "person|вязева|а|к", "вязова|а|к")
    found = order_of("Вязова А.К.", "Вязева А.К.", decisions=(decision,))
    assert [person.name for person in found.people] == ["Вязова А.К."]
    assert found.measures[1].parties[0].surface == "Вязева А.К."
    assert found.questions == ()


FORMS = [
    ("Ченцов", {"Ченцова", "Ченцову", "Ченцовым", "Ченцове"}),
    ("Ченцова", {"Ченцовой", "Ченцову"}),
    ("Войтюшенко", set()),
    ("Достоевский", {"Достоевского", "Достоевскому", "Достоевским", "Достоевском"}),
]


@pytest.mark.parametrize(("surname", "forms"), FORMS)
def test_oblique_forms(surname: str, forms: set[str]) -> None:
    assert oblique_forms(surname) == forms


@pytest.mark.parametrize(
    ("surname", "oblique"), [("Сомова", True), ("Мельника", True), ("Войтюшенко", False), ("Иванов", False)]
)
def test_may_be_oblique(surname: str, oblique: bool) -> None:
    assert may_be_oblique(surname) is oblique


@pytest.mark.parametrize(
    ("printed", "nominatives"),
    [("Сомова", ("Сомов",)), ("Дроздову", ("Дроздова", "Дроздов")), ("Мельника", ("Мельник",)), ("Войтюшенко", ())],
)
def test_possible_nominatives(printed: str, nominatives: tuple[str, ...]) -> None:
    assert possible_nominatives(printed) == nominatives
