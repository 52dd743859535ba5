"""The printed text of a PDF page: from pdfium in bulk, a letter for each of its characters, and the lines in it."""

import ctypes
import re
from array import array
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import pypdfium2.raw as pdfium

from ingest.readers.pdf_calls import angle_of, write_text
from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_cutter import HYPHEN, QUARTER_TURN, Cutter, Locate, strip, turns_needed
from ingest.readers.pdf_geometry import Rect, View
from ingest.readers.pdf_marks import MARK, hide_marks
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_signatures import may_sign
from ingest.readers.pdf_stamps import NO_STAMPS, find_stamps, spans, without

# A printed line: up to a line end, or up to and with such a hyphen, without blanks and marks at its ends.
_LINE = re.compile(rf"[^\s{HYPHEN}{MARK}](?:[^\r\n{HYPHEN}]*(?:{HYPHEN}|[^\s{HYPHEN}{MARK}]))?|{HYPHEN}")

_LINES_ASKED = 15  # for the direction of a page's text
_SLANTED = 0.15  # of a quarter turn; a page scanned askew and recognised is turned by less


class PageText:
    """The text of one page, to be used in a `with`."""

    def __init__(self, page: pdfium.FPDF_PAGE) -> None:
        self._page = pdfium.FPDFText_LoadPage(page)
        self.text = hide_marks(self._page, self._read())
        self.is_signed = may_sign(self.text)  # perhaps: it has words of such a stamp
        self.doubted: tuple[Rect, ...] = ()  # where lines of such a stamp were left in the text
        self._stamps: list[tuple[int, int]] = []
        self._stamped = ""  # the text with its stamps
        self._lines = self._find_lines()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pdfium.FPDFText_ClosePage(self._page)

    def part_stamps(self, page: pdfium.FPDF_PAGE, view: View) -> frozenset[int]:
        """Takes the stamps of signatures out of the page's lines; the addresses of what else they draw."""
        stamps = find_stamps(page, self._page, self.text, view) if self.is_signed else NO_STAMPS
        self.doubted = stamps.doubted
        if stamps.letters:
            self._stamped, self.text = self.text, without(self.text, stamps.letters)
            self._stamps = spans(self._stamped, stamps.letters)
            self._lines = self._find_lines()
        return stamps.drawn

    def stamps(self, view: View) -> list[Run]:
        """The lines of the stamps that were taken out, in no cell."""
        return Cutter(self._page, self._stamped, view, lambda x, y: OUTSIDE).cut(self._stamps) if self._stamps else []

    def quarter_turns(self) -> int | None:
        """How many quarter turns clockwise the page needs for its lines to stand upright; None = no text."""
        letters = [0, 0, 0, 0]  # by the turns that they need
        for start, end, angle in self._lines[:_LINES_ASKED]:
            if angle >= 0:
                letters[turns_needed(angle)] += end - start
        return letters.index(max(letters)) if any(letters) else None

    def runs(self, view: View, locate: Locate) -> list[Run]:
        """The runs of the page in pdfium's order; `locate` tells in which cell a point of the view lies."""
        runs = Cutter(self._page, self.text, view, locate).cut(self._level_lines())
        return [run for run in runs if run.text] if MARK in self.text else runs

    def is_printed(self, view: View, frame: Rect) -> bool:
        """Whether letters stand in the frame, a rectangle of the view."""
        x0, y0, x1, y1 = view.back(frame)
        left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        return bool(pdfium.FPDFText_GetBoundedText(self._page, left, top, right, bottom, None, 0))

    def _find_lines(self) -> list[tuple[int, int, float]]:
        """Each printed line's start and end (exclusive), and the angle of its first letter."""
        return [(*line.span(), angle_of(self._page, line.start())) for line in _LINE.finditer(self.text)]

    def _level_lines(self) -> Iterator[tuple[int, int]]:
        """The start and end of each line, letters of watermarks left out."""
        for start, end, angle in self._lines:
            if angle > 0 or angle_of(self._page, end - 1) > 0:
                start, end = strip(self.text, *self._without_slanted(start, end, angle))
            if start < end:
                yield start, end

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
        count = pdfium.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = array("H", bytes(2 * (count + 1)))  # an array of ctypes' would be a class of its own for each length
        written = write_text(self._page, 0, count, ctypes.c_void_p(buffer.buffer_info()[0])) - 1
        text = buffer[:written].tobytes().decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(map(self._letter, range(count)))

    def _letter(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._page, index)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _is_slanted(angle: float) -> bool:
    """Whether a letter at this angle (radians) stands in no line along or down the page."""
    return angle >= 0 and abs(angle / QUARTER_TURN - round(angle / QUARTER_TURN)) > _SLANTED
