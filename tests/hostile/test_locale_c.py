"""A PostgreSQL database of the locale C, which lowers and sorts Latin letters only, answers as SQLite does."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from ingest.order import read_order
from pipeline.loading import load_rows
from store.db import open_engine, reading, upgrade
from store.review.names import list_names
from store.review.search import find_names
from store.search import search
from tests.pipeline.documents import write_order

ROWS = (
    ("1.", "Новогодняя ёлка", "до 1 ноября 2020 г.", "Ёлкина А.А., директор школы № 2"),
    ("2.", "Семинар", "ноябрь 2020 г.", "Абрамова Б.Б., директор Лицея № 10"),
)


@pytest.fixture
def engine_c(postgresql_server: str) -> Iterator[Engine]:
    name = f"prikaz_{uuid4().hex}"
    with psycopg.connect(postgresql_server.replace("+psycopg", ""), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'")
        engine = open_engine(make_url(postgresql_server).set(database=name).render_as_string(hide_password=False))
        try:
            with engine.connect() as connection:
                assert connection.exec_driver_sql("SELECT lower('Ё')").scalar_one() == "Ё"
            yield engine
        finally:
            engine.dispose()
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def found(engine: Engine, words: str) -> list[object]:
    """What the command, the page's search and its lists of names find."""
    with reading(engine) as connection:
        return [
            [(hit.kind, hit.text) for hit in search(connection, words)],
            sorted(one.name for one in find_names(connection, words, None)),
            sorted(one.name for one in list_names(connection, "person", words)),
        ]


def test_cyrillic_is_found_in_any_case_and_with_either_e(engine_c: Engine, sqlite_url: str, tmp_path: Path) -> None:
    raw, sqlite = read_order(write_order(tmp_path / "order.docx", rows=ROWS)), open_engine(sqlite_url)
    upgrade(engine_c)
    for engine in (engine_c, sqlite):
        with engine.begin() as connection:
            load_rows(connection, raw, None)
    for words in ("елка", "ЁЛКА", "елкина", "ЕЛКИНА", "лицей", "ЛИЦЕЙ", "абрамова"):
        assert found(engine_c, words) == found(sqlite, words), words
    assert found(engine_c, "елкина")[1] == ["Ёлкина А.А."]
    sqlite.dispose()
