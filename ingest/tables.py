"""A document -> its plans: each measure table with all its pages, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns import Column, Header, header_key, is_numbering
from ingest.lines import Line, own_text, read_line
from ingest.model import Document, Place, RawDoubt
from ingest.numbers import clean_number, number_order
from ingest.segments import Segment, cut_segments
from ingest.titles import is_furniture, is_marked, is_plan_title


@dataclass(frozen=True, slots=True)
class Title:
    """A text between two tables of one plan, or above a plan's header: its rows stand under it."""

    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A measure table with everything that goes on on further pages."""

    header: Header
    lines: tuple[Line | Title, ...]
    tables: tuple[int, ...]  # 1-based among all tables of the file
    doubts: tuple[RawDoubt, ...] = ()


def measure_tables(document: Document) -> tuple[Plan, ...]:
    """The plans of a document, in the order in which they stand; () when it has none."""
    plans: list[Plan] = []
    for segment in cut_segments(document):
        texts = [t for t in (*segment.before, *segment.captions) if not is_furniture(t)]
        if segment.header is not None and (not plans or _is_new(plans[-1], segment, segment.header, texts)):
            plans.append(_begin(segment, segment.header, texts))
        elif plans and (columns := _columns(plans[-1], segment, texts)):
            plans[-1] = _extend(plans[-1], segment, columns, texts)
        elif plans and not texts:
            plans[-1] = replace(plans[-1], doubts=(*plans[-1].doubts, _lost(segment)))
    return tuple(plans)


def _begin(segment: Segment, header: Header, texts: Sequence[str]) -> Plan:
    """A section's title may stand above the header: «I. Организационные мероприятия»."""
    titles = [Title(text) for text in texts[-1:] if is_marked(text) and not is_plan_title(text)]
    lines = _lines(segment, header.columns, goes_on=False)
    return Plan(header, (*titles, *lines), (segment.table,), header.doubts)


def _extend(plan: Plan, segment: Segment, columns: Sequence[Column], texts: Sequence[str]) -> Plan:
    titles = [Title(text) for text in texts]
    lines = _lines(segment, columns, goes_on=True)
    return replace(plan, lines=(*plan.lines, *titles, *lines), tables=(*plan.tables, segment.table))


def _is_new(plan: Plan, segment: Segment, header: Header, texts: Sequence[str]) -> bool:
    """A header begins a plan of its own, unless the numbers go on or nothing stands between the two."""
    if any(is_plan_title(text) for text in texts):
        return True
    if _restarts(plan, segment):
        return bool(texts) or not _begins_with_title(segment, header)
    if _numbers_go_on(plan, segment, header.columns):
        return False
    same = header_key(header.columns) == header_key(plan.header.columns)
    return not same or any(not is_marked(text) for text in texts)


def _columns(plan: Plan, segment: Segment, texts: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns under which a plan's further rows stand, None when the rows are not of this plan."""
    if segment.header is not None:
        return segment.header.columns
    columns = _fit(plan.header.columns, len(segment.grid.rows[0]))
    goes_on = not texts or not plan.lines or _numbers_go_on(plan, segment, columns or ())
    return columns if goes_on else None


def _fit(columns: tuple[Column, ...], width: int) -> tuple[Column, ...] | None:
    """The columns in a grid of another width: one for one, where there are as many of them."""
    if width == columns[-1].end:
        return columns
    if width == len(columns):
        return tuple(replace(column, start=at, end=at + 1) for at, column in enumerate(columns))
    return None


def _lines(segment: Segment, columns: Sequence[Column], goes_on: bool) -> list[Line]:
    """The segment's rows without those that count the columns; `top` where a page or table begins."""
    lines: list[Line] = []
    pages = segment.grid.pages
    for at in range(segment.start, segment.end):
        if is_numbering(segment.rows[at]):
            continue
        turned = bool(lines) and pages[at] != lines[-1].place.page
        place = Place(pages[at], segment.table, at + 1)
        lines.append(read_line(segment.rows[at], columns, place, at, turned or (goes_on and not lines)))
    return lines


def _numbers_go_on(plan: Plan, segment: Segment, columns: Sequence[Column]) -> bool:
    last, first = _last_number(plan), _first_number(segment, columns)
    return last is not None and first is not None and first > last


def _restarts(plan: Plan, segment: Segment) -> bool:
    columns = segment.header.columns if segment.header else ()
    last, first = _last_number(plan), _first_number(segment, columns)
    return last is not None and first is not None and first <= last and first[-1] == 1


def _last_number(plan: Plan) -> tuple[int, ...] | None:
    lines = [line for line in plan.lines if isinstance(line, Line)]
    orders = (number_order(clean_number(own_text(line, "number"))) for line in reversed(lines))
    return next((order for order in orders if order), None)


def _first_number(segment: Segment, columns: Sequence[Column]) -> tuple[int, ...] | None:
    lines = _lines(segment, columns, goes_on=False) if columns else []
    orders = (number_order(clean_number(own_text(line, "number"))) for line in lines)
    return next((order for order in orders if order), None)


def _begins_with_title(segment: Segment, header: Header) -> bool:
    lines = _lines(segment, header.columns, goes_on=False)
    return bool(lines) and own_text(lines[0], "number") == ""


def _lost(segment: Segment) -> RawDoubt:
    first = " | ".join(span.cell.text for span in segment.rows[segment.start] if span.cell.text)
    text = (
        f"Таблица {segment.table} стоит сразу за планом, без заголовка и с другим числом столбцов. Это его продолжение?"
    )
    return RawDoubt("lost_header", text, first)
