"""Opening, waiting, and what is said when the database cannot do it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store import db
from store.check import check
from store.db import open_engine, reading, shown_url, upgrade
from store.errors import (
    BadUrl,
    BadValue,
    CannotOpen,
    Conflict,
    DatabaseBusy,
    DiskFull,
    NotADatabase,
    NotAllowed,
    SchemaMissing,
    SchemaNewer,
)
from store.load import load_order
from store.migrate import MIGRATIONS
from store.read import order_summaries
from tests.store.factory import STAMP, make_order, make_raw

NEWEST = max(path.name[1:5] for path in (MIGRATIONS / "versions").glob("m*.py"))


def test_a_password_is_not_shown() -> None:
    assert shown_url("postgresql://site:geheim@db/orders") == "postgresql+psycopg://site:***@db/orders"


def test_folder_of_the_file_is_made(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a' / 'b' / 'prikaz.db'}")
    upgrade(engine)
    engine.dispose()
    assert (tmp_path / "a" / "b" / "prikaz.db").exists()


def test_sqlite_is_prepared(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with reading(engine) as connection:
        pragmas = ("journal_mode", "foreign_keys", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in pragmas]
    assert found == ["wal", 1, 30_000]
    engine.dispose()


@pytest.mark.parametrize("url", ["nonsense", "oracle://x/y", "mysql://x/y", "sqlite+nothing:///x"])
def test_bad_urls(url: str) -> None:
    with pytest.raises(BadUrl):
        open_engine(url)


def test_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Уважаемые коллеги! " * 100, encoding="utf-8")
    with pytest.raises(NotADatabase):
        upgrade(open_engine(f"sqlite:///{path}"))


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        upgrade(open_engine(f"sqlite:///{tmp_path}"))
    (tmp_path / "file").touch()
    with pytest.raises(CannotOpen):
        open_engine(f"sqlite:///{tmp_path / 'file' / 'prikaz.db'}")


def test_server_that_is_not_there() -> None:
    with pytest.raises(CannotOpen):
        upgrade(open_engine("postgresql://nobody@127.0.0.1:1/prikaz"))


def test_empty_database_wants_an_upgrade(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with pytest.raises(SchemaMissing, match="prikaz db upgrade"), reading(engine) as connection:
        order_summaries(connection)
    engine.dispose()


def test_schema_of_a_newer_program_is_named(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    try:
        with pytest.raises(SchemaNewer, match="newer"):
            upgrade(engine)
    finally:  # the tests share PostgreSQL's schema
        with engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEWEST}'")


def test_readers_cannot_write_in_postgresql(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    with pytest.raises(NotAllowed), reading(engine) as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
    engine.dispose()


def test_nul_is_refused_by_name(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    order = replace(make_order(), school_year="2020\x00")
    with pytest.raises(BadValue), engine.begin() as connection:
        load_order(connection, order, make_raw(), STAMP)
    engine.dispose()


def test_contradicting_rows_are_refused(engine: Engine) -> None:
    order = make_order()
    twice = replace(order, questions=(*order.questions, *order.questions))
    with pytest.raises(Conflict), engine.begin() as connection:
        load_order(connection, twice, make_raw(), STAMP)
    with reading(engine) as connection:
        assert order_summaries(connection) == ()


def test_readers_do_not_wait_for_a_writer(engine: Engine) -> None:
    with engine.begin() as writer:
        load_order(writer, make_order(), make_raw(), STAMP)
        with reading(engine) as reader:
            assert order_summaries(reader) == ()


def test_locked_database_is_told(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "BUSY_SECONDS", 0)
    first, second = open_engine(sqlite_url), open_engine(sqlite_url)
    with first.begin():  # noqa: SIM117
        with pytest.raises(DatabaseBusy), second.begin():
            pass
    first.dispose()
    second.dispose()


def test_full_disk_leaves_the_database_as_it_was(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with pytest.raises(DiskFull, match="disk"), engine.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(1000):
            head = replace(make_raw().head, number=str(number))
            load_order(connection, replace(make_order(), head=head), make_raw(), STAMP)
    with reading(engine) as connection:
        assert order_summaries(connection) == ()
        assert check(connection) == ()
    engine.dispose()


def test_several_writers_at_once(engine: Engine) -> None:
    """Four imports of the same 20 orders: each order is there once, whole."""

    def load_all() -> list[str]:
        outcomes = []
        for number in range(20):
            head = replace(make_raw().head, number=str(number))
            with engine.begin() as connection:
                order = replace(make_order(), head=head)
                outcomes.append(load_order(connection, order, make_raw(), STAMP).outcome)
        return outcomes

    with ThreadPoolExecutor(4) as pool:
        done = [outcome for future in [pool.submit(load_all) for _ in range(4)] for outcome in future.result()]
    assert (done.count("new"), done.count("unchanged")) == (20, 60)
    with reading(engine) as connection:
        assert len(order_summaries(connection)) == 20
        assert check(connection) == ()


def test_upgrades_at_once(empty_url: str) -> None:
    engines = [open_engine(empty_url) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        for future in [pool.submit(upgrade, engine) for engine in engines]:
            future.result()
    for engine in engines:
        assert db.current(engine) is not None
        engine.dispose()


KILLED = """
import os, sys, threading, time
from dataclasses import replace
from store.db import open_engine
from store.load import load_order
from tests.store.factory import STAMP, make_order, make_raw
engine = open_engine(sys.argv[1])
threading.Timer(float(sys.argv[2]), lambda: os.kill(os.getpid(), 9)).start()
print("ready", flush=True)
for number in range(10_000):
    raw = replace(make_raw(), head=replace(make_raw().head, number=str(number)))
    with engine.begin() as connection:
        load_order(connection, make_order(raw), raw, STAMP)
"""


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3])
def test_killed_import_leaves_whole_orders(engine: Engine, seconds: float) -> None:
    url = engine.url.render_as_string(hide_password=False)
    child = [sys.executable, "-c", KILLED, url, str(seconds)]
    assert subprocess.run(child, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL).returncode == -9
    with reading(engine) as connection:
        assert {one.measures for one in order_summaries(connection)} <= {3}
        assert check(connection) == ()
    with engine.begin() as connection:
        assert load_order(connection, make_order(), make_raw(), STAMP).outcome == "new"
