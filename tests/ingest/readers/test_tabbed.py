"""Lines that tabs part into cells: tables in Word without a table, and in texts that draw other tables."""

from pathlib import Path

import docx
import pytest

from ingest.readers import read_document
from ingest.readers.tabbed import has_cells, is_table, split_cells
from tests.ingest.readers.making import grids, paragraphs, texts

ROWS = ["6\tКонтрольная работа\tдо 15 ноября\tМетодисты", "7\tСмотр\tежемесячно\tРуководители школ"]
BOX = """\
┌──┬─────┬──────┬─────────┐
│№ │Дела │Сроки │Кто      │
├──┼─────┼──────┼─────────┤
│1 │Сбор │май   │Юдин А.А.│
└──┴─────┴──────┴─────────┘
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (ROWS, True),
        (ROWS[:1], True),
        (["№\tМероприятие\tСрок\tОтветственный", *ROWS], True),
        (["Мероприятие\tСрок\tОтветственный", "Сбор\tскоро\tвсе"], True),
        (["от 17.09.2020\t№ 214\tг. Конаково"], False),
        (["РАССМОТРЕНО\tПРИНЯТО\tУТВЕРЖДАЮ", "Юдин А.А.\tЛосев П.И.\tВязова А.К."], False),
    ],
)
def test_is_table(lines: list[str], expected: bool) -> None:
    assert all(map(has_cells, lines))
    assert is_table(lines) is expected


def test_several_tabs_part_two_cells_where_rows_agree() -> None:
    assert split_cells(["1\tСбор\t\tмай", "2\tБольшой сбор\tмай"]) == [
        ["1", "Сбор", "май"],
        ["2", "Большой сбор", "май"],
    ]
    assert split_cells(["1\tСбор\t\tИРО", "2\tСлёт\tмай\tИРО"]) == [
        ["1", "Сбор", "", "ИРО"],
        ["2", "Слёт", "май", "ИРО"],
    ]


def test_signatures_have_no_cells() -> None:
    assert not has_cells("Начальник отдела\t\t\tА.К. Вязова")


def test_tabbed_paragraphs_of_word(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("от 17.09.2020\t№ 214\tг. Конаково", "План", *ROWS, "Начальник\t\tА.К. Вязова"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "plan.docx"))
    read = read_document(tmp_path / "plan.docx")
    assert [texts(grid) for grid in grids(read)] == [[row.split("\t") for row in ROWS]]
    assert paragraphs(read) == ["от 17.09.2020 № 214 г. Конаково", "План", "Начальник А.К. Вязова"]


def test_tabbed_rows_beside_a_drawn_table(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"План\n\n{BOX}\n2. Кадры\n\n" + "\n".join(ROWS) + ",\nметодисты\n\nНачальник\t\tА.К. Вязова\n")
    read = read_document(path)
    assert texts(grids(read)[1]) == [ROWS[0].split("\t"), [*ROWS[1].split("\t")[:3], "Руководители школ,\nметодисты"]]
    assert paragraphs(read) == ["План", "2. Кадры", "Начальник А.К. Вязова"]
