"""Orders of our own in a database, and a clerk's answers to what they leave open."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text

from ingest.model import RawOrder
from pipeline.loading import load_rows, make_stamp
from review.sheet import SheetReport, take_rows
from store.db import reading
from store.review.model import QueueEntry
from store.review.queue import queue_entries
from store.review.rereads import reread_first
from store.review.sheet import SheetAnswer
from store.review.undo import last_of, take_back


def load_all(engine: Engine, orders: list[RawOrder]) -> None:
    for raw in orders:
        with engine.begin() as connection:
            load_rows(connection, raw, None)
    reread_all(engine)


def reread_all(engine: Engine) -> None:
    more = True
    while more:
        with engine.begin() as connection:
            more = reread_first(connection, make_stamp())


def entry_of(connection: Connection, key: str) -> QueueEntry:
    return next(one for one in queue_entries(connection) if one.key.startswith(key))


def answer(engine: Engine, key: str, words: str = "", chosen: str = "") -> SheetReport:
    """The answer to the question whose key begins so, and its orders read again."""
    with engine.begin() as connection:
        entry = entry_of(connection, key)
        row = SheetAnswer(chosen, words, "", "", entry.question_id, entry.key)
        report = take_rows(connection, [(2, row)], "Анна")
    reread_all(engine)
    return report


def take_last_back(engine: Engine) -> None:
    with engine.begin() as connection:
        last = last_of(connection, "Анна")
        assert last is not None
        take_back(connection, last.decision_id, clerk="Анна", when=datetime.now(UTC))
    reread_all(engine)


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def open_texts(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return [one.text for one in queue_entries(connection)]
