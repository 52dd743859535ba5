"""Runs: pieces of printed lines with their places, and the lines that they make."""

from itertools import pairwise
from typing import NamedTuple

_SAME_LINE = 0.5  # of the line's height: a raised «¹» stays on its line
_WORD_GAP = 0.15  # of the line's height: the narrowest blank of a squeezed line is about 0.18
_PRINTED_TWICE = 0.15  # of the line's height: bold letters that are the same letters, printed again beside


class Run(NamedTuple):
    """A piece of one printed line, in one cell.

    Lengths are points, measured along the text: for text that runs up or down the page (`turn` 1 or -1) as if the
    page were turned so that it stands upright. `y` is the baseline.
    """

    text: str  # no blanks at its ends
    owner: int  # the number of its cell
    turn: int
    left: float
    right: float
    y: float
    size: float  # height of a line of this text
    has_blank: bool  # a blank is printed after it
    first_word: float = 0.0  # reckoned from the text by pdf_widths


class Line(NamedTuple):
    """A printed line of one cell or block; lengths as in Run."""

    text: str
    left: float
    right: float
    y: float
    size: float
    has_blank: bool


def make_lines(runs: list[Run]) -> list[Line]:
    """The runs put together to lines, from top to bottom."""
    if len(runs) == 1:
        return [_line(runs)]
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.y):
        if lines and run.y - lines[-1][0].y <= _SAME_LINE * min(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(line) for line in lines]


def _line(runs: list[Run]) -> Line:
    first = runs[0]
    if len(runs) == 1:  # most lines
        return Line(first.text, first.left, first.right, first.y, first.size, first.has_blank)
    runs.sort(key=lambda run: run.left)
    first = runs[0]
    text = first.text
    for before, run in pairwise(runs):
        if run.text == before.text and run.left - before.left <= _PRINTED_TWICE * run.size:
            continue
        if run.left - before.right > _WORD_GAP * run.size:
            text += " "
        text += run.text
    return Line(text, first.left, max(run.right for run in runs), first.y, first.size, runs[-1].has_blank)
