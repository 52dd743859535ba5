"""How well a scan of order 306 is read: `python -m tests.bench.bench_scan [PATH]`.

Without PATH the printed order is scanned first, a little askew. The rows are set against those of the dump in data/raw:
words, cells, questions; then the seconds of each page.
"""

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdfium2

from ingest.model import RawRow
from ingest.order import read_order
from ingest.readers.scan import read_page
from tests.ingest.readers.scanning import scan_pages

RAW = Path(__file__).parents[2] / "data" / "raw"
DUMP, PRINTED = RAW / "order-306-2020.txt", RAW / "order-306-2020.pdf"
IN_PLACE = 0.8  # how like what is printed a cell must be for its column to be right


class Pair(NamedTuple):
    """A cell as printed and as read from the scan."""

    field: str
    printed: str
    seen: str
    is_asked: bool


class Figures(NamedTuple):
    rows: int
    right_rows: int  # number and columns are right
    words: int
    wrong_words: int
    cells: int
    wrong_cells: tuple[Pair, ...]  # blanks are not compared
    asked_cells: int


def compare(printed: Sequence[RawRow], seen: Sequence[RawRow]) -> Figures:
    """The rows of a scan against what is printed, one for one by their order."""
    numbers = SequenceMatcher(None, [key(row) for row in printed], [key(row) for row in seen], autojunk=False)
    matched = [(printed[a + i], seen[b + i]) for a, b, size in numbers.get_matching_blocks() for i in range(size)]
    rows = [list(pairs(one, other)) for one, other in matched]
    cells = [pair for row in rows for pair in row]
    found = {id(one) for one, _ in matched}
    lost = [pair for row in printed if id(row) not in found for pair in pairs(row, None)]
    return Figures(
        rows=len(printed),
        right_rows=sum(all(is_in_place(pair) for pair in row) for row in rows),
        words=sum(len(pair.printed.split()) for pair in (*cells, *lost)),
        wrong_words=sum(wrong_words(pair) for pair in (*cells, *lost)),
        cells=len(cells) + len(lost),
        wrong_cells=tuple(pair for pair in (*cells, *lost) if is_wrong(pair)),
        asked_cells=sum(pair.is_asked for pair in cells),
    )


def key(row: RawRow) -> str:
    """The number, or the first word of a row without one."""
    return row.number or row.measure.split()[0]


def pairs(printed: RawRow, seen: RawRow | None) -> Iterator[Pair]:
    asked = [squeeze(doubt.surface) for doubt in seen.doubts if doubt.kind == "low_confidence"] if seen else []
    for field in ("number", "measure", "deadline", "responsible"):
        text = (getattr(seen, field) or "") if seen else ""
        squeezed = squeeze(text)
        yield Pair(field, getattr(printed, field) or "", text, any(part.strip(".") in squeezed for part in asked))


def is_in_place(pair: Pair) -> bool:
    one, other = squeeze(pair.printed), squeeze(pair.seen)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= IN_PLACE


def wrong_words(pair: Pair) -> int:
    """Words that are missing, wrong or too many. Words are what blanks part; how lines were joined is compared too."""
    one, other = pair.printed.split(), pair.seen.split()
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in steps if kind != "equal")


def is_wrong(pair: Pair) -> bool:
    return squeeze(pair.printed) != squeeze(pair.seen)


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def page_seconds(path: Path) -> list[tuple[float, float]]:
    """For each page how long it took, and how much of a processor, which a busy machine does not change."""
    document = pypdfium2.PdfDocument(path)
    seconds = []
    for number in range(1, len(document) + 1):
        start, spent = time.perf_counter(), processor_seconds()
        read_page(document[number - 1], number)
        seconds.append((time.perf_counter() - start, processor_seconds() - spent))
    document.close()
    return seconds


def processor_seconds() -> float:
    """Of this process and of every tesseract that has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def say(figures: Figures) -> Iterator[str]:
    silent = [pair for pair in figures.wrong_cells if not pair.is_asked]
    accuracy = 1 - figures.wrong_words / figures.words
    yield f"rows with the right number and columns: {figures.right_rows} of {figures.rows}"
    yield f"words: {accuracy:.2%} of {figures.words} right"
    yield f"cells: {len(figures.wrong_cells)} of {figures.cells} wrong, {len(silent)} of them without a question"
    yield f"cells under a question: {figures.asked_cells}"
    for pair in figures.wrong_cells:
        for kind, a, b, c, d in SequenceMatcher(None, pair.printed, pair.seen, autojunk=False).get_opcodes():
            if kind != "equal" and squeeze(pair.printed[a:b] + pair.seen[c:d]):
                before = pair.printed[max(a - 12, 0) : a]
                mark = "asked" if pair.is_asked else "SILENT"
                yield f"  {mark:6} {pair.field}: …{before}«{pair.printed[a:b]}» read as «{pair.seen[c:d]}»"


def main() -> None:
    with TemporaryDirectory() as folder:
        given = [Path(argument) for argument in sys.argv[1:]]
        show(given[0] if given else make_scan(Path(folder) / "scan.pdf"))


def make_scan(scan: Path) -> Path:
    with pypdfium2.PdfDocument(PRINTED) as document:
        pages = len(document)
    return scan_pages(PRINTED, range(1, pages + 1), scan, angle=0.5)


def show(path: Path) -> None:
    for line in say(compare(read_order(DUMP).rows, read_order(path).rows)):
        sys.stdout.write(line + "\n")
    seconds = page_seconds(path)
    for name, each in zip(("seconds", "processor seconds"), zip(*seconds, strict=True), strict=True):
        sys.stdout.write(f"{name} of {len(each)} pages: {sum(each) / len(each):.1f} each, at most {max(each):.1f}\n")


if __name__ == "__main__":
    main()
