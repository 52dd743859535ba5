"""Rows that the end of a page cuts, in PDF tables without lines or with lines across alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.model import RawOrder
from ingest.order import read_order
from tests.ingest.readers.making_pdf import stroke, text, write_pdf

LEFTS = (55, 85, 305, 405)
HEADER = ("№", "Мероприятия", "Сроки", "Ответственные")
FIRST = (
    ("1.", "Декада математики", "ноябрь", "Зотова М.М."),
    ("2.", "Проверка журналов,", "до 20 марта", "Панин О.О., заместитель"),
)
NEXT = (("3.", "Ярмарка", "май", "Зотова М.М."), ("4.", "Поход", "июнь", "Панин О.О."))
RUNNING = "Годовой план школы"
STEP = 14


def lines(*rows: Sequence[str], top: float = 780) -> str:
    return "".join(
        text(left, top - STEP * at, cell)
        for at, row in enumerate(rows)
        for left, cell in zip(LEFTS, row, strict=True)
        if cell
    )


def measures(order: RawOrder) -> list[tuple[str | None, str, str, str]]:
    return [(row.number, row.measure, row.deadline, row.responsible) for row in order.rows]


@pytest.mark.parametrize(
    ("rest", "whole"),
    [
        (
            [("", "дневников и тетрадей", "", "")],
            ("Проверка журналов, дневников и тетрадей", "до 20 марта", FIRST[1][3]),
        ),
        (
            [("", "дневников", "и 20 мая", "директора по УВР"), ("", "и тетрадей", "", "школы № 6")],
            (
                "Проверка журналов, дневников и тетрадей",
                "до 20 марта и 20 мая",
                f"{FIRST[1][3]} директора по УВР школы № 6",
            ),
        ),
        ([("", "", "", "директора")], ("Проверка журналов,", "до 20 марта", f"{FIRST[1][3]} директора")),
    ],
    ids=["one column", "three columns", "the last column"],
)
def test_the_rest_of_a_row_under_the_repeated_heading(
    tmp_path: Path, rest: list[tuple[str, ...]], whole: tuple[str, ...]
) -> None:
    order = read_order(write_pdf(tmp_path / "a.pdf", lines(HEADER, *FIRST), lines(HEADER, *rest, *NEXT)))
    found = [tuple(" ".join(text.split()) for text in row[1:]) for row in measures(order)]
    assert found == [FIRST[0][1:], whole, NEXT[0][1:], NEXT[1][1:]]
    assert order.headers == (HEADER,)


def test_a_page_with_nothing_but_the_rest_of_a_row(tmp_path: Path) -> None:
    second = lines(HEADER, ("", "дневников и тетрадей", "", ""))
    order = read_order(write_pdf(tmp_path / "a.pdf", lines(HEADER, *FIRST), second))
    assert [row.measure for row in order.rows] == [FIRST[0][1], "Проверка журналов, дневников и тетрадей"]


def test_another_heading_overleaf_is_its_own(tmp_path: Path) -> None:
    """Its second line is its own: only what stands under the heading of the page before is the rest of a row."""
    other = ("№", "Содержание работы", "Срок", "Ответственный")
    second = lines(other, ("", "", "", "за исполнение"), *NEXT)
    order = read_order(write_pdf(tmp_path / "a.pdf", lines(HEADER, *FIRST), second))
    assert [row.number for row in order.rows] == ["1", "2", "3", "4"]
    assert order.rows[1].responsible == FIRST[1][3]


@pytest.mark.parametrize("across", [False, True], ids=["no lines", "lines across"])
def test_a_running_head_over_the_rest_of_a_row(tmp_path: Path, across: bool) -> None:
    head = text(200, 815, RUNNING)
    rest = lines(("", "дневников и тетрадей", "", ""), *NEXT)
    over = "".join(stroke(50, y, 550, y) for y in (790, 776, 762, 748)) if across else ""
    under = "".join(stroke(50, y, 550, y) for y in (776, 762, 748)) if across else ""
    order = read_order(write_pdf(tmp_path / "a.pdf", head + over + lines(HEADER, *FIRST), head + under + rest))
    assert [row.measure for row in order.rows] == [
        *(FIRST[0][1], "Проверка журналов, дневников и тетрадей"),
        *(row[1] for row in NEXT),
    ]
    assert all(not row.doubts for row in order.rows)


def test_what_two_pages_but_the_first_begin_with_is_no_running_head(tmp_path: Path) -> None:
    pages = [
        text(250, 815, "Утверждён приказом школы") + lines(HEADER, *FIRST, top=760),
        lines(("", "дневников и тетрадей", "", ""), NEXT[0], ("4.", "Выставка рисунков,", "июнь", "Панин О.О.")),
        lines(("", "дневников и тетрадей", "", ""), ("5.", "Поход", "июль", "Панин О.О.")),
    ]
    order = read_order(write_pdf(tmp_path / "a.pdf", *pages))
    assert order.rows[1].measure == "Проверка журналов, дневников и тетрадей"
    assert order.rows[3].measure == "Выставка рисунков, дневников и тетрадей"


def test_a_cut_row_under_the_last_line_whose_columns_stand_close(tmp_path: Path) -> None:
    """«до 20 марта 2023 г. Панин О.О.» is one line to pdfium: nothing but where it begins tells the second column."""
    across = "".join(stroke(50, y, 550, y) for y in (790, 776, 762, 748))
    last = ("4.", "Проверка журналов,", "до 20 марта 2023 г.", "Панин О.О., завуч")
    rows = (*FIRST[:1], ("2.", "Ярмарка", "май", "Зотова М.М."), ("3.", "Поход", "июнь", "Панин О.О."))
    first = across + lines(HEADER, *rows) + stroke(50, 734, 550, 734) + lines(last, top=724)
    again = "".join(stroke(50, y, 550, y) for y in (790, 776, 762, 748))
    second = again + lines(HEADER, ("", "дневников", "", ""), ("5.", "Слёт", "июнь", "Панин О.О."))
    order = read_order(write_pdf(tmp_path / "a.pdf", first, second))
    assert measures(order)[3] == ("4", "Проверка журналов, дневников", *last[2:])
    assert [row.section for row in order.rows] == [None] * 5
