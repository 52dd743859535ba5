"""Many rows at once, as fast as each database takes them: COPY in PostgreSQL, executemany in SQLite."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Table, case

from store.errors import translated
from store.on_conflict import insert_into

Row = Mapping[str, Any]  # column name → value, as SQLAlchemy takes it; never leaves the package
ROWS_AT_ONCE = 5_000


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Insert all, some thousands at a time; gives their number. Every row has the same columns."""
    source, count = iter(rows), 0
    while batch := list(islice(source, ROWS_AT_ONCE)):
        _insert(connection, table, batch)
        count += len(batch)
    return count


def merge_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Row],
    merged: Sequence[str] = (),
    renewed: Sequence[str] = (),
    with_yo: Sequence[str] = (),
) -> None:
    """Insert rows by primary key; of one that is there, only `merged`, `renewed` and `with_yo` columns can change.

    What the registry says stays. Of two values from orders the smaller stays, and NULL gives way, so the
    order in which orders are imported does not matter; of two `with_yo` values, one key's spellings, the greater stays:
    «Артёмов» tells more than «Артемов». A `renewed` value replaces the old one, for whoever makes it
    has chosen it among all that orders say. Rows go in by id: two writers never wait for each
    other crosswise.
    """
    if not rows:
        return
    (key,) = table.primary_key.columns
    ordered = sorted(rows, key=lambda row: str(row[key.name]))
    statement = insert_into(connection, table)
    if not merged:
        connection.execute(statement.on_conflict_do_nothing(index_elements=[key]), ordered)
        return
    changes = {name: _merged(table, table.c[name], statement.excluded[name]) for name in merged}
    changes |= {name: _with_yo(table, table.c[name], statement.excluded[name]) for name in with_yo}
    changes |= {name: _renewed(table, table.c[name], statement.excluded[name]) for name in renewed}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changes), ordered)


def _merged(table: Table, old: ColumnElement[Any], new: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((old.is_(None), new), (table.c.registry.is_not(None), old), (new < old, new), else_=old)


def _with_yo(table: Table, old: ColumnElement[Any], new: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((table.c.registry.is_not(None), old), (new > old, new), else_=old)


def _renewed(table: Table, old: ColumnElement[Any], new: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((table.c.registry.is_not(None), old), else_=new)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    names = list(rows[0])
    tuples = _bound(connection.dialect, table, names, rows)
    if connection.dialect.name == "postgresql":
        _copy(connection, table, names, tuples)
        return
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"
    connection.exec_driver_sql(statement, list(tuples))


def _bound(dialect: Dialect, table: Table, names: list[str], rows: Sequence[Row]) -> Iterable[tuple[Any, ...]]:
    """The rows as the driver takes them. The values of a column are converted together: SQLAlchemy's own
    way, parameter by parameter, takes three times as long."""
    columns = []
    for name in names:
        convert: Callable[[Any], Any] | None = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        values = [row[name] for row in rows]
        columns.append(values if convert is None else [convert(value) for value in values])
    return zip(*columns, strict=True)


def _copy(connection: Connection, table: Table, names: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    cursor = connection.connection.cursor()
    try:
        with translated(), cursor.copy(f"COPY {table.name} ({', '.join(names)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    finally:
        cursor.close()
