"""The public views as pandas frames, for those who think in frames.

dtypes by the type of the column in docs/schema.md: text → string, integer → Int64, number → Float64,
boolean → boolean, date → datetime64[s] (midnight), moment → datetime64[s, UTC], json → object (parsed).
NULL is pd.NA or NaT.
"""

from typing import Any

import pandas as pd
from sqlalchemy import Connection

from store.errors import StoreError
from store.selection import EVERYTHING, Selection
from store.view_rows import read_rows
from store.views import VIEWS, ColumnType, View

DTYPES: dict[ColumnType, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "moment": "datetime64[s, UTC]",
    "json": "object",
}


class NoSuchView(StoreError):
    """There is no public view of this name."""


def read_frame(connection: Connection, name: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The view «v_measures» … as a frame, its rows in the view's own order. Raises NoSuchView."""
    view = {view.name: view for view in VIEWS}.get(name)
    if view is None:
        raise NoSuchView(f"{name}: expected one of {', '.join(view.name for view in VIEWS)}")
    return _frame(view, list(read_rows(connection, view, selection)))


def _frame(view: View, rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    columns = {}
    for index, one in enumerate(view.columns):
        columns[one.name] = pd.Series([row[index] for row in rows], dtype=DTYPES[one.type])
    return pd.DataFrame(columns)
