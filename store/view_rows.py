"""Rows of the public views with the same Python values from both databases."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Float, Integer, TableClause, Text, column, select, table, text
from sqlalchemy.types import TypeEngine

from store.column_types import Json, Moment
from store.selection import EVERYTHING, Selection, restrict
from store.views import ColumnType, View

_TYPES: dict[ColumnType, TypeEngine[Any]] = {
    "text": Text(),
    "integer": Integer(),
    "number": Float(),
    "boolean": Boolean(),
    "date": Date(),
    "moment": Moment(),
    "json": Json(),
}
ROWS_AT_ONCE = 2000


def view_table(view: View) -> TableClause:
    """The view for SELECT, its columns typed: date, datetime (UTC), bool, parsed JSON."""
    return table(view.name, *(column(one.name, _TYPES[one.type]) for one in view.columns))


def read_rows(connection: Connection, view: View, selection: Selection = EVERYTHING) -> Iterator[tuple[Any, ...]]:
    """The view's rows in its own order, a few at a time: a big view never stands in memory."""
    source = view_table(view)
    query = select(source).order_by(text(view.order_by))
    where = restrict(source, selection)
    if where is not None:
        query = query.where(where)
    options = {"stream_results": True, "yield_per": ROWS_AT_ONCE}
    for row in connection.execute(query, execution_options=options):
        yield tuple(row)
