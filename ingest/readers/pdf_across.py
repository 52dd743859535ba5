"""What lines across a page tell of a table that has none down it: where its rows end, and its columns.

A browser draws the line under a row in pieces, one for each cell.
"""

from collections import Counter
from collections.abc import Sequence

from ingest.readers.pdf_rulings import Ruling
from ingest.readers.pdf_unruled_columns import Edges

_NEAR = 3.0  # points: pieces of one line, and the ends of pieces of several, may differ by so much
_SHORTEST = 12.0  # points of a piece: those of a dotted line are shorter
_LEAST_LINES = 3  # in pieces alike
_LEAST_PIECES = 3


def whole_lines(across: Sequence[Ruling]) -> list[Ruling]:
    """The lines from top to bottom, pieces that touch one another made one."""
    return [Ruling(row[0].at, row[0].start, max(piece.end for piece in row)) for row in _rows(across)]


def find_edges(across: Sequence[Ruling]) -> Edges | None:
    """The columns' edges where most lines are in pieces that end at the same places."""
    rows = [row for row in _rows(across) if all(piece.end - piece.start >= _SHORTEST for piece in row)]
    ends = Counter(tuple(round(piece.start / _NEAR) for piece in row) for row in rows if len(row) >= _LEAST_PIECES)
    starts, count = ends.most_common(1)[0] if ends else ((), 0)
    if count < _LEAST_LINES or 2 * count <= len(rows):
        return None
    row = next(row for row in rows if tuple(round(piece.start / _NEAR) for piece in row) == starts)
    return (*(piece.start for piece in row), row[-1].end)


def _rows(across: Sequence[Ruling]) -> list[list[Ruling]]:
    """The pieces of each line from left to right."""
    rows: list[list[Ruling]] = []
    for piece in sorted(across, key=lambda piece: (round(piece.at), piece.start)):
        if rows and abs(piece.at - rows[-1][0].at) <= _NEAR and abs(piece.start - rows[-1][-1].end) <= _NEAR:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows
