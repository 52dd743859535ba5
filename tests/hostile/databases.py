"""Databases for the programs of this folder, as the fixtures of the tests make them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg
from sqlalchemy import make_url

from tests.conftest import _database, _serve

KINDS = ("sqlite", "postgresql")


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """URL of an empty database; PostgreSQL is started for it."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'orders.db'}"
        return
    home = Path(mkdtemp(prefix="prikaz-postgres-"))
    try:
        for server in _serve(home):
            yield from _database(server)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def empty(url: str) -> None:
    """Make the database what it was before the first import."""
    if url.startswith("sqlite:///"):
        path = Path(url.removeprefix("sqlite:///"))
        for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            name.unlink(missing_ok=True)
        return
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
