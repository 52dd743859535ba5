"""Tables of a PDF that are printed without lines, or without some: where their text stands tells columns and rows.

Read so only where a heading of a plan stands in columns («№ | Мероприятие | Сроки»), or where a table goes on in its
columns from the page before, and where numbers, or lines across, tell the rows. Whatever is read so comes with a doubt.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.headings import Role, heading_role
from ingest.readers.pdf_cells import OUTSIDE, PageCell, PageTable, find_tables
from ingest.readers.pdf_page import PageLayout, locator
from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_unruled_columns import HEADER_ROWS, NUMBER, PAD, Edges, Row, find_columns

_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = 0.8  # of a line's height that letters rise over their baseline
_HEADING_WORDS = 4
_APART = 1.7  # of the usual distance of two lines: what stands further below is no part of the table
_LEAST_ROWS = 2
_LEAST_EDGES = 4  # of columns: number or deadline, measure, responsible
_WIDE = 0.6  # of the table's width that a line across must have
_CENTRED = 10.0  # points by which a centred title's two margins may differ
_OVER = 6.0  # points by which a line must stand over its column's edge to be in two columns


def complete(layouts: Sequence[PageLayout]) -> list[PageLayout]:
    """The layouts with the tables and rows that lines do not show; those pages are marked as guessed.

    A page whose heading stands in columns, but whose rows cannot be told, is marked as unread.
    """
    done: list[PageLayout] = []
    before: PageTable | None = None  # the last table of the page before
    is_ruled = True  # and whether lines show its columns
    for layout in layouts:
        if layout.confidences:  # a recognised page has lines, or it was not read as a table
            done.append(layout)
            before = None
            continue
        shown = _part_rows(layout)
        whole = _add_table(shown, before.columns if before is not None else None, is_ruled)
        before = whole.tables[-1] if whole.tables else None
        is_ruled = before in shown.tables
        done.append(whole)
    return done


def _part_rows(layout: PageLayout) -> PageLayout:
    """The tables with rows parted where one cell has the numbers of several: «1.», «2.», each beside its measure."""
    tables, first, changed = [], 0, False
    for table in layout.tables:
        cuts = _cuts(table, [run for run in layout.runs if first <= run.owner < first + len(table.cells)], first)
        first += len(table.cells)
        parted = _with_lines(table, cuts) if cuts else None
        changed |= parted is not None
        tables.append(parted or table)
    return _relocated(layout, tables) if changed else layout


def _cuts(table: PageTable, runs: Sequence[Run], first: int) -> list[float]:
    """Where lines between the table's rows are missing, from top to bottom."""
    if len(table.columns) < _LEAST_EDGES:
        return []
    leftmost: dict[int, list[Run]] = {}
    for run in runs:
        if run.turn == 0 and table.cells[run.owner - first].column == 0:
            leftmost.setdefault(run.owner, []).append(run)
    cuts: list[float] = []
    for number, lines in leftmost.items():
        frame = table.cells[number - first].frame
        numbers = sorted((run for run in lines if NUMBER.fullmatch(run.text)), key=lambda run: run.y)
        if len(numbers) >= _LEAST_ROWS and _count_up(numbers):
            others = [run for run in runs if run.owner != number and frame.top < run.y < frame.bottom]
            top = min(run.y for run in lines)
            cuts += [_top(run) for run in numbers if run.y > top and all(_is_beside(one, others) for one in numbers)]
    return cuts


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


def _top(run: Run) -> float:
    return run.y - _LETTERS * run.size


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


def _add_table(layout: PageLayout, before: Edges | None, is_ruled: bool) -> PageLayout:
    """The page with the table that stands on it without lines, if there is one.

    `before` are the edges of a table that may go on here, `is_ruled`: lines show them on the page before.
    """
    tops = [table.rows[0] for table in layout.tables]
    runs = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0]
    rows = make_rows(runs) if runs else []
    at = next((n for n in range(len(rows)) if _is_header(rows[n : n + HEADER_ROWS])), None)
    if at is None and (before is None or layout.tables or len(before) < _LEAST_EDGES):
        return layout
    start = at or 0
    limit = next((top for top in tops if top > rows[start][0].y), float("inf")) if rows else 0.0
    body = [row for row in rows[start:] if row[0].y < limit]
    if at is None and before is not None and not _stands_in_columns(body, before, is_ruled):
        return layout
    edges = find_columns(body) if at is not None else before
    table = _table(body, edges, layout.across) if edges is not None else None
    if table is not None:
        return _relocated(layout, sorted([*layout.tables, table], key=lambda one: one.rows[0]))
    return layout if at is None else replace(layout, unread=True)


def _stands_in_columns(rows: Sequence[Row], edges: Edges, is_ruled: bool) -> bool:
    """Whether a page without lines goes on with the table before it: a statute, or the order itself, does not.

    Most lines keep to the columns; and after a table with lines the numbers stand beside texts in two columns.
    """
    crossing = sum(any(bisect_right(edges, run.left) != bisect_right(edges, run.right) for run in row) for row in rows)
    if 2 * crossing > len(rows):
        return False
    numbered = [row for row in rows if _is_numbered(row, edges)]
    beside = sum(len({bisect_right(edges, run.left) for run in row}) >= _LEAST_EDGES - 1 for row in numbered)
    return not is_ruled or 2 * beside > len(numbered)


def _is_numbered(row: Row, edges: Edges) -> bool:
    return NUMBER.fullmatch(row[0].text) is not None and row[0].left < edges[1]


def _is_header(rows: Sequence[Row]) -> bool:
    """Whether a heading of a plan begins here: in its first line two columns at least are named."""
    near = [row for row in rows if row[0].y - rows[0][0].y <= HEADER_ROWS * rows[0][0].size]
    roles: list[list[Role | None]] = [[_role(run) for run in row] for row in near]
    found = {role for row in roles for role in row}
    named = sum(role is not None for role in roles[0])
    return (
        named > 1
        and len(near[0]) >= _LEAST_EDGES - 1
        and "measure" in found
        and bool(found & {"deadline", "responsible"})
    )


def _role(run: Run) -> Role | None:
    return heading_role(run.text) if len(run.text.split()) <= _HEADING_WORDS else None


def _table(rows: Sequence[Row], edges: Edges, across: Sequence[Ruling]) -> PageTable | None:
    """The table that begins with these rows, None where its rows cannot be told."""
    wide = sorted(line.at for line in across if line.end - line.start >= _WIDE * (edges[-1] - edges[0]))
    body = list(_body(rows, edges, wide))
    if not body:
        return None
    top, bottom = min(_top(run) for run in body[0]), max(run.y for row in body for run in row) + PAD
    cuts = [at for at in wide if top < at < bottom]
    for above, row in pairwise(body):
        begins = _is_numbered(row, edges)
        in_title = _is_title(above, edges) and _is_centred(above, edges) and _is_centred(row, edges)
        if begins or (not in_title and (_is_title(row, edges) or _is_title(above, edges))):
            cut = min(_top(run) for run in row)
            if not any(above[0].y < line <= row[0].y for line in wide):
                cuts.append(cut)
    if len(cuts) < _LEAST_ROWS:
        return None
    lines = sorted({top - PAD, *cuts, bottom})
    along = list(_along(body, edges, lines))
    found = find_tables(Rulings([Ruling(at, edges[0], edges[-1]) for at in lines], along, []))
    return found[0] if len(found) == 1 else None


def _body(rows: Sequence[Row], edges: Edges, wide: Sequence[float]) -> Iterator[Row]:
    """The rows down to the table's end: the last line across, or a gap under which no number stands."""
    last = wide[-1] if len(wide) > _LEAST_ROWS else None
    usual = median([two[0].y - one[0].y for one, two in pairwise(rows)] or [0.0])
    above: Run | None = None
    for row in rows:
        begins = _is_numbered(row, edges)
        apart = above is not None and row[0].y - above.y > _APART * usual
        if row[0].y > last if last is not None else apart and not begins:
            return
        yield row
        above = row[0]


def _is_title(row: Row, edges: Edges) -> bool:
    """A text alone across columns, or words where a number should stand."""
    if len(row) > 1:
        return False
    (run,) = row
    crosses = bisect_right(edges, run.left) != bisect_right(edges, run.right)
    if crosses and _is_centred(row, edges) and _WORD.search(run.text) is not None:
        return True
    return run.left < edges[1] and _WORD.search(run.text) is not None and (crosses or run.left < edges[0] + 2 * PAD)


def _is_centred(row: Row, edges: Edges) -> bool:
    return len(row) == 1 and abs((row[0].left + row[0].right) - (edges[0] + edges[-1])) <= _CENTRED


def _along(rows: Sequence[Row], edges: Edges, lines: Sequence[float]) -> Iterator[Ruling]:
    """The columns' lines, left out where a title goes across them."""
    for top, bottom in pairwise(lines):
        inside = [row for row in rows if top < row[0].y <= bottom]
        titled = any(_is_title(row, edges) for row in inside)
        is_title = titled and all(_is_title(row, edges) or _is_centred(row, edges) for row in inside)
        across = [run for row in inside for run in row] if is_title else []
        for edge in edges:
            if edge in (edges[0], edges[-1]) or not any(run.left < edge < run.right for run in across):
                yield Ruling(edge, top, bottom)


def _relocated(layout: PageLayout, tables: list[PageTable]) -> PageLayout:
    """The page with other tables: its upright runs in their cells."""
    locate = locator(tables)
    runs = [
        run._replace(owner=locate((run.left + run.right) / 2, run.y - run.size / 4)) if run.turn == 0 else run
        for run in layout.runs
    ]
    cells = [cell for table in tables for cell in table.cells]
    mixed = [run.text for run in runs if run.turn == 0 and run.owner != OUTSIDE and _is_over(run, cells[run.owner])]
    return replace(layout, tables=tables, runs=runs, guessed=True, mixed=(*layout.mixed, *mixed))


def _is_over(run: Run, cell: PageCell) -> bool:
    """Whether the line begins or ends in the cell beside: too narrow a gap parts the two texts."""
    return run.left < cell.frame.left - _OVER or run.right > cell.frame.right + _OVER
