"""Order 306 in all its forms: the same characters and, cut at the same places, the same cells."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.model import Document, Grid
from ingest.readers import read_document
from tests.ingest.readers.making import grids, texts

ROOT = Path(__file__).parents[3]
RAW = ROOT / "data" / "raw"
SPLIT = ROOT / "tests" / "golden" / "306"

CHARACTERS = 22_925  # non-blank, in all cells but the repeated headers
PAGE_TABLES = 20


def without_header(grid: Grid) -> list[list[str | None]]:
    return [row for row in texts(grid) if row[0] is None or not row[0].startswith("№")]


def count_characters(document: Document) -> Counter[str]:
    cells = (cell or "" for grid in grids(document) for row in without_header(grid) for cell in row)
    return Counter("".join("".join(cells).split()))


@pytest.mark.parametrize(
    "path",
    [
        RAW / "order-306-2020.docx",
        RAW / "order-306-2020.pdf",
        SPLIT / "order-306-2020-split.docx",
        SPLIT / "order-306-2020-split.pdf",
    ],
    ids=lambda path: path.name,
)
def test_no_character_is_lost_or_won(path: Path) -> None:
    expected = count_characters(read_document(RAW / "order-306-2020.txt"))
    assert expected.total() == CHARACTERS
    assert count_characters(read_document(path)) == expected


def test_pdf_has_the_cells_of_the_docx_it_was_printed_from() -> None:
    printed = grids(read_document(SPLIT / "order-306-2020-split.pdf"))
    typed = grids(read_document(SPLIT / "order-306-2020-split.docx"))
    assert len(printed) == len(typed) == PAGE_TABLES
    for one, other in zip(printed, typed, strict=True):
        assert texts(one) == texts(other)


def test_dump_has_the_cells_of_the_docx() -> None:
    dumped = grids(read_document(RAW / "order-306-2020.txt"))
    typed = grids(read_document(SPLIT / "order-306-2020-split.docx"))
    for one, other in zip(dumped, typed, strict=True):
        assert texts(one) == [[cell or "" for cell in row] for row in texts(other)]


def test_pdf_cells_have_their_frames_and_pages() -> None:
    document = read_document(RAW / "order-306-2020.pdf")
    assert document.pages == 17
    for number, grid in enumerate(grids(document), 1):
        assert set(grid.pages) == {number}
        boxes = [cell.box for row in grid.rows for cell in row if cell is not None]
        assert all(box is not None and box.page == number and box.left < box.right for box in boxes)
        assert all(box is not None and 0 <= box.top < box.bottom <= 595.4 for box in boxes)
