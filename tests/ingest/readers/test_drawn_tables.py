"""Tables drawn with characters: the grids are those that a reader of the page sees."""

from pathlib import Path

import docx
import pytest

from ingest.model import Grid, Paragraph
from ingest.order import read_order
from ingest.readers import read_document
from ingest.readers.drawn_tables import has_drawn_table, read_drawn

BOXES = """\
                       ПЛАН МЕРОПРИЯТИЙ
              на 2021-2022 учебный год

┌────┬──────────────────────────────┬──────────────┬───────────────────────┐
│ N  │       Мероприятия            │     Срок     │     Ответственный     │
│п/п │                              │  исполнения  │                       │
├────┼──────────────────────────────┼──────────────┼───────────────────────┤
│ 1  │              2               │      3       │           4           │
├────┴──────────────────────────────┴──────────────┴───────────────────────┤
│                 1. Организационные мероприятия                           │
├────┬──────────────────────────────┬──────────────┬───────────────────────┤
│1.1.│Проведение совещания руководи-│октябрь 2021  │Вязова А.К., начальник │
│    │телей школ                    │года          │Управления образования │
├────┼──────────────────────────────┼──────────────┼───────────────────────┤
│1.2.│Выпуск учебно-методических    │до 1 ноября   │Руководители школ      │
│    │пособий                       │              │NN 2, 7                │
│    │                              ├──────────────┼───────────────────────┤
│    │                              │ежемесячно    │Лосев П.И., методист   │
└────┴──────────────────────────────┴──────────────┴───────────────────────┘
                                         Начальник          А.К. Вязова
"""

ROWS = [
    ["N п/п", "Мероприятия", "Срок исполнения", "Ответственный"],
    ["1", "2", "3", "4"],
    ["1. Организационные мероприятия", None, None, None],
    [
        "1.1.",
        "Проведение совещания руководителей школ",
        "октябрь 2021 года",
        "Вязова А.К., начальник Управления образования",
    ],
    ["1.2.", "Выпуск учебно-методических пособий", "до 1 ноября", "Руководители школ NN 2, 7"],
    [None, None, "ежемесячно", "Лосев П.И., методист"],
]


def drawn(text: str) -> list[str | list[list[str | None]]]:
    """Paragraphs as their text, grids as the texts of their cells."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell and cell.text for cell in row] for row in block.rows]
        for block in read_drawn(text)[0]
    ]


def test_boxes() -> None:
    title, grid, signature = drawn(BOXES)
    assert title == "ПЛАН МЕРОПРИЯТИЙ\nна 2021-2022 учебный год"
    assert grid == ROWS
    assert signature == "Начальник А.К. Вязова"


def test_a_cell_beside_rulings_goes_through_rows() -> None:
    grid = next(block for block in read_drawn(BOXES)[0] if isinstance(block, Grid))
    measure = grid.rows[4][1]
    assert measure is not None
    assert (measure.rowspan, measure.colspan) == (2, 1)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # as Garant prints them: slanted corners, «+», rulings through merged cells
        (
            "/------------------------------------\\\n"
            "| N   | Наименование     | Исполнитель |\n"
            "|-----+------------------+-------------|\n"
            "| 1   | Приоритет: поддержка учителей  |\n"
            "|-----+--------------------------------|\n"
            "| 1.1 | Соглашение о вза-| Управление  |\n"
            "|     | имодействии и/или| образования |\n"
            "|     | договор          |             |\n"
            "\\------------------------------------/\n",
            [
                ["N", "Наименование", "Исполнитель"],
                ["1", "Приоритет: поддержка учителей", None],
                ["1.1", "Соглашение о взаимодействии и/или договор", "Управление образования"],
            ],
        ),
        # a ruling below the header only: each line that has a number is a row
        (
            "| № | Мероприятие | Срок |\n|---|:---:|------|\n| 1 | Семинар | май |\n| 2 | Слёт | июнь |\n",
            [["№", "Мероприятие", "Срок"], ["1", "Семинар", "май"], ["2", "Слёт", "июнь"]],
        ),
        # double rulings, an empty cell, a row that is ruled twice
        (
            "╔═══╤═════════╤══════╗\n║ 1 │ Семинар │      ║\n╠═══╪═════════╪══════╣\n╟───┼─────────┼──────╢\n"
            "║ 2 │ Слёт    │ июнь ║\n╚═══╧═════════╧══════╝\n",
            [["1", "Семинар", ""], ["2", "Слёт", "июнь"]],
        ),
        # the author's line ends stay: the next word would have found room
        (
            "┌───┬──────────────────────────────┐\n│ 1 │ Вязова А.К.                  │\n"
            "│   │ Лосев П.И.                   │\n└───┴──────────────────────────────┘\n",
            [["1", "Вязова А.К.\nЛосев П.И."]],
        ),
    ],
)
def test_drawn(text: str, rows: list[list[str | None]]) -> None:
    assert drawn(text) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "Начальник Управления образования ____________ А.К. Вязова",
        "-----------------------------------------------------------",
        "|| Важно ||\nСписок: педагоги и/или родители",
        "Срок | Ответственный\nмай | Вязова А.К.",
        "______________________________\n(подпись)",
    ],
)
def test_no_table(text: str) -> None:
    assert not has_drawn_table(text) or not any(isinstance(block, Grid) for block in read_drawn(text)[0])


def test_a_frame_around_a_stamp_is_no_table() -> None:
    assert drawn("┌──────────┐\n│УТВЕРЖДЕНО│\n└──────────┘") == ["┌──────────┐\n│УТВЕРЖДЕНО│\n└──────────┘"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp866"])
def test_a_text_file_with_boxes_is_an_order(encoding: str, tmp_path: Path) -> None:
    """In DOS's encoding the rulings are windows-1251's «Д»."""
    path = tmp_path / "order.txt"
    path.write_bytes(BOXES.replace("\n", "\r\n").encode(encoding))
    order = read_order(path)
    assert [(row.number, row.section, row.deadline) for row in order.rows[:2]] == [
        ("1.1", "1. Организационные мероприятия", "октябрь 2021 года"),
        ("1.2", "1. Организационные мероприятия", "до 1 ноября\nежемесячно"),  # one measure, merged downwards
    ]
    assert order.head.school_year == "2021/2022"


def test_paragraphs_that_draw_a_table(tmp_path: Path) -> None:
    """Of a Word file of a legal database; runs of blanks are one there, so only the rulings are aligned."""
    document = docx.Document()
    for line in BOXES.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "order.docx"))
    grid = next(block for block in read_document(tmp_path / "order.docx").blocks if isinstance(block, Grid))
    assert [[cell and cell.text for cell in row] for row in grid.rows] == ROWS


def test_preformatted_text_of_a_page(tmp_path: Path) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><h1>Приказ</h1><pre>{BOXES}</pre></body></html>"
    (tmp_path / "order.html").write_text(page, encoding="utf-8")
    blocks = read_document(tmp_path / "order.html").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)][:2] == ["Приказ", "ПЛАН МЕРОПРИЯТИЙ"]
    assert [[cell and cell.text for cell in row] for row in next(b for b in blocks if isinstance(b, Grid)).rows] == ROWS
