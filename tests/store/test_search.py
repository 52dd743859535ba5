"""Search finds the same in both databases, whatever is typed, and knows of every change."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete, text, update

from ingest.model import RawOrder
from normalize.model import Organization
from store import search as module
from store.check import check
from store.copy import copy_database
from store.db import open_engine, reading, upgrade
from store.load import load_order
from store.registry import KnownOrganization, save_registry
from store.search import Hit, search
from store.search_write import rebuild_search
from store.tables import search_texts
from tests.store.factory import LATER, PERSON, ROWS, TERRITORY, make_order, make_raw


def load(engine: Engine, raw: RawOrder | None = None) -> None:
    raw = make_raw() if raw is None else raw
    with engine.begin() as connection:
        load_order(connection, make_order(raw), raw, LATER)


def texts(engine: Engine, words: str) -> list[str]:
    with reading(engine) as connection:
        return [hit.text for hit in search(connection, words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("школой", ["Школа № 2", "Школа № 27", ROWS[1].measure]),
        ("ШКОЛ 27", ["Школа № 27", ROWS[1].measure]),
        ("отчёты", [ROWS[1].measure]),
        ("отчеты", [ROWS[1].measure]),
        ("плотниковой", [PERSON.name, ROWS[0].measure]),
        ("начальнику управления", [ROWS[0].measure]),
        ("УО", ["Управление образования"]),  # an alias
        ("срочный", [ROWS[0].measure]),  # a further column
        ("организационных", [ROWS[0].measure, ROWS[1].measure]),  # the section
        ("ноябрь", [ROWS[0].measure]),  # the deadline
        ("школа итоги", []),
        ("больница", []),
        ("2 школа школы школ", ["Школа № 2", ROWS[1].measure]),
    ],
)
def test_words_in_any_form_find(engine: Engine, words: str, found: list[str]) -> None:
    load(engine)
    assert texts(engine, words) == found


def test_rare_words_are_asked_of_the_index(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load(engine)
    for words in ("школой", "плотникова", "УО", "больница", "27 школа", "итогов"):
        at_once = texts(engine, words)
        with monkeypatch.context() as patch:
            patch.setattr(module, "FIRST_LOOK", 0)
            assert texts(engine, words) == at_once


ODD = ('"', "'", "AND", "школа AND", "NEAR(", "NEAR(школа, 2)", "*", "школ*", "t:", "stems:школа", "-школа", "^школа")
ODD += ("школа OR 1=1 --", "%", "_", "\\", "\x00", "школа\x00", "{", "{школ}", "", " ", "\ud800", ";", ":asked", "NULL")


@pytest.mark.parametrize("words", [*ODD, "школа " * 2_000, " ".join(f"слово{n}" for n in range(1_500)), "ш" * 10_000])
def test_every_input_is_safe(engine: Engine, words: str) -> None:
    load(engine)
    plain = "школ" in words and not any(other in words for other in ("AND", "NEAR", "stems", "OR"))
    assert ("Школа № 2" in texts(engine, words)) == plain


def test_many_words_are_all_asked_for(engine: Engine) -> None:
    load(engine)
    row = " ".join((ROWS[0].measure, ROWS[0].responsible, ROWS[0].deadline, ROWS[0].section or "", "срочно второе"))
    assert texts(engine, row) == [ROWS[0].measure]
    assert texts(engine, f"{row} яхта") == []


def test_kinds_and_limit(engine: Engine) -> None:
    load(engine)
    with reading(engine) as connection:
        assert [hit.kind for hit in search(connection, "школа", ("measure",))] == ["measure"]
        assert [hit.text for hit in search(connection, "школа", ("organization",), 1)] == ["Школа № 2"]
        assert search(connection, "школа", (), 5) == search(connection, "школа", limit=0) == ()


def test_newest_order_stands_first(engine: Engine) -> None:
    dates = ("2020-10-09", "2022-01-10", None, "2021-01-10")
    for number, date in enumerate(dates):
        head = replace(make_raw().head, number=str(number), date=date)
        load(engine, replace(make_raw(sha=str(number)), head=head))
    with reading(engine) as connection:
        hits = search(connection, "совещание", ("measure",))
        found = [connection.execute(text("SELECT order_date FROM orders WHERE order_id = :id"), {"id": hit.order_id})
                 .scalar_one() for hit in hits]  # fmt: skip
    assert [None if one is None else str(one) for one in found] == ["2022-01-10", "2021-01-10", "2020-10-09", None]


def test_replaced_order_is_found_by_its_new_words(engine: Engine) -> None:
    load(engine)
    changed = replace(ROWS[1], measure="Собрать ведомость", responsible="")
    load(engine, make_raw((changed,), sha="b"))
    assert texts(engine, "ведомости") == ["Собрать ведомость"]
    for gone in ("школа", "совещание", "плотникова", "УО", "министерство"):
        assert texts(engine, gone) == []
    with reading(engine) as connection:
        assert check(connection) == ()


def test_registry_is_found_and_forgotten(engine: Engine) -> None:
    body = Organization("црр", "Центр развития ребёнка", "center", aliases=("ЦРР", "Росток"))
    for known in ((KnownOrganization(body, "o.csv:2"),), ()):
        with engine.begin() as connection:
            save_registry(connection, TERRITORY, (), known)
            assert check(connection) == ()
        for words in ("развитием ребенка", "росток", "црр"):
            assert texts(engine, words) == [body.name] * len(known)


def test_database_of_an_older_program_is_filled(engine: Engine) -> None:
    load(engine)
    with engine.begin() as connection:
        connection.execute(delete(search_texts))
    assert texts(engine, "школа") == []
    upgrade(engine)
    assert len(texts(engine, "школа")) == 3
    with engine.begin() as connection:
        before = connection.execute(search_texts.select()).all()
        assert rebuild_search(connection) == len(before)
        assert sorted(connection.execute(search_texts.select()).all()) == sorted(before)


def test_check_tells_what_is_not_found(engine: Engine) -> None:
    load(engine)
    with engine.begin() as connection:
        connection.execute(update(search_texts).where(search_texts.c.kind == "person").values(stems=" другой "))
        connection.execute(
            search_texts.insert(), {"doc": 1, "kind": "measure", "entity_id": "x", "place": 1, "stems": " x "}
        )
        assert [finding.kind for finding in check(connection)] == ["search", "search"]
        rebuild_search(connection)
        assert check(connection) == ()


def test_copy_is_searched_alike(sqlite_url: str, postgresql_url: str) -> None:
    here, there = open_engine(sqlite_url), open_engine(postgresql_url)
    load(here)
    copy_database(sqlite_url, postgresql_url)
    for words in ("школа", "плотниковой", "УО", "о"):
        with reading(here) as one, reading(there) as other:
            hits: tuple[Hit, ...] = search(one, words)
            assert hits == search(other, words)
    here.dispose()
    there.dispose()


def test_index_of_sqlite_holds_what_the_table_holds(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    load(engine)
    load(engine, make_raw(ROWS[1:], sha="b"))
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)"))
    engine.dispose()
