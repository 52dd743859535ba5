"""How long a clerk waits: `python -m tests.bench.bench_desk`.

Settles the whole queue of order 306 by keyboard in Chromium and prints the median and the longest time from answer
to next question, on the page's own clock. The target is a median under 100 ms on a quiet machine. Asserts nothing.
"""

import shutil
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console

from tests.review.desk import Clerk, prikaz, running


def main() -> int:
    console, program = Console(highlight=False), shutil.which("chromium")
    if program is None:
        console.print("no chromium: install Debian's package «chromium»")
        return 1
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        url = f"sqlite:///{Path(folder) / 'prikaz.db'}"
        prikaz(url, "import", "data/raw")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        with running(url) as address:
            clerk = Clerk(browser.new_page())
            clerk.open(address)
            while clerk.left:
                clerk.answer()
            times = clerk.milliseconds()
        browser.close()
    console.print(f"answers {len(times)}, median {median(times):.0f} ms, longest {max(times):.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
