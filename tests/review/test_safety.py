"""The page on a shared machine: who gets in, what is refused, and orders that try to be more than text."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from ingest.order import read_order
from tests.pipeline.documents import write_order
from tests.review.asked import decisions_in_force
from tests.review.conftest import MakeClerk, load
from tests.review.desk import running

SCRIPT = "<script>alert('1')</script><img src=x onerror=alert(2)>"
HOSTILE = (
    ("1.", f"{SCRIPT} «кавычки» \"'` &amp; {{{{ 7*7 }}}}", "до 1 ноября", f"руководители ЩЪБ {SCRIPT}"),
    ("2.", "\u202eсправа налево\u202c и \u200fзнак", "", "Ж" * 10_000),
    ("3.", "длинное " + "слово" * 2_000, "до 1 декабря", 'руководители ЩЪБ, "><svg/onload=alert(3)>'),
)


@pytest.fixture
def address(sqlite_306_url: str) -> Iterator[str]:
    with running(sqlite_306_url) as found:
        yield found


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    text: str
    headers: dict[str, str]  # names in lower case


def ask(address: str, path: str, method: str = "GET", body: str = "", **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=20)) as connection:
        connection.request(method, path, body.encode(), named)
        answer = connection.getresponse()
        text = answer.read().decode()
        return Reply(answer.status, text, {name.lower(): value for name, value in answer.getheaders()})


def enter(address: str) -> str:
    """The cookie of a session."""
    answer = ask(address, "/?" + urlsplit(address).query)
    assert answer.status == 303
    return answer.headers["set-cookie"].split(";")[0]


def test_link_opens_once(address: str) -> None:
    first = ask(address, "/?" + urlsplit(address).query)
    cookie = first.headers["set-cookie"]
    assert (first.status, first.headers["location"]) == (303, "/")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert ask(address, "/?" + urlsplit(address).query).status == 403
    assert ask(address, "/?token=guess").status == 403
    assert ask(address, "/").status == 403
    assert ask(address, "/static/page.js").status == 403
    assert ask(address, "/", Cookie=cookie.split(";")[0]).status == 200


def test_foreign_hosts_and_sites_are_refused(address: str) -> None:
    cookie = enter(address)
    assert ask(address, "/", Cookie=cookie, Host="evil.example").status == 400
    assert ask(address, "/", Cookie=cookie, Host="evil.example:80").status == 400
    assert ask(address, "/", Cookie=cookie, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors").status == 403
    assert ask(address, "/", Cookie=cookie, Origin="https://evil.example").status == 403
    assert ask(address, "/undo", "POST", "", Cookie=cookie, Sec_Fetch_Site="cross-site").status == 403
    assert ask(address, "/undo", "POST", "", Cookie=cookie, Sec_Fetch_Site="same-site").status == 403


def test_a_form_needs_the_pages_own_token(address: str) -> None:
    cookie = enter(address)
    page = ask(address, "/", Cookie=cookie).text
    field = re.search(r'name="csrf" value="([^"]+)"', page)
    assert field is not None
    kind = "application/x-www-form-urlencoded"
    for token, status in (("", 403), ("guess", 403), (field[1], 303)):
        body = urlencode({"csrf": token})
        assert ask(address, "/skip", "POST", body, Cookie=cookie, Content_Type=kind).status == status


def test_every_answer_carries_the_headers(address: str) -> None:
    cookie = enter(address)
    for path in ("/", "/orders", "/static/page.js", "/none", "/history"):
        answer = ask(address, path, Cookie=cookie)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';"), path
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
    assert ask(address, "/static/../app.py", Cookie=cookie).status == 404


def test_answers_that_are_none_are_refused_in_words(address: str, sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    clerk = make_clerk()
    clerk.open(address)
    clerk.press("KeyT", "Enter")
    assert clerk.said.startswith("Ответ пуст")
    assert decisions_in_force(sqlite_306_url) == []


def test_hostile_order_is_text(sqlite_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    load(sqlite_url, read_order(write_order(tmp_path / "order.docx", rows=HOSTILE)))
    with running(sqlite_url) as address:
        clerk = make_clerk(viewport={"width": 360, "height": 740})
        clerk.open(address)
        page = clerk.page
        own = page.locator("script").count()
        assert own == 2
        seen = ""
        while clerk.left:
            seen += page.inner_text("main")
            assert page.locator("script").count() == own
            assert page.locator("img[src=x], svg").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            clerk.answer()
        for path in ("/orders?q=справа", "/history", "/people", "/organizations", "/progress"):
            page.goto(address.split("/?")[0] + path)
            assert page.locator("script").count() == own
        page.goto(address.split("/?")[0] + "/orders")
        page.click("table a")
        assert SCRIPT in page.inner_text("main")
        assert "RLO" in page.inner_text("main")
        assert "{{ 7*7 }}" in page.inner_text("main")
        for link in range(3):
            page.goto(page.url)
            page.locator("a[href^='/measures/']").nth(link).click()
            page.wait_for_load_state("load")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            page.go_back()
    assert "Ж" * 100 in seen
