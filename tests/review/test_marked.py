"""Which words of a cell the page marks, and how far an answer to one cell may reach, on a real database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from store.db import open_engine, reading
from store.review.places import places_of
from store.review.question import find_question
from store.review.queue import queue_entries
from tests.normalize.orders import make_order
from tests.review.conftest import load

DEPUTY = "заместитель директора по УВР"
TEN = "2, 7, 11, 12, 14, 15, 22, 25, 34, 38"
ROWS = (
    ("", "май 2021", f"руководители школ №№ {TEN}"),
    ("", "май 2021", f"руководители школ №№ {TEN}, 51"),
    ("", "май 2021", "Вязова А.К., заместитель директора по УВР, руководители ШМО"),
    ("", "май 2021", "Сомова И.О., заместитель руководителя по УВР"),
    ("Корректировка программ школ №№ 2, 7, 11, 38", "май 2021", "руководители школ №№ 2, 7"),
    ("", "", "Вязова А.К., заместитель директора по УВР"),
)


@pytest.fixture
def connection(sqlite_url: str) -> Iterator[Connection]:
    load(sqlite_url, make_order(ROWS))
    engine = open_engine(sqlite_url)
    with reading(engine) as opened:
        yield opened
    engine.dispose()


def marked(connection: Connection, begins: str) -> list[list[str]]:
    """The marked words, cell by cell, of the question whose text begins so."""
    [entry] = [one for one in queue_entries(connection) if one.text.startswith(begins)]
    question = find_question(connection, entry.question_id)
    assert question is not None
    found = []
    for place in places_of(connection, question, "here", 9):
        one = place.cells
        texts = {"measure": one.measure, "deadline": one.deadline, "responsible": one.responsible}
        found.append([texts[span.field][span.start : span.end] for span in place.spans])
    return found


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        ("Списки школ в мероприятиях 1, 2", [[], ["51"]]),
        ("В тексте мероприятия 5", [["11", "38"]]),
        ("Что значит «ШМО»", [["ШМО"]]),
        ("«заместитель", [[DEPUTY], ["заместитель руководителя по УВР"], [DEPUTY]]),
    ],
)
def test_only_the_words_in_doubt_are_marked(connection: Connection, begins: str, words: list[list[str]]) -> None:
    assert marked(connection, begins) == words


def test_a_question_of_one_cell_offers_one_scope(connection: Connection) -> None:
    reaches = {}
    for entry in queue_entries(connection):
        question = find_question(connection, entry.question_id)
        assert question is not None
        reaches[entry.kind] = [one.scope for one in question.reaches]
    assert reaches["empty_deadline"] == ["here"]
    assert "everywhere" in reaches["abbreviation"]
