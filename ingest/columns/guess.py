"""The header of a table whose headings say too little: what is missing is told from the cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.columns import SEARCHED_ROWS, choose_responsible, heading_columns, name_columns
from ingest.columns.contents import are_people, are_wordings, content_of, words_in
from ingest.columns.header import Column, Header, Spans, has_role
from ingest.columns.headings import Role, heading_role
from ingest.columns.lines import read_line
from ingest.columns.measure_column import measure_by_cells
from ingest.columns.sign_lists import is_sign_list
from ingest.columns.ticks import read_ticks
from ingest.model import Place, RawDoubt
from ingest.numbers import NUMBER

SAMPLE = 60  # rows looked at
FEWEST_ROWS = 3  # of a table without a header: two rows may look like anything
MEASURE_WORDS = 3.0  # a measure has more words than a name, a school or a subject
LIST_OF_PEOPLE = re.compile(r"(?i)\bфио\b|\bф\W+и\W+о\b|фамили")  # a heading of «ФИО | Тема курсов | Срок»
NAMES: dict[Role, str] = {"measure": "мероприятие", "deadline": "срок", "responsible": "ответственные"}


def guess_header(rows: Spans) -> Header | None:
    """The header in the first row with several texts, what it does not name told from the cells; None for other tables.

    A measure told from its cells needs a deadline and a responsible column beside it: «Дата | № протокола |
    Тема» is an agenda. Where both are named, the measures may be called anything: «Вид контроля», «Консультации».
    """
    at = _first_full(rows)
    columns, below = choose_responsible(heading_columns(rows, at)), rows[at + 1 :]
    if not has_role(columns, "measure", "deadline", "responsible") or is_sign_list(columns):
        return None
    if below and has_role(columns, "deadline") and has_role(columns, "responsible"):
        guessed = _name_measure(columns, below)
    else:
        guessed = _fill_roles(columns, below)
    few = len(below) < FEWEST_ROWS
    if (few and not has_role(columns, "measure", "responsible")) or not _is_complete(
        guessed, has_role(columns, "measure") and not few
    ):
        return None
    changed = [new for old, new in zip(columns, guessed, strict=True) if new.role != old.role]
    if any(_is_value(column) for column in changed):
        return None
    doubts = tuple(_unknown(column) for column in changed if column.role in NAMES)
    return Header(at, at + 1, guessed, doubts)


def _is_value(column: Column) -> bool:
    """True for «декабрь» over deadlines, «Юдин А.А.» over people: a measure's row, not a header."""
    is_deadline = column.role == "deadline" and content_of([column.header]) == "deadline"
    return is_deadline or (column.role == "responsible" and are_people([column.header]))


def _name_measure(columns: Sequence[Column], rows: Spans) -> tuple[Column, ...]:
    """The columns, of those whose heading says nothing the one with the longest texts the measure."""
    cells = _cells(columns, rows[:SAMPLE])
    fits = [
        at
        for at, column in enumerate(columns)
        if (column.role == "weak_measure" or (column.role == "extra" and heading_role(column.header) is None))
        and content_of(cells[at]) in ("text", "responsible")
        and are_wordings(cells[at])
    ]
    best = max(fits, key=lambda at: words_in(cells[at]), default=None)
    named = [replace(c, role="measure") if at == best else c for at, c in enumerate(columns)]
    return name_columns([replace(c, role="extra") if c.role == "weak_measure" else c for c in named])


def complete_header(header: Header, rows: Spans) -> Header:
    """The header with a deadline or responsible column that its heading did not name: «Кураторы», or no heading.

    Only columns whose heading says nothing are looked at, and each that is taken is asked about.
    """
    named = _name_number(measure_by_cells(header.columns, rows[:SAMPLE]), rows)
    cells = _cells(named, rows)
    columns, unread = read_ticks(named, cells)
    doubts = [*header.doubts, *unread]
    unknown = [at for at, c in enumerate(columns) if c.role == "extra" and heading_role(c.header) is None]
    sample = _cells(columns, rows[:SAMPLE]) if unknown else []
    roles: tuple[Role, ...] = ("deadline", "responsible")
    for role in (role for role in roles if not has_role(columns, role) and rows):
        fits = (at for at in unknown if content_of(sample[at]) == role)
        if (at := next(fits, None)) is not None:
            columns[at] = replace(columns[at], role=role)
            unknown.remove(at)
            doubts.append(_unknown(columns[at]))
    return replace(header, columns=tuple(columns), doubts=tuple(doubts))


def _name_number(columns: Sequence[Column], rows: Spans) -> tuple[Column, ...]:
    """The columns, the first without a heading the number where it counts the rows and no other does."""
    first = columns[0]
    if first.header or first.role != "extra" or has_role(columns, "number"):
        return tuple(columns)
    texts = [text for text in _cells(columns, rows[:SAMPLE])[0] if text]
    counted = len(texts) > 1 and all(NUMBER.fullmatch(text.strip()) for text in texts)
    return (replace(first, role="number"), *columns[1:]) if counted else tuple(columns)


def guess_columns(rows: Spans) -> Header | None:
    """A table without any header, every column told from its cells; None when they are not those of a plan."""
    width = max((span.end for row in rows for span in row), default=0)
    columns = tuple(Column(at, at + 1, "", "extra") for at in range(width))
    if len(rows) < FEWEST_ROWS or width < 3:
        return None
    guessed = _fill_roles(columns, rows)
    if not _is_complete(guessed, False):
        return None
    text = "У таблицы нет заголовка: её столбцы определены по содержанию. Верно ли?"
    surface = " | ".join(NAMES.get(column.role, "№" if column.role == "number" else "?") for column in guessed)
    return Header(0, 0, guessed, (RawDoubt("lost_header", text, surface),))


def guess_plan(rows: Spans) -> Header | None:
    """The columns of a table that stands under a text of its own, if its first row is a measure already.

    «ФИО | Тема | Срок» in the first row is the heading of another table.
    """
    return guess_columns(rows) if resembles_plan(rows) else None


def resembles_plan(rows: Spans) -> bool:
    """Whether one column holds deadlines and another one people or posts, from the first row on.

    A single row has a longer text beside them: a signature with its date has none.
    """
    width = max((span.end for row in rows for span in row), default=0)
    columns = [Column(at, at + 1, "", "extra") for at in range(width)]
    cells = _cells(columns, rows[:SAMPLE]) if width > 2 else []
    held = [content_of(texts) if content_of(texts[:1]) == content_of(texts) else None for texts in cells]
    worded = len(rows) > 1 or any(content_of(texts) == "text" and words_in(texts) > MEASURE_WORDS for texts in cells)
    return worded and "deadline" in held and "responsible" in held


def looks_unread(rows: Spans) -> bool:
    """True for a table that was not read though it has deadlines by its heading, people beside them and a text.

    «Этапы работы | Сроки | Участники», «Формы работы | Сроки | Кто привлекается». A list of people is none.
    """
    at = _first_full(rows)
    columns, below = heading_columns(rows, at), rows[at + 1 :]
    if not has_role(columns, "deadline") or any(LIST_OF_PEOPLE.search(column.header) for column in columns):
        return False
    held = [(column, content_of(texts)) for column, texts in zip(columns, _cells(columns, below[:SAMPLE]), strict=True)]
    measures = any(
        content == "text" and heading_role(column.header) in (None, "weak_measure") for column, content in held
    )
    return measures and any(content == "responsible" for _, content in held)


def _first_full(rows: Spans) -> int:
    """The first row with several texts: above it stand titles."""
    return next((n for n, row in enumerate(rows[:SEARCHED_ROWS]) if sum(bool(span.cell.text) for span in row) > 1), 0)


def _is_complete(columns: Sequence[Column], sure_measure: bool) -> bool:
    found = [role for role in ("deadline", "responsible") if any(column.role == role for column in columns)]
    return has_role(columns, "measure") and len(found) >= (1 if sure_measure else 2)


def _fill_roles(columns: Sequence[Column], rows: Spans) -> tuple[Column, ...]:
    """The columns with the roles that no heading gave, the first column that holds such cells for each."""
    cells = _cells(columns, rows[:SAMPLE])
    filled = list(columns)
    roles: tuple[Role, ...] = ("number", "deadline", "responsible")
    for role in roles:
        filled = list(choose_responsible(filled))
        fits = (at for at, c in enumerate(filled) if c.role == "extra" and content_of(cells[at]) == role)
        if not has_role(filled, role) and (at := next(fits, None)) is not None:
            filled[at] = replace(filled[at], role=role)
    if not has_role(filled, "measure"):
        texts = [at for at, c in enumerate(filled) if c.role in ("extra", "weak_measure")]
        best = max(texts, key=lambda at: words_in(cells[at]), default=None)
        if best is not None and words_in(cells[best]) > MEASURE_WORDS:
            filled[best] = replace(filled[best], role="measure")
    return tuple(replace(c, role="extra") if c.role in ("weak_measure", "weak_responsible") else c for c in filled)


def _cells(columns: Sequence[Column], rows: Spans) -> list[list[str]]:
    """For each column the texts that its rows print under it alone."""
    nameless, place = [replace(column, role="extra") for column in columns], Place(None, 1, 1)
    lines = [read_line(row, nameless, place, 0, False) for row in rows]
    return [[line.entries[at].text for line in lines if len(line.entries[at].reach) < 2] for at in range(len(columns))]


def _unknown(column: Column) -> RawDoubt:
    named = f"Столбец «{column.header}»" if column.header else f"Столбец {column.start + 1} без заголовка"
    text = f"{named} по содержанию прочитан как «{NAMES[column.role]}». Верно ли?"
    return RawDoubt("unknown_column", text, column.header)
