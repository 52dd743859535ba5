"""Whom a printed name means: its own nominative, a known person's oblique form, or a question."""

from dataclasses import replace
from typing import Any

import pytest

from normalize.model import Decision, Knowledge, Order, Person, Sighting
from normalize.names.surnames import may_be_oblique, oblique_forms, possible_nominatives
from normalize.order import normalize_order
from normalize.people.spans import person_key
from normalize.people.surname_looks import stands_oblique
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


@pytest.mark.parametrize("cells", [("Артемов П.И., завуч", "Артёмов П.И."), ("Артёмов П.И., завуч", "Артемов П.И.")])
def test_a_surname_with_dots_over_its_letter_wins(cells: tuple[str, str]) -> None:
    (person,) = order_of(*cells).people
    assert (person.key, person.name, person.surname) == ("артемов|п|и", "Артёмов П.И.", "Артёмов")


APART = [
    ["Ченцов Е.Н., завуч", "Ченцова Е.Ю., завуч"],
    ["Плотникова Т.А., завуч", "Плотникова Т.Н., завуч"],
    ["Бессонова М.В., завуч", "Зыкова М.В., завуч"],
    ["Лыкова-Рожкова И.П., завуч", "Лыкова-Вязова И.П., завуч"],
    ["Лыкова-Рожкова И.П., завуч", "Лыкова И.В., завуч"],
]


@pytest.mark.parametrize("cells", APART)
def test_other_initials_or_surnames_are_other_people(cells: list[str]) -> None:
    found = order_of(*cells)
    assert len(found.people) == 2
    assert found.questions == ()


@pytest.mark.parametrize(
    "cells",
    [
        ["Плотникова Т.А., завуч", "Плотников Т.А., методист"],
        ["Вязова А.К.", "Вязева А.К."],
        ["Лыкова-Рожкова И.П.", "Лыкова И.П., директор Основной школы № 27"],
        ["Рожкова-Лыкова И.П.", "Рожкова И.П., пресс-секретарь"],
        ["Лыкова-Рожкова И.П.", "Рожкова-Лыкова И.П."],
    ],
)
def test_one_letter_or_one_half_apart_is_asked_and_not_joined(cells: list[str]) -> None:
    found = order_of(*cells)
    assert len(found.people) == 2
    assert "similar_people" in {question.kind for question in found.questions}
    assert {party.status for measure in found.measures for party in measure.parties} == {"proposed"}


def test_known_person_in_an_oblique_case() -> None:
    known = Knowledge(people=(Person("лосев|п|и", "Лосев П.И.", "Лосев", "П.И.", None),))
    found = order("Отчёт Лосева П.И.", known=known)
    assert in_measure(found) == "<Лосев П.И.>"
    assert found.measures[0].parties[-1].rule == "oblique form of a known name"


OBLIQUE = [
    # (measure, responsible cell, who they are): a form of one known name, in whichever column it stands
    ("", "Возложить на Лосеву П.И., заместителя начальника", "<Лосева П.И.>"),
    ("", "совместно с Мохову А.К.", "<Мохов А.К.>"),
    ("Встреча с Левшиным Д.Е.", "Методисты", "<Левшин Д.Е.>"),
    ("Отчёт Кузьмичу С.В.", "Методисты", "<Кузьмич С.В.>"),
    ("", "Кузьмичом С.В.", "<Кузьмич С.В.>"),
]
NOMINATIVES = ["Лосева П.И.", "Мохов А.К.", "Левшин Д.Е.", "Кузьмич С.В."]


@pytest.mark.parametrize(("measure", "cell", "expected"), OBLIQUE)
def test_oblique_form_of_somebody_whom_another_order_knows(measure: str, cell: str, expected: str) -> None:
    people = tuple(
        Person(person_key(*name.split()), name, name.split()[0], name.split()[1], None) for name in NOMINATIVES
    )
    found = order(measure, cell, Knowledge(people=people))
    assert expected.strip("<>") in [person.name for person in found.people]
    assert not {"oblique_name", "similar_people"} & {question.kind for question in found.questions}


@pytest.mark.parametrize("cell", ["Возложить на Лосеву П.И.", "Мохову А.К., завуч", "Кузьмичом С.В."])
def test_oblique_form_of_nobody_known_is_asked_in_any_column(cell: str) -> None:
    found = order("", cell)
    assert "oblique_name" in {question.kind for question in found.questions}
    assert [party.status for party in found.measures[0].parties if party.kind == "person"] == ["unresolved"]


def test_a_form_of_one_order_is_no_nominative_to_another() -> None:
    forms = (Person("лосеву|п|и", "Лосеву П.И.", "Лосеву", "П.И.", None),)
    found = order("", "Возложить на Лосеву П.И.", Knowledge(people=forms))
    assert "oblique_name" in {question.kind for question in found.questions}


@pytest.mark.parametrize(
    "cell", ["Гром А.А., завуч", "Войтюшенко Г.Ф., завуч", "Сорока А.А., завуч", "Толстой Л.Н., завуч"]
)
def test_nominatives_are_not_asked(cell: str) -> None:
    assert order("", cell).questions == ()


def test_a_womans_form_is_no_man() -> None:
    """«Н.В. Кадочниковой» is «Кадочникова», though only «Кадочников» is named: two people, and a question."""
    found = order("Анализ работы Н.В. Кадочниковой", "Кадочников Н.В., директор")
    assert in_measure(found) == "<Кадочникова Н.В.>"
    assert [question.kind for question in found.questions] == ["similar_people"]


def statuses(found: Order) -> dict[str, set[str]]:
    """Printed name → statuses of its mentions."""
    said: dict[str, set[str]] = {}
    for measure in found.measures:
        for party in measure.parties:
            said.setdefault(party.surface.split(",")[0], set()).add(party.status)
    return said


def test_only_the_rarer_spelling_is_in_doubt() -> None:
    found = order_of(*["Вязова А.К., завуч"] * 3, "Вязева А.К., завуч")
    assert statuses(found) == {"Вязова А.К.": {"resolved"}, "Вязева А.К.": {"proposed"}}


def seen_before(name: str, date: str = "2019-10-01", **more: Any) -> Sighting:
    key = person_key(*name.split())
    post = {"organizations": frozenset(), "roles": frozenset({"завуч"}), "posts": "завуч", "given_names": None}
    return Sighting(key, name, **{**post, **more}, order_date=date, order_number="7", sha256="1" * 64)  # type: ignore[arg-type]


def known_from(*sightings: Sighting) -> Knowledge:
    people = tuple(Person(one.person, one.name, *one.name.split(), None) for one in sightings)
    return Knowledge(people=people, sightings=sightings)


def test_only_the_spelling_that_is_new_is_in_doubt() -> None:
    found = order_of("Вязова А.К., завуч", "Вязева А.К., завуч", known=known_from(seen_before("Вязова А.К.")))
    assert statuses(found) == {"Вязова А.К.": {"resolved"}, "Вязева А.К.": {"proposed"}}
    alone = order_of(
        "Вязова А.К., завуч", known=known_from(seen_before("Вязова А.К."), seen_before("Вязева А.К.", "2020-01-01"))
    )
    assert alone.questions == ()
    again = order_of(
        "Вязева А.К., завуч", known=known_from(seen_before("Вязова А.К."), seen_before("Вязева А.К.", "2020-01-01"))
    )
    assert [question.kind for question in again.questions] == ["similar_people"]


def test_a_later_order_casts_no_doubt() -> None:
    assert order_of("Вязова А.К., завуч", known=known_from(seen_before("Вязева А.К.", "2021-10-01"))).questions == ()


def test_a_decision_on_two_names_holds_in_every_order() -> None:
    decision = Decision("same", "pair|вязева|а|к|вязова|а|к", "вязова|а|к")
    known = replace(known_from(seen_before("Вязова А.К.", "2021-10-01")), decisions=(decision,))
    found = order_of("Вязева А.К., завуч", known=known)
    assert [person.name for person in found.people] == ["Вязова А.К."]


GIVEN = [
    ("Орлова Анна Ивановна, Орлова Алла Игоревна, учителя Лицея № 9", ["Алла Игоревна", "Анна Ивановна"], []),
    ("Орлова Ольга Викторовна, директор, Орлова Ольга Владимировна, учитель Лицея № 9",
     ["Ольга Викторовна", "Ольга Владимировна"], []),
    # one letter apart: a slip, another spelling of the name, or two
    ("Орлова Мария Игоревна, учитель, Орлова Марина Игоревна, завуч", ["Марина Игоревна", "Мария Игоревна"],
     ["similar_people"]),
    ("Орлова Алёна Игоревна, учитель, Орлова Алена Игоревна, завуч", ["Алена Игоревна"], []),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "given", "asked"), GIVEN)
def test_given_names_tell_apart_behind_equal_initials(cell: str, given: list[str], asked: list[str]) -> None:
    found = order_of(cell)
    assert sorted(person.given_names or "" for person in found.people) == given
    assert [question.kind for question in found.questions if question.kind not in ("namesakes", "employer")] == asked


def test_two_given_names_may_be_one_persons() -> None:
    decision = Decision(
        "same", "pair|орлова|м|и|марина-игоревна|орлова|м|и|мария-игоревна", "орлова|м|и|мария-игоревна"
    )
    found = order_of("Орлова Мария Игоревна, учитель, Орлова Марина Игоревна, завуч", decisions=(decision,))
    assert [person.key for person in found.people] == ["орлова|м|и|мария-игоревна"]
    assert found.questions == ()


BOTH = "Орлова Анна Ивановна, директор Лицея № 9, Орлова Алла Игоревна, учитель Лицея № 10"


def test_initials_that_two_people_share_are_asked() -> None:
    found = order_of(BOTH, "Орлова А.И.")
    assert [(question.kind, question.measures) for question in found.questions] == [("which_person", (2,))]


def test_initials_that_two_people_share_in_the_post_of_one() -> None:
    found = order_of(BOTH, "Орлова А.И., директор Лицея № 9")
    assert found.questions == ()
    assert found.measures[1].parties[0].person == "орлова|а|и|анна-ивановна"


def test_a_person_says_which_of_the_two() -> None:
    decision = Decision("same", "which_person|орлова|а|и", "орлова|а|и|алла-игоревна")
    found = order_of(BOTH, "Орлова А.И.", decisions=(decision,))
    assert found.measures[1].parties[0].person == "орлова|а|и|алла-игоревна"
    assert len(found.people) == 2


def test_two_people_behind_the_initials_of_an_earlier_order() -> None:
    """Neither takes the earlier one's place by itself; each keeps a person of its own meanwhile."""
    earlier = seen_before("Орлова А.И.", organizations=frozenset({"school|лицей|9"}), roles=frozenset({"учитель"}))
    found = order_of("Орлова Анна Ивановна, Орлова Алла Игоревна, учителя Лицея № 9", known=known_from(earlier))
    assert len(found.people) == 2
    assert [question.kind for question in found.questions] == ["namesake", "namesake"]


def test_the_one_that_is_not_the_known_one_is_another() -> None:
    earlier = seen_before("Орлова А.И.", organizations=frozenset({"school|лицей|9"}), roles=frozenset({"директор"}))
    found = order_of(BOTH, known=known_from(earlier))
    assert [person.key for person in found.people] == ["орлова|а|и", "орлова|а|и|алла-игоревна"]
    assert found.questions == ()


def test_the_post_tells_which_of_two_is_the_known_one() -> None:
    earlier = seen_before("Орлова А.И.", organizations=frozenset({"school|лицей|9"}), roles=frozenset({"директор"}))
    cell = "Орлова Анна Ивановна, директор Лицея № 9, Орлова Алла Игоревна, учитель Лицея № 9"
    found = order_of(cell, known=known_from(earlier))
    assert [person.key for person in found.people] == ["орлова|а|и", "орлова|а|и|алла-игоревна"]
    assert found.questions == ()


LYCEUM = {"organizations": frozenset({"school|лицей|9"}), "roles": frozenset({"завуч"})}
NEAR = [
    ("Толокнева Т.Н., завуч Лицея № 9", ["similar_people"]),
    ("Толокнева Т.Н., завуч лицея № 9; Толокнева Т.И., учитель Лицея № 9", []),  # both are here
    ("Толокнева Т.Н., учитель Лицея № 9", []),
    ("Толокнева Т.Н., завуч Лицея № 10", []),
    ("Толокнева Н.Т., завуч Лицея № 9", []),  # two initials
]


@pytest.mark.parametrize(("cell", "asked"), NEAR)
def test_one_other_initial_in_the_same_post(cell: str, asked: list[str]) -> None:
    found = order_of(cell, known=known_from(seen_before("Толокнева Т.И.", **LYCEUM)))
    assert [question.kind for question in found.questions] == asked
    assert any(person.name in ("Толокнева Т.Н.", "Толокнева Н.Т.") for person in found.people)


def test_a_person_says_that_one_other_initial_is_a_slip() -> None:
    decision = Decision("same", "pair|толокнева|т|и|толокнева|т|н", "толокнева|т|и")
    known = replace(known_from(seen_before("Толокнева Т.И.", **LYCEUM)), decisions=(decision,))
    found = order_of("Толокнева Т.Н., завуч Лицея № 9", known=known)
    assert [person.name for person in found.people] == ["Толокнева Т.И."]


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
    [
        ("Сомова", ("Сомов",)),
        ("Дроздову", ("Дроздова", "Дроздов")),
        ("Мельника", ("Мельник",)),
        ("Войтюшенко", ()),
        ("Мамину-Сибиряку", ("Мамин-Сибиряк",)),
        ("Ивановым-Петровым", ("Иванова-Петрова", "Иванов-Петров")),
        ("Ивановым-Бондаренко", ()),
    ],
)
def test_possible_nominatives(printed: str, nominatives: tuple[str, ...]) -> None:
    assert possible_nominatives(printed) == nominatives


@pytest.mark.parametrize(
    ("surname", "oblique"),
    [
        ("Левшиным", True), ("Мохову", True), ("Едигареву", True), ("Достоевского", True), ("Кузьмичом", True),
        ("Гоголю", True), ("Сомова", False), ("Гром", False), ("Ким", False), ("Войтюшенко", False),
        ("Достоевский", False), ("Трубецкой", False), ("Сорока", False), ("Шевчук", False),
    ],
)  # fmt: skip
def test_stands_oblique(surname: str, oblique: bool) -> None:
    assert stands_oblique(surname) is oblique


def test_second_surname_in_brackets_is_asked_about() -> None:
    cells = ("Вязова (Лосева) А.К., методист ИМЦ", "Лосева А.К.")
    (question,) = [one for one in order_of(*cells).questions if one.kind == "similar_people"]
    assert question.key == "pair|вязова|а|к|лосева|а|к"
    assert question.text == "«Вязова А.К.» и «Лосева А.К.» — один человек или двое?"
    decided = order_of(*cells, decisions=(Decision("same", question.key, "вязова|а|к"),))
    assert [person.name for person in decided.people] == ["Вязова А.К."]
    assert "similar_people" not in [one.kind for one in decided.questions]
