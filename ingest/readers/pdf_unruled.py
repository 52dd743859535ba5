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
from typing import NamedTuple

from ingest.headings import Role, heading_role
from ingest.readers.pdf_across import find_edges, whole_lines
from ingest.readers.pdf_cells import OUTSIDE, RISES, PageCell, PageTable, find_tables
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_mixed import cut_at_columns, find_starts
from ingest.readers.pdf_page import PageLayout, locator
from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.pdf_runs import Run, make_rows
from ingest.readers.pdf_unruled_columns import HEADER_ROWS, NUMBER, PAD, Edges, Row, find_columns

_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = 0.8  # of a line's height that letters rise over their baseline
_HEADING_WORDS = 4
_APART = 1.7  # of the usual distance of two lines: what stands further below is no part of the table
_LEADING = 3.0  # of a line's height, at most, from baseline to baseline
_LEAST_ROWS = 2
_LEAST_EDGES = 4  # of columns: number or deadline, measure, responsible
_WIDE = 0.6  # of the table's width that a line across must have
_CENTRED = 10.0  # points by which a centred title's two margins may differ
_OVER = 6.0  # points by which a line must stand over its column's edge to be in two columns


class _Before(NamedTuple):
    """The columns of the table at the end of the page before."""

    edges: Edges
    starts: tuple[float, ...]  # of the texts in its columns after the first
    is_ruled: bool  # lines show the columns


def complete(layouts: Sequence[PageLayout]) -> list[PageLayout]:
    """The layouts with the tables and rows that lines do not show; those pages are marked as guessed.

    A page whose heading stands in columns, but whose rows cannot be told, is marked as unread.
    """
    done: list[PageLayout] = []
    before: _Before | None = None
    for layout in layouts:
        if layout.confidences:  # a recognised page has lines, or it was not read as a table
            done.append(layout)
            before = None
            continue
        shown = _part_rows(layout)
        whole = _add_table(shown, before)
        before = _last_columns(whole, shown)
        done.append(whole)
    return done


def _last_columns(layout: PageLayout, shown: PageLayout) -> _Before | None:
    """The columns of the page's last table; `shown` is the page with what its lines show."""
    if not layout.tables:
        return None
    table = layout.tables[-1]
    is_ruled = table in shown.tables
    runs = [] if is_ruled else [run for run in layout.runs if run.turn == 0 and _is_within(run, table.frame)]
    return _Before(table.columns, find_starts(runs, table.columns), is_ruled)


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


def _add_table(layout: PageLayout, before: _Before | None) -> PageLayout:
    """The page with the table that stands on it without lines, if there is one; `before` may go on here."""
    tops = [table.rows[0] for table in layout.tables]
    runs = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0]
    rows = make_rows(runs) if runs else []
    at = next((n for n in range(len(rows)) if _is_header(rows[n : n + HEADER_ROWS])), None)
    if at is None and (before is None or layout.tables or len(before.edges) < _LEAST_EDGES):
        return layout
    start = at or 0
    limit = next((top for top in tops if top > rows[start][0].y), float("inf")) if rows else 0.0
    body = _without_page_number([row for row in rows[start:] if row[0].y < limit])
    if at is None and (not body or (before is not None and not _stands_in_columns(body, before))):
        return layout
    edges = _find_edges(body, layout.across, limit) if at is not None else before.edges if before else None
    starts = before.starts if at is None and before is not None and not before.is_ruled else ()
    table = _table(body, edges, whole_lines(layout.across), starts) if edges is not None else None
    if table is not None:
        parted = _part_mixed(layout, table)
        return _relocated(parted, sorted([*layout.tables, table], key=lambda one: one.rows[0]))
    is_unread = at is not None or sum(len(row) > 1 for row in body) >= _LEAST_ROWS
    return replace(layout, unread=True) if is_unread else layout


def _without_page_number(rows: list[Row]) -> list[Row]:
    """The rows without a number that stands alone in the middle of the first or the last of them."""
    if not rows:
        return rows
    first, last = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    alone = [len(row) == 1 and row[0].text.isdigit() and row[0].left > first + (last - first) / 3 for row in rows]
    return rows[alone[0] : -1 if alone[-1] else None]


def _find_edges(rows: Sequence[Row], across: Sequence[Ruling], limit: float) -> Edges | None:
    """The columns' edges: where the lines under the rows are in pieces, or where the text leaves room."""
    top = min(_top(run) for run in rows[0]) - PAD
    edges = find_edges([line for line in across if top - rows[0][0].size < line.at < limit])
    return edges if edges is not None and len(edges) >= _LEAST_EDGES else find_columns(rows)


def _part_mixed(layout: PageLayout, table: PageTable) -> PageLayout:
    """The page with the lines cut that stand in two columns of the table, where it is clear how."""
    edges, locate = table.columns, table.locator(RISES)
    inside = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0 and _is_within(run, table.frame)]
    over = [run for run in inside if _is_over(run, table.cells[locate(run.left, run.y - run.size / 4)])]
    if not over:
        return layout
    starts = find_starts([run for run in inside if run not in over], edges)
    cut = {run: pieces for run in over if len(pieces := cut_at_columns(run, edges, starts)) > 1}
    return replace(layout, runs=[piece for run in layout.runs for piece in cut.get(run, [run])])


def _is_within(run: Run, frame: Rect) -> bool:
    return frame.left <= run.left < frame.right and frame.top < run.y < frame.bottom


def _stands_in_columns(rows: Sequence[Row], before: _Before) -> bool:
    """Whether a page without lines goes on with the table before it: a statute, or the order itself, does not.

    Most lines keep to the columns; and after a table with lines the numbers stand beside texts in two columns.
    """
    edges = before.edges
    crossing = sum(any(bisect_right(edges, run.left) != bisect_right(edges, run.right) for run in row) for row in rows)
    if 2 * crossing > len(rows):
        return False
    numbered = [row for row in rows if _is_numbered(row, edges)]
    beside = sum(len({bisect_right(edges, run.left) for run in row}) >= _LEAST_EDGES - 1 for row in numbered)
    return not before.is_ruled or 2 * beside > len(numbered)


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


def _table(
    rows: Sequence[Row], edges: Edges, across: Sequence[Ruling], starts: Sequence[float] = ()
) -> PageTable | None:
    """The table that begins with these rows, None where its rows cannot be told.

    `starts` are where the texts of the page before began: a row that only goes on from there keeps to them.
    """
    wide = sorted(line.at for line in across if line.end - line.start >= _WIDE * (edges[-1] - edges[0]))
    body = list(_body(rows, edges, wide))
    if not body:
        return None
    top, bottom = min(_top(run) for run in body[0]), max(run.y for row in body for run in row) + PAD
    cuts = [at for at in wide if top < at < bottom]
    if not cuts and not any(_is_numbered(row, edges) for row in body) and not _goes_on(body, edges, starts):
        return None  # titles alone part no rows
    for above, row in pairwise(body) if not _are_parted(body, edges, cuts) else ():
        begins = _is_numbered(row, edges)
        in_title = _is_title(above, edges) and _is_centred(above, edges) and _is_centred(row, edges)
        if begins or (not in_title and (_is_title(row, edges) or _is_title(above, edges))):
            cut = min(_top(run) for run in row)
            if not any(above[0].y < line <= row[0].y for line in wide):
                cuts.append(cut)
    if len(cuts) < _LEAST_ROWS and not _goes_on(body, edges, starts):
        return None
    lines = sorted({top - PAD, *cuts, bottom})
    along = list(_along(body, edges, lines))
    found = find_tables(Rulings([Ruling(at, edges[0], edges[-1]) for at in lines], along, []))
    return found[0] if len(found) == 1 else None


def _are_parted(rows: Sequence[Row], edges: Edges, cuts: Sequence[float]) -> bool:
    """Whether a line across stands under every row that begins with a number: then nothing else parts rows."""
    numbered = [row[0].y for row in rows if _is_numbered(row, edges)]
    return len(cuts) > _LEAST_ROWS and all(any(one < cut < two for cut in cuts) for one, two in pairwise(numbered))


def _goes_on(rows: Sequence[Row], edges: Edges, starts: Sequence[float]) -> bool:
    """Whether each text begins where those of its column did on the page before: the rest of the last row there."""
    runs = [run for row in rows for run in row]
    places = [(bisect_right(edges, run.left) - 2, run) for run in runs]
    return bool(starts) and all(0 <= at < len(starts) and abs(run.left - starts[at]) <= PAD for at, run in places)


def _body(rows: Sequence[Row], edges: Edges, wide: Sequence[float]) -> Iterator[Row]:
    """The rows down to the table's end: the last line across, or a gap under which no number stands."""
    last = wide[-1] if len(wide) > _LEAST_ROWS else None
    usual = median([two[0].y - one[0].y for one, two in pairwise(rows)] or [0.0])
    usual = min(usual, _LEADING * rows[0][0].size)  # of a row and a page's number there is no usual distance
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
