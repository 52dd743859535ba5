"""Texts in Markdown: marks that print nothing are gone, and what they mean is kept."""

from pathlib import Path

import pytest

from ingest.order import read_order
from ingest.readers.dump import read
from ingest.readers.markdown import is_markdown, without_marks
from tests.ingest.readers.making import grids, paragraphs, texts

HEAD = "| № | Дела | Сроки | Кто |\n|:---:|---|---|---|\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [(HEAD, True), ("---|---\n", True), ("├──┼──┤\n|-----+-----|\n", False), ("План\n-----\n", False)],
)
def test_is_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# План работы", "\nПлан работы\n"),
        ("## Сентябрь ##", "\nСентябрь\n"),
        ("№ 5 и #6", "№ 5 и #6"),
        ("| **Сентябрь** | |", "| Сентябрь | |"),
        ("| Неделя *русского* языка |", "| Неделя русского языка |"),
        ("| __Кадры__ | школа_5 |", "| Кадры | школа_5 |"),
        ("| Юдин А.А.*, Лосев П.И.* |", "| Юдин А.А.*, Лосев П.И.* |"),
        ("* по согласованию", "* по согласованию"),
        ("| до&nbsp;1 октября |", "| до\xa01 октября |"),
    ],
)
def test_without_marks(text: str, expected: str) -> None:
    assert without_marks(text) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1 | Сбор | май | Юдин А.А.", ["1", "Сбор", "май", "Юдин А.А."]),
        (" | Сбор | май | Юдин А.А.", ["", "Сбор", "май", "Юдин А.А."]),
        ("1 | Сбор | май |", ["1", "Сбор", "май", ""]),
        ("| 1 | Сбор | май | Юдин А.А. |", ["1", "Сбор", "май", "Юдин А.А."]),
        ("1 | Сбор | май | Юдин А.А. |", ["1", "Сбор", "май", "Юдин А.А."]),
    ],
)
def test_table_without_outer_bars(tmp_path: Path, row: str, expected: list[str]) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# План\n\n№ | Дела | Сроки | Кто\n---|:---:|---|---\n{row}\n\nЛосев П.И. | директор\n")
    document = read(path)
    assert texts(grids(document)[0]) == [["№", "Дела", "Сроки", "Кто"], expected]
    assert paragraphs(document) == ["План", "Лосев П.И. | директор"]


def test_sections_between_rows_without_outer_bars(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "№ | Мероприятие | Срок | Кто\n---|---|---|---\n**Май**\n1 | Сбор | до 5 мая | Юдин А.А.\n"
        "**Июнь**\n2 | Слёт | до 6 июня | Юдин А.А.\n"
    )
    assert [(row.section, row.number) for row in read_order(path).rows] == [("Май", "1"), ("Июнь", "2")]


def test_struck_words(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"{HEAD}| 1 | Сбор | ~~до 1 мая~~ до 5 мая | Юдин А.А. |\n")
    row = grids(read(path))[0].rows[2 - 1]
    assert [(one.text, one.struck) for one in row if one is not None][2] == ("до 5 мая", "до 1 мая")


def test_cells(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    rows = "| 1 | Сбор<br>и слёт | май <p> август | <p>Юдин А.А.,<br/>Лосев П.И. |\n"
    rows += "| 2 | Чтение \\| письмо | май | ИРО |\n"
    path.write_text(f"# План\n{HEAD}{rows}")
    document = read(path)
    assert paragraphs(document) == ["План"]
    assert texts(grids(document)[0])[1:] == [
        ["1", "Сбор\nи слёт", "май\nавгуст", "Юдин А.А.,\nЛосев П.И."],
        ["2", "Чтение | письмо", "май", "ИРО"],
    ]


def test_sections_are_rows_or_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    row = "| 1 | Сбор | до 5 числа | Юдин А.А. |\n"
    months = f"| **Сентябрь** |  |  |  |\n{row}|  | **Октябрь** |  |  |\n{row}"
    path.write_text(f"# План на 2020-2021 учебный год\n\n{HEAD}{months}\n## Ноябрь\n\n{HEAD}{row}")
    order = read_order(path)
    assert [row.section for row in order.rows] == ["Сентябрь", "Октябрь", "Ноябрь"]
    assert order.head.title == "План на 2020-2021 учебный год"
    assert order.doubts == ()
