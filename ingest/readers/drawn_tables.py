"""Tables drawn with characters, as DOS editors and legal databases print them: «│», «├──┼──┤», «|-----+-----|».

Rulings part the rows; the lines between two of them are one row, wrapped in every column for itself. A ruling that
leaves out a column goes on with that column's cell. Rows without rulings: see drawn_rows.py.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ingest.model import Document, Grid, Paragraph, RawDoubt
from ingest.readers.drawn_cuts import join_cuts
from ingest.readers.drawn_rows import Cell, Piece, read_cells
from ingest.readers.html_grid import SpannedCell, build_grid
from ingest.readers.pdf_broken import Column
from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import ask_about_hyphens
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_wrap import join_lines
from ingest.readers.spacing import tidy

_FLAT = "─━═"
_BARS = "│┃║┌┐└┘├┤┬┴┼╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬|¦"
# «+» and the slanted corners of «/-----\» are bars beside a ruling only: a cell may say «и/или», «5+».
_BAR = re.compile(rf"[{_BARS}]|(?<=[-=])\+|\+(?=[-=]{{2}})|^[/\\](?=-{{3}})|(?<=-{{3}})[/\\]$")
_RULING = re.compile(rf"[{_FLAT}]+|[-=_:]{{2,}}")
_DRAWN = re.compile(rf"[{_FLAT}]{{3}}|[|+]\s?:?[-=]{{3,}}:?\s?[|+]|^\s*[/\\]?-{{5,}}[/\\]?\s*$", re.MULTILINE)

_LETTER, _LINE = 6.0, 12.0  # points of a letter and a line: how `pdf_wrap` measures
_ALIGNED = 0.8  # of a table's lines whose outer bars stand below one another


@dataclass(slots=True)
class _Table:
    """A drawn table: the places of its bars (letters from the line's beginning) and its cells."""

    bounds: list[int]
    cells: list[Cell]


def has_drawn_table(text: str) -> bool:
    return _DRAWN.search(text) is not None and any(map(_is_drawn, text.split("\n")))


def with_drawn_tables(document: Document) -> Document:
    """The document with grids for the tables that its paragraphs draw, line by line."""
    blocks: list[Paragraph | Grid] = []
    asked = list(document.asked)
    for kind, run in groupby(document.blocks, key=_page_of):
        members = list(run)
        text = "\n".join(block.text for block in members if isinstance(block, Paragraph))
        if kind is not None and has_drawn_table(text):
            drawn, doubts = read_drawn(text, kind[0])
            blocks += drawn
            asked += doubts
        else:
            blocks += members
    return replace(document, blocks=tuple(blocks), asked=tuple(asked))


def _page_of(block: Paragraph | Grid) -> tuple[int | None, bool] | None:
    return (block.page, block.aside) if isinstance(block, Paragraph) else None


def read_drawn(
    text: str, page: int | None = None, read_rest: Callable[[list[str]], Iterator[Paragraph | Grid]] | None = None
) -> tuple[list[Paragraph | Grid], tuple[RawDoubt, ...]]:
    """The text's paragraphs (lines between empty ones, parted by line ends) and its drawn tables, in order.

    `read_rest` reads the lines outside of the drawn tables, where they may be more than paragraphs. The doubts are
    about words of which is not sure whether a line end parted them.
    """
    asked: list[RawDoubt] = []
    runs = groupby(_lines(text), key=_is_drawn)
    parts = [part for is_drawn, run in runs for part in _parts(is_drawn, list(run), asked)]
    habits = Habits(_runs(parts))
    blocks: list[Paragraph | Grid] = []
    for part in parts:
        if isinstance(part, _Table):
            blocks.append(_grid(part, habits, page))
        else:
            blocks += read_rest(part) if read_rest is not None else paragraphs_of(part, page)
    return blocks, (*asked, *ask_about_hyphens(habits))


def _lines(text: str) -> list[str]:
    """Tabs are left where they may part cells."""
    lines = (line.rstrip() for line in text.replace("\f", "\n").split("\n"))
    return [line.expandtabs() if _is_drawn(line) else line for line in lines]


def _is_drawn(line: str) -> bool:
    """Whether a line begins and ends with a bar, or is a ruling from end to end."""
    bars = [bar.start() for bar in _BAR.finditer(line.strip())]
    return len(bars) > 1 and bars[0] == 0 and bars[-1] == len(line.strip()) - 1


def _parts(is_drawn: bool, lines: list[str], asked: list[RawDoubt]) -> Iterator["list[str] | _Table"]:
    """Lines that are no table stay lines: a box around a stamp has one column."""
    table = _table(lines, asked) if is_drawn else None
    yield lines if table is None else table


def _table(lines: list[str], asked: list[RawDoubt]) -> _Table | None:
    bounds = _bounds(lines)
    rows = [_pieces(line, bounds) for line in lines]
    has_ruling = any(piece.text is None for row in rows for piece in row)
    if len(bounds) < 3 or not has_ruling or all(piece.text is None for row in rows for piece in row):
        return None
    widths = [right - left - 1 for left, right in pairwise(bounds)]
    return _Table(bounds, read_cells(rows, widths, asked))


def _bounds(lines: list[str]) -> list[int]:
    """Where columns begin and end: all places of bars; where blanks were lost, those of the longest ruling."""
    places = [[bar.start() for bar in _BAR.finditer(line)] for line in lines]
    (edges, count), *_ = Counter((one[0], one[-1]) for one in places).most_common(1)
    if count < _ALIGNED * len(lines):
        return max(places, key=lambda one: (len(one), one[-1]))  # a ruling: blanks that are gone made it no shorter
    return sorted({place for one in places if (one[0], one[-1]) == edges for place in one})


def _pieces(line: str, bounds: Sequence[int]) -> list[Piece]:
    bars = [bar.start() for bar in _BAR.finditer(line)]
    at = list(range(len(bounds))) if len(bars) == len(bounds) else [_nearest(bar, bounds) for bar in bars]
    at[0], at[-1] = 0, len(bounds) - 1
    pieces = []
    for (left, right), (first, last) in zip(pairwise(bars), pairwise(at), strict=True):
        text = line[left + 1 : right]
        if first < last:  # else two bars that stand for one
            is_ruling = _RULING.fullmatch(text.strip()) is not None
            indent = len(text) - len(text.lstrip())
            begins = bounds[first] + 1 + indent
            pieces.append(Piece(first, last - 1, begins, None if is_ruling else text.strip()))
    return pieces


def _nearest(place: int, bounds: Sequence[int]) -> int:
    at = bisect_left(bounds, place)
    return min((one for one in (at - 1, at) if 0 <= one < len(bounds)), key=lambda one: abs(bounds[one] - place))


def _runs(parts: "list[list[str] | _Table]") -> Iterator[Run]:
    """All lines, for the words that they print."""
    owner = OUTSIDE
    for part in parts:
        if isinstance(part, _Table):
            for cell in part.cells:
                owner += 1
                yield from _runs_of(cell, owner)
        else:
            yield from (Run(clean, OUTSIDE, 0, 0.0, 0.0, 0.0, _LINE, True) for line in part if (clean := tidy(line)))


def _runs_of(cell: Cell, owner: int) -> list[Run]:
    return [
        Run(clean, owner, 0, left * _LETTER, (left + len(text)) * _LETTER, at * _LINE, _LINE, False)
        for at, (left, text) in enumerate(cell.lines)
        if (clean := tidy(text))
    ]


def _grid(table: _Table, habits: Habits, page: int | None) -> Grid:
    rows: list[list[SpannedCell]] = [[] for _ in range(1 + max(cell.row for cell in table.cells))]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.first)):
        left, right = (table.bounds[cell.first] + 1) * _LETTER, _right(table, cell.last) * _LETTER
        text = join_lines(join_cuts(_runs_of(cell, 0), Column(left, right), habits), left, right, habits)
        rows[cell.row].append(SpannedCell(text, cell.last - cell.first + 1, cell.rows))
    grid = build_grid(rows, 0)
    return replace(grid, pages=(page,) * len(grid.rows))


def _right(table: _Table, column: int) -> int:
    """Where the column's text may end (exclusive): a letter before the bar, where no line stands close to it."""
    bar = table.bounds[column + 1]
    ends = (left + len(text) for cell in table.cells if cell.last == column for left, text in cell.lines if text)
    return bar if bar in ends else bar - 1


def paragraphs_of(lines: list[str], page: int | None = None) -> Iterator[Paragraph]:
    """The lines between empty ones, each such run a paragraph."""
    for is_filled, run in groupby(lines, key=lambda line: bool(line.strip())):
        if is_filled:
            yield Paragraph("\n".join(map(tidy, run)), page)
