"""The files that orders were read from, as they lie on the disk now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import Connection, select

from store.model import Finding
from store.tables import sources

LARGEST = 64 * 2**20  # bytes; a larger file is refused unread, and none was ever loaded


def held_name(path: Path) -> str:
    """The file's name as the database holds it: bytes that are no UTF-8 stand escaped, «\\udccf»."""
    return path.name.encode(errors="backslashreplace").decode()


def sha256_of(path: Path) -> str | None:
    """The sha256 of the file's content; None where it is too large, cannot be read or is no file.

    To open a pipe is to wait.
    """
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def find_changed_files(connection: Connection, paths: Iterable[Path]) -> Iterator[Finding]:
    """Orders whose file is among `paths` by its name, but with a content that the database does not know.

    A file that is not there is no fault, nor is another file of the same name if the order's own is there too: many
    folders hold a «приказ.docx».
    """
    named = defaultdict(list)
    for path in paths:
        named[held_name(path)].append(path)
    held = connection.execute(select(sources.c.order_id, sources.c.file, sources.c.sha256)).all()
    known = {row.sha256 for row in held}
    told = set[tuple[str, str]]()
    for row in held:
        if row.file not in named or (row.order_id, row.file) in told:
            continue
        found = {sha256_of(path): path for path in named[row.file]}
        changed = [path for sha256, path in found.items() if sha256 is not None and sha256 not in known]
        if row.sha256 not in found and changed:
            told.add((row.order_id, row.file))
            text = f"Файл «{changed[0]}» изменился с тех пор, как из него загружен приказ; загрузите его снова."
            yield Finding("changed_file", f"orders {row.order_id}", text)
