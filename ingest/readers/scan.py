"""A page of a scan: its tables' lines are found in the picture, its words read by tesseract.

The layout is of the same kind as a printed page's, so both are put together by the same rules.
"""

import pypdfium2

from ingest.readers.pdf_page import PageLayout
from ingest.readers.scan_cells import TextLine
from ingest.readers.scan_picture import render
from ingest.readers.scan_sheet import boxes_of, straighten
from ingest.readers.scan_text import read_text, to_run
from ingest.readers.scan_turns import ask_turns

_LEGIBLE = 0.6  # mean confidence of the words: below it the page probably lies on its side or head


def read_page(page: pypdfium2.PdfPage, number: int) -> PageLayout:
    """The layout of the page (1-based), read through its picture. Raises: NeedsOcr, TooManyCells."""
    picture = render(page)
    sheet = straighten(picture, 0)
    lines = read_text(sheet)
    if _mean(lines) < _LEGIBLE and (turns := ask_turns(picture)):
        sheet = straighten(picture, turns)
        lines = read_text(sheet)
    width, height = page.get_size()
    return PageLayout(
        number=number,
        tables=sheet.tables,
        runs=[to_run(line, picture.scale) for line in lines],
        pictures=[],
        area=width * height,
        has_drawings=True,
        box=boxes_of(sheet, number),
        confidences=_confidences(lines),
    )


def _mean(lines: list[TextLine]) -> float:
    sure = [word.confidence for line in lines for word in line.words]
    return sum(sure) / len(sure) if sure else 0.0


def _confidences(lines: list[TextLine]) -> dict[int, float]:
    """For each cell, how sure its least sure word is."""
    least: dict[int, float] = {}
    for line in lines:
        least[line.owner] = min(least.get(line.owner, 1.0), *(word.confidence for word in line.words))
    return least
