"""A cell's text cut where mentions begin and end, so that a template can mark them without slicing."""

from collections.abc import Iterable
from dataclasses import dataclass

from store.review.model import CellField, Span


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    marked: bool


def cut(text: str, field: CellField, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """Segments that joined give the text. Spans may overlap («школ №№ 2, 7» shares words) or lie outside."""
    covered = sorted((one.start, one.end) for one in spans if one.field == field)
    segments: list[Segment] = []
    here = 0
    for start, end in _joined(covered):
        start, end = min(start, len(text)), min(end, len(text))
        segments += [Segment(text[here:start], False), Segment(text[start:end], True)]
        here = end
    segments.append(Segment(text[here:], False))
    return tuple(one for one in segments if one.text)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
