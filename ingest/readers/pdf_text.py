"""The printed text of a PDF page: from pdfium in bulk, a letter for each of its characters, and the lines in it."""

import ctypes
import re
from types import TracebackType
from typing import Self

import pypdfium2.raw as pdfium

from ingest.readers.pdf_calls import address, angle_of
from ingest.readers.pdf_cutter import HYPHEN, QUARTER_TURN, Cutter, Locate, turns_needed
from ingest.readers.pdf_geometry import View
from ingest.readers.pdf_marks import MARK, hide_marks
from ingest.readers.pdf_runs import Run

# A printed line: up to a line end, or up to and with such a hyphen.
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?|{HYPHEN}")

_LINES_ASKED = 15  # for the direction of a page's text
_SLANTED = 0.15  # of a quarter turn; a page scanned askew and recognised is turned by less


class PageText:
    """The text of one page, to be used in a `with`."""

    def __init__(self, page: pdfium.FPDF_PAGE) -> None:
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._page = address(self._handle)
        self.text = hide_marks(self._page, self._read())
        # Each printed line's start and end (exclusive), and the angle of its first letter.
        self._lines = [(*line.span(), angle_of(self._page, line.start())) for line in _LINE.finditer(self.text)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pdfium.FPDFText_ClosePage(self._handle)

    def quarter_turns(self) -> int | None:
        """How many quarter turns clockwise the page needs for its lines to stand upright; None = no text."""
        letters = [0, 0, 0, 0]  # by the turns that they need
        for start, end, angle in self._lines[:_LINES_ASKED]:
            if angle >= 0:
                letters[turns_needed(angle)] += end - start
        return letters.index(max(letters)) if any(letters) else None

    def runs(self, view: View, locate: Locate) -> list[Run]:
        """The runs of the page in pdfium's order; `locate` tells in which cell a point of the view lies."""
        cutter = Cutter(self._page, self.text, view, locate)
        runs: list[Run] = []
        for start, end, angle in self._lines:
            cutter.cut_line(*self._without_slanted(start, end, angle), runs)
        return [run for run in runs if run.text] if MARK in self.text else runs

    def _without_slanted(self, start: int, end: int, angle: float) -> tuple[int, int]:
        """The line without the letters of a watermark, «ПРОЕКТ» across the page, at its ends."""
        while angle > 0 and _is_slanted(angle):
            start += 1
            angle = angle_of(self._page, start) if start < end else 0.0
        while start < end and (angle := angle_of(self._page, end - 1)) > 0 and _is_slanted(angle):
            end -= 1
        return start, end

    def _read(self) -> str:
        """One letter for each of pdfium's characters, so that an index into the text is one into the page."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * written].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(map(self._letter, range(count)))

    def _letter(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._handle, index)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _is_slanted(angle: float) -> bool:
    """Whether a letter at this angle (radians) stands in no line along or down the page."""
    return angle >= 0 and abs(angle / QUARTER_TURN - round(angle / QUARTER_TURN)) > _SLANTED
