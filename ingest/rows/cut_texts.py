"""Texts of cells merged downwards that a page cut in their midst: whole for all rows that such a cell stands beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.columns.lines import Entry, Line
from ingest.joints import join_parts
from ingest.rows.carry import CARRIED, merged_columns
from ingest.rows.continuation import ends_open, is_rest_of_deadline, lacks_year

YEAR_WORD = re.compile(r"(?i)год")  # no deadline by itself, as «2021 г.» may be
ADJECTIVE = re.compile(r"(?i)учебн\w+$")

# «социальный», overleaf «педагог»; «Профилактическая», «работа»; but «заведующий» is a post.
LACKS_NOUN = re.compile(
    r"(?i)(?<![а-яё])(?!заведующ|ответственн|управляющ|рабоч|дежурн)[а-яё]+(?:[ыи]й|[ая]я|ое|[ыи]е)$"
)


class Place(NamedTuple):
    """Where a text stands, 0-based."""

    measure: int
    line: int  # of the measure
    column: int


def find_whole_texts(measures: Sequence[Sequence[Line]]) -> dict[Place, tuple[str, int]]:
    """(The whole text, the measure that the page cut) for each row above and below it that shows a part of its cell.

    «до 1 декабря», overleaf «2020 года» merged over three rows more: the page cut the first of four rows, and each of
    them has «до 1 декабря 2020 года». The cut row itself has both parts already.
    """
    found: dict[Place, tuple[str, int]] = {}
    for at, lines in enumerate(measures):
        for cut in (n for n in range(1, len(lines)) if lines[n].top):
            for column, (upper, lower) in enumerate(zip(lines[cut - 1].entries, lines[cut].entries, strict=False)):
                if lower.column.role in CARRIED and lower.own and lower.text and upper.text:
                    whole = join_parts(upper.text, lower.text, cut=True), at
                    found |= dict.fromkeys(_above(measures, at, column, upper.text), whole)
                    found |= dict.fromkeys(_below(measures, at, column, lower.text), whole)
    return found


def find_texts_between(measures: Sequence[Sequence[Line]]) -> dict[Place, tuple[str, int]]:
    """(The whole text, the measure above) where a page parts two measures and a cell that is merged over both.

    «педагог-», overleaf «организатор» beside the next measure: each has the whole text, if the first part cannot end
    so and the second begins with a small letter, or is the rest of a deadline. «Классные руководители,» goes on in
    «Социальный педагог» where the column has merged cells.
    """
    found: dict[Place, tuple[str, int]] = {}
    columns = merged_columns([line for lines in measures for line in lines])
    for at, (above, below) in enumerate(pairwise(measures)):
        upper_line, line = above[-1], below[0]
        if not line.top or line.place.page == upper_line.place.page:
            continue
        for column, (upper, lower) in enumerate(zip(upper_line.entries, line.entries, strict=False)):
            if lower.own and _is_parted(upper, lower, usual=column in columns):
                whole = join_parts(upper.text, lower.text, cut=True), at
                mine = (Place(at, len(above) - 1, column), Place(at + 1, 0, column))
                found |= dict.fromkeys((*mine, *_below(measures, at + 1, column, lower.text)), whole)
                if not upper.own:
                    found |= dict.fromkeys(_above(measures, at, column, upper.text), whole)
    return found


def _is_parted(upper: Entry, lower: Entry, usual: bool) -> bool:
    """`usual`: the column has cells that are merged downwards."""
    merged = max(upper.height, lower.height) > 1
    if lower.column.role == "responsible" and upper.text.endswith(",") and lower.text and (merged or usual):
        return True
    is_near = merged or (usual and lower.column.role != "extra")
    if lower.column.role in CARRIED and is_near and lower.text[:1].islower() and LACKS_NOUN.search(upper.text):
        return True
    if lower.column.role == "deadline" and is_rest_of_deadline(lower.text):
        return _lacks_year(upper) and (merged or YEAR_WORD.match(lower.text) is not None)
    goes_on = lower.column.role in ("deadline", "responsible") and lower.text[:1].islower()
    slip = upper.text.endswith((",", ":")) and not merged  # «Завуч,» may be all that is printed
    return goes_on and ends_open(upper.text) and not slip


def _lacks_year(entry: Entry) -> bool:
    """«до 1 декабря», «в течение», «в течение учебного»: not «постоянно», which «2021 г.» may follow."""
    text = entry.text
    return lacks_year(text) or ends_open(text) or ADJECTIVE.search(text) is not None


def complete_texts(lines: Sequence[Line], measure: int, whole: dict[Place, tuple[str, int]]) -> tuple[Line, ...]:
    """The lines of a measure with their whole texts."""
    if not any(place.measure == measure for place in whole):
        return tuple(lines)
    completed = []
    for n, line in enumerate(lines):
        texts = (whole.get(Place(measure, n, at), (entry.text, 0))[0] for at, entry in enumerate(line.entries))
        entries = tuple(replace(entry, text=text) for entry, text in zip(line.entries, texts, strict=True))
        completed.append(replace(line, entries=entries))
    return tuple(completed)


def _above(measures: Sequence[Sequence[Line]], at: int, column: int, text: str) -> Iterator[Place]:
    """The rows before the measure, up to the one in which the cell begins that its first row shows."""
    below = _entry(measures[at][0], column)
    for measure in range(at - 1, -1, -1):
        for n in range(len(measures[measure]) - 1, -1, -1):
            entry = _entry(measures[measure][n], column)
            if below is None or below.own or entry is None or entry.text != text:
                return
            below = entry
            yield Place(measure, n, column)


def _below(measures: Sequence[Sequence[Line]], at: int, column: int, text: str) -> Iterator[Place]:
    """The rows behind the measure that show the cell which it begins overleaf."""
    for measure in range(at + 1, len(measures)):
        for n, line in enumerate(measures[measure]):
            entry = _entry(line, column)
            if entry is None or entry.own or entry.text != text:
                return
            yield Place(measure, n, column)


def _entry(line: Line, column: int) -> Entry | None:
    return line.entries[column] if column < len(line.entries) else None
