"""Pages of a PDF that are pictures: read through tesseract where it is installed (`prikaz[ocr]`)."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import cast

import pypdfium2

from ingest.readers.pdf_doubts import is_scan, is_textless
from ingest.readers.pdf_page import PageLayout

ReadPage = Callable[[pypdfium2.PdfPage, int], PageLayout]
_NEEDED = ("numpy", "PIL")
_AGREEMENT = 0.97  # of the words of a text layer: tesseract itself misses one or two in a hundred


def read_scans(document: pypdfium2.PdfDocument, layouts: list[PageLayout]) -> list[PageLayout]:
    """The layouts, those of scanned pages read anew from their pictures; unchanged where that is not installed.

    Raises: NeedsOcr where tesseract fails, TooManyCells.
    """
    if not any(map(_is_picture, layouts)) or not all(map(find_spec, _NEEDED)):
        return layouts
    if not cast(Callable[[], bool], import_module("ingest.readers.scan_words").is_ready)():
        return layouts
    read_page = cast(ReadPage, import_module("ingest.readers.scan").read_page)  # loads numpy, which few documents need
    return [_read_anew(document, layout, read_page) if _is_picture(layout) else layout for layout in layouts]


def _is_picture(layout: PageLayout) -> bool:
    """Whether the page shows a picture and at most a layer of recognised text, which has no ruling lines."""
    return bool(layout.pictures) and not layout.tables and (is_textless(layout) or is_scan(layout))


def _read_anew(document: pypdfium2.PdfDocument, layout: PageLayout, read_page: ReadPage) -> PageLayout:
    page = document[layout.number - 1]
    try:
        seen = read_page(page, layout.number)
    finally:
        page.close()
    if not seen.runs or (layout.runs and not seen.tables and _agree(layout, seen)):
        return layout
    return seen


def _agree(layer: PageLayout, seen: PageLayout) -> bool:
    """Whether the letters under a picture are what the picture shows. Only then are they kept, and without a table:
    they have no ruling lines.
    """
    printed = {word for run in seen.runs for word in run.text.split()}
    words = [word for run in layer.runs for word in run.text.split()]
    return sum(word in printed for word in words) >= _AGREEMENT * len(words)
