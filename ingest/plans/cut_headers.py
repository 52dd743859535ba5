"""Headers that the end of a page cut between their lines: «№», overleaf «п/п», are one heading."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.contents import content_of
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
        rest = _rest(joined[at], joined[at + 1], running)
        header = joined[at].header
        if rest is not None and header is not None:
            columns = tuple(
                replace(column, header=join_parts(column.header, entry.text, cut=True))
                for column, entry in zip(header.columns, rest, strict=True)
            )
            joined[at] = replace(joined[at], header=replace(header, columns=columns))
            joined[at + 1] = replace(joined[at + 1], start=joined[at + 1].start + 1)
    return tuple(segment for segment in joined if segment.header or segment.start < segment.end)


def _rest(segment: Segment, further: Segment, running: frozenset[str]) -> tuple[Entry, ...] | None:
    """What the first row of `further` prints of the header of `segment`, by its columns; None where that has rows."""
    parted = any(text not in running and not is_furniture(text) for text in further.before)
    alone = segment.header is not None and segment.start == segment.end and further.header is None
    is_overleaf = segment.table != further.table and len(segment.grid.rows[0]) == len(further.grid.rows[0])
    if segment.header is None or not alone or parted or not is_overleaf or further.start == further.end:
        return None
    place = Place(None, further.table, further.start + 1)
    entries = read_line(further.rows[further.start], segment.header.columns, place, further.start, True).entries
    printed = [entry for entry in entries if entry.text]
    return entries if printed and all(map(_goes_on, printed)) else None


def _goes_on(entry: Entry) -> bool:
    """«п/п», «исполнения»: no number, no deadline, nobody."""
    short = len(entry.text.split()) <= WORDS_IN_REST and not any(char.isdigit() for char in entry.text)
    return entry.text[:1].islower() and short and content_of([entry.text]) not in ("deadline", "responsible", "number")
