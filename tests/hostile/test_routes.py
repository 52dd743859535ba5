"""Every route of the clerk's page under odd requests: 600 in the normal run, 20,000 in the long form."""

import pytest
from sqlalchemy import Engine

from tests.hostile.routes import Asked, Desk, answer_all, open_page, run, tell


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return open_page(engine)


def test_odd_requests_are_refused_and_strangers_change_nothing(desk: Desk) -> None:
    send(desk, 600)


@pytest.mark.hostile
def test_20_000_odd_requests(desk: Desk) -> None:
    send(desk, 20_000)


def send(desk: Desk, requests: int) -> None:
    kept = answer_all(desk)
    run(desk, requests, 306)
    tell(desk, desk.engine.dialect.name, kept)
    assert desk.faults == []
    assert kept > 0
    assert {f"{method} {status}" for method, status in (("GET", 200), ("POST", 303), ("POST", 403))} <= set(
        desk.statuses
    )


def test_bytes_that_no_browser_sends_are_refused(desk: Desk) -> None:
    """The query broke Starlette; NUL was kept by SQLite and was an error of PostgreSQL."""
    for path, query in ((b"/orders", b"q=\xff"), (b"/people/\0", b""), (b"/orders", b"q=%00")):
        assert desk.ask(Asked("GET", path, query, desk.own_headers)).status == 400
    before = desk.state()
    assert desk.form("/answer", question="x", key="x", verb="text", words="\0").status == 400
    assert desk.state() == before
