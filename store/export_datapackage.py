"""A Frictionless data package: CSV for programs, and datapackage.json that says what is in it."""

import csv
import json
from pathlib import Path

from sqlalchemy import Connection

from store.export import Progress
from store.export_csv import cells, write_rows
from store.moved import written_anew
from store.selection import Selection
from store.views import VIEWS, ColumnType, View

_TYPES: dict[ColumnType, tuple[str, str]] = {
    "text": ("string", "default"),
    "integer": ("integer", "default"),
    "number": ("number", "default"),
    "boolean": ("boolean", "default"),
    "date": ("date", "default"),
    "moment": ("datetime", "default"),
    "json": ("any", "default"),  # Frictionless' object is no list, and its array no object
}


def write(connection: Connection, folder: Path, selection: Selection, progress: Progress) -> tuple[Path, ...]:
    """A plain CSV per view (comma, UTF-8, cells exactly as in the database), then datapackage.json."""
    paths = []
    for view in VIEWS:
        path = folder / f"{view.name}.csv"
        with written_anew(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
            write_rows(csv.writer(file), view, cells(connection, view, selection, progress))
        paths.append(path)
    description = folder / "datapackage.json"
    with written_anew(description) as temporary:
        package = {"name": "prikaz", "resources": [_resource(view) for view in VIEWS]}
        temporary.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return (*paths, description)


def _resource(view: View) -> dict[str, object]:
    fields = [
        {"name": one.name, "type": _TYPES[one.type][0], "format": _TYPES[one.type][1], "description": one.words}
        for one in view.columns
    ]
    return {
        "name": view.name,
        "type": "table",
        "path": f"{view.name}.csv",
        "description": view.words,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
