"""Rows of drawn tables that no ruling parts."""

import pytest

from ingest.model import Grid
from ingest.readers.drawn_tables import read_drawn

HEAD = "┌────┬─────────────────┬───────────┬─────────────┐\n"
RULING = "├────┼─────────────────┼───────────┼─────────────┤\n"
END = "└────┴─────────────────┴───────────┴─────────────┘\n"
NAMES = "│№   │Дела             │Срок       │Кто          │\n"
SECTION = (
    "├────┴─────────────────┴───────────┴─────────────┤\n│   I. Кадры                                     │\n"
    "├────┬─────────────────┬───────────┬─────────────┤\n"
)
EMPTY = "│    │                 │           │             │\n"
FIRST = ["│{}  │Проверить        │до 1       │Юдин А.А.    │\n", "│    │готовность школ  │сентября   │             │\n"]
SECOND = [
    "│{}  │Слёт             │май        │Лосев П.И.,  │\n",
    "│    │                 │           │методист     │\n",
]
A, B = ["Проверить готовность школ", "до 1 сентября", "Юдин А.А."], ["Слёт", "май", "Лосев П.И., методист"]


def rows(numbers: bool, *between: str) -> str:
    """Two measures, each over two lines, without a ruling between them; without numbers there is no such column."""
    one, two = ("".join(lines).format(n) for lines, n in ((FIRST, "1 "), (SECOND, "2 ")))
    text = "".join((one, *between, two))
    return text if numbers else without_numbers(text)


def without_numbers(text: str) -> str:
    return "".join(line[0] + line[6:] for line in text.splitlines(keepends=True))


def read(text: str) -> tuple[list[list[str | None]], list[str]]:
    blocks, doubts = read_drawn(text)
    (grid,) = (block for block in blocks if isinstance(block, Grid))
    return [[cell and cell.text for cell in row] for row in grid.rows], [doubt.surface for doubt in doubts]


@pytest.mark.parametrize("between", ["", EMPTY])
@pytest.mark.parametrize("title", ["", SECTION])
def test_numbers_begin_rows(between: str, title: str) -> None:
    found, asked = read(HEAD + NAMES + (title or RULING) + rows(True, between) + END)
    assert found[-2:] == [["1", *A], ["2", *B]]
    assert asked == []


def test_empty_lines_part_rows() -> None:
    found, asked = read(without_numbers(HEAD + NAMES + RULING) + rows(False, EMPTY) + without_numbers(EMPTY + END))
    assert found[1:] == [A, B]
    assert asked == []


def test_capitals_and_filled_cells_begin_rows_with_a_question() -> None:
    found, asked = read(without_numbers(HEAD + NAMES + RULING) + rows(False) + without_numbers(END))
    assert found[1:] == [A, B]
    assert asked == ["Слёт"]


def test_a_row_among_rows_with_rulings_is_asked_about() -> None:
    ruled = HEAD + NAMES + RULING + FIRST[0].format("1 ") + RULING
    found, asked = read(without_numbers(ruled) + rows(False) + without_numbers(END))
    assert len(found) == 3  # as the rulings part them
    assert asked == ["Слёт"]


def test_a_wrapped_row_is_one() -> None:
    wrapped = "│Посетить город   │в течение  │Классный     │\n│Конаково         │года       │руководитель │\n"
    found, asked = read(without_numbers(HEAD + NAMES + RULING) + wrapped + without_numbers(END))
    assert found[1:] == [["Посетить город Конаково", "в течение года", "Классный руководитель"]]
    assert asked == []


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("|  | Октябрь |  |\n", ["", "Октябрь", ""]),
        ("|  | и слёта | |\n", None),
        ("|  | Слёт | май |\n", ["", "Слёт", "май"]),
    ],
)
def test_each_line_of_markdown_is_a_row(line: str, row: list[str | None] | None) -> None:
    found, asked = read("| № | Дела | Срок |\n|---|---|---|\n| 1 | Сбор | май |\n" + line)
    assert found[2:] == ([] if row is None else [row])
    assert asked == []
