"""Points and rectangles as a reader of the printed page sees them: from its top left corner, y downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Rect(NamedTuple):
    """In PDF points; left ≤ right, top ≤ bottom.

    A tuple, as are Ruling and Run: thousands are made for each order, and a frozen dataclass takes three
    times as long to make.
    """

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class View:
    """How a page's own coordinates (y upwards, not turned) lie on the page as somebody looks at it.

    `turns` counts quarter turns clockwise: the page's /Rotate as shown; more where the text stands on its side.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int  # 0..3

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point in this view."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def rect(self, left: float, bottom: float, right: float, top: float) -> Rect:
        """The rectangle in this view; the arguments are any two opposite corners."""
        if self.turns == 0 and left <= right and bottom <= top:  # nearly all that are asked for
            return Rect(left - self.left, self.top - top, right - self.left, self.top - bottom)
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def back(self, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle of this view in the page's own coordinates: two opposite corners, x0, y0, x1, y1."""
        return *self._back(rect.left, rect.top), *self._back(rect.right, rect.bottom)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x + self.left, self.top - y
        if self.turns == 1:
            return y + self.left, x + self.bottom
        if self.turns == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x


def around(frames: Sequence[Rect]) -> Rect:
    """The smallest rectangle around these."""
    lefts, tops, rights, bottoms = zip(*frames, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))
