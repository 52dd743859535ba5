"""Excel workbooks that are there whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile

import xlsxwriter

from store.moved import written_anew

PACKED_IN_MEMORY = 32 * 2**20  # bytes; a larger workbook is packed in a temporary file


@contextmanager
def workbook_written(path: Path, options: dict[str, bool]) -> Iterator[xlsxwriter.Workbook]:
    """A workbook to fill; it takes the place of `path` at the end, or nothing changes. Raises OSError.

    Packed elsewhere first: on a full disk the packer would fail once more when it is thrown away, on stderr.
    """
    with written_anew(path) as temporary, SpooledTemporaryFile(PACKED_IN_MEMORY) as packed:
        with xlsxwriter.Workbook(packed, options) as book:
            yield book
        packed.seek(0)
        with temporary.open("wb") as file:
            copyfileobj(packed, file)
