"""Titles over tables that stand side by side."""

from pathlib import Path

from ingest.order import read_order
from tests.ingest.readers.making_pdf import ruled, text, write_pdf

LEFT, RIGHT = (50, 150, 200, 290), (310, 410, 460, 550)


def half(columns: tuple[int, ...], *rows: tuple[str, ...]) -> str:
    edges = tuple(760 - 20 * at for at in range(len(rows) + 1))
    words = (
        text(left + 5, edge - 14, cell)
        for row, edge in zip(rows, edges, strict=False)
        for cell, left in zip(row, columns, strict=False)
    )
    return ruled(columns, edges) + "".join(words)


HEADER = ("Мероприятия", "Сроки", "Ответственные")
PLAN = (
    text(200, 800, "План работы школы на год")
    + half(LEFT, HEADER, ("Педсовет", "май", "Юдин А.А."))
    + half(RIGHT, HEADER, ("Сбор", "июнь", "Юдин А.А."))
)


def test_each_of_two_tables_has_its_own_title(tmp_path: Path) -> None:
    titles = text(140, 770, "I полугодие") + text(400, 770, "II полугодие")
    found = read_order(write_pdf(tmp_path / "plan.pdf", PLAN + titles))
    assert [(row.measure, row.section) for row in found.rows] == [("Педсовет", "I полугодие"), ("Сбор", "II полугодие")]
    assert found.head.title == "План работы школы на год"


def test_a_line_over_both_tables_is_no_title_of_one(tmp_path: Path) -> None:
    found = read_order(write_pdf(tmp_path / "plan.pdf", PLAN + text(240, 770, "Раздел I. Работа с детьми")))
    assert found.rows[0].section == "Раздел I. Работа с детьми"
