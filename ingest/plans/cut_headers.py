"""Headers that the end of a page cut: «№», overleaf «п/п», are one heading, and «начало», «окончание» part «Сроки»."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.columns import header_at
from ingest.columns.contents import content_of
from ingest.columns.header import Header
from ingest.columns.lines import Entry, read_line
from ingest.furniture import is_furniture
from ingest.joints import join_parts
from ingest.model import Place
from ingest.plans.segments import Segment

WORDS_IN_REST = 2  # of a heading: «за выполнение»


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
    return entries if printed and all(map(_goes_on, printed)) else None


def _with_second_row(segment: Segment, further: Segment) -> Header | None:
    """The header whose second row stands first in `further`: it names the columns that one heading goes over.

    The first row alone does not show which heading that is: the one at the place of the names, when all others stand
    above one column each.
    """
    second = further.rows[further.start]
    above = segment.rows[segment.start - 1]
    named = [at for at, span in enumerate(second) if span.cell.text]
    more = len(second) - len(above)
    together = len(named) > 1 and named == [*range(named[0], named[-1] + 1)]
    if more < 1 or not together or len(named) != more + 1 or any(span.end - span.start > 1 for span in second):
        return None
    widened = tuple(
        replace(
            span,
            row=0,
            start=at if at <= named[0] else at + more,
            end=at + 1 if at < named[0] else at + more + 1,
            cell=span.cell._replace(rowspan=1),
        )
        for at, span in enumerate(above)
    )
    rows = (
        tuple(replace(span, row=row, cell=span.cell._replace(rowspan=1)) for span in spans)
        for row, spans in enumerate(further.rows[further.start : further.start + 2], start=1)
    )
    header = header_at((widened, *rows), 0)
    return header if header is not None and header.end > 1 and len(header.columns) > len(above) else None


def _goes_on(entry: Entry) -> bool:
    """«п/п», «исполнения»: no number, no deadline, nobody."""
    short = len(entry.text.split()) <= WORDS_IN_REST and not any(char.isdigit() for char in entry.text)
    return entry.text[:1].islower() and short and content_of([entry.text]) not in ("deadline", "responsible", "number")
