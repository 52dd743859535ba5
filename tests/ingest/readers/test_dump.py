"""Text dumps: tabs, blank lines and left-over markup."""

from pathlib import Path

import pytest

from ingest.model import Document
from ingest.readers.dump import read
from tests.ingest.readers.making import grids, paragraphs, texts


def read_text(folder: Path, text: str, encoding: str = "utf-8") -> Document:
    path = folder / "plan.txt"
    path.write_bytes(text.encode(encoding))
    return read(path)


def test_lines_with_tabs_are_tables_parted_by_other_lines(tmp_path: Path) -> None:
    document = read_text(tmp_path, "План\n№\tСроки\n1.\tмай\n\n№\tСроки\n2.\tиюнь\nНачальник\n")
    assert [texts(grid) for grid in grids(document)] == [
        [["№", "Сроки"], ["1.", "май"]],
        [["№", "Сроки"], ["2.", "июнь"]],
    ]
    assert paragraphs(document) == ["План", "Начальник"]
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Grid", "Paragraph"]


def test_title_row_keeps_its_empty_cells(tmp_path: Path) -> None:
    (grid,) = grids(read_text(tmp_path, "Раздел 1. Кадры\t\t\t\n1.\tСеминар\tмай\tМетодисты\n"))
    assert texts(grid)[0] == ["Раздел 1. Кадры", "", "", ""]


def test_short_row_is_filled_up(tmp_path: Path) -> None:
    (grid,) = grids(read_text(tmp_path, "№\tМероприятия\tСроки\n1.\tСеминар\n"))
    assert texts(grid) == [["№", "Мероприятия", "Сроки"], ["1.", "Семинар", ""]]


def test_left_over_markup_is_gone_and_paragraphs_are_lines(tmp_path: Path) -> None:
    document = read_text(tmp_path, "**о подготовке**\n1.\t<p>Конев Е.В.</p><p>Гареева Л.Г.</p>\t  май \n")
    assert paragraphs(document) == ["о подготовке"]
    assert texts(grids(document)[0]) == [["1.", "Конев Е.В.\nГареева Л.Г.", "май"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16", "cp866"])
def test_encodings_and_windows_line_ends(tmp_path: Path, encoding: str) -> None:
    (grid,) = grids(read_text(tmp_path, "№\tСроки\r\n1.\tдо 1 ноября\r\n", encoding))
    assert texts(grid) == [["№", "Сроки"], ["1.", "до 1 ноября"]]


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_one_byte_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = "ПЛАН\nN\tДела\tСроки\n1.\tПровести сбор руководителей школ\tдо 1 ноября\n"
    assert texts(grids(read_text(tmp_path, text, encoding))[0])[1] == [
        "1.",
        "Провести сбор руководителей школ",
        "до 1 ноября",
    ]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("2.\tПодготовка\nотчёта\tмай\tМетодисты\n", ["2.", "Подготовка\nотчёта", "май", "Методисты"]),
        ("2.\tПодготовка\nотчёта\nшколы\tмай\tДиректор\n", ["2.", "Подготовка\nотчёта\nшколы", "май", "Директор"]),
        (
            '2.\t"Неделя ""Чтение"":\n1) Сбор"\tмай\tЮдин А.А.\n',
            ["2.", 'Неделя "Чтение":\n1) Сбор', "май", "Юдин А.А."],
        ),
        ("2.\tСбор\tмай\tМетодисты,\nучителя\n", ["2.", "Сбор", "май", "Методисты,\nучителя"]),
        ("2.\tСбор\tмай\n", ["2.", "Сбор", "май", ""]),
        ('2.\tСбор\tмай\t"Юдин А.А.,\nУправление"\n', ["2.", "Сбор", "май", "Юдин А.А.,\nУправление"]),
        ('2.\t"Проект ""Школа"""\tмай\t"ИРО"\n', ["2.", 'Проект "Школа"', "май", '"ИРО"']),
        ("2.\tДень:\n- открытия;\n- Победы\tмай\tИРО\n", ["2.", "День:\n- открытия;\n- Победы", "май", "ИРО"]),
    ],
)
def test_line_ends_inside_cells(tmp_path: Path, rows: str, cells: list[str]) -> None:
    whole = "№\tДела\tСроки\tКто\n1.\tСбор\tмай\tЮдин А.А.\n"
    (grid,) = grids(read_text(tmp_path, whole + rows + "3.\tСлёт\tмай\tЮдин А.А.\nНачальник"))
    assert texts(grid)[2:] == [cells, ["3.", "Слёт", "май", "Юдин А.А."]]


def test_rows_whose_empty_cells_are_left_out_stay_rows(tmp_path: Path) -> None:
    (grid,) = grids(read_text(tmp_path, "Дела\tСроки\tКто\nСбор\tмай\nСлёт\tиюнь\n"))
    assert texts(grid)[1:] == [["Сбор", "май", ""], ["Слёт", "июнь", ""]]


def test_the_rest_of_a_last_cell_is_asked_about_where_rows_are_cut(tmp_path: Path) -> None:
    head = "№\tДела\tСроки\tКто\n1.\tСбор\tмай\tЮдин А.А.\n"
    cut = "2.\tСлёт\tмай,\nиюнь\tИРО\n3.\tСход\tмай\tЮдин А.А.,\nУправление\n4.\tУрок\tмай\tИРО\n"
    document = read_text(tmp_path, head + cut)
    (grid,) = grids(document)
    assert texts(grid)[3] == ["3.", "Сход", "май", "Юдин А.А.,\nУправление"]
    assert [(doubt.kind, doubt.surface) for doubt in document.asked] == [("continuation", "Юдин А.А.,\nУправление")]
    title = read_text(tmp_path, head + cut.replace("Управление", "II. Кадры"))
    assert paragraphs(title) == ["II. Кадры"]


@pytest.mark.parametrize(
    ("last", "rest", "questions"),
    [
        ("Юдин А.А.,", ["Лосев П.И.,", "методисты"], []),
        ("Руководители школ", ["№№ 2, 7"], []),
        ("Юдин А.А.", ["Руководители школ"], ["Юдин А.А.\nРуководители школ"]),
        (
            "Завуч",
            ["Классные руководители", "Родители"],
            ["Завуч\nКлассные руководители", "Классные руководители\nРодители"],
        ),
    ],
)
def test_people_under_the_people_of_a_row(tmp_path: Path, last: str, rest: list[str], questions: list[str]) -> None:
    lines = ["№\tДела\tСроки\tКто", f"1.\tСбор\tмай\t{last}", *rest, "2.\tСлёт\tмай\tЮдин А.А.", "II. Кадры"]
    document = read_text(tmp_path, "\n".join([*lines, "3.\tУрок\tмай\tЮдин А.А.", "Начальник"]))
    grid, _ = grids(document)
    assert texts(grid)[1:] == [["1.", "Сбор", "май", "\n".join([last, *rest])], ["2.", "Слёт", "май", "Юдин А.А."]]
    assert [doubt.surface for doubt in document.asked] == questions
    assert paragraphs(document) == ["II. Кадры", "Начальник"]


def test_rows_under_a_title_have_as_many_cells_as_the_header(tmp_path: Path) -> None:
    text = "№\tДела\tСрок\tКто\tОтметка\n1\tСбор\tмай\tИРО\nОктябрь\n1\tСлёт\tмай\tИРО\nДиректор\tЮдин А.А.\n"
    document = read_text(tmp_path, text)
    assert [texts(grid)[-1] for grid in grids(document)] == [
        ["1", "Сбор", "май", "ИРО", ""],
        ["1", "Слёт", "май", "ИРО", ""],
    ]


def test_a_title_padded_with_tabs_and_a_signature_are_no_rows(tmp_path: Path) -> None:
    rows = "План на 2020-2021 учебный год\t\t\n\t\t\n№\tДела\tСроки\n1.\tСбор\tмай\n\tДиректор школы\tА.А. Юдин\n"
    document = read_text(tmp_path, rows)
    assert paragraphs(document)[0] == "План на 2020-2021 учебный год"
    assert [texts(grid) for grid in grids(document)] == [[["№", "Дела", "Сроки"], ["1.", "Сбор", "май"]]]
