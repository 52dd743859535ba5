"""PDF documents: pdfium reads text and ruling lines, pdfplumber gives a second opinion where they do not add up.

pdfium is not thread-safe (wrong text, in silence): read documents in parallel processes, never in threads.
"""

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import Damaged, Encrypted, NeedsOcr
from ingest.model import Document
from ingest.readers.pdf_cells import find_tables
from ingest.readers.pdf_geometry import View
from ingest.readers.pdf_page import Block, assemble, locator
from ingest.readers.pdf_rulings import find_rulings
from ingest.readers.pdf_text import PageText


def read(path: Path) -> Document:
    """The document: a grid for each table on each page, paragraphs for the rest; nothing is joined across pages.

    Raises: Damaged, Encrypted, NeedsOcr, TooManyCells.
    """
    document = _open(path)
    try:
        blocks: list[Block] = []
        textless = []
        for number in range(1, len(document) + 1):
            page_blocks = _read_page(document, number)
            blocks.extend(page_blocks)
            if not page_blocks:
                textless.append(number)
        if len(textless) == len(document):
            raise NeedsOcr(f"{len(document)} pages", f"страниц: {len(document)}")
        return Document("pdf", tuple(blocks), len(document), _doubts(textless))
    finally:
        document.close()


def _open(path: Path) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Encrypted("PDF") from error
        raise Damaged(f"PDF: {error}") from error
    if len(document) == 0:
        raise Damaged("a PDF without pages", "PDF без страниц")
    return document


def _doubts(textless: list[int]) -> tuple[str, ...]:
    if not textless:
        return ()
    pages = ", ".join(map(str, textless))
    return (f"На страницах {pages} нет текста (вероятно, скан): они не прочитаны.",)


def _read_page(document: pypdfium2.PdfDocument, number: int) -> list[Block]:
    page = document[number - 1]
    try:
        left, bottom, right, top = page.get_bbox()
        view = View(left, bottom, right, top, pdfium.FPDFPage_GetRotation(page.raw))
        text = PageText(page.raw, view)
        try:
            tables = find_tables(find_rulings(page.raw, view))
            runs = list(text.runs(locator(tables)))
            return assemble(tables, runs, number)
        finally:
            text.close()
    finally:
        page.close()
