"""Tables of a PDF whose rows, or all but the heading, have lines above and below and none between their columns."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.readers.pdf_cells import OUTSIDE, RISES, PageTable
from ingest.readers.pdf_lone_rows import Columns
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_unruled_columns import HEADER_ROWS, LEAST_EDGES, is_heading

Cut = Callable[[list[PageTable]], list[Run]]  # the page's runs, as the cells of these tables part them

_SAME = 3.0  # points by which the frames of one table may differ from page to page
_MOSTLY = 0.5  # of the rows
_NEAR = 4.0  # of a line's height, from a heading's lower line to the first row under it
_TITLE = 2  # lines under a heading, the first of which may be a title across the columns
_ONE_ROW = 2  # lines across


def part_open(
    tables: list[PageTable], cut: Cut, known: Sequence[Columns]
) -> tuple[list[PageTable], list[Run], tuple[Columns, ...]]:
    """The tables but for those whose columns no lines part, the page's runs, and the columns of those left out.

    Text that stands in no table is parted where it leaves room, so that columns and rows can be told from it. `known`
    are the columns of the tables on the page before.
    """
    tables = [_without_frame(table, tables) for table in tables]
    suspected = [table for table in tables if _may_be_open(table)]
    if not suspected:
        return tables, cut(tables), ()
    runs = cut([table for table in tables if table not in suspected])
    left_out = [table for table in suspected if _is_heading_alone(table, runs) or _is_open(table, runs, known)]
    if left_out != suspected:
        runs = cut([table for table in tables if table not in left_out])
    return [table for table in tables if table not in left_out], runs, tuple(table.columns for table in left_out)


def _without_frame(table: PageTable, tables: Sequence[PageTable]) -> PageTable:
    """The heading alone of a table whose one other row is a frame around tables as wide, between which titles stand."""
    if len(table.rows) != _ONE_ROW + 1 or len({*table.owners[1]}) > 1:
        return table
    top, bottom = table.rows[1:]
    if not any(one.columns == table.columns and top <= one.rows[0] <= bottom for one in tables if one is not table):
        return table
    cells = tuple(cell for cell in table.cells if cell.row == 0)
    return replace(table, rows=table.rows[:2], cells=cells, owners=table.owners[:1])


def _may_be_open(table: PageTable) -> bool:
    """Whether most rows, but for the first, are one cell each, or there is but one row: perhaps of a heading."""
    whole = [len({*owners}) == 1 and owners[0] != OUTSIDE for owners in table.owners]
    if len(whole) == 1 and len(table.columns) >= LEAST_EDGES:
        return True
    return any(whole) and sum(whole) >= _MOSTLY * (len(whole) - (not whole[0]))


def _is_heading_alone(table: PageTable, runs: Sequence[Run]) -> bool:
    """Whether the table is a heading of one row, and right below it, where no lines are, texts stand in its columns."""
    frame, edges = table.frame, table.columns
    upright = [run for run in runs if run.turn == 0 and run.y > frame.top]
    heading = [run for run in upright if run.y < frame.bottom]
    below = [run for run in upright if run.y > frame.bottom]
    if len(table.rows) != _ONE_ROW or not heading or not below or not is_heading(make_rows(heading)):
        return False
    near = [row for row in make_rows(below)[:_TITLE] if row[0].y - frame.bottom <= _NEAR * row[0].size]
    row = next((row for row in near if len(row) > 1), [])
    columns = {bisect_right(edges, run.left) for run in row if run.owner == OUTSIDE}
    return len(columns) == len(row) >= len(edges) - 2 and columns <= {*range(1, len(edges))}


def _is_open(table: PageTable, runs: Sequence[Run], known: Sequence[Columns]) -> bool:
    """Whether texts stand side by side in most of these cells, under a heading or going on from the page before."""
    frame, locate = table.frame, table.locator(RISES)
    owners = [locate(run.left, run.y - run.size / 4) if run.turn == 0 else OUTSIDE for run in runs]
    inside = [run._replace(owner=owner) for run, owner in zip(runs, owners, strict=True) if owner != OUTSIDE]
    rows = make_rows(inside) if inside else []
    begins = any(is_heading(rows[at : at + HEADER_ROWS]) for at in range(min(len(rows), HEADER_ROWS)))
    goes_on = any(abs(one[0] - frame.left) <= _SAME and abs(one[-1] - frame.right) <= _SAME for one in known)
    whole = {at for at, cell in enumerate(table.cells) if cell.colspan == len(table.columns) - 1}
    beside = {row[0].owner for row in rows if len(row) > 1 and row[0].owner == row[1].owner}
    return (begins or goes_on) and len(whole) > 0 and len(beside & whole) >= _MOSTLY * len(whole)
