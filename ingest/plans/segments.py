"""A document's tables, cut where a header stands: each run of rows with the header above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns.column_groups import halves_of
from ingest.columns.columns import WORDS_IN_COLUMN_NAME, find_header, header_at, heading_columns, is_clear
from ingest.columns.guess import guess_columns, guess_header
from ingest.columns.header import LEVEL, Column, Header, Spans, header_key, lowest
from ingest.columns.heading_rows import ask_if_unsure, begins_with_number, is_measure_row, says_what_is_done
from ingest.columns.headings import fold_heading, heading_role
from ingest.columns.value_cells import holds_values
from ingest.furniture import is_furniture
from ingest.merges import Span, row_spans
from ingest.model import Document, Grid
from ingest.plan_title import part_title
from ingest.plans.running_heads import running_heads
from ingest.titles import is_footnote, is_plan_title

# «УТВЕРЖДАЮ ⏎ Директор …» beside «СОГЛАСОВАНО ⏎ …», typed into the table's first row.
APPROVAL = re.compile(r"(?i)утвержд(аю|ен)|согласован|рассмотрен|принят[оа]?\b|приложение\b")
# «Административно-⏎хозяйственная работа» over a PDF's table
PARTED_COMPOUND = re.compile(r"(?<=[^\W\d_]-)\n(?=[а-яё])")


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows `start` to `end` (0-based, exclusive) of one table."""

    table: int  # 1-based among all tables of the file
    grid: Grid
    rows: Spans
    header: Header | None  # None: the rows begin without one
    start: int
    end: int
    captions: tuple[str, ...]  # rows of a single text right above the header
    before: tuple[str, ...]  # paragraphs between the table and the one before it
    timetable: bool = False  # a week's, beside a plan: no measures


def cut_segments(document: Document) -> tuple[Segment, ...]:
    """All rows of all tables, in the order in which they stand."""
    segments: list[Segment] = []
    paragraphs: list[str] = []
    table = 0
    running = running_heads(document)
    for block in document.blocks:
        if isinstance(block, Grid):
            table += 1
            headers = [segment.header for segment in segments if segment.header]
            parted = any(text not in running and not is_furniture(text) for text in paragraphs)
            segments += _cut(block, table, tuple(paragraphs), headers[-1] if headers else None, parted)
            paragraphs = []
        elif not block.aside:
            paragraphs += part_title(PARTED_COMPOUND.sub("", block.text))
    return tuple(segments)


def guess_segments(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Tables of a file in which no header was found, the first that looks like a plan with a guessed header."""
    for at, segment in enumerate(segments):
        if (header := guess_columns(segment.rows)) is not None:
            return (*segments[:at], replace(segment, header=header), *segments[at + 1 :])
    return tuple(segments)


def is_caption(row: Sequence[Span]) -> bool:
    """One text across the table: its cell is merged, or it stands first and everything after it is empty."""
    printed = [span for span in row if span.cell.text]
    return len(printed) == 1 and (printed[0].end - printed[0].start > 1 or printed[0].start == 0)


def _cut(grid: Grid, table: int, before: tuple[str, ...], above: Header | None, parted: bool) -> list[Segment]:
    """`above`: the last header before the table; `parted`: a text of its own stands between its rows and the table."""
    rows = row_spans(grid)
    headers = _headers(rows, above, parted)
    segments = [Segment(table, grid, rows, None, 0, len(rows), (), before)]
    for first, header in _beginnings(rows, headers):
        top = _captions_begin(rows, segments[-1].start, first)
        captions = _texts_of(rows[top:first])
        segments[-1] = replace(segments[-1], end=top)
        start = header.end if header is not None else first
        segments += _halves(Segment(table, grid, rows, header, start, len(rows), captions, ()))
    kept = [segment for segment in segments if segment.header or segment.start < segment.end]
    return [replace(segment, before=() if at else before) for at, segment in enumerate(kept)]


def _beginnings(rows: Spans, headers: Sequence[Header]) -> list[tuple[int, Header | None]]:
    """Where headers stand, and under the first of them those of other tables (None) typed right under the plan."""
    known = {at for header in headers for at in range(header.first, header.end)}
    start = headers[0].end if headers else len(rows)
    others = [at for at in range(start, len(rows)) if at not in known and _heads_another(rows[at])]
    return sorted(
        [*((header.first, header) for header in headers), *((at, None) for at in others)], key=lambda one: one[0]
    )


def _heads_another(row: Sequence[Span]) -> bool:
    """True for «№ | Показатель | 2020», «Дата | Предмет | Класс», which no measure is.

    «№» stands where its number would, or all cells are names of columns.
    """
    texts = [span.cell.text for span in row if span.cell.text]
    roles = [heading_role(text) for text in texts if len(fold_heading(text)) <= WORDS_IN_COLUMN_NAME]
    return len(roles) == len(texts) > 1 and (roles[0] == "number" or (len(texts) > 2 and None not in roles))


def _halves(segment: Segment) -> list[Segment]:
    """The rows under a header, once for each half of a table that stands beside itself: first all of the left."""
    header = segment.header
    parts = halves_of(header.columns) if header is not None else ()
    if header is None or len(parts) == 1:
        return [segment]
    halves = [
        replace(segment, header=replace(header, columns=part), rows=_cropped(segment.rows, part)) for part in parts
    ]
    return [halves[0], *(replace(half, captions=()) for half in halves[1:])]


def _cropped(rows: Spans, columns: Sequence[Column]) -> Spans:
    start, end = columns[0].start, columns[-1].end
    return tuple(
        tuple(
            replace(span, start=max(span.start, start), end=min(span.end, end))
            for span in row
            if span.start < end and span.end > start
        )
        for row in rows
    )


def _headers(rows: Spans, above: Header | None, parted: bool) -> list[Header]:
    """A repeated header is known by its words; another one in the midst of a table must be clear by itself."""
    first = find_header(rows) or guess_header(rows)
    if first is not None and above is not None:
        first = _first_header(first, rows[first.first], above, parted)
    headers = [first] if first else []
    at = first.end if first else 0
    while at < len(rows):
        known = headers or ([above] if above else [])
        header = _in_one_row(rows, at, known) or header_at(rows, at) or _repeated(rows, at, known)
        if header is not None and _stands(header, rows[at], known):
            headers.append(ask_if_unsure(header, known) if known else header)
            at = header.end
        else:
            at += 1
    return headers


def _first_header(first: Header, row: Sequence[Span], above: Header, parted: bool) -> Header | None:
    """What a table begins with behind the rows under `above`: its header, or None where it goes on with a measure."""
    if parted:
        said = says_what_is_done(first.columns, above.columns) or holds_values(row, above.columns)
        return None if said or begins_with_number(row) else first
    return None if is_measure_row(first.columns, row, above.columns) else ask_if_unsure(first, [above])


def _stands(header: Header, row: Sequence[Span], known: Sequence[Header]) -> bool:
    repeats = any(header_key(header.columns) == header_key(other.columns) for other in known)
    return repeats or (is_clear(header) and not (known and is_measure_row(header.columns, row, known[-1].columns)))


def _repeated(rows: Spans, at: int, known: Sequence[Header]) -> Header | None:
    """The header that row `at` repeats though its words name too little: «Вид контроля | Сроки | Ответственные»."""
    columns = heading_columns(rows, at)
    same = (header for header in known if columns and header_key(header.columns) == header_key(columns))
    return next((Header(at, at + 1, header.columns) for header in same), None)


def _in_one_row(rows: Spans, at: int, known: Sequence[Header]) -> Header | None:
    """The header of two rows, «Срок» over «план | факт», that row `at` repeats as one: «Мероприятие | план | факт»."""
    twofold = [header for header in known if any(LEVEL in column.header for column in header.columns)]
    columns = heading_columns(rows, at) if twofold else ()
    same = next((header for header in twofold if _are_lowest(columns, header.columns)), None)
    return None if same is None else Header(at, at + 1, same.columns)


def _are_lowest(columns: Sequence[Column], above: Sequence[Column]) -> bool:
    """Whether the columns bear the lowest level of the headings above."""
    return len(columns) == len(above) and all(
        one.start == two.start and fold_heading(one.header) == fold_heading(lowest(two.header))
        for one, two in zip(columns, above, strict=True)
    )


def _is_approval(row: Sequence[Span]) -> bool:
    printed = [span.cell.text for span in row if span.cell.text]
    return len(printed) in (1, 2) and any(APPROVAL.match(text) for text in printed)


def _captions_begin(rows: Spans, start: int, end: int) -> int:
    """Where the rows above a header begin that are a title each, or an approval of one text or two side by side."""
    first = end
    while first > start and (is_caption(rows[first - 1]) or _is_approval(rows[first - 1])):
        first -= 1
    return first


def _texts_of(rows: Spans) -> tuple[str, ...]:
    texts = (span.cell.text for row in rows for span in row if span.cell.text)
    return tuple(part for text in texts for part in _parted_at_title(text))


def _parted_at_title(text: str) -> tuple[str, ...]:
    """What stands over a plan's title in the same cell, and the title: a footnote to the plan before.

    Two tables of a PDF without lines at their sides are one, what stands between them a row across it.
    """
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if is_plan_title(line)), 0)
    return ("\n".join(lines[:at]), "\n".join(lines[at:])) if at and is_footnote(lines[0]) else (text,)
