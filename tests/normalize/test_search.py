"""Forms of one word have one stem, and a stem is nothing but letters and digits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.search import search_stems

SAME = (
    ("школой", "школа"),
    ("приказов", "приказ"),
    ("ПРИКАЗАМИ", "приказу"),
    ("систем", "система"),
    ("учёба", "учеба"),
    ("Ёлка", "елку"),
    ("Иванова", "Иванов"),
    ("Ивановым", "Ивановой"),
    ("Плотниковой Татьяне", "Плотникова Татьяна"),
    ("управлением образования", "Управлению Образования"),
    ("Cаламатова", "Саламатова"),  # a Latin C
    ("школа №27", "школы № 27"),
    ("«Лицей № 9»", "лицея 9"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_have_one_stem(one: str, other: str) -> None:
    assert search_stems(one) == search_stems(other) != ()


@pytest.mark.parametrize(("one", "other"), [("школа № 2", "школа № 27"), ("школа 27", "школа 27а")])
def test_others_stay_apart(one: str, other: str) -> None:
    assert search_stems(one) != search_stems(other)


@pytest.mark.parametrize("text", ["", " ", '"', "*", "№", "()", "—", "%_"])
def test_text_without_words(text: str) -> None:
    assert search_stems(text) == ()


@given(st.text() | st.text("абвёйионьясту №27-«»", max_size=40))
def test_stems_are_plain_sorted_and_stay_as_they_are(text: str) -> None:
    stems = search_stems(text)
    assert all(re.fullmatch("[0-9a-zа-я]+", stem) for stem in stems)
    assert list(stems) == sorted(set(stems))
    assert search_stems(" ".join(stems)) == stems
