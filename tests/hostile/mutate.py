"""Mutated copies of small orders through the real import: `python -m tests.hostile.mutate --documents 10000`.

Bytes are flipped, cut out, doubled, cut off and spliced in from another document. What must hold: no traceback, no
hang, no process left behind, memory under the limit, `prikaz check` clean after; and of the mutants hardly any gives
another table without a question.

What counts as another table: in docx and pdf any difference of the printed rows. A text has no checksum: in txt and
html almost every flipped byte is another letter of a cell, which nobody could notice. There only the table's shape
counts: rows lost or won, other numbers, texts in another column. The rest is printed as «other letters», and so are
plain texts whose end was cut off.
"""

import argparse
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from ingest.model import Grid, RawOrder, RawRow
from ingest.order import read_order
from ingest.readers import read_document
from normalize.model import Knowledge
from normalize.order import normalize_order
from store.db import open_engine, reading
from store.raw_json import decode_raw
from store.tables import sources
from tests.golden_orders import GOLDEN
from tests.hostile.importing import import_folder
from tests.hostile.saying import say
from tests.pipeline.command import Prikaz

KINDS = ("docx", "pdf", "txt", "html")
WITH_CHECKSUMS = ("docx", "pdf")
AT_ONCE = 200  # files of one database: each is compared with those before it, as forms of one order
LIMIT_MB = 2048 + 300  # PRIKAZ_MEMORY_MB and the program itself
SILENT_SHARE = 0.005
SILENT = "another table, and no question"


@dataclass(frozen=True, slots=True)
class Original:
    kind: str
    data: bytes
    order: RawOrder


@dataclass(slots=True)
class Figures:
    """What became of the mutants."""

    documents: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)  # (kind, code or «same table» …)
    silent: list[str] = field(default_factory=list)  # names of mutants that gave another table without a question
    faults: list[str] = field(default_factory=list)  # tracebacks, crashes, what `check` found
    leftovers: int = 0
    peak_mb: int = 0
    slowest: float = 0.0  # seconds of one document

    def passes(self) -> bool:
        quiet = len(self.silent) <= max(1, SILENT_SHARE * self.documents)  # one in a short run
        return quiet and not self.faults and not self.leftovers and self.peak_mb < LIMIT_MB


def originals(folder: Path) -> list[Original]:
    """The small golden orders in every format; the web pages are made of the Word files."""
    found = []
    for path in sorted(GOLDEN.glob("*/order*.*")):
        if path.suffix[1:] in KINDS and "306" not in path.parent.name:
            found.append(Original(path.suffix[1:], path.read_bytes(), read_order(path)))
        if path.suffix == ".docx":
            page = write_html(path, folder / f"{path.parent.name}.html")
            found.append(Original("html", page.read_bytes(), read_order(page)))
    return found + [in_windows_1251(one, folder) for one in found if one.kind not in WITH_CHECKSUMS]


def in_windows_1251(one: Original, folder: Path) -> Original:
    """The text as older programs save it: every flipped byte is a letter again, none breaks the encoding."""
    path = folder / f"order.{one.kind}"
    path.write_bytes(one.data.decode().replace("utf-8", "windows-1251").encode("cp1251", "xmlcharrefreplace"))
    return Original(one.kind, path.read_bytes(), read_order(path))


def write_html(source: Path, path: Path) -> Path:
    """The document as a web page."""
    parts = []
    for block in read_document(source).blocks:
        parts.append(html_table(block) if isinstance(block, Grid) else f"<p>{escape(block.text)}</p>")
    lines = "\n".join(parts)
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>\n{lines}\n</body></html>\n', encoding="utf-8")
    return path


def html_table(grid: Grid) -> str:
    rows = (
        "".join(
            f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}">{escape(cell.text)}</td>' for cell in row if cell
        )
        for row in grid.rows
    )
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def mutate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The file with some bytes flipped, left out, doubled, replaced by another file's, or its end cut off."""
    mutant = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 10))):
        place, length = chance.randrange(len(mutant)), chance.randrange(1, 50)
        match chance.randrange(10):
            case 0:
                del mutant[place : place + length]
            case 1:
                mutant[place:place] = mutant[place : place + length]
            case 2:
                start = chance.randrange(len(other))
                mutant[place : place + length] = other[start : start + length]
            case 3 if place > len(mutant) // 2:
                del mutant[place:]
            case 4:
                mutant[place] ^= 1 << chance.randrange(8)
            case _:
                mutant[place] = chance.randrange(256)
    return bytes(mutant)


def run(documents: int, seed: int, folder: Path, keep: Path | None = None) -> Figures:
    """Imports so many mutants, `AT_ONCE` in a database."""
    chance, figures = random.Random(seed), Figures()
    sound = originals(folder)
    by_kind = {kind: [one for one in sound if one.kind == kind] for kind in KINDS}
    for start in range(0, documents, AT_ONCE):
        count = min(AT_ONCE, documents - start)
        parents = [chance.choice(by_kind[KINDS[number % len(KINDS)]]) for number in range(count)]
        mutants = [mutate(one.data, chance.choice(sound).data, chance) for one in parents]
        with TemporaryDirectory(prefix="mutants-") as place:
            before = len(figures.silent)
            judge(figures, Path(place).resolve(), start, parents, mutants)
            if keep is not None:
                keep.mkdir(exist_ok=True)
                for name in figures.silent[before:]:
                    shutil.copy(Path(place) / "inbox" / name, keep)
    return figures


def judge(figures: Figures, place: Path, start: int, parents: list[Original], mutants: list[bytes]) -> None:
    """Imports a batch and adds what became of it."""
    inbox, prikaz = place / "inbox", Prikaz(place)
    inbox.mkdir()
    names = [f"{start + number:06}.{parent.kind}" for number, parent in enumerate(parents)]
    for name, mutant in zip(names, mutants, strict=True):
        (inbox / name).write_bytes(mutant)
    done = import_folder(prikaz, inbox)
    figures.documents += len(names)
    figures.leftovers += len(done.leftovers)
    figures.peak_mb = max(figures.peak_mb, done.peak_mb)
    figures.faults += [f"traceback in the batch from {start}"] * any("Traceback" in line for line in done.errors)
    held = read_held(prikaz)
    for name, parent in zip(names, parents, strict=True):
        if name not in done.reports:
            figures.faults.append(f"{name}: the import said nothing of it: {done.errors[-1:]}")
            continue
        report = done.reports[name]
        figures.slowest = max(figures.slowest, report["seconds"])
        code = done.code(name)
        what = code or compare(parent, held[report["sha256"]])
        figures.outcomes[f"{parent.kind}: {what}"] += 1
        if code in ("reader_crashed", "load_failed"):
            figures.faults.append(f"{name}: {report['error']['message']}")
        if what == SILENT:
            figures.silent.append(name)
    figures.faults += broken(prikaz)


def read_held(prikaz: Prikaz) -> dict[str, RawOrder]:
    """What the database says was printed in each file, by its sha256."""
    if not prikaz.database.exists():
        return {}
    engine = open_engine(f"sqlite:///{prikaz.database}")
    with reading(engine) as connection:
        held = {row.sha256: decode_raw(row.raw) for row in connection.execute(select(sources.c.sha256, sources.c.raw))}
    engine.dispose()
    return held


def broken(prikaz: Prikaz) -> list[str]:
    """What `prikaz check` finds."""
    checked = prikaz.run("check")
    found = checked.stdout.splitlines() + checked.stderr.splitlines()
    return [] if checked.returncode == 0 or not prikaz.database.exists() else found


def compare(parent: Original, mutant: RawOrder) -> str:
    """How the mutant's rows differ from its parent's, and whether somebody is asked about it."""
    if printed(mutant) == printed(parent.order):
        return "the same table"
    if questions_of(mutant) - questions_of(parent.order):
        return "another table, with a question"
    if parent.kind in WITH_CHECKSUMS or has_other_shape(parent.order.rows, mutant.rows):
        is_text_cut = parent.kind == "txt" and is_cut(parent.order.rows, mutant.rows)
        return "a text without its end" if is_text_cut else SILENT
    return "other letters of a text"


def printed(order: RawOrder) -> list[tuple[object, ...]]:
    return [(row.section, row.number, row.measure, row.deadline, row.responsible, row.extra) for row in order.rows]


@cache
def questions_of(order: RawOrder) -> frozenset[str]:
    """What is asked about the order when nothing else is known."""
    return frozenset(question.text for question in normalize_order(order, Knowledge()).questions)


def has_other_shape(rows: tuple[RawRow, ...], mutant: tuple[RawRow, ...]) -> bool:
    """Whether rows or numbers differ, or a text stands in a column where another stood."""
    if [row.number for row in rows] != [row.number for row in mutant]:
        return True
    return any(is_moved(before, after) for before, after in zip(rows, mutant, strict=True))


def is_cut(rows: tuple[RawRow, ...], mutant: tuple[RawRow, ...]) -> bool:
    """Whether only rows at the end are missing: a plain text has no end whose absence could be noticed."""
    kept = max(len(mutant) - 1, 0)  # the last row may be cut in its middle
    same = [(row.number, row.measure) for row in rows[:kept]] == [(row.number, row.measure) for row in mutant[:kept]]
    return len(mutant) < len(rows) and same


def is_moved(before: RawRow, after: RawRow) -> bool:
    fields = ("measure", "deadline", "responsible")
    texts = {name: getattr(before, name) for name in fields}
    return any(
        getattr(after, name) != texts[name] and any(getattr(after, name) == texts[other] != "" for other in fields)
        for name in fields
    )


def main() -> int:
    """Prints the figures; 1 if something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=306)
    parser.add_argument("--keep", type=Path, help="folder for the mutants that were silently another table")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="originals-") as folder:
        figures = run(arguments.documents, arguments.seed, Path(folder), arguments.keep)
    tell(figures)
    return 0 if figures.passes() else 1


def tell(figures: Figures) -> None:
    for what, count in sorted(figures.outcomes.items()):
        say(f"{count:6}  {what}")
    share = len(figures.silent) / figures.documents
    say(f"mutants {figures.documents}, of them another table without a question {len(figures.silent)} ({share:.2%})")
    say(f"faults {len(figures.faults)}, processes left {figures.leftovers}")
    say(f"peak of one process {figures.peak_mb} MB, slowest document {figures.slowest:.1f} s")
    for line in (*figures.faults[:20], *figures.silent[:20]):
        say(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
