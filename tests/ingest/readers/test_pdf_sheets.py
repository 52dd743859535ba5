"""Two pages printed on one sheet."""

from pathlib import Path

import pytest

from ingest.order import read_order
from tests.ingest.readers.making_pdf import ruled, text, write_pdf

LEFT, RIGHT = (30, 50, 150, 200, 290), (310, 330, 430, 480, 570)
HEADER = ("№", "Мероприятия", "Сроки", "Ответственные")
PLAN = (HEADER, ("1", "Педсовет", "май", "Юдин А.А."), ("2", "Слёт", "июнь", "Яшина Б.В."))
OVERLEAF = (("3", "Сбор", "июль", "Юдин А.А."), ("4", "Смотр", "август", "Яшина Б.В."))
TITLE = text(60, 800, "План работы школы на год")


def page(columns: tuple[int, ...], top: int, *rows: tuple[str, ...]) -> str:
    edges = tuple(top - 20 * at for at in range(len(rows) + 1))
    words = (
        text(left + 3, edge - 14, cell)
        for row, edge in zip(rows, edges, strict=False)
        for cell, left in zip(row, columns, strict=False)
    )
    return ruled(columns, edges) + "".join(words)


@pytest.mark.parametrize("rows", [OVERLEAF, (HEADER, *OVERLEAF), (("", "", "", "начальник"), *OVERLEAF)])
@pytest.mark.parametrize("numbers", ["", text(160, 30, "1") + text(440, 30, "2")])
def test_the_right_page_follows_the_left_one(tmp_path: Path, rows: tuple[tuple[str, ...], ...], numbers: str) -> None:
    sheet = TITLE + page(LEFT, 780, *PLAN) + page(RIGHT, 820, *rows) + numbers
    found = read_order(write_pdf(tmp_path / "plan.pdf", sheet))
    assert [(row.plan, row.number, row.measure) for row in found.rows] == [
        (1, "1", "Педсовет"), (1, "2", "Слёт"), (1, "3", "Сбор"), (1, "4", "Смотр"),
    ]  # fmt: skip
    assert found.head.title == "План работы школы на год"


def test_a_mark_in_the_corner_stands_over_the_whole_sheet(tmp_path: Path) -> None:
    mark = text(450, 810, "Приложение № 1")
    sheet = mark + page(LEFT, 780, *PLAN) + page(RIGHT, 780, HEADER, *OVERLEAF)
    assert [row.plan for row in read_order(write_pdf(tmp_path / "plan.pdf", sheet)).rows] == [1, 1, 1, 1]
