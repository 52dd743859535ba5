"""Text dumps: each table row a line, its cells parted by tabs (CSV: by «;»); a blank line parts tables.

Texts with drawn tables are read by drawn_tables.py.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.encoding import decode_text
from ingest.errors import NotADocument, UnruledTable
from ingest.model import Cell, Document, Grid, Paragraph, RawDoubt
from ingest.readers.aligned import unread_headings, with_drawn_bars
from ingest.readers.drawn_tables import has_drawn_table, paragraphs_of, read_drawn
from ingest.readers.dump_rows import NUMBERED_ROW, clean, whole_rows
from ingest.readers.markdown import is_markdown, with_bars, without_marks
from ingest.readers.struck import without_struck
from ingest.readers.tabbed import FEWEST_CELLS, has_cells, is_table
from ingest.separated import with_tabs
from ingest.signed import is_signed

# A cell that a spreadsheet copied in quotes, since a line end or a quote is in it; the quotes inside are doubled.
_QUOTED = re.compile(r'(?:(?<=\t)|^)"((?:[^"\t]|"")*)"(?=\t|$)', re.MULTILINE)

_LEFT_OUT = 2  # cells at most: «Отметка о выполнении», «Примечание»


def read(path: Path) -> Document:
    """The dump's paragraphs and grids; every run of lines with tabs is one grid.

    Raises: NotADocument when the bytes are no text; UnruledTable when its only table is aligned with blanks, and
    they do not tell what stands in which column.
    """
    text = decode_text(path.read_bytes())
    if text is None:
        raise NotADocument("unknown binary content", "неизвестные двоичные данные")
    document = _read(text)
    if not any(isinstance(block, Grid) for block in document.blocks):
        for line in unread_headings(_with_line_ends(text)):
            raise UnruledTable(f"line {line}", f"строка {line}")
    return document


def _read(text: str) -> Document:
    asked: list[RawDoubt] = []
    plain = without_marks(_with_line_ends(text)) if is_markdown(text) else with_drawn_bars(_with_line_ends(text))
    if has_drawn_table(plain):
        drawn, doubts = read_drawn(plain, read_rest=lambda lines: _rest(lines, asked))
        return without_struck(Document(kind="dump", blocks=tuple(map(with_bars, drawn)), asked=(*doubts, *asked)))
    blocks = tuple(_blocks(with_tabs(text), asked))
    return Document(kind="dump", blocks=blocks, asked=tuple(asked))


def _rest(lines: list[str], asked: list[RawDoubt]) -> Iterator[Paragraph | Grid]:
    """What stands outside of drawn tables: tables with tabs too, from their first row to the next empty line."""
    rows = [at for at, line in enumerate(lines) if has_cells(line)]
    if not rows or not is_table([lines[at] for at in rows]):
        yield from paragraphs_of(lines)
        return
    end = next((at for at in range(rows[-1], len(lines)) if not lines[at].strip()), len(lines))
    yield from paragraphs_of(lines[: rows[0]])
    yield from _blocks("\n".join(lines[rows[0] : end]), asked)
    yield from paragraphs_of(lines[end:])


def _blocks(text: str, asked: list[RawDoubt]) -> Iterator[Paragraph | Grid]:
    whole = _QUOTED.sub(_unquoted, _with_line_ends(text))
    lines = whole_rows([line if line.strip() else "" for line in whole.split("\n")], asked)
    above = 0  # cells in a row of the table right above, whose rest may stand under a title without tabs
    for has_tabs, run in groupby(lines, key=lambda line: "\t" in line):
        rows = list(run)
        if has_tabs:
            above = _width(rows, above)
            yield from _table(rows, above)
        else:
            yield from (Paragraph(text) for line in rows if (text := clean(line)))


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unquoted(cell: re.Match[str]) -> str:
    """The cell's text, its line ends as marks of paragraphs; quotes that hold neither belong to the text."""
    is_copied = "\n" in cell[1] or '""' in cell[1]
    return cell[1].replace('""', '"').replace("\n", "<p>") if is_copied else cell[0]


def _width(lines: list[str], above: int) -> int:
    """How many cells the rows have: as many as those `above`, where but their empty last ones were left out."""
    own = max(line.count("\t") + 1 for line in lines)
    goes_on = NUMBERED_ROW.match(lines[0]) is not None and FEWEST_CELLS <= own < above <= own + _LEFT_OUT
    return above if goes_on else own


def _table(lines: list[str], width: int) -> Iterator[Paragraph | Grid]:
    """The rows as a grid. Lines of one cell above a heading are padded with tabs: the plan's title."""
    filled = [sum(bool(cell.strip()) for cell in line.split("\t")) for line in lines]
    first = next((at for at, count in enumerate(filled) if count > 1), len(lines))
    titles = 0 if first < len(lines) and NUMBERED_ROW.match(lines[first]) else first
    yield from (Paragraph(clean(line)) for line in lines[:titles])
    end = len(lines)
    while end > titles + 1 and is_signed([text for cell in lines[end - 1].split("\t") if (text := clean(cell))]):
        end -= 1
    if titles < end:
        yield _grid(lines[titles:end], width)
    yield from (Paragraph(clean(line)) for line in lines[end:])


def _grid(lines: list[str], width: int) -> Grid:
    rows = [[Cell(clean(cell)) for cell in line.split("\t")] for line in lines]
    padded = tuple((*row, *[Cell("")] * (width - len(row))) for row in rows)
    return Grid(padded, (None,) * len(padded))
