"""Titles of two things that several people share: who has which is asked. Notation: notation.py."""

import pytest

from normalize.model import Decision
from normalize.questions.verdict_effects import ALL_OF_EACH
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import order_of

TITLES = [
    # as many names as things: in their order
    (
        "Муниципальные координаторы ГИА-9 и ГИА-11: Вязова А.К., Лосев П.И.",
        "<Вязова А.К.> муниципальный координатор ГИА-9; <Лосев П.И.> муниципальный координатор ГИА-11 ? title_pairs",
    ),
    (
        "Вязова А.К., Лосев П.И., ответственные за ОГЭ и ЕГЭ",
        "<Вязова А.К.> ответственный за ОГЭ; <Лосев П.И.> ответственный за ЕГЭ ? title_pairs",
    ),
    (
        "Вязова А.К., Лосев П.И., заместители директора по УВР и ВР",
        "<Вязова А.К.> заместитель директора по УВР; <Лосев П.И.> заместитель директора по ВР ? title_pairs",
    ),
    (
        "Вязова А.К., Лосев П.И. – зам. директора по УВР и ВР",
        "<Вязова А.К.> заместитель директора по УВР; <Лосев П.И.> заместитель директора по ВР ? title_pairs",
    ),
    # otherwise everybody has all
    (
        "Вязова А.К., Лосев П.И., Юдина С.С. – зам. директора по УВР, ВР",
        "<Вязова А.К.> заместитель директора по УВР + заместитель директора по ВР; "
        "<Лосев П.И.> заместитель директора по УВР + заместитель директора по ВР; "
        "<Юдина С.С.> заместитель директора по УВР + заместитель директора по ВР ? title_parts",
    ),
    (
        "Вязова А.К. – зам. директора по УВР и ВР",
        "<Вязова А.К.> заместитель директора по УВР + заместитель директора по ВР",
    ),
    (
        "Кураторы ВПР и ОГЭ – Вязова А.К., Лосев П.И., Юдина С.С.",
        "<Вязова А.К.> куратор ВПР + куратор ОГЭ; <Лосев П.И.> куратор ВПР + куратор ОГЭ; "
        "<Юдина С.С.> куратор ВПР + куратор ОГЭ ? title_parts",
    ),
    # one thing, one person, or a title of her own
    (
        "Специалисты КДН и ЗП: Вязова А.К., Лосев П.И.",
        "<Вязова А.К.> специалист @ КДН и ЗП; <Лосев П.И.> специалист @ КДН и ЗП",
    ),
    ("Координатор ГИА-9 и ГИА-11 Вязова А.К.", "<Вязова А.К.> координатор ГИА-9 и ГИА-11"),
    (
        "Вязова А.К., координатор ОГЭ и ЕГЭ, Лосев П.И., координатор ОГЭ и ЕГЭ",
        "<Вязова А.К.> координатор ОГЭ и ЕГЭ; <Лосев П.И.> координатор ОГЭ и ЕГЭ",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_who_has_which(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_a_person_says_that_each_has_all() -> None:
    cell = "Координаторы ГИА-9 и ГИА-11: Вязова А.К., Лосев П.И."
    (question,) = order_of(cell).questions
    order = order_of(cell, decisions=(Decision("same", question.key, ALL_OF_EACH),))
    both = "координатор ГИА-9 + координатор ГИА-11"
    assert (resolved(order, order.measures[0]), order.questions) == (f"<Вязова А.К.> {both}; <Лосев П.И.> {both}", ())
