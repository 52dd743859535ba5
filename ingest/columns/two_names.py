"""Headings that name two columns, «Мероприятия Сроки исполнения»: a line between the columns is missing in print."""

import re
from collections.abc import Iterator, Sequence

from ingest.columns.header import Column, has_role, lowest
from ingest.columns.headings import Role, heading_role
from ingest.model import RawDoubt

_FURTHER = re.compile(r"(?<=\S)\s+(?=[А-ЯЁ])")  # where a second name may begin: with a capital
_NAMED: tuple[Role, ...] = ("measure", "deadline", "responsible")


def ask_about_two_names(columns: Sequence[Column]) -> Iterator[RawDoubt]:
    """A question for each heading whose second name is that of a column which the table has not.

    «Срок Исполнения» beside «Ответственный» is one name.
    """
    for column in columns:
        text = lowest(column.header)
        if column.role in _NAMED and any(_lacks(columns, column, text[at.end() :]) for at in _FURTHER.finditer(text)):
            asked = f"Заголовок «{' '.join(text.split())}» называет две графы: не пропала ли между ними линия?"
            yield RawDoubt("unknown_column", asked, text)


def _lacks(columns: Sequence[Column], column: Column, name: str) -> bool:
    role = heading_role(name)
    return role in _NAMED and role != column.role and not has_role(columns, role)
