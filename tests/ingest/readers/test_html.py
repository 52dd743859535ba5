"""Web pages as Word saves them."""

from pathlib import Path

import pytest

from ingest.errors import TooWide
from ingest.model import Document
from ingest.readers.html import read
from tests.ingest.readers.making import grids, paragraphs, texts


def read_page(folder: Path, body: str, head: str = "", encoding: str = "utf-8") -> Document:
    path = folder / "plan.htm"
    path.write_bytes(f"<html><head>{head}<title>План</title></head><body>{body}</body></html>".encode(encoding))
    return read(path)


def test_charset_that_the_page_names(tmp_path: Path) -> None:
    head = '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'
    assert paragraphs(read_page(tmp_path, "<p>Приказ № 306</p>", head, "cp1251")) == ["Приказ № 306"]


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="no-such-thing">'])
def test_windows_1251_under_a_wrong_name_or_none(tmp_path: Path, head: str) -> None:
    assert paragraphs(read_page(tmp_path, "<p>Приказ начальника</p>", head, "cp1251")) == ["Приказ начальника"]


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = read_page(tmp_path, "<h1>План</h1>до таблицы<table><tr><td>1.<td>Семинар</table><div>после</div>")
    assert paragraphs(document) == ["План", "до таблицы", "после"]
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Paragraph", "Grid", "Paragraph"]


def test_line_ends_of_the_source_are_blanks(tmp_path: Path) -> None:
    body = "<table><tr><td><p>Конев\r\n   Е.В.<o:p></o:p></p>\n<p>Гареева&nbsp;Л.Г.<br>директор</p></td></tr></table>"
    (grid,) = grids(read_page(tmp_path, body))
    assert texts(grid) == [["Конев Е.В.\nГареева Л.Г.\nдиректор"]]


def test_spans_across_and_down(tmp_path: Path) -> None:
    body = (
        "<table><thead><tr><td rowspan=2>№<td colspan=2>Сроки</tr></thead>"
        "<tr><td>начало<td>конец<tr><td colspan=3>Раздел 1</table>"
    )
    (grid,) = grids(read_page(tmp_path, body))
    assert texts(grid) == [["№", "Сроки", None], [None, "начало", "конец"], ["Раздел 1", None, None]]
    number = grid.rows[0][0]
    assert number is not None
    assert (number.rowspan, number.colspan) == (2, 1)
    assert grid.repeats == {0}


def test_row_that_only_sets_widths_is_left_out(tmp_path: Path) -> None:
    body = "<table><tr><td colspan=2>Раздел</tr><tr height=0><td width=10></td><td width=90></td></tr></table>"
    assert texts(grids(read_page(tmp_path, body))[0]) == [["Раздел", None]]


def test_number_of_a_word_list_stays_and_its_bullet_goes(tmp_path: Path) -> None:
    mark = "<span style='mso-list:Ignore'>{}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    body = f"<p>{mark.format('2.')}Педсовет</p><p>{mark.format('·')}режим дня</p>"
    assert paragraphs(read_page(tmp_path, body)) == ["2. Педсовет", "режим дня"]


def test_ordered_list_is_numbered(tmp_path: Path) -> None:
    body = "<ol start=3><li>Семинар</li><li>Педсовет</li></ol><ul><li>режим дня</li></ul>"
    assert paragraphs(read_page(tmp_path, body)) == ["3. Семинар", "4. Педсовет", "режим дня"]


def test_hidden_and_deleted_text_is_not_read(tmp_path: Path) -> None:
    body = (
        "<p>до <del>1 октября</del><ins>1 ноября</ins><span style='display:none'>пометка</span></p><script>x</script>"
    )
    assert paragraphs(read_page(tmp_path, body)) == ["до 1 ноября"]


def test_table_in_a_cell_is_text_there_and_a_grid_after(tmp_path: Path) -> None:
    body = "<table><tr><td>1.<td>График:<table><tr><td>№ 2<td>май</table></table>"
    outer, inner = grids(read_page(tmp_path, body))
    assert texts(outer) == [["1.", "График:\n№ 2 май"]]
    assert texts(inner) == [["№ 2", "май"]]


def test_a_title_over_an_empty_row_is_no_row(tmp_path: Path) -> None:
    body = "<table><tr><td colspan=2>План<tr><td><td><tr><td>№<td>Сроки<tr><td>1.<td>май</table>"
    document = read_page(tmp_path, body)
    assert paragraphs(document) == ["План"]
    assert [texts(grid) for grid in grids(document)] == [[["№", "Сроки"], ["1.", "май"]]]


def test_endless_span_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooWide):
        read_page(tmp_path, "<table><tr><td colspan=1000>Раздел</table>")


SHEETS = (
    "<hr><p><center><h1>Overview</h1><A HREF='#table0'>{0}</A><br><A HREF='#table1'>{1}</A><br></center></p><hr>"
    "<A NAME='table0'><h1>Sheet 1: <em>{0}</em></h1></A><table><tr><td>ПЛАН<td><tr><td><td><tr><td>1<td>Сбор</table>"
    "<A NAME='table1'><h1>Sheet 2: <em>{1}</em></h1></A><table><tr><td>1<td>Слёт</table>"
)


@pytest.mark.parametrize(
    ("names", "expected"), [(("Сентябрь", "Октябрь"), ["ПЛАН", "Сентябрь", "Октябрь"]), (("Титул", "План"), ["ПЛАН"])]
)
def test_sheets_of_a_workbook_saved_as_a_page(tmp_path: Path, names: tuple[str, str], expected: list[str]) -> None:
    document = read_page(tmp_path, SHEETS.format(*names))
    assert paragraphs(document) == expected
    assert [texts(grid) for grid in grids(document)] == [[["1", "Сбор"]], [["1", "Слёт"]]]


def test_signature_under_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>1<td>Сбор<td>май<td>Юдин А.А.<tr><td><td><td><td>"
        "<tr><td colspan=3>Заместитель директора по ВР<td>О.Н. Лапина</table>"
    )
    document = read_page(tmp_path, body)
    assert [texts(grid) for grid in grids(document)] == [[["1", "Сбор", "май", "Юдин А.А."]]]
    assert paragraphs(document) == ["Заместитель директора по ВР О.Н. Лапина"]


def test_a_post_and_a_name_right_under_a_measure_are_a_row(tmp_path: Path) -> None:
    body = "<table><tr><td>Сбор<td>май<td>Юдин А.А.<tr><td>Доклад директора<td><td>О.Н. Лапина</table>"
    document = read_page(tmp_path, body)
    assert len(grids(document)[0].rows) == 2 and paragraphs(document) == []


def test_tables_drawn_in_a_page_are_read_once(tmp_path: Path) -> None:
    """What is not sure in one is asked once, and not at all where the page does not show it."""
    rows = "│Сбор      │май   │Юдин А.А.│\n│Слёт      │июнь  │Юдин А.А.│\n"
    drawn = f"┌──────────┬──────┬─────────┐\n│Дела      │Сроки │Кто      │\n├──────────┼──────┼─────────┤\n{rows}"
    page = f"<pre>{drawn}└──────────┴──────┴─────────┘</pre>"
    hidden = f'<div style="display:none">{page}</div>'
    (tmp_path / "plan.html").write_text(f"<html><body>{page}{hidden}<table><tr><td>{page}</td></tr></table></body>")
    document = read(tmp_path / "plan.html")
    assert [len(grid.rows) for grid in grids(document)] == [3, 1, 3]
    assert len(document.asked) == 2
