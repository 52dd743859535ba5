"""Tables of a PDF that are printed without lines, or without some: where their text stands tells columns and rows.

Read so only where a heading of a plan stands in columns («№ | Мероприятие | Сроки»), or where a table goes on in its
columns from the page before, and where numbers, or lines across, tell the rows. Whatever is read so comes with a doubt.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.readers.drawn_rulings import draws_ruling, is_between_bars
from ingest.readers.pdf_across import find_edges, whole_lines
from ingest.readers.pdf_asides import find_heads
from ingest.readers.pdf_cells import OUTSIDE, RISES, PageCell, PageTable
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_merged_rows import part_merged
from ingest.readers.pdf_mixed import cut_at_columns, find_starts
from ingest.readers.pdf_page import PageLayout, locator
from ingest.readers.pdf_rulings import Ruling
from ingest.readers.pdf_runs import Run, make_line, make_rows
from ingest.readers.pdf_titles import find_shape
from ingest.readers.pdf_unruled_columns import (
    HEADER_ROWS,
    LEAST_EDGES,
    PAD,
    Edges,
    Row,
    find_columns,
    is_heading,
    top_of,
    top_of_heading,
)
from ingest.readers.pdf_unruled_rows import cut_rows, is_numbered

_LEAST_ROWS = 2
_OVER = 6.0  # points by which a line must stand over its column's edge to be in two columns


Printed = tuple[tuple[str, ...], ...]  # lines, each with its texts from left to right


class _Before(NamedTuple):
    """The columns of the table at the end of the page before."""

    edges: Edges
    starts: tuple[float, ...]  # of the texts in its columns after the first; none where lines show the columns
    is_ruled: bool  # they do
    heading: Printed = ()  # the printed lines of its heading, () where lines close it
    middle: float | None = None  # of its titles


def complete(layouts: Sequence[PageLayout]) -> list[PageLayout]:
    """The layouts with the tables and rows that lines do not show; those pages are marked as guessed.

    A page whose heading stands in columns, but whose rows cannot be told, is marked as unread.
    """
    done: list[PageLayout] = []
    before: _Before | None = None
    heads = find_heads(layouts)
    drawn = any(draws_ruling(run.text) for layout in layouts for run in layout.runs if run.owner == OUTSIDE)
    for layout in layouts:
        if drawn and (with_lines := _with_drawn_lines(layout)) is not None:
            done.append(with_lines)
            before = None
            continue
        if layout.confidences:  # a recognised page has lines, or it was not read as a table
            done.append(layout)
            before = None
            continue
        shown = _part_rows(layout)
        whole, middle = _add_table(shown, before, heads[layout.number])
        before = _last_columns(whole, shown, before, middle)
        done.append(whole)
    return done


def _with_drawn_lines(layout: PageLayout) -> PageLayout | None:
    """The page with whole lines where characters draw a table: it is read from the paragraphs. None: it has none."""
    rows = make_rows([run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0])
    drawn = {run: line for row in rows if is_between_bars((line := make_line(row)).text) for run in row}
    if not drawn:
        return None
    firsts = {row[0] for row in rows}
    runs = [drawn.get(run, run) for run in layout.runs if run not in drawn or run in firsts]
    return replace(layout, runs=runs)


def _last_columns(
    layout: PageLayout, shown: PageLayout, before: _Before | None, middle: float | None
) -> _Before | None:
    """The columns of the page's last table; `shown` is the page with what its lines show, `middle` its titles'."""
    if not layout.tables:
        return None
    table = layout.tables[-1]
    if table in shown.tables:
        return _Before(table.columns, (), is_ruled=True)
    runs = [run for run in layout.runs if run.turn == 0 and _is_within(run, table.frame)]
    first = make_rows([run for run in runs if run.y < table.rows[1]])
    is_headed = any(is_heading(first[at : at + HEADER_ROWS]) for at in range(len(first)))
    heading = _printed(first) if is_headed else before.heading if before is not None else ()
    return _Before(table.columns, find_starts(runs, table.columns), False, heading, middle)


def _printed(rows: Sequence[Row]) -> Printed:
    return tuple(tuple(run.text for run in row) for row in rows)


def _part_rows(layout: PageLayout) -> PageLayout:
    """The tables with rows parted where one cell has the numbers of several: «1.», «2.», each beside its measure."""
    tables, first, changed = [], 0, False
    for table in layout.tables:
        parted = part_merged(table, layout.runs, first)
        first += len(table.cells)
        changed |= parted is not None
        tables.append(parted or table)
    return _relocated(layout, tables) if changed else layout


def _add_table(layout: PageLayout, before: _Before | None, heads: frozenset[Run]) -> tuple[PageLayout, float | None]:
    """(The page with the table that stands on it without lines, if there is one, the middle of its titles).

    `before` may go on here; `heads` are running heads of the page, which are none of its text.
    """
    tops = [table.rows[0] for table in layout.tables]
    runs = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0 and run not in heads]
    rows = make_rows(runs) if runs else []
    at = next((n for n in range(len(rows)) if is_heading(rows[n : n + HEADER_ROWS])), None)
    if at is None and (before is None or len(before.edges) < LEAST_EDGES or not _may_go_on(rows, tops, before)):
        return layout, None
    start = top_of_heading(rows, at) if at is not None else 0
    limit = next((top for top in tops if top > rows[start][0].y), float("inf")) if rows else 0.0
    body = _without_page_number([row for row in rows[start:] if row[0].y < limit])
    if at is None and (not body or (before is not None and not _stands_in_columns(body, before))):
        return layout, None
    edges = _find_edges(body, layout, limit) if at is not None else before.edges if before else None
    starts = before.starts if at is None and before is not None else ()
    across = [line for line in whole_lines(layout.across) if line.at < limit]
    known = before.middle if before is not None else None
    shape = find_shape(body, edges, rows[:start], known) if edges is not None else None
    table = cut_rows(body, shape, across, starts, _repeated(body, before)) if shape is not None else None
    if table is not None and shape is not None:
        parted = _part_mixed(layout, table)
        return _relocated(parted, sorted([*layout.tables, table], key=lambda one: one.rows[0])), shape.middle
    is_unread = at is not None or sum(len(row) > 1 for row in body) >= _LEAST_ROWS
    return (replace(layout, unread=True) if is_unread else layout), None


def _repeated(rows: Sequence[Row], before: _Before | None) -> int:
    """How many of the rows print the heading of the page before again."""
    heading = before.heading if before is not None else ()
    return len(heading) if heading and _printed(rows[: len(heading)]) == heading else 0


def _may_go_on(rows: Sequence[Row], tops: Sequence[float], before: _Before) -> bool:
    """Whether a page without a heading may go on with the table before: one without lines over another with them."""
    return not tops or (not before.is_ruled and bool(rows) and rows[0][0].y < min(tops))


def _without_page_number(rows: list[Row]) -> list[Row]:
    """The rows without a number that stands alone in the middle of the first or the last of them."""
    if not rows:
        return rows
    first, last = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    alone = [len(row) == 1 and row[0].text.isdigit() and row[0].left > first + (last - first) / 3 for row in rows]
    return rows[alone[0] : -1 if alone[-1] else None]


def _find_edges(rows: Sequence[Row], layout: PageLayout, limit: float) -> Edges | None:
    """The columns' edges: those of a heading with lines, or of lines in pieces, or where the text leaves room."""
    shown = next((columns for columns in layout.open_columns if len(columns) >= LEAST_EDGES), None)
    if shown is not None:
        return shown
    across = layout.across
    top = min(top_of(run) for run in rows[0]) - PAD
    edges = find_edges([line for line in across if top - rows[0][0].size < line.at < limit])
    if edges is not None and len(edges) >= LEAST_EDGES:
        return edges
    found = find_columns(rows)
    return _as_wide_as_lines(found, [line for line in whole_lines(across) if top < line.at < limit]) if found else None


def _as_wide_as_lines(edges: Edges, lines: Sequence[Ruling]) -> Edges:
    """The edges, the outer ones where the lines under the text end: the last column's text may fill but half of it."""
    under = [line for line in lines if line.start <= edges[0] + PAD and line.end >= edges[-1] - PAD]
    if len(under) < _LEAST_ROWS:
        return edges
    return (min(edges[0], *(line.start for line in under)), *edges[1:-1], max(edges[-1], *(line.end for line in under)))


def _part_mixed(layout: PageLayout, table: PageTable) -> PageLayout:
    """The page with the lines cut that stand in two columns of the table, where it is clear how."""
    edges, locate = table.columns, table.locator(RISES)
    inside = [run for run in layout.runs if run.owner == OUTSIDE and run.turn == 0 and _is_within(run, table.frame)]
    owners = [locate(run.left, run.y - run.size / 4) for run in inside]
    over = [
        run
        for run, at in zip(inside, owners, strict=True)
        if at != OUTSIDE and run.right > table.cells[at].frame.right + _OVER
    ]
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
    numbered = [row for row in rows if is_numbered(row, edges)]
    beside = sum(len({bisect_right(edges, run.left) for run in row}) >= LEAST_EDGES - 1 for row in numbered)
    return not before.is_ruled or 2 * beside > len(numbered)


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
