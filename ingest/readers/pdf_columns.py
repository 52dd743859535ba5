"""Text in columns without lines between them: two approvals side by side, a letterhead in two languages.

Columns are parted by a wide gap that goes down through several lines. Numbers before items and names beside posts
stand apart as well, but belong together line by line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf_runs import Run

_WIDE = 2.0  # of a line's height; a blank in a justified line is narrower
_NEXT = 4.0  # of a line's height, from baseline to baseline: further down begins something else
_LEAST_ROWS = 2  # with text on both sides of the gap
_TEXT = re.compile(r"[^\W\d_]{4,}")  # a word: «1.» and «№ 5» are no column of text
_NAME = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.")  # «Начальник отдела      Г.Н. Савельева»

Row = list[Run]  # of one printed line, from left to right


class Gap(NamedTuple):
    left: float
    right: float


def part_columns(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows from top to bottom, in parts; of columns first all of the left one, then of the right one."""
    rest: list[Row] = []
    at = 0
    while at < len(rows):
        for gap in _wide_gaps(rows[at]):
            end, gap = _follow(gap, rows, at)
            if _are_columns(rows[at:end], gap):
                yield rest
                yield [left for row in rows[at:end] if (left := _left_of(gap, row))]
                yield from part_columns([right for row in rows[at:end] if (right := _right_of(gap, row))])
                rest, at = [], end
                break
        else:
            rest.append(rows[at])
            at += 1
    yield rest


def _wide_gaps(row: Row) -> list[Gap]:
    return [Gap(one.right, two.left) for one, two in pairwise(row) if two.left - one.right >= _WIDE * one.size]


def _follow(gap: Gap, rows: Sequence[Row], start: int) -> tuple[int, Gap]:
    """To which row (exclusive) the gap goes down from `start`, and what is left of its width."""
    for at in range(start + 1, len(rows)):
        row, above = rows[at], rows[at - 1]
        narrowed = Gap(
            max((gap.left, *(run.right for run in _left_of(gap, row)))),
            min((gap.right, *(run.left for run in _right_of(gap, row)))),
        )
        is_near = row[0].y - above[0].y <= _NEXT * above[0].size
        if not is_near or narrowed.right - narrowed.left < _WIDE * row[0].size:
            return at, gap
        gap = narrowed
    return len(rows), gap


def _left_of(gap: Gap, row: Row) -> Row:
    return [run for run in row if run.left + run.right < gap.left + gap.right]


def _right_of(gap: Gap, row: Row) -> Row:
    return [run for run in row if run.left + run.right >= gap.left + gap.right]


def _are_columns(rows: Sequence[Row], gap: Gap) -> bool:
    """Whether both sides are running text, and not numbers with items or posts with names."""
    beside = [(left, right) for row in rows if (left := _left_of(gap, row)) and (right := _right_of(gap, row))]
    worded = sum(_has_word(left) and _has_word(right) for left, right in beside)
    names = sum(_NAME.search(right[0].text) is not None for _, right in beside)
    return worded >= _LEAST_ROWS and 2 * worded >= len(beside) > 2 * names


def _has_word(row: Row) -> bool:
    return any(_TEXT.search(run.text) for run in row)
