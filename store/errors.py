"""What can go wrong in the database, one class per fact, each with a message for the command line."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import ExceptionContext


class StoreError(Exception):
    """The database did not do what was asked. Nothing of the transaction is kept."""


class BadUrl(StoreError):
    """The database URL cannot be understood."""


class DiskFull(StoreError):
    """No space left where the database lives."""


class DatabaseBusy(StoreError):
    """Another program kept the database locked for longer than we wait."""


class CannotOpen(StoreError):
    """There is no database to be reached at the URL."""


class FileReplaced(StoreError):
    """The file at the URL is no longer the one that was opened."""


class NotADatabase(StoreError):
    """The file is damaged or something else than an SQLite database."""


class NotAllowed(StoreError):
    """The role or the file's permissions forbid it."""


class SchemaMissing(StoreError):
    """Tables are missing: the schema is older than the program."""


class SchemaNewer(StoreError):
    """A newer program has brought the schema further than this one knows."""


class BadOrder(StoreError):
    """An order that refers to something that it does not hold: a fault of the program, not of the file."""


class Conflict(StoreError):
    """Rows that contradict each other or the schema, and changes to what is never changed."""


class BadValue(StoreError):
    """A value that the database cannot hold, such as a NUL character."""


_SQLITE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (DiskFull, "the disk of the database is full; the database is as it was before"),
    # What is opened, or grows its index of the write-ahead log, on a full disk fails so.
    sqlite3.SQLITE_IOERR: (DiskFull, "the disk of the database is full or fails; the database is as it was before"),
    sqlite3.SQLITE_BUSY: (DatabaseBusy, "the database is locked by another program; try again later"),
    sqlite3.SQLITE_LOCKED: (DatabaseBusy, "the database is locked by another connection; try again later"),
    sqlite3.SQLITE_CANTOPEN: (CannotOpen, "the database file cannot be opened"),
    sqlite3.SQLITE_CORRUPT: (NotADatabase, "the database file is damaged; restore a backup"),
    sqlite3.SQLITE_NOTADB: (NotADatabase, "the file is not an SQLite database"),
    sqlite3.SQLITE_READONLY: (
        NotAllowed,
        "the database file is read-only for you; ask for the right to write to it and to its folder, or copy it to a "
        "folder of your own and name the copy with --db",
    ),
    sqlite3.SQLITE_PERM: (NotAllowed, "no permission for the database file"),
    sqlite3.SQLITE_CONSTRAINT: (Conflict, "the database refuses these rows"),
    sqlite3.SQLITE_AUTH: (NotAllowed, "the database refuses this statement"),
}
# SQLSTATE codes and classes: PostgreSQL documentation, appendix A; the longest prefix counts.
_POSTGRESQL: dict[str, tuple[type[StoreError], str]] = {
    "53100": (DiskFull, "the disk of the database is full; the database is as it was before"),
    "55P03": (DatabaseBusy, "a lock is held by another program; try again later"),
    "40P01": (DatabaseBusy, "two programs waited for each other; try again"),
    "40001": (DatabaseBusy, "another program changed the same rows; try again"),
    "53300": (DatabaseBusy, "the server has no free connection; try again later"),
    "57": (CannotOpen, "the server ended the connection"),
    "08": (CannotOpen, "the server cannot be reached"),
    "28": (NotAllowed, "the server refuses this user or password"),
    "3D000": (CannotOpen, "the server has no such database"),
    "25006": (NotAllowed, "this connection only reads"),
    "42501": (NotAllowed, "the role has no right to do this"),
    "42P01": (SchemaMissing, "a table is missing; run `prikaz db upgrade`"),
    "23": (Conflict, "the database refuses these rows"),
    "22": (BadValue, "a value does not fit its column"),
}


def translate(context: ExceptionContext) -> None:
    """Listen to SQLAlchemy's `handle_error`: raise the StoreError that says what happened, if we know it."""
    _raise(context.original_exception)


@contextmanager
def translated() -> Iterator[None]:
    """The same for what goes to the driver past SQLAlchemy: COPY."""
    try:
        yield
    except Exception as error:
        _raise(error)
        raise


def _raise(error: BaseException) -> None:
    found = _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_postgresql(error)
    if found is not None:
        kind, message = found
        raise kind(f"{message} ({str(error).strip()})") from error


def _of_sqlite(error: sqlite3.Error) -> tuple[type[StoreError], str] | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and (code & 0xFF) in _SQLITE:  # the low byte; the rest is the extended code
        return _SQLITE[code & 0xFF]
    if "no such table" in str(error):
        return SchemaMissing, "a table is missing; run `prikaz db upgrade`"
    return None


def _of_postgresql(error: BaseException) -> tuple[type[StoreError], str] | None:
    psycopg = sys.modules.get("psycopg")  # where it is not loaded no error is its own; it takes 0.1 s to load
    if psycopg is None or not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate
    if state is None and "No space left on device" in str(error):  # a server refuses new connections then
        return _POSTGRESQL["53100"]
    if state is None:
        # No answer from a server: refused, unknown host … A NUL in a text never reaches the server either.
        unreachable = isinstance(error, psycopg.OperationalError)
        kind: type[StoreError] = CannotOpen if unreachable else BadValue
        return kind, "the server cannot be reached" if unreachable else "a value does not fit its column"
    for length in (5, 2):
        if state[:length] in _POSTGRESQL:
            return _POSTGRESQL[state[:length]]
    return None
