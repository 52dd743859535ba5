"""Whether a row that reads like a header is one, seen from the plan that it stands in or behind.

A row cut by a page begins the next page with half a sentence: «собеседования по русскому языку | дополнительные сроки –
09.03.2022 г. | руководители школ», and its words name three columns.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ingest.columns import is_clear
from ingest.header import LEVEL, Column, Header, has_role, header_key, lowest
from ingest.headings import Role, fold_heading, heading_role
from ingest.merges import Span
from ingest.model import RawDoubt
from ingest.months import MONTH
from ingest.numbers import NUMBER
from ingest.vocabulary import load_entries

FRAMED: tuple[Role, ...] = ("measure", "deadline", "responsible")
SHORT = 3  # letters of «за», «по», «год», which say nothing here
DATED = re.compile(rf"(?i){MONTH}|\b\d{{1,2}}\.\d{{2}}\b|\b20\d\d\b")


def is_measure_row(columns: Sequence[Column], row: Sequence[Span], above: Sequence[Column]) -> bool:
    """True where `row`, which would name `columns`, goes on with the measures under `above` and is no header.

    Its number is printed or left blank where those of the measures stand; or it has a date where headings have none;
    or its cells begin with small letters, as those of `above` do not; or it says in them what no heading does.
    """
    if header_key(columns) == header_key(above):
        return False
    if says_what_is_done(columns, above):
        return True
    number = next((span.cell.text for span in row if span.cell.text), "")
    if NUMBER.fullmatch(number) or any(_is_dated(column) for column in columns):
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
    return not all(map(_is_bare, said))


def ask_if_unsure(header: Header, above: Sequence[Header]) -> Header:
    """The header with a question where it stands right behind the rows under others and is not clear by itself."""
    if _is_plain(header) or any(header_key(header.columns) == header_key(other.columns) for other in above):
        return header
    printed = " | ".join(column.header for column in header.columns if column.header)
    text = f"Строка «{printed}» прочитана как заголовок таблицы, не как мероприятие. Верно?"
    return replace(header, doubts=(*header.doubts, RawDoubt("unknown_column", text, printed)))


def _is_plain(header: Header) -> bool:
    people = [column for column in header.columns if column.role == "responsible"]
    return is_clear(header) and (has_role(header.columns, "number") or all(map(_is_bare, people)))


def _framed(columns: Sequence[Column]) -> list[Role]:
    return [column.role for column in columns if column.role in FRAMED]


def _is_bare(column: Column) -> bool:
    """Whether a heading of deadlines or people has none but the words of such: «Сроки проведения»."""
    words = [word for word in fold_heading(column.header) if len(word) > SHORT and not word[0].isdigit()]
    return all(word.startswith(_stems()) for word in words)


@cache
def _stems() -> tuple[str, ...]:
    kinds = ("heading_word", "deadline", "responsible", "weak_responsible", "preparation", "name_or_post")
    entries = (entry for kind in kinds for entry in load_entries("columns", kind))
    words = (word.rstrip("*") for entry in entries for word in entry["words"].split())
    return tuple(word for word in words if len(word) >= SHORT)


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
