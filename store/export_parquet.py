"""Parquet, a file per view. Needs the extra prikaz[parquet]."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from sqlalchemy import Connection

from store.export import Progress
from store.moved import written_anew
from store.selection import Selection
from store.view_rows import read_rows
from store.views import VIEWS, ColumnType, View

ROWS_IN_GROUP = 50_000
_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "moment": pa.timestamp("s", tz="UTC"),
    "json": pa.string(),  # JSON text: Parquet's own types would need one shape for all rows
}


def write(connection: Connection, folder: Path, selection: Selection, progress: Progress) -> tuple[Path, ...]:
    """v_orders.parquet …; the words of columns are the fields' metadata."""
    paths = []
    for view in VIEWS:
        path, schema, count = folder / f"{view.name}.parquet", _schema(view), 0
        with written_anew(path) as temporary, pq.ParquetWriter(temporary, schema) as file:
            for group in _groups(read_rows(connection, view, selection)):
                file.write_table(_table(view, schema, group))
                count += len(group)
                progress(view.name, count)
        paths.append(path)
    return tuple(paths)


def _groups(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while group := list(islice(rows, ROWS_IN_GROUP)):
        yield group


def _schema(view: View) -> pa.Schema:
    return pa.schema(
        [pa.field(one.name, _TYPES[one.type], metadata={"description": one.words}) for one in view.columns]
    )


def _table(view: View, schema: pa.Schema, rows: list[tuple[Any, ...]]) -> pa.Table:
    columns = []
    for index, one in enumerate(view.columns):
        values = [row[index] for row in rows]
        if one.type == "json":
            values = [None if value is None else json.dumps(value, ensure_ascii=False) for value in values]
        columns.append(pa.array(values, type=_TYPES[one.type]))
    return pa.Table.from_arrays(columns, schema=schema)
