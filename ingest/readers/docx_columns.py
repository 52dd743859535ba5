"""Which grid columns each cell of a Word table takes.

Word counts grid columns (w:tblGrid), not cells: a header of four cells may stand over rows of six. Where the
spans do not add up (files of converters), the printed widths decide.
"""

from itertools import accumulate, pairwise

from ingest.readers.docx_tables import FileRow, cell_width

_SLIVER = 150  # twips (2.6 mm): narrower than a cell's own margins, so no column that anyone sees
_SNAP = 0.5  # of the width of the narrower column beside an edge

Span = tuple[int, int]  # first grid column, end (exclusive)


def place_cells(rows: list[FileRow], widths: list[int]) -> tuple[list[list[Span]], int]:
    """Each row's spans of cells, and how many grid columns there are; those that nobody sees are left out.

    `rows` must not be empty.
    """
    spans = [_by_spans(row) for row in rows]
    ends = [(placed[-1][1] if placed else 0) + row.after for row, placed in zip(rows, spans, strict=True)]
    if len(set(ends)) > 1:
        spans = [
            placed if end == len(widths) else _by_widths(row, widths) or placed
            for row, placed, end in zip(rows, spans, ends, strict=True)
        ]
    return _without_slivers(spans, widths)


def _by_spans(row: FileRow) -> list[Span]:
    ends = list(accumulate((cell.span for cell in row.cells), initial=row.before))
    return list(pairwise(ends))


def _by_widths(row: FileRow, widths: list[int]) -> list[Span] | None:
    """The spans that the cells' printed widths give; None where they fit no grid column edges."""
    known = [width for cell in row.cells if (width := cell_width(cell))]
    if len(known) < len(row.cells) or not all(widths):
        return None
    edges = list(accumulate(widths, initial=0))
    snapped = [_snap(edge, edges, widths) for edge in accumulate(known, initial=row.before_width)]
    placed = [edge for edge in snapped if edge is not None]
    if len(placed) < len(snapped) or len(set(placed)) < len(placed):
        return None
    return list(pairwise(placed))


def _snap(position: int, edges: list[int], widths: list[int]) -> int | None:
    nearest = min(range(len(edges)), key=lambda index: abs(edges[index] - position))
    beside = widths[max(nearest - 1, 0) : nearest + 1]
    return nearest if abs(edges[nearest] - position) <= _SNAP * min(beside) else None


def _without_slivers(spans: list[list[Span]], widths: list[int]) -> tuple[list[list[Span]], int]:
    """The same spans without columns that all cells cover, or that are too narrow to see.

    A border dragged by a hair in one row leaves a column of a few twips, where header and data cells part.
    """
    cells = {span for placed in spans for span in placed}
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
    moved = [[(renumbered[start], renumbered[end]) for start, end in placed] for placed in spans]
    return moved, max(renumbered.values())
