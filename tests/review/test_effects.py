"""What a clerk's answers do to the data, through the database, and what an undo leaves of them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ingest.model import RawOrder
from normalize.order import RULES_VERSION
from store.check import check
from store.db import open_engine, reading
from store.decisions import append_decision
from store.decisions_file import export_decisions, import_decisions
from store.model import NewDecision
from store.review.question import find_question
from tests.normalize.orders import make_order
from tests.review.answered import answer, entry_of, load_all, open_texts, rows, take_last_back


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    made = open_engine(sqlite_url)
    yield made
    made.dispose()


def dated(*cells: str, number: str = "12") -> RawOrder:
    """An order whose responsible cells these are."""
    raw = make_order([("", "май", cell) for cell in cells])
    return replace(raw, head=replace(raw.head, number=number), sha256=f"{int(number):064x}", file=f"{number}.docx")


def undated(*printed: str) -> RawOrder:
    """An order without a date whose deadline cells these are."""
    raw = make_order([("", deadline, "Вязова А.К.") for deadline in printed])
    return replace(raw, head=replace(raw.head, date=None, issuer="Школа"))


DEADLINES = "SELECT text, kind, starts_on, ends_on FROM v_deadlines ORDER BY measure_id, seq"


@pytest.mark.parametrize("words", ["2021", "в 2021 году", "2021/2022"])
def test_a_year_is_joined_to_the_month(engine: Engine, words: str) -> None:
    load_all(engine, [undated("октябрь")])
    report = answer(engine, "unknown_year|", words)
    assert [one.text for one in report.said] == [f"«{words}»: срок — с 01.10.2021 по 31.10.2021"]
    assert rows(engine, DEADLINES) == [("октябрь", "period", "2021-10-01", "2021-10-31")]
    assert not [one for one in open_texts(engine) if "срок" in one]


@pytest.mark.parametrize(
    ("printed", "words", "says"),
    [
        ("декабрь-январь", "2021", "не читается без сомнений"),
        ("октябрь", "март 2021", "другой срок"),
        ("октябрь", "в течение 2021 года", "другой срок"),
        ("к 1 сентября", "не знаю", "не читается как срок"),
    ],
)
def test_what_is_no_year_of_the_month_is_refused(engine: Engine, printed: str, words: str, says: str) -> None:
    load_all(engine, [undated(printed)])
    before = rows(engine, DEADLINES)
    report = answer(engine, "unknown_year|", words)
    assert says in report.refused[0].text
    assert (rows(engine, DEADLINES), report.kept) == (before, 0)


def test_a_day_of_no_year_is_no_question_about_the_year(engine: Engine) -> None:
    load_all(engine, [undated("до 31 ноября")])
    report = answer(engine, "deadline_unread|", "2021")
    assert "не читается без сомнений" in report.refused[0].text
    assert rows(engine, DEADLINES) == []
    answer(engine, "deadline_unread|", "до 30 ноября 2021 г.")
    assert rows(engine, DEADLINES) == [("до 31 ноября", "by", None, "2021-11-30")]


PARTIES = "SELECT surface, kind, organization, status FROM v_parties ORDER BY party_id"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("школьное методическое объединение", "буквы остаются, как напечатаны"),
        ("не знаю", "вопрос остаётся открытым"),
        ("шмо", "вопрос остаётся открытым"),
    ],
)
def test_letters_inside_a_title(engine: Engine, words: str, says: str) -> None:
    load_all(engine, [dated("руководители ШМО")])
    report = answer(engine, "abbreviation|шмо", words)
    assert says in report.said[0].text
    still = [one for one in open_texts(engine) if "ШМО" in one]
    assert len(still) == ("открытым" in says)
    assert rows(engine, PARTIES) == [("руководители ШМО", "group", None, "proposed" if still else "resolved")]


@pytest.mark.parametrize("words", ["Школа № 2", "ГАОУ ДПО «Институт развития»", "МБУ «Школа молодого отца»"])
def test_no_body_is_put_into_a_title(engine: Engine, words: str) -> None:
    load_all(engine, [dated("Школа № 2", "МБУ «Школа молодого отца»"), dated("руководители ШМО", number="13")])
    with reading(engine) as connection:
        question = find_question(connection, entry_of(connection, "abbreviation|шмо").question_id)
        assert question is not None
        assert question.candidates == ()
    report = answer(engine, "abbreviation|шмо", words)
    assert "часть должности" in report.refused[0].text
    assert len(open_texts(engine)) == 1


ALL = "SELECT party_id, surface, kind, role, organization, status, rule FROM v_parties ORDER BY order_id, field, seq"
SCHOOLS = "SELECT organization, mentions FROM v_schools ORDER BY organization"


HEADS = "SELECT order_id, order_date, school_year FROM v_orders ORDER BY order_id"
MEASURES = "SELECT measure_id, order_date FROM v_measures ORDER BY measure_id"


def test_a_date_that_is_not_printed_is_given(engine: Engine, sqlite_template: Path, tmp_path: Path) -> None:
    """The order is dated, its months have a year, and no id changes."""
    order, other = undated("октябрь"), dated("Вязова А.К., директор Лицея № 9")
    load_all(engine, [order, other])
    before = [rows(engine, query) for query in (HEADS, MEASURES, DEADLINES)]
    assert "не читается как дата" in answer(engine, "order_head|", "32.13.2021").refused[0].text
    report = answer(engine, "order_head|", "от 5 октября 2021 г.")
    assert report.said[0].text.endswith("дата приказа — 05.10.2021")
    after = [rows(engine, query) for query in (HEADS, MEASURES, DEADLINES)]
    assert {row[1:] for row in after[0]} == {("2021-10-05", "2021/2022"), ("2020-10-01", "2020/2021")}
    assert [[row[0] for row in one] for one in after] == [[row[0] for row in one] for one in before]
    assert ("октябрь", "period", "2021-10-01", "2021-10-31") in after[2]
    assert open_texts(engine) == []
    load_all(engine, [order])
    assert [rows(engine, query) for query in (HEADS, MEASURES, DEADLINES)] == after
    found = rebuilt(engine, [order, other], sqlite_template, tmp_path, HEADS, MEASURES, DEADLINES)
    assert [*found] == after
    with reading(engine) as connection:
        assert check(connection) == ()
    take_last_back(engine)
    assert [rows(engine, query) for query in (HEADS, MEASURES, DEADLINES)] == before


def test_other_words_about_the_head_change_nothing(engine: Engine) -> None:
    load_all(engine, [undated("май 2021 г.")])
    report = answer(engine, "order_head|", "приказ утерян")
    assert "дата приказа остаётся неизвестной" in report.said[0].text
    assert [row[1] for row in rows(engine, HEADS)] == [None]


def test_members_of_a_set_are_undone_and_rebuilt(engine: Engine, sqlite_template: Path, tmp_path: Path) -> None:
    orders = [dated("Руководители школ-лидеров"), dated("Лицей № 9, Руководители школ-лидеров", number="13")]
    load_all(engine, orders)
    before = rows(engine, ALL), rows(engine, SCHOOLS)
    report = answer(engine, "school_set|", "Средняя школа № 15, Лицей № 9")
    assert report.said[0].text.endswith("вместо слов «школ-лидеров» исполнители — Средняя школа № 15, Лицей № 9")
    assert [row[1:] for row in rows(engine, ALL)][:2] == [
        ("Руководители школ-лидеров", "school", "руководители", "Средняя школа № 15", "resolved", "decision"),
        ("Руководители школ-лидеров", "school", "руководители", "Лицей № 9", "resolved", "decision"),
    ]
    assert rows(engine, SCHOOLS) == [("Лицей № 9", 3), ("Средняя школа № 15", 2)]
    assert open_texts(engine) == []
    answered = rows(engine, ALL), rows(engine, SCHOOLS)
    load_all(engine, orders)
    assert (rows(engine, ALL), rows(engine, SCHOOLS)) == answered
    assert rebuilt(engine, orders, sqlite_template, tmp_path, ALL, SCHOOLS) == answered
    take_last_back(engine)
    assert (rows(engine, ALL), rows(engine, SCHOOLS)) == before


CLAIMS = """SELECT DISTINCT organization, value FROM school_claims JOIN organizations USING (organization_id)
            WHERE claim = 'status' ORDER BY organization"""


def test_a_status_of_all_schools_of_a_list(engine: Engine) -> None:
    """It is said of each school; the parties stay (kinds.toml, status_scope)."""
    load_all(engine, [dated("Руководители «опорных» Средних школ №№ 3, 15, Лицея № 9")])
    before = rows(engine, ALL)
    first = [("Средняя школа № 15", "опорная"), ("Средняя школа № 3", "опорная")]
    assert rows(engine, CLAIMS) == first
    answer(engine, "status_scope|", chosen="ко всем")
    assert rows(engine, CLAIMS) == [("Лицей № 9", "опорная"), *first]
    assert [row[:5] for row in rows(engine, ALL)] == [row[:5] for row in before]
    take_last_back(engine)
    assert (rows(engine, CLAIMS), rows(engine, ALL)) == (first, before)


NAMES = "SELECT organization_id, organization, mentions FROM v_organizations ORDER BY organization_id"
ALIASES = "SELECT organization_id, alias, source FROM v_aliases ORDER BY organization_id, alias"


def test_an_undone_answer_leaves_no_name(engine: Engine, sqlite_template: Path, tmp_path: Path) -> None:
    """The other candidate, taken back, then this one: as if it had been this one at once."""
    orders = [dated("ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»", "ГАОУ ДПО СО «ИРО»")]
    load_all(engine, orders)
    asked = rows(engine, NAMES), rows(engine, ALIASES)
    answer(engine, "legal_form|", chosen="ГАОУ ДПО СО «ИРО»")
    at_once = rows(engine, NAMES), rows(engine, ALIASES)
    take_last_back(engine)
    assert (rows(engine, NAMES), rows(engine, ALIASES)) == asked
    answer(engine, "legal_form|", chosen="ГАОУ ДО СО «ИРО»")
    take_last_back(engine)
    assert (rows(engine, NAMES), rows(engine, ALIASES)) == asked
    answer(engine, "legal_form|", chosen="ГАОУ ДПО СО «ИРО»")
    assert (rows(engine, NAMES), rows(engine, ALIASES)) == at_once
    assert [row[1:] for row in at_once[0]] == [("ГАОУ ДПО СО «ИРО»", 3)]
    assert rebuilt(engine, orders, sqlite_template, tmp_path, NAMES, ALIASES) == at_once


def test_a_name_that_only_an_undone_answer_kept_is_gone(engine: Engine) -> None:
    """It stays for the answer's sake while no order names it, and goes with the answer."""
    first = dated("МБУ «Лад»")
    load_all(engine, [first])
    said = NewDecision(
        datetime.now(UTC), "Анна", "same", "abbreviation|кпн", "org|мбу лад", RULES_VERSION, "г. Лесногорск"
    )
    with engine.begin() as connection:
        append_decision(connection, said)
    load_all(engine, [replace(dated("Вязова А.К."), sha256="f" * 64)])
    assert [row[1:] for row in rows(engine, NAMES)] == [("МБУ «Лад»", 0)]
    take_last_back(engine)
    assert rows(engine, NAMES) == []


def rebuilt(
    engine: Engine, orders: list[RawOrder], template: Path, folder: Path, *queries: str
) -> tuple[list[tuple[object, ...]], ...]:
    """What the queries say of a database made anew from the exported decisions and the orders, the last first."""
    with reading(engine) as connection:
        export_decisions(connection, folder / "decisions.jsonl")
    shutil.copyfile(template, folder / "rebuilt.db")
    other = open_engine(f"sqlite:///{folder / 'rebuilt.db'}")
    with other.begin() as connection:
        import_decisions(connection, folder / "decisions.jsonl")
    load_all(other, orders[::-1])
    found = tuple(rows(other, query) for query in queries)
    other.dispose()
    return found
