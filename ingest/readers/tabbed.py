"""Rows whose cells tabs part, in a text that has other tables, or typed in Word without one."""

import re
from collections.abc import Sequence

from ingest.columns.contents import content_of
from ingest.columns.headings import heading_role
from ingest.model import Cell, Grid
from ingest.numbers import NUMBER
from ingest.readers.spacing import tidy

FEWEST_CELLS = 3  # measure, deadline, responsible
ROLES_IN_HEADER = 2  # «Мероприятие», «Срок»
MOSTLY = 0.6  # of the rows begin with a number
_TABS = re.compile(r"\t+")


def has_cells(text: str) -> bool:
    """True for a line that may be a row: «6⇥Контрольная работа⇥до 15 ноября⇥Методисты»."""
    return sum(bool(cell.strip()) for cell in text.split("\t")) >= FEWEST_CELLS


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines with cells are rows: they have a header, or numbers, deadlines and people.

    Not «от 17.09.2020⇥№ 214⇥г. Верхнеозёрск», nor three approvals side by side.
    """
    rows = split_cells(lines)
    roles = {role for text in rows[0] if text and (role := heading_role(text)) is not None}
    if len(rows) > 1 and len(roles - {"number", "extra"}) >= ROLES_IN_HEADER:
        return True
    numbered = sum(NUMBER.fullmatch(row[0]) is not None for row in rows)
    contents = {content_of(column) for column in list(zip(*rows, strict=True))[1:]}
    return numbered >= MOSTLY * len(rows) and contents >= {"deadline", "responsible"}


def split_cells(lines: Sequence[str]) -> list[list[str]]:
    """The cells, as many in each row; several tabs part two cells where all rows agree so, as typists align them."""
    rows = [[tidy(cell) for cell in _TABS.split(line.strip("\t"))] for line in lines]
    if len({len(row) for row in rows}) > 1:
        rows = [[tidy(cell) for cell in line.split("\t")] for line in lines]
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def tabbed_grid(lines: Sequence[str]) -> Grid:
    """The lines as a table."""
    rows = tuple(tuple(map(Cell, row)) for row in split_cells(lines))
    return Grid(rows, (None,) * len(rows))
