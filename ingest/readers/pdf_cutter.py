"""Printed lines of a PDF page with their places, cut where they cross cells.

Asking pdfium for each character's place costs ten times what the text itself costs. So only a line's two ends are
asked for, and a line whose ends lie in different cells is cut at a blank, and its parts asked for.
"""

import ctypes
import re
from collections.abc import Callable, Iterable

import pypdfium2.raw as pdfium

from ingest.readers.pdf_calls import angle_of, is_generated, size_of, write_frame, write_origin
from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_geometry import View
from ingest.readers.pdf_marks import MARK
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_widths import measure

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, and then it drops the line's end
QUARTER_TURN = 1.5708  # radians

_BLANK = re.compile(" +")
_STRETCHED = 1.05  # of the width that a line's letters take: pdfium gives a row of blanks as one

_OVERPRINTED = 1.0  # points
_LEVEL = 0.1  # points by which a level letter's frame goes on under its baseline; of one that runs upwards none
_BEGINS = 1.5  # points that a border may stand right of where its cell's text begins: one of two tables' joined
_LETTERS_OVER = 2  # of a word that runs over the border of its cell
_APART = 0.25  # points by which the gap between two cells' texts is wider than those within a word

Point = tuple[float, float]
Frame = tuple[float, float, float, float]  # left, top, right, bottom
Locate = Callable[[float, float], int]


class Cutter:
    """Cuts one page's lines into runs, asking pdfium for as few places as can be."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, text: str, view: View, locate: Locate) -> None:
        self._page = page
        self._text = text
        self._shown = text.replace(HYPHEN, "-")
        self._view = view
        self._is_upright = view.turns == 0
        self._locate = locate
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._written = ctypes.byref(self._x), ctypes.byref(self._y)
        self._written_box = ctypes.byref(self._box)

    def cut(self, lines: Iterable[tuple[int, int]]) -> list[Run]:
        """The runs of the lines that begin and end (exclusive) there."""
        runs: list[Run] = []
        text, locate = self._shown, self._locate
        for start, end in lines:
            first, frame = self._origin(start), self._frame(end - 1)
            x, y = first
            left, top, right, bottom = frame
            owner = locate(x, y)
            if (
                owner != OUTSIDE and top <= y <= bottom and owner == locate(left, y) and end - start > 1
            ):  # as nearly all lines do
                runs.append(Run(text[start:end], owner, 0, x, right, y, bottom - top, self._has_blank(end)))
            else:
                self._cut(start, end, first, frame, runs)
        return runs

    def _cut(self, start: int, end: int, first: Point, frame: Frame, runs: list[Run]) -> None:
        """Adds the runs of text[start:end]; `first` is the origin of the first letter, `frame` the last letter's."""
        while (owner := self._owner(start, end, first, frame)) is None:
            rest = self._cut_first(start, end, first, runs)
            if rest is None:  # a word that crosses a border belongs where its middle is
                owner = self._locate(*self._origin((start + end) // 2))
                break
            start, first = rest, self._origin(rest)
        if owner == OUTSIDE and self._is_level(start, end, first[1], frame):
            self._cut_at_gaps(start, end, first, frame, runs)
        else:
            runs.append(self._run(start, end, first, frame, owner))

    def _cut_first(self, start: int, end: int, first: Point, runs: list[Run]) -> int | None:
        """Adds the runs of the line's first part and tells where the rest begins; None = it is one word."""
        blank = self._blank_between(start, end)
        if blank is not None:
            _, last = strip(self._text, start, blank)
            self._cut(start, last, first, self._frame(last - 1), runs)
            return strip(self._text, blank, end)[0]
        owner = self._locate(*first)
        overrun = self._overrun(start, end, owner)
        if overrun is not None:
            runs.append(self._run(start, overrun, first, self._frame(overrun - 1), owner))
        return overrun

    def _owner(self, start: int, end: int, first: Point, frame: Frame) -> int | None:
        """The cell that the line's ends both lie in; None = it has to be cut."""
        x, y = first
        left, top, right, bottom = frame
        owner = self._locate(x, y)
        if self._is_level(start, end, y, frame):
            owner = self._locate(x + _BEGINS, y)
            return owner if owner == self._locate(left + (_BEGINS if end - start == 1 else 0), y) else None
        is_within = owner == self._locate((left + right) / 2, (top + bottom) / 2)
        return owner if is_within and self._is_turned(start) else None

    def _overrun(self, start: int, end: int, owner: int) -> int | None:
        """Where a word begins in the next cell that pdfium takes for the end of one that runs over the border.

        «ежеквартальноМетодисты»: a capital after another letter, a letter printed over the one before, or a gap
        between them.
        """
        beyond = 0
        for at in range(start + 1, end):
            origin = self._origin(at)
            if self._locate(*origin) == owner:
                continue
            before, letter = self._text[at - 1], self._text[at]
            gap = self._gap(at)
            is_over = gap < -_OVERPRINTED
            if is_over or (letter.isupper() and not before.isupper() and before.isalnum()):
                return at
            if gap > _APART and gap > _APART + max((self._gap(i) for i in range(start + 1, end) if i != at), default=0):
                return at
            beyond += 1
            if beyond > _LETTERS_OVER:
                return None
        return None

    def _gap(self, at: int) -> float:
        """Points between a letter and the one before it."""
        return self._origin(at)[0] - self._frame(at - 1)[2]

    def _cut_at_gaps(self, start: int, end: int, first: Point, frame: Frame, runs: list[Run]) -> None:
        """Adds the runs of a line outside of tables, which may go through columns: cut at tabs and rows of blanks."""
        size = size_of(self._page, start)
        is_stretched = frame[2] - first[0] > _STRETCHED * size * measure(self._text[start:end])
        for blank in _BLANK.finditer(self._text, start, end):
            at = blank.start()
            if is_stretched or is_generated(self._page, at):
                before, after = self._frame(at - 1), self._origin(blank.end())
                if after[0] - before[2] > size:
                    runs.append(self._run(start, at, first, before, OUTSIDE))
                    start, first = blank.end(), after
        runs.append(self._run(start, end, first, frame, OUTSIDE))

    def _is_level(self, start: int, end: int, y: float, frame: Frame) -> bool:
        """As nearly all lines are. A single letter that runs up or down begins at an edge of its frame."""
        _, top, _, bottom = frame
        if end - start > 1 or not top <= y <= bottom:
            return top <= y <= bottom
        return top < y < bottom - _LEVEL or not self._is_turned(start)

    def _is_turned(self, start: int) -> bool:
        """False where pdfium missed a line end, as it does before a line of one letter: «… ООШ № ⏎8»."""
        angle = angle_of(self._page, start)
        return turns_needed(angle) != self._view.turns

    def _run(self, start: int, end: int, first: Point, frame: Frame, owner: int) -> Run:
        text = self._shown[start:end].replace(MARK, "")
        has_blank = self._has_blank(end)
        x, y = first
        left, top, right, bottom = frame
        if self._is_level(start, end, y, frame):
            return Run(text, owner, 0, x, right, y, bottom - top, has_blank)
        if bottom - _LEVEL <= y:  # upwards
            return Run(text, owner, 1, -y, -top, x, right - left, has_blank)
        return Run(text, owner, -1, y, bottom, -x, right - left, has_blank)

    def _has_blank(self, end: int) -> bool:
        """Whether a blank is printed there; between two cells of a line pdfium writes one of its own."""
        if self._text[end : end + 1] != " ":
            return False
        return self._text[end + 1 : end + 2] in "\r\n" or not is_generated(self._page, end)

    def _blank_between(self, start: int, end: int) -> int | None:
        """A blank that pdfium wrote, as it does between the texts of two cells; else the one nearest to the middle."""
        text = self._text
        blank = text.find(" ", start, end)
        while blank >= 0:
            if is_generated(self._page, blank):
                return blank
            blank = text.find(" ", blank + 1, end)
        middle = (start + end) // 2
        after, before = text.find(" ", middle, end), text.rfind(" ", start, middle)
        if before < 0 or (after >= 0 and after - middle < middle - before):
            return after if after >= 0 else None
        return before

    def _origin(self, index: int) -> Point:
        x, y = self._x, self._y
        write_origin(self._page, index, *self._written)
        if self._is_upright:
            return x.value - self._view.left, self._view.top - y.value
        return self._view.point(x.value, y.value)

    def _frame(self, index: int) -> Frame:
        box, view = self._box, self._view
        write_frame(self._page, index, self._written_box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if self._is_upright and left <= right and bottom <= top:
            return left - view.left, view.top - top, right - view.left, view.top - bottom
        return view.rect(left, bottom, right, top)


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end (exclusive) of text[start:end] without blanks, and marks at its end."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == MARK):
        end -= 1
    return start, end


def turns_needed(angle: float) -> int:
    """Quarter turns clockwise after which a letter at this angle (radians) stands upright."""
    return -round(angle / QUARTER_TURN) % 4
