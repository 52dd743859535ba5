"""Tables of a PDF whose rows, or all but the heading, have lines above and below and none between their columns."""

from collections.abc import Callable, Sequence

from ingest.readers.pdf_cells import OUTSIDE, RISES, PageTable
from ingest.readers.pdf_lone_rows import Columns
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_unruled_columns import HEADER_ROWS, is_heading

Cut = Callable[[list[PageTable]], list[Run]]  # the page's runs, as the cells of these tables part them

_SAME = 3.0  # points by which the frames of one table may differ from page to page
_MOSTLY = 0.5  # of the rows


def part_open(
    tables: list[PageTable], cut: Cut, known: Sequence[Columns]
) -> tuple[list[PageTable], list[Run], tuple[Columns, ...]]:
    """The tables but for those whose columns no lines part, the page's runs, and the columns of those left out.

    Text that stands in no table is parted where it leaves room, so that columns and rows can be told from it. `known`
    are the columns of the tables on the page before.
    """
    suspected = [table for table in tables if _may_be_open(table)]
    if not suspected:
        return tables, cut(tables), ()
    runs = cut([table for table in tables if table not in suspected])
    left_out = [table for table in suspected if _is_open(table, runs, known)]
    if left_out != suspected:
        runs = cut([table for table in tables if table not in left_out])
    return [table for table in tables if table not in left_out], runs, tuple(table.columns for table in left_out)


def _may_be_open(table: PageTable) -> bool:
    """Whether most rows, but for the first, are one cell each."""
    whole = [len({*owners}) == 1 and owners[0] != OUTSIDE for owners in table.owners]
    return len(whole) > 1 and sum(whole) >= _MOSTLY * (len(whole) - (not whole[0]))


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
    return (begins or goes_on) and len(beside & whole) >= _MOSTLY * len(whole)
