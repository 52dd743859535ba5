"""PDF documents: pdfium reads text and ruling lines, pdfplumber gives a second opinion where they do not add up.

pdfium is not thread-safe (wrong text, in silence): read documents in parallel processes, never in threads.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import cast

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import Damaged, Encrypted, NeedsOcr
from ingest.model import Box, Document
from ingest.readers.pdf_asides import find_asides
from ingest.readers.pdf_cells import find_tables
from ingest.readers.pdf_doubts import ask_about_mixed, ask_about_stamps, is_textless, name_doubts
from ingest.readers.pdf_geometry import Rect, View
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import ask_about_hyphens
from ingest.readers.pdf_lone_rows import Columns
from ingest.readers.pdf_loose_boxes import without_loose_boxes
from ingest.readers.pdf_numbers import mend_numbers
from ingest.readers.pdf_open_columns import part_open
from ingest.readers.pdf_overleaf import find_parted, mark_parted
from ingest.readers.pdf_overprint import ask_about_overprinted
from ingest.readers.pdf_page import Block, PageLayout, adds_up, assemble, count_letters, locator
from ingest.readers.pdf_rulings import find_rulings
from ingest.readers.pdf_scans import read_scans
from ingest.readers.pdf_streams import has_broken_streams
from ingest.readers.pdf_syntax import is_misspelt
from ingest.readers.pdf_text import PageText
from ingest.readers.pdf_unruled import complete


def read(path: Path) -> Document:
    """The document: a grid for each table on each page, paragraphs for the rest; nothing is joined across pages.

    Raises: Damaged, Encrypted, NeedsOcr, TooManyCells.
    """
    layouts, is_broken = _read_pages(path.read_bytes())
    if all(is_textless(layout) for layout in layouts):
        raise NeedsOcr(f"{len(layouts)} pages", f"страниц: {len(layouts)}")
    layouts = [
        layout if layout.confidences or layout.stamps or adds_up(layout) else _ask_again(path, layout)
        for layout in layouts
    ]
    layouts = complete(layouts)
    doubts = name_doubts(layouts, is_broken)
    unread = tuple(layout.number for layout in layouts if layout.unread)
    pages = len(layouts)
    asked = *ask_about_mixed(layouts), *ask_about_overprinted(layouts), *ask_about_stamps(layouts)
    habits = Habits(run for layout in layouts for run in layout.runs)
    blocks = mark_parted(mend_numbers(tuple(_blocks(layouts, habits))), habits)
    parted = find_parted(blocks, habits)
    return Document("pdf", blocks, pages, doubts, unread, (*asked, *ask_about_hyphens(habits)), parted)


def _blocks(layouts: list[PageLayout], habits: Habits) -> Iterator[Block]:
    """The blocks of all pages. Takes the layouts out of the list: a long document need not have both in memory."""
    asides = find_asides(layouts)
    layouts.reverse()
    while layouts:
        layout = layouts.pop()
        yield from assemble(layout, habits, asides[layout.number])


def _read_pages(data: bytes) -> tuple[list[PageLayout], bool]:
    """The layouts of all pages, and whether parts of the file cannot be read."""
    document = _open(data)
    try:
        layouts: list[PageLayout] = []
        known: list[Columns] = []
        for number in range(1, len(document) + 1):
            layouts.append(_read_page(document, number, known))
            known = [*(table.columns for table in layouts[-1].tables), *layouts[-1].open_columns] or known
        return read_scans(document, layouts), has_broken_streams(data) or is_misspelt(data)
    finally:
        document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Encrypted("PDF") from error
        raise Damaged(f"PDF: {error}") from error
    if len(document) == 0:
        raise Damaged("a PDF without pages", "PDF без страниц")
    return document


def _read_page(document: pypdfium2.PdfDocument, number: int, known: list[Columns]) -> PageLayout:
    """The layout of the page (1-based); `known` are the columns of the tables on the last page that has some."""
    with _loaded(document, number) as page, PageText(page) as text:
        shown = _shown(page)
        turns = text.quarter_turns()
        view = shown if turns in (None, shown.turns) else replace(shown, turns=turns)
        rulings = without_loose_boxes(find_rulings(page, view, text.part_stamps(page, view)))
        tables = find_tables(rulings, partial(text.is_printed, view), known)
        tables, runs, open_columns = part_open(tables, lambda shown: text.runs(view, locator(shown)), known)
        return PageLayout(
            number=number,
            tables=tables,
            runs=runs,
            open_columns=open_columns,
            pictures=rulings.pictures,
            area=(shown.right - shown.left) * (shown.top - shown.bottom),
            has_drawings=pdfium.FPDFPage_CountObjects(page) > 0,
            across=rulings.horizontal,
            stamps=text.stamps(view),
            signed=text.is_signed,
            doubted=text.doubted,
            box=partial(_box, number) if view == shown else lambda frame: _box(number, shown.rect(*view.back(frame))),
        )


@contextmanager
def _loaded(document: pypdfium2.PdfDocument, number: int) -> Iterator[pdfium.FPDF_PAGE]:
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        raise Damaged(f"PDF, page {number} cannot be read", f"PDF, страница {number} не читается")
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def _shown(page: pdfium.FPDF_PAGE) -> View:
    """The page as its /Rotate shows it."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return View(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _box(page: int, frame: Rect) -> Box:
    return Box(page, *map(_rounded, frame))


@lru_cache(1024)
def _rounded(edge: float) -> float:
    """Remembered: the cells of a column have the same edges, and those of the next column too."""
    return round(edge, 1) + 0.0  # which makes 0.0 of −0.0, or the first of the two would be remembered for both


def _ask_again(path: Path, layout: PageLayout) -> PageLayout:
    """pdfplumber's layout of the page where it adds up, else the one that pdfium gave."""
    second = import_module("ingest.readers.pdf_second")  # 0.2 s to load, and few documents need it
    read_again = cast(Callable[[Path, int], PageLayout | None], second.read_again)
    again = read_again(path, layout.number)
    if again is None or not again.tables or not adds_up(again) or count_letters(again) < count_letters(layout):
        return layout
    return replace(again, pictures=layout.pictures, signed=layout.signed, doubted=layout.doubted)
