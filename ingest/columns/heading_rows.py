"""Whether a row that reads like a header is one, seen from the plan that it stands in or behind.

A row cut by a page begins the next page with half a sentence: «собеседования по русскому языку | дополнительные сроки –
09.03.2022 г. | руководители школ», and its words name three columns.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.columns import is_clear
from ingest.columns.header import LEVEL, Column, Header, has_role, header_key, lowest
from ingest.columns.heading_words import is_bare
from ingest.columns.headings import Role, heading_role
from ingest.columns.value_cells import holds_values
from ingest.merges import Span
from ingest.model import RawDoubt
from ingest.months import MONTH
from ingest.numbers import NUMBER

FRAMED: tuple[Role, ...] = ("measure", "deadline", "responsible")
DATED = re.compile(rf"(?i){MONTH}|\b\d{{1,2}}\.\d{{2}}\b|\b20\d\d\b")


def is_measure_row(columns: Sequence[Column], row: Sequence[Span], above: Sequence[Column]) -> bool:
    """True where `row`, which would name `columns`, goes on with the measures under `above` and is no header.

    Its number is printed or left blank where those of the measures stand; or it has a date where headings have none;
    or its cells begin with small letters, as those of `above` do not; or it says in them what no heading does; or they
    are a time and people.
    """
    if header_key(columns) == header_key(above):
        return False
    if says_what_is_done(columns, above) or holds_values(row, above):
        return True
    if begins_with_number(row) or any(_is_dated(column) for column in columns):
        return True
    return _leaves_number_blank(columns, above) or (_begins_small(columns) and not _begins_small(above))


def says_what_is_done(columns: Sequence[Column], above: Sequence[Column]) -> bool:
    """True for «Мероприятия ко Дню Победы | Даты по плану | Ответственные – педагоги» under a header without a number.

    Its cells stand in the order of those `above`, and that of the deadline, or of the people where there is none, has
    a word that headings have not.
    """
    levels = any(LEVEL in column.header for column in columns)
    if levels or has_role(columns, "number") or _framed(columns) != _framed(above):
        return False
    named = [column for column in columns if column.header]
    said = [c for c in named if c.role == "deadline"] or [c for c in named if c.role == "responsible"]
    return not all(is_bare(column.header) for column in said)


def begins_with_number(row: Sequence[Span]) -> bool:
    """Whether the first text of the row is the number of a measure."""
    return NUMBER.fullmatch(next((span.cell.text for span in row if span.cell.text), "")) is not None


def ask_if_unsure(header: Header, above: Sequence[Header]) -> Header:
    """The header with a question where it stands right behind the rows under others and is not clear by itself."""
    if _is_plain(header) or any(header_key(header.columns) == header_key(other.columns) for other in above):
        return header
    printed = " | ".join(column.header for column in header.columns if column.header)
    text = f"Строка «{printed}» прочитана как заголовок таблицы, не как мероприятие. Верно?"
    return replace(header, doubts=(*header.doubts, RawDoubt("unknown_column", text, printed)))


def _is_plain(header: Header) -> bool:
    people = [column for column in header.columns if column.role == "responsible"]
    return is_clear(header) and (has_role(header.columns, "number") or all(is_bare(column.header) for column in people))


def _framed(columns: Sequence[Column]) -> list[Role]:
    return [column.role for column in columns if column.role in FRAMED]


def _is_dated(column: Column) -> bool:
    """«дополнительные сроки – 09.03.2022 г.», but not «Срок (2021-2022 уч. год)»."""
    heading = lowest(column.header)
    first = heading.split()[:1]
    named = first and heading_role(first[0]) == "deadline"
    return column.role == "deadline" and not named and DATED.search(heading) is not None


def _leaves_number_blank(columns: Sequence[Column], above: Sequence[Column]) -> bool:
    """Whether the tables are of one width and nothing stands under «№ п/п»."""
    number = next((column for column in above if column.role == "number" and column.header), None)
    if number is None or columns[-1].end != above[-1].end:
        return False
    return any(not column.header and column.start == number.start for column in columns)


def _begins_small(columns: Sequence[Column]) -> bool:
    headings = [column.header for column in columns if column.role in ("measure", "deadline", "responsible")]
    return any(heading[:1].islower() for heading in headings)
