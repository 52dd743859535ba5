"""`prikaz db roles`, `db reindex` and `search`, as an administrator and a service use them."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from store.tables import metadata
from store.views import VIEWS
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order


def plain(url: str, user: str | None = None) -> str:
    bare = make_url(url).set(drivername="postgresql")
    return (bare if user is None else bare.set(username=user)).render_as_string(hide_password=False)


@pytest.fixture
def names(postgresql_url: str) -> Iterator[tuple[str, str]]:
    """Names of a reader and a clerk; roles belong to the whole server, so each test has its own."""
    made = f"reader_{uuid4().hex}", f"clerk_{uuid4().hex}"
    yield made
    with psycopg.connect(plain(postgresql_url), autocommit=True) as connection:
        for name in (f"{made[0]}_service", *made):
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone():
                connection.execute(f"DROP OWNED BY {name}")
                connection.execute(f"DROP ROLE {name}")


def test_service_reads_views_and_nothing_else(prikaz: Prikaz, postgresql_url: str, names: tuple[str, str]) -> None:
    prikaz.run("import", "--db", postgresql_url, write_order(prikaz.folder / "order.docx", "15"))
    reader, clerk = names
    for _ in range(2):  # again: nothing to do
        done = prikaz.run("db", "roles", "--db", postgresql_url, "--reader", reader, "--clerk", clerk)
        assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    with psycopg.connect(plain(postgresql_url)) as connection:
        connection.execute(f"CREATE ROLE {reader}_service LOGIN IN ROLE {reader}")
    with psycopg.connect(plain(postgresql_url, f"{reader}_service"), autocommit=True) as service:
        assert len(service.execute("SELECT * FROM v_measures").fetchall()) == 2
        for view in VIEWS:
            service.execute(f"SELECT * FROM {view.name}")
        for table in (*metadata.tables, "alembic_version"):
            for refused in (f"SELECT * FROM {table}", f"DELETE FROM {table}", f"TRUNCATE {table}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    service.execute(refused)
        for refused in ("UPDATE v_orders SET title = 'x'", "CREATE TABLE mine (n int)", "DROP VIEW v_orders"):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectNotInPrerequisiteState)):
                service.execute(refused)


def test_sqlite_has_no_roles(prikaz: Prikaz) -> None:
    missing = prikaz.run("db", "roles")
    assert (missing.returncode, missing.stderr) == (1, f"Error: sqlite:///{prikaz.database}: no such database\n")
    prikaz.run("db", "upgrade")
    refused = prikaz.run("db", "roles")
    expected = "Error: roles are PostgreSQL's: an SQLite file is guarded by the rights on the file\n"
    assert (refused.returncode, refused.stderr, refused.stdout) == (1, expected, "")


def test_search_finds_word_forms_and_nothing_in_noise(prikaz: Prikaz, empty_url: str) -> None:
    prikaz.run("import", "--db", empty_url, write_order(prikaz.folder / "order.docx", "15"))
    measure = prikaz.reports("--db", empty_url, prikaz.folder / "order.docx")
    assert measure[0]["outcome"] == "unchanged"
    found = prikaz.run("search", "--db", empty_url, "директору")
    assert found.returncode == 0
    assert all(line.count("\t") == 2 for line in found.stdout.splitlines())
    assert prikaz.run("db", "reindex", "--db", empty_url).stdout.endswith("texts can be found\n")
    assert prikaz.run("search", "--db", empty_url, "директору").stdout == found.stdout != ""
    nothing = prikaz.run("search", "--db", empty_url, '" NEAR( *')
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (1, "", "")
