# ruff: noqa: T201 — a command that prints
"""How fast the readers are beside what others take: `python -m tests.bench.bench_read [--long]`.

Rounds run side by side in one process, so the ratios hold on a noisy machine; times do not. Memory is the peak of
a process of its own. Prints; asserts nothing. `--long` adds the plan twenty times over, which takes a minute.
"""

import argparse
import copy
import gc
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import docx
import pdfplumber
import pypdfium2
from lxml import etree

from ingest.model import Document, Grid
from ingest.readers import docx as our_docx
from ingest.readers import pdf as our_pdf

ROOT = Path(__file__).parents[2]
ORDER_PDF = ROOT / "data" / "raw" / "order-306-2020.pdf"
ORDER_DOCX = ROOT / "data" / "raw" / "order-306-2020.docx"
SPLIT = ROOT / "tests" / "golden" / "306" / "order-306-2020-split"
TIMES = 20

Reader = Callable[[Path], object]


def pdfium_text(path: Path) -> None:
    """The floor: the text of all pages and nothing else."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def pdfplumber_tables(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def lxml_parse(path: Path) -> None:
    """The floor: the main part out of the zip, parsed, and nothing looked at. Ours too begins with the zip."""
    with ZipFile(path) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def python_docx_cells(path: Path) -> None:
    for table in docx.Document(str(path)).tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


PDF_READERS: tuple[Reader, ...] = (our_pdf.read, pdfplumber_tables, pdfium_text)
DOCX_READERS: tuple[Reader, ...] = (our_docx.read, python_docx_cells, lxml_parse)


def time_side_by_side(readers: tuple[Reader, ...], path: Path, rounds: int) -> list[list[float]]:
    """Seconds of processor time, for each reader those of each round; a first round warms up and is not counted."""
    taken: list[list[float]] = [[] for _ in readers]
    for number in range(rounds + 1):
        for reader, seconds in zip(readers, taken, strict=True):
            _clear_up()
            start = time.process_time()
            reader(path)
            if number or rounds == 1:
                seconds.append(time.process_time() - start)
    return taken


def _clear_up() -> None:
    """Else a reader pays for what the one before left: garbage, and thousands of small pieces of freed memory, which
    the C library puts together when next it is asked for a big one. The two were half of our time for a .docx.
    """
    gc.collect()
    bytes(100_000)


def report(readers: tuple[Reader, ...], path: Path, rounds: int) -> None:
    taken = time_side_by_side(readers, path, rounds)
    ours = taken[0]
    print(f"\n{path.name}: median of {rounds}")
    for reader, seconds in zip(readers, taken, strict=True):
        ratio = statistics.median(other / our for other, our in zip(seconds, ours, strict=True))
        name = "ours" if reader is readers[0] else reader.__name__
        times = f"{statistics.median(seconds) * 1000:9.1f} ms"
        print(f"  {name:20}{times}   {ratio:6.2f} × ours   peak + {peak(reader, path):.0f} MiB")


def peak(reader: Reader, path: Path) -> float:
    """MiB by which a process of its own grows at most; all libraries loaded, it has about 55 before it reads."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    child = context.Process(target=_read_and_tell, args=(reader, path, queue))
    child.start()
    mebibytes = float(queue.get())
    child.join()
    return mebibytes


def _read_and_tell(reader: Reader, path: Path, queue: "multiprocessing.Queue[float]") -> None:
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the peak counts from here
    before = _high_water()
    reader(path)
    queue.put((_high_water() - before) / 1024)


def _high_water() -> int:
    """The most memory that this process has held, KiB."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def report_fidelity() -> None:
    """Share of the cells of the split PDF that are those of the .docx it was printed from."""
    printed, typed = (
        _texts(read(SPLIT.with_suffix(suffix))) for read, suffix in ((our_pdf.read, ".pdf"), (our_docx.read, ".docx"))
    )
    same = sum(one == other for one, other in zip(printed, typed, strict=False))
    print(f"fidelity, cells of the split PDF exactly as in its .docx: {same / max(len(printed), len(typed)):.4f}")


def _texts(document: Document) -> list[str]:
    grids = (block for block in document.blocks if isinstance(block, Grid))
    return [cell.text for grid in grids for row in grid.rows for cell in row if cell is not None]


def make_long(folder: Path) -> tuple[Path, Path]:
    """The order's PDF and .docx with the plan twenty times over."""
    source, target = pypdfium2.PdfDocument(ORDER_PDF), pypdfium2.PdfDocument.new()
    for _ in range(TIMES):
        target.import_pages(source)
    target.save(folder / "long.pdf")
    document = docx.Document(str(ORDER_DOCX))
    table = document.tables[0]
    rows = [row._tr for row in table.rows][1:]
    for _ in range(TIMES - 1):
        for row in rows:
            table._tbl.append(copy.deepcopy(row))
    document.save(str(folder / "long.docx"))
    return folder / "long.pdf", folder / "long.docx"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="also the plan twenty times over")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    report_fidelity()
    report(PDF_READERS, ORDER_PDF, options.rounds)
    report(DOCX_READERS, ORDER_DOCX, options.rounds)
    if options.long:
        with TemporaryDirectory() as folder:
            long_pdf, long_docx = make_long(Path(folder))
            report(PDF_READERS, long_pdf, 1)
            report(DOCX_READERS, long_docx, 3)


if __name__ == "__main__":
    sys.exit(main())
