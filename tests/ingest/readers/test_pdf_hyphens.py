"""Hyphens at line ends: words that the column's width parted, and compounds."""

import tomllib
from importlib.resources import files

import pytest

from ingest.model import RawDoubt
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import ask_about_hyphens, join_hyphened, judge
from ingest.readers.pdf_paragraphs import join_parted_lines
from ingest.readers.pdf_runs import Run

PARTING = (("Начальник Управле-", "ния"), ("мето-", "дисты центра"))  # a document that parts words


def document(*elsewhere: str, parting: bool = True) -> Habits:
    """The habits of a document that prints these lines, and parts words or does not."""
    lines = [line for pair in (PARTING if parting else ()) for line in pair]
    runs = [Run(text, 0, 0, 0.0, 50.0, 10.0 * at, 10.0, has_blank=False) for at, text in enumerate(lines)]
    return Habits([*runs, *(Run(text, -1, 0, 0.0, 50.0, 0.0, 10.0, has_blank=False) for text in elsewhere)])


@pytest.mark.parametrize(
    ("start", "end", "joined"),
    [
        ("Начальник Управле-", "ния образования", "Начальник Управления образования"),
        ("сентябрь-ок-", "тябрь 2020 г.", "сентябрь-октябрь 2020 г."),
        ("Кру-", "тоярова Л.В.", "Крутоярова Л.В."),
        ("конкурса мастер-", "ства", "конкурса мастерства"),
        ("социально-психологи-", "ческой службы", "социально-психологической службы"),
        ("онлайн-", "режим", "онлайн-режим"),
        ("социально-", "педагогический", "социально-педагогический"),
        ("учителя-", "предметники", "учителя-предметники"),
        ("сентябрь-", "октябрь", "сентябрь-октябрь"),
        ("Каменск-", "Уральская", "Каменск-Уральская"),
        ("между школами-", "партнёрами", "между школами-партнёрами"),
        ("план-", "график", "план-график"),
        ("ГИА-", "9", "ГИА-9"),
        ("из-", "за", "из-за"),
        ("школы-", "интерната", "школы-интерната"),
        ("хозяйственно-", "эксплуатационного", "хозяйственно-эксплуатационного"),
        ("Админ-", "ция", "Админ-ция"),
        ("электропро-", "водки", "электропроводки"),
        ("ОБРАЗО-", "ВАНИЕ", "ОБРАЗОВАНИЕ"),
    ],
)
def test_words_and_compounds(start: str, end: str, joined: str) -> None:
    for habits in (document("и предметники школ"), document("и предметники школ", parting=False)):
        assert join_hyphened(start, end, habits) == joined
        assert ask_about_hyphens(habits) == ()


def test_the_documents_own_words_tell() -> None:
    for parting in (True, False):
        assert judge("о шко-", "лах", document("в школы города", parting=parting)) == "joined"
        assert judge("фитнес-", "зарядка", document("для фитнес-зарядка и", parting=parting)) == "kept"


def test_a_document_that_parts_words_parts_others_too() -> None:
    assert judge("по-", "мочь", document()) == "joined"
    assert judge("нахимов-", "ское", document(parting=False)) == "joined"  # no word begins so
    assert judge("фитнес-", "программа", document(parting=False)) == "kept"


def test_what_is_not_sure_is_asked() -> None:
    habits = document(parting=False)
    assert join_hyphened("Летняя лего-", "студия", habits) == "Летняя лего-студия"
    text = "Строка кончается посреди слова: «лего-студия» или «легостудия»?"
    assert ask_about_hyphens(habits) == (RawDoubt("hyphen", text, "лего-студия"),)


def test_a_new_word_before_a_known_one_makes_a_compound() -> None:
    assert judge("провести форсайт-", "сессия", document()) == "kept"
    assert judge("клуб хакатон-", "неделя", document()) == "kept"
    # an end that binds, a beginning of known words, the end of a word, and what may be a name
    assert judge("школьный нейро-", "психолог", document()) == "unsure"
    assert judge("отряд кибер-", "дружина", document()) == "joined"
    assert judge("встреча нетворк-", "ингового", document()) != "kept"
    assert judge("Кармаск-", "район", document()) != "kept"


def test_a_soft_hyphen_always_goes() -> None:
    assert join_hyphened("лего\u00ad", "студия", document(parting=False)) == "легостудия"
    assert join_hyphened("Управле\u2010", "ния", document()) == "Управления"


def test_lines_of_a_paragraph_stay_lines() -> None:
    lines = ["План работы Управле-", "ния образования", "на год (онлайн-", "режим)"]
    assert join_parted_lines(lines, document()) == "План работы Управления\nобразования\nна год (онлайн-\nрежим)"


def test_examples_of_the_vocabulary() -> None:
    parts = tomllib.loads((files("ingest.vocab") / "hyphens.toml").read_text(encoding="utf-8"))
    for kind, entries in parts.items():
        mark = "-" if kind == "first" else ""
        for part, seen in entries.items():
            assert f"{part}{mark}" in seen.lower(), part
    for first, seen in parts["first"].items():
        second = seen.removeprefix(first).lstrip("-").split()[0]
        assert join_hyphened(f"{first}-", second, document()) == seen
