"""PDF documents: pdfium reads text and ruling lines, pdfplumber gives a second opinion where they do not add up.

pdfium is not thread-safe (wrong text, in silence): read documents in parallel processes, never in threads.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import Damaged, Encrypted, NeedsOcr
from ingest.model import Box, Document
from ingest.readers.pdf_asides import find_asides
from ingest.readers.pdf_cells import PageTable, find_tables
from ingest.readers.pdf_doubts import ask_about_mixed, is_textless, name_doubts
from ingest.readers.pdf_geometry import Rect, View
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import ask_about_hyphens
from ingest.readers.pdf_overleaf import find_parted, mark_parted
from ingest.readers.pdf_page import Block, PageLayout, adds_up, assemble, count_letters, locator
from ingest.readers.pdf_rulings import Rulings, find_rulings
from ingest.readers.pdf_scans import read_scans
from ingest.readers.pdf_streams import has_broken_streams
from ingest.readers.pdf_syntax import is_misspelt
from ingest.readers.pdf_text import PageText
from ingest.readers.pdf_unruled import complete

_AT_ONCE = 8  # pages that are open together, which takes a twentieth less time than one by one


class _Page(NamedTuple):
    """An open page."""

    number: int  # 1-based
    pdf: pypdfium2.PdfPage
    text: PageText
    shown: View  # as its /Rotate shows it


def read(path: Path) -> Document:
    """The document: a grid for each table on each page, paragraphs for the rest; nothing is joined across pages.

    Raises: Damaged, Encrypted, NeedsOcr, TooManyCells.
    """
    layouts, is_broken = _read_pages(path.read_bytes())
    if all(is_textless(layout) for layout in layouts):
        raise NeedsOcr(f"{len(layouts)} pages", f"страниц: {len(layouts)}")
    layouts = [layout if layout.confidences or adds_up(layout) else _ask_again(path, layout) for layout in layouts]
    layouts = complete(layouts)
    doubts = name_doubts(layouts, is_broken)
    unread = tuple(layout.number for layout in layouts if layout.unread)
    pages, mixed = len(layouts), ask_about_mixed(layouts)
    habits = Habits([run for layout in layouts for run in layout.runs])
    blocks = mark_parted(tuple(_blocks(layouts, habits)))
    parted = find_parted(blocks, habits)
    return Document("pdf", blocks, pages, doubts, unread, (*mixed, *ask_about_hyphens(habits)), parted)


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
        numbers = range(1, len(document) + 1)
        groups = [numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE)]
        layouts = [layout for group in groups for layout in _read_some(document, group)]
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


def _read_some(document: pypdfium2.PdfDocument, numbers: range) -> Iterator[PageLayout]:
    """The layouts of these pages. Each step goes through all of them while the processor has its code at hand."""
    with ExitStack() as opened:
        loaded = [opened.enter_context(closing(_load_page(document, number))) for number in numbers]
        texts = [opened.enter_context(PageText(page.raw)) for page in loaded]
        pages = [_Page(*seen, _shown(seen[1])) for seen in zip(numbers, loaded, texts, strict=True)]
        views = [_upright(page) for page in pages]
        rulings = [find_rulings(page.pdf.raw, view) for page, view in zip(pages, views, strict=True)]
        tables = [find_tables(found) for found in rulings]
        for page, view, lines, found in zip(pages, views, rulings, tables, strict=True):
            yield _lay_out(page, view, lines, found)


def _shown(page: pypdfium2.PdfPage) -> View:
    """The page as its /Rotate shows it."""
    left, bottom, right, top = page.get_bbox()
    return View(left, bottom, right, top, pdfium.FPDFPage_GetRotation(page.raw))


def _upright(page: _Page) -> View:
    """The page turned so that its text stands upright."""
    turns = page.text.quarter_turns()
    return page.shown if turns in (None, page.shown.turns) else replace(page.shown, turns=turns)


def _lay_out(page: _Page, view: View, rulings: Rulings, tables: list[PageTable]) -> PageLayout:
    shown, number = page.shown, page.number
    is_shown = view == shown
    return PageLayout(
        number=number,
        tables=tables,
        runs=page.text.runs(view, locator(tables)),
        pictures=rulings.pictures,
        area=(shown.right - shown.left) * (shown.top - shown.bottom),
        has_drawings=pdfium.FPDFPage_CountObjects(page.pdf.raw) > 0,
        across=rulings.horizontal,
        box=lambda frame: _box(number, frame if is_shown else shown.rect(*view.back(frame))),
    )


def _box(page: int, frame: Rect) -> Box:
    return Box(page, *map(_rounded, frame))


@lru_cache(1024)
def _rounded(edge: float) -> float:
    """Remembered: the cells of a column have the same edges, and those of the next column too."""
    return round(edge, 1) + 0.0  # which makes 0.0 of −0.0, or the first of the two would be remembered for both


def _load_page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise Damaged(f"PDF, page {number}: {error}", f"PDF, страница {number}: {error}") from error


def _ask_again(path: Path, layout: PageLayout) -> PageLayout:
    """pdfplumber's layout of the page where it adds up, else the one that pdfium gave."""
    second = import_module("ingest.readers.pdf_second")  # 0.2 s to load, and few documents need it
    read_again = cast(Callable[[Path, int], PageLayout | None], second.read_again)
    again = read_again(path, layout.number)
    if again is None or not again.tables or not adds_up(again) or count_letters(again) < count_letters(layout):
        return layout
    return replace(again, pictures=layout.pictures)
