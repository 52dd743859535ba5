"""Answers in words, from the clerk to the database and back: what they link, what they leave open, and for how long."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from ingest.model import RawOrder
from store.db import open_engine, reading
from store.decisions_file import export_decisions, import_decisions
from store.review.question import find_question
from store.review.queue import queue_entries
from tests.normalize.orders import make_order
from tests.review.answered import answer, load_all, open_texts, take_last_back

INSTITUTE = "ГАОУ ДПО ЗО «Институт развития образования»"
CENTER = "МБУ ДО «Центр дополнительного образования»"
CELLS = (
    ("2020-09-01", INSTITUTE, f"Сомова И.О., старший методист {CENTER}", "Хобот глокий"),
    ("2021-09-01", "ИРО", f"старший методист {CENTER}", f"Вязова А.К., директор {CENTER}"),
    ("2021-10-01", "директор ИРО", "Методисты", "Методисты"),
)


def town() -> list[RawOrder]:
    orders = []
    for number, (date, *cells) in enumerate(CELLS, start=1):
        raw = make_order([("", "май", cell) for cell in cells])
        head = replace(raw.head, number=str(number), date=date)
        orders.append(replace(raw, head=head, sha256=f"{number:064x}", file=f"{number}.docx"))
    return orders


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    made = open_engine(sqlite_url)
    load_all(made, town())
    yield made
    made.dispose()


def parties(engine: Engine) -> list[tuple[object, ...]]:
    """(surface, kind, person, organization, status) of all parties."""
    query = "SELECT surface, kind, person, organization, status FROM v_parties ORDER BY party_id"
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def party(engine: Engine, surface: str) -> list[tuple[object, ...]]:
    return [row[1:] for row in parties(engine) if row[0] == surface]


def offered(connection: Connection, key: str) -> list[str]:
    entry = next(one for one in queue_entries(connection) if one.key.startswith(key))
    question = find_question(connection, entry.question_id)
    return [] if question is None else [one.label for one in question.candidates]


def test_known_names_are_offered(engine: Engine) -> None:
    with reading(engine) as connection:
        assert offered(connection, "abbreviation|иро") == [INSTITUTE]
        assert offered(connection, "office|") == ["Сомова И.О.", "оставить без имени"]


@pytest.mark.parametrize("answered", [{"words": INSTITUTE}, {"chosen": INSTITUTE}])
def test_letters_are_linked_to_the_organization_there_is(engine: Engine, answered: dict[str, str]) -> None:
    report = answer(engine, "abbreviation|иро", **answered)
    said = [one.text for one in report.said]
    assert said == ([f"«{INSTITUTE}»: это {INSTITUTE}, имя есть в базе"] if "words" in answered else [])
    assert party(engine, "ИРО") == [("organization", None, INSTITUTE, "resolved")]
    assert party(engine, "директор ИРО") == [("group", None, INSTITUTE, "resolved")]
    with reading(engine) as connection:
        found = connection.execute(text("SELECT alias, source FROM v_aliases WHERE alias = 'ИРО'")).all()
    assert {tuple(row) for row in found} == {("ИРО", "decision")}


def test_letters_mean_a_name_that_was_not_there(engine: Engine) -> None:
    report = answer(engine, "abbreviation|иро", "Институт радио")
    assert report.said[0].text.endswith("это Институт радио, имени в базе не было")
    assert party(engine, "ИРО") == [("organization", None, "Институт радио", "resolved")]


def test_a_post_and_unknown_words_mean_people(engine: Engine) -> None:
    answer(engine, "office|", "Сомова И.О.")
    assert party(engine, f"старший методист {CENTER}") == [("person", "Сомова И.О.", CENTER, "resolved")]
    answer(engine, "unknown_phrase|", "Лосев П.И.")
    assert party(engine, "Хобот глокий") == [("person", "Лосев П.И.", None, "resolved")]
    with reading(engine) as connection:
        held = connection.execute(text("SELECT role FROM v_appointments WHERE person = 'Сомова И.О.'")).scalars().all()
    assert held == ["старший методист", "старший методист"]


def test_a_school_without_its_number_is_offered_the_towns_schools_of_its_type(engine: Engine) -> None:
    for number, cell in enumerate(("Лицей № 9, СОШ № 8", "Директора СОШ №№ 4, 6 и Лицея"), start=8):
        raw = make_order([("", "май", cell)])
        load_all(engine, [replace(raw, head=replace(raw.head, number=str(number)), sha256=f"{number:064x}")])
    with reading(engine) as connection:
        assert offered(connection, "unknown_phrase|лицея") == ["Лицей № 9"]
    answer(engine, "unknown_phrase|лицея", chosen="Лицей № 9")
    assert party(engine, "Лицея") == [("school", None, "Лицей № 9", "resolved")]
    with reading(engine) as connection:
        assert connection.execute(text("SELECT role FROM v_parties WHERE surface = 'Лицея'")).scalars().all() == [
            "директора"
        ]


def test_an_explanation_leaves_all_as_it_was(engine: Engine) -> None:
    before = parties(engine)
    report = answer(engine, "abbreviation|иро", "не знаю")
    assert "вопрос остаётся открытым" in report.said[0].text
    assert parties(engine) == before
    assert "Что значит «ИРО»? Записано пояснение: «не знаю»." in open_texts(engine)
    again = answer(engine, "abbreviation|иро", "не знаю")
    assert (again.kept, again.known) == (0, 1)
    answer(engine, "abbreviation|иро", INSTITUTE)  # it gives way to a later answer
    assert party(engine, "ИРО") == [("organization", None, INSTITUTE, "resolved")]


def test_namesakes_are_not_guessed_between(engine: Engine) -> None:
    query = "INSERT INTO people SELECT 'x', territory, key || '|2', person, surname, initials, NULL, NULL FROM people"
    with engine.begin() as connection:
        connection.execute(text(f"{query} WHERE person = 'Сомова И.О.'"))
    report = answer(engine, "office|", "Сомова И.О.")
    assert "В базе не одно такое имя" in report.refused[0].text


def test_answers_outlive_a_rebuilt_database_and_are_undone(
    engine: Engine, sqlite_template: Path, tmp_path: Path
) -> None:
    before = parties(engine)
    answer(engine, "abbreviation|иро", INSTITUTE)
    answer(engine, "office|", "Сомова И.О.")
    answer(engine, "unknown_phrase|", "Дом пионеров")
    answered = parties(engine)
    load_all(engine, town())  # once more: nothing changes
    assert parties(engine) == answered
    with reading(engine) as connection:
        export_decisions(connection, tmp_path / "decisions.jsonl")
    for name, orders in (("a.db", town()), ("b.db", town()[::-1])):
        shutil.copyfile(sqlite_template, tmp_path / name)
        other = open_engine(f"sqlite:///{tmp_path / name}")
        with other.begin() as connection:
            import_decisions(connection, tmp_path / "decisions.jsonl")
        load_all(other, orders)
        assert parties(other) == answered
        other.dispose()
    for _ in range(3):
        take_last_back(engine)
    assert parties(engine) == before


def test_an_undone_merge_leaves_no_witness(sqlite_template: Path, tmp_path: Path) -> None:
    """Two orders read under one decision do not uphold it for one another when it is taken back."""
    shutil.copyfile(sqlite_template, tmp_path / "x.db")
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    cells = ("ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»")
    raws = [
        replace(
            make_order([("", "май", cell) for cell in cells]),
            sha256=f"{n:064x}",
            head=replace(make_order([]).head, number=str(n)),
        )
        for n in (1, 2)
    ]
    load_all(engine, raws)
    before = parties(engine)
    answer(engine, "legal_form|", chosen="ГАОУ ДПО СО «ИРО»")
    assert {row[3] for row in parties(engine)} == {"ГАОУ ДПО СО «ИРО»"}
    take_last_back(engine)
    assert parties(engine) == before
    engine.dispose()
