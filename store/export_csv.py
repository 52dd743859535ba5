"""CSV as Excel in Russian opens it by a double click: «;», byte order mark, no live formulas."""

import csv
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from store.column_types import iso_moment
from store.export import Progress
from store.moved import written_anew
from store.selection import Selection
from store.view_rows import ROWS_AT_ONCE, read_rows
from store.views import VIEWS, View

# OWASP, CSV injection: a cell that begins so is run as a formula by Excel and LibreOffice.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class RowWriter(Protocol):
    """What `csv.writer` gives; the standard library has no public name for it."""

    def writerow(self, row: Iterable[str], /) -> object: ...

    def writerows(self, rows: Iterable[Iterable[str]], /) -> object: ...


def write(connection: Connection, folder: Path, selection: Selection, progress: Progress) -> tuple[Path, ...]:
    """A file per view: v_orders.csv …"""
    paths = []
    for view in VIEWS:
        path = folder / f"{view.name}.csv"
        with written_anew(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
            rows = (tuple(map(defuse, row)) for row in cells(connection, view, selection, progress))
            write_rows(csv.writer(file, delimiter=";"), view, rows)
        paths.append(path)
    return tuple(paths)


def write_rows(writer: RowWriter, view: View, rows: Iterable[tuple[str, ...]]) -> None:
    """The view's header and rows."""
    writer.writerow([one.name for one in view.columns])
    writer.writerows(rows)


def cells(connection: Connection, view: View, selection: Selection, progress: Progress) -> Iterable[tuple[str, ...]]:
    """The view's rows as texts; NULL is empty."""
    count = 0
    for count, row in enumerate(read_rows(connection, view, selection), start=1):
        yield tuple(map(as_text, row))
        if count % ROWS_AT_ONCE == 0:
            progress(view.name, count)
    progress(view.name, count)


def as_text(value: object) -> str:
    """«2020-11-01», «2020-11-01T08:00:00Z», «true», JSON; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return iso_moment(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def defuse(cell: str) -> str:
    """The cell with an apostrophe before what Excel would run."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
