"""Many rows at once, as fast as each database takes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]  # column name → value, as SQLAlchemy takes it; never leaves the package


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert all; every row has the same columns."""
    if rows:
        connection.execute(table.insert(), rows)


def merge_rows(connection: Connection, table: Table, rows: Sequence[Row], merged: Sequence[str] = ()) -> None:
    """Insert rows by primary key; of a row that is there, only the `merged` columns can change.

    Of two values that differ the smaller stays, and NULL gives way, so the order in which orders are
    imported does not matter. Rows go in by id: two writers never wait for each other crosswise.
    """
    if not rows:
        return
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    (key,) = table.primary_key.columns
    ordered = sorted(rows, key=lambda row: str(row[key.name]))
    statement = insert(table)
    if not merged:
        connection.execute(statement.on_conflict_do_nothing(index_elements=[key]), ordered)
        return
    changes = {name: _smaller(table.c[name], statement.excluded[name]) for name in merged}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changes), ordered)


def _smaller(old: ColumnElement[Any], new: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((old.is_(None), new), (new < old, new), else_=old)
