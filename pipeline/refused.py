"""Refusals on their way into the audit: who tried to import what, when, and why it was refused."""

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.database import has_tables
from pipeline.loading import make_stamp
from pipeline.report import Refusal
from pipeline.transactions import Begin
from store.audit import record_refusal
from store.source_files import held_name


@dataclass(slots=True)
class RefusalAudit:
    """Notes refusals, each in a transaction of its own. They wait for a database: no refusal makes one."""

    begin: Begin
    url: str
    is_there: bool | None = None  # the database with its tables; None = not looked yet
    waiting: list[tuple[Path, str | None, Refusal]] = field(default_factory=list)

    def note(self, path: Path, sha256: str | None, refusal: Refusal) -> None:
        """Raises StoreError."""
        self.waiting.append((path, sha256, refusal))
        if self.is_there is None:
            self.is_there = has_tables(self.url)
        self.write()

    def database_is_made(self) -> None:
        """Says that an order is loaded, so that what waits can be written. Raises StoreError."""
        self.is_there = True
        self.write()

    def write(self) -> None:
        if not self.is_there or not self.waiting:
            return
        with self.begin() as connection:
            for path, sha256, refusal in self.waiting:
                message = f"{refusal.code}: {refusal.message_ru}"
                record_refusal(connection, make_stamp(), held_name(path), sha256, message)
        self.waiting.clear()
