"""Rows of a table with lines between which the lines are missing: «1.», «2.» in one cell, each beside its measure.

Without numbers rows are told by how their texts end, but only where no line parts any of them.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf_cells import PageTable, find_tables
from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_titles import Shape
from ingest.readers.pdf_unruled_columns import LEAST_EDGES, NUMBER, is_heading, top_of
from ingest.readers.pdf_unruled_rows import cut_by_blanks

_LEAST_ROWS = 2


def part_merged(table: PageTable, runs: Sequence[Run], first: int) -> PageTable | None:
    """The table with rows parted where one cell has the numbers of several, None where none has.

    `runs` are those of its page, `first` is the number of its first cell.
    """
    cuts = _cuts(table, runs, first) or _cuts_without_numbers(table, runs, first)
    return _with_lines(table, cuts) if cuts else None


def _cuts(table: PageTable, runs: Sequence[Run], first: int) -> list[float]:
    """Where lines between the table's rows are missing, from top to bottom."""
    if len(table.columns) < LEAST_EDGES:
        return []
    leftmost: dict[int, list[Run]] = {at: [] for at, cell in enumerate(table.cells, first) if cell.column == 0}
    for run in runs:
        if run.owner in leftmost and run.turn == 0:
            leftmost[run.owner].append(run)
    cuts: list[float] = []
    for number, lines in leftmost.items():
        if len(lines) < _LEAST_ROWS:
            continue
        numbers = sorted((run for run in lines if NUMBER.fullmatch(run.text)), key=lambda run: run.y)
        if len(numbers) >= _LEAST_ROWS and _count_up(numbers):
            others = _others(table, runs, first, number)
            top = min(run.y for run in (*lines, *others))  # over the first number, where a row goes on from before
            far = [run for run in numbers if run.y - top > run.size / 2]
            cuts += [top_of(run) for run in far if all(_is_beside(one, others) for one in numbers)]
    return cuts


def _cuts_without_numbers(table: PageTable, runs: Sequence[Run], first: int) -> list[float]:
    """Where rows begin in a table that has lines down it, and across but its frame and one under the heading."""
    last = len(table.rows) - 2  # its last row
    cells = [at for at, cell in enumerate(table.cells, first) if cell.row == last and cell.rowspan == 1]
    if last > 1 or len(cells) != len(table.columns) - 1 or len(table.columns) < LEAST_EDGES:
        return []
    inside = [run for run in runs if first <= run.owner < first + len(table.cells) and run.turn == 0]
    body = [run for run in inside if run.owner in cells]
    if not body or (last == 1 and not is_heading(make_rows(inside))):
        return []
    cuts = list(cut_by_blanks(make_rows(body), Shape(table.columns)))
    return cuts if len(cuts) >= _LEAST_ROWS else []


def _others(table: PageTable, runs: Sequence[Run], first: int, number: int) -> list[Run]:
    """What stands in the table beside this cell."""
    frame, numbers = table.cells[number - first].frame, range(first, first + len(table.cells))
    return [run for run in runs if run.owner in numbers and run.owner != number and frame.top < run.y < frame.bottom]


def _count_up(numbers: Sequence[Run]) -> bool:
    """«1.», «2.» or «1.1», «1.2»: the last part goes up by one.

    «1», «2» may be 12 in a column as wide as a digit, and so are «1», «2.».
    """
    last = [int(run.text.rstrip(".)").rpartition(".")[2]) for run in numbers]
    marks = {run.text[-1] if run.text[-1] in ".)" else "" for run in numbers}
    sure = len(marks) == 1 and (len(numbers) > _LEAST_ROWS or marks != {""})
    return sure and all(two == one + 1 for one, two in pairwise(last))


def _is_beside(run: Run, others: Sequence[Run]) -> bool:
    """Whether the texts of two columns at least begin, or go on, in the number's line."""
    return len({other.owner for other in others if abs(other.y - run.y) <= run.size / 2}) > 1


def _with_lines(table: PageTable, cuts: Sequence[float]) -> PageTable | None:
    """The table with further lines across all of it."""
    frame = table.frame
    across = [Ruling(cut, frame.left, frame.right) for cut in cuts]
    along: list[Ruling] = []
    for cell in table.cells:
        left, top, right, bottom = cell.frame
        across += [Ruling(top, left, right), Ruling(bottom, left, right)]
        along += [Ruling(left, top, bottom), Ruling(right, top, bottom)]
    found = find_tables(Rulings(across, along, []))
    return found[0] if len(found) == 1 else None
