"""Struck-out words: they leave the text, and none is lost in silence."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from ingest.model import Cell, Grid
from ingest.order import order_from_document
from ingest.readers.html import read_page
from ingest.readers.struck import mark_struck, part_struck
from ingest.readers.xlsx import read as read_xlsx
from tests.ingest.readers.making import cell, grids, paragraph, read_body, row, run, table, texts

STRIKE = "<w:strike/>"


def struck(grid: Grid) -> list[list[str]]:
    return [[one.struck for one in cells if isinstance(one, Cell)] for cells in grid.rows]


@pytest.mark.parametrize(
    ("pieces", "left", "gone"),
    [
        (["[до 25 сентября]", " до 1 октября"], "до 1 октября", "до 25 сентября"),
        (["до 2", "[5]", "6 октября"], "до 26 октября", "5"),
        (["семинар", "[ и круглый стол ]", "для педагогов"], "семинар для педагогов", "и круглый стол"),
        (["[Зотова ]", "[Е.Ю.]", "\nЮдин А.А."], "Юдин А.А.", "Зотова Е.Ю."),
        (["Юдин А.А.", "[,]"], "Юдин А.А.", ""),
        (["[март]", " май ", "[июнь]"], "май", "март … июнь"),
    ],
)
def test_what_is_left_and_what_is_gone(pieces: list[str], left: str, gone: str) -> None:
    text = "".join(mark_struck(piece[1:-1]) if piece.startswith("[") else piece for piece in pieces)
    assert part_struck(text) == (left, gone)


@pytest.mark.parametrize("properties", [STRIKE, "<w:dstrike/>", '<w:strike w:val="true"/>'])
def test_struck_words_of_a_word_cell(tmp_path: Path, properties: str) -> None:
    deadline = cell(paragraph(run("до 25 сентября", properties), " до 1 октября"))
    (grid,) = grids(read_body(tmp_path, table(row("1.", "Семинар", deadline))))
    assert texts(grid) == [["1.", "Семинар", "до 1 октября"]]
    assert struck(grid) == [["", "", "до 25 сентября"]]


@pytest.mark.parametrize("value", ["0", "false"])
def test_strike_that_is_switched_off_strikes_nothing(tmp_path: Path, value: str) -> None:
    properties = f'<w:strike w:val="{value}"/><w:dstrike w:val="{value}"/>'
    (grid,) = grids(read_body(tmp_path, table(row("1.", cell(paragraph(run("Семинар", properties)))))))
    assert (texts(grid), struck(grid)) == ([["1.", "Семинар"]], [["", ""]])


@pytest.mark.parametrize(
    ("style", "parent", "own", "gone"),
    [
        ("<w:rPr><w:strike/></w:rPr>", "", "", "до 25 сентября"),
        ("<w:rPr><w:dstrike/></w:rPr>", "", "", "до 25 сентября"),
        ("", "<w:rPr><w:strike/></w:rPr>", "", "до 25 сентября"),
        ('<w:rPr><w:strike w:val="0"/></w:rPr>', "<w:rPr><w:strike/></w:rPr>", "", ""),
        ("<w:rPr><w:strike/></w:rPr>", "", '<w:strike w:val="0"/>', ""),
        ("<w:rPr><w:b/></w:rPr>", "", "", ""),
    ],
)
def test_words_that_a_style_strikes_out(tmp_path: Path, style: str, parent: str, own: str, gone: str) -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="Gone"><w:basedOn w:val="Old"/>{style}</w:style>'
        f'<w:style w:type="character" w:styleId="Old">{parent}</w:style>'
    )
    deadline = cell(paragraph(run("до 25 сентября", f'<w:rStyle w:val="Gone"/>{own}'), " до 1 октября"))
    (grid,) = grids(read_body(tmp_path, table(row("1.", "Семинар", deadline)), styles=styles))
    assert struck(grid) == [["", "", gone]]


def test_paragraphs_that_a_style_strikes_out(tmp_path: Path) -> None:
    """Struck by the styles of both paragraph and letters, words are not."""
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr><w:strike/></w:rPr></w:style>'
        for kind, name in (("paragraph", "Old"), ("character", "Gone"))
    )
    words = paragraph(
        "Слёт",
        run(" и сбор", '<w:rStyle w:val="Gone"/>'),
        "<w:r><w:t>!</w:t></w:r>",
        properties='<w:pStyle w:val="Old"/>',
    )
    (grid,) = grids(read_body(tmp_path, table(row("1.", cell(words), "май")), styles=styles))
    assert (texts(grid), struck(grid)) == ([["1.", "и сбор", "май"]], [["", "Слёт", ""]])


def test_struck_paragraph_is_a_doubt_of_the_document(tmp_path: Path) -> None:
    body = paragraph(run("Утратил силу", STRIKE)) + paragraph("ПЛАН") + paragraph(run(" ", STRIKE))
    document = read_body(tmp_path, body)
    assert len(document.blocks) == 1
    assert document.doubts == ("Текст вне таблиц зачёркнут и не прочитан: «Утратил силу».",)


@pytest.mark.parametrize(
    "deadline",
    [
        "<s>март</s> апрель",
        "<strike>март</strike> апрель",
        '<span style="text-decoration: line-through">март</span> апрель',
        '<p><span style="text-decoration-line:line-through"><s>март</s></span> апрель</p>',
    ],
)
def test_struck_words_of_a_page(deadline: str) -> None:
    page = f"<table><tr><td>Семинар</td><td>{deadline}</td></tr></table>"
    (grid,) = grids(read_page(page.encode()))
    assert (texts(grid), struck(grid)) == ([["Семинар", "апрель"]], [["", "март"]])


@pytest.mark.parametrize(
    ("sheet", "classes", "gone"),
    [
        (".c3{color:#000;text-decoration:line-through}", "c3", "март"),
        ("<!-- span.c3, .c4 {text-decoration-line: line-through !important} -->", "c1 c4", "март"),
        (".c3{text-decoration:line-through} .c1{text-decoration:none}", "c1 c3", ""),
        (".c3{text-decoration:line-through}", "c1", ""),
        ("p.c3{text-decoration:line-through}", "c3", ""),
        (".c3:hover{text-decoration:line-through} .c3 b{text-decoration:line-through}", "c3", ""),
    ],
)
def test_words_that_a_page_strikes_out_by_a_class(sheet: str, classes: str, gone: str) -> None:
    deadline = f'<span class="{classes}">март</span> апрель'
    page = f"<style>{sheet}</style><table><tr><td>Семинар</td><td>{deadline}</td></tr></table>"
    (grid,) = grids(read_page(page.encode()))
    assert struck(grid) == [["", gone]]


def test_struck_row_of_a_page() -> None:
    page = '<table><tr style="text-decoration:line-through"><td>Семинар</td><td>май</td></tr><tr><td>Сбор</td></table>'
    (grid,) = grids(read_page(page.encode()))
    assert struck(grid)[0] == ["Семинар", "май"]


def test_struck_cell_and_words_of_a_workbook(tmp_path: Path) -> None:
    workbook = Workbook()
    words = CellRichText(TextBlock(InlineFont(strike=True), "март"), TextBlock(InlineFont(b=True), " май"))
    workbook.active.append(["Семинар", words, 5])
    workbook.active.append(["Сбор", "июнь", 6])
    workbook.active["C1"].font = Font(strike=True)
    workbook.save(tmp_path / "plan.xlsx")
    (grid,) = grids(read_xlsx(tmp_path / "plan.xlsx"))
    assert texts(grid) == [["Семинар", "май", ""], ["Сбор", "июнь", "6"]]
    assert struck(grid) == [["", "март", "5"], ["", "", ""]]


def test_struck_words_and_rows_are_asked_about(tmp_path: Path) -> None:
    """A struck row is no measure, and the number that it takes away is no gap."""
    body = table(
        row("№", "Мероприятие", "Срок", "Ответственный"),
        row("1.", "Сбор", cell(paragraph(run("до 25 мая", STRIKE), " до 1 июня")), "Юдин А.А."),
        row(*(cell(paragraph(run(text, STRIKE))) for text in ("2.", "Слёт", "июнь", "Зотова Е.Ю."))),
        row("3.", "Поход", "июль", "Юдин А.А."),
    )
    order = order_from_document(read_body(tmp_path, body), "plan.docx", "")
    assert [(one.number, one.measure, one.deadline) for one in order.rows] == [
        ("1", "Сбор", "до 1 июня"),
        ("3", "Поход", "июль"),
    ]
    assert [[(doubt.kind, doubt.surface) for doubt in one.doubts] for one in order.rows] == [
        [("struck", "до 25 мая")],
        [],
    ]
    assert [(doubt.kind, doubt.surface) for doubt in order.doubts] == [("struck", "2. | Слёт | июнь | Зотова Е.Ю.")]


def test_struck_words_of_a_header_are_no_struck_row(tmp_path: Path) -> None:
    deadline = cell(paragraph(run("Дата", STRIKE), " Срок"))
    body = table(row("№", "Мероприятие", deadline), row("1.", "Сбор", "май"), row("2.", "Слёт", "июнь"))
    order = order_from_document(read_body(tmp_path, body), "plan.docx", "")
    assert [doubt.text for doubt in order.doubts] == [
        "В строке 1 таблицы 1 зачёркнуто: «Дата». Зачёркнутое не прочитано: верно?"
    ]
