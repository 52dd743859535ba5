"""The whole queue of order 306 by keyboard alone, on both databases; every answer taken back; nothing asked twice."""

import pytest

from tests.review.asked import decisions_in_force, open_keys, rows
from tests.review.conftest import ORDER_306, MakeClerk
from tests.review.desk import Clerk, prikaz, running


def test_whole_queue_is_settled_and_never_asked_again(url_306: str, make_clerk: MakeClerk) -> None:
    asked = open_keys(url_306)
    assert len(asked) > 10
    with running(url_306) as address:
        clerk = make_clerk()
        clerk.open(address)
        first = clerk.left
        while clerk.left:
            clerk.answer()
        assert len(clerk.milliseconds()) == first  # how long each took: tests/bench/bench_desk.py
        clerk.settle_all(address)
        assert clerk.question == "Открытых вопросов нет"
    assert open_keys(url_306) == set()
    assert asked <= {row[2] for row in decisions_in_force(url_306)}
    assert prikaz(url_306, "check").returncode == 0
    again = prikaz(url_306, "import", str(ORDER_306))
    assert again.returncode == 0, again.stderr
    assert open_keys(url_306) == set()


def test_database_says_what_was_decided(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.settle_all(address)
    institutes = "SELECT DISTINCT organization FROM v_parties WHERE surface LIKE '%ИРО»%' AND kind = 'organization'"
    assert rows(sqlite_306_url, institutes) == [("ГАОУ ДПО СО «ИРО»",)]
    schools = "SELECT DISTINCT organization FROM v_parties WHERE school_number = '39'"
    assert rows(sqlite_306_url, schools) == [("Основная школа № 39",)]
    typed = """SELECT m.number, d.kind, d.ends_on FROM v_measures m JOIN v_deadlines d USING (measure_id)
        WHERE m.deadline_text IS NULL ORDER BY m.position"""
    assert rows(sqlite_306_url, typed) == [("10", "by", "2020-11-01"), ("12", "by", "2020-11-01")]
    open_parties = "SELECT count(*) FROM v_parties WHERE status <> 'resolved'"
    assert rows(sqlite_306_url, open_parties) == [(0,)]


@pytest.mark.parametrize("url_306", ["sqlite"], indirect=True)
def test_undo_brings_each_answer_back(url_306: str, make_clerk: MakeClerk) -> None:
    before = open_keys(url_306)
    parties = rows(url_306, "SELECT * FROM v_parties ORDER BY party_id")
    with running(url_306) as address:
        clerk = make_clerk()
        clerk.open(address)
        for _ in range(8):
            clerk.answer()
        clerk.rest(address)
        assert len(open_keys(url_306) & before) == len(before) - 8
        undo_all(clerk, address)
    assert open_keys(url_306) == before
    assert decisions_in_force(url_306) == []
    assert rows(url_306, "SELECT * FROM v_parties ORDER BY party_id") == parties


def undo_all(clerk: Clerk, address: str) -> None:
    for _ in range(50):
        clerk.press("KeyZ")
        if clerk.said.startswith("Отменять нечего"):
            break
    clerk.rest(address)


def test_undo_shows_the_question_again(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        asked = clerk.question
        clerk.answer()
        assert clerk.question != asked
        clerk.press("KeyZ")
        assert clerk.question == asked
        assert clerk.said.startswith("Отменено: ответ: «одно и то же»")


def test_every_key_does_what_its_button_says(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        page = clerk.page
        first = clerk.question
        clerk.press("KeyK")
        assert clerk.question != first
        scope = page.locator("input[name=scope]:checked")
        before = scope.input_value()
        clerk.press("KeyA")
        assert scope.input_value() != before
        clerk.press("KeyW")
        assert page.locator("details.fold").get_attribute("open") is not None
        clerk.press("KeyS")
        clerk.shown("#around table")
        clerk.press("KeyR")
        page.keyboard.insert_text("спросила методиста")
        clerk.press("Enter", "Digit2")
        reasons = rows(sqlite_306_url, "SELECT verb, answer, reason FROM decisions")
        assert reasons == [("same", "разные", "спросила методиста")]
        clerk.press("KeyL")
        page.locator("#later").fill("2030-01-31")
        clerk.press("Escape", "KeyU")
        assert rows(sqlite_306_url, "SELECT verb, answer FROM decisions")[-1] == ("unsure", "2030-01-31")
        assert "отложено: 1" in page.inner_text(".left")
        clerk.press("Shift+KeyZ")
        clerk.shown("h1:text('История решений')")
        clerk.press("KeyG")
        clerk.shown("#question")


def test_search_takes_any_name(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        while not clerk.question.startswith("Это одна организация?"):
            clerk.press("KeyK")
        clerk.press("Slash")
        clerk.page.keyboard.insert_text("дополнительного")
        clerk.shown("#found button")
        clerk.press("Enter", "Enter")
        assert "МБУ ДО «Центр дополнительного образования»" in clerk.said
    kept = rows(sqlite_306_url, "SELECT verb, subject, answer FROM decisions")
    assert kept == [("same", "legal_form|иро", "org|мбу до центр дополнительного образования")]
