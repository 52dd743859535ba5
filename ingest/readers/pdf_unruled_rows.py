"""The rows of a table that is printed without lines: numbers, titles and lines across tell where they begin."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.pdf_cells import PageTable, find_tables
from ingest.readers.pdf_mixed import cut_at_columns
from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_titles import Shape, crosses, is_centred, is_narrow_title, is_title, stands_between
from ingest.readers.pdf_unruled_columns import LINE, NUMBER, PAD, Edges, Row, top_of

_APART = 1.7  # of the usual distance of two lines: what stands further below is no part of the table
_LEADING = 3.0  # of a line's height, at most, from baseline to baseline
_PADDED = 2.0  # of a line's height, from a line across to the text under it
_LEAST_BLANKS = 3  # by which a program shows that it prints them
_SMALL = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_LEAST_ROWS = 2
_WIDE = 0.6  # of the table's width that a line across must have


def cut_rows(
    rows: Sequence[Row], shape: Shape, across: Sequence[Ruling], starts: Sequence[float] = (), heading: int = 0
) -> PageTable | None:
    """The table that begins with these rows, None where its rows cannot be told.

    `starts` are where the texts of the page before began: a row that only goes on from there keeps to them. `heading`
    is how many of the rows repeat the heading of that page; 0: it is not known where the heading ends.
    """
    edges = shape.edges
    wide = sorted(line.at for line in across if line.end - line.start >= _WIDE * (edges[-1] - edges[0]))
    body = list(_body(rows, shape, wide))
    if not body:
        return None
    top, bottom = min(top_of(run) for run in body[0]), max(run.y for row in body for run in row) + PAD
    inside = [at for at in wide if top < at < bottom]
    drawn = [at for above, at in pairwise((0.0, *inside)) if at - above > PAD]  # one may be drawn twice
    # Titles alone part no rows, nor does the line under a heading.
    if _has_centred_numbers(body, edges) and not _are_parted(body, edges, drawn):
        return None
    numbered = any(is_numbered(row, edges) for row in body)
    told = len(drawn) > 1 or numbered
    further = _cuts(body, shape, drawn) if told else _without(cut_by_blanks(body, shape), drawn, body)
    cuts = [*drawn, *further, *_under_heading(body, heading, drawn)]
    is_one = heading > 0 or (len(drawn) > 0 and numbered)  # a row under its heading
    if len(cuts) < _LEAST_ROWS and not is_one and not _goes_on(body, edges, starts):
        return None
    lines = sorted({top - PAD, *cuts, bottom})
    along = list(_along(body, shape, lines))
    found = find_tables(Rulings([Ruling(at, edges[0], edges[-1]) for at in lines], along, []))
    return found[0] if len(found) == 1 else None


def _without(cuts: Iterable[float], drawn: Sequence[float], rows: Sequence[Row]) -> Iterator[float]:
    """The cuts over which no line is drawn, up to the text above."""
    for cut in cuts:
        above = max((row[0].y for row in rows if row[0].y < cut), default=0.0)
        if not any(above < line <= cut + PAD for line in drawn):
            yield cut


def _cuts(rows: Sequence[Row], shape: Shape, drawn: Sequence[float]) -> Iterator[float]:
    """Where rows begin that no drawn line parts from the one above: with a number, with a title and below it."""
    edges = shape.edges
    for above, row in pairwise(rows) if not _are_parted(rows, edges, drawn) else ():
        in_title = is_title(above, shape) and is_centred(above, shape) and is_centred(row, shape)
        titled = not in_title and (is_title(row, shape) or is_title(above, shape))
        is_parted = any(above[0].y < line <= row[0].y for line in drawn)
        if (is_numbered(row, edges) or titled) and not is_parted:
            yield min(top_of(run) for run in row)


def _under_heading(rows: Sequence[Row], heading: int, drawn: Sequence[float]) -> Iterator[float]:
    """Where the row begins that stands under the repeated heading: the page may have cut it, so it has no number."""
    if 0 < heading < len(rows):
        above, row = rows[heading - 1], rows[heading]
        if not any(above[0].y < line <= row[0].y for line in drawn):
            yield min(top_of(run) for run in row)


def cut_by_blanks(rows: Sequence[Row], shape: Shape) -> Iterator[float]:
    """Where rows without numbers begin: texts in all columns, above which no text ends with a wrapped line's blank.

    So do titles, which stand alone above such a line.
    """
    if sum(run.has_blank for row in rows for run in row) < _LEAST_BLANKS:
        return
    edges = shape.edges
    ends: dict[int, bool] = {}  # by column: whether its last text goes on
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        columns = [bisect_right(edges, run.left) for run in row]
        starts = not any(ends.values()) and row[0].text[0] not in _SMALL
        titled = is_title(row, shape) and _is_full(below, edges)
        if starts and ends and (_is_full(row, edges) or titled):
            yield min(top_of(run) for run in row)
        ends |= {at: run.has_blank for at, run in zip(columns, row, strict=True)}


def _is_full(row: Row, edges: Edges) -> bool:
    return len({bisect_right(edges, run.left) for run in row}) == len(edges) - 1


def is_numbered(row: Row, edges: Edges) -> bool:
    """Whether the line begins with a number in the first column."""
    return NUMBER.fullmatch(row[0].text) is not None and row[0].left < edges[1]


def _has_centred_numbers(rows: Sequence[Row], edges: Edges) -> bool:
    """Whether numbers stand in the middle of their rows, between two lines of text: no row begins there."""
    near = [below[0].y - row[0].y < LINE * row[0].size for row, below in pairwise(rows)]
    alone = [len(row) == 1 and is_numbered(row, edges) for row in rows]
    return sum(alone[at] and near[at - 1] and near[at] for at in range(1, len(near))) >= _LEAST_ROWS


def _are_parted(rows: Sequence[Row], edges: Edges, cuts: Sequence[float]) -> bool:
    """Whether a line across stands under every row that begins with a number: then nothing else parts rows."""
    numbered = [row[0].y for row in rows if is_numbered(row, edges)]
    return len(cuts) > _LEAST_ROWS and all(any(one < cut < two for cut in cuts) for one, two in pairwise(numbered))


def _goes_on(rows: Sequence[Row], edges: Edges, starts: Sequence[float]) -> bool:
    """Whether each text begins where those of its column did on the page before: the rest of the last row there.

    Numbers may stand beside them.
    """
    runs = [run for row in rows for run in (row[1:] if is_numbered(row, edges) else row)]
    places = [(bisect_right(edges, run.left) - 2, run) for run in runs]
    return bool(starts) and all(0 <= at < len(starts) and abs(run.left - starts[at]) <= PAD for at, run in places)


def _body(rows: Sequence[Row], shape: Shape, wide: Sequence[float]) -> Iterator[Row]:
    """The rows down to the table's end: the last line across, or a gap under which no number stands."""
    edges = shape.edges
    last = wide[-1] if len(wide) > _LEAST_ROWS else None
    usual = median([two[0].y - one[0].y for one, two in pairwise(rows)] or [0.0])
    usual = min(usual, _LEADING * rows[0][0].size)  # of a row and a page's number there is no usual distance
    above: Run | None = None
    for at, row in enumerate(rows):
        if last is not None and row[0].y > last:
            yield from _cut_row(rows[at:], shape, last, max(_APART * usual, _PADDED * row[0].size))
            return
        apart = above is not None and row[0].y - above.y > _APART * usual
        if last is None and apart and not is_numbered(row, edges):
            return
        yield row
        above = row[0]


def _cut_row(rows: Sequence[Row], shape: Shape, last: float, apart: float) -> Sequence[Row]:
    """The lines right below the table's last line that keep to several of its columns: a row that the page cuts.

    Under a number lines of two columns that stand close together are parted where the texts of the second begin.
    """
    edges = shape.edges
    above, taken = last, 0
    if is_numbered(rows[0], edges):
        rows = [[piece for run in row for piece in cut_at_columns(run, edges, shape.starts)] for row in rows]
    for row in rows:
        worded = row[0].left < edges[1] and not is_numbered(row, edges)
        if worded or row[0].y - above > apart or any(crosses(run, edges) for run in row):
            break
        above, taken = row[0].y, taken + 1
    columns = {bisect_right(edges, run.left) for row in rows[:taken] for run in row}
    return rows[:taken] if len(columns) > 1 else ()


def _along(rows: Sequence[Row], shape: Shape, lines: Sequence[float]) -> Iterator[Ruling]:
    """The columns' lines, left out where a title goes across them, all where it stands between two lines alone."""
    edges = shape.edges
    for at, (top, bottom) in enumerate(pairwise(lines)):
        inside = [row for row in rows if top < row[0].y <= bottom]
        titled = any(is_title(row, shape) for row in inside)
        is_whole = titled and all(is_title(row, shape) or is_centred(row, shape) for row in inside)
        across = [run for row in inside for run in row] if is_whole else []
        is_alone = is_narrow_title(inside, edges, is_first=at == 0) or (is_whole and stands_between(inside[0], shape))
        for edge in edges:
            if edge in (edges[0], edges[-1]) or not (is_alone or any(run.left < edge < run.right for run in across)):
                yield Ruling(edge, top, bottom)
