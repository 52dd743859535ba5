"""The command as a user runs it: a process of its own, from a folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.warm import run

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Prikaz:
    """Runs `prikaz` in a folder, with the database orders.db in it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "orders.db"

    def run(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs to the end, in a process that need not import anything first."""
        return run([*map(str, arguments)], self.environment(environment), self.folder)

    def run_cold(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs the installed command to the end, as a user's shell starts it."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment(environment),
            text=True,
            capture_output=True,
            timeout=300,
            check=False,
        )

    def start(self, *arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
        """Starts and returns at once."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment(environment),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def reports(self, *arguments: str | Path, **environment: str) -> list[dict[str, Any]]:
        """What `prikaz import --json` says, one dict a file."""
        done = self.run("import", "--json", *arguments, **environment)
        return [json.loads(line) for line in done.stdout.splitlines()]

    @staticmethod
    def command(*arguments: str | Path) -> list[str]:
        return [str(Path(sys.executable).with_name("prikaz")), *map(str, arguments)]

    def environment(self, changes: dict[str, str]) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PRIKAZ_")}
        fixed = {"PRIKAZ_DB": f"sqlite:///{self.database}", "COLUMNS": "80"}
        return inherited | fixed | changes
