"""Text dumps: each table row a line, its cells parted by tabs; a blank line parts tables."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.encoding import decode_text
from ingest.errors import NotADocument
from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.spacing import tidy

# Left over from a conversion: «<p>Плотникова Т.А., …</p>», «**о подготовке и проведении мероприятий».
# A paragraph mark inside a cell is a line end, as in every other format.
_PARAGRAPH_MARK = re.compile(r"</?p>", re.IGNORECASE)


def read(path: Path) -> Document:
    """The dump's paragraphs and grids; every run of lines with tabs is one grid.

    Raises: NotADocument when the bytes are no text.
    """
    text = decode_text(path.read_bytes())
    if text is None:
        raise NotADocument("unknown binary content", "неизвестные двоичные данные")
    return Document(kind="dump", blocks=tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Paragraph | Grid]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for is_table, run in groupby(lines, key=lambda line: "\t" in line):
        if is_table:
            yield _grid(list(run))
        else:
            yield from (Paragraph(clean) for line in run if (clean := _clean(line)))


def _grid(lines: list[str]) -> Grid:
    rows = [[Cell(_clean(cell)) for cell in line.split("\t")] for line in lines]
    width = max(len(row) for row in rows)
    padded = tuple((*row, *[Cell("")] * (width - len(row))) for row in rows)
    return Grid(padded, (None,) * len(padded))


def _clean(text: str) -> str:
    return tidy(_PARAGRAPH_MARK.sub("\n", text).replace("**", ""))
