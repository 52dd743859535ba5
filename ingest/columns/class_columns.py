"""Deadlines of several classes beside each other: «Сроки проведения / Начальные классы | Среднее и старшее звено»."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.columns.header import Column, label, lowest
from ingest.columns.headings import fold_heading, heading_role
from ingest.vocabulary import load_entries

_WORDS = tuple(entry["words"] for entry in load_entries("columns", "classes"))
_STEMS = tuple(word.rstrip("*") for word in _WORDS if word.endswith("*"))


def pair_classes(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, those that name classes deadlines where all columns under one heading of deadlines do.

    Not «Срок / Дата | Класс», where the classes are what the date is for.
    """
    found: list[Column] = []
    for over, run in groupby(columns, key=lambda column: label(column.header)):
        beside = list(run)
        dated = heading_role(over) == "deadline" and len(beside) > 1 and all(map(_names_classes, beside))
        found += [replace(column, role="deadline") if dated else column for column in beside]
    return tuple(found)


def classes_of(column: Column) -> str:
    """«Начальные классы» of a deadline column that is theirs, "" for all others."""
    is_theirs = column.role == "deadline" and label(column.header) and _names_classes(column)
    return " ".join(lowest(column.header).split()) if is_theirs else ""


def _names_classes(column: Column) -> bool:
    return any(word.startswith(_STEMS) or word in _WORDS for word in fold_heading(lowest(column.header)))
