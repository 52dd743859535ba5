"""The cells of a scanned page, cut out and set under one another: one narrow column that tesseract reads in one go.

Left where they are, tesseract reads across the columns, or takes a number alone in its cell for a speck.
"""

from bisect import bisect_right
from typing import NamedTuple

import numpy as np

from ingest.readers.pdf_geometry import Rect
from ingest.readers.scan_picture import Mask, Picture, Points
from ingest.readers.scan_words import Word

_BORDER = 3.0  # PDF points inside of a cell's frame where its ruling lines may lie
_GAP = 14.0  # PDF points between two pieces: more than between lines
_SPECK = 0.6  # PDF points squared: less ink in a cell is dust; a full stop has 1


class Piece(NamedTuple):
    """A cell's ink in the stack: a point (x, y) of it lies at (x + dx, y + dy) on the page."""

    owner: int
    top: int  # in the stack
    dx: int
    dy: int


def stack_cells(picture: Picture, dark: Mask, lines: Mask, frames: list[Rect]) -> tuple[Points, list[Piece]]:
    """The picture of all cells that hold anything, and where each of them is in it."""
    gap = round(_GAP * picture.scale)
    cut = [(owner, *_cut(picture, dark, lines, frame)) for owner, frame in enumerate(frames)]
    inked = [(owner, points, left, top) for owner, points, left, top in cut if points.size]
    width = max((points.shape[1] for _, points, _, _ in inked), default=0) + 2 * gap
    height = sum(points.shape[0] + gap for _, points, _, _ in inked) + gap
    stack = np.full((height, width), 255, np.uint8)
    pieces, y = [], gap
    for owner, points, left, top in inked:
        stack[y : y + points.shape[0], gap : gap + points.shape[1]] = points
        pieces.append(Piece(owner, y, left - gap, top - y))
        y += points.shape[0] + gap
    return stack, pieces


def place_words(words: list[Word], pieces: list[Piece]) -> tuple[int, list[Word]]:
    """The owner of a line of the stack, and its words where they stand on the page."""
    middle = (min(word.top for word in words) + max(word.bottom for word in words)) // 2
    piece = pieces[max(bisect_right(pieces, middle, key=lambda piece: piece.top) - 1, 0)]
    return piece.owner, [
        word._replace(
            left=word.left + piece.dx,
            top=word.top + piece.dy,
            right=word.right + piece.dx,
            bottom=word.bottom + piece.dy,
        )
        for word in words
    ]


def has_ink(ink: Mask, scale: float) -> bool:
    """Whether there is more than dust."""
    return bool(ink.sum() >= _SPECK * scale**2)


def _cut(picture: Picture, dark: Mask, lines: Mask, frame: Rect) -> tuple[Points, int, int]:
    """The ink of a cell, without the lines along its frame, and its left top corner on the page."""
    left, top, right, bottom = (max(round(edge * picture.scale), 0) for edge in frame)
    border = round(_BORDER * picture.scale)
    points = picture.points[top:bottom, left:right].copy()
    ruled = lines[top:bottom, left:right].copy()
    ruled[border:-border, border:-border] = False
    ink = dark[top:bottom, left:right] & ~ruled
    points[ruled] = 255
    if not has_ink(ink, picture.scale):
        return np.zeros((0, 0), np.uint8), left, top
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    inner = points[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return inner, left + int(columns[0]), top + int(rows[0])
