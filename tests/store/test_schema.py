"""The migrated schema is the declared one, and the public views are what was promised."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from store.bulk import insert_rows
from store.check import check
from store.db import current, open_engine, reading, upgrade
from store.describe import datasette_config, main, schema_page
from store.load import load_order
from store.migrate import MIGRATIONS, migrate, migration_config
from store.new_sqlite import SCRIPT, script_of
from store.read import read_knowledge, read_raw
from store.tables import metadata
from store.views import VIEWS
from tests.store.factory import STAMP, TERRITORY, make_order, make_raw

PROMISE = Path(__file__).with_name("public_views.json")
HOW_TO = """
The public views are a promise to other programs: a column that is there keeps its name, place, type and
meaning. To say more, make a new view beside the old one (v_measures_2), in store/views.py and a new migration,
and add it to tests/store/public_views.json; the old one stays. Only a new view may change this file.
"""


@pytest.mark.filterwarnings(
    "ignore:autogenerate skipping metadata-specified expression-based index"
)  # GIN's, in SQLite
def test_upgrade_makes_the_declared_schema(empty_url: str) -> None:
    engine = open_engine(empty_url)
    assert current(engine) is None
    upgrade(engine)
    upgrade(engine)  # twice is once
    assert current(engine) == newest(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Not the tables that FTS5 makes for itself; tests/store/test_search.py looks at what they find."""
    return not (kind == "table" and name is not None and name.startswith("search_fts"))


REVISIONS = sorted(path.name[1:5] for path in (MIGRATIONS / "versions").glob("m*.py"))[:-1]


def newest(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return ScriptDirectory.from_config(migration_config(connection)).get_current_head()


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_earlier_schema_is_brought_up_with_its_data(empty_url: str, sqlite_url: str, revision: str) -> None:
    """A database of today, as far as the old tables hold it, upgraded."""
    engine, today = open_engine(empty_url), open_engine(sqlite_url)
    with today.begin() as connection:
        report = load_order(connection, make_order(), make_raw(), STAMP)
    with engine.begin() as old, reading(today) as new:
        command.upgrade(migration_config(old), revision)
        names = set(inspect(old).get_table_names())
        for table in (one for one in metadata.sorted_tables if one.name in names):
            insert_rows(old, table, [dict(row) for row in new.execute(table.select()).mappings()])
    upgrade(engine)
    with reading(engine) as connection:
        assert check(connection) == ()
        assert read_raw(connection, report.order_id) == make_raw()
        assert len(read_knowledge(connection, TERRITORY, None, None).sightings) == 1
    engine.dispose()
    today.dispose()


def test_a_new_sqlite_database_is_a_migrated_one(tmp_path: Path) -> None:
    """Made by migrations and made from the script: SQLite says the same of both. Else: python -m store.migrate."""
    engines = [open_engine(f"sqlite:///{tmp_path}/{name}.db") for name in ("migrated", "new")]
    with engines[0].begin() as connection:
        migrate(connection)
        assert script_of(connection) == SCRIPT.read_text(encoding="utf-8")
    upgrade(engines[1])
    assert _held(engines[0]) == _held(engines[1])
    for engine in engines:
        engine.dispose()


def _held(engine: Engine) -> list[object]:
    """All that the file declares, blanks at the ends of lines aside, and all that is in it."""
    with reading(engine) as connection:
        made = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")).all()
        tables = [name for kind, name, *_ in made if kind == "table"]
        rows = {name: connection.execute(text(f"SELECT * FROM {name}")).all() for name in tables}
        return [*((*name, re.sub(r"\s+\n", "\n", sql or "")) for *name, sql in made), rows]


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_and_declared(request: pytest.FixtureRequest) -> Iterator[tuple[Engine, Engine]]:
    """Two databases of one kind: made by the migrations, and by the declarations."""
    migrated = open_engine(request.getfixturevalue(f"{request.param}_url"))
    declared = open_engine(request.getfixturevalue(f"empty_{request.param}_url"))
    metadata.create_all(declared)
    yield migrated, declared
    migrated.dispose()
    declared.dispose()


def test_constraints_are_the_declared_ones(migrated_and_declared: tuple[Engine, Engine]) -> None:
    migrated, declared = migrated_and_declared
    assert _constraints(migrated) == _constraints(declared)


def _constraints(engine: Engine) -> dict[str, Any]:
    seen = inspect(engine)
    return {
        name: (
            sorted(str(one) for one in seen.get_check_constraints(name)),
            sorted(str(one) for one in seen.get_unique_constraints(name)),
            sorted(str(one) for one in seen.get_foreign_keys(name)),
            sorted(str(one) for one in seen.get_indexes(name)),
            [(one["name"], str(one["type"]), one["nullable"], one["comment"]) for one in _columns(seen, name)],
        )
        for name in metadata.tables
    }


def _columns(seen: Any, name: str) -> list[dict[str, Any]]:
    return [{"comment": None, **one} for one in seen.get_columns(name)]


POSTGRESQL_TYPES = {
    "text": "text",
    "integer": "integer",
    "number": "double precision",
    "boolean": "boolean",
    "date": "date",
    "moment": "timestamp with time zone",
    "json": "jsonb",
}
SQLITE_VALUES = {
    "text": r"text:.+",
    "integer": r"integer:\d+",
    "number": r"real:[\d.]+",
    "boolean": r"integer:[01]",
    "date": r"text:\d{4}-\d\d-\d\d",
    "moment": r"text:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "json": r"text:[\[{].*[\]}]",
}
Promise = dict[str, list[list[str]]]


@pytest.fixture
def promise() -> Promise:
    """Each view's columns in order: name and type."""
    read: Promise = json.loads(PROMISE.read_text(encoding="utf-8"))
    return read


def test_views_are_the_promised_ones(promise: Promise) -> None:
    declared = {view.name: [[one.name, one.type] for one in view.columns] for view in VIEWS}
    assert declared == promise, HOW_TO


def test_postgresql_has_the_promised_types(postgresql_url: str, promise: Promise) -> None:
    engine = open_engine(postgresql_url)
    query = """SELECT table_name, column_name, data_type FROM information_schema.columns
        WHERE table_name LIKE 'v\\_%' ORDER BY table_name, ordinal_position"""
    made: Promise = {}
    with reading(engine) as connection:
        for view, column, kind in connection.execute(text(query)):
            made.setdefault(view, []).append([column, kind])
    engine.dispose()
    assert made == {
        view: [[name, POSTGRESQL_TYPES[kind]] for name, kind in columns] for view, columns in promise.items()
    }, HOW_TO


def test_sqlite_has_values_of_the_promised_types(sqlite_url: str, promise: Promise) -> None:
    """SQLite has no types for the columns of a view: what counts is each value."""
    engine, seen = open_engine(sqlite_url), set[str]()
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
        for view, columns in promise.items():
            for name, kind in columns:
                query = f"SELECT typeof({name}) || ':' || {name} FROM {view} WHERE {name} IS NOT NULL"
                values = connection.execute(text(query)).scalars().all()
                seen.update({kind} if values else ())
                assert all(re.fullmatch(SQLITE_VALUES[kind], one, re.DOTALL) for one in values), (view, name)
    assert seen == SQLITE_VALUES.keys()
    engine.dispose()


def test_descriptions_name_the_columns_of_the_views(engine: Engine) -> None:
    with reading(engine) as connection:
        for view in VIEWS:
            names = list(connection.execute(text(f"SELECT * FROM {view.name}")).keys())
            assert names == [column.name for column in view.columns]
            connection.execute(text(f"SELECT * FROM {view.name} ORDER BY {view.order_by}"))


def test_declared_sql_is_what_the_migration_made(engine: Engine) -> None:
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
        for view in VIEWS:
            made = connection.execute(text(f"SELECT * FROM {view.name} ORDER BY {view.order_by}")).all()
            declared = f"SELECT * FROM ({view.sql}) declared ORDER BY {view.order_by}"
            assert connection.execute(text(declared)).all() == made


def test_postgresql_carries_the_words(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    seen = inspect(engine)
    for view in VIEWS:
        words = {one["name"]: one["comment"] for one in seen.get_columns(view.name)}
        assert words == {one.name: one.words for one in view.columns}
    engine.dispose()


def test_described_files_are_up_to_date() -> None:
    assert main(["--check"]) == 0, "run python -m store.describe --write"


def test_every_table_and_column_is_described() -> None:
    assert all(table.comment for table in metadata.sorted_tables)
    assert all(column.comment for table in metadata.sorted_tables for column in table.columns)
    assert "None" not in schema_page()
    assert json.loads(datasette_config())["databases"]["prikaz"]["tables"].keys() >= {one.name for one in VIEWS}


@pytest.mark.parametrize("arguments", [[], ["--other"]])
def test_describe_wants_to_know_what_to_do(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err
