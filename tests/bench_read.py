"""How fast documents are read, beside the libraries at their plainest: `make bench-read`.

Rounds are taken in turn and the median of their ratios is printed, so a busy machine slows both sides alike.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import pypdfium2

from ingest.readers import read_document

RAW = Path(__file__).parent.parent / "data" / "raw"
PDF, DOCX = RAW / "order-306-2020.pdf", RAW / "order-306-2020.docx"
ROUNDS = 5


def pdfplumber_tables() -> None:
    with pdfplumber.open(PDF) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def pdfium_text() -> None:
    document = pypdfium2.PdfDocument(PDF)
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()


def python_docx_cells() -> None:
    for table in docx.Document(str(DOCX)).tables:
        for row in table.rows:
            for cell in row.cells:
                cell.text  # noqa: B018  # reading it is what is timed


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def ratio(slow: Callable[[], object], fast: Callable[[], object]) -> float:
    """How many times as long `slow` takes: median over the rounds, the first of which only warms up."""
    rounds = [seconds(slow) / seconds(fast) for _ in range(ROUNDS + 1)]
    return statistics.median(rounds[1:])


def main() -> None:
    def read_pdf() -> None:
        read_document(PDF)

    def read_docx() -> None:
        read_document(DOCX)

    lines = (
        ("PDF: pdfplumber extract_tables / ours (target ≥ 25)", ratio(pdfplumber_tables, read_pdf)),
        ("PDF: ours / pdfium's text alone (target ≤ 2)", ratio(read_pdf, pdfium_text)),
        ("DOCX: python-docx row.cells / ours (target ≥ 8)", ratio(python_docx_cells, read_docx)),
    )
    for name, value in lines:
        sys.stdout.write(f"{value:6.1f}  {name}\n")


if __name__ == "__main__":
    main()
