"""The printed text of a PDF page with its places: whole lines from pdfium in bulk, cut only where they cross cells.

Asking pdfium for each character's place costs ten times what the text itself costs, so a line's two ends are asked
for, and only a line whose ends lie in different cells is halved at a blank, and its halves asked for.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from ingest.readers.pdf_geometry import Rect, View

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, and then it drops the line's end

# A printed line: up to a line end, or up to and with such a hyphen.
_LINE = re.compile(rf"[^\r\n{HYPHEN}]*(?:{HYPHEN}|[^\r\n{HYPHEN}])")

# «№ 17», «г. Каменск»: a short word is kept with the next one by a blank that does not break, so both are one.
_FIRST_WORD = re.compile(r"(?:\S{1,2} )?\S+(?= )")

Locate = Callable[[float, float], int]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one printed line, in one cell. Coordinates as shown; `y` is the baseline."""

    text: str  # no blanks at its ends
    owner: int  # what `locate` said of it
    left: float
    right: float
    y: float
    size: float  # height of a line of this text, points
    first_word: float  # width of its first word, «№ 17» counting as one


class PageText:
    """The text of one page; the caller closes it."""

    def __init__(self, page: pdfium.FPDF_PAGE, view: View) -> None:
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._view = view
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self.text = self._read()

    def close(self) -> None:
        pdfium.FPDFText_ClosePage(self._handle)

    def runs(self, locate: Locate) -> Iterator[Run]:
        """The runs of the page in pdfium's order; `locate` tells in which cell a point lies."""
        for line in _LINE.finditer(self.text):
            yield from self._cut(line.start(), line.end(), locate)

    def quarter_turns(self) -> int:
        """By how many quarter turns clockwise the page must be turned for most of its letters to stand upright."""
        angles = [pdfium.FPDFText_GetCharAngle(self._handle, line.start()) for line in _LINE.finditer(self.text)]
        turns = [round(angle / 1.5708) % 4 for angle in angles if angle >= 0]
        return max(set(turns), key=turns.count) if turns else 0

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

    def _cut(self, start: int, end: int, locate: Locate) -> Iterator[Run]:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        first, last = self._origin(start), self._origin(end - 1)
        owner = locate(*first)
        if owner == locate(*last):
            yield self._run(start, end, first, owner)
            return
        middle = self._blank_near((start + end) // 2, start, end)
        if middle is None:  # a word that crosses a border belongs where its middle is
            yield self._run(start, end, first, locate(*self._origin((start + end) // 2)))
            return
        yield from self._cut(start, middle, locate)
        yield from self._cut(middle, end, locate)

    def _blank_near(self, middle: int, start: int, end: int) -> int | None:
        after = self.text.find(" ", middle, end)
        before = self.text.rfind(" ", start, middle)
        if before < 0 or (after >= 0 and after - middle < middle - before):
            return after if after >= 0 else None
        return before

    def _run(self, start: int, end: int, origin: tuple[float, float], owner: int) -> Run:
        text = self.text[start:end]
        box = self._loose_box(end - 1)
        word = _FIRST_WORD.match(text)
        word_end = box.right if word is None else self._loose_box(start + word.end() - 1).right
        return Run(
            text=text.replace(HYPHEN, "-"),
            owner=owner,
            left=origin[0],
            right=box.right,
            y=origin[1],
            size=box.bottom - box.top,
            first_word=word_end - origin[0],
        )

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        return self._view.point(self._x.value, self._y.value)

    def _loose_box(self, index: int) -> Rect:
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, self._box)
        return self._view.rect(self._box.left, self._box.bottom, self._box.right, self._box.top)
