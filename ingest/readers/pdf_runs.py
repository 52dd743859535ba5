"""Runs: pieces of printed lines with their places, and the lines that they make."""

from itertools import pairwise
from typing import NamedTuple

_SAME_LINE = 0.5  # of the line's height: a raised «¹» stays on its line
_WORD_GAP = 0.15  # of the line's height: the narrowest blank of a squeezed line is about 0.18
_PRINTED_TWICE = 0.15  # of the line's height: bold letters that are the same letters, printed again beside


class Run(NamedTuple):
    """A piece of one printed line, in one cell, or all pieces of the line that the cell has, put together.

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


def make_lines(runs: list[Run]) -> list[Run]:
    """The runs put together to lines, from top to bottom."""
    for one, two in pairwise(runs):
        if two.y - one.y <= _SAME_LINE * one.size:
            return [make_line(row) for row in make_rows(runs)]
    return runs  # in most cells each is a line


def make_rows(runs: list[Run]) -> list[list[Run]]:
    """The runs of each printed line, from top to bottom and from left to right."""
    if len(runs) == 1:  # most cells with a number or a date
        return [runs]
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.y):
        if rows and run.y - rows[-1][0].y <= _SAME_LINE * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda run: run.left)
    return rows


def make_line(runs: list[Run]) -> Run:
    """The line of a row's runs, which go from left to right."""
    first = runs[0]
    if len(runs) == 1:
        return first
    text = first.text
    for before, run in pairwise(runs):
        if run.text == before.text and run.left - before.left <= _PRINTED_TWICE * run.size:
            continue
        if run.left - before.right > _WORD_GAP * run.size:
            text += " "
        text += run.text
    return first._replace(text=text, right=max(run.right for run in runs), has_blank=runs[-1].has_blank)
