"""What belongs to a page and not to its text: running headers and footers, footnotes and their marks."""

from pathlib import Path

import pytest

from ingest.model import RawOrder
from ingest.order import read_order
from tests.ingest.readers.making_pdf import ruled, stroke, text, write_pdf

COLUMNS = (50, 90, 300, 400, 550)
HEADER = ("№", "Мероприятия", "Сроки", "Ответственные")
TITLE = text(200, 800, "План работы школы")


def table(*rows: tuple[str, ...], top: float = 760) -> str:
    edges = tuple(top - 20.0 * at for at in range(len(rows) + 1))
    words = (
        text(left + 5, edge - 14, cell)
        for row, edge in zip(rows, edges, strict=False)
        for cell, left in zip(row, COLUMNS, strict=False)
    )
    return ruled(COLUMNS, edges) + "".join(words)


FIRST = table(HEADER, ("1.", "Педсовет", "май", "Юдин А.А."), ("2.", "Семинар для", "май", "Юдин А.А."))
SECOND = table(("", "учителей", "", ""), ("3.", "Сход", "май", "Яшина Б.В."))
THIRD = table(("4.", "Сбор", "май", "Яшина Б.В."))
WANTED = [(None, "Педсовет"), (None, "Семинар для учителей"), (None, "Сход"), (None, "Сбор")]


def read(folder: Path, *pages: str) -> RawOrder:
    return read_order(write_pdf(folder / "plan.pdf", *pages))


def rows(order: RawOrder) -> list[tuple[str | None, str]]:
    return [(row.section, row.measure) for row in order.rows]


def test_a_header_in_the_margin_of_two_pages(tmp_path: Path) -> None:
    head = text(60, 825, "Школа № 8")
    order = read(tmp_path, TITLE + FIRST, head + SECOND, head + THIRD)
    assert rows(order) == WANTED
    assert order.doubts == ()
    assert order.head.title == "План работы школы"


def test_header_and_footer_of_a_browser(tmp_path: Path) -> None:
    def edges(page: int) -> str:
        return text(60, 825, "11/27/20, 7:53 PM План") + text(60, 20, f"file:///plan.html {page}/2")

    assert rows(read(tmp_path, edges(1) + TITLE + FIRST, edges(2) + SECOND)) == WANTED[:3]


def test_titles_over_two_tables_stay_titles(tmp_path: Path) -> None:
    first = text(200, 800, "II. Кадры") + table(HEADER, ("1.", "Педсовет", "май", "Юдин А.А."))
    again = text(200, 800, "II. Кадры") + table(("2.", "Сход", "май", "Яшина Б.В."))
    assert [row.section for row in read(tmp_path, first, again).rows] == ["II. Кадры", "II. Кадры"]
    plans = [text(250, 800, "ПЛАН") + text(200, 785, f"работы {name}") for name in ("с детьми", "с родителями")]
    whole = table(HEADER, ("1.", "Педсовет", "май", "Юдин А.А."))
    assert [row.plan for row in read(tmp_path, plans[0] + whole, plans[1] + whole).rows] == [1, 2]


@pytest.mark.parametrize(
    "note",
    [
        text(60, 690, "1 По согласованию с учредителем.", size=8) + text(60, 680, "Срок уточняется.", size=8),
        text(60, 690, "* По согласованию с учредителем."),
        stroke(60, 695, 200, 695) + text(60, 680, "1 По согласованию.") + text(60, 668, "2 При наличии средств."),
    ],
)
def test_a_footnote_is_no_section(tmp_path: Path, note: str) -> None:
    assert rows(read(tmp_path, TITLE + FIRST + note, SECOND)) == WANTED[:3]


def test_a_title_with_a_number_is_no_footnote(tmp_path: Path) -> None:
    title = text(60, 690, "2 Работа с родителями")
    below = table(("3.", "Сход", "май", "Яшина Б.В."))
    assert [row.section for row in read(tmp_path, TITLE + FIRST + title, below).rows][-1] == "2 Работа с родителями"


def test_a_raised_mark_is_no_text(tmp_path: Path) -> None:
    words = text(305, 706, "до 25.05.2021", size=6) + text(305 + 13 * 3, 709, "1", size=4) + text(405, 706, "Школа № 8")
    words += text(405 + 9 * 5, 710, "2", size=6) + text(95, 706, "Сбор 90 м")
    (_, row) = read(tmp_path, TITLE + table(HEADER, ("1.", "Сход", "май", "Юдин А.А."), ("2.",)) + words).rows
    assert (row.measure, row.deadline, row.responsible) == ("Сбор 90 м", "до 25.05.2021", "Школа № 8")


def test_who_typed_it_is_no_section(tmp_path: Path) -> None:
    clerk = [text(60, 40, "Исп. Юдин А.А., тел. 2-34-56" + page) for page in ("", " 2")]
    assert rows(read(tmp_path, TITLE + FIRST + clerk[0], SECOND + clerk[1])) == WANTED[:3]


@pytest.mark.parametrize(
    ("foot", "top"),
    [
        (text(400, 650, "КОПИЯ ВЕРНА"), ""),
        (text(400, 680, "Подписано электронной подписью", size=7) + text(400, 670, "Юдин А.А.", size=7), ""),
        ("", text(60, 825, "План работы школы", size=7)),
        (text(60, 20, "C:/План.doc", size=7), text(400, 820, "ПОДПИСАНО", size=7) + text(400, 810, "Юдин", size=7)),
    ],
)
def test_a_stamp_between_two_parts_of_a_table_is_no_section(tmp_path: Path, foot: str, top: str) -> None:
    assert rows(read(tmp_path, TITLE + FIRST + foot, top + SECOND)) == WANTED[:3]


@pytest.mark.parametrize(
    ("foot", "top"),
    [
        (text(60, 680, "Работа с родителями"), ""),
        (text(60, 675, "Работа с родителями") + text(400, 30, "КОПИЯ ВЕРНА", size=7), ""),
        (text(60, 600, "II. Работа с родителями"), ""),
        ("", text(60, 775, "Работа с родителями")),
        ("", text(60, 770, "Работа с родителями", size=8)),
    ],
)
def test_a_title_between_two_tables_is_a_section(tmp_path: Path, foot: str, top: str) -> None:
    below = table(HEADER, ("3.", "Сход", "май", "Яшина Б.В."))
    section = read(tmp_path, TITLE + FIRST + foot, top + below).rows[-1].section
    assert section is not None
    assert section.endswith("Работа с родителями")
