"""Whether an SQLite database is still the file that was opened: one removed or replaced takes writes and loses them."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from store.errors import FileReplaced

Identity = tuple[int, int]  # device and inode


def watch_file(engine: Engine) -> None:
    """From the first connection on, a transaction on another file, or on none, is refused with FileReplaced.

    Not even looking makes a new file there: a page would show an empty database. What was opened stays open, as to
    close it would remove the write-ahead log of its successor, which has the same name.
    """
    name = engine.url.database
    if not name or name == ":memory:" or name.startswith("file:"):
        return
    path, first = Path(name).absolute(), list[Identity]()

    def still_there() -> None:
        if first and _identity(path) != first[0]:
            raise FileReplaced(f"{path}: the database file was removed or replaced while this program had it open")

    def before_connecting(*_: Any) -> None:
        still_there()

    def connected(*_: Any) -> None:
        found = _identity(path)
        if not first and found is not None:
            first.append(found)

    def begun(_: Connection) -> None:
        still_there()

    event.listen(engine, "do_connect", before_connecting)
    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)


def _identity(path: Path) -> Identity | None:
    """None: there is no such file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
