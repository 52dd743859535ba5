"""Titles in PDF tables without lines that stand over a border of columns, off the middle of what is printed."""

from pathlib import Path

import pytest

from ingest.model import RawOrder
from ingest.order import read_order
from tests.ingest.readers.making_pdf import text, write_pdf

LEFTS = (95, 181, 305, 429)  # of the texts in columns of 120 points: the table itself begins at 55
HEADER = ("№", "Мероприятия", "Сроки", "Ответственные")
MIDDLE = 300


def line(y: float, *cells: str) -> str:
    return "".join(text(left, y, cell) for left, cell in zip(LEFTS, cells, strict=True) if cell)


def centred(y: float, title: str) -> str:
    return text(MIDDLE - 2.5 * len(title), y, title)


def table(first: str, second: str, page: int = 0) -> str:
    """A heading and four rows, a title over the first and the third of them."""
    numbers = [f"{4 * page + n}." for n in range(1, 5)]
    rows = line(700, *HEADER) + first
    rows += line(660, numbers[0], "Семинар учителей", "до 1 ноября", "Кравцов П.П.")
    rows += line(648, "", "физики", "", "методист")
    rows += line(634, numbers[1], "Педсовет", "май", "Лунина Е.Е.") + line(622, "", "по итогам года", "", "")
    rows += second + line(590, numbers[2], "Собрание", "июнь", "Лунина Е.Е.")
    return rows + line(576, numbers[3], "Слёт", "июль", "Кравцов П.П., директор школы")


def sections(order: RawOrder) -> list[str | None]:
    return [row.section for row in order.rows]


def test_titles_that_share_their_middle(tmp_path: Path) -> None:
    one, two = "Повышение квалификации", "Просвещение родителей обучающихся"
    order = read_order(write_pdf(tmp_path / "a.pdf", table(centred(680, one), centred(606, two))))
    assert sections(order) == [one, one, two, two]
    assert [row.measure for row in order.rows] == [
        "Семинар учителей физики",
        "Педсовет по итогам года",
        "Собрание",
        "Слёт",
    ]
    assert [doubt.kind for doubt in order.doubts] == ["reader"]


@pytest.mark.parametrize("title", ["2. Просвещение родителей", "Просвещение родителей"])
def test_a_title_alone(tmp_path: Path, title: str) -> None:
    order = read_order(write_pdf(tmp_path / "a.pdf", table("", centred(606, title))))
    assert sections(order) == [None, None, title, title]


def test_a_short_title_in_the_middle_that_those_of_the_page_before_show(tmp_path: Path) -> None:
    first = table(centred(680, "1. Повышение квалификации"), centred(606, "2. Просвещение родителей"))
    second = table("", centred(606, "3. Итоги"), page=1)
    order = read_order(write_pdf(tmp_path / "a.pdf", first, second))
    assert sections(order)[4:] == ["2. Просвещение родителей"] * 2 + ["3. Итоги"] * 2


def test_a_text_that_runs_over_its_border_is_no_title(tmp_path: Path) -> None:
    long = text(LEFTS[1], 606, "Просвещение родителей и учеников")
    order = read_order(write_pdf(tmp_path / "a.pdf", table("", long)))
    assert sections(order) == [None] * 4
    assert [doubt.surface for doubt in order.rows[1].doubts] == ["Просвещение родителей и учеников"]


def test_a_text_of_one_column_in_the_middle_is_no_title(tmp_path: Path) -> None:
    first = table(centred(680, "1. Повышение квалификации"), centred(606, "2. Просвещение родителей"))
    second = table("", line(606, "", "", "и август", ""), page=1)
    order = read_order(write_pdf(tmp_path / "a.pdf", first, second))
    assert sections(order)[4:] == ["2. Просвещение родителей"] * 4
    assert order.rows[5].deadline == "май\nи август"
