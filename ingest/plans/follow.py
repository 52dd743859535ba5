"""Whether a run of rows begins a plan of its own or goes on with the plan before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns.columns import heading_columns, is_numbering
from ingest.columns.contents import DAY, are_bare_days, are_people, content_of, words_in
from ingest.columns.fit import fit_but_one, fit_columns, fit_merged
from ingest.columns.header import Column, has_role, header_key
from ingest.columns.heading_rows import is_measure_row
from ingest.columns.headings import Role, heading_role
from ingest.columns.lines import Line, own_entries, own_text, read_line
from ingest.model import Place
from ingest.month_titles import month_of
from ingest.notes import is_note
from ingest.numbers import clean_number, number_order
from ingest.plans.sections import section_title
from ingest.plans.segments import Segment
from ingest.signed import SIGNER, is_signed
from ingest.titles import is_heading, is_marked, is_plan_title

FILLED: tuple[Role, ...] = ("deadline", "responsible")
SIGNED_LINE = re.compile(r"_{3,}[/\s]*")
BARE = re.compile(r"\d[\d\s()+-]*")  # a telephone, a sum, a count
PHONE = re.compile(r"\+?[\d\s()-]{5,}")  # «51244», «5-12-44»: one row is enough
WORDS_IN_NAME = 3  # of a subject, a school: a measure has more
SIGNATURE_ROWS = 4  # a signature under a plan is a small table
SIGNATURE_TEXT = 80  # characters in its longest cell: a post


@dataclass(frozen=True, slots=True)
class Tail:
    """What the rows so far say of those that may follow: their columns and last number."""

    columns: tuple[Column, ...]
    last: tuple[int, ...] | None
    end: Line | None  # the last row; None: nothing but the header was read yet


def begins_plan(tail: Tail, segment: Segment, texts: Sequence[str]) -> bool:
    """True when a run of rows with a header is a plan of its own.

    It is one when a title says so («План …», «Приложение № 2»), or the numbers begin again under a text or
    without a section's title, or the header is another one. It goes on with the plan before when the numbers
    do, or when its repeated header is all that stands between the rows, but for a title in the table itself: on
    this page, under the rest of a row that the page cut, or as the last row of the page before.
    """
    header = segment.header
    if header is None or any(is_plan_title(text) for text in texts):
        return header is not None
    same = header_key(header.columns) == header_key(tail.columns)
    if same and segment.captions and not segment.before:
        return False
    lines = read_lines(segment, _alike(header.columns, tail.columns), goes_on=True)
    first = first_number(lines)
    if same and _are_section_titles(texts):
        return False
    if first and tail.last and first <= tail.last and first[-1] == 1:
        return bool(texts) or not _under_title(lines, tail.end if same else None)
    if first and tail.last and first > tail.last:
        return False
    return not same or any(not is_marked(text) for text in texts if not is_note(text))


def _are_section_titles(texts: Sequence[str]) -> bool:
    """Whether all that stands over a repeated header are titles with a mark, «II. Работа с кадрами», «Октябрь»."""
    titles = [text for text in texts if not is_note(text)]
    return bool(titles) and all(map(is_marked, titles))


def _under_title(lines: Sequence[Line], end: Line | None) -> bool:
    """Whether the first number stands under a section's title; `end`: the row that the lines follow.

    A page may cut the title's cell below its text: what is left of it overleaf is an empty row.
    """
    lines = [line for line in lines if own_entries(line)]
    at = next(at for at, line in enumerate(lines) if first_number([line]))
    above = lines[at - 1] if at else end
    return section_title(lines[0]) is not None or (above is not None and section_title(above) is not None)


def columns_of(tail: Tail, segment: Segment, texts: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns under which a run of rows goes on with a plan, None when it does not.

    Rows without a header go on when they have as many columns and follow at once; under a text, when their
    numbers go on, or begin again over deadlines or responsible parties.
    """
    if segment.header is not None:
        return _alike(segment.header.columns, tail.columns)
    fitted = fit_columns(tail.columns, len(segment.grid.rows[0])) or _fit_but_one(tail, segment)
    merged = None if fitted else _fit_merged(tail, segment, texts)
    columns = fitted or merged
    if columns is None or is_signature(segment) or looks_signed(segment) or is_other_table(segment, tail.columns):
        return None
    if merged is not None:
        return merged
    lines = read_lines(segment, columns, goes_on=True)
    if not lines or heading_role(own_text(lines[0], "number")) == "number":
        return None  # «№ | Показатель | 2020 | 2021»: a table of its own
    number = first_number(lines[:2])
    goes_on = number is not None and (tail.last is None or number > tail.last)
    again = number is not None and number[-1] == 1 and _is_filled_alike(lines, texts)
    return columns if not texts or tail.end is None or goes_on or again else None


def _alike(columns: tuple[Column, ...], plan: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a repeated header with the roles and times that the plan's cells gave them."""
    if header_key(columns) != header_key(plan):
        return columns
    return tuple(replace(c, role=known.role, period=known.period) for c, known in zip(columns, plan, strict=True))


def may_go_on(tail: Tail | None, segment: Segment) -> bool:
    """True for rows with people where the plan has them, whatever stands in the place of deadlines; or with deadlines
    beside long texts.

    They are numbered, or the plan is not; a commission's names are no measures. So are rows whose numbers go on with
    the very next one.
    """
    columns = fit_columns(tail.columns, len(segment.grid.rows[0])) if tail is not None else None
    if tail is None or columns is None or segment.header is not None:
        return False
    lines = read_lines(segment, columns, goes_on=True)
    if counts_on(tail, lines):
        return True
    measures, dates, posts = ([own_text(line, role) for line in lines] for role in ("measure", *FILLED))
    named = are_people(measures)
    dated = content_of(dates) == "deadline" and content_of(measures) == "text" and words_in(measures) > WORDS_IN_NAME
    alike = first_number(lines[:1]) is not None or (tail.last is None and not is_foreign(segment, None))
    return alike and (content_of(posts) == "responsible" or dated) and not named


def _is_filled_alike(lines: Sequence[Line], titles: Sequence[str]) -> bool:
    """Deadlines or people stand where the plan has them; «директор | председатель» of a commission are no deadlines.

    Bare days («12-14», «до 20») count beside people.
    """
    texts, people = ([own_text(line, role) for line in lines] for role in FILLED)
    deadlines, posts = content_of(texts), content_of(people)
    days = posts == "responsible" and are_bare_days(texts, any(month_of(title) for title in titles))
    return deadlines == "deadline" or days or (deadlines is None and posts == "responsible")


def is_foreign(segment: Segment, before: Segment | None) -> bool:
    """True for rows after a plan that are surely none of it: a signature, a table with a heading of its own.

    So are the rows that go on with such a table, `before`, on the next page.
    """
    width = len(segment.grid.rows[0])
    signed = is_signature(segment) or looks_signed(segment)
    return signed or _has_heading(segment) or (before is not None and width == len(before.grid.rows[0]))


def is_other_table(segment: Segment, above: Sequence[Column]) -> bool:
    """True for rows under «Дата | Класс | Предмет | Ответственный»: headings that are all known make another table."""
    columns = heading_columns(segment.rows[: segment.end], segment.start) if segment.start < segment.end else ()
    if columns and is_measure_row(columns, segment.rows[segment.start], above):
        return False
    named = [column for column in columns if column.header]
    return len(named) > 2 and all(heading_role(column.header) is not None for column in named)


def _has_heading(segment: Segment) -> bool:
    """True for «Школа | Телефон» over rows with a bare number in one of the columns: no deadline is one."""
    rows = [[span.cell.text for span in row] for row in segment.rows[segment.start : segment.end]]
    if len(rows) < 2 or not all(rows[0]) or any(char.isdigit() for text in rows[0] for char in text):
        return False
    columns = [column for column in zip(*rows, strict=False) if heading_role(column[0]) != "number"]
    bare = BARE if len(rows) > 2 else PHONE
    return any(all(bare.fullmatch(text) for text in column[1:]) for column in columns)


def looks_signed(segment: Segment) -> bool:
    """True for «Начальник отдела | | И.О. Фамилия»."""
    rows = [[span.cell.text for span in row if span.cell.text] for row in segment.rows[segment.start : segment.end]]
    return len(rows) <= SIGNATURE_ROWS and all(is_signed(row) for row in rows)


def is_signature(segment: Segment) -> bool:
    """True for «Начальник отдела | ________ | И.О. Фамилия», with a line to sign on."""
    texts = [span.cell.text for row in segment.rows[segment.start : segment.end] for span in row]
    small = segment.end - segment.start <= SIGNATURE_ROWS and all(len(text) <= SIGNATURE_TEXT for text in texts)
    blank = any(SIGNED_LINE.fullmatch(text) for text in texts)
    numbered = any(text[:1].isdigit() for text in texts)
    return small and blank and not numbered and any(SIGNER.search(text) for text in texts)


def read_lines(segment: Segment, columns: Sequence[Column], goes_on: bool) -> list[Line]:
    """The segment's rows without those that count the columns; `top` where a page or table begins."""
    lines: list[Line] = []
    pages = segment.grid.pages
    for at in range(segment.start, segment.end):
        if not is_numbering(segment.rows[at]):
            turned = bool(lines) and pages[at] != lines[-1].place.page
            top = turned or (goes_on and not lines)
            place = Place(pages[at], segment.table, at + 1)
            lines.append(read_line(segment.rows[at], columns, place, at, top))
    return lines


def first_number(lines: Sequence[Line]) -> tuple[int, ...] | None:
    """The first number that is printed in the lines, as it is ordered; «05.09.2022» is none."""
    texts = (own_text(line, "number") for line in lines)
    orders = (number_order(clean_number(text)) for text in texts if DAY.fullmatch(text.strip()) is None)
    return next((order for order in orders if order), None)


def _fit_but_one(tail: Tail, segment: Segment) -> tuple[Column, ...] | None:
    """The columns in a grid with one more or less: its numbers go on with the next, and the other columns agree."""
    rows = segment.rows[segment.start : segment.end]
    for columns in fit_but_one(tail.columns, rows, len(segment.grid.rows[0])):
        lines = read_lines(segment, columns, goes_on=True)
        if counts_on(tail, lines) and _agree(columns, lines):
            return columns
    return None


def _fit_merged(tail: Tail, segment: Segment, titles: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns in a grid of rows that all say when and who in one cell, «По графику Управления образования».

    That cell begins with a time or with people; their numbers go on with the next, or begin again under a title.
    """
    columns = fit_merged(tail.columns, len(segment.grid.rows[0]))
    if columns is None:
        return None
    lines = read_lines(segment, columns, goes_on=True)
    measures, said = ([own_text(line, role) for line in lines] for role in ("measure", "deadline"))
    number = first_number(lines[:1])
    titled = bool(titles) and (is_marked(titles[-1]) or is_heading(titles[-1]))
    again = titled and number is not None and number[-1] == 1
    # «май» alone may as well stand in a table without the people's column
    said = said if words_in(said) > 1 else []
    worded = all(measures) and all(said) and not are_people(measures) and content_of(measures) == "text"
    return columns if worded and content_of(said) in FILLED and (again or counts_on(tail, lines)) else None


def counts_on(tail: Tail, lines: Sequence[Line]) -> bool:
    """Whether the lines begin with the very next number, perhaps under the rest of a row that a page cut."""
    return tail.last is not None and first_number(lines[:2]) == (*tail.last[:-1], tail.last[-1] + 1)


def _agree(columns: Sequence[Column], lines: Sequence[Line]) -> bool:
    """Whether deadlines and people stand where the plan has them."""
    held = {role: content_of([own_text(line, role) for line in lines]) for role in FILLED if has_role(columns, role)}
    measures = [own_text(line, "measure") for line in lines]
    return all(content == role for role, content in held.items()) and any(measures) and not are_people(measures)
