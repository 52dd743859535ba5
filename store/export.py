"""The public views written out for other programs."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast, get_args

from sqlalchemy import Connection

from store.errors import StoreError
from store.selection import EVERYTHING, Selection, refuse_empty

Format = Literal["csv", "xlsx", "parquet", "ics", "datapackage"]
FORMATS: tuple[Format, ...] = get_args(Format)
Progress = Callable[[str, int], None]  # view, rows written so far


class MissingExtra(StoreError):
    """The format needs a package that is not installed."""


class _Writer(Protocol):
    def __call__(
        self, connection: Connection, folder: Path, selection: Selection, progress: Progress
    ) -> tuple[Path, ...]: ...


def keep_silent(view: str, rows: int) -> None:
    """No progress is shown."""


def export_views(
    connection: Connection,
    folder: Path,
    format: Format,
    selection: Selection = EVERYTHING,
    progress: Progress = keep_silent,
) -> tuple[Path, ...]:
    """Write the views into the folder; gives the files. Each is there whole or not at all.

    Call it within `reading`, so that all files show one state of the database.
    Raises MissingExtra, NothingSelected (then nothing is written), OSError.
    """
    refuse_empty(connection, selection)
    name = f"store.export_{format}"
    try:
        module = import_module(name)  # each format's packages are loaded only for it
    except ModuleNotFoundError as error:
        raise MissingExtra(f"{format} needs the package {error.name}: install prikaz[{format}]") from error
    return cast(_Writer, module.write)(connection, folder, selection, progress)
