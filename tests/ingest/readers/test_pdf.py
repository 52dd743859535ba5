"""PDF pages as different programs write them."""

from itertools import pairwise
from pathlib import Path

import pytest

from ingest.errors import Damaged, Encrypted, NeedsOcr, TooManyCells
from ingest.model import Document
from ingest.readers.pdf import read
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_page import assemble
from ingest.readers.pdf_second import read_again
from tests.ingest.readers.making import grids, paragraphs, texts
from tests.ingest.readers.making_pdf import bar, ruled, stroke, text, turned, write_pdf

COLUMNS = (50, 100, 300, 400)
ROWS = (700, 720, 760, 800)
WORDS = (
    text(55, 785, "№")
    + text(105, 785, "Мероприятия")
    + text(305, 785, "Сроки")
    + text(55, 745, "1.")
    + text(105, 745, "Семинар для молодых учителей и")
    + text(105, 733, "наставников школ")
    + text(305, 745, "до 1 ноября")
    + text(55, 705, "2.")
    + text(105, 705, "Педсовет")
    + text(305, 705, "май")
)
PLAN = [
    ["№", "Мероприятия", "Сроки"],
    ["1.", "Семинар для молодых учителей и наставников школ", "до 1 ноября"],
    ["2.", "Педсовет", "май"],
]


def double(x0: float, y0: float, x1: float, y1: float) -> str:
    """Two lines side by side."""
    shift = 1.5
    along = (shift, 0) if x0 == x1 else (0, shift)
    return stroke(x0, y0, x1, y1) + stroke(x0 + along[0], y0 + along[1], x1 + along[0], y1 + along[1])


def dotted(x0: float, y0: float, x1: float, y1: float) -> str:
    """A border of little squares."""
    count = int(max(x1 - x0, y1 - y0) // 2)
    dx, dy = (0, 2) if x0 == x1 else (2, 0)
    return "".join(f"{x0 + index * dx} {y0 + index * dy} 1 1 re f\n" for index in range(count + 1))


def read_page(folder: Path, content: str, **options: object) -> Document:
    return read(write_pdf(folder / "plan.pdf", content, **options))  # type: ignore[arg-type]


def test_a_title_whose_line_touches_the_table_is_not_in_it(tmp_path: Path) -> None:
    document = read_page(tmp_path, ruled(COLUMNS, ROWS) + WORDS + text(55, 799.5, "План работы"))
    assert paragraphs(document) == ["План работы"]
    assert texts(grids(document)[0]) == PLAN
    assert document.blocks[0] != grids(document)[0]


def test_a_word_that_runs_over_the_border_ends_where_the_next_begins(tmp_path: Path) -> None:
    words = text(255, 705, "ежемесячно") + text(302, 705, "Методисты")
    (grid,) = grids(read_page(tmp_path, ruled(COLUMNS, (700, 720, 740)) + text(55, 725, "1.") + words))
    assert texts(grid)[1] == ["", "ежемесячно", "Методисты"]


@pytest.mark.parametrize("word", ["дела книги", "2021 г."])
def test_a_gap_at_the_border_parts_two_words(tmp_path: Path, word: str) -> None:
    words = text(295.5 - 5 * len(word), 705, word) + text(296.2, 705, "март 2021 г.")
    (grid,) = grids(read_page(tmp_path, ruled((50, 100, 296, 400), (700, 720, 740)) + text(55, 725, "1.") + words))
    assert texts(grid)[1] == ["", word, "март 2021 г."]


@pytest.mark.parametrize("words", ["в течение года", "1 раз в год"])
def test_a_text_that_begins_on_its_border_is_in_its_cell(tmp_path: Path, words: str) -> None:
    """Cells without margins; the borders of two tables that stand nearly over each other are taken for one."""
    content = ruled((50, 100, 296, 400), (700, 720, 740)) + text(55, 725, "1.") + text(295.2, 705, words)
    (grid,) = grids(read_page(tmp_path, content + text(100, 705, "Сбор")))
    assert texts(grid)[1] == ["", "Сбор", words]


def test_a_word_that_runs_over_the_border_is_whole(tmp_path: Path) -> None:
    (grid,) = grids(
        read_page(tmp_path, ruled(COLUMNS, (700, 720, 740)) + text(55, 725, "1.") + text(255, 705, "обществознания"))
    )
    assert texts(grid)[1] == ["", "обществознания", ""]


def test_words_within_a_line_that_runs_through_cells_are_known_whole(tmp_path: Path) -> None:
    words = text(55, 745, "1.") + text(105, 745, "Принятие плана-графика")
    words += text(55, 725, "2.") + text(105, 725, "Доработка плана-") + text(105, 713, "графика.")
    document = read_page(tmp_path, ruled((50, 100, 220, 300), (705, 740, 760)) + words)
    assert [row[1] for row in texts(grids(document)[0])] == ["Принятие плана-графика", "Доработка плана-графика."]
    assert document.asked == ()


@pytest.mark.parametrize("word", ["ПРОЕКТ", "X"])
def test_a_watermark_is_no_text(tmp_path: Path, word: str) -> None:
    mark = "BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 150 690 Tm <" + word.encode("cp1251").hex() + "> Tj ET\n"
    (grid,) = grids(read_page(tmp_path, ruled(COLUMNS, ROWS) + WORDS + mark))
    assert texts(grid) == PLAN


@pytest.mark.parametrize("line", [stroke, bar, double, dotted], ids=lambda line: line.__name__)
def test_borders_of_each_producer(tmp_path: Path, line: object) -> None:
    (grid,) = grids(read_page(tmp_path, ruled(COLUMNS, ROWS, line) + WORDS))  # type: ignore[arg-type]
    assert texts(grid) == PLAN


def test_thick_double_borders(tmp_path: Path) -> None:
    """LibreOffice's of 1.5 points: the inner lines end before the frame's middle, the outer beyond it."""
    (left, *columns, right), (low, *rows, high) = [float(x) for x in COLUMNS], sorted(map(float, ROWS))
    inside, beyond = 3.2, -3.2
    lines = [
        (x, low + by, x, high - by) for x, by in [(left, beyond), *((x, inside) for x in columns), (right, beyond)]
    ]
    lines += [(left + by, y, right - by, y) for y, by in [(low, beyond), *((y, inside) for y in rows), (high, beyond)]]
    shifted = [(line, (at, 0.0) if line[0] == line[2] else (0.0, at)) for line in lines for at in (-1.505, 1.505)]
    borders = "".join(stroke(x0 + dx, y0 + dy, x1 + dx, y1 + dy) for (x0, y0, x1, y1), (dx, dy) in shifted)
    (grid,) = grids(read_page(tmp_path, borders + WORDS))
    assert texts(grid) == PLAN


def test_whole_frame_in_one_path(tmp_path: Path) -> None:
    path = ruled(COLUMNS, ROWS).replace(" S\n", "\n") + "S\n"
    (grid,) = grids(read_page(tmp_path, path + WORDS))
    assert texts(grid) == PLAN


def test_cells_drawn_as_rectangles(tmp_path: Path) -> None:
    boxes = "".join(
        f"{left} {low} {right - left} {high - low} re S\n"
        for left, right in pairwise(COLUMNS)
        for low, high in pairwise(ROWS)
    )
    (grid,) = grids(read_page(tmp_path, boxes + WORDS))
    assert texts(grid) == PLAN


def test_shading_behind_text_is_no_border(tmp_path: Path) -> None:
    shading = "0.9 g 105 735 60 20 re f 0 g\n"
    (grid,) = grids(read_page(tmp_path, shading + ruled(COLUMNS, ROWS) + WORDS))
    assert texts(grid) == PLAN


def test_table_inside_a_form(tmp_path: Path) -> None:
    (grid,) = grids(read_page(tmp_path, "/Fm1 Do", forms=ruled(COLUMNS, ROWS) + WORDS))
    assert texts(grid) == PLAN
    first = grid.rows[0][0]
    assert first is not None
    assert first.box is not None
    assert (first.box.left, first.box.top) == (100.0, 42.0)  # the form stands 50 points to the right


def test_page_that_does_not_begin_at_zero(tmp_path: Path) -> None:
    shifted = "1 0 0 1 100 50 cm\n" + ruled(COLUMNS, ROWS) + WORDS
    (grid,) = grids(read_page(tmp_path, shifted, origin=(100, 50)))
    assert texts(grid) == PLAN
    first = grid.rows[0][0]
    assert first is not None
    assert first.box is not None
    assert (first.box.left, first.box.top) == (50.0, 42.0)


@pytest.mark.parametrize(
    ("turn", "matrix", "size"),
    [(90, "0 1 -1 0 842 0", (842, 595)), (180, "-1 0 0 -1 595 842", (595, 842)), (270, "0 -1 1 0 0 595", (842, 595))],
)
def test_page_turned_by_its_flag(tmp_path: Path, turn: int, matrix: str, size: tuple[int, int]) -> None:
    content = f"{matrix} cm\n{ruled(COLUMNS, ROWS)}{WORDS}"
    (grid,) = grids(read_page(tmp_path, content, turn=turn, size=size))
    assert texts(grid) == PLAN
    first = grid.rows[0][0]
    assert first is not None
    assert first.box is not None
    assert (first.box.left, first.box.top, first.box.right) == (50.0, 42.0, 100.0)


def test_table_that_lies_on_its_side(tmp_path: Path) -> None:
    content = f"0 1 -1 0 842 0 cm\n{ruled(COLUMNS, ROWS)}{WORDS}"
    (grid,) = grids(read_page(tmp_path, content, size=(842, 595)))
    assert texts(grid) == PLAN
    first = grid.rows[0][0]
    assert first is not None
    assert first.box is not None
    # The box is one of the page as shown: the first column is at its bottom.
    assert (first.box.left, first.box.top, first.box.right, first.box.bottom) == (42.0, 495.0, 82.0, 545.0)


def test_header_text_that_runs_upwards(tmp_path: Path) -> None:
    words = turned(70, 702, "Ответст-") + turned(85, 702, "венный") + text(105, 745, "Наименование мероприятия")
    (grid,) = grids(read_page(tmp_path, ruled((50, 100, 300), (700, 760)) + words))
    assert texts(grid) == [["Ответственный", "Наименование мероприятия"]]


def test_text_that_runs_upwards_letter_by_letter(tmp_path: Path) -> None:
    letters = "".join(turned(115, 703 + 5 * at, letter) for at, letter in enumerate("Работа"))
    (grid,) = grids(
        read_page(tmp_path, ruled((100, 130, 300), (700, 760)) + text(135, 705, "Заседание совета") + letters)
    )
    assert texts(grid) == [["Работа", "Заседание совета"]]


def test_section_title_and_tall_cell(tmp_path: Path) -> None:
    # The title goes across all columns, the responsible party down over both measures.
    lines = "".join(stroke(50, y, 400, y) for y in (700, 740, 760)) + stroke(50, 720, 300, 720)
    lines += stroke(50, 700, 50, 760) + stroke(400, 700, 400, 760)
    lines += stroke(100, 700, 100, 740) + stroke(300, 700, 300, 740)
    words = text(150, 745, "Раздел 1. Кадры") + text(55, 725, "1.") + text(105, 725, "Семинар")
    words += text(305, 725, "Методисты") + text(55, 705, "2.") + text(105, 705, "Педсовет")
    (grid,) = grids(read_page(tmp_path, lines + words))
    assert texts(grid) == [["Раздел 1. Кадры", None, None], ["1.", "Семинар", "Методисты"], ["2.", "Педсовет", None]]
    title, tall = grid.rows[0][0], grid.rows[1][2]
    assert title is not None
    assert tall is not None
    assert (title.colspan, title.rowspan, tall.colspan, tall.rowspan) == (3, 1, 1, 2)


def test_row_left_open_at_the_end_of_the_page(tmp_path: Path) -> None:
    lines = "".join(stroke(50, y, 400, y) for y in ROWS[1:]) + "".join(stroke(x, 700, x, 800) for x in COLUMNS)
    (grid,) = grids(read_page(tmp_path, lines + WORDS))
    assert texts(grid) == PLAN


def test_table_without_outer_lines(tmp_path: Path) -> None:
    along = "".join(stroke(x, 700, x, 800) for x in COLUMNS[1:-1])
    for rows in (ROWS, ROWS[1:-1]):
        lines = "".join(stroke(50, y, 400, y) for y in rows) + along
        (grid,) = grids(read_page(tmp_path, lines + WORDS))
        assert texts(grid) == PLAN


@pytest.mark.parametrize("gap", [0, 2, 5, 12])
def test_rows_that_only_pieces_of_the_lines_down_them_part(tmp_path: Path, gap: int) -> None:
    tops = [760 - at * (30 + gap) for at in range(3)]
    content = ruled((50, 100, 300, 400), (760, 780)) + text(105, 766, "Дело") + text(305, 766, "Срок")
    for at, top in enumerate(tops, 1):
        content += "".join(stroke(x, top - gap, x, top - gap - 30) for x in (50, 100, 300, 400))
        content += (
            text(105, top - gap - 12, f"Дело {at}")
            + text(105, top - gap - 24, "школ")
            + text(305, top - gap - 12, "май")
        )
    (grid,) = grids(read_page(tmp_path, content))
    assert texts(grid) == [["", "Дело", "Срок"], *(["", f"Дело {at}\nшкол", "май"] for at in (1, 2, 3))]


def test_lines_in_pieces_part_no_merged_cell(tmp_path: Path) -> None:
    content = "".join(stroke(x, top, x, top - 20) for x in (50, 100, 300, 400) for top in (760, 740))
    content += stroke(50, 760, 400, 760) + stroke(50, 720, 400, 720) + stroke(50, 740, 300, 740)
    words = text(55, 746, "1.") + text(55, 726, "2.") + text(305, 746, "май") + text(305, 726, "июнь")
    (grid,) = grids(read_page(tmp_path, content + words))
    assert texts(grid)[0] == ["1.", "", "май\nиюнь"]


def test_bold_made_by_printing_twice(tmp_path: Path) -> None:
    (grid,) = grids(read_page(tmp_path, ruled(COLUMNS, ROWS) + WORDS + text(305.3, 785, "Сроки")))
    assert texts(grid) == PLAN


def test_underlined_text_is_not_cut(tmp_path: Path) -> None:
    (grid,) = grids(read_page(tmp_path, ruled(COLUMNS, ROWS) + WORDS + stroke(105, 743, 240, 743)))
    assert texts(grid) == PLAN


def test_text_underlined_from_margin_to_margin_is_not_cut(tmp_path: Path) -> None:
    lines = [(text(103, y, "у" * 38), stroke(103, y - 1.5, 293, y - 1.5)) for y in (745, 733)]
    content = "".join(word + line for word, line in lines)
    (grid,) = grids(read_page(tmp_path, ruled((50, 100, 296, 400), ROWS) + text(55, 745, "1.") + content))
    assert texts(grid)[1] == ["1.", " ".join(["у" * 38] * 2), ""]


def test_text_around_tables_keeps_its_order(tmp_path: Path) -> None:
    around = text(200, 830, "ПРИКАЗ") + text(200, 818, "от 07.10.2020 № 306") + text(50, 600, "Начальник")
    lower = ruled((50, 100, 200), (500, 520)) + text(55, 505, "1.") + text(105, 505, "Совет")
    document = read_page(tmp_path, around + ruled(COLUMNS, ROWS) + WORDS + lower)
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph", "Grid"]
    assert paragraphs(document) == ["ПРИКАЗ\nот 07.10.2020 № 306", "Начальник"]


def test_frame_around_text_is_no_table(tmp_path: Path) -> None:
    document = read_page(tmp_path, ruled((50, 300), (700, 760)) + text(60, 730, "УТВЕРЖДАЮ"))
    assert grids(document) == []
    assert paragraphs(document) == ["УТВЕРЖДАЮ"]


def test_scan_is_refused_and_a_scanned_page_is_named(tmp_path: Path) -> None:
    picture = "0.5 g 0 0 595 842 re f\n"
    with pytest.raises(NeedsOcr):
        read_page(tmp_path, picture)
    plan = ruled(COLUMNS, ROWS) + WORDS
    document = read(write_pdf(tmp_path / "mixed.pdf", plan, picture, plan, picture, picture, ""))
    assert document.doubts == ("На страницах 2, 4–5 нет текста (вероятно, это скан): содержимое не прочитано.",)
    assert document.pages == 6
    assert [set(grid.pages) for grid in grids(document)] == [{1}, {3}]


def test_encrypted_is_said_so(tmp_path: Path) -> None:
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"
    with pytest.raises(Encrypted):
        read(write_pdf(tmp_path / "locked.pdf", WORDS, trailer=lock))


def test_damaged_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj\n<</Type/Catalog")
    with pytest.raises(Damaged):
        read(path)


def test_drawing_of_endless_lines_is_refused(tmp_path: Path) -> None:
    lines = "".join(stroke(index % 500, 0, index % 500, 800) for index in range(20_002))
    with pytest.raises(TooManyCells):
        read_page(tmp_path, lines + WORDS)


def test_drawing_of_scattered_lines_is_refused(tmp_path: Path) -> None:
    dashes = "".join(stroke(x, y, x + 7, y) for x in range(0, 595, 14) for y in range(0, 842, 24))
    strokes = "".join(stroke(x + 10, y, x + 10, y + 7) for x in range(0, 585, 14) for y in range(0, 842, 24))
    with pytest.raises(TooManyCells):
        read_page(tmp_path, dashes + strokes + WORDS)


@pytest.mark.parametrize("turn", [0, 90])
def test_second_opinion_gives_the_same_grid(tmp_path: Path, turn: int) -> None:
    matrix = "" if turn == 0 else "0 1 -1 0 842 0 cm\n"
    size = (595, 842) if turn == 0 else (842, 595)
    path = write_pdf(tmp_path / "plan.pdf", matrix + ruled(COLUMNS, ROWS) + WORDS, turn=turn, size=size)
    layout = read_again(path, 1)
    assert layout is not None
    assert assemble(layout, Habits()) == list(read(path).blocks)


def test_second_opinion_takes_shadings_for_cells(tmp_path: Path) -> None:
    # Strokes part only the cell at the lower right, so the others make an L; shadings part them.
    lines = ruled((50, 400), (700, 760)) + stroke(200, 700, 200, 730) + stroke(200, 730, 400, 730)
    shadings = "0.9 g 50 730 350 30 re f 50 700 150 30 re f 0 g\n"
    words = text(55, 745, "Раздел 1. Кадры") + text(55, 715, "Семинар") + text(205, 715, "май")
    document = read_page(tmp_path, shadings + lines + words)
    assert [texts(grid) for grid in grids(document)] == [[["Раздел 1. Кадры", None], ["Семинар", "май"]]]
    assert document.doubts == ()


def test_cells_that_do_not_add_up_are_doubted(tmp_path: Path) -> None:
    lines = ruled((50, 400), (700, 760)) + stroke(200, 700, 200, 730) + stroke(200, 730, 400, 730)
    words = text(55, 745, "Раздел 1. Кадры") + text(55, 715, "Семинар") + text(205, 715, "май")
    document = read_page(tmp_path, lines + words)
    assert document.doubts == ("На странице 1 клетки таблицы не сходятся: сверьте её с оригиналом.",)
    (grid,) = grids(document)
    assert [cell for row in texts(grid) for cell in row if cell] == ["Раздел 1. Кадры\nСеминар", "май"]


def test_line_of_one_letter_is_a_line(tmp_path: Path) -> None:
    # pdfium writes no line end before it, so that the line seems to run upwards.
    words = text(55, 745, "Семинар") + text(205, 750, "директор ООШ № ") + text(205, 738, "8")
    (grid,) = grids(read_page(tmp_path, ruled((50, 200, 290), (730, 760)) + words))
    assert texts(grid) == [["Семинар", "директор ООШ № 8"]]


@pytest.mark.parametrize(("x", "y", "asked"), [(105, 749, 1), (150, 748, 1), (105, 757, 0), (105, 745, 0)])
def test_lines_printed_over_one_another_are_asked_about(tmp_path: Path, x: float, y: float, asked: int) -> None:
    words = text(55, 745, "2.") + text(x, y, "из клетки выше") + text(105, 745, "Декада чтения") + text(305, 745, "май")
    document = read_page(tmp_path, ruled(COLUMNS, (740, 770, 800)) + WORDS.replace("745", "775") + words)
    assert len(document.asked) == asked
