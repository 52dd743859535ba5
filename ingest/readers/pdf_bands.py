"""Rows across a whole table that has no frame at its sides: section titles, which no line down the page touches."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf_rulings import Ruling

_SAME = 3.0  # points by which the ends of two lines may differ
_TALLEST = 80.0  # points of a title's row: four lines of print


def close_bands(across: Sequence[Ruling], along: Sequence[Ruling]) -> list[Ruling]:
    """Lines down both sides of each such row: between two lines as long, columns above or below it and none inside."""
    lines = sorted(across, key=lambda line: line.at)
    closing: list[Ruling] = []
    for upper, lower in pairwise(lines):
        alike = abs(upper.start - lower.start) <= _SAME and abs(upper.end - lower.end) <= _SAME
        if alike and lower.at - upper.at <= _TALLEST and _is_open(upper, lower, along):
            closing += [Ruling(upper.start, upper.at, lower.at), Ruling(upper.end, upper.at, lower.at)]
    return closing


def _is_open(upper: Ruling, lower: Ruling, along: Sequence[Ruling]) -> bool:
    near = [line for line in along if upper.start - _SAME <= line.at <= upper.end + _SAME]
    if any(line.start < lower.at - _SAME and line.end > upper.at + _SAME for line in near):
        return False
    above = {round(line.at) for line in near if abs(line.end - upper.at) <= _SAME}
    below = {round(line.at) for line in near if abs(line.start - lower.at) <= _SAME}
    sides = (upper.start, upper.end)
    framed = any(abs(at - side) <= _SAME for at in above | below for side in sides)
    return not framed and max(len(above), len(below)) > 1
