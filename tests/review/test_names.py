"""Merging and splitting of names, several answers at once, the history: each of them can be taken back."""

from collections.abc import Iterator

import pytest

from tests.review.asked import decisions_in_force, open_keys, rows
from tests.review.conftest import MakeClerk
from tests.review.desk import Clerk, running

MENTIONS = "SELECT organization, count(*) FROM v_parties WHERE organization LIKE '%ИРО%' GROUP BY 1 ORDER BY 1"
PEOPLE = """SELECT person, count(*) FROM v_parties
    WHERE person LIKE 'Войтюшенко%' OR person LIKE 'Яркова%' GROUP BY 1 ORDER BY 1"""


@pytest.fixture
def address(url_306: str) -> Iterator[str]:
    with running(url_306) as found:
        yield found


@pytest.fixture
def clerk(address: str, make_clerk: MakeClerk) -> Clerk:
    made = make_clerk()
    made.open(address)
    return made


def find(clerk: Clerk, address: str, listing: str, words: str) -> None:
    """The page of the one name that has these words."""
    clerk.page.goto(f"{address.split('/?')[0]}/{listing}?q={words}")
    clerk.page.locator("table a").first.click()
    clerk.shown("#search")


def merge(clerk: Clerk, words: str, button: str) -> None:
    clerk.page.fill("#search", words)
    clerk.page.locator("#found a").first.click()
    clerk.shown("h2:text('Что изменится')")
    clerk.page.get_by_role("button", name=button).click()


def undo_shown(clerk: Clerk) -> None:
    clerk.page.get_by_role("button", name="Отменить решение").click()
    clerk.shown("h1:text('История решений')")


def test_people_are_merged_and_split_again(clerk: Clerk, address: str, url_306: str) -> None:
    before = rows(url_306, PEOPLE)
    assert [row[0] for row in before] == ["Войтюшенко Г.Ф.", "Яркова Н.А."]
    find(clerk, address, "people", "Яркова")
    merge(clerk, "Войтюшенко", "Объединить")
    clerk.shown("h1:text('Решение 1')")
    clerk.rest(address)
    assert rows(url_306, PEOPLE) == [("Войтюшенко Г.Ф.", sum(row[1] for row in before))]
    find(clerk, address, "people", "Войтюшенко")
    clerk.page.locator("a[href^='/history/']").first.click()
    undo_shown(clerk)
    clerk.rest(address)
    assert rows(url_306, PEOPLE) == before


@pytest.mark.parametrize("url_306", ["sqlite"], indirect=True)
def test_organizations_are_merged_and_split_again(clerk: Clerk, address: str, url_306: str) -> None:
    before = rows(url_306, MENTIONS)
    find(clerk, address, "organizations", "ГАОУ ДО «ИРО»")
    name = clerk.page.inner_text("h1")
    merge(clerk, "ГАОУ ДПО", "Объединить")
    clerk.shown("h1:text('Решение 1')")
    clerk.rest(address)
    assert name not in dict(rows(url_306, MENTIONS))
    assert sum(row[1] for row in rows(url_306, MENTIONS)) == sum(row[1] for row in before)
    clerk.page.goto(address.split("/?")[0] + "/history")
    clerk.page.locator("td a").first.click()
    undo_shown(clerk)
    clerk.rest(address)
    assert rows(url_306, MENTIONS) == before


@pytest.mark.parametrize("url_306", ["postgresql"], indirect=True)
def test_a_spelling_is_split_off(clerk: Clerk, address: str, url_306: str) -> None:
    center = "SELECT DISTINCT organization FROM v_parties WHERE surface LIKE '%ополнительного образования%' ORDER BY 1"
    before = rows(url_306, center)
    find(clerk, address, "organizations", "ополнительного")
    clerk.page.locator("li", has_text="Центр ополнительного").get_by_role("link", name="Отделить").click()
    clerk.shown("h2:text('Где так напечатано')")
    assert "ополнительного образования" in clerk.page.inner_text("ul.plain")
    clerk.page.get_by_role("button", name="Отделить написание").click()
    clerk.shown("h1:text('Решение 1')")
    clerk.rest(address)
    assert len(rows(url_306, center)) == len(before) + 1
    clerk.page.goto(address.split("/?")[0] + "/history")
    clerk.page.locator("td a").first.click()
    undo_shown(clerk)
    clerk.rest(address)
    assert rows(url_306, center) == before


@pytest.mark.parametrize("url_306", ["sqlite"], indirect=True)
def test_names_kept_apart_are_not_merged(clerk: Clerk, address: str, url_306: str) -> None:
    find(clerk, address, "people", "Яркова")
    merge(clerk, "Войтюшенко", "Это разные: запомнить")
    clerk.shown("h1:text('Решение 1')")
    find(clerk, address, "people", "Яркова")
    merge(clerk, "Войтюшенко", "Объединить")
    clerk.shown("h1:text('Не записано')")
    assert "Анна" in clerk.page.inner_text("[role=alert]")
    assert [row[1] for row in decisions_in_force(url_306)] == ["different"]
    clerk.faults = [one for one in clerk.faults if "409" in one][1:]


def test_one_answer_to_several_and_one_undo(clerk: Clerk, address: str, url_306: str) -> None:
    before = open_keys(url_306)
    while not clerk.question.startswith("Срок мероприятия"):
        clerk.press("KeyK")
    clerk.press("KeyB")
    clerk.shown(".bulk")
    listed = clerk.page.locator(".bulk strong").all_inner_texts()
    assert "совета (группы) сопровождения" in clerk.page.inner_text("form")  # the measure, not who answers
    assert sorted(listed) == [f"Срок мероприятия {number} не указан: какой он?" for number in (10, 12)]
    clerk.press("KeyT")
    clerk.page.keyboard.insert_text("до 1 ноября 2020 г.")
    clerk.press("Enter")
    clerk.shown("#said p")
    assert clerk.said.startswith("Решено разом: 2 вопроса.")
    assert len(before - open_keys(url_306)) == 2
    clerk.press("KeyZ")
    assert clerk.said.startswith("Отменено")
    clerk.rest(address)
    assert open_keys(url_306) == before


@pytest.mark.parametrize("url_306", ["postgresql"], indirect=True)
def test_any_old_decision_is_taken_back(clerk: Clerk, address: str, url_306: str) -> None:
    """The first of three; the other two stay."""
    for _ in range(3):
        clerk.answer()
    clerk.rest(address)
    first = decisions_in_force(url_306)[0]
    clerk.page.goto(address.split("/?")[0] + "/history")
    clerk.page.get_by_role("button", name="Отменить решение 1").click()
    clerk.shown("td:has-text('отменено')")
    clerk.rest(address)
    assert first[2] in open_keys(url_306)
    assert len(decisions_in_force(url_306)) == 2
