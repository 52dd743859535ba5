"""A database moves between SQLite and PostgreSQL whole."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.copy import CopyRefused, copy_database
from store.db import open_engine, upgrade
from store.decisions import append_decision, undo
from store.load import load_order
from store.model import Evidence, NewDecision
from tests.store.dumps import dump_url
from tests.store.factory import STAMP, make_order, make_raw


def fill(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
        evidence = (Evidence("cell", "строка 1"),)
        new = NewDecision(STAMP.imported_at, "Клерк", "same", "a", "b", "rules-1", evidence=evidence)
        row = append_decision(connection, new)
        undo(connection, row.decision_id, made_at=STAMP.imported_at, actor="Клерк", rules_version="rules-1")
    engine.dispose()


def test_there_and_back(sqlite_url: str, postgresql_url: str, tmp_path: Path) -> None:
    fill(sqlite_url)
    told: dict[str, int] = {}
    total = copy_database(sqlite_url, postgresql_url, told.__setitem__)
    assert dump_url(postgresql_url) == dump_url(sqlite_url)
    assert (sum(told.values()), told["decisions"]) == (total, 2)
    back = f"sqlite:///{tmp_path / 'back.db'}"
    assert copy_database(postgresql_url, back) == total
    assert dump_url(back) == dump_url(sqlite_url)


def test_target_with_rows_is_refused(engine: Engine, sqlite_url: str, tmp_path: Path) -> None:
    url = engine.url.render_as_string(hide_password=False)
    fill(url)
    source = f"sqlite:///{tmp_path / 'source.db'}"
    copy_database(url, source)
    before = dump_url(url)
    with pytest.raises(CopyRefused, match="already has rows"):
        copy_database(source, url)
    assert dump_url(url) == before


def test_source_without_schema_is_refused(tmp_path: Path, sqlite_url: str) -> None:
    source = f"sqlite:///{tmp_path / 'nothing.db'}"
    with pytest.raises(CopyRefused, match="db upgrade"):
        copy_database(source, sqlite_url)
    engine = open_engine(source)
    upgrade(engine)
    engine.dispose()
    assert copy_database(source, sqlite_url) == 0
