"""Stamps of electronic signatures drawn over a PDF page: which letters and lines are theirs, and not the page's.

A stamp is drawn in one go: its frame, then its lines of text, or the other way round. So its letters are told by the
order in which the page's objects are drawn, never by their place: the letters of a table may stand under them.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf_calls import is_generated, write_bounds, write_frame
from ingest.readers.pdf_geometry import Rect, View, around
from ingest.readers.pdf_rulings import Drawing, address, apply_matrix, drawings
from ingest.readers.pdf_signatures import Signature, find_signatures
from ingest.readers.pdf_stamp_frames import Frame, Shape, find_frame

_ALL = frozenset((pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT))
_GAP = 1.0  # of a line's height: between two pieces of a line
_STEP = 2.6  # of a line's height, from one line of a stamp to the next
_NEXT = 1.7  # the same, to a line that goes on with the one above
_SAME_LINE = 0.4  # of a line's height
_MOST_LETTERS = 600
_LINES_ABOVE = 5
_NOTICEABLE = 0.1  # of the letters of a page
_UNFINISHED = re.compile(r"(?:с|до|по|от|[:,–—-])$")  # a value that goes on in the next line
_BEFORE = 20  # letters that a line of the stamp may have before the words that tell it

Style = tuple[int, ...]  # height of its letters in points, colour


@dataclass(frozen=True, slots=True)
class Stamps:
    """What is a stamp's on a page."""

    letters: frozenset[int] = frozenset()  # indices into the page's text
    drawn: frozenset[int] = frozenset()  # addresses of the frames and of lines inside them
    doubted: tuple[Rect, ...] = ()  # where lines of stamps stand that cannot be told from the text around


NO_STAMPS = Stamps()


class Piece(NamedTuple):
    """The letters of one text object."""

    order: int  # of the object among those drawn on the page
    letters: Sequence[int]  # indices into the page's text
    text: str  # without blanks
    frame: Rect
    style: Style


def find_stamps(page: pdfium.FPDF_PAGE, letters: pdfium.FPDF_TEXTPAGE, text: str, view: View) -> Stamps:
    """The stamps of the page; `text` has a letter for each of the page's characters."""
    objects = [*drawings(page, _ALL)]
    pieces = _pieces(letters, text, view, {address(item): order for order, (item, _, _) in enumerate(objects)})
    shapes = [*_shapes(objects, view)]
    found: set[int] = set()
    drawn: set[int] = set()
    doubted: list[Rect] = []
    for signature, places in _located(pieces):
        frame = _frame_of(pieces, places, shapes)
        members = _members(signature, pieces, places, frame.rect if frame is not None else None)
        found.update(index for piece in members for index in piece.letters)
        drawn.update(frame.drawn if frame is not None else ())  # whose the letters are or not
        doubted += [pieces[at].frame for at in places] if not members else []
    return Stamps(frozenset(found), frozenset(drawn), tuple(doubted))


def without(text: str, letters: Collection[int]) -> str:
    """The text with line ends in place of the letters, and of the blanks beside them."""
    cut = set(letters)
    for index in sorted(letters):
        cut.update(at for at in (index - 1, index + 1) if text[at : at + 1] == " ")
    return "".join(["\n" if at in cut else letter for at, letter in enumerate(text)])


def spans(text: str, letters: Collection[int]) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each line of the letters, blanks between them taken along."""
    found: list[tuple[int, int]] = []
    for index in sorted(letters):
        if found and text[found[-1][1] : index].strip(" ") == "":
            found[-1] = found[-1][0], index + 1
        else:
            found.append((index, index + 1))
    return found


def _frame_of(pieces: Sequence[Piece], places: Sequence[int], shapes: Sequence[Shape]) -> Frame | None:
    lines = [pieces[at].frame for at in places]
    return find_frame(lines, _drawn_beside(shapes, pieces, places), pieces[places[-1]].order)


def _pieces(letters: pdfium.FPDF_TEXTPAGE, text: str, view: View, orders: dict[int, int]) -> list[Piece]:
    """The pieces of text in the order in which they are drawn."""
    by_order: dict[int, list[int]] = {}
    for index, letter in enumerate(text):
        if letter.isspace() or is_generated(letters, index):
            continue
        order = orders.get(address(pdfium.FPDFText_GetTextObject(letters, index)))
        if order is not None:
            by_order.setdefault(order, []).append(index)
    return [_piece(letters, text, view, order, by_order[order]) for order in sorted(by_order)]


def _piece(letters: pdfium.FPDF_TEXTPAGE, text: str, view: View, order: int, indices: list[int]) -> Piece:
    frames = [_frame(letters, view, index) for index in (indices[0], indices[-1])]
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(letters, indices[0], *colour)
    style = round(frames[0].bottom - frames[0].top), *(part.value for part in colour)
    return Piece(order, indices, "".join([text[index] for index in indices]), around(frames), style)


def _frame(letters: pdfium.FPDF_TEXTPAGE, view: View, index: int) -> Rect:
    box = pdfium.FS_RECTF()
    write_frame(letters, index, ctypes.byref(box))
    return view.rect(box.left, box.bottom, box.right, box.top)


def _shapes(objects: Sequence[Drawing], view: View) -> Iterator[Shape]:
    edges = [ctypes.c_float() for _ in range(4)]
    for order, (item, kind, matrix) in enumerate(objects):
        if kind == pdfium.FPDF_PAGEOBJ_PATH and write_bounds(item, *map(ctypes.byref, edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            corners = *apply_matrix(matrix, left, bottom), *apply_matrix(matrix, right, top)
            yield Shape(order, address(item), view.rect(*corners))


def _located(pieces: Sequence[Piece]) -> Iterator[tuple[Signature, list[int]]]:
    """Each stamp, and the numbers of the pieces in which its parts begin and its last part's beginning ends."""
    owners = [at for at, piece in enumerate(pieces) for _ in piece.text]
    for signature in find_signatures("".join([piece.text for piece in pieces])):
        places = sorted({owners[at] for at in (*signature.parts, signature.end - 1)})
        yield signature, places


def _drawn_beside(shapes: Sequence[Shape], pieces: Sequence[Piece], places: Sequence[int]) -> list[Shape]:
    """The shapes that are drawn with the pieces: no text is drawn between but lines of the stamp above its head."""
    begin = _begin(pieces, places)
    first = pieces[begin - 1].order if begin else -1
    last = pieces[places[-1] + 1].order if places[-1] + 1 < len(pieces) else None
    return [shape for shape in shapes if shape.order > first and (last is None or shape.order < last)]


def _begin(pieces: Sequence[Piece], places: Sequence[int]) -> int:
    """The first of the pieces that may be lines of the stamp above its head: drawn right before it, as it is."""
    styles, begin = {pieces[at].style for at in places}, places[0]
    while begin > 0 and pieces[begin - 1].style in styles and _is_over(pieces[begin - 1], pieces[places[0]]):
        begin -= 1
    return begin


def _is_over(piece: Piece, head: Piece) -> bool:
    """Whether the piece stands over the head or beside it, a few lines at most."""
    height = _height(head)
    return -_SAME_LINE * height <= head.frame.bottom - piece.frame.bottom <= _LINES_ABOVE * height


def _members(
    signature: Signature, pieces: Sequence[Piece], places: Sequence[int], frame: Rect | None
) -> Sequence[Piece]:
    """The pieces of the stamp; none where they cannot be told from the text around."""
    first, last = places[0], places[-1]
    styles = {pieces[at].style for at in places}
    begin = _begin(pieces, places)
    is_usual = bool(styles & _usual([*pieces[:begin], *pieces[last + 1 :]]))
    inside = pieces[first : last + 1]
    if not is_usual and not _is_compact(inside, frame):
        inside = [piece for piece in inside if piece.style in styles]
    if not _is_compact(inside, frame) or _before(signature, pieces, first) > _BEFORE:
        return ()
    before = [piece for piece in pieces[begin:first] if frame is not None and _begins_in(piece, frame)]
    if is_usual and before:
        return ()
    return [*before, *inside, *_grow(inside, pieces[last + 1 :], None if is_usual else frame)]


def _usual(pieces: Sequence[Piece]) -> set[Style]:
    """The styles of a noticeable part of the page's text."""
    letters = Counter[Style]()
    for piece in pieces:
        letters[piece.style] += len(piece.text)
    return {style for style, count in letters.items() if count >= _NOTICEABLE * letters.total()}


def _before(signature: Signature, pieces: Sequence[Piece], first: int) -> int:
    """How many letters stand before the head in its piece."""
    return signature.parts[0] - sum(len(piece.text) for piece in pieces[:first])


def _is_compact(pieces: Sequence[Piece], frame: Rect | None) -> bool:
    """Whether the pieces are lines one under the other, each without a gap: a table's lines have gaps."""
    if frame is not None and not all(_begins_in(piece, frame) for piece in pieces):
        return False
    starts = [piece for one, piece in zip((None, *pieces), pieces, strict=False) if not _is_beside(one, piece)]
    left = min((piece.frame.left for piece in starts), default=0.0)
    right = max((piece.frame.right for piece in pieces), default=0.0)
    for one, two in pairwise(pieces):
        step, height = two.frame.bottom - one.frame.bottom, max(_height(one), _height(two))
        is_below = 0 < step <= _STEP * height and left <= two.frame.left < (left + right) / 2
        if not (_is_beside(one, two) or is_below):
            return False
    return sum(len(piece.text) for piece in pieces) <= _MOST_LETTERS


def _is_beside(one: Piece | None, two: Piece) -> bool:
    """Whether the second goes on with the line of the first."""
    if one is None:
        return False
    height = max(_height(one), _height(two))
    is_level = abs(two.frame.bottom - one.frame.bottom) <= _SAME_LINE * height
    return is_level and abs(two.frame.left - one.frame.right) <= _GAP * height


def _grow(inside: Sequence[Piece], rest: Sequence[Piece], frame: Rect | None) -> Iterator[Piece]:
    """The pieces that go on with the stamp's last line, and further lines in the frame, or after «с 01.02.2020 до»."""
    whole, before = around([piece.frame for piece in inside]), inside[-1]
    for piece in rest:
        step, height = piece.frame.bottom - before.frame.bottom, _height(before)
        is_next = 0 < step <= _NEXT * height and whole.left - height <= piece.frame.left < whole.right
        goes_on = _UNFINISHED.search(before.text) is not None or (frame is not None and _begins_in(piece, frame))
        if piece.style != before.style or not (_is_beside(before, piece) or (is_next and goes_on)):
            return
        yield piece
        before = piece


def _begins_in(piece: Piece, frame: Rect) -> bool:
    """Whether the piece begins in the frame, or has its middle there: a centred line may be wider than the frame."""
    left, top, right, bottom = piece.frame
    is_across = frame.left <= left < frame.right or frame.left < (left + right) / 2 < frame.right
    return is_across and frame.top <= (top + bottom) / 2 <= frame.bottom


def _height(piece: Piece) -> float:
    return piece.frame.bottom - piece.frame.top
