"""Columns that each hold the measures of one level: «Региональный уровень | Муниципальный уровень | Уровень школы»."""

from collections.abc import Sequence

from ingest.columns.header import Column, has_role, label, lowest
from ingest.columns.headings import Role, fold_heading, heading_role
from ingest.model import RawDoubt
from ingest.vocabulary import load_entries

# Whose measures they are: «региональный», «образовательной организации».
WHOSE = tuple(entry["words"].rstrip("*") for entry in load_entries("columns", "level"))
LEVEL_STEMS = ("уровен", "уровн")
OPENINGS = ("на", *LEVEL_STEMS, *WHOSE)
MEASURES: tuple[Role, ...] = ("measure", "weak_measure")


def level_measures(columns: Sequence[Column]) -> set[int | None]:
    """The places of the columns of levels, where the table has two or more and no other measure column.

    Beside «Мероприятие» a column «Муниципальный уровень» says how far it reaches, who comes or how many.
    """
    levels: set[int | None] = {at for at, column in enumerate(columns) if _is_level(column)}
    others = [column for at, column in enumerate(columns) if at not in levels]
    return set() if len(levels) < 2 or has_role(others, "measure") else levels


def _is_level(column: Column) -> bool:
    """True for «Муниципальный уровень», «Мероприятия школьного уровня», «Мероприятия / Региональные».

    Not for «Количество участников муниципального уровня», nor for levels under «Срок» and «Ответственные».
    """
    words = fold_heading(lowest(column.header))
    if column.role not in (*MEASURES, "extra") or not any(word.startswith(WHOSE) for word in words):
        return False
    if heading_role(label(column.header)) in MEASURES and words[0].startswith(WHOSE):
        return True
    opens = heading_role(lowest(column.header)) in MEASURES or words[0].startswith(OPENINGS)
    return opens and any(word.startswith(LEVEL_STEMS) for word in words)


def ask_about_levels(columns: Sequence[Column]) -> tuple[RawDoubt, ...]:
    """A question for a plan whose measures are those of several levels in one row."""
    named = [column.header for column in columns if column.role == "measure"]
    if len(named) < 2:
        return ()
    shown = ", ".join(f"«{' '.join(name.split())}»" for name in named)
    text = f"Графы {shown}: мероприятия разных уровней стоят в одной строке и прочитаны как одно. Верно ли?"
    return (RawDoubt("unknown_column", text, named[0]),)
