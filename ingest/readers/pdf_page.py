"""A page's paragraphs and grids from its tables and runs of text, whichever library found them."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from ingest.model import Box, Cell, Grid, Paragraph
from ingest.readers.pdf_beside import titles_beside
from ingest.readers.pdf_cells import OUTSIDE, RISES, PageCell, PageTable
from ingest.readers.pdf_cutter import Locate
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_paragraphs import read_paragraphs
from ingest.readers.pdf_rulings import Ruling
from ingest.readers.pdf_runs import Run, make_lines
from ingest.readers.pdf_sheets import Sheet
from ingest.readers.pdf_wrap import join_lines

Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What was found on a page (1-based); the runs' owners are numbers of `locator(tables)`."""

    number: int
    tables: list[PageTable]
    runs: list[Run]
    pictures: list[Rect]
    area: float  # of the page, square points
    has_drawings: bool  # lines or pictures
    box: Callable[[Rect], Box]  # a frame of the layout as a box of the page as shown
    confidences: Mapping[int, float] = field(default_factory=dict)  # 0..1, of owners whose text was recognised
    across: Sequence[Ruling] = ()  # the page's horizontal lines
    open_columns: Sequence[tuple[float, ...]] = ()  # of each table without lines between its columns, under its heading
    guessed: bool = False  # columns or rows were told from where the text stands
    mixed: tuple[str, ...] = ()  # lines that stand in two columns of a table whose columns were told so
    stamps: Sequence[Run] = ()  # of signatures, which are none of `runs`
    signed: bool = True  # its text may hold the stamp of a signature
    doubted: Sequence[Rect] = ()  # where lines of such stamps stand that could not be told from the runs
    unread: bool = False  # a table without lines stands here, and its rows cannot be told


def locator(tables: list[PageTable]) -> Locate:
    """A function from a point to the number of its cell, counted through all tables of the page, or OUTSIDE."""
    if len(tables) == 1:  # on nearly all pages, and asked for twice for each line
        return tables[0].locator(RISES)
    firsts = accumulate((len(table.cells) for table in tables), initial=0)
    numbered = [(table.locator(RISES), first) for table, first in zip(tables, firsts, strict=False)]

    def locate(x: float, y: float) -> int:
        for locate_in, first in numbered:
            cell = locate_in(x, y)
            if cell != OUTSIDE:
                return first + cell
        return OUTSIDE

    return locate


def adds_up(layout: PageLayout) -> bool:
    """Whether every cell is a rectangle, and all text inside the tables' frames stands in their cells."""
    outside = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0]
    return all(table.is_regular and not any(_is_within(run, table.frame) for run in outside) for table in layout.tables)


def count_letters(layout: PageLayout) -> int:
    """How many characters the page has, without blanks."""
    return sum(len(run.text) - run.text.count(" ") for run in layout.runs)


def _is_within(run: Run, frame: Rect) -> bool:
    middle = (run.left + run.right) / 2
    return frame.left < middle < frame.right and frame.top < run.y < frame.bottom


def assemble(layout: PageLayout, habits: Habits, asides: frozenset[Run] = frozenset()) -> list[Block]:
    """The blocks of the page from top to bottom; `asides` are lines of the page that are none of the text.

    Of two pages on one sheet first all of the left one.
    """
    sheet = Sheet(layout.tables)
    owned: dict[int, list[Run]] = {}
    turned: set[int] = set()  # cells with text that runs up or down
    for run in layout.runs:
        owned.setdefault(run.owner, []).append(run)
        if run.turn:
            turned.add(run.owner)
    outside = [run for run in owned.get(OUTSIDE, []) if run not in asides]
    titles = titles_beside(layout.tables, outside) if len(layout.tables) > 1 else {}
    blocks: list[tuple[tuple[int, float], Block]] = []
    first = 0
    for at, table in enumerate(layout.tables):
        texts = [
            (_turned_text if number in turned else _text)(cell, owned[number], habits) if number in owned else ""
            for number, cell in enumerate(table.cells, first)
        ]
        place = sheet.side_of(at), table.rows[0]
        for _, text in read_paragraphs(titles[at], [], habits) if at in titles else ():
            blocks.append((place, Paragraph(text, layout.number)))
        blocks.append((place, _grid(table, texts, layout, first)))
        first += len(table.cells)
    titled = {run for runs in titles.values() for run in runs}
    for runs, aside in (
        ([run for run in outside if run not in titled] if titled else outside, False),
        ([*asides, *layout.stamps], True),
    ):
        for side, mine in enumerate(sheet.part(runs) if runs else ()):
            tops = [table.rows[0] for at, table in enumerate(layout.tables) if sheet.side_of(at) == side]
            for top, text in read_paragraphs(mine, tops, habits) if mine else ():
                blocks.append(((side, top), Paragraph(text, layout.number, aside)))
    return [block for _, block in sorted(blocks, key=lambda item: item[0])]


def _text(cell: PageCell, runs: list[Run], habits: Habits) -> str:
    return join_lines(make_lines(runs), cell.frame.left, cell.frame.right, habits)


def _turned_text(cell: PageCell, runs: list[Run], habits: Habits) -> str:
    """The cell's text; what stands upright comes before what runs up or down."""
    frame = cell.frame
    parts = []
    for turn, left, right in (
        (0, frame.left, frame.right),
        (1, -frame.bottom, -frame.top),
        (-1, frame.top, frame.bottom),
    ):
        lines = make_lines([run for run in runs if run.turn == turn])
        parts.append(join_lines(lines, left, right, habits))
    return "\n".join(part for part in parts if part)


def _grid(table: PageTable, texts: list[str], layout: PageLayout, first: int) -> Grid:
    """The table as a grid; squares of a ragged table that no cell has are empty cells. Its first cell is `first`."""
    rows = _visible(table.owners)
    columns = _visible(tuple(zip(*table.owners, strict=True)))
    row_at = [bisect_left(rows, edge) for edge in range(len(table.rows))]
    column_at = [bisect_left(columns, edge) for edge in range(len(table.columns))]
    grid: list[list[Cell | None]] = [
        [Cell("") if table.owners[row][column] == OUTSIDE else None for column in columns] for row in rows
    ]
    for number, (cell, text) in enumerate(zip(table.cells, texts, strict=True), first):
        row, column = row_at[cell.row], column_at[cell.column]
        grid[row][column] = Cell(
            text=text,
            colspan=column_at[cell.column + cell.colspan] - column,
            rowspan=row_at[cell.row + cell.rowspan] - row,
            box=layout.box(cell.frame),
            confidence=layout.confidences.get(number),
        )
    return Grid(tuple(tuple(row) for row in grid), (layout.number,) * len(grid))


def _visible(owners: tuple[tuple[int, ...], ...]) -> list[int]:
    """Rows in which something begins: a line drawn twice, or one that no cell has as its edge, makes none."""
    return [0, *(index for index, (above, row) in enumerate(pairwise(owners), 1) if above != row)]
