"""A document that costs too much is stopped, and the limit's setting named; the others load."""

import contextlib
import signal
import time
from pathlib import Path

import pytest

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import pdf_of, stream, write_order


def write_heavy_pdf(path: Path, rectangles: int) -> Path:
    """A PDF with a page of so many ruled rectangles and a word."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    drawing = b"\n".join(b"%d %d 3 3 re S" % (7 * n % 590, 11 * n % 790) for n in range(rectangles))
    path.write_bytes(pdf_of([page, stream(drawing)]))
    return path


def test_memory_limit_is_named(prikaz: Prikaz) -> None:
    # Larger than what the process has free already: the limit counts what it asks for anew.
    (prikaz.folder / "long.txt").write_text("1.\tмероприятие\tмай\tдиректор\n" * 500_000, encoding="utf-8")
    [report] = prikaz.reports("long.txt", PRIKAZ_MEMORY_MB="1")
    assert report["error"]["code"] == "limit_reached"
    assert "PRIKAZ_MEMORY_MB" in report["error"]["message"]


def test_time_limit_is_named_and_the_others_load(prikaz: Prikaz) -> None:
    write_heavy_pdf(prikaz.folder / "heavy.pdf", 4_000_000)
    write_order(prikaz.folder / "order.docx")
    limits = {"PRIKAZ_CPU_SECONDS": "1", "PRIKAZ_CPU_SECONDS_PER_MB": "0"}
    heavy, order = prikaz.reports("heavy.pdf", "order.docx", **limits)
    assert heavy["error"]["code"] == "limit_reached"
    assert "PRIKAZ_CPU_SECONDS" in heavy["error"]["message"]
    assert order["outcome"] == "new"


def test_setting_that_is_no_number_is_wrong_usage(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "order.docx")
    done = prikaz.run("import", "order.docx", PRIKAZ_MEMORY_MB="a lot")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: PRIKAZ_MEMORY_MB: expected a whole number, found 'a lot'")


def processes_in(folder: Path) -> list[str]:
    """Ids of the processes that work in the folder: the command, its fork server and tracker, the readers."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):  # ended meanwhile
            if link.readlink() == folder:
                found.append(link.parent.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs /proc")
def test_interrupted_import_ends_its_readers_and_says_so(prikaz: Prikaz) -> None:
    path = write_heavy_pdf(prikaz.folder / "heavy.pdf", 4_000_000)
    process = prikaz.start("import", path, PRIKAZ_CPU_SECONDS="300", PRIKAZ_MEMORY_MB="8192")
    while len(processes_in(prikaz.folder)) < 4 and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.strip() == "interrupted; what was done before stays"
    deadline = time.monotonic() + 10  # the tracker needs a moment to see that its parent has gone
    while processes_in(prikaz.folder) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert processes_in(prikaz.folder) == []
