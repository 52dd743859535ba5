"""One name that is really two: mentions are told apart on its page, and each splitting can be taken back."""

from pathlib import Path

import pytest

from tests.review.asked import decisions_in_force, rows
from tests.review.conftest import ORDER_306, MakeClerk
from tests.review.desk import Clerk, prikaz, running

MENTIONS = """SELECT person_id, count(*) FROM parties JOIN people USING (person_id) WHERE person = 'Плотникова Т.А.'
    GROUP BY person_id ORDER BY 2"""
SCHOOLS = """SELECT organization, kind, count(*) FROM v_parties WHERE school_number = '7'
    GROUP BY organization, kind ORDER BY 1, 2"""
POSTS = "SELECT DISTINCT organization FROM v_appointments WHERE person = 'Щипанова В.Н.'"


@pytest.fixture
def clerk(make_clerk: MakeClerk) -> Clerk:
    return make_clerk()


def show(clerk: Clerk, address: str, listing: str, name: str) -> None:
    clerk.page.goto(f"{address.split('/?')[0]}/{listing}?q={name}")
    clerk.page.locator("table").get_by_role("link", name=name, exact=True).first.click()
    clerk.shown("h2:text('Где упоминается')")


def choose(clerk: Clerk, words: str, count: int) -> None:
    """Ticks the first mentions with these words, and goes on to what that would change."""
    boxes = clerk.page.locator(".checks li", has_text=words).locator("input")
    for index in range(count):
        boxes.nth(index).check()
    clerk.page.get_by_role("button", name="Отделить отмеченные").click()
    clerk.shown("h2:text('Что отойдёт')")


def take_back(clerk: Clerk) -> None:
    clerk.page.get_by_role("button", name="Отменить решение").click()
    clerk.shown("h1:text('История решений')")


@pytest.mark.parametrize("url_306", ["sqlite"], indirect=True)
def test_a_person_is_two(url_306: str, clerk: Clerk) -> None:
    before = rows(url_306, MENTIONS)
    assert len(before) == 1
    with running(url_306) as address:
        clerk.open(address)
        show(clerk, address, "people", "Плотникова Т.А.")
        choose(clerk, "Плотникова", 3)
        assert f"останется {before[0][1] - 3} " in clerk.page.inner_text("main")
        clerk.page.get_by_role("button", name="Другой человек с тем же именем").click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
        after = rows(url_306, MENTIONS)
        assert [count for _, count in after] == [3, before[0][1] - 3]
        assert prikaz(url_306, "import", str(ORDER_306)).returncode == 0
        assert rows(url_306, MENTIONS) == after
        assert prikaz(url_306, "check").returncode == 0
        show(clerk, address, "people", "Плотникова Т.А.")
        clerk.page.locator("a[href^='/history/']").first.click()
        clerk.shown("h2:text('Отмена')")
        assert "вся пачка: 3 решения" in clerk.page.inner_text("main")
        take_back(clerk)
        clerk.rest(address)
    assert rows(url_306, MENTIONS) == before
    assert decisions_in_force(url_306) == []


def test_a_splitting_outlives_the_database_and_can_be_merged_again(
    sqlite_306_url: str, tmp_path: Path, clerk: Clerk
) -> None:
    before = rows(sqlite_306_url, MENTIONS)
    kept, other = str(tmp_path / "decisions.jsonl"), f"sqlite:///{tmp_path / 'other.db'}"
    with running(sqlite_306_url) as address:
        clerk.open(address)
        show(clerk, address, "people", "Плотникова Т.А.")
        choose(clerk, "Плотникова", 3)
        clerk.page.get_by_role("button", name="Другой человек с тем же именем").click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
        split = rows(sqlite_306_url, MENTIONS)
        for url, arguments in (
            (sqlite_306_url, ("decisions", "export", kept)), (other, ("db", "upgrade")),
            (other, ("decisions", "import", kept)), (other, ("import", str(ORDER_306))),
        ):  # fmt: skip
            done = prikaz(url, *arguments)
            assert done.returncode == 0, done.stderr
        assert rows(other, MENTIONS) == split
        root = address.split("/?")[0]
        clerk.page.goto(f"{root}/people/{split[0][0]}/merge?into={split[1][0]}")
        clerk.page.get_by_role("button", name="Объединить").click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
    assert rows(sqlite_306_url, MENTIONS) == before


def test_mentions_go_to_somebody_who_is_there(sqlite_306_url: str, clerk: Clerk) -> None:
    with running(sqlite_306_url) as address:
        clerk.open(address)
        show(clerk, address, "people", "Плотникова Т.А.")
        choose(clerk, "Плотникова", 1)
        clerk.page.fill("#search", "Яркова")
        clerk.page.get_by_role("button", name="К этому имени").first.click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
    moved = "SELECT person, rule FROM v_parties WHERE surface LIKE 'Плотникова%' AND person <> 'Плотникова Т.А.'"
    assert rows(sqlite_306_url, moved) == [("Яркова Н.А.", "decision")]


@pytest.mark.parametrize("url_306", ["postgresql"], indirect=True)
def test_a_school_is_two(url_306: str, clerk: Clerk) -> None:
    """The director goes with her school: a person's place of work is split as well."""
    before = rows(url_306, SCHOOLS)
    assert rows(url_306, POSTS) == [("Средняя школа № 7",)]
    with running(url_306) as address:
        clerk.open(address)
        show(clerk, address, "schools", "Средняя школа № 7")
        people = clerk.page.locator(".checks li", has_text="Щипанова").count()
        choose(clerk, "Щипанова", people)
        clerk.page.select_option("select[name=type]", "гимназия")
        clerk.page.fill("input[name=number]", "7")
        clerk.page.get_by_role("button", name="Отделить к этой школе").click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
        assert ("Гимназия № 7", "person", people) in rows(url_306, SCHOOLS)
        assert rows(url_306, POSTS) == [("Гимназия № 7",)]
        assert prikaz(url_306, "check").returncode == 0
        clerk.page.goto(address.split("/?")[0] + "/history")
        clerk.page.locator("td a").first.click()
        take_back(clerk)
        clerk.rest(address)
    assert rows(url_306, SCHOOLS) == before
    assert rows(url_306, POSTS) == [("Средняя школа № 7",)]


def test_an_organization_is_two(sqlite_306_url: str, clerk: Clerk) -> None:
    with running(sqlite_306_url) as address:
        clerk.open(address)
        show(clerk, address, "organizations", "МБУ ДО «Центр дополнительного образования»")
        choose(clerk, "методисты", 2)
        clerk.page.fill("#search", "Министерство")
        clerk.page.get_by_role("button", name="К этому имени").first.click()
        clerk.shown("h2:text('Отмена')")
        clerk.rest(address)
    moved = "SELECT count(*) FROM v_parties WHERE surface LIKE 'методисты%' AND organization LIKE 'Министерство%'"
    assert rows(sqlite_306_url, moved) == [(2,)]


def test_what_cannot_be_split_is_said(sqlite_306_url: str, clerk: Clerk) -> None:
    with running(sqlite_306_url) as address:
        clerk.open(address)
        show(clerk, address, "schools", "Средняя школа № 7")
        clerk.page.get_by_role("button", name="Отделить отмеченные").click()
        clerk.shown("[role=alert]:has-text('Отметьте упоминания')")
        clerk.page.get_by_role("link", name="Назад").click()
        choose(clerk, "Щипанова", 1)
        clerk.page.get_by_role("button", name="Отделить к этой школе").click()
        clerk.shown("[role=alert]:has-text('Напишите номер школы')")
        clerk.faults = [one for one in clerk.faults if "400" not in one]
    assert decisions_in_force(sqlite_306_url) == []
