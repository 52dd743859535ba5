"""Text dumps: each table row a line, its cells parted by tabs; a blank line parts tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from ingest.encoding import decode_text
from ingest.errors import NotADocument
from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.spacing import tidy

# Left over from a conversion: «<p>Плотникова Т.А., …</p>», «**о подготовке и проведении мероприятий».
# A paragraph mark inside a cell is a line end, as in every other format.
_PARAGRAPH_MARK = re.compile(r"</?p>", re.IGNORECASE)

# A cell with line ends in it, as a spreadsheet copies it.
_COPIED = re.compile(r'"[^"]*(?:""[^"]*)*\n[^"]*(?:""[^"]*)*"')
_CUT = 12  # lines at most that one row may be cut into


def read(path: Path) -> Document:
    """The dump's paragraphs and grids; every run of lines with tabs is one grid.

    Raises: NotADocument when the bytes are no text.
    """
    text = decode_text(path.read_bytes())
    if text is None:
        raise NotADocument("unknown binary content", "неизвестные двоичные данные")
    return Document(kind="dump", blocks=tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Paragraph | Grid]:
    lines = _whole_rows(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for is_table, run in groupby(lines, key=lambda line: "\t" in line):
        if is_table:
            yield _grid(list(run))
        else:
            yield from (Paragraph(clean) for line in run if (clean := _clean(line)))


def _whole_rows(lines: Sequence[str]) -> list[str]:
    """The lines, those of a row put together that a line end inside a cell has cut: «2⇥Подготовить», «отчёт⇥май».

    They are one row when together they have as many cells as rows have here, and the text goes on: with a small
    letter, or within quotes, as a spreadsheet copies such a cell.
    """
    tabs = Counter(line.count("\t") for line in lines if "\t" in line)
    usual = max(tabs, key=lambda count: (tabs[count], count), default=0)
    whole: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if 0 < lines[at].count("\t") < usual:
            end = next((e for e in range(at + 2, at + _CUT + 1) if _is_cut(lines[at:e], usual)), at + 1)
        while lines[at].count("\t") and end < len(lines) and "\t" not in lines[end] and lines[end][:1].islower():
            end += 1  # the last cell goes on
        whole.append("<p>".join(lines[at:end]) if end > at + 1 else lines[at])
        at = end
    return whole


def _is_cut(lines: Sequence[str], usual: int) -> bool:
    quoted = lines[0].rpartition("\t")[2].startswith('"')
    goes_on = quoted or all(line[:1].islower() for line in lines[1:])
    return goes_on and sum(line.count("\t") for line in lines) == usual


def _grid(lines: list[str]) -> Grid:
    rows = [[Cell(_clean(cell)) for cell in line.split("\t")] for line in lines]
    width = max(len(row) for row in rows)
    padded = tuple((*row, *[Cell("")] * (width - len(row))) for row in rows)
    return Grid(padded, (None,) * len(padded))


def _clean(text: str) -> str:
    text = tidy(_PARAGRAPH_MARK.sub("\n", text).replace("**", ""))
    return text[1:-1].replace('""', '"') if _COPIED.fullmatch(text) else text
