"""A document that costs too much is stopped, and the limit's setting named; the others load."""

from pathlib import Path

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import pdf_of, stream, write_order


def write_heavy_pdf(path: Path, rectangles: int) -> Path:
    """A PDF with a page of so many ruled rectangles and a word."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    drawing = b"\n".join(b"%d %d 3 3 re S" % (7 * n % 590, 11 * n % 790) for n in range(rectangles))
    path.write_bytes(pdf_of([page, stream(drawing)]))
    return path


def test_memory_limit_is_named(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "order.docx")
    [report] = prikaz.reports("order.docx", PRIKAZ_MEMORY_MB="1")
    assert report["error"]["code"] == "limit_reached"
    assert "PRIKAZ_MEMORY_MB" in report["error"]["message"]


def test_time_limit_is_named_and_the_others_load(prikaz: Prikaz) -> None:
    write_heavy_pdf(prikaz.folder / "heavy.pdf", 1_000_000)
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
