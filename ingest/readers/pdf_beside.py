"""Titles over tables that stand side by side: «I полугодие» over the left one, «II полугодие» over the right."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf_cells import RISES, PageTable
from ingest.readers.pdf_runs import Run, make_rows

_NEAR = 3.0  # of a line's height, from a title's baseline to what stands below it


def titles_beside(tables: Sequence[PageTable], runs: Sequence[Run]) -> dict[int, list[Run]]:
    """By the table's number (0-based) the lines of its title, for tables beside one another; {} for all others.

    The lines right above them count that print something over two tables at least and nothing between them.
    """
    titles: dict[int, list[Run]] = {}
    for one, two in pairwise(range(len(tables))):
        if _are_beside(tables[one], tables[two]):
            for at, mine in _titles(tables, (one, two), runs):
                titles.setdefault(at, []).extend(mine)
    return titles


def _are_beside(one: PageTable, two: PageTable) -> bool:
    return one.rows[0] < two.rows[-1] and two.rows[0] < one.rows[-1] and one.columns[-1] <= two.columns[0]


def _titles(tables: Sequence[PageTable], pair: tuple[int, int], runs: Sequence[Run]) -> list[tuple[int, list[Run]]]:
    top = min(tables[at].rows[0] for at in pair)
    taken: dict[int, list[Run]] = {at: [] for at in pair}
    above = [run for run in runs if run.y - RISES < top]
    for row in reversed(make_rows(above) if above else []):
        over = {at: [run for run in row if _is_over(run, tables[at])] for at in pair}
        if not all(over.values()) or sum(map(len, over.values())) < len(row) or top - row[0].y > _NEAR * row[0].size:
            break
        for at in pair:
            taken[at] = [*over[at], *taken[at]]
        top = row[0].y
    return [(at, mine) for at, mine in taken.items() if mine]


def _is_over(run: Run, table: PageTable) -> bool:
    return table.columns[0] <= run.left and run.right <= table.columns[-1]
