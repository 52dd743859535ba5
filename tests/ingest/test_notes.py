import pytest

from ingest.notes import is_note, is_sentence
from ingest.vocabulary import load_entries


@pytest.mark.parametrize("text", [entry["seen"] for entry in load_entries("notes", "note")])
def test_attested_notes(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("(тема месяца: «Осень»)", True),
        ("1) изучить опыт;", True),
        ("– обобщить опыт;", True),
        ("Раздел 2. Спорт", False),
        ("1. Кадры", False),
        ("Цели и задачи", False),
        ("Работа с родителями", False),
        ("Целевые показатели", False),
    ],
)
def test_what_is_a_note(text: str, note: bool) -> None:
    assert is_note(text) == note


def test_a_title_with_a_full_stop_is_no_sentence() -> None:
    assert is_sentence("Работа ведётся по отдельному графику.") and not is_sentence("Спортивная работа.")
