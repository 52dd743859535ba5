"""PDF tables without lines, or without some of them."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.errors import UnruledTable
from ingest.model import RawOrder
from ingest.order import read_order
from tests.ingest.readers.making_pdf import ruled, stroke, text, write_pdf

COLUMNS = (50, 80, 300, 400, 550)
HEADER = ("№", "Мероприятия", "Сроки", "Ответственные")
ROWS = (
    ("1.", "Семинар для молодых учителей", "до 1 ноября", "Юдин А.А."),
    ("2.", "Педсовет по итогам года", "май", "Яшина Б.В."),
    ("3.", "Сбор родителей", "июнь", "Юдин А.А."),
)
SECOND_LINE = text(85, 729, "и наставников школ")  # of measure 1
TOP = 760  # baseline of the heading
STEP = 20


def lines_of(rows: Sequence[tuple[str, ...]], top: float = TOP, columns: Sequence[float] = COLUMNS) -> str:
    """The rows as text, a printed line each, the first and second two lines apart."""
    drawn = ""
    for at, row in enumerate(rows):
        y = top - STEP * at - (10 if at > 1 else 0)
        drawn += "".join(text(left + 5, y, cell) for left, cell in zip(columns, row, strict=False))
    return drawn


PLAN = lines_of((HEADER, *ROWS)) + SECOND_LINE


def read(folder: Path, *pages: str) -> RawOrder:
    return read_order(write_pdf(folder / "plan.pdf", *pages))


def measures(order: RawOrder) -> list[tuple[str | None, str, str, str]]:
    return [(row.number, row.measure, row.deadline, row.responsible) for row in order.rows]


WANTED = [
    ("1", "Семинар для молодых учителей и наставников школ", "до 1 ноября", "Юдин А.А."),
    ("2", "Педсовет по итогам года", "май", "Яшина Б.В."),
    ("3", "Сбор родителей", "июнь", "Юдин А.А."),
]
ACROSS = "".join(stroke(50, y, 550, y) for y in (775, 752, 722, 702, 682))
ALONG = "".join(stroke(x, 682, x, 775) for x in COLUMNS) + stroke(50, 775, 550, 775) + stroke(50, 682, 550, 682)

SIDES = "".join(stroke(x, 682, x, 775) for x in (50, 550))
HEADING = ruled(COLUMNS, (775, 752))


@pytest.mark.parametrize(
    "lines",
    [
        "",
        ACROSS,
        ALONG,
        ALONG + stroke(50, 752, 550, 752),
        stroke(50, 775, 550, 775) + stroke(50, 682, 550, 682),
        ACROSS + SIDES,
        ACROSS + SIDES + HEADING,
        stroke(50, 682, 550, 682) + SIDES + HEADING,
        HEADING,
    ],
    ids=[
        *("none", "across", "along", "along and a heading", "above and below"),
        *("across and a frame", "across, a frame and a heading", "a frame and a heading", "a heading"),
    ],
)
def test_missing_lines(tmp_path: Path, lines: str) -> None:
    found = read(tmp_path, lines + PLAN + text(55, 640, "Начальник отдела") + text(300, 640, "Е.В. Конев"))
    assert measures(found) == WANTED
    assert [doubt.text for doubt in found.doubts] == [
        "На странице 1 у таблицы нет линий (или части их): клетки найдены по месту текста. Сверьте её с оригиналом."
    ]


def test_a_title_across_the_columns(tmp_path: Path) -> None:
    rows = lines_of((HEADER, ROWS[0])) + text(55, 710, "Раздел 2. Работа с родителями и с детьми")
    found = read(tmp_path, rows + lines_of(ROWS[1:], 690))
    assert [row.section for row in found.rows] == [None, *["Раздел 2. Работа с родителями и с детьми"] * 2]


def test_a_table_that_loses_its_lines_on_the_next_page(tmp_path: Path) -> None:
    first = ruled(COLUMNS, (775, 752, 732)) + lines_of((HEADER, ROWS[0]))
    found = read(tmp_path, first, lines_of(ROWS[1:]) + lines_of((("4.", "Слёт", "июль", "Юдин А.А."),), 700))
    assert [row.number for row in found.rows] == ["1", "2", "3", "4"]
    assert [doubt.kind for doubt in found.doubts] == ["reader"]


def test_rows_that_nothing_parts_are_not_read(tmp_path: Path) -> None:
    bare = [row[1:] for row in (HEADER, *ROWS)]
    with pytest.raises(UnruledTable):
        read(tmp_path, lines_of(bare, columns=COLUMNS[1:]))


def test_several_numbers_in_a_cell_that_stand_beside_nothing_are_no_rows(tmp_path: Path) -> None:
    lines = (
        ruled(COLUMNS, (775, 752, 702)) + lines_of((HEADER, ("1.", "Сбор", "май", "Юдин А.А."))) + text(55, 710, "2.")
    )
    found = read(tmp_path, lines)
    assert len(found.rows) == 1


def test_a_title_across_a_table_without_sides(tmp_path: Path) -> None:
    """Lines between rows and columns, none around: nothing down the page touches the title's row."""
    header = lines_of((HEADER,), 764)
    first = lines_of((ROWS[0],), 742)
    below = lines_of((ROWS[2],), 702)
    across = "".join(stroke(50, y, 550, y) for y in (758, 736, 716, 696))
    along = "".join(stroke(x, 736, x, 775) + stroke(x, 690, x, 716) for x in COLUMNS[1:-1])
    order = read(tmp_path, across + along + header + first + text(200, 722, "II. Кадры") + below)
    assert [(row.number, row.section) for row in order.rows] == [("1", None), ("3", "II. Кадры")]
    assert order.headers == (HEADER,)


def test_a_centred_title_of_two_lines(tmp_path: Path) -> None:
    header, first, below = lines_of((HEADER,), 764), lines_of((ROWS[0],), 742), lines_of((ROWS[2],), 692)
    title = text(69, 722, "II. Работа с молодыми специалистами, в том числе с педагогами дополнительного") + text(
        235, 710, "образования"
    )
    order = read(tmp_path, header + first + title + below)
    assert [row.section for row in order.rows] == [
        None,
        "II. Работа с молодыми специалистами, в том числе с педагогами дополнительного образования",
    ]


@pytest.mark.parametrize(
    ("line", "deadline", "asked"),
    [
        (text(301, 710, "20-21 января 2021 г."), "20-21 января 2021 г.", []),  # its words begin where others do
        (
            text(301, 710, "20 января 2021 в п. Т и Д"),
            "20 января 2021 в п. Т и Д Яшина Б.В.",
            ["20 января 2021 в п. Т и Д Яшина Б.В."],
        ),
    ],
)
def test_a_line_in_two_columns(tmp_path: Path, line: str, deadline: str, asked: list[str]) -> None:
    mixed = PLAN.replace(text(305, 710, "май"), line)
    (row,) = [row for row in read(tmp_path, mixed).rows if row.number == "2"]
    assert (row.deadline, [doubt.surface for doubt in row.doubts if doubt.kind == "reader"]) == (deadline, asked)


STATUTE = (
    ("Приложение 2", "ПОЛОЖЕНИЕ о рабочей группе", "1. Общие положения"),
    ("1.1. Рабочая группа готовит справку о результатах государственной аттестации.",),
    ("1.2. Рабочая группа собирается не реже одного раза в месяц.",),
)
SHEET = (("Лист согласования",), ("Начальник отдела", "", "______", "Н.Г. Белякова"))


@pytest.mark.parametrize("page", [STATUTE, SHEET, (("1.", "Утвердить план мероприятий (приложение)"),) * 3])
def test_a_page_of_text_does_not_go_on_with_a_table_that_has_lines(
    tmp_path: Path, page: Sequence[tuple[str, ...]]
) -> None:
    first = ruled(COLUMNS, (775, 752, 732, 712)) + lines_of((HEADER, ROWS[0])) + lines_of((ROWS[1],), 720)
    found = read(tmp_path, first, lines_of(page, columns=(60, 220, 330, 450)))
    assert measures(found) == [("1", *ROWS[0][1:]), WANTED[1]]
    assert found.doubts == ()


def test_a_row_that_goes_on_overleaf_in_one_column(tmp_path: Path) -> None:
    rest = text(300, 812, "2") + text(85, 800, "и наставников школ")
    rows = measures(read(tmp_path, lines_of((HEADER, *ROWS)), rest))
    assert rows[-1] == ("3", "Сбор родителей и наставников школ", "июнь", "Юдин А.А.")
    signed = text(55, 800, "Начальник отдела") + text(300, 800, "Е.В. Конев")
    assert measures(read(tmp_path, lines_of((HEADER, *ROWS)), signed))[-1] == WANTED[-1]


def test_lines_in_pieces_tell_rows_and_columns(tmp_path: Path) -> None:
    rows = [row[1:] for row in (HEADER, *ROWS)]
    pieces = "".join(
        stroke(left, y, right, y) for y in (775, 752, 722, 702, 682) for left, right in pairwise(COLUMNS[1:])
    )
    found = read(tmp_path, pieces + lines_of(rows, columns=COLUMNS[1:]) + SECOND_LINE)
    assert measures(found) == [(None, *row[1:]) for row in WANTED]


def test_a_row_that_the_page_cuts_under_the_last_line(tmp_path: Path) -> None:
    across = "".join(stroke(50, y, 550, y) for y in (775, 752, 732, 712))
    first = across + lines_of((HEADER, ROWS[0])) + lines_of((ROWS[1], ROWS[2]), 720)
    again = "".join(stroke(50, y, 550, y) for y in (775, 752, 732, 712))
    second = again + lines_of((HEADER, ("", "и детей", "", "")), 760)
    second += lines_of((("4.", "Слёт", "май", "Юдин А.А."),), 720)
    rows = measures(read(tmp_path, first, second))
    assert [row[:2] for row in rows[1:]] == [WANTED[1][:2], ("3", "Сбор родителей и детей"), ("4", "Слёт")]


LEFTS = (46, 275, 385, 550)


@pytest.mark.parametrize(
    "ruling",
    [
        "",
        ruled(LEFTS, (772, 756)),
        ruled(LEFTS, (772, 756)) + ruled((46, 550), (756, 640)),
        ruled(LEFTS, (772, 756, 640)),
        ruled(LEFTS, (772, 640)),
        ruled((46, 550), (772, 756, 640)),
    ],
    ids=["none", "a heading", "a heading and a frame", "a heading and lines down", "lines down", "heading across"],
)
def test_rows_without_numbers_end_where_no_line_is_wrapped(tmp_path: Path, ruling: str) -> None:
    """LibreOffice prints the blank at which it wraps a line, so that a line without one ends its text."""
    columns = (50, 280, 390)
    lines = [
        (HEADER[1:], 760),
        (("Работа с детьми",), 745),
        (("Семинар для молодых ", "до 1 ноября ", "Юдин А.А., "), 730),
        (("и опытных ", "и по мере ", "директор"), 716),
        (("учителей", "готовности"), 702),
        (("Педсовет", "май", "Яшина Б.В."), 688),
        (("Работа с родителями",), 674),
        (("Сбор родителей ", "июнь", "Юдин А.А."), 660),
        (("Первомайской школы",), 646),
    ]
    drawn = "".join(text(left, y, cell) for cells, y in lines for left, cell in zip(columns, cells, strict=False))
    found = read(tmp_path, drawn + ruling)
    read_so = [(row.section, row.measure.replace("\n", " "), row.deadline.replace("\n", " ")) for row in found.rows]
    assert read_so == [
        ("Работа с детьми", "Семинар для молодых и опытных учителей", "до 1 ноября и по мере готовности"),
        ("Работа с детьми", "Педсовет", "май"),
        ("Работа с родителями", "Сбор родителей Первомайской школы", "июнь"),
    ]


def test_a_title_in_the_middle_of_lines_that_are_wider_than_the_text(tmp_path: Path) -> None:
    lines = "".join(stroke(50, y, 650, y) for y in (775, 752, 732, 712, 692, 672))
    title = text(202, 718, "2. Работа с родителями и с детьми школы вне школьных уроков")
    rows = lines_of((HEADER, ROWS[0])) + title + lines_of(ROWS[1:], 698)
    found = read(tmp_path, lines + rows)
    assert [row.section for row in found.rows] == [
        None,
        *["2. Работа с родителями и с детьми школы вне школьных уроков"] * 2,
    ]
    assert found.rows[0].deadline == "до 1 ноября"


INNER = COLUMNS[1:-1]
ROOMY = (("1.", "Сбор", "май", "Юдин А.А."), ("2.", "Слёт", "июнь", "Яшина Б.В."))


def inner(across: Sequence[float], top: float, bottom: float) -> str:
    """The lines of a table without a frame."""
    return "".join(stroke(50, y, 550, y) for y in across) + "".join(stroke(x, bottom, x, top) for x in INNER)


def cells(y: float, *row: str) -> str:
    return "".join(text(left + 5, y, cell) for left, cell in zip(COLUMNS, row, strict=False))


PLAN_OF_INNER_LINES = (
    inner((758, 738), 776, 720)
    + cells(764, *HEADER)
    + "".join(cells(744 - 20 * at, *row) for at, row in enumerate(ROOMY))
)


def lone(top: float, number: int) -> str:
    """A title and a table of one row, which lines down alone show."""
    row = cells(top - 40, f"{number}.", f"Бал {number}", "июль", "Юдин А.А.")
    return text(55, top - 14, f"{'I' * (number - 1)}. Кадры") + inner((), top - 26, top - 46) + row


@pytest.mark.parametrize("gap", [0, 14])  # between a table and the title over the next one
def test_tables_of_one_row_that_inner_lines_alone_show(tmp_path: Path, gap: int) -> None:
    pages = PLAN_OF_INNER_LINES + lone(720 - gap, 3), lone(780, 4)
    order = read(tmp_path, *pages)
    assert [(row.number, row.measure, row.section) for row in order.rows] == [
        ("1", "Сбор", None),
        ("2", "Слёт", None),
        ("3", "Бал 3", "II. Кадры"),
        ("4", "Бал 4", "III. Кадры"),
    ]
    assert order.doubts == ()


def test_a_title_between_two_tables_a_line_apart(tmp_path: Path) -> None:
    """Lines down that break off between two rows part no table, but where a title stands in the gap."""
    columns = (50, 80, 200, 300, 400, 470, 550)
    header = (*HEADER, "Место", "Итог")
    rows = [(f"{n}.", f"Сбор {n}", "май", "Юдин А.А.", "Зал", "Отчёт") for n in (1, 2, 3)]
    drawn = stroke(50, 758, 550, 758) + text(55, 729, "II. Кадры")
    for top, bottom in ((776, 738), (727, 709), (698, 680)):
        drawn += "".join(stroke(x, bottom, x, top) for x in columns[1:-1])
    for y, row in zip((764, 744, 714, 686), (header, *rows), strict=True):
        drawn += lines_of((row,), y, columns)
    order = read(tmp_path, drawn + text(55, 700, "III. Дети"))
    assert [(row.number, row.section) for row in order.rows] == [("1", None), ("2", "II. Кадры"), ("3", "III. Дети")]


def test_a_table_of_two_rows_and_three_columns_without_a_frame(tmp_path: Path) -> None:
    rows = cells(764, "", *HEADER[1:]) + cells(744, "", "Сбор", "май", "Юдин А.А.") + cells(724, "", *ROWS[1][1:])
    first = "".join(stroke(80, y, 550, y) for y in (758, 738)) + "".join(stroke(x, 720, x, 776) for x in (300, 400))
    second = stroke(80, 680, 550, 680) + "".join(stroke(x, 660, x, 696) for x in (300, 400))
    more = (
        text(85, 704, "II. Кадры") + cells(684, "", "Бал", "июль", "Юдин А.А.") + cells(664, "", "Сад", "июнь", "ИРО")
    )
    order = read(tmp_path, first + rows + second + more)
    assert [(row.measure, row.section) for row in order.rows][2:] == [("Бал", "II. Кадры"), ("Сад", "II. Кадры")]


def test_lines_down_that_keep_to_no_table_are_none(tmp_path: Path) -> None:
    lines = "".join(stroke(x, 600, x, 640) for x in (120, 333))
    order = read(tmp_path, PLAN_OF_INNER_LINES + lines + text(125, 620, "Завуч") + text(340, 620, "Юдин А.А."))
    assert [row.number for row in order.rows] == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (text(280, 722, "II. Кадры"), "II. Кадры"),  # within a column, and not quite in the middle
        (text(230, 722, "Работа с кадрами школы"), "Работа с кадрами школы"),
    ],
)
def test_a_narrow_title_between_two_lines(tmp_path: Path, title: str, section: str) -> None:
    across = "".join(stroke(50, y, 550, y) for y in (778, 758, 736, 716, 696))
    rows = lines_of((HEADER,), 764) + lines_of((ROWS[2],), 742) + lines_of((("4.", *ROWS[1][1:]),), 702)
    order = read(tmp_path, across + rows + title)
    assert [row.section for row in order.rows if row.number] == [None, section]


def test_a_table_without_lines_that_goes_on_over_another_table(tmp_path: Path) -> None:
    others = ruled((50, 80, 300, 550), (600, 580, 560)) + text(85, 586, "Ф.И.О.") + text(305, 586, "Подпись")
    signed = text(55, 566, "1") + text(85, 566, "Юдин А.А.") + text(55, 620, "Лист ознакомления")
    first = lines_of((HEADER, ROWS[0])) + text(85, 729, "и наставников школ") + lines_of((ROWS[1],), 709)
    second = lines_of((ROWS[2], ("4.", "Слёт", "июль", "Юдин А.А."), ("5.", "Бал", "июль", "Юдин А.А.")))
    order = read(tmp_path, first, second + others + signed)
    assert [row.number for row in order.rows] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("lines", [SIDES, SIDES + ACROSS], ids=["a frame", "across"])
def test_columns_without_lines_go_on_overleaf(tmp_path: Path, lines: str) -> None:
    """The rest of measure 1 stands over 2: its own row, by the line under it or by the number below."""
    framed = lines + stroke(50, 775, 550, 775) + stroke(50, 682, 550, 682)
    first = lines_of((HEADER, ("1.", "Семинар для молодых учителей", "до 1 ноября", "Юдин А.А.")))
    rest = text(85, 760, "и наставников школ") + lines_of((*ROWS[1:],), top=735)
    order = read(tmp_path, first + HEADING + ruled((50, 550), (752, 722)), rest + framed)
    assert measures(order) == WANTED


def test_the_rest_of_a_row_over_numbers_without_lines_between(tmp_path: Path) -> None:
    first = lines_of((HEADER, ROWS[0])) + ruled(COLUMNS, (775, 752, 722))
    rest = text(85, 760, "и наставников школ") + lines_of(ROWS[1:], top=735)
    assert measures(read(tmp_path, first, rest + ruled(COLUMNS, (775, 682)))) == WANTED


@pytest.mark.parametrize("between", [True, False], ids=["lines between", "numbers alone"])
def test_a_table_drawn_with_characters(tmp_path: Path, between: bool) -> None:
    """Its text is no table without lines: it is read from the characters, over two pages too."""
    ruling = "+----+------------------------+--------------+-----------+"

    def drawn(row: tuple[str, ...]) -> str:
        return "".join(f"| {cell:<{width}}" for cell, width in zip(row, (3, 23, 13, 10), strict=True)) + "|"

    lines = [ruling, drawn((*HEADER[:3], "Кто")), ruling]
    for number, _, *others in ROWS:
        lines += [drawn((number, "Сбор учителей города,", *others)), drawn(("", "и родителей", "", ""))]
        lines += [ruling] if between else []
    cut = 6 if between else 5  # under the first row
    pages = (lines[:cut], lines[cut:] if between else [*lines[cut:], ruling])
    order = read(tmp_path, *("".join(text(50, 760 - 12 * at, s) for at, s in enumerate(page)) for page in pages))
    assert measures(order) == [
        (n, "Сбор учителей города, и родителей", *row[2:]) for n, row in zip("123", ROWS, strict=True)
    ]
    assert order.doubts == ()
