"""Which files an import reads: those named, and those in the folders named."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, each once, folders walked in sorted order at the place where they were named.

    Left out of folders (never when named): hidden files and folders, and the lock files «~$order.docx» that
    Word leaves beside an open document. Anything else in a folder is tried, and refused by name if foreign.
    """
    found: dict[Path, Path] = {}  # real path → path as named; a dict keeps the order
    for path in paths:
        for file in walk(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def walk(folder: Path) -> Iterator[Path]:
    """The files of a folder, depth first, by name. Links to folders are not followed: they may form a ring."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_file():
            yield entry
        elif entry.is_dir() and not entry.is_symlink():
            yield from walk(entry)
