"""Text dumps: each table row a line, its cells parted by tabs (CSV: by «;»); a blank line parts tables.

Texts with drawn tables are read by drawn_tables.py.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from ingest.encoding import decode_text
from ingest.errors import NotADocument
from ingest.model import Cell, Document, Grid, Paragraph, RawDoubt
from ingest.readers.drawn_tables import has_drawn_table, paragraphs_of, read_drawn
from ingest.readers.spacing import tidy
from ingest.readers.tabbed import has_cells, is_table
from ingest.separated import with_tabs
from ingest.signed import is_signed
from ingest.titles import is_marked_alone

# Left over from a conversion: «<p>Плотникова Т.А., …</p>», «**о подготовке и проведении мероприятий».
# A paragraph mark inside a cell is a line end, as in every other format.
_PARAGRAPH_MARK = re.compile(r"</?p>", re.IGNORECASE)

# A cell that a spreadsheet copied in quotes, since a line end or a quote is in it; the quotes inside are doubled.
_QUOTED = re.compile(r'(?:(?<=\t)|^)"((?:[^"\t]|"")*)"(?=\t|$)', re.MULTILINE)
_NUMBERED = re.compile(r"[ №]*\d+(?:\.\d+)*[.)]?[ ]*\t")
_CUT = 12  # lines at most that one row may be cut into
_ASKED = "Строка «{}» стоит в файле под строкой таблицы, без табуляций: это продолжение последней клетки?"

_Lines = Sequence[str]


def read(path: Path) -> Document:
    """The dump's paragraphs and grids; every run of lines with tabs is one grid.

    Raises: NotADocument when the bytes are no text.
    """
    text = decode_text(path.read_bytes())
    if text is None:
        raise NotADocument("unknown binary content", "неизвестные двоичные данные")
    asked: list[RawDoubt] = []
    if has_drawn_table(text):
        drawn, doubts = read_drawn(_with_line_ends(text), read_rest=lambda lines: _rest(lines, asked))
        return Document(kind="dump", blocks=tuple(drawn), asked=(*doubts, *asked))
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
    lines = _whole_rows([line if line.strip() else "" for line in whole.split("\n")], asked)
    for has_tabs, run in groupby(lines, key=lambda line: "\t" in line):
        if has_tabs:
            yield from _table(list(run))
        else:
            yield from (Paragraph(clean) for line in run if (clean := _clean(line)))


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unquoted(cell: re.Match[str]) -> str:
    """The cell's text, its line ends as marks of paragraphs; quotes that hold neither belong to the text."""
    is_copied = "\n" in cell[1] or '""' in cell[1]
    return cell[1].replace('""', '"').replace("\n", "<p>") if is_copied else cell[0]


def _table(lines: list[str]) -> Iterator[Paragraph | Grid]:
    """The rows as a grid. Lines of one cell above a heading are padded with tabs: the plan's title."""
    filled = [sum(bool(cell.strip()) for cell in line.split("\t")) for line in lines]
    first = next((at for at, count in enumerate(filled) if count > 1), len(lines))
    titles = 0 if first < len(lines) and _NUMBERED.match(lines[first]) else first
    yield from (Paragraph(_clean(line)) for line in lines[:titles])
    end = len(lines)
    while end > titles + 1 and is_signed([clean for cell in lines[end - 1].split("\t") if (clean := _clean(cell))]):
        end -= 1
    if titles < end:
        yield _grid(lines[titles:end])
    yield from (Paragraph(_clean(line)) for line in lines[end:])


def _whole_rows(lines: _Lines, asked: list[RawDoubt]) -> list[str]:
    """The lines, those of a row put together that a line end inside a cell has cut: «2⇥Подготовить», «отчёт⇥май».

    They are one row when together they have as many cells as rows have here, and the text goes on: with a small
    letter, or up to the next row with a number. Where rows are cut so, a line without tabs under a row, which is
    marked as nothing else, is the rest of its last cell, with a question unless it begins with a small letter.
    """
    tabs = Counter(line.count("\t") for line in lines if "\t" in line)
    usual = max(tabs, key=lambda count: (tabs[count], count), default=0)
    whole: list[list[str]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if 0 < lines[at].count("\t") < usual:
            ends = range(at + 2, min(at + _CUT, len(lines)) + 1)
            end = next((e for e in ends if _is_cut(lines[at:e], lines[e : e + 1], usual)), at + 1)
        whole.append(list(lines[at:end]))
        at = end
    return ["<p>".join(row) for row in _with_last_cells(whole, asked)]


def _is_cut(lines: _Lines, following: _Lines, usual: int) -> bool:
    numbered = [_NUMBERED.match(line) is not None for line in (*lines, *following)]
    is_between = numbered[0] and not any(numbered[1:-1]) and len(following) == 1 and numbered[-1]
    goes_on = is_between or all(line[:1].islower() for line in lines[1:])
    return goes_on and sum(line.count("\t") for line in lines) == usual


def _with_last_cells(rows: Sequence[list[str]], asked: list[RawDoubt]) -> Iterator[list[str]]:
    cuts = any(len(row) > 1 for row in rows)
    row: list[str] = []
    for part, following in pairwise((*rows, [""])):
        is_rest = bool(row) and len(part) == 1 and "\t" not in part[0] and "\t" in row[0]
        if is_rest and part[0][:1].islower():
            row += part
        elif is_rest and cuts and _is_plain(part[0]) and ("\t" in following[0] or _is_plain(following[0])):
            last = row[-1].rpartition("\t")[2]
            surface = _clean(f"{last}<p>{part[0]}")  # long enough to be found in this row alone
            asked.append(RawDoubt("continuation", _ASKED.format(_clean(part[0])), surface))
            row += part
        else:
            if row:
                yield row
            row = part
    if row:
        yield row


def _is_plain(line: str) -> bool:
    return bool(line.strip()) and not is_marked_alone(line) and not line.isupper()


def _grid(lines: list[str]) -> Grid:
    rows = [[Cell(_clean(cell)) for cell in line.split("\t")] for line in lines]
    width = max(len(row) for row in rows)
    padded = tuple((*row, *[Cell("")] * (width - len(row))) for row in rows)
    return Grid(padded, (None,) * len(padded))


def _clean(text: str) -> str:
    return tidy(_PARAGRAPH_MARK.sub("\n", text).replace("**", ""))
