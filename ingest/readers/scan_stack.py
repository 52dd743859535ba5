"""The cells of a scanned page, cut out and set anew: tesseract reads them in one go, and each by itself.

Left where they are, it reads across the columns, or takes a number alone in its cell for a speck.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from ingest.readers.pdf_geometry import Rect
from ingest.readers.scan_picture import Mask, Picture, Points
from ingest.readers.scan_words import Word

_BORDER = 3.0  # PDF points inside of a cell's frame where its ruling lines may lie
_STACK_GAP = 14.0  # PDF points between two pieces: more than between lines
_ROW_GAP = 10.0  # PDF points between pieces in a row: more than between words, less than between columns
_IN_ROW = 4  # pieces in a row
_SPECK = 0.6  # PDF points squared: less ink in a cell is dust; a full stop has 1


class Cut(NamedTuple):
    """The ink of a cell, and its left top corner on the page."""

    owner: int
    points: Points
    left: int
    top: int


class Piece(NamedTuple):
    """Where a cut lies in the new picture; a point (x, y) there is (x + dx, y + dy) on the page."""

    owner: int
    left: int
    top: int
    right: int
    bottom: int
    dx: int
    dy: int


def cut_cells(picture: Picture, dark: Mask, lines: Mask, frames: Sequence[Rect]) -> list[Cut]:
    """The cells that hold anything, without the ruling lines along their frames."""
    found = (_cut(owner, picture, dark, lines, frame) for owner, frame in enumerate(frames))
    return [cut for cut in found if cut is not None]


def has_ink(ink: Mask, scale: float) -> bool:
    """Whether there is more than dust."""
    return bool(ink.sum() >= _SPECK * scale**2)


def _cut(owner: int, picture: Picture, dark: Mask, lines: Mask, frame: Rect) -> Cut | None:
    left, top, right, bottom = (max(round(edge * picture.scale), 0) for edge in frame)
    border = round(_BORDER * picture.scale)
    points = picture.points[top:bottom, left:right].copy()
    ruled = lines[top:bottom, left:right].copy()
    ruled[border:-border, border:-border] = False
    ink = dark[top:bottom, left:right] & ~ruled
    points[ruled] = 255
    if not has_ink(ink, picture.scale):
        return None
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    inner = points[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Cut(owner, inner, left + int(columns[0]), top + int(rows[0]))


def stack(cuts: Sequence[Cut], scale: float) -> tuple[Points, list[Piece]]:
    """The cuts under one another."""
    return _paste(([cut] for cut in cuts), round(_STACK_GAP * scale))


def set_in_rows(cuts: Sequence[Cut], scale: float) -> tuple[Points, list[Piece]]:
    """Cuts of one word each, some in a row, on one line: one digit alone does not show how high its letters are."""
    rows = ([cut for _, cut in row] for _, row in groupby(enumerate(cuts), key=lambda item: item[0] // _IN_ROW))
    return _paste(rows, round(_ROW_GAP * scale))


def _paste(rows: Iterator[list[Cut]] | Sequence[list[Cut]], gap: int) -> tuple[Points, list[Piece]]:
    pieces: list[Piece] = []
    placed: list[Points] = []
    bottom = gap
    for row in rows:
        bottom += max(cut.points.shape[0] for cut in row)
        right = gap
        for cut in row:
            height, width = cut.points.shape
            left, top = right, bottom - height
            right += width
            pieces.append(Piece(cut.owner, left, top, right, bottom, cut.left - left, cut.top - top))
            placed.append(cut.points)
            right += gap
        bottom += gap
    picture = np.full((bottom, max((piece.right for piece in pieces), default=0) + gap), 255, np.uint8)
    for piece, points in zip(pieces, placed, strict=True):
        picture[piece.top : piece.bottom, piece.left : piece.right] = points
    return picture, pieces


def piece_of(words: Sequence[Word], pieces: Sequence[Piece]) -> Piece | None:
    """The piece that the words of a line stand in; None = in several at once."""
    left, right = min(word.left for word in words), max(word.right for word in words)
    middle = (min(word.top for word in words) + max(word.bottom for word in words)) / 2
    row = min(pieces, key=lambda piece: max(piece.top - middle, middle - piece.bottom))
    beside = [piece for piece in pieces if piece.bottom == row.bottom and piece.left < right and left < piece.right]
    return beside[0] if len(beside) == 1 else None


def place(words: Sequence[Word], piece: Piece) -> list[Word]:
    """The words where they stand on the page."""
    return [
        word._replace(
            left=word.left + piece.dx,
            top=word.top + piece.dy,
            right=word.right + piece.dx,
            bottom=word.bottom + piece.dy,
        )
        for word in words
    ]
