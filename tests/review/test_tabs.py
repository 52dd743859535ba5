"""What a browser does besides answering: reload, back, a second tab, a program that was started anew."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from ingest.model import RawDoubt
from ingest.order import read_order
from tests.pipeline.documents import write_order
from tests.review.asked import decisions_in_force, open_keys, rows
from tests.review.conftest import MakeClerk, load
from tests.review.desk import ROOT, Clerk, prikaz, running

NEXT_YEAR = ROOT / "tests/golden/307-next-year/order.docx"
OPEN_FOR = "SELECT order_number FROM questions JOIN orders USING (order_id) WHERE key = 'abbreviation|пк' ORDER BY 1"


def test_reload_and_back_send_nothing_again(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.answer()
        left, asked = clerk.left, clerk.question
        clerk.page.reload()
        clerk.shown("#question")
        assert (clerk.left, clerk.question) == (left, asked)
        clerk.page.locator("article a[href^='/measures/']").click()
        clerk.shown("h2:text('Кто назван')")
        clerk.page.go_back()
        clerk.shown("#question")
        assert (clerk.left, clerk.question) == (left, asked)
        clerk.answer()
        assert clerk.left < left
    assert len(decisions_in_force(sqlite_306_url)) == 2


def test_a_form_sent_without_script_is_not_sent_by_reload(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk(java_script_enabled=False)
        clerk.page.goto(address)
        clerk.page.locator("button[name=take]").first.click()
        clerk.page.wait_for_selector("#said p")
        clerk.page.reload()
        clerk.page.wait_for_selector("#question")
    assert len(decisions_in_force(sqlite_306_url)) == 1


def test_second_tab_is_told(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        first = make_clerk()
        first.open(address)
        second = Clerk(first.page.context.new_page())
        second.watch()
        second.open(address.split("?")[0])
        assert second.question == first.question
        first.answer()
        second.press("Digit2")
        assert second.said.startswith("На этот вопрос уже ответили. Ваш ответ не записан")
        second.answer()
        assert second.faults == []
    assert len(decisions_in_force(sqlite_306_url)) == 2


def test_a_page_of_an_earlier_start_says_where_to_go(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    """Same port, another session: nothing is kept, and the page does not pretend."""
    clerk = make_clerk()
    with running(sqlite_306_url) as address:
        clerk.open(address)
        port = address.split(":")[2].split("/")[0]
    clerk.page.keyboard.press("Enter")
    clerk.shown("#said:has-text('Нет связи с программой')")
    with running(sqlite_306_url, "Анна", "--port", port):
        clerk.press("Enter")
        clerk.shown("#desk:has-text('Откройте страницу по ссылке')")
    clerk.faults = [one for one in clerk.faults if "ERR_" not in one and "403" not in one and "fetch" not in one]
    assert decisions_in_force(sqlite_306_url) == []


def test_one_doubt_of_two_orders_is_answered_in_one(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    """«ПК» stands in both years: an answer for one order leaves the other's question open, and both may differ."""
    load(sqlite_306_url, read_order(NEXT_YEAR))
    assert rows(sqlite_306_url, OPEN_FOR) == [("306",), ("307",)]
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        find(clerk, "ПК")
        shown = clerk.page.inner_text(".question .about")
        while clerk.page.locator("input[name=scope]:checked").input_value() != "here":
            clerk.press("KeyA")
        say(clerk, "профсоюзный комитет")
        clerk.rest(address)
        [(other,)] = rows(sqlite_306_url, OPEN_FOR)
        assert other not in shown
        find(clerk, "ПК")
        assert f"№ {other}" in clerk.page.inner_text(".question .about")
        say(clerk, "предметная комиссия")
        clerk.rest(address)
    assert "abbreviation|пк" not in open_keys(sqlite_306_url)
    assert len(decisions_in_force(sqlite_306_url)) == 2


def test_a_question_about_a_file_says_which(sqlite_306_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    """No cell is in doubt: the order and its file are named, on the page and in the workbook."""
    raw = read_order(write_order(tmp_path / "план.docx"))
    load(sqlite_306_url, replace(raw, doubts=(RawDoubt("reader", "Лист «Скрытый» скрыт: он не прочитан."),)))
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        find(clerk, "Лист «Скрытый»")
        assert "приказ № 15 от 07.10.2020 · файл план.docx" in clerk.page.inner_text(".question .about")
        assert prikaz(sqlite_306_url, "review", "export", str(tmp_path / "q.xlsx")).returncode == 0
        clerk.press("KeyX")
        assert clerk.said.startswith("Решено: ответ: «Этого довольно»")
    cells = openpyxl.load_workbook(tmp_path / "q.xlsx")["Вопросы"].iter_rows(values_only=True)
    assert "приказ № 15 от 07.10.2020, файл план.docx" in {row[1] for row in cells}


def find(clerk: Clerk, words: str) -> None:
    while words not in clerk.question:
        clerk.press("KeyK")


def say(clerk: Clerk, words: str) -> None:
    clerk.press("KeyT")
    clerk.page.keyboard.insert_text(words)
    clerk.press("Enter")
    assert clerk.said.startswith("Решено")


@pytest.mark.parametrize("url_306", ["postgresql"], indirect=True)
def test_undone_is_put_in_force_again(url_306: str, make_clerk: MakeClerk) -> None:
    """By the key Y behind an undo, and from the history; a batch comes back whole."""
    with running(url_306) as address:
        clerk = make_clerk()
        clerk.open(address)
        asked = clerk.question
        clerk.answer()
        kept = decisions_in_force(url_306)
        clerk.press("KeyZ")
        assert clerk.question == asked
        assert decisions_in_force(url_306) == []
        clerk.press("KeyY")
        assert clerk.said.startswith("Снова действует: ответ: «одно и то же»")
        assert clerk.question != asked
        assert decisions_in_force(url_306) == kept
        clerk.press("KeyZ")
        clerk.page.goto(address.split("/?")[0] + "/history")
        clerk.page.get_by_role("button", name="Вернуть в силу решение 1").click()
        clerk.shown("button:text('Отменить')")
        clerk.rest(address)
        assert decisions_in_force(url_306) == kept
        find(clerk, "Срок мероприятия")
        clerk.press("KeyB")
        clerk.shown(".bulk")
        clerk.press("KeyX")
        clerk.shown("#said p")
        both = decisions_in_force(url_306)
        assert [row[3] for row in both[1:]] == ["Срока нет", "Срока нет"]
        clerk.press("KeyZ", "KeyY")
        assert sorted(decisions_in_force(url_306)) == sorted(both)
        clerk.rest(address)
    assert kept[0][2] not in open_keys(url_306)


def test_page_of_an_undone_decision_puts_it_back(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.answer()
        clerk.press("KeyZ")
        clerk.page.goto(address.split("/?")[0] + "/history")
        clerk.page.locator("tr:has(.undone) td a").click()
        clerk.shown("h2:text('Вернуть в силу')")
        assert "программа заново прочитает 1 приказ" in clerk.page.inner_text("main")
        clerk.page.get_by_role("button", name="Вернуть решение в силу").click()
        clerk.shown("h1:text('История решений')")
    assert [row[3] for row in decisions_in_force(sqlite_306_url)] == ["одно и то же"]


def test_what_was_decided_otherwise_since_is_not_put_back(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.answer()
        clerk.press("KeyZ", "Digit2")
        clerk.page.goto(address.split("/?")[0] + "/history")
        clerk.page.get_by_role("button", name="Вернуть в силу решение 1").click()
        clerk.shown("h1:text('Не записано')")
        assert "разные" in clerk.page.inner_text("[role=alert]")
        clerk.faults = [one for one in clerk.faults if "409" not in one]
    assert [row[3] for row in decisions_in_force(sqlite_306_url)] == ["разные"]
