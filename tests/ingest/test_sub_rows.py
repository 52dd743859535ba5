"""Rows without numbers under a numbered row."""

import pytest

from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n1 | Провести сбор | май | Юдин А.А.\n"
LAST = "3 | Подвести итоги | июнь | Юдин А.А."
PARENT = "2 Провести совещания"

# rows between the first and the third measure -> (section, measure) of what they are, kinds of doubts
ROWS = [
    (
        "2 | Провести совещания | | \n | по итогам года | май | Юдин А.А.\n | о выборе книг | июнь | Яшина Б.В.\n",
        [(PARENT, "по итогам года"), (PARENT, "о выборе книг")],
        [],
    ),
    (
        "2 | Провести совещания: | | \n | - по итогам; | май | Юдин А.А.\n | - о книгах. | июнь | Яшина Б.В.\n",
        [(f"{PARENT}:", "- по итогам;"), (f"{PARENT}:", "- о книгах.")],
        [],
    ),
    (  # one row is the rest of the measure
        "2 | Провести совещания | | \n | по итогам года | май | Юдин А.А.\n",
        [(None, "Провести совещания по итогам года")],
        ["continuation"],
    ),
    (  # the row above is a measure itself
        "2 | Провести сборы: | год | Юдин А.А.\n | - по итогам | май | Юдин А.А.\n | - о школе | июнь | Ким Р.В.\n",
        [(None, "Провести сборы:"), (None, "- по итогам"), (None, "- о школе")],
        ["continuation", "continuation"],
    ),
    (  # whose deadline is whose is lost where they are one
        "2 | Провести совещания: | | Юдин А.А.\n | - по итогам | май | \n | - о книгах | июнь | \n",
        [(None, "Провести совещания: - по итогам - о книгах")],
        ["continuation"],
    ),
]


@pytest.mark.parametrize(("rows", "expected", "doubts"), ROWS)
def test_rows_under_a_row(rows: str, expected: list[tuple[str | None, str]], doubts: list[str]) -> None:
    found = order(grid(HEADER + rows + LAST)).rows
    assert [(row.section, row.measure.replace("\n", " ")) for row in found[1:-1]] == expected
    assert [doubt.kind for row in found for doubt in row.doubts] == doubts
    assert (found[-1].number, found[-1].section) == ("3", None)
