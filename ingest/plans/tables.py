"""A document -> its plans: each measure table with all its pages, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.columns.columns import find_header
from ingest.columns.guess import complete_header, guess_plan, looks_unread, resembles_plan
from ingest.columns.header import Column, Header
from ingest.columns.lines import Line
from ingest.furniture import is_furniture
from ingest.model import Document, RawDoubt
from ingest.month_titles import months_named
from ingest.notes import is_note, is_sentence, says_something
from ingest.plan_title import find_title
from ingest.plans.above import heading_above, outer_heading
from ingest.plans.cut_headers import join_cut_headers
from ingest.plans.follow import (
    Tail,
    begins_plan,
    columns_of,
    counts_on,
    first_number,
    is_foreign,
    may_go_on,
    read_lines,
)
from ingest.plans.foreign import goes_on_with, may_be_plans
from ingest.plans.nested import inner_tables
from ingest.plans.repeated import ask_about_more
from ingest.plans.running_heads import running_heads
from ingest.plans.sections import section_title
from ingest.plans.segments import Segment, cut_segments, guess_segments
from ingest.plans.timetables import mark_timetables
from ingest.plans.under_heading import columns_under_heading
from ingest.titles import WORDS_IN_TABLE_HEADING, is_footnote, is_heading, is_marked, is_plan_title

INNER_PLAN = "Таблица {} с мероприятиями стоит в клетке другой: она прочитана как текст этой клетки. Верно ли?"
HEADED = "Без заголовка столбцов, под своим названием: {}. Прочитано по столбцам плана. Верно ли?"
NO_SECTION = "Над строками, номера которых идут дальше, стоит «{}»: это прочитано не как название раздела. Верно ли?"
NO_ROWS = "Под строкой «{}», прочитанной как заголовок таблицы, нет ни одной строки. Это мероприятие?"

UNREAD = "Таблица {} не прочитана: её заголовок незнаком, а в ней есть сроки и люди. Это мероприятия?"
WEEK = "Таблица {} – распорядок недели: в план не включена. Есть ли в ней мероприятия?"
LOST = "Таблица {} стоит за планом, без заголовка, и не похожа на него. Это его продолжение?"
LOST_ALIKE = "Таблица {} стоит за другой таблицей, без заголовка, но похожа на план. Это его продолжение?"

LEAST_TITLES = 2  # across a table: one may stand over what is left, «Дополнительно»


@dataclass(frozen=True, slots=True)
class Title:
    """A text between two tables of one plan, or above a plan's header: its rows stand under it."""

    text: str
    doubt: RawDoubt | None = None  # it may be no title


@dataclass(slots=True)
class Plan:
    """A measure table with everything that goes on on further pages."""

    header: Header
    lines: list[Line | Title] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)  # 1-based among all tables of the file
    captions: tuple[str, ...] = ()  # rows of a single text above the header that are no section's title
    title: str | None = None  # printed between the plan before and this one
    heading: str | None = None  # the text right above the header, if it may be the title of a section
    outer: str | None = None  # the text above that, if it is the title of the part that the section is in
    month_line: str | None = None  # the text right above the header, where it names a month and is not in the title
    repeated: list[str] = field(default_factory=list)  # words of the headers that stand again, perhaps in other words
    has_headings: bool = False  # its repeated headers stand under titles
    headed: list[tuple[int, str]] = field(default_factory=list)  # tables read under its header, each under a text
    doubts: list[RawDoubt] = field(default_factory=list)


def measure_tables(document: Document) -> tuple[Plan, ...]:
    """The plans of a document, in the order in which they stand; () when it has none."""
    running = running_heads(document)
    found, inner = join_cut_headers(cut_segments(document), running), inner_tables(document)
    segments: Sequence[Segment] = [segment for segment in found if segment.table not in inner]
    if not any(segment.header for segment in segments):
        segments = guess_segments(segments)
    plans = _join(mark_timetables(segments), running)
    are_headed = any(plan.heading for plan in plans[1:]) or any(map(_is_parted, plans))
    for plan in plans:
        if plan.heading is not None and (are_headed or is_marked(plan.heading) or _lacks_first_title(plan)):
            titles = [text for text in (plan.outer, plan.heading) if text is not None]
            plan.lines[:0] = map(Title, titles)
            plan.captions = tuple(text for text in plan.captions if text not in titles)
    for segment in found:
        around = [plan for plan in plans if min(plan.tables) < segment.table]
        if segment.table in inner and segment.header is not None and around:
            around[-1].doubts.append(RawDoubt("reader", INNER_PLAN.format(segment.table)))
    _ask_about_headed(plans)
    return _ask_about_empty(plans)


def _ask_about_headed(plans: Sequence[Plan]) -> None:
    """One question about all tables of a plan that have no header, no numbers and a text of their own above them."""
    for plan in plans:
        if plan.headed:
            text = HEADED.format(", ".join(f"таблица {table}" for table, _ in plan.headed))
            plan.doubts.append(RawDoubt("lost_header", text, "\n".join(text for _, text in plan.headed)))


def _ask_about_empty(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """The plans, one without rows with a question: its header may be a measure; () where none has any."""
    empty = [plan for plan in plans if not any(isinstance(line, Line) for line in plan.lines)]
    for plan in empty:
        printed = " | ".join(column.header for column in plan.header.columns if column.header)
        plan.doubts.append(RawDoubt("lost_header", NO_ROWS.format(printed), printed))
    return plans if len(empty) < len(plans) else ()


def _is_parted(plan: Plan) -> bool:
    """Whether its further tables or headers stand under titles of their own, so that the first may as well."""
    return plan.has_headings or any(isinstance(line, Title) and is_heading(line.text) for line in plan.lines)


def _lacks_first_title(plan: Plan) -> bool:
    """Whether titles across the table part all of its rows but the first ones, whose title may stand over the header.

    A PDF's table without lines at its sides goes on through the titles between its parts, all but the first.
    """
    titles = [isinstance(line, Line) and section_title(line) is not None for line in plan.lines]
    return titles[:1] == [False] and sum(titles) >= LEAST_TITLES


def _join(segments: Sequence[Segment], running: frozenset[str]) -> tuple[Plan, ...]:
    plans: list[Plan] = []
    unread: list[RawDoubt] = []  # tables before the first plan
    apart: list[Segment] = []  # the table right before, if it is no part of a plan, with what goes on with it
    lost = False  # whether it was asked about
    for segment in segments:
        texts = [t for t in (*segment.before, *segment.captions) if not is_furniture(t) and t not in running]
        tail = _tail(plans[-1]) if plans else None
        if segment.timetable:
            (plans[-1].doubts if plans else unread).append(_lost(segment))
            apart, lost = [segment], True
            continue
        if segment.header is not None and (tail is None or begins_plan(tail, segment, texts)):
            plans.append(_begin(segment, segment.header, texts, first=tail is None))
        elif tail and goes_on_with(apart, segment, texts, tail):
            alike = may_be_plans(apart, segment, tail)
            plans[-1].doubts += [_lost(segment, alike)] if lost or alike else []
            apart.append(segment)
            continue
        elif tail and (columns := columns_of(tail, segment, texts)):
            _extend(plans[-1], segment, columns, texts)
        elif tail and (columns := columns_under_heading(tail, segment, texts)):
            _extend(plans[-1], segment, columns, texts)
            plans[-1].headed.append((segment.table, texts[-1]))
        elif tail and texts and (guessed := guess_plan(segment.rows[segment.start : segment.end])) is not None:
            plans.append(_begin(segment, guessed, texts, first=False))
        else:
            foreign = apart[-1] if apart and not lost else None
            lost = _may_be_lost(segment, foreign, texts, first=tail is None) or may_go_on(tail, segment)
            (plans[-1].doubts if plans else unread).extend([_lost(segment)] if lost else [])
            apart = [segment]
            continue
        apart = []
    for plan in plans[:1]:
        plan.doubts += unread
    return tuple(plans)


def _may_be_lost(segment: Segment, foreign: Segment | None, texts: Sequence[str], first: bool) -> bool:
    """True for rows that belong to no plan and may be measures; `first`: no plan stands before them."""
    rows = segment.rows[segment.start : segment.end]
    if looks_unread(rows) or (segment.header is None and find_header(rows) is not None):
        return True  # the last: what reads like a header and is none
    return not first and (resembles_plan(rows) if texts else not is_foreign(segment, foreign))


def _begin(segment: Segment, header: Header, texts: Sequence[str], first: bool) -> Plan:
    header = complete_header(header, segment.rows[segment.start : segment.end])
    lines = read_lines(segment, header.columns, goes_on=False)
    doubts = list(header.doubts)
    title, heading = find_title(texts), heading_above(texts, first)
    month_line, outer = _month_line(texts, title), outer_heading(texts, heading)
    return Plan(header, [*lines], [segment.table], segment.captions, title, heading, outer, month_line, doubts=doubts)


def _month_line(texts: Sequence[str], title: str | None) -> str | None:
    """«План работы на октябрь» under «Годовой план», «Мероприятия ноября»; None for a title that speaks for itself."""
    text = next((text for text in reversed(texts) if not is_note(text)), "")
    is_short = len(text.split()) <= WORDS_IN_TABLE_HEADING and " ".join(text.split()) not in (title or "")
    return text if is_short and months_named(text) else None


def _extend(plan: Plan, segment: Segment, columns: Sequence[Column], texts: Sequence[str]) -> None:
    lines = read_lines(segment, columns, goes_on=True)
    repeated = [text for text in texts if is_plan_title(text) and counts_on(_tail(plan), lines)]
    plan.doubts += [RawDoubt("section", NO_SECTION.format(text), text) for text in repeated if not _is_in(text, plan)]
    titles = [text for text in texts if not (is_footnote(text) or is_note(text) or says_something(text))]
    plan.lines += [_title_between(text) for text in titles if text not in repeated]
    if segment.header is not None:
        plan.repeated += [column.header for column in segment.header.columns]
        plan.doubts += ask_about_more(segment.table, segment.header.columns, plan.header.columns)
    plan.has_headings |= segment.header is not None and bool(segment.captions)
    plan.lines += lines
    plan.tables.append(segment.table)


def _is_in(text: str, plan: Plan) -> bool:
    return " ".join(text.split()) in (plan.title or "")


def _title_between(text: str) -> Title:
    """A text between two tables as a title, a sentence with a question."""
    doubted = is_sentence(text) and not is_marked(text)
    return Title(
        text, RawDoubt("section", "Предложение между таблицами: это название раздела?", text) if doubted else None
    )


def _tail(plan: Plan) -> Tail:
    lines = [line for line in plan.lines if isinstance(line, Line)]
    return Tail(plan.header.columns, first_number(lines[::-1]), lines[-1] if lines else None)


def _lost(segment: Segment, alike: bool = False) -> RawDoubt:
    """The question about rows that are in no plan; `alike`: they look like one's."""
    rows = segment.rows[segment.start : segment.end]
    surface = "\n".join(" | ".join(span.cell.text for span in row if span.cell.text) for row in rows)
    text = WEEK if segment.timetable else LOST_ALIKE if alike else UNREAD if looks_unread(rows) else LOST
    return RawDoubt("lost_header", text.format(segment.table), surface)
