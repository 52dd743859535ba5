"""The columns of a table that is printed without lines, from where its heading and its text stand."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.columns.headings import Role, heading_role
from ingest.readers.pdf_runs import Run
from ingest.titles import is_marked_alone

NUMBER = re.compile(r"(\d{1,3})(?:\.\d{1,3})*[.)]?")
_HEADING_WORDS = 4
HEADER_ROWS = 3  # printed lines that a heading of one row may have
_CROSSING = 0.1  # of the lines, which may cross a column's edge: titles across the table
LEAST_EDGES = 4  # of columns: number or deadline, measure, responsible
_LETTERS = 0.8  # of a line's height that letters rise over their baseline
LINE = 1.4  # of the height of letters: lines of one text stand further apart
PAD = 3.0  # points between the table's edge and its text

Row = list[Run]  # of one printed line, from left to right
Edges = tuple[float, ...]  # of columns, from left to right


def top_of(run: Run) -> float:
    """Where the line's letters begin, from the page's top."""
    return run.y - _LETTERS * run.size


def find_columns(rows: Sequence[Row]) -> Edges | None:
    """The edges of the columns under a heading: where the fewest lines cross, between two names beside each other."""
    names: list[tuple[float, float]] = []
    for run in sorted(_header(rows), key=lambda run: run.left):
        if names and run.left < names[-1][1]:
            names[-1] = (names[-1][0], max(names[-1][1], run.right))
        else:
            names.append((run.left, run.right))
    runs = [run for row in rows for run in row]
    edges = [min(run.left for run in runs) - PAD]
    for (left, right), (next_left, next_right) in pairwise(names):
        edge = _clearest(runs, (left + right) / 2, (next_left + next_right) / 2)
        if edge is None:
            return None
        edges.append(edge)
    return (*edges, max(run.right for run in runs) + PAD)


def _header(rows: Sequence[Row]) -> list[Run]:
    """The runs of the heading: its lines down to the first number, or as many as a heading may have."""
    taken: list[Run] = []
    for row in rows[:HEADER_ROWS]:
        is_title = len(row) == 1 and is_marked_alone(row[0].text)
        begins = is_title or NUMBER.fullmatch(row[0].text) is not None
        if taken and (begins or row[0].y - taken[0].y > HEADER_ROWS * taken[0].size or _is_apart(row, taken)):
            break
        taken += row
    return taken


def _is_apart(row: Row, taken: Sequence[Run]) -> bool:
    """Whether it is a text alone that stands under none of the names: a title right below the heading."""
    (run, *others) = row
    return not others and not any(run.left < name.right and name.left < run.right for name in taken)


def _clearest(runs: Sequence[Run], left: float, right: float) -> float | None:
    """The middle of the widest stretch between two places that the fewest runs cross; None if too many do."""
    places = [left + step for step in range(int(right - left) + 1)]
    crossing = [sum(run.left < place < run.right for run in runs) for place in places]
    least = min(crossing)
    if least > _CROSSING * len(runs):
        return None
    stretches: list[list[float]] = [[]]
    for place, count in zip(places, crossing, strict=True):
        if count == least:
            stretches[-1].append(place)
        elif stretches[-1]:
            stretches.append([])
    widest = max(stretches, key=len)
    return (widest[0] + widest[-1]) / 2


def is_heading(rows: Sequence[Row]) -> bool:
    """Whether a heading of a plan begins here: in its first line two columns at least are named."""
    near = [row for row in rows if row[0].y - rows[0][0].y <= HEADER_ROWS * rows[0][0].size]
    roles: list[list[Role | None]] = [[_role(run) for run in row] for row in near]
    found = {role for row in roles for role in row}
    named = sum(role is not None for role in roles[0])
    return (
        named > 1
        and len(near[0]) >= LEAST_EDGES - 1
        and "measure" in found
        and bool(found & {"deadline", "responsible"})
    )


def _role(run: Run) -> Role | None:
    return heading_role(run.text) if len(run.text.split()) <= _HEADING_WORDS else None


def top_of_heading(rows: Sequence[Row], at: int) -> int:
    """Where the heading begins whose names stand in row `at`: «№» over «п/п» may stand half a line higher."""
    while at > 0 and rows[at][0].y - rows[at - 1][0].y < LINE * rows[at][0].size:
        at -= 1
    return at
