"""Whether a heading of deadlines or people has none but the words of such. The vocabulary is columns.toml."""

from functools import cache

from ingest.columns.headings import fold_heading
from ingest.vocabulary import load_entries

# Words of columns that name one party together: «Должность | Ф.И.О.»
NAME_OR_POST = frozenset(entry["words"] for entry in load_entries("columns", "name_or_post"))
SHORT = 3  # letters of «за», «по», «год», which say nothing here


def is_bare(heading: str) -> bool:
    """True for «Сроки проведения», False for «Сроки по плану школы», which a measure's cell may say."""
    words = [word for word in fold_heading(heading) if len(word) > SHORT and not word[0].isdigit()]
    return all(word.startswith(_stems()) for word in words)


def is_bare_measure(heading: str) -> bool:
    """True for «Наименование мероприятия», «Содержание работы», False for «Работа с семьями группы риска»."""
    words = [word for word in fold_heading(heading) if len(word) > SHORT]
    return all(word.startswith((*_stems(), *_measure_stems())) for word in words)


@cache
def _measure_stems() -> tuple[str, ...]:
    entries = (entry for kind in ("measure", "weak_measure") for entry in load_entries("columns", kind))
    words = (word.rstrip("*") for entry in entries for word in entry["words"].split())
    return tuple(word for word in words if len(word) > SHORT)


@cache
def _stems() -> tuple[str, ...]:
    kinds = ("heading_word", "deadline", "responsible", "weak_responsible", "preparation", "name_or_post")
    entries = (entry for kind in kinds for entry in load_entries("columns", kind))
    words = (word.rstrip("*") for entry in entries for word in entry["words"].split())
    return tuple(word for word in words if len(word) >= SHORT)
