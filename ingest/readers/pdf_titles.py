"""Titles across a table that is printed without lines, told by where they stand: off the columns, in the middle."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.readers.pdf_mixed import find_starts
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_unruled_columns import PAD, Edges, Row
from ingest.titles import is_marked_alone

_WORD = re.compile(r"[^\W\d_]{4,}")
_CENTRED = 10.0  # points by which a centred title's two margins may differ
_OFF_CENTRE = 60.0  # points likewise, between two drawn lines
_INDENT = 15.0  # points from a column's edge within which its texts begin
_SAME_MIDDLE = 2.0  # points by which the middles of titles may differ
_NEAR_MIDDLE = 0.12  # of the table's width, from its middle: text tells its sides, and may stand off its left one
_ALIGNED = 0.8  # of a column's texts


class Shape(NamedTuple):
    """The columns of a table, and where its titles stand."""

    edges: Edges
    starts: tuple[float, ...] = ()  # of the texts in its columns after the first
    middle: float | None = None  # that its titles have in common
    aligned: tuple[bool, ...] = ()  # whether the texts of each of these columns begin at one place


def find_shape(rows: Sequence[Row], edges: Edges, above: Iterable[Row], known: float | None) -> Shape:
    """The shape of the table with these rows; `above` are the lines over it, `known` its middle on the page before.

    A line across columns tells the middle if it begins where no column's texts do, and if it shares the middle with
    another such line, or with one above the table; else if it is a title by itself.
    """
    runs = [run for row in rows for run in row]
    starts = find_starts(runs, edges)
    shape = Shape(edges, starts, aligned=tuple(_is_aligned(runs, edges, at, start) for at, start in enumerate(starts)))
    lone = [row[0] for row in rows if _stands_apart(row, shape)]
    others = [*lone, *(row[0] for row in above if len(row) == 1)]
    shared = [run for run in lone if any(_share_middle(run, other) for other in others)]
    if not shared and known is None:
        shared = [run for run in lone if stands_between([run], shape)]
    return shape._replace(middle=_middle(shared[0]) if shared else known)


def crosses(run: Run, edges: Edges) -> bool:
    """Whether the line begins in one column and ends in another."""
    return bisect_right(edges, run.left) != bisect_left(edges, run.right)


def is_title(row: Row, shape: Shape) -> bool:
    """A text alone across columns, or words where a number should stand."""
    if len(row) > 1:
        return False
    (run,), edges = row, shape.edges
    is_across = crosses(run, edges)
    if _WORD.search(run.text) is None:
        return False
    if (is_across and is_centred(row, shape)) or stands_between(row, shape):
        return True
    return run.left < edges[1] and (is_across or run.left < edges[0] + 2 * PAD)


def is_centred(row: Row, shape: Shape) -> bool:
    """Whether a text alone stands in the middle of the table, or where its titles have theirs."""
    if len(row) > 1:
        return False
    off = abs((row[0].left + row[0].right) - (shape.edges[0] + shape.edges[-1]))
    return off <= _CENTRED or _is_in_middle(row[0], shape)


def stands_between(row: Row, shape: Shape) -> bool:
    """Whether a text alone that is no column's is a title: one in their middle, or near it and marked as one.

    Where all texts of its first column begin at another place, a capital is enough.

    «5. Контроль» in the middle may be narrower than the column that it stands over.
    """
    run, is_marked = row[0], is_marked_alone(row[0].text)
    if not _stands_apart(row, shape):
        in_middle = len(row) == 1 and is_marked and _begins_no_text(run, shape)
        return in_middle and _WORD.search(run.text) is not None and _is_in_middle(run, shape)
    begins = bisect_right(shape.edges, run.left) - 2
    return is_marked or _is_in_middle(run, shape) or (shape.aligned[begins] and run.text[0].isupper())


def is_narrow_title(rows: Sequence[Row], edges: Edges, is_first: bool) -> bool:
    """Whether the text between two lines is «II. Кадры», near the middle of the table and perhaps in one column.

    On top of a page it may be what is left of a row; where texts of the widest column begin it may be a measure.
    """
    text = " ".join(row[0].text for row in rows)
    is_clear = is_marked_alone(text) or (text[:1].isupper() and not is_first)
    alone = len(rows) > 0 and all(len(row) == 1 and _is_near_middle(row[0], edges) for row in rows)
    return alone and is_clear and _WORD.search(text) is not None


def _is_near_middle(run: Run, edges: Edges) -> bool:
    """A title in the middle of the page's text may stand off that of the table."""
    at = bisect_right(edges, run.left) - 1
    widest = max(range(len(edges) - 1), key=lambda column: edges[column + 1] - edges[column])
    begins = at == widest and run.left - edges[at] <= _INDENT
    return not begins and abs((run.left + run.right) - (edges[0] + edges[-1])) <= _OFF_CENTRE


def _stands_apart(row: Row, shape: Shape) -> bool:
    """Whether it is one text across columns near the middle of the table that begins where no column's texts do."""
    run, edges = row[0], shape.edges
    alone = len(row) == 1 and crosses(run, edges) and _WORD.search(run.text) is not None
    near = abs(_middle(run) - (edges[0] + edges[-1]) / 2) <= _NEAR_MIDDLE * (edges[-1] - edges[0])
    return alone and near and _begins_no_text(run, shape)


def _is_aligned(runs: Sequence[Run], edges: Edges, at: int, start: float) -> bool:
    """Whether nearly all texts of a column (0-based, after the first) begin at one place."""
    places = [run.left for run in runs if edges[at + 1] <= run.left < edges[at + 2] and not crosses(run, edges)]
    return sum(abs(place - start) <= PAD for place in places) >= _ALIGNED * max(len(places), 1)


def _begins_no_text(run: Run, shape: Shape) -> bool:
    at = bisect_right(shape.edges, run.left) - 2
    return 0 <= at < len(shape.starts) and abs(run.left - shape.starts[at]) > PAD


def _is_in_middle(run: Run, shape: Shape) -> bool:
    return shape.middle is not None and abs(_middle(run) - shape.middle) <= _SAME_MIDDLE


def _share_middle(run: Run, other: Run) -> bool:
    """Two lines of one length that begin at one place would do so in a column as well."""
    return abs(_middle(run) - _middle(other)) <= _SAME_MIDDLE and abs(run.left - other.left) > PAD


def _middle(run: Run) -> float:
    return (run.left + run.right) / 2
