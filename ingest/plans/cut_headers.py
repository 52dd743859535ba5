"""Headers that the end of a page cut: «№», overleaf «п/п», are one heading, and «начало», «окончание» part «Сроки»."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.columns import header_at
from ingest.columns.contents import content_of
from ingest.columns.header import Header
from ingest.columns.lines import Entry, read_line
from ingest.furniture import is_furniture
from ingest.joints import join_parts
from ingest.merges import Span
from ingest.model import Cell, Place
from ingest.plans.segments import Segment

WORDS_IN_REST = 2  # of a heading: «за выполнение»
SAME = 3.0  # points by which the edges of a column may differ from page to page
VALUES = ("deadline", "responsible", "number")  # of rows: no heading says them


def join_cut_headers(segments: Sequence[Segment], running: frozenset[str]) -> tuple[Segment, ...]:
    """The segments, the rest of a header on top of a page with the header that stands last on the page before."""
    joined = list(segments)
    for at in range(len(joined) - 1):
        header = joined[at].header
        if header is None or not _goes_on_overleaf(joined[at], joined[at + 1], running):
            continue
        whole = _with_second_row(joined[at], joined[at + 1])
        if whole is not None:
            joined[at] = replace(joined[at], header=replace(header, columns=whole.columns, doubts=whole.doubts))
            joined[at + 1] = replace(joined[at + 1], start=joined[at + 1].start + whole.end - 1)
            continue
        rest = _rest(joined[at], joined[at + 1])
        if rest is not None:
            columns = tuple(
                replace(column, header=join_parts(column.header, entry.text, cut=True))
                for column, entry in zip(header.columns, rest, strict=True)
            )
            joined[at] = replace(joined[at], header=replace(header, columns=columns))
            joined[at + 1] = replace(joined[at + 1], start=joined[at + 1].start + 1)
    return tuple(segment for segment in joined if segment.header or segment.start < segment.end)


def _goes_on_overleaf(segment: Segment, further: Segment, running: frozenset[str]) -> bool:
    """Whether no row stands under the header of `segment`, and rows without one in the table right behind it."""
    parted = any(text not in running and not is_furniture(text) for text in further.before)
    alone = segment.start == segment.end and further.header is None
    return alone and not parted and segment.table != further.table and further.start < further.end


def _rest(segment: Segment, further: Segment) -> tuple[Entry, ...] | None:
    """What the first row of `further` prints of the header of `segment`, by its columns; None where that has rows."""
    if segment.header is None or len(segment.grid.rows[0]) != len(further.grid.rows[0]):
        return None
    place = Place(None, further.table, further.start + 1)
    entries = read_line(further.rows[further.start], segment.header.columns, place, further.start, True).entries
    printed = [entry for entry in entries if entry.text]
    return entries if printed and all(_is_rest(entry.text) for entry in printed) else None


def _with_second_row(segment: Segment, further: Segment) -> Header | None:
    """The header whose second row stands first in `further`: it names the columns that one heading goes over.

    Beside these names may stand what is left of the other headings.
    """
    above, second = segment.rows[segment.start - 1], further.rows[further.start]
    places = [at for at in range(len(above)) if _parts(above, second, at)]
    if len(places) != 1:
        return None
    (at,), more = places, len(second) - len(above)
    inside = range(at, at + more + 1)
    first = tuple(
        Span(0, place, end, _whole(span.cell, "" if place in inside else second[place].cell.text))
        for span, place, end in _places(above, at, more)
    )
    names = tuple(Span(1, n, n + 1, _whole(span.cell) if n in inside else Cell("")) for n, span in enumerate(second))
    below = (tuple(replace(span, row=2) for span in row) for row in further.rows[further.start + 1 : further.start + 2])
    header = header_at((first, names, *below), 0)
    return header if header is not None and header.end > 1 and len(header.columns) > len(above) else None


def _parts(above: Sequence[Span], second: Sequence[Span], at: int) -> bool:
    """Whether the heading at this place of the first row may stand over several names of the second, and no other."""
    more = len(second) - len(above)
    if more < 1 or any(span.end - span.start > 1 for span in second):
        return False
    names, others = second[at : at + more + 1], (*second[:at], *second[at + more + 1 :])
    left, right = names[0].cell.box, names[-1].cell.box
    box = above[at].cell.box
    aligned = True
    if box is not None and left is not None and right is not None:
        aligned = abs(box.left - left.left) <= SAME and abs(box.right - right.right) <= SAME
    named = all(span.cell.text and content_of([span.cell.text]) not in VALUES for span in names)
    return aligned and named and all(not span.cell.text or _is_rest(span.cell.text) for span in others)


def _places(above: Sequence[Span], at: int, more: int) -> list[tuple[Span, int, int]]:
    """The cells of the first row, each with its columns' start and end (exclusive) in the table overleaf."""
    return [(span, n if n <= at else n + more, n + 1 if n < at else n + more + 1) for n, span in enumerate(above)]


def _whole(cell: Cell, rest: str = "") -> Cell:
    return cell._replace(text=join_parts(cell.text, rest, cut=True) if rest else cell.text, rowspan=1)


def _is_rest(text: str) -> bool:
    """«п/п», «исполнения»: no number, no deadline, nobody."""
    short = len(text.split()) <= WORDS_IN_REST and not any(char.isdigit() for char in text)
    return text[:1].islower() and short and content_of([text]) not in VALUES
