"""Ruling lines of a PDF page, from pdfium's path objects, and the pictures on it."""

import ctypes
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.errors import TooManyCells
from ingest.readers.pdf_calls import kind_of, object_at, write_bounds
from ingest.readers.pdf_geometry import Rect, View, around

THIN = 3.0  # points; the thickest border that Word offers is 6, the thickest ever seen in a plan 2.25
_BOX = 5  # segments of one rectangle
MAX_SEGMENTS = 20_000  # of one page; a plan's page has some hundred, a drawing or an attack a million
_MAX_FORM_DEPTH = 4

Matrix = tuple[float, float, float, float, float, float]
Drawing = tuple[pdfium.FPDF_PAGEOBJECT, int, Matrix]  # a path or picture, its kind, and where its form stands
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_SHOWN = frozenset((pdfium.FPDF_PAGEOBJ_PATH, _IMAGE))
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Ruling(NamedTuple):
    """A straight line along an axis: its place across, and from where to where it goes along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """All straight lines that a page paints along its axes, unjoined, in any order, and its pictures' frames."""

    horizontal: list[Ruling]
    vertical: list[Ruling]
    pictures: list[Rect]
    boxes: list[Rect] = field(default_factory=list)  # that are drawn as one, their sides among the lines


def find_rulings(page: pdfium.FPDF_PAGE, view: View, left_out: Collection[int] = ()) -> Rulings:
    """The lines of the page as `view` shows it, without those of the drawings whose `address` is left out.

    A thin rectangle is one line (Word fills its borders, LibreOffice strokes them); of other painted paths each
    straight side is one, and of shadings, which are filled and not stroked, none.
    Raises: TooManyCells.
    """
    found = Rulings([], [], [])
    for count, rect in enumerate(_thin_rects(page, view, found, left_out)):
        if count > MAX_SEGMENTS:
            raise TooManyCells(f"more than {MAX_SEGMENTS} lines", f"больше {MAX_SEGMENTS} линий")
        _sort_in(rect, found)
    return found


def _sort_in(rect: Rect, found: Rulings) -> None:
    """A dot of a dotted border may be part of either; alone it is too short for a line."""
    width, height = rect.right - rect.left, rect.bottom - rect.top
    is_dot = width <= THIN and height <= THIN
    if height <= THIN and (height < width or is_dot):
        found.horizontal.append(Ruling((rect.top + rect.bottom) / 2, rect.left, rect.right))
    if width <= THIN and (width < height or is_dot):
        found.vertical.append(Ruling((rect.left + rect.right) / 2, rect.top, rect.bottom))


def _thin_rects(page: pdfium.FPDF_PAGE, view: View, found: Rulings, left_out: Collection[int]) -> Iterator[Rect]:
    """Each line as a rectangle; pictures and boxes are added to what is found."""
    edges = [ctypes.c_float() for _ in range(4)]
    written = [ctypes.byref(edge) for edge in edges]
    for path, kind, matrix in drawings(page):
        if not write_bounds(path, *written) or (left_out and address(path) in left_out):
            continue  # a path that only clips, or nothing at all
        left, bottom, right, top = [edge.value for edge in edges]
        if matrix is not IDENTITY:
            (left, bottom), (right, top) = apply_matrix(matrix, left, bottom), apply_matrix(matrix, right, top)
        bounds = view.rect(left, bottom, right, top)
        if kind == _IMAGE:
            found.pictures.append(bounds)
        elif min(bounds.right - bounds.left, bounds.bottom - bounds.top) <= THIN:
            yield bounds
        elif (count := pdfium.FPDFPath_CountSegments(path)) > _BOX or _is_stroked(path):
            # more than one rectangle in a filled path: the whole frame of a table, drawn as bars
            sides = [*_segments(path, matrix, view)]
            if count <= _BOX and sides:
                found.boxes.append(around(sides))
            yield from sides


def address(item: pdfium.FPDF_PAGEOBJECT) -> int:
    """What tells an object of the page from the others, as long as the page is loaded."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def drawings(page: pdfium.FPDF_PAGE, kinds: Collection[int] = _SHOWN) -> Iterator[Drawing]:
    """The objects of the page of these kinds, in the order in which they are drawn."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = object_at(page, index)
        kind = kind_of(item)  # most are text
        if kind in kinds:
            yield item, kind, IDENTITY
        elif kind == _FORM:
            yield from _drawings_in(item, IDENTITY, 1, kinds)


def _drawings_in(form: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int, kinds: Collection[int]) -> Iterator[Drawing]:
    inner = _multiply(_matrix(form), matrix)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind in kinds:
            yield item, kind, inner
        elif kind == _FORM and depth < _MAX_FORM_DEPTH:
            yield from _drawings_in(item, inner, depth + 1, kinds)


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def apply_matrix(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _is_stroked(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _segments(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, view: View) -> Iterator[Rect]:
    """Each straight side of the path as a rectangle without thickness; curves are no rulings."""
    whole = _multiply(_matrix(path), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    here = begin = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = apply_matrix(whole, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield view.rect(*here, *point)
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield view.rect(*here, *begin)
            here = begin
