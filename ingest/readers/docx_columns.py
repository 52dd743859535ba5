"""Which grid columns each cell of a Word table takes.

Word counts grid columns (w:tblGrid), not cells: a header of four cells may stand over rows of six. Where the
spans do not add up (files of converters), the printed widths decide.
"""

from functools import lru_cache
from itertools import accumulate, pairwise

from ingest.readers.docx_tables import FileRow, printed_edges

_SLIVER = 150  # twips (2.6 mm): narrower than a cell's own margins, so no column that anyone sees
_SNAP = 0.5  # of the width of the narrower column beside an edge

Span = tuple[int, int]  # first grid column, end (exclusive)
Spans = tuple[Span, ...]  # of a row's cells


def place_cells(rows: list[FileRow], widths: list[int]) -> tuple[list[Spans], int]:
    """Each row's spans of cells, and how many grid columns there are; those that nobody sees are left out.

    `rows` must not be empty.
    """
    spans = [_by_spans(row.before, row.spans) for row in rows]
    ends = [(placed[-1][1] if placed else 0) + row.after for row, placed in zip(rows, spans, strict=True)]
    if len(set(ends)) > 1:
        spans = [
            placed if end == len(widths) else _by_widths(row, widths) or placed
            for row, placed, end in zip(rows, spans, ends, strict=True)
        ]
    moved, total = _without_slivers(set(spans), widths)
    return [moved[placed] for placed in spans], total


@lru_cache(256)
def _by_spans(before: int, spans: tuple[int, ...]) -> Spans:
    """Remembered: a plan's rows have two or three shapes."""
    return tuple(pairwise(accumulate(spans, initial=before)))


def _by_widths(row: FileRow, widths: list[int]) -> Spans | None:
    """The spans that the cells' printed widths give; None where they fit no grid column edges."""
    known = printed_edges(row.element)
    if known is None or not widths or not all(widths):
        return None
    edges = list(accumulate(widths, initial=0))
    snapped = [_snap(edge, edges, widths) for edge in known]
    placed = [edge for edge in snapped if edge is not None]
    if len(placed) < len(snapped) or len(set(placed)) < len(placed):
        return None
    return tuple(pairwise(placed))


def _snap(position: int, edges: list[int], widths: list[int]) -> int | None:
    nearest = min(range(len(edges)), key=lambda index: abs(edges[index] - position))
    beside = widths[max(nearest - 1, 0) : nearest + 1]
    return nearest if abs(edges[nearest] - position) <= _SNAP * min(beside) else None


def _without_slivers(shapes: set[Spans], widths: list[int]) -> tuple[dict[Spans, Spans], int]:
    """The same spans without columns that all cells cover, or that are too narrow to see, and how many are left.

    A border dragged by a hair in one row leaves a column of a few twips, where header and data cells part.
    """
    cells = {span for placed in shapes for span in placed}
    edges = sorted({0} | {edge for span in cells for edge in span})
    position = list(accumulate(widths, initial=0))
    renumbered: dict[int, int] = {}
    group = edges[0]  # first of the edges that count as one
    for edge in edges:
        has_own_cell = any((start, edge) in cells for start in range(group, edge))
        seen = edge >= len(position) or position[edge] - position[group] >= _SLIVER
        if seen or has_own_cell:
            group = edge
        renumbered[edge] = len(set(renumbered.values())) if group == edge else renumbered[group]
    moved = {placed: tuple((renumbered[start], renumbered[end]) for start, end in placed) for placed in shapes}
    return moved, max(renumbered.values())
