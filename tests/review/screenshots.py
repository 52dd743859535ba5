"""Takes the pictures of README and the clerk's guide: `make screenshots`. Order 306, a clerk, real Chromium."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.review.desk import ROOT, Clerk, prikaz, running

FOLDER = ROOT / "docs/images"
SIZE = {"width": 1280, "height": 800}


def take_all(page: Page, address: str) -> None:
    """queue.png, measure.png, history.png, split.png."""
    clerk = Clerk(page)
    clerk.open(address)
    root = address.split("/?")[0]
    for _ in range(2):
        clerk.answer()
    clerk.press("KeyT")
    page.keyboard.insert_text("школьное методическое объединение")
    clerk.press("Enter")
    clerk.press("KeyR")
    page.keyboard.insert_text("так в уставе")
    clerk.press("Enter")
    clerk.answer()
    clerk.press("KeyZ")
    clerk.rest(address)
    while not clerk.question.startswith("Это одна организация?"):
        clerk.press("KeyK")
    shoot(page, "queue")
    page.goto(f"{root}/orders?q=опорных")
    page.locator("a[href^='/measures/']").first.click()
    page.wait_for_load_state("networkidle")
    shoot(page, "measure")
    page.goto(f"{root}/history")
    shoot(page, "history")
    page.goto(f"{root}/people?q=Плотникова")
    page.locator("table a").first.click()
    for index in range(3):
        page.locator("input[name=mention]").nth(index).check()
    page.get_by_role("button", name="Отделить отмеченные").click()
    clerk.shown("h2:text('К кому')")
    shoot(page, "split")


def shoot(page: Page, name: str) -> None:
    page.wait_for_load_state("load")
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 1000})


def main() -> int:
    program = shutil.which("chromium")
    if program is None:
        print("no chromium: install Debian's package «chromium»", file=sys.stderr)  # noqa: T201
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        url = f"sqlite:///{Path(folder) / 'prikaz.db'}"
        prikaz(url, "import", "data/raw")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        with running(url) as address:
            take_all(browser.new_context(viewport=SIZE, locale="ru-RU").new_page(), address)  # type: ignore[arg-type]
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
