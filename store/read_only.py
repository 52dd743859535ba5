"""SQLite databases that this user may only read: a file without the right to write, or in such a folder."""

import os
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import URL


def may_write(url: URL) -> bool:
    """Whether the file, where there is one, and its folder take what SQLite writes: it keeps a log beside the file."""
    if not url.database or url.database == ":memory:":
        return True
    path = Path(url.database)
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def connect_to_read(url: URL) -> Callable[[], sqlite3.Connection]:
    """What opens the file without writing anything.

    A log that another program has beside it is read too. Where there is none SQLite could not make its own, so it is
    told that nobody writes: a writer who begins within the moment that a command reads changes the log, not the file.
    """
    path = Path(url.database or "").absolute()
    logged = path.with_name(f"{path.name}-wal").exists()
    address = f"file:{quote(str(path))}?mode=ro{'' if logged else '&immutable=1'}"
    return partial(sqlite3.connect, address, uri=True, check_same_thread=False)
