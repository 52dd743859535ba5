"""A scanned page set upright and straight, with the tables that its ruling lines make."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.model import Box
from ingest.readers.pdf_cells import PageTable, find_tables
from ingest.readers.pdf_geometry import Rect, View
from ingest.readers.scan_picture import FAINT, Lean, Mask, Picture, find_dark, find_lean, level, turn
from ingest.readers.scan_rulings import find_lines, to_rulings


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is read. Frames of its tables are PDF points from its own left top corner."""

    picture: Picture
    dark: Mask
    lines: Mask  # ruling lines, with the grey at their sides
    tables: list[PageTable]
    turns: int  # quarter turns clockwise that set it upright
    lean: Lean  # that it then had


def straighten(picture: Picture, turns: int) -> Sheet:
    """The sheet of a picture that so many quarter turns clockwise set upright. Raises: TooManyCells."""
    upright = turn(picture, turns)
    lean = find_lean(find_dark(upright))
    if any(lean):
        upright = level(upright, lean)
    across, along = find_lines(find_dark(upright, FAINT), upright.scale)
    tables = find_tables(to_rulings(across, along, upright.scale))
    return Sheet(upright, find_dark(upright), _thicken(across | along), tables, turns, lean)


def _thicken(lines: Mask) -> Mask:
    """The lines and two picture points on each side."""
    thick = lines.copy()
    for step in (1, 2):
        thick[step:] |= lines[:-step]
        thick[:-step] |= lines[step:]
        thick[:, step:] |= lines[:, :-step]
        thick[:, :-step] |= lines[:, step:]
    return thick


def boxes_of(sheet: Sheet, number: int) -> Callable[[Rect], Box]:
    """A function from a frame of the sheet to its box on the page (1-based) as the file shows it."""
    height, width = (side / sheet.picture.scale for side in sheet.picture.points.shape)
    shown_width, shown_height = (height, width) if sheet.turns % 2 else (width, height)
    shown = View(0, 0, shown_width, shown_height, 0)
    upright = View(0, 0, shown_width, shown_height, sheet.turns)

    def box(frame: Rect) -> Box:
        leaning = _lean(frame, sheet.lean, width / 2, height / 2)
        return Box(number, *(round(edge, 1) for edge in shown.rect(*upright.back(leaning))))

    return box


def _lean(frame: Rect, lean: Lean, x: float, y: float) -> Rect:
    """The frame around what stands in `frame` once the page leans again, about (x, y)."""
    corners = [(across, along) for across in (frame.left, frame.right) for along in (frame.top, frame.bottom)]
    places_across = [across - lean.along * (along - y) for across, along in corners]
    places_along = [along + lean.across * (across - x) for across, along in corners]
    return Rect(min(places_across), min(places_along), max(places_across), max(places_along))
