"""Word's tables as rectangles of grid columns."""

from pathlib import Path

import pytest

from ingest.errors import TooWide
from tests.ingest.readers.making import cell, grids, paragraph, read_body, row, span, table, texts, width

RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def test_section_title_covers_all_columns(tmp_path: Path) -> None:
    body = table(row("№", "Мероприятия", "Сроки"), row(cell("Раздел 1. Кадры", properties=span(3))))
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["№", "Мероприятия", "Сроки"], ["Раздел 1. Кадры", None, None]]
    title = grid.rows[1][0]
    assert title is not None
    assert (title.colspan, title.rowspan) == (3, 1)


def test_merged_down_cell_covers_the_rows_below(tmp_path: Path) -> None:
    body = table(
        row("1.", cell("Отчёт", properties=RESTART)),
        row("2.", cell(properties=CONTINUE)),
        row("3.", cell("Справка", properties=RESTART)),
    )
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["1.", "Отчёт"], ["2.", None], ["3.", "Справка"]]
    report = grid.rows[0][1]
    assert report is not None
    assert report.rowspan == 2


def test_continuation_under_a_cell_of_another_width_stands_for_itself(tmp_path: Path) -> None:
    body = table(row(cell("Раздел", properties=span(2))), row(cell("текст", properties=CONTINUE), "июнь"))
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["Раздел", None], ["текст", "июнь"]]


def test_header_and_data_rows_with_different_spans_share_columns(tmp_path: Path) -> None:
    body = table(
        row("№", cell("Мероприятия", properties=span(2)), cell("Сроки", properties=span(2)), "Ответственные"),
        row("1.", cell("Семинар", properties=span(2)), cell("май", properties=span(2)), "Методисты"),
    )
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["№", "Мероприятия", "Сроки", "Ответственные"], ["1.", "Семинар", "май", "Методисты"]]


def test_column_of_a_hair_is_no_column(tmp_path: Path) -> None:
    # A border dragged by 0.5 mm in one row: header and data part at different edges.
    body = table(
        row(cell("Мероприятия", properties=span(2)), "Сроки"),
        row("Семинар", cell("май", properties=span(2))),
        widths=(6000, 30, 2000),
    )
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["Мероприятия", "Сроки"], ["Семинар", "май"]]


def test_spans_that_do_not_add_up_yield_to_the_printed_widths(tmp_path: Path) -> None:
    body = table(
        row("№", "Мероприятия", "Сроки"),
        row(cell("Раздел 1. Кадры", properties=width(9000))),
        row(cell("1.", properties=width(700)), cell("Семинар с 10.00", properties=width(8300))),
        widths=(700, 6300, 2000),
    )
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid)[1:] == [["Раздел 1. Кадры", None, None], ["1.", "Семинар с 10.00", None]]


def test_spans_that_do_not_add_up_stay_where_the_file_names_no_columns(tmp_path: Path) -> None:
    body = table(
        row(cell("Раздел 1. Кадры", properties=width(9000))),
        row(cell("1.", properties=width(700)), cell("Семинар", properties=width(8300))),
    )
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["Раздел 1. Кадры", ""], ["1.", "Семинар"]]


def test_columns_left_out_in_front_are_empty_cells(tmp_path: Path) -> None:
    before = '<w:gridBefore w:val="1"/>'
    body = table(row("1.", "Семинар", "май"), row("продолжение", "июнь", properties=before))
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid)[1] == ["", "продолжение", "июнь"]


def test_repeated_header_rows_are_marked(tmp_path: Path) -> None:
    header = "<w:tblHeader/>"
    body = table(row("№", "Сроки", properties=header), row("1", "2", properties=header), row("1.", "май"))
    (grid,) = grids(read_body(tmp_path, body))
    assert grid.repeats == {0, 1}


def test_table_in_a_cell_is_text_there_and_a_grid_after(tmp_path: Path) -> None:
    inner = table(row("Школа № 2", "май"), row("Школа № 7", "июнь"))
    body = table(row("1.", cell("График:", inner, paragraph())))
    outer, nested = grids(read_body(tmp_path, body))
    assert texts(outer) == [["1.", "График:\nШкола № 2 май\nШкола № 7 июнь"]]
    assert texts(nested) == [["Школа № 2", "май"], ["Школа № 7", "июнь"]]


def test_deleted_row_is_no_row(tmp_path: Path) -> None:
    body = table(row("1.", "Семинар"), row("2.", "Отменено", properties="<w:del/>"), row("2.", "Педсовет"))
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["1.", "Семинар"], ["2.", "Педсовет"]]


def test_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    body = table(row("1.", cell("Конев Е.В.", "", "Гареева Л.Г.")))
    (grid,) = grids(read_body(tmp_path, body))
    assert texts(grid) == [["1.", "Конев Е.В.\nГареева Л.Г."]]


@pytest.mark.parametrize("columns", [64, 20_000_000])
def test_wider_than_word_allows_is_refused(tmp_path: Path, columns: int) -> None:
    with pytest.raises(TooWide):
        read_body(tmp_path, table(row(cell("Раздел", properties=span(columns)))))
