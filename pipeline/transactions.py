"""The transactions of an import: one per order and kept, or all in one that is rolled back."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Engine

from pipeline.database import SQLITE, is_missing, say_new_folder
from pipeline.scratch import scratch_folder
from store.db import current, open_engine, upgrade

Begin = Callable[[], AbstractContextManager[Connection]]


@contextmanager
def transactions(url: str, dry_run: bool) -> Iterator[Begin]:
    """How the import begins a transaction. Raises StoreError."""
    if not dry_run:
        say_new_folder(url)
        engine = open_engine(url)
        yield Kept(engine)
        engine.dispose()
        return
    with scratch_folder() as folder:  # a dry run makes no database where there is none
        engine = open_engine(f"{SQLITE}{folder}/dry-run.db" if is_missing(url) else url)
        with rolled_back(engine) as begin:
            yield begin
        engine.dispose()


class Kept:
    """Transactions that are committed. The tables are made before the first: where all is refused, none are."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.ready = False

    def __call__(self) -> AbstractContextManager[Connection]:
        if not self.ready:
            prepare(self.engine)
            self.ready = True
        return self.engine.begin()


def prepare(engine: Engine) -> None:
    """Makes the tables where there are none. A schema of an older program is left to `prikaz db upgrade`."""
    if current(engine) is None:
        upgrade(engine)


@contextmanager
def rolled_back(engine: Engine) -> Iterator[Begin]:
    """Savepoints within one transaction that is rolled back at the end: each order sees those before it."""
    prepare(engine)
    with engine.connect() as connection, connection.begin() as everything:

        @contextmanager
        def begin() -> Iterator[Connection]:
            with connection.begin_nested():
                yield connection

        yield begin
        everything.rollback()
