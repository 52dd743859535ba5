"""Points and rectangles as a reader of the printed page sees them: from its top left corner, y downwards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """In PDF points; left ≤ right, top ≤ bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class View:
    """How a page's own coordinates (y upwards, not turned) lie on the page as shown.

    `turns` counts quarter turns clockwise: the page's /Rotate, and more where the text itself stands on its side.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int  # 0..3

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as shown: (x, y) from the top left corner."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def rect(self, left: float, bottom: float, right: float, top: float) -> Rect:
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
