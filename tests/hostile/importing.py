"""An import of a folder, with what it said and what it took."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.watching import watched
from tests.pipeline.command import Prikaz

HANG_SECONDS = 1800  # the longest limit of a user, that of 28 MB of text, is 1510 s


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import said, and what it took."""

    reports: dict[str, dict[str, Any]]  # by file name
    errors: list[str]  # lines of stderr
    status: int
    peak_mb: int  # of one process
    leftovers: list[str]

    @property
    def figures(self) -> str:
        return f"files {len(self.reports)}, peak of one process {self.peak_mb} MB, processes left {len(self.leftovers)}"

    def code(self, name: str) -> str | None:
        """Why the file was refused; None = it was not."""
        error = self.reports[name]["error"]
        return None if error is None else str(error["code"])


def import_folder(prikaz: Prikaz, folder: Path, **environment: str) -> Imported:
    """Imports the folder to the end, however long that takes short of a hang."""
    with watched(prikaz.folder) as watch:
        process = prikaz.start("import", "--json", folder, **environment)
        try:
            said, errors = process.communicate(timeout=HANG_SECONDS)
        finally:
            process.kill()
    reports = [json.loads(line) for line in said.splitlines()]
    by_name = {Path(one["file"]).name: one for one in reports}
    return Imported(by_name, errors.splitlines(), process.returncode, watch.peak_mb, watch.leftovers())
