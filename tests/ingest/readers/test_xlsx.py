"""Excel workbooks."""

from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from ingest.errors import Damaged, Doctype, TooWide
from ingest.model import Document
from ingest.readers import read_document
from ingest.readers.xlsx import read
from tests.ingest.readers.making import grids, paragraphs, texts


def read_sheet(folder: Path, *rows: list[object], merged: tuple[str, ...] = ()) -> Document:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for area in merged:
        workbook.active.merge_cells(area)
    workbook.save(folder / "plan.xlsx")
    return read(folder / "plan.xlsx")


def test_heading_and_table(tmp_path: Path) -> None:
    document = read_sheet(
        tmp_path, ["План мероприятий"], ["на 2020 год"], [], ["№", "Мероприятия", "Сроки"], [1, "Семинар", "май"]
    )
    assert paragraphs(document) == ["План мероприятий", "на 2020 год"]
    assert [texts(grid) for grid in grids(document)] == [[["№", "Мероприятия", "Сроки"], ["1", "Семинар", "май"]]]


def test_table_takes_no_columns_of_a_wider_one(tmp_path: Path) -> None:
    wide = ["№", "Мероприятия", "Сроки", "Итог"], [1, "Семинар", "май", None]
    document = read_sheet(tmp_path, ["Мероприятия", "Сроки"], ["Педсовет", "июнь"], [], *wide)
    assert [len(grid.rows[0]) for grid in grids(document)] == [2, 4]


def test_values_as_printed(tmp_path: Path) -> None:
    row = [1.0, 1.5, date(2020, 11, 1), datetime(2020, 11, 1, 9, 30), "до\xa01  ноября\nгода", None, "конец"]
    (grid,) = grids(read_sheet(tmp_path, row))
    assert texts(grid) == [["1", "1.5", "01.11.2020", "01.11.2020 09:30", "до 1 ноября\nгода", "", "конец"]]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (date(2020, 11, 1), "mmmm yyyy", "ноябрь 2020"),
        (date(2020, 11, 1), "[$-419]mmmm\\ yyyy;@", "ноябрь 2020"),
        (date(2020, 11, 1), "mmmm", "ноябрь"),
        (date(2020, 11, 1), "dd/mm/yyyy", "01.11.2020"),
        (date(2020, 11, 1), '"до "DD.MM.YYYY', "до 01.11.2020"),
        (date(2020, 11, 1), '[$-419]"не позднее"dd/mm/yyyy;@', "не позднее 01.11.2020"),
        (date(2020, 11, 1), "\\с\\ dd/mm/yyyy", "с 01.11.2020"),
        (date(2020, 11, 1), 'dd/mm/yyyy"г."', "01.11.2020"),
        (date(2020, 2, 8), "d-mmm", "8 февраля"),
        (date(2020, 2, 8), "DD.MM", "08.02"),
        (date(2020, 2, 8), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "08.02.2020"),
        (datetime(2020, 2, 8, 10, 0), "dd.mm h:mm", "08.02 10:00"),
        (time(17, 30), "h:mm", "17:30"),
        (2.1, "0.00", "2.10"),
        (2.0, "0.0", "2.0"),
        (0.95, "0%", "95%"),
        (2.1, "General", "2.1"),
    ],
)
def test_values_as_their_format_shows_them(tmp_path: Path, value: object, number_format: str, shown: str) -> None:
    workbook = Workbook()
    workbook.active.append(["Итог", "Срок"])
    workbook.active.append([value, "май"])
    workbook.active.cell(2, 1).number_format = number_format
    workbook.save(tmp_path / "plan.xlsx")
    (grid,) = grids(read(tmp_path / "plan.xlsx"))
    assert texts(grid)[1] == [shown, "май"]


def test_merged_cells(tmp_path: Path) -> None:
    rows = [["№", "Сроки", None], ["Раздел 1. Кадры", None, None], ["1.", "май", "июнь"], ["2.", None, "июль"]]
    (grid,) = grids(read_sheet(tmp_path, *rows, merged=("B1:C1", "A2:C2", "B3:B4")))
    assert texts(grid)[1:] == [["Раздел 1. Кадры", None, None], ["1.", "май", "июнь"], ["2.", None, "июль"]]
    term = grid.rows[2][1]
    assert term is not None
    assert (term.colspan, term.rowspan) == (1, 2)


def test_hidden_sheet_is_named(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["№", "Сроки"])
    hidden = workbook.create_sheet("черновик")
    hidden.append(["1.", "май"])
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "plan.xlsx")
    document = read(tmp_path / "plan.xlsx")
    assert [texts(grid) for grid in grids(document)] == [[["№", "Сроки"]]]
    assert document.doubts == ("Лист «черновик» скрыт: он не прочитан.",)


def test_a_signature_under_the_rows_is_no_row(tmp_path: Path) -> None:
    rows = (["№", "Дела", "Кто"], ["1", "Сбор", "ИРО"], [None, "Начальник Управления образования", "Л.В. Юдина"])
    document = read_sheet(tmp_path, *rows)
    assert [texts(grid) for grid in grids(document)] == [[["№", "Дела", "Кто"], ["1", "Сбор", "ИРО"]]]
    assert paragraphs(document) == ["Начальник Управления образования Л.В. Юдина"]


def test_workbook_under_a_wrong_name(tmp_path: Path) -> None:
    read_sheet(tmp_path, ["№", "Сроки"])
    (tmp_path / "plan.xlsx").rename(tmp_path / "plan.doc")
    assert [texts(grid) for grid in grids(read_document(tmp_path / "plan.doc"))] == [[["№", "Сроки"]]]


def test_too_wide_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooWide):
        read_sheet(tmp_path, ["x"] * 64)


def test_doctype_and_damage_are_refused(tmp_path: Path) -> None:
    read_sheet(tmp_path, ["№", "Сроки"])
    parts = {}
    with ZipFile(tmp_path / "plan.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    for content, reason in ((b"<!DOCTYPE x>" + parts[sheet], Doctype), (parts[sheet][:100], Damaged)):
        with ZipFile(tmp_path / "bad.xlsx", "w") as archive:
            for name, data in {**parts, sheet: content}.items():
                archive.writestr(name, data)
        with pytest.raises(reason):
            read(tmp_path / "bad.xlsx")


def test_sheets_called_by_months_stand_under_their_names(tmp_path: Path) -> None:
    workbook = Workbook()
    for name, title in (("Сентябрь", "План клуба"), ("Октябрь", "План клуба на октябрь"), ("Лист3", "Справка")):
        sheet = workbook.create_sheet(name)
        for row in ([title], ["Дело", "Дата"], ["Слёт", "5-9"]):
            sheet.append(row)
    workbook.remove(workbook.worksheets[0])
    workbook.save(tmp_path / "plan.xlsx")
    printed = paragraphs(read(tmp_path / "plan.xlsx"))
    assert list(printed) == ["План клуба", "Сентябрь", "План клуба на октябрь", "Справка"]


@pytest.mark.parametrize(
    "formula", ["=A{above}+1", "=$A{above}+1", "=1+A{above}", "=a{above} + 1", "=ROW()-1", "=ROW(A{above})"]
)
def test_numbers_that_count_on_without_their_values(tmp_path: Path, formula: str) -> None:
    rows = [[formula.format(above=n), "Семинар", "май"] for n in (2, 3)]
    document = read_sheet(tmp_path, ["№", "Мероприятия", "Сроки"], [1, "Сбор", "май"], *rows)
    assert [row[0] for row in texts(grids(document)[0])] == ["№", "1", "2", "3"]
    assert document.doubts == ()


def test_other_formulas_without_their_values_are_asked_about(tmp_path: Path) -> None:
    document = read_sheet(
        tmp_path, ["№", "Мероприятия", "Сроки"], [1, '=CONCATENATE("Сбор", D2)', "=C1"], [2, "Бал", "май"]
    )
    assert texts(grids(document)[0])[1] == ["1", "", "Сроки"]
    assert len(document.doubts) == 1 and "B2" in document.doubts[0]


def test_an_empty_text_was_computed(tmp_path: Path) -> None:
    read_sheet(tmp_path, ["№", "Мероприятия", "Сроки"], [1, "Сбор", '=IF(A1="","","май")'])
    path = tmp_path / "computed.xlsx"
    with ZipFile(tmp_path / "plan.xlsx") as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<c r="C2">', b'<c r="C2" t="str">'))
    assert read(path).doubts == ()


def test_hidden_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    workbook = Workbook()
    for row in (["Мероприятие", "Срок", "Итог", "Ещё"], *([str(n), "май", "да", "нет"] for n in range(5)), []):
        workbook.active.append(row)
    for at in (2, 3, 5, 9):
        workbook.active.row_dimensions[at].hidden = True
    workbook.active.column_dimensions.group("C", "D", hidden=True)
    workbook.active.column_dimensions["F"].hidden = True  # with nothing in it
    workbook.save(tmp_path / "plan.xlsx")
    document = read(tmp_path / "plan.xlsx")
    assert len(grids(document)[0].rows) == 6
    assert document.doubts == (
        "Лист «Sheet»: скрыто: строки 2–3, строка 5, столбцы C–D. Скрытое прочитано наравне с видимым.",
    )
