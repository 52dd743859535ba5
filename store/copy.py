"""A whole database into another one, SQLite and PostgreSQL in any direction; ids stay."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from store.bulk import ROWS_AT_ONCE, Row, insert_rows
from store.db import current, open_engine, reading, upgrade
from store.errors import StoreError
from store.tables import decisions, metadata

Progress = Callable[[str, int], None]  # table, rows written


class CopyRefused(StoreError):
    """The target is not empty, or the source has another schema."""


def copy_database(from_url: str, to_url: str, progress: Progress | None = None) -> int:
    """Copy every row of every table; gives their number. All or nothing arrives.

    The target's schema is made if it has none. Raises CopyRefused, StoreError.
    """
    source, target = open_engine(from_url), open_engine(to_url)
    try:
        upgrade(target)
        if current(source) != current(target):
            raise CopyRefused(f"{from_url}: its schema is {current(source)}; run `prikaz db upgrade` on it first")
        return _copy(source, target, progress or (lambda table, rows: None))
    finally:
        source.dispose()
        target.dispose()


def _copy(source: Engine, target: Engine, progress: Progress) -> int:
    total = 0
    with reading(source) as old, target.begin() as new:
        for table in metadata.sorted_tables:  # parents before children
            _require_empty(new, table)
            count = insert_rows(new, table, _rows(old, table))
            progress(table.name, count)
            total += count
    return total


def _require_empty(connection: Connection, table: Table) -> None:
    if connection.execute(select(func.count()).select_from(table)).scalar_one():
        raise CopyRefused(f"the target already has rows in {table.name}; copy into an empty database")


def _rows(connection: Connection, table: Table) -> Iterator[Row]:
    # An undo refers to a decision before it: by seq, each finds its target.
    order: tuple[Any, ...] = (decisions.c.seq,) if table is decisions else tuple(table.primary_key)
    options = {"stream_results": True, "yield_per": ROWS_AT_ONCE}
    for row in connection.execute(select(table).order_by(*order), execution_options=options):
        yield dict(zip(table.columns.keys(), row, strict=True))
