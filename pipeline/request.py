"""What the user asked an import to do."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ImportRequest:
    files: tuple[Path, ...]  # in the order in which they are loaded
    url: str
    territory: str | None  # None: from each order's head
    workers: int  # documents read at once, ≥ 1
    dry_run: bool
    as_json: bool
    log_file: Path | None
    registry: Path | None = None  # folder of what the municipality knows; None: there is none
    cluster: str | None = None  # address of a Dask scheduler that reads; None: processes of this machine
    current: bool = False  # each file is to be what its order is, though another version was loaded after it
