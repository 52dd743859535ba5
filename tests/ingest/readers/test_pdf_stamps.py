"""Stamps of electronic signatures over a table: out of its cells and lines, or asked about."""

from pathlib import Path

import pytest

from ingest.model import Paragraph, RawOrder
from ingest.order import read_order
from ingest.readers import read_document
from ingest.readers.pdf_signatures import find_signatures, parts_in
from ingest.vocabulary import load_entries
from tests.ingest.readers.making_pdf import bar, ruled, stroke, text, write_pdf

COLUMNS = (50, 90, 300, 400, 550)
ROWS = (
    ("№", "Мероприятия", "Сроки", "Ответственные"),
    ("1.", "Слёт юннатов", "май", "Юдин А.А."),
    ("2.", "Сбор вожатых", "июнь", "Яшина Б.В."),
    ("3.", "Смотр песни", "до 5 мая", "Ежова В.Г."),
    ("4.", "Поход в горы", "июль", "Юдин А.А."),
)
WANTED = [row[1:] for row in ROWS[1:]]
TITLE = text(200, 800, "План работы школы")
BLUE, BLACK = "0.1 0.2 0.7 rg 0.1 0.2 0.7 RG\n", "0 g 0 G\n"
SAYS = (
    "ДОКУМЕНТ ПОДПИСАН",
    "ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
    "Сертификат: 01D6A8F200B0",
    "Владелец: Рогов Николай Дмитриевич",
    "Действителен: с 01.02.2020 до 01.05.2021",
)
WIDTH = 170


def table(top: float = 760) -> str:
    edges = tuple(top - 20.0 * at for at in range(len(ROWS) + 1))
    words = (
        text(left + 5, edge - 14, cell)
        for row, edge in zip(ROWS, edges, strict=False)
        for cell, left in zip(row, COLUMNS, strict=False)
    )
    return ruled(COLUMNS, edges) + "".join(words)


def lines(x: float, y: float, size: float = 7, says: tuple[str, ...] = SAYS) -> str:
    return "".join(text(x + 5, y - 11 - 9 * at, line, size) for at, line in enumerate(says))


def box(x: float, y: float) -> str:
    return f"{x} {y - 55} {WIDTH} 55 re S\n"


def four(x: float, y: float) -> str:
    ends = ((x, y, x + WIDTH, y), (x, y - 55, x + WIDTH, y - 55), (x, y - 55, x, y), (x + WIDTH, y - 55, x + WIDTH, y))
    return "".join(stroke(*each) for each in ends)


def bars(x: float, y: float) -> str:
    return (
        bar(x, y, x + WIDTH, y)
        + bar(x, y - 55, x + WIDTH, y - 55)
        + bar(x, y - 55, x, y)
        + bar(x + WIDTH, y - 55, x + WIDTH, y)
    )


def read(folder: Path, page: str, forms: str = "") -> RawOrder:
    return read_order(write_pdf(folder / "plan.pdf", page, forms=forms))


def cells(order: RawOrder) -> list[tuple[str, str, str]]:
    return [(row.measure, row.deadline, row.responsible) for row in order.rows]


@pytest.mark.parametrize("frame", [box, four, bars, lambda x, y: ""])
@pytest.mark.parametrize(("x", "y"), [(250, 775), (330, 735), (120, 712), (480, 740)])
@pytest.mark.parametrize("is_last", [False, True])
def test_a_stamp_is_no_part_of_the_table(tmp_path: Path, frame, x: float, y: float, is_last: bool) -> None:  # type: ignore[no-untyped-def]
    stamp = BLUE + frame(x, y) + lines(x, y) + BLACK
    order = read(tmp_path, TITLE + table() + stamp if is_last else stamp + TITLE + table())
    assert cells(order) == WANTED
    assert [row.doubts for row in order.rows] == [()] * 4
    assert order.doubts == ()


def test_it_stays_in_the_document_beside_the_text(tmp_path: Path) -> None:
    document = read_document(write_pdf(tmp_path / "plan.pdf", TITLE + table() + box(120, 712) + lines(120, 712)))
    (stamp,) = [block for block in document.blocks if isinstance(block, Paragraph) and block.aside]
    assert stamp.text.split("\n") == [*SAYS]


def test_a_stamp_drawn_word_by_word(tmp_path: Path) -> None:
    words = ""
    for at, line in enumerate((*SAYS[:4], "Действителен: с 01.02.2020", "до 01.05.2021")):
        left = 0
        for word in line.split():
            words += text(125 + left, 701 - 9 * at, word, 7)
            left += 3.5 * (len(word) + 1)
    assert cells(read(tmp_path, TITLE + table() + words)) == WANTED


def test_lines_wider_than_their_frame(tmp_path: Path) -> None:
    stamp = "130 657 50 55 re S\n" + text(110, 701, SAYS[0], 7) + lines(130, 703, says=SAYS[1:])
    assert cells(read(tmp_path, TITLE + table() + stamp)) == WANTED


def test_a_stamp_in_a_form(tmp_path: Path) -> None:
    stamp = box(200, 735) + lines(200, 735)
    assert cells(read(tmp_path, TITLE + "/Fm1 Do\n" + table(), forms=stamp)) == WANTED


@pytest.mark.parametrize("size", [7, 10])  # as large as the table's text: told by the frame
def test_its_size_does_not_matter(tmp_path: Path, size: float) -> None:
    assert cells(read(tmp_path, TITLE + table() + box(120, 720) + lines(120, 720, size))) == WANTED


def test_text_drawn_after_the_stamp_and_right_below_it_is_the_tables(tmp_path: Path) -> None:
    """As large as the stamp's, in its frame: row 3 stands under its last line."""
    for frame in (box(90, 744), ""):
        (folder := tmp_path / str(bool(frame))).mkdir()
        edges = tuple(760 - 20.0 * at for at in range(len(ROWS) + 1))
        cells_of = [
            (cell, left, edge)
            for row, edge in zip(ROWS, edges, strict=False)
            for cell, left in zip(row, COLUMNS, strict=False)
        ]
        first = [each for each in cells_of if each[0] == "Сбор вожатых"]
        words = "".join(
            text(left + 5, edge - 14, cell)
            for cell, left, edge in (*first, *(one for one in cells_of if one not in first))
        )
        order = read(folder, TITLE + ruled(COLUMNS, edges) + frame + lines(90, 761, 10) + words)
        assert cells(order) == WANTED


def test_lines_of_the_frame_above_the_head(tmp_path: Path) -> None:
    says = ("Управление образования", *SAYS[:1], *SAYS[2:])
    assert cells(read(tmp_path, TITLE + table() + box(120, 712) + lines(120, 712, says=says))) == WANTED
    order = read(tmp_path, TITLE + table() + box(120, 712) + lines(120, 712, 10, says))  # whose is the first line?
    assert any("отметка об электронной" in doubt.text for row in order.rows for doubt in row.doubts)


def test_the_cell_of_a_stamp_is_no_frame(tmp_path: Path) -> None:
    """The stamp stands in a row of its own, without a frame; the row's borders stay the table's."""
    edges = (760, 740, 680, 660)
    words = "".join(
        text(left + 5, top - 14, cell)
        for row, top in ((ROWS[0], 760), (("", "", "", ""), 740), (ROWS[1], 680))
        for cell, left in zip(row, COLUMNS, strict=False)
    )
    order = read(tmp_path, TITLE + words + ruled(COLUMNS, edges) + lines(95, 740))
    assert cells(order) == WANTED[:1]


def test_a_plan_may_tell_of_certificates(tmp_path: Path) -> None:
    told = ("Сертификат ЭП получен", "Владелец обучен", "Действителен с мая", "Документ подписан")
    edges = tuple(760 - 20.0 * at for at in range(6))
    rows = (ROWS[0], *((f"{at}.", measure, "май", "Юдин А.А.") for at, measure in enumerate(told, 1)))
    words = "".join(
        text(left + 5, edge - 14, cell)
        for row, edge in zip(rows, edges, strict=False)
        for cell, left in zip(row, COLUMNS, strict=False)
    )
    order = read(tmp_path, TITLE + ruled(COLUMNS, edges) + words)
    assert [row.measure for row in order.rows] == [*told]
    assert [row.doubts for row in order.rows] == [()] * 4


def test_what_cannot_be_told_apart_is_asked(tmp_path: Path) -> None:
    """A print driver drew the page line by line, the stamp in the table's own size: nothing tells whose a line is."""
    edges = tuple(760 - 20.0 * at for at in range(len(ROWS) + 1))
    words = ""
    for at, (row, edge) in enumerate(zip(ROWS, edges, strict=False)):
        for cell, left in zip(row, COLUMNS, strict=False):
            words += text(left + 5, edge - 14, cell)
        words += text(185, edge - 16, SAYS[at], 10)
    asked = [doubt for row in read(tmp_path, TITLE + ruled(COLUMNS, edges) + words).rows for doubt in row.doubts]
    assert any("отметка об электронной подписи" in doubt.text for doubt in asked)


def test_words_of_it_in_several_cells_are_asked_too(tmp_path: Path) -> None:
    """Each line of the stamp is cut by the border at 300, so that no cell has the words that tell it."""
    edges = tuple(760 - 20.0 * at for at in range(len(ROWS) + 1))
    words = ""
    for at, (row, edge) in enumerate(zip(ROWS, edges, strict=False)):
        for cell, left in zip(row, COLUMNS, strict=False):
            words += text(left + 5, edge - 14, cell)
        words += text(300 - 5 * len(SAYS[at].split()[0]), edge - 16, SAYS[at], 10)
    order = read(tmp_path, TITLE + ruled(COLUMNS, edges) + words)
    assert [any("электронной подписи" in doubt.text for doubt in row.doubts) for row in order.rows] == [True] * 4


def test_a_loose_box_is_no_part_of_the_table(tmp_path: Path) -> None:
    for at, page in enumerate((box(250, 785) + TITLE + table(), TITLE + table() + box(330, 725))):
        (folder := tmp_path / str(at)).mkdir()
        assert cells(read(folder, page)) == WANTED


def test_the_box_around_a_table_is_its_border(tmp_path: Path) -> None:
    edges = tuple(760 - 20.0 * at for at in range(len(ROWS) + 1))
    for over in (0, 3):  # the lines inside may run a little over it
        inner = "".join(stroke(50 - over, y, 550 + over, y) for y in edges[1:-1])
        inner += "".join(stroke(x, edges[-1] - over, x, 760 + over) for x in COLUMNS[1:-1])
        words = table()[len(ruled(COLUMNS, edges)) :]
        (folder := tmp_path / str(over)).mkdir()
        assert cells(read(folder, TITLE + f"50 {edges[-1]} 500 {760 - edges[-1]} re S\n" + inner + words)) == WANTED


@pytest.mark.parametrize("entry", load_entries("furniture", "signature"), ids=lambda entry: entry["words"])
def test_every_part_is_attested(entry: dict[str, str]) -> None:
    assert entry["part"] in parts_in(entry["seen"])


def test_heads_of_one_stamp_and_two_stamps() -> None:
    one = "ПодлинникэлектронногодокументаподписанногоЭПСВЕДЕНИЯОСЕРТИФИКАТЕЭПСертификат:01D6A8ВладелецРоговН.Д."
    assert [len(found.parts) for found in find_signatures(one + one)] == [4, 4]
    assert [*find_signatures("ДокументподписанВладелец:Рогов")] == []
    assert [*find_signatures("Сертификат:01D6A8Владелец:Рогов")] == []
