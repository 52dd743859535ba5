"""Posts in the singular and as many names, each his own. Notation: notation.py."""

import pytest

from normalize.model import Decision
from normalize.questions.verdict_effects import SOMEBODY_ELSE
from tests.normalize.notation import parties, resolved
from tests.normalize.orders import order_of

BEFORE = "<Вязов А.К.> директор @ Лицей № 9; <Лосева П.И.> заместитель директора @ Лицей № 9"
CELLS = [
    ("Директор и заместитель директора Лицея № 9 Вязов А.К., Лосева П.И.", BEFORE),
    ("Директор и заместитель директора Лицея № 9 Вязов А.К. и Лосева П.И.", BEFORE),
    ("Директор и заместитель директора Лицея № 9 (Вязов А.К., Лосева П.И.)", BEFORE),
    ("Директор и заместитель директора Лицея № 9 – Вязов А.К., Лосева П.И.", BEFORE),
    ("Вязов А.К. и Лосева П.И., директор и заместитель директора Лицея № 9", BEFORE),
    ("Вязов А.К., Лосева П.И. – директор и заместитель директора Лицея № 9", BEFORE),
    (
        "Директор, завуч и психолог Лицея № 9 Вязов А.К., Лосева П.И., Котов Т.Е.",
        "<Вязов А.К.> директор @ Лицей № 9; <Лосева П.И.> завуч @ Лицей № 9; <Котов Т.Е.> психолог @ Лицей № 9",
    ),
    # a short title may be that of both; behind a comma the posts may be others'
    (
        "Директор и зам. директора по ВР Вязов А.К., Лосева П.И.",
        "<Вязов А.К.> директор; <Лосева П.И.> заместитель директора по ВР ? title_pairs",
    ),
    (
        "Вязов А.К., Лосева П.И., директор и завуч Лицея № 9",
        "<Вязов А.К.> директор @ Лицей № 9; <Лосева П.И.> завуч @ Лицей № 9 ? shared_title",
    ),
    # other numbers, or titles of their own behind the names
    ("Директор и завуч Вязов А.К.", "директор; <Вязов А.К.> завуч"),
    (
        "Директор и заместители директора Лицея № 9 Вязов А.К., Лосева П.И.",
        "директор; <Вязов А.К.> заместитель директора @ Лицей № 9; <Лосева П.И.> заместитель директора @ Лицей № 9",
    ),
    ("директор Вязов А.К. и завуч Лосева П.И.", "<Вязов А.К.> директор; <Лосева П.И.> завуч"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_each_has_his(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_a_person_says_that_the_posts_are_others() -> None:
    cell = "Вязов А.К., Лосева П.И., директор и завуч Лицея № 9"
    (question,) = order_of(cell).questions
    order = order_of(cell, decisions=(Decision("same", question.key, SOMEBODY_ELSE),))
    expected = "<Вязов А.К.>; <Лосева П.И.>; директор @ Лицей № 9; завуч @ Лицей № 9"
    assert resolved(order, order.measures[0]).replace("#", "@") == expected
