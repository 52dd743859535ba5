"""`check` is silent on what `load_order` wrote and names what somebody broke."""

import pytest
from sqlalchemy import Engine, text

from store.check import check
from store.db import reading
from store.load import load_order
from tests.store.factory import STAMP, make_order, make_raw


def found(engine: Engine) -> set[str]:
    with reading(engine) as connection:
        return {one.kind for one in check(connection)}


@pytest.fixture
def loaded(engine: Engine) -> Engine:
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
    return engine


def test_empty_database_holds(engine: Engine) -> None:
    assert found(engine) == set()


def test_loaded_order_holds(loaded: Engine) -> None:
    assert found(loaded) == set()


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("UPDATE measures SET position = 7 WHERE position = 3", "position_gap"),
        ("UPDATE parties SET ends_at = ends_at + 1 WHERE field = 'measure'", "span"),
        ("UPDATE parties SET person_id = NULL WHERE kind = 'person'", "party"),
        ("UPDATE deadlines SET starts_on = '2030-01-01' WHERE kind = 'by'", "deadline"),
        ("UPDATE measures SET deadline_text = 'завтра' WHERE position = 1", "lost_text"),
        ("DELETE FROM measures WHERE position = 3", "lost_text"),
        ("DELETE FROM sources", "lost_text"),
        ("UPDATE orders SET title = ''", "empty_text"),
        ("DELETE FROM measures", "orphan"),
    ],
)
def test_damage_is_named(loaded: Engine, damage: str, kind: str) -> None:
    with loaded.begin() as connection:
        connection.execute(text(damage))
    assert kind in found(loaded)


def test_contradicting_decisions_written_past_the_check(engine: Engine) -> None:
    insert = """INSERT INTO decisions (decision_id, seq, made_at, actor, verb, subject, answer, scope, evidence,
        rules_version) VALUES ('{0}', {0}, '2020-01-01T00:00:00Z', 'x', '{1}', 'm1', 'm2', 'everywhere', '[]', '1')"""
    with engine.begin() as connection:
        connection.exec_driver_sql(insert.format(1, "same"))
        connection.exec_driver_sql(insert.format(3, "different"))
    assert found(engine) == {"contradiction", "decision_gap"}


def test_broken_reference_in_sqlite(sqlite_url: str) -> None:
    from store.db import open_engine

    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
    raw = engine.raw_connection()
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("DELETE FROM people")
    raw.close()
    assert "orphan" in found(engine)
    engine.dispose()
