"""A running page and a clerk who works on it: `prikaz review` as a process of its own, and Chromium."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page

from tests.warm import run, start

ROOT = Path(__file__).parent.parent.parent
TYPED = "до 1 ноября 2020 г."  # where a question has no candidates
READY = "html:not([data-busy])"


@contextmanager
def running(url: str, clerk: str = "Анна", *arguments: str) -> Iterator[str]:
    """The one-time address of a server on the database; ended as Ctrl-C ends it."""
    server = start(["review", "--no-open", "--clerk", clerk, "--db", url, *arguments])
    try:
        address = server.out.readline().strip()
        assert address.startswith("http://127.0.0.1:"), server.said()
        yield address
    finally:
        server.terminate()
        server.close()


@dataclass(slots=True)
class Clerk:
    """Works on the page by keyboard alone. `faults`: errors of scripts and of the console."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def watch(self) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.faults.append(message.text)

        self.page.on("console", heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.shown("#question")

    @property
    def question(self) -> str:
        return self.page.inner_text("#question")

    @property
    def left(self) -> int:
        return int(self.page.get_attribute("#question", "data-left") or "0")

    @property
    def unread(self) -> int:
        return int(self.page.get_attribute("#question", "data-unread") or "0")

    @property
    def said(self) -> str:
        return self.page.inner_text("#said").strip()

    def shown(self, selector: str) -> None:
        """Wait for what a page has, and for the page's script: a key pressed before it has run is lost."""
        self.page.wait_for_selector(selector)
        self.page.wait_for_load_state("load")

    def press(self, *keys: str) -> None:
        """Keys one after the other, each when the page has answered the one before."""
        for key in keys:
            self.shown(READY)
            self.page.keyboard.press(key)
        self.shown(READY)

    def answer(self) -> None:
        """The first candidate; where there is none typed words, or X where words would only explain."""
        self.shown(READY)
        if self.page.query_selector('[data-code~="Digit1"]') is None:
            hint = self.page.query_selector("#words-do:has-text('вопрос останется открытым')")
            if hint is not None and "Срок" not in self.page.inner_text(".question .about"):
                return self.press("KeyX")
            self.page.keyboard.press("KeyT")
            self.page.keyboard.insert_text(TYPED)
        return self.press("Enter")

    def rest(self, address: str) -> None:
        """Wait until all orders are read again; the page is then loaded anew."""
        end = time.monotonic() + 60
        while True:
            self.page.goto(address.split("?")[0])
            if self.unread == 0:
                return
            assert time.monotonic() < end, "orders are still to be read again"
            time.sleep(0.2)

    def settle_all(self, address: str) -> int:
        """Answers until nothing is left, also what comes up when orders are read again. How many answers."""
        count = 0
        while True:
            while self.left:
                self.answer()
                count += 1
                assert count < 500, self.question
            self.rest(address)
            if not self.left:
                return count

    def milliseconds(self) -> list[float]:
        """From the key to the next question, by the page's own clock, since it was loaded."""
        found = self.page.evaluate("performance.getEntriesByName('answer-to-next').map(one => one.duration)")
        return [float(one) for one in found]


def prikaz(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command on the database, to its end."""
    return run(arguments, {**os.environ, "PRIKAZ_DB": url})
