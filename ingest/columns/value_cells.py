"""Whether a row holds a deadline and people where the plan above has them, so that it is a measure and no header.

«Утверждение плана работы | май 2025 года | Педагог-организатор»: its words name two columns, but «май 2025 года» is
when and «Педагог-организатор» is who. A heading is a short name: «Содержание работы | Сроки | Ответственные педагоги».
"""

from collections.abc import Sequence
from typing import Literal

from ingest.columns.contents import are_people, content_of, is_period
from ingest.columns.fit import fit_columns
from ingest.columns.header import Column
from ingest.columns.heading_words import is_bare, is_bare_measure
from ingest.columns.headings import Role, heading_role
from ingest.merges import Span

Cell = Literal["empty", "name", "value", "unsure"]


def holds_values(row: Sequence[Span], above: Sequence[Column]) -> bool:
    """True where no cell of `row` is the name of a column, and its deadline, or its people where it has none, a value.

    A time that may head a column («2024 год», «Сентябрь – октябрь») is a value where the measure or the people are no
    names.
    """
    columns = fit_columns(tuple(above), row[-1].end)
    if columns is None:
        return False
    measure, deadline, people = (_text(row, columns, role) for role in ("measure", "deadline", "responsible"))
    when, who = _deadline_cell(deadline), _people_cell(people)
    if is_bare_measure(measure) and (is_period(deadline) or who == "name"):
        return who == "value"
    return when == "value" or (when == "empty" and who == "value" and not is_bare_measure(measure))


def _text(row: Sequence[Span], columns: Sequence[Column], role: Role) -> str:
    """What the row prints in the first column of the role."""
    at = next((column.start for column in columns if column.role == role), None)
    return next((span.cell.text for span in row if at is not None and span.start <= at < span.end), "")


def _deadline_cell(text: str) -> Cell:
    """«май 2025 года», «до 15.11» are values, «Сроки» and «Срок (2021-2022 уч. год)» are not."""
    if not text:
        return "empty"
    if any(heading_role(word) is not None for word in text.split()[:1]) or heading_role(text) is not None:
        return "name" if is_bare(text) else "unsure"
    return "value" if content_of([text]) == "deadline" else "unsure"


def _people_cell(text: str) -> Cell:
    """«Педагог-организатор», «Вязова А.К., ответственный за ГИА» are values, «Ответственные», «Исполнители» names."""
    if not text:
        return "empty"
    if heading_role(text) is not None and is_bare(text):
        return "name"
    return "value" if are_people([text]) or content_of([text]) == "responsible" else "unsure"
