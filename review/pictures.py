"""Finds an order's file again by name and content, and has the page drawn."""

from collections.abc import Callable, Iterable
from hashlib import file_digest
from itertools import islice
from pathlib import Path

from ingest.model import Box
from store.review.places import PageFrames

Draw = Callable[[Path, int, tuple[Box, ...]], bytes]  # file, page (1-based), frames to draw on it → PNG

FILES_LOOKED_AT = 10_000  # names in a folder; more would keep the clerk waiting


class NoPicture(Exception):
    """Why there is none, in Russian."""


def picture_of(folders: Iterable[Path], draw: Draw | None, pages: tuple[PageFrames, ...], number: int | None) -> bytes:
    """PNG of the first file that is still there; `number` of the page, the first with a frame where it has none there.

    Raises NoPicture.
    """
    if not pages:
        raise NoPicture("У этого приказа нет файла со страницами, где видна эта строка.")
    if draw is None:
        raise NoPicture("Рисовать страницы здесь нечем.")
    for one in pages:
        path = find_file(tuple(folders), one.file, one.sha256)
        if path is not None:
            page = next((box.page for box in one.boxes if box.page == number), one.boxes[0].page)
            try:
                return draw(path, page, tuple(box for box in one.boxes if box.page == page))
            except OSError as error:
                raise NoPicture(f"Страницу {page} файла {one.file} не удалось нарисовать: {error}") from error
    raise NoPicture(f"Файла {pages[0].file} больше нет там, где его ищут (--files), или он изменился.")


def find_file(folders: Iterable[Path], name: str, sha256: str) -> Path | None:
    """The file of that name whose content is still the same."""
    for folder in folders:
        for path in islice(folder.rglob("*"), FILES_LOOKED_AT):
            if path.name == name and path.is_file() and has_content(path, sha256):
                return path
    return None


def has_content(path: Path, sha256: str) -> bool:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == sha256
