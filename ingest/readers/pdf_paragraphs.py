"""Paragraphs of a page: lines outside of its tables that stand together."""

from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

from ingest.readers.pdf_cells import RISES
from ingest.readers.pdf_columns import part_columns
from ingest.readers.pdf_habits import HYPHENS, Habits
from ingest.readers.pdf_hyphens import judge
from ingest.readers.pdf_runs import Run, make_line, make_rows
from ingest.readers.spacing import tidy

_BLOCK_GAP = 1.8  # of a line's height, from baseline to baseline: a wider gap begins a new paragraph


def read_paragraphs(runs: list[Run], tops: list[float], habits: Habits) -> Iterator[tuple[float, str]]:
    """Each paragraph with a place from the page's top, in reading order; `tops` are the tables' places.

    Columns come one after the other, all at the place of the last line before the second.
    """
    top = 0.0
    for _, rows in groupby(make_rows(runs), key=lambda row: bisect(tops, row[0].y - RISES)):
        for part in part_columns(list(rows)):
            for lines in _blocks([make_line(row) for row in part]):
                top = max(top, lines[0].y - RISES)
                yield top, tidy(join_parted_lines([line.text for line in lines], habits))


def _blocks(lines: list[Run]) -> Iterator[list[Run]]:
    """The lines without wide gaps between them."""
    block: list[Run] = []
    for line in lines:
        if block and line.y - block[-1].y > _BLOCK_GAP * min(line.size, block[-1].size):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def join_parted_lines(lines: list[str], habits: Habits) -> str:
    """The lines with "\n" between them, the rest of a word that a hyphen parted put to its beginning."""
    text = lines[0]
    for line in lines[1:]:
        if text[-1] in HYPHENS and judge(text, line, habits) == "joined":
            rest, _, further = line.partition(" ")
            text = f"{text[:-1]}{rest}" + (f"\n{further}" if further else "")
        else:
            text += f"\n{line}"
    return text
