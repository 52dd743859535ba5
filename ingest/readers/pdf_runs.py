"""Runs: pieces of printed lines with their places, and the lines that they make."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_SAME_LINE = 0.5  # of the line's height: a raised «¹» stays on its line
_WORD_GAP = 0.15  # of the line's height: the narrowest blank of a squeezed line is about 0.18
_PRINTED_TWICE = 0.15  # of the line's height: bold letters that are the same letters, printed again beside
_SHORT_WORD = 2  # letters


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
    first_word: float  # width of its first word at most, «№ 17» counting as one
    has_blank: bool  # a blank is printed after it


class Line(NamedTuple):
    """A printed line of one cell or block; lengths as in Run."""

    text: str
    left: float
    right: float
    y: float
    size: float
    first_word: float
    has_blank: bool


_WRAPPED_SHARE = 0.15  # of line ends in cells: blanks that authors leave at line ends are a few in a hundred
_WRAPPED_LEAST = 3


def prints_wrap_blanks(runs: Iterable[Run]) -> bool:
    """Whether the program that made the file prints the blank at which it wraps a line, as Word and LibreOffice do.

    Then a line end without one is the author's, where the blank would have found room.
    """
    blanks = ends = 0
    for run, following in pairwise(runs):
        if run.owner >= 0 and run.owner == following.owner and following.y > run.y:
            ends += 1
            blanks += run.has_blank
    return blanks >= max(_WRAPPED_LEAST, _WRAPPED_SHARE * ends)


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
        return Line(first.text, first.left, first.right, first.y, first.size, first.first_word, first.has_blank)
    runs.sort(key=lambda run: run.left)
    first = runs[0]
    text, word = first.text, first.first_word
    for before, run in pairwise(runs):
        if run.text == before.text and run.left - before.left <= _PRINTED_TWICE * run.size:
            continue
        if run.left - before.right > _WORD_GAP * run.size:
            text += " "
        text += run.text
    if len(first.text) <= _SHORT_WORD:
        word = runs[1].left + runs[1].first_word - first.left
    return Line(text, first.left, max(run.right for run in runs), first.y, first.size, word, runs[-1].has_blank)
