"""Cells of plans of schools and kindergartens: surnames without initials, words that are written out, lists."""

import pytest

from tests.normalize.notation import parties

# A surname without initials, or with one, is a person all the same.
SURNAMES = [
    ("Жарова Д.А., зав. библиотекой Лугова", "<Жарова Д.А.>; заведующий библиотекой Лугова ? unknown_phrase"),
    ("Жарова Д.А., ст. вожатая Чистова", "<Жарова Д.А.>; старшая вожатая Чистова ? unknown_phrase"),
    ("Жарова Д.А.; учитель физкультуры Громов", "<Жарова Д.А.>; учитель физкультуры Громов ? unknown_phrase"),
    ("Жарова Д.А., кл. рук. 5а Зайцева", "<Жарова Д.А.>; классный руководитель 5а Зайцева ? unknown_phrase"),
    (
        "Жарова Д.А., методист, ст. вожатая Чистова",
        "<Жарова Д.А.> методист; старшая вожатая Чистова ? unknown_phrase",
    ),
    ("Жарова Д.А., глава города Лугова", "<Жарова Д.А.> глава города Лугова"),
    ("Жарова Д.А., учитель школы им. Юрьева", "<Жарова Д.А.> учитель школы им. Юрьева"),
    ("Ст. вожатая Чистова А., кл. рук-ли", "<Чистова А.> старшая вожатая; классные руководители"),
    ("Хореограф Лисина М., вокалист Сурова И.", "<Лисина М.> хореограф; <Сурова И.> вокалист"),
    ("Ст. вожатая Лапина А.", "<Лапина А.> старшая вожатая"),
]


@pytest.mark.parametrize(("text", "expected"), SURNAMES)
def test_surname_is_a_person(text: str, expected: str) -> None:
    assert parties(text) == expected
