"""What is found in a picture before anything is read: its lean, its lines, its cells."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.readers.pdf_cells import PageTable
from ingest.readers.scan_letters import mend_number, mend_words
from ingest.readers.scan_picture import Lean, Picture, find_dark, find_lean, level
from ingest.readers.scan_sheet import boxes_of, straighten
from ingest.readers.scan_words import Word

SCALE = 200 / 72
COLUMNS, ROWS = (100, 200, 900, 1200), (150, 300, 450, 1500)


def draw_table(ink: int = 0, paper: int = 255) -> Picture:
    """Three columns by three rows; the middle row is one cell."""
    image = Image.new("L", (1400, 1700), paper)
    draw = ImageDraw.Draw(image)
    for y in ROWS:
        draw.line((COLUMNS[0], y, COLUMNS[-1], y), ink, 2)
    for x in COLUMNS:
        for top, bottom in ((ROWS[0], ROWS[1]), (ROWS[2], ROWS[3])):
            draw.line((x, top, x, bottom), ink, 2)
    for x in (COLUMNS[0], COLUMNS[-1]):
        draw.line((x, ROWS[1], x, ROWS[2]), ink, 2)
    return Picture(np.array(image), SCALE)


def spans_of(tables: list[PageTable]) -> list[tuple[int, int]]:
    [table] = tables
    return [(cell.rowspan, cell.colspan) for cell in table.cells]


CELLS = [(1, 1)] * 3 + [(1, 3)] + [(1, 1)] * 3


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (190, 250), (60, 200)], ids=["black", "faint", "grey paper"])
def test_lines_make_cells(ink: int, paper: int) -> None:
    assert spans_of(straighten(draw_table(ink, paper), 0).tables) == CELLS


@pytest.mark.parametrize("lean", [Lean(0.02, 0.02), Lean(-0.03, -0.028), Lean(0.004, -0.002)])
def test_lean_is_found_and_taken_away(lean: Lean) -> None:
    leaning = level(draw_table(), Lean(-lean.across, -lean.along))
    found = find_lean(find_dark(leaning))
    assert found.across == pytest.approx(lean.across, abs=0.001)
    assert found.along == pytest.approx(lean.along, abs=0.001)
    assert spans_of(straighten(leaning, 0).tables) == CELLS


def test_boxes_are_those_of_the_page_as_shown() -> None:
    picture = draw_table()
    sheet = straighten(picture, 1)
    frame = sheet.tables[0].frame
    box = boxes_of(sheet, 3)(frame)
    assert box.page == 3
    found = (box.left, box.top, box.right, box.bottom)
    drawn = (COLUMNS[0], ROWS[0], COLUMNS[-1], ROWS[-1])
    assert found == pytest.approx([edge / SCALE for edge in drawn], abs=1)


def word(text: str, width: int = 100, confidence: float = 0.9) -> Word:
    return Word(text, 0, 0, width, 30, confidence)


@pytest.mark.parametrize(("width", "dash"), [(9, "-"), (20, "–"), (38, "—")])
def test_dashes_are_told_by_their_width(width: int, dash: str) -> None:
    assert mend_words([word("—", width)], height=34)[0].text == dash


@pytest.mark.parametrize(
    ("seen", "meant"), [("—консультациях", "–консультациях"), ("акты‚", "акты,"), ("‚слово‘", "‚слово‘")]
)
def test_slips_of_a_word(seen: str, meant: str) -> None:
    assert mend_words([word(seen)], height=34)[0].text == meant


def test_two_full_stops_are_one_only_where_tesseract_is_unsure() -> None:
    assert mend_words([word("Н.В..,", confidence=0.6)], height=34)[0].text == "Н.В.,"
    assert mend_words([word("Ю.С..,", confidence=0.9)], height=34)[0].text == "Ю.С..,"


@pytest.mark.parametrize(
    ("seen", "meant"), [("7:", "7."), ("1.2,", "1.2."), ("34.", "34."), ("12", "12"), ("а:", "а:")]
)
def test_number_alone_in_its_cell_ends_in_a_full_stop(seen: str, meant: str) -> None:
    assert mend_number([word(seen)], is_alone=True)[0].text == meant
