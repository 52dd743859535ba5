"""A service reads the public views under its role, and nothing else."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url, text

from store.db import open_engine
from store.decisions import append_decision
from store.load import load_order
from store.model import NewDecision
from store.roles import NoRoles, make_roles
from store.tables import metadata
from store.views import VIEWS
from tests.store.factory import LATER, ROWS, STAMP, make_order, make_raw

Users = dict[str, str]  # reader, clerk → URL


@pytest.fixture
def users(postgresql_url: str) -> Iterator[Users]:
    """Users who log in under the roles; roles belong to the server, so each test has its own."""
    engine, names = open_engine(postgresql_url), {kind: f"{kind}_{uuid4().hex}" for kind in ("reader", "clerk")}
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
        for _ in range(2):  # again: nothing to do
            make_roles(connection, names["reader"], names["clerk"])
        for name in names.values():
            connection.execute(text(f"CREATE ROLE {name}_user LOGIN IN ROLE {name}"))
    url = make_url(postgresql_url)
    try:
        yield {
            kind: url.set(username=f"{name}_user").render_as_string(hide_password=False) for kind, name in names.items()
        }
    finally:
        with engine.begin() as connection:
            for name in names.values():
                connection.execute(text(f"DROP OWNED BY {name}"))
                connection.execute(text(f"DROP ROLE {name}_user, {name}"))
        engine.dispose()


def ask(url: str, statement: str) -> int:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain) as connection:
        return connection.execute(statement).rowcount


def test_reader_sees_every_view(users: Users) -> None:
    assert ask(users["reader"], "SELECT * FROM v_measures") == len(ROWS)
    for view in VIEWS:
        ask(users["reader"], f"SELECT * FROM {view.name}")


def test_reader_sees_no_table(users: Users) -> None:
    for name in (*metadata.tables, "alembic_version"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(users["reader"], f"SELECT * FROM {name}")


def test_reader_changes_nothing(users: Users) -> None:
    for statement in (
        "DELETE FROM measures",
        "DELETE FROM v_aliases",
        "UPDATE v_orders SET title = 'x'",
        "UPDATE v_organizations SET organization = 'x'",
        "CREATE TABLE mine (n int)",
        "DROP VIEW v_orders",
    ):
        with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectNotInPrerequisiteState)):
            ask(users["reader"], statement)


def test_clerk_imports_and_decides(users: Users) -> None:
    engine = open_engine(users["clerk"])
    raw = make_raw(ROWS[1:], sha="b")
    with engine.begin() as connection:
        assert load_order(connection, make_order(raw), raw, LATER).outcome == "replaced"
        append_decision(connection, NewDecision(STAMP.imported_at, "Клерк", "new", "a", None, "rules-1"))
    engine.dispose()


def test_clerk_changes_no_decision_and_no_schema(users: Users) -> None:
    for statement in ("DELETE FROM decisions", "UPDATE imports SET actor = 'x'", "DROP TABLE orders"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(users["clerk"], statement)


def test_sqlite_has_no_roles(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with pytest.raises(NoRoles), engine.begin() as connection:
        make_roles(connection)
    engine.dispose()
