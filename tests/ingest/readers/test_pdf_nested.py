"""Frames around a plan and tables inside its cells, drawn with lines that touch its own."""

import pytest

from ingest.readers.pdf_nested import Squared, unnest

# A letter is a cell, "." a square of none. The strips are 6 points wide, other columns and rows 50.
CASES = [
    # a frame around a plan, open above on a second page
    ("fffff faabf faabf fcdbf fffff", "aab aab cdb"),
    ("fabf fcdf ffff", "ab cd"),
    # a table inside a measure
    ("aabbbb cdmmme cdmxye cdmzwe fghhhi", "aabbbb cdmmme cdmmme cdmmme fghhhi"),
    # a cell that is no rectangle as a line is missing
    ("abc dbb efg", "abc dbb efg"),
]


def _squared(rows: list[str], strips: set[int]) -> Squared:
    columns = [0.0]
    for at in range(len(rows[0])):
        columns.append(columns[-1] + (6.0 if at in strips else 50.0))
    owners = [[-1 if letter == "." else ord(letter) for letter in row] for row in rows]
    return Squared([50.0 * at for at in range(len(rows) + 1)], columns, owners)


@pytest.mark.parametrize(("table", "expected"), CASES)
def test_unnest(table: str, expected: str) -> None:
    rows = table.split()
    strips = {0, len(rows[0]) - 1} if rows[0][0] == "f" else {2}
    found = unnest(_squared(rows, strips), -1)
    assert ["".join(map(chr, row)) for row in found.owners] == expected.split()
    assert len(found.columns) == len(found.owners[0]) + 1


def test_a_table_that_reaches_the_right_side_of_its_cell_may_be_clipped() -> None:
    clipped = unnest(_squared(["abbb", "cmmm", "cmxy", "cmzw", "deee"], {1}), -1)
    assert clipped.is_clipped
