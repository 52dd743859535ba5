"""Titles of sections that only their empty neighbours show, told from all rows of a plan together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.columns.lines import Line, own_text, shown_text
from ingest.model import RawDoubt
from ingest.numbers import clean_number
from ingest.plans.sections import is_sure_title, section_title

FEWEST = 2  # one such row may be a measure without a deadline
NONE_KNOWN = "Строки без срока и ответственных прочитаны как разделы. Верно ли?"


@dataclass(frozen=True, slots=True)
class AlikeTitles:
    """What is known of such rows: `sure` needs no question at each, `doubts` are those about all of them."""

    sure: bool
    doubts: tuple[RawDoubt, ...] = ()


def find_alike_titles(lines: Sequence[Line]) -> AlikeTitles:
    """Sure titles, where one stands first and each over a measure, and every other row has all that a measure has.

    They are asked about once, but not where all measures have numbers and they have none.
    """
    bare = [_is_bare(line) for line in lines]
    titled = bare[:1] == [True] and not bare[-1] and not any(a and b for a, b in pairwise(bare))
    measures = [line for line, is_title in zip(lines, bare, strict=True) if not is_title and not _is_sure(line)]
    if sum(bare) < FEWEST or not titled or not all(map(_is_whole, measures)):
        return AlikeTitles(False)
    if all(clean_number(own_text(line, "number")) is not None for line in measures):
        return AlikeTitles(True)
    return AlikeTitles(True, (RawDoubt("section", NONE_KNOWN, own_text(lines[0], "measure")),))


def _is_bare(line: Line) -> bool:
    return section_title(line) is not None and not is_sure_title(line)


def _is_sure(line: Line) -> bool:
    return section_title(line) is not None and is_sure_title(line)


def _is_whole(line: Line) -> bool:
    return bool(own_text(line, "measure")) and all(shown_text(line, role) for role in ("deadline", "responsible"))
