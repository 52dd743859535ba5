"""Which of several columns holds the measures, where none is named «Мероприятия»."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.contents import content_of
from ingest.columns.header import Column, Spans, lowest
from ingest.columns.headings import Role, fold_heading, heading_role
from ingest.columns.lines import read_line, shown_text
from ingest.model import Place
from ingest.vocabulary import load_entries

# What the measures are sorted by: «Направления», «Задачи».
GROUPS = tuple(entry["words"].rstrip("*") for entry in load_entries("columns", "group"))
FEWEST_ROWS = 3  # in two rows a text may stand twice by chance


def weak_measure(columns: Sequence[Column]) -> int | None:
    """The place of the column with the best weak name: «Содержание» beside «Задачи», which groups; None without one."""
    weak = [at for at, column in enumerate(columns) if column.role == "weak_measure"]
    return next((at for at in weak if not _is_group(columns[at])), weak[0] if weak else None)


def measure_by_cells(columns: Sequence[Column], rows: Spans) -> tuple[Column, ...]:
    """The columns, the measure another one where that of a weak name only groups the rows.

    Its cells are empty, or one stands over several rows, while those of the other are filled and all different:
    «Тема | Вопросы | Срок | Ответственный».
    """
    at = next((n for n, column in enumerate(columns) if column.role == "measure"), None)
    if at is None or heading_role(lowest(columns[at].header)) != "weak_measure":
        return tuple(columns)
    texts = _texts(columns, rows)
    others = [n for n, column in enumerate(columns) if _is_weak(column) and _is_each_its_own(texts[n])]
    if len(texts[at]) < FEWEST_ROWS or not others or not _groups(texts[at]):
        return tuple(columns)
    roles: dict[int, Role] = {at: "extra", others[0]: "measure"}
    return tuple(replace(column, role=roles.get(n, column.role)) for n, column in enumerate(columns))


def _is_group(column: Column) -> bool:
    return next(iter(fold_heading(lowest(column.header))), "").startswith(GROUPS)


def _is_weak(column: Column) -> bool:
    return column.role == "extra" and heading_role(lowest(column.header)) == "weak_measure"


def _texts(columns: Sequence[Column], rows: Spans) -> list[list[str]]:
    """What each column shows in the rows that are measures: not in the titles of sections."""
    lines = [read_line(row, columns, Place(None, 1, 1), 0, False) for row in rows]
    measures = [line for line in lines if shown_text(line, "deadline") or shown_text(line, "responsible")]
    return [[line.entries[at].text for line in measures] for at in range(len(columns))]


def _is_each_its_own(texts: Sequence[str]) -> bool:
    return all(texts) and len(set(texts)) == len(texts) and content_of(texts) == "text"


def _groups(texts: Sequence[str]) -> bool:
    return not all(texts) or 2 * len(set(texts)) <= len(texts)
