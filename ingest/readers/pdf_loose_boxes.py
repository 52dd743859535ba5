"""Boxes drawn over a table and not of it: the frame of a stamp that is a picture, a mark around some words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_lines import join_lines
from ingest.readers.pdf_rulings import Ruling, Rulings

_MOST = 4  # boxes on a page: of more, they are a table's cells, drawn one by one
_ON = 2.0  # points by which an end may miss the line on which it stands
_PAST = 12.0  # points that a line goes on at both sides of one that it surely crosses


def without_loose_boxes(rulings: Rulings) -> Rulings:
    """The rulings without the sides of boxes that a table's lines cross and that touch none of them."""
    if not 0 < len(rulings.boxes) <= _MOST:
        return rulings
    loose = {side for box in rulings.boxes if _is_loose(box, rulings) for side in _sides(box)}
    if not loose:
        return rulings
    return replace(rulings, horizontal=_without(rulings.horizontal, loose), vertical=_without(rulings.vertical, loose))


def _without(lines: Iterable[Ruling], sides: set[Ruling]) -> list[Ruling]:
    return [line for line in lines if not _is_among(line, sides)]


def _sides(box: Rect) -> tuple[Ruling, ...]:
    """Top, bottom, left, right."""
    across = (Ruling(at, box.left, box.right) for at in (box.top, box.bottom))
    return *across, *(Ruling(at, box.top, box.bottom) for at in (box.left, box.right))


def _is_among(line: Ruling, sides: set[Ruling]) -> bool:
    """Whether the line is one of the sides, or the point in which the path closes."""
    if line.end - line.start < _ON:
        return any(abs(line.at - side.at) <= _ON for side in sides)
    return any(all(abs(one - two) <= _ON for one, two in zip(line, side, strict=True)) for side in sides)


def _is_loose(box: Rect, rulings: Rulings) -> bool:
    sides = _sides(box)
    others = [join_lines(_without(lines, {*sides})) for lines in (rulings.horizontal, rulings.vertical)]
    meeting = [*_meeting(sides, *others)]
    return all(_crosses(line, side, _ON) for side, line in meeting) and any(
        _crosses(line, side, _PAST) for side, line in meeting
    )


def _meeting(sides: tuple[Ruling, ...], across: list[Ruling], down: list[Ruling]) -> Iterator[tuple[Ruling, Ruling]]:
    """Each side with the lines that meet it, or lie along it."""
    for at, side in enumerate(sides):
        own, other = (across, down) if at < 2 else (down, across)
        yield from ((side, line) for line in other if _meets(line, side))
        yield from ((side, line) for line in own if _lies_along(line, side))


def _meets(line: Ruling, side: Ruling) -> bool:
    """Whether the line, across the side, comes up to it."""
    return side.start - _ON <= line.at <= side.end + _ON and line.start - _ON <= side.at <= line.end + _ON


def _lies_along(line: Ruling, side: Ruling) -> bool:
    return abs(line.at - side.at) <= _ON and line.start <= side.end + _ON and side.start <= line.end + _ON


def _crosses(line: Ruling, side: Ruling, past: float) -> bool:
    is_inside = side.start + _ON < line.at < side.end - _ON
    return is_inside and line.start + past < side.at < line.end - past
