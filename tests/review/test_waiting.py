"""What a clerk leaves for later, and what was typed and refused: nothing sticks, nothing is lost."""

from datetime import date, timedelta

from tests.normalize.orders import make_order
from tests.review.conftest import MakeClerk, load
from tests.review.desk import Clerk, running

FAR = date.today() + timedelta(days=400)
UNREAD = "14-18 феврля 2022"


def three_questions(url: str) -> None:
    load(url, make_order([("", "май 2021", cell) for cell in ("ШМО", "ПК", "РМК")]))


def walk(clerk: Clerk, key: str, times: int) -> list[str]:
    """The questions after each press of the key."""
    seen = []
    for _ in range(times):
        clerk.press(key)
        seen.append(clerk.question)
    return seen


def label(clerk: Clerk) -> str | None:
    found = clerk.page.query_selector(".flag")
    return None if found is None else found.inner_text()


def test_put_off_questions_take_turns(sqlite_url: str, make_clerk: MakeClerk) -> None:
    three_questions(sqlite_url)
    with running(sqlite_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        first = clerk.question
        later = walk(clerk, "KeyU", 3)
        assert (later[-1], len({*later}), label(clerk)) == (first, 3, "отложено")
        for key in ("KeyK", "KeyU", "KeyK"):
            assert walk(clerk, key, 3) == later
        clerk.press("KeyG")
        clerk.shown("#question")
        assert clerk.question == first
    with running(sqlite_url) as address:  # another sitting goes on where this one left
        again = make_clerk()
        again.open(address)
        assert again.question == first


def test_who_skips_all_comes_to_what_was_put_off(sqlite_url: str, make_clerk: MakeClerk) -> None:
    three_questions(sqlite_url)
    with running(sqlite_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        first = clerk.question
        clerk.press("KeyU")
        assert first in walk(clerk, "KeyK", 2)


def test_a_day_to_come_keeps_a_question_behind_all_others(sqlite_url: str, make_clerk: MakeClerk) -> None:
    three_questions(sqlite_url)
    with running(sqlite_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        first = clerk.question
        clerk.page.locator("#later").fill(FAR.isoformat())
        clerk.press("Escape", "KeyU")
        assert clerk.said.startswith(f"Отложено до {FAR:%d.%m.%Y}")
        assert first not in [clerk.question, *walk(clerk, "KeyK", 4), *walk(clerk, "KeyU", 4)]
        while clerk.left > 1:
            clerk.answer()
        assert (clerk.question, label(clerk)) == (first, f"отложено до {FAR:%d.%m.%Y}")


def test_what_was_refused_stays_in_its_field(sqlite_url: str, make_clerk: MakeClerk) -> None:
    load(sqlite_url, make_order([("", "", "Сомова А.А.")]))
    for script in (True, False):
        with running(sqlite_url) as address:
            clerk = make_clerk(java_script_enabled=script)
            clerk.page.goto(address)
            clerk.page.locator("#reason").fill("спросила методиста")
            clerk.page.locator("#words").fill(UNREAD)
            clerk.page.locator("#words").press("Enter") if script else clerk.page.locator("#say").click()
            clerk.page.wait_for_selector("#said.bad")
            assert f"«{UNREAD}» не читается как срок. Не прочитано в сроке: «14-18 феврля». Напишите" in clerk.said
            field = clerk.page.locator("#words")
            assert (field.input_value(), field.get_attribute("aria-invalid")) == (UNREAD, "true")
            assert clerk.page.locator("#reason").input_value() == "спросила методиста"
            if script:
                assert clerk.page.evaluate("document.activeElement.id") == "words"


def test_keys_say_what_they_do(sqlite_url: str, make_clerk: MakeClerk) -> None:
    three_questions(sqlite_url)
    with running(sqlite_url) as address:
        clerk = make_clerk(viewport={"width": 320, "height": 700})
        clerk.open(address)
        heard = clerk.page.locator("#heard")
        clerk.press("KeyY")
        assert heard.inner_text() == "Клавиша Y здесь ничего не значит."
        clerk.press("KeyA")
        assert heard.inner_text().startswith("Где это верно: только в этом приказе")
        assert clerk.page.evaluate("document.documentElement.scrollWidth") <= 320
        for path in ("history", "progress", f"bulk?q={clerk.page.get_attribute('article', 'data-question')}"):
            clerk.page.goto(f"{address.split('/?')[0]}/{path}")
            assert clerk.page.evaluate("document.activeElement.tagName") == "H1", path
            clerk.page.go_back()
