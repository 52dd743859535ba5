"""Which files an import reads: those named, and those in the folders named."""

from collections.abc import Iterable, Iterator
from os.path import realpath  # Path.resolve raises on a link to itself
from pathlib import Path


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, each once, folders walked in sorted order at the place where they were named.

    Left out of folders (never when named): hidden files and folders, and the lock files «~$order.docx» that
    Word leaves beside an open document. Anything else in a folder is tried, and refused by name if foreign.
    """
    found: dict[str, Path] = {}  # real path → path as named; a dict keeps the order
    for path in paths:
        for file in walk(path) if path.is_dir() else [path]:
            found.setdefault(realpath(file), file)
    return list(found.values())


def walk(folder: Path) -> Iterator[Path]:
    """The files of a folder, depth first, by name. Links to folders are not followed: they may form a ring.

    What is neither file nor folder (a pipe, a link to nothing) and a folder that may not be looked into are given
    too: whoever reads them refuses them by name.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if not is_folder(entry):
            yield entry
        elif not entry.is_symlink():
            yield from walk(entry)


def is_there(path: Path) -> bool:
    """Also of a path into a folder that nobody may look into: it is not."""
    try:
        return path.exists()
    except OSError:
        return False


def is_folder(entry: Path) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # no right to look: whoever reads it will say so
        return False


def printable(path: Path | str) -> str:
    """The path, or a text that names it, as one line.

    A line end, a mark that turns the writing round, a byte that is no UTF-8 stand escaped.
    """
    letters = (letter if letter.isprintable() or letter == "\xa0" else _escaped(letter) for letter in str(path))
    return "".join(letters)


def _escaped(letter: str) -> str:
    """«\\n», «\\u202e»."""
    return letter.encode("unicode_escape").decode("ascii")
