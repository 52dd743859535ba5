"""The frame of a stamp: one shape around its lines, or four lines that meet at its corners and nowhere else."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_rulings import THIN

_TALLEST = 3.0  # times as high as the text between its first line and its last
_MARGIN = 20.0  # points
_MEETS = 2.0  # points, of two lines at a corner
_MOST_LINES = 20  # around a stamp's text: of more, they are those of a table
_AROUND = 40.0  # points from the text to its frame, at most


class Shape(NamedTuple):
    """A path on the page."""

    order: int  # among all objects drawn
    address: int
    rect: Rect


class Frame(NamedTuple):
    rect: Rect
    drawn: frozenset[int]  # addresses of its shapes, and of what is drawn inside


def find_frame(lines: Sequence[Rect], shapes: Sequence[Shape], last: int) -> Frame | None:
    """The smallest frame in which each line begins, of the shapes that are drawn with them; `last`: the last line's
    order among all objects."""
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    tallest = _TALLEST * (bottom - top) + _MARGIN
    right = max(line.right for line in lines)
    near = Rect(min(line.left for line in lines) - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
    frames = [
        (rect, own)
        for rect, own in _frames(shapes, near)
        if rect.bottom - rect.top <= tallest and all(_begins_in(line, rect) for line in lines)
    ]
    if not frames:
        return None
    rect, own = min(frames, key=lambda one: (one[0].right - one[0].left) * (one[0].bottom - one[0].top))
    first = min(shape.order for shape in own)
    inner = (shape.address for shape in shapes if first < shape.order < last and _is_within(shape.rect, rect))
    return Frame(rect, frozenset({*(shape.address for shape in own), *inner}))


def _frames(shapes: Sequence[Shape], near: Rect) -> Iterator[tuple[Rect, Sequence[Shape]]]:
    for shape in shapes:
        if not _is_thin(shape.rect):
            yield shape.rect, (shape,)
    lines = [shape for shape in shapes if _is_thin(shape.rect)]
    close = [line for line in lines if _is_within(line.rect, near)]
    if len(close) <= _MOST_LINES:
        yield from _of_four(close, lines)


def _of_four(lines: Sequence[Shape], others: Sequence[Shape]) -> Iterator[tuple[Rect, Sequence[Shape]]]:
    """Rectangles of two lines across and two down; one of a table's cells has further lines at its corners."""
    across = [line for line in lines if line.rect.right - line.rect.left > THIN]
    down = [line for line in lines if line.rect.bottom - line.rect.top > THIN]
    for (top, bottom), (left, right) in product(_pairs(across, 1), _pairs(down, 0)):
        rect = Rect(left.rect.left, top.rect.top, right.rect.right, bottom.rect.bottom)
        four = (top, bottom, left, right)
        if all(_meets(line.rect, corner) for line, corner in _corners(four, rect)) and not any(
            _touches(line.rect, rect) for line in others if line not in four
        ):
            yield rect, four


def _pairs(lines: Sequence[Shape], edge: int) -> Iterator[tuple[Shape, Shape]]:
    return ((one, two) for one, two in product(lines, lines) if one.rect[edge] < two.rect[edge])


def _corners(four: tuple[Shape, Shape, Shape, Shape], rect: Rect) -> Iterator[tuple[Shape, tuple[float, float]]]:
    top, bottom, left, right = four
    for across, y in ((top, rect.top), (bottom, rect.bottom)):
        for down, x in ((left, rect.left), (right, rect.right)):
            yield across, (x, y)
            yield down, (x, y)


def _meets(line: Rect, corner: tuple[float, float]) -> bool:
    """Whether an end of the line stands at the corner."""
    x, y = corner
    return (
        min(abs(line.left - x), abs(line.right - x)) <= _MEETS
        and min(abs(line.top - y), abs(line.bottom - y)) <= _MEETS
    )


def _touches(line: Rect, rect: Rect) -> bool:
    """Whether an end of the line stands at a side of the rectangle: the border of the next cell does."""
    for x, y in ((line.left, line.top), (line.right, line.bottom)):
        beside = min(abs(x - rect.left), abs(x - rect.right)) <= _MEETS and rect.top <= y <= rect.bottom
        over = min(abs(y - rect.top), abs(y - rect.bottom)) <= _MEETS and rect.left <= x <= rect.right
        if beside or over:
            return True
    return False


def _begins_in(line: Rect, frame: Rect) -> bool:
    return frame.left <= line.left <= frame.right and frame.top <= (line.top + line.bottom) / 2 <= frame.bottom


def _is_within(rect: Rect, frame: Rect) -> bool:
    return (
        rect.left >= frame.left - 1
        and rect.right <= frame.right + 1
        and rect.top >= frame.top - 1
        and rect.bottom <= frame.bottom + 1
    )


def _is_thin(rect: Rect) -> bool:
    return min(rect.right - rect.left, rect.bottom - rect.top) <= THIN
