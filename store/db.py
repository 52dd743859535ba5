"""Engines: one way to open SQLite and PostgreSQL alike."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from store.errors import BadUrl, CannotOpen, translate
from store.new_sqlite import is_new_sqlite, make_new
from store.read_only import connect_to_read, may_write
from store.same_file import watch_file

BUSY_SECONDS = 30
WAL_PAUSE = 0.02  # seconds


def open_to_read(url: str) -> Engine:
    """An engine that only reads; of an SQLite file also where this user may not write. Raises BadUrl, CannotOpen."""
    parsed = _parse(url)
    if parsed.get_backend_name() != "sqlite" or may_write(parsed):
        return open_engine(url)
    engine = create_engine(parsed, creator=connect_to_read(parsed), poolclass=NullPool)
    event.listen(engine, "handle_error", translate)
    event.listen(engine, "connect", _leave_begin_to_us)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_engine(url: str) -> Engine:
    """An engine for any `sqlite:///…` or `postgresql://…` URL; the folder of an SQLite file is made.

    `engine.begin()` is for writers: in SQLite it takes the write lock at once (BEGIN IMMEDIATE, up to 30 s
    of waiting), so that what was read in a transaction still holds when it writes. Use `reading` to read.
    Faults of the database arrive as StoreError. Raises BadUrl, CannotOpen; see also `store.same_file`.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        _make_folder(parsed)
    dumps = partial(json.dumps, ensure_ascii=False)
    engine = create_engine(parsed, json_serializer=dumps)
    event.listen(engine, "handle_error", translate)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        watch_file(engine)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads one state of the database and keeps no writer waiting."""
    options = {"prikaz_begin": "BEGIN", "postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
    if engine.dialect.name == "sqlite":
        del options["isolation_level"], options["postgresql_readonly"]
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest migration, in one transaction; nothing to do when it is there."""
    with engine.begin() as connection:
        if is_new_sqlite(connection):
            make_new(connection)
            return
        migrations = import_module("store.migrate")  # only here: with Alembic it takes 0.3 s to load
        migrations.migrate(connection)


def current(engine: Engine) -> str | None:
    """The revision of the database's schema; None for an empty database."""
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return None if found is None else str(found)


class _Sqlite(Protocol):
    isolation_level: str | None

    def execute(self, sql: str, /) -> object: ...


def shown_url(url: str) -> str:
    """The URL as it may be shown: three stars for its password. Raises BadUrl."""
    return _parse(url).render_as_string(hide_password=True)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise BadUrl(f"{url}: not a database URL; expected sqlite:///FILE or postgresql://…") from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise BadUrl(f"{parsed.get_backend_name()}: expected sqlite or postgresql")
    return parsed.set(drivername="postgresql+psycopg") if parsed.drivername == "postgresql" else parsed


def _make_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        return
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen(f"{url.database}: its folder cannot be made ({error.strerror})") from error


def _leave_begin_to_us(connection: _Sqlite, record: object) -> None:
    connection.isolation_level = None  # the driver shall not begin by itself: _begin_sqlite does


def _prepare_sqlite(connection: _Sqlite, record: object) -> None:
    _leave_begin_to_us(connection, record)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")  # first: WAL waits for a lock too
    _use_wal(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: _Sqlite) -> None:
    """Readers shall not wait for the writer. A new file's first change of mode does not wait: it is tried again."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(WAL_PAUSE)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(str(options.get("prikaz_begin", "BEGIN IMMEDIATE")))
