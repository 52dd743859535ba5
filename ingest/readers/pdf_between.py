"""What stands at a page's edge between two parts of one table and belongs to neither: a stamp, a file's name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.pdf_cells import OUTSIDE, RISES
from ingest.readers.pdf_page import PageLayout
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_sheets import are_alike
from ingest.titles import is_marked, is_plan_title

SMALL = 0.9  # of the table's letters: what is printed smaller is no title of theirs
_CLEAR = 1.8  # of a line's height: nearer to the table, or to a line that is, even small print may be a note to it
_FAR = 4.0  # likewise: no title stands so far from its table, or from the one before


def edge_rows(layout: PageLayout, above: bool) -> list[list[Run]]:
    """The printed lines above the first table, or below the last one; all of a page without tables."""
    runs = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0]
    if layout.tables and above:
        runs = [run for run in runs if run.y - RISES < layout.tables[0].rows[0]]
    elif layout.tables:
        bottom = max(table.rows[-1] for table in layout.tables)
        runs = [run for run in runs if run.y - RISES > bottom]
    return make_rows(runs) if runs else []


def find_between(layouts: Sequence[PageLayout], known: Mapping[int, set[Run]]) -> Iterator[tuple[int, list[Run]]]:
    """(Page, runs) of the lines clear of both tables, where a table goes on overleaf; `known` are asides already."""
    for page, further in pairwise(layouts):
        if not page.tables or not further.tables or not _goes_on(page, further):
            continue
        top = [row for row in reversed(edge_rows(further, True)) if not known[further.number].issuperset(row)]
        clear = _clear_rows(top, further, further.tables[0].rows[0], -1)
        if len(clear) < len(top):
            continue  # a title's line right over the table: perhaps it is another one
        foot = [row for row in edge_rows(page, False) if not known[page.number].issuperset(row)]
        for layout, rows in (
            (further, clear),
            (page, _clear_rows(foot, page, max(table.rows[-1] for table in page.tables), 1)),
        ):
            yield from ((layout.number, row) for row in rows)


def _goes_on(page: PageLayout, further: PageLayout) -> bool:
    last = max(page.tables, key=lambda table: table.rows[-1])
    return are_alike(last.columns, further.tables[0].columns)


def _clear_rows(rows: Sequence[list[Run]], layout: PageLayout, edge: float, way: int) -> list[list[Run]]:
    """Of the rows from the table's `edge` outward those from the first that stands clear; `way` is 1 downwards.

    None where one of them is marked as a title.
    """
    usual = median([run.size for run in layout.runs if run.owner != OUTSIDE] or [0.0])
    for at, row in enumerate(rows):
        gap, size = way * (row[0].y - edge), row[0].size
        small = size <= SMALL * usual
        if gap > (_CLEAR if small else _FAR) * size:
            clear = rows[at:]
            texts = [" ".join(run.text for run in row) for row in clear]
            is_title = any(is_marked(text) or (is_plan_title(text) and not small) for text in texts)
            return [] if is_title else list(clear)
        edge = row[0].y
    return []
