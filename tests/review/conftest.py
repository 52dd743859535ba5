"""Order 306 in both kinds of database, and Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from sqlalchemy import Engine

from ingest.model import RawOrder
from ingest.order import read_order
from pipeline.loading import load_rows
from store.db import open_engine
from tests.review.desk import ROOT, Clerk

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")  # the first takes half the time
ORDER_306 = ROOT / "data/raw/order-306-2020.docx"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-sync", "--no-first-run",
)  # fmt: skip

MakeClerk = Callable[..., Clerk]


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium: install Debian's package «chromium-headless-shell» or «chromium»")
    opened = playwright_driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def make_clerk(browser: Browser) -> Iterator[MakeClerk]:
    """Clerks with a browser profile of their own; no script may fail on any page."""
    clerks: list[Clerk] = []

    def make(**options: object) -> Clerk:
        context = browser.new_context(locale="ru-RU", **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        clerk = Clerk(context.new_page())
        clerk.watch()
        clerks.append(clerk)
        return clerk

    try:
        yield make
        assert [fault for clerk in clerks for fault in clerk.faults] == []
    finally:
        for clerk in clerks:
            clerk.page.context.close()


@pytest.fixture(scope="session")
def raw_306() -> RawOrder:
    return read_order(ORDER_306)


@pytest.fixture(scope="session")
def sqlite_306(sqlite_template: Path, raw_306: RawOrder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite-306") / "prikaz.db"
    shutil.copyfile(sqlite_template, path)
    load(f"sqlite:///{path}", raw_306)
    return path


@pytest.fixture
def sqlite_306_url(sqlite_306: Path, tmp_path: Path) -> str:
    path = tmp_path / "prikaz.db"
    shutil.copyfile(sqlite_306, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_306_url(postgresql_url: str, raw_306: RawOrder) -> str:
    load(postgresql_url, raw_306)
    return postgresql_url


@pytest.fixture(params=["sqlite", "postgresql"])
def url_306(request: pytest.FixtureRequest) -> str:
    """A database with order 306 alone; once on each kind, or on the one that a test names: a browser takes seconds."""
    url: str = request.getfixturevalue(f"{request.param}_306_url")
    return url


@pytest.fixture
def engine_306(url_306: str) -> Iterator[Engine]:
    engine = open_engine(url_306)
    try:
        yield engine
    finally:
        engine.dispose()


def load(url: str, raw: RawOrder) -> None:
    """The order into the database, as an import does it."""
    engine = open_engine(url)
    with engine.begin() as connection:
        load_rows(connection, raw, None)
    engine.dispose()
