"""The second opinion on a PDF page: pdfplumber's letters and lines, put together by the same rules.

It reads the page thirty times slower, with another parser, and takes the sides of shadings for lines too.
"""

import logging
import struct
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from ingest.model import Box
from ingest.readers.pdf_cells import find_tables
from ingest.readers.pdf_cutter import Locate
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_page import PageLayout, locator
from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.pdf_runs import Run

log = logging.getLogger(__name__)

# pdfminer warns of every odd operator of a damaged page; what matters here is whether the page adds up.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

# What pdfplumber and pdfminer let through from a damaged page.
_FAULTS = (
    *(PSException, PdfminerException, struct.error, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, RecursionError, TypeError, ValueError),
)


def read_again(path: Path, number: int) -> PageLayout | None:
    """The layout of the page (1-based), upright as its /Rotate shows it; None = pdfplumber cannot read it."""
    try:
        return _read(path, number)
    except _FAULTS as error:
        log.warning("%s, page %d: pdfplumber cannot read it: %r", path.name, number, error)
        return None


def _read(path: Path, number: int) -> PageLayout:
    with pdfplumber.open(path, pages=[number]) as document:
        page = document.pages[0]
        x, y = page.bbox[0], page.bbox[1]
        tables = find_tables(_rulings(page.edges, x, y))
        letters = page.dedupe_chars()
        blanks = {(round(char["x0"]), round(char["bottom"])) for char in letters.chars if char["text"].isspace()}
        words = letters.extract_words(keep_blank_chars=False, use_text_flow=False)
        locate = locator(tables)
        runs = [_run(word, x, y, locate, _is_followed(word, blanks)) for word in words]
        page.close()

    def box(frame: Rect) -> Box:
        return Box(number, *(round(edge, 1) for edge in (frame.left, frame.top, frame.right, frame.bottom)))

    return PageLayout(number, tables, runs, [], float(page.width * page.height), bool(page.edges or page.images), box)


def _rulings(edges: list[dict[str, Any]], x: float, y: float) -> Rulings:
    return Rulings(
        pictures=[],
        horizontal=[
            Ruling(edge["top"] - y, edge["x0"] - x, edge["x1"] - x) for edge in edges if edge["orientation"] == "h"
        ],
        vertical=[
            Ruling(edge["x0"] - x, edge["top"] - y, edge["bottom"] - y) for edge in edges if edge["orientation"] == "v"
        ],
    )


def _is_followed(word: dict[str, Any], blanks: set[tuple[int, int]]) -> bool:
    """Whether a blank is printed right after the word; `blanks` has their left bottom corners in whole points."""
    right, bottom = round(word["x1"]), round(word["bottom"])
    return any((right + near, bottom) in blanks for near in (-1, 0, 1))


def _run(word: dict[str, Any], x: float, y: float, locate: Locate, has_blank: bool) -> Run:
    left, right, baseline = word["x0"] - x, word["x1"] - x, word["bottom"] - y
    size = word["bottom"] - word["top"]
    return Run(
        text=word["text"],
        owner=locate((left + right) / 2, baseline - size / 4),
        turn=0,
        left=left,
        right=right,
        y=baseline,
        size=size,
        has_blank=has_blank,
    )
