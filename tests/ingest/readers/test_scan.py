"""Pages that are pictures. Where tesseract is not installed, what needs it is skipped."""

import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest

from ingest.errors import NeedsOcr
from ingest.model import Cell, Document, Grid
from ingest.readers import read_document, scan_words
from tests.ingest.readers.making import grids
from tests.ingest.readers.scanning import append_page, scan_pages

RAW = Path(__file__).parents[3] / "data" / "raw"
PRINTED = RAW / "order-306-2020.pdf"
PAGE = 6  # rows 21 to 25, cut by pages at both ends

needs_tesseract = pytest.mark.skipif(not scan_words.is_ready(), reason="tesseract with Russian is not installed")


def cells_of(grid: Grid) -> list[Cell]:
    return [cell for row in grid.rows for cell in row if cell is not None]


def printed_grid(page: int) -> Grid:
    return next(grid for grid in grids(read_document(PRINTED)) if grid.pages[0] == page)


def assert_read_like_printed(document: Document) -> None:
    """Each cell in its place with nearly all of its letters; where any is wrong, the cell is unsure."""
    [seen] = grids(document)
    printed = printed_grid(PAGE)
    assert [len(row) for row in seen.rows] == [len(row) for row in printed.rows]
    for cell, other in zip(cells_of(printed), cells_of(seen), strict=True):
        one, two = ("".join(text.split()) for text in (cell.text, other.text))
        assert SequenceMatcher(None, one, two, autojunk=False).ratio() > 0.95
        assert one == two or (other.confidence is not None and other.confidence < scan_words.SURE)


@needs_tesseract
def test_leaning_scan_has_the_cells_of_the_page(tmp_path: Path) -> None:
    document = read_document(scan_pages(PRINTED, [PAGE], tmp_path / "scan.pdf", angle=1.2, quality=35))
    assert_read_like_printed(document)
    for printed, seen in zip(cells_of(printed_grid(PAGE)), cells_of(grids(document)[0]), strict=True):
        assert printed.box is not None and seen.box is not None
        assert seen.box.left == pytest.approx(printed.box.left, abs=12)  # where it leans to
        assert (seen.confidence is None) == (seen.text == "")


@needs_tesseract
def test_page_on_its_side_is_set_upright(tmp_path: Path) -> None:
    document = read_document(scan_pages(PRINTED, [PAGE], tmp_path / "scan.pdf", angle=90))
    assert_read_like_printed(document)
    box = cells_of(grids(document)[0])[0].box
    assert box is not None
    assert box.bottom - box.top > box.right - box.left  # as the file shows it: «Мероприятия» runs up the page


@needs_tesseract
def test_printed_and_scanned_pages_are_one_document(tmp_path: Path) -> None:
    scan = scan_pages(PRINTED, [PAGE + 1], tmp_path / "scan.pdf")
    document = read_document(append_page(PRINTED, PAGE, scan, tmp_path / "mixed.pdf"))
    first, second = grids(document)
    assert (first.pages[0], second.pages[0], document.pages) == (1, 2, 2)
    assert {cell.confidence for cell in cells_of(first)} == {None}
    assert [row[0].text for row in second.rows if row[0] is not None][-1] == "28."


@needs_tesseract
def test_bad_letters_under_a_picture_are_read_anew(tmp_path: Path) -> None:
    """A text layer by a program that took Russian for English: «Ayia HoyueHHa KavecTBeHHOrO»."""
    document = pypdfium2.PdfDocument(PRINTED)
    document[PAGE - 1].render(scale=150 / 72, grayscale=True).to_pil().save(tmp_path / "page.png", dpi=(150, 150))
    document.close()
    options = ("-l", "eng", "--psm", "6", "pdf")
    subprocess.run(["tesseract", tmp_path / "page.png", tmp_path / "scan", *options], check=True, capture_output=True)
    assert_read_like_printed(read_document(tmp_path / "scan.pdf"))


def test_without_tesseract_a_scan_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = scan_pages(PRINTED, [PAGE], tmp_path / "scan.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    scan_words.is_ready.cache_clear()
    try:
        with pytest.raises(NeedsOcr):
            read_document(scan)
    finally:
        scan_words.is_ready.cache_clear()
