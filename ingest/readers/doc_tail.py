"""The table with which a .doc ends, where LibreOffice has written one without a paragraph after it.

Word always ends a document with a paragraph. LibreOffice writes none after a table that stands last, and then, reading
its own file, takes that table for running text. The cells' marks (U+0007) are in the file, and tell the table again.
"""

import struct
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.spacing import tidy

_SECTOR = 512
_FIB = b"\xec\xa5"  # how the main stream begins
_BOUNDS, _LENGTHS = 0x18, 0x4C  # in it: where the text begins and ends; how many characters each part of it has
_PARTS = 8
_MARK = "\x07"  # ends a cell; once more, ends a row
_HYPHENS = {0x1E: "-", 0x1F: None}  # Word's hyphen that does not break, and its soft one
_CONTROL = frozenset(map(chr, range(0x20)))
MAX_CELLS = 20_000

_MERGED = "Последняя таблица файла .doc прочитана без объединения клеток и без автоматических номеров: сверьте её."
_LOST = "Последняя таблица файла .doc не прочитана: сохраните файл как .docx."


def restore_last_table(document: Document, data: bytes) -> Document:
    """The document as LibreOffice converted it, its last paragraphs made a table again if they were one in the file."""
    text = main_text(data)
    if text is None or not text.endswith(_MARK) or _is_read(text, document.blocks):
        return document
    found = _table_text(text, document.blocks)
    if found is None:
        return replace(document, doubts=(*document.doubts, _LOST))
    first, table = found
    grid = _grid(table)
    if grid is None:
        return replace(document, doubts=(*document.doubts, _LOST))
    return replace(document, blocks=(*document.blocks[:first], grid), doubts=(*document.doubts, _MERGED))


def main_text(data: bytes) -> str | None:
    """The document's text with its marks, None where it does not lie in one piece, as LibreOffice writes it."""
    at = next((at for at in range(_SECTOR, len(data), _SECTOR) if data[at : at + 2] == _FIB), None)
    if at is None or len(data) < at + _LENGTHS + 4 * _PARTS:
        return None
    begin, end = struct.unpack_from("<2I", data, at + _BOUNDS)
    lengths = struct.unpack_from(f"<{_PARTS}i", data, at + _LENGTHS)
    if min(lengths) < 0 or not 0 < 2 * lengths[0] <= end - begin or at + end > len(data):
        return None
    text = data[at + begin : at + begin + 2 * lengths[0]].decode("utf-16-le", "replace")
    return text.translate(_HYPHENS)


def _is_read(text: str, blocks: Sequence[Paragraph | Grid]) -> bool:
    """Whether the document ends with that table: all cells back to its first stand in the last grid."""
    if not blocks or not isinstance(blocks[-1], Grid):
        return False
    read = {_letters(cell.text) for row in blocks[-1].rows for cell in row if cell is not None}
    for piece in reversed(text.split(_MARK)):
        letters = _letters(piece)
        if letters not in read and not any(letters in cell for cell in read):  # «1.», automatic, is not in the text
            first = _letters(piece.rpartition("\r")[2])  # the paragraphs above the table, and its first cell
            return "\r" in piece and any(first in cell for cell in read)
    return True


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter not in _CONTROL and not letter.isspace() and letter != "\u00ad")


def _table_text(text: str, blocks: Sequence[Paragraph | Grid]) -> tuple[int, str] | None:
    """Which of the last paragraphs (0-based) the table begins with, and the table's text; None if they do not agree."""
    end, begins = len(text), None
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        start = _begin_of(block.text, text, end) if isinstance(block, Paragraph) else None
        if start is None:
            break
        if _MARK in text[start:end]:
            begins = at, text[start:]
        end = start
    return begins


def _begin_of(paragraph: str, text: str, end: int) -> int | None:
    """Where the paragraph begins that ends at `end`, marks and blanks aside; None if another text stands there."""
    for letter in reversed([letter for letter in paragraph if not letter.isspace()]):
        while end and (text[end - 1] in _CONTROL or text[end - 1].isspace() or text[end - 1] == "\u00ad"):
            end -= 1
        if not end or text[end - 1] != letter:
            return None
        end -= 1
    return end


def _grid(text: str) -> Grid | None:
    """The table of a text with marks; None where its rows cannot be told."""
    cells = text.split(_MARK)[:-1]
    start = 0
    while start + 1 < len(cells) and cells[start] and not cells[start + 1]:  # titles across the table
        start += 2
    width = cells.index("", start) - start if "" in cells[start:] else 0
    rows = _rows(cells, width) if width > 1 and len(cells) <= MAX_CELLS else None
    if rows is None:
        return None
    across = [None] * (width - 1)
    grid: list[tuple[Cell | None, ...]] = [
        (Cell(tidy(row[0]), colspan=width), *across) if len(row) == 1 else tuple(Cell(tidy(cell)) for cell in row)
        for row in rows
    ]
    return Grid(tuple(grid), (None,) * len(grid))


def _rows(cells: Sequence[str], width: int) -> list[Sequence[str]] | None:
    """The rows, each with `width` cells, or one across all; as few of the latter as possible. None = neither."""
    best: list[tuple[int, int] | None] = [None] * len(cells) + [(0, 0)]  # (rows across, size of the first row)
    for at in range(len(cells) - 1, -1, -1):
        for size in (width, 1):
            after = best[at + size + 1] if at + size < len(cells) and not cells[at + size] else None
            if after is not None and (size == width or cells[at]):
                cost = after[0] + (size == 1)
                known = best[at]
                if known is None or cost < known[0]:
                    best[at] = cost, size
    rows: list[Sequence[str]] = []
    at = 0
    while at < len(cells):
        step = best[at]
        if step is None:
            return None
        rows.append(cells[at : at + step[1]])
        at += step[1] + 1
    return rows
