"""Opens the database of a command, and says in one line what is wrong with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Connection, Engine

from pipeline.options import DEFAULT_DATABASE
from store.db import current, open_engine, open_to_read, reading, shown_url
from store.errors import StoreError

SQLITE = "sqlite:///"


@contextmanager
def faults_named() -> Iterator[None]:
    """Turns what the database could not do into the command's one line of error."""
    try:
        yield
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:  # of a file that the command writes or reads beside the database
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


@contextmanager
def database_to_read(url: str) -> Iterator[Connection]:
    """One state of a database that is there already; looking must not make one."""
    with faults_named():
        engine = existing_database(url, open_to_read)
        with reading(engine) as connection:
            yield connection
        engine.dispose()


def existing_database(url: str, opened: Callable[[str], Engine] = open_engine) -> Engine:
    """An engine for a database that has its tables. Raises click.ClickException, StoreError."""
    if is_missing(url):
        raise click.ClickException(f"{url}: no such database; `prikaz import` makes one")
    engine = opened(url)
    if current(engine) is None:
        raise click.ClickException(f"{shown_url(url)}: the database is empty; `prikaz import` fills it")
    return engine


def refuse_new_folder(file: Path) -> None:
    """A folder that is not there is a slip in the file's name. Raises click.ClickException."""
    if not file.parent.is_dir():
        raise click.ClickException(f"{file}: there is no folder {file.parent}; make it, or write elsewhere")


def is_missing(url: str) -> bool:
    """Whether the URL is that of an SQLite file which does not exist."""
    return url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE).split("?")[0]).exists()


def say_new_folder(url: str) -> None:
    """Says on stderr that a folder will be made for the database, unless it is the usual one: a slip shows."""
    if url == DEFAULT_DATABASE or not is_missing(url):
        return
    folder = Path(url.removeprefix(SQLITE).split("?")[0]).parent
    if not folder.exists():
        click.echo(f"{folder}: no such folder; it is made for the database", err=True)


def has_tables(url: str) -> bool:
    """Whether there is a database with the tables of some prikaz. Looking makes none. Raises StoreError."""
    if is_missing(url):
        return False
    engine = open_engine(url)
    try:
        return current(engine) is not None
    finally:
        engine.dispose()
