"""Everybody can read and use the page: axe on every kind of page, light and dark, narrow and zoomed."""

from pathlib import Path

import pytest

from tests.review.conftest import MakeClerk
from tests.review.desk import Clerk, running

AXE = Path(__file__).with_name("axe") / "axe.min.js"
# What axe found in order is left in the browser: it is as long as the page, and takes longer than the finding.
RULES = """axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
}).then(result => result.violations)"""
SCREENS = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "narrow": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    # 200 % zoom of a screen of 1280 × 900 is a page of 640 × 450 CSS pixels, twice as dense.
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2, "color_scheme": "dark"},
}
PATHS = ("/orders?q=ШМО", "/people", "/schools", "/organizations?q=центр", "/history", "/progress", "/none")
OUTLINE = """(() => {
  const style = document.activeElement === document.body ? null : getComputedStyle(document.activeElement);
  return style && style.outlineStyle + style.boxShadow;
})()"""


def findings(clerk: Clerk) -> list[str]:
    clerk.page.evaluate(AXE.read_text(encoding="utf-8"))
    return [f"{clerk.page.url} {one['id']}: {one['nodes'][0]['html']}" for one in clerk.page.evaluate(RULES)]


def split_of(clerk: Clerk, root: str) -> str:
    """The page that splits a school in two."""
    clerk.page.goto(f"{root}/schools")
    clerk.page.locator("table a").first.click()
    clerk.page.locator("input[name=mention]").first.check()
    clerk.page.get_by_role("button", name="Отделить отмеченные").click()
    clerk.shown("h2:text('К кому')")
    return clerk.page.url.removeprefix(root)


def spelling_of(clerk: Clerk, root: str) -> str:
    """The page that splits a spelling off."""
    clerk.page.goto(f"{root}/organizations?q=центр")
    clerk.page.locator("table a").first.click()
    clerk.page.get_by_role("link", name="Отделить").first.click()
    clerk.shown("h2:text('Где так напечатано')")
    return clerk.page.url.removeprefix(root)


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(sqlite_306_url: str, make_clerk: MakeClerk, screen: str) -> None:
    with running(sqlite_306_url) as address:
        clerk = make_clerk(**SCREENS[screen])
        clerk.open(address)
        page, root = clerk.page, address.split("/?")[0]
        clerk.press("KeyS", "KeyW")
        clerk.shown("#around table")
        found = findings(clerk)
        clerk.answer()
        found += findings(clerk)
        for path in PATHS:
            page.goto(root + path)
            found += findings(clerk)
            assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen]["viewport"]["width"], path
        for start, link in (
            ("/orders", "table a"), ("/people", "table a"), ("/organizations", "table a"), ("/history", "table a"),
            ("/orders?q=ШМО", "a[href^='/measures/']"), ("/", "a[href^='/bulk']"),
            (split_of(clerk, root), "main"), (spelling_of(clerk, root), "main"),
        ):  # fmt: skip
            page.goto(root + start)
            page.locator(link).first.click()
            page.wait_for_load_state()
            found += findings(clerk)
            assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen]["viewport"]["width"], start
        clerk.faults = [one for one in clerk.faults if "404" not in one]  # of /none
    assert found == []


def test_focus_is_seen_everywhere(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    """Tab through the page: each stop has an outline."""
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        page, stops = clerk.page, 0
        for _ in range(40):
            page.keyboard.press("Tab")
            style = page.evaluate(OUTLINE)
            if style is not None:
                stops += 1
                assert style != "nonenone", page.evaluate("document.activeElement.outerHTML")
        assert stops > 20
