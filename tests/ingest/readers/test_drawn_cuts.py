"""Words that the width of a drawn column cut without a hyphen."""

import pytest

from ingest.model import Grid
from ingest.readers.drawn_tables import read_drawn


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["сентябрь-о", "ктябрь"], "сентябрь-октябрь"),
        (["14.09.-19.", "09"], "14.09.-19.09"),
        (["14.09.-19", ".09"], "14.09.-19.09"),
        (["Преподаватель", "-организатор"], "Преподаватель-организатор"),
        (["Информационно-разъя", "снительная"], "Информационно-разъяснительная"),
        (["Информационно-квазу", "лирика"], "Информационно-квазулирика"),  # asked, as no dictionary has it
        (["педагога-предметник", "а»"], "педагога-предметника»"),
        (["Научно-практическая", "конференция"], "Научно-практическая конференция"),
        (["Военно-морское", "шествие"], "Военно-морское шествие"),
        (["Классные", "руководители"], "Классные руководители"),
        (["учитель-логопед", "школы"], "учитель-логопед школы"),
        (["Юдин А.А.,", "методист"], "Юдин А.А., методист"),
    ],
)
@pytest.mark.parametrize("room", ["", " "])
def test_cut_words(lines: list[str], expected: str, room: str) -> None:
    width = max(map(len, lines)) + len(room)
    rows = "".join(f"│{n}│{line.ljust(width)}│\n" for n, line in zip("1 ", lines, strict=True))
    ruling = f"├─┼{'─' * width}┤\n"
    blocks, asked = read_drawn(f"{ruling}│№│{'Кто'.ljust(width)}│\n{ruling}{rows}{ruling}")
    (grid,) = (block for block in blocks if isinstance(block, Grid))
    cell = grid.rows[1][1]
    assert cell is not None and cell.text.replace("\n", " ") == expected
    assert [doubt.surface for doubt in asked] == [expected] * expected.endswith("квазулирика")
