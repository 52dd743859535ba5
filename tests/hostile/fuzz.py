"""Coverage-guided fuzzing of the readers of texts: `python -m tests.hostile.fuzz --minutes 10 [--target NAME]`.

atheris where it can be imported (`pip install atheris`), else hypothesis, which is not guided. Besides exceptions a
target complains of spans that do not cut their text back and of a text that takes longer than SLOW_SECONDS. What is
found is written to the folder named by --found, one file each, and belongs into test_found.py.
"""

import argparse
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, settings

try:
    import atheris
except ModuleNotFoundError:
    atheris = None

with nullcontext() if atheris is None else atheris.instrument_imports(include=["ingest", "normalize"]):
    from ingest.heads.head import read_head
    from ingest.model import Cell, Document, Grid, Paragraph
    from normalize.deadlines.read import parse_deadlines
    from normalize.measures.text import read_measure
    from normalize.parties.read import read_cell
    from normalize.people.spans import find_people
    from normalize.schools.numbered import find_schools

from tests.hostile.saying import say
from tests.normalize.notation import YEAR
from tests.normalize.test_laws import CELLS, DATES, TEXTS

SLOW_SECONDS = 10  # processor time of one text
LONGEST = 400  # characters


class Broken(Exception):
    """A law does not hold for the text."""


def read_deadlines(text: str) -> None:
    for deadline in parse_deadlines(text, YEAR).deadlines:
        if deadline.starts_on and deadline.ends_on and deadline.starts_on > deadline.ends_on:
            raise Broken(f"ends before it begins: {deadline}")


def read_responsible(text: str) -> None:
    for draft in read_cell(text).drafts:
        if not 0 <= draft.start <= draft.end <= len(text):
            raise Broken(f"span outside: {draft}")


def read_measure_text(text: str) -> None:
    for draft in read_measure(text, {}).drafts:
        if not 0 <= draft.start <= draft.end <= len(text):
            raise Broken(f"span outside: {draft}")


def read_people(text: str) -> None:
    for person in find_people(text):
        if not 0 <= person.start < person.end <= len(text):
            raise Broken(f"span outside: {person}")


def read_schools(text: str) -> None:
    for found in find_schools(text):
        if not 0 <= found.start < found.end <= len(text):
            raise Broken(f"span outside: {found}")


def read_headlines(text: str) -> None:
    grid = Grid(((Cell("№"), Cell("Мероприятия")), (Cell("1."), Cell("Семинар"))), (None, None))
    above = tuple(Paragraph(line) for line in text.split("\n") if line.strip())
    read_head(Document("dump", (*above, grid)), [1], ())


TARGETS: Mapping[str, Callable[[str], None]] = {
    "deadlines": read_deadlines,
    "responsible": read_responsible,
    "measure": read_measure_text,
    "people": read_people,
    "schools": read_schools,
    "head": read_headlines,
}
WORDS = {"deadlines": DATES, "responsible": CELLS}
SEEDS = (
    "до 1 ноября 2020 г., далее – ежегодно",
    "постоянно (третий четверг каждого месяца)",
    "Бессонова М.В., Зыкова М.В., специалисты группы оценки качества",
    "Руководители и заместители руководителей по УВР Средних школ №№ 2, 7, Основных школ № 27, 39",
    "Приложение № 1 к приказу Управления образования от 09.10.2020 г. № 306\nПлан на 2020-2021 учебный год",
)


def attempt(target: Callable[[str], None], text: str) -> None:
    """Reads the text; a text that takes too long raises."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW_SECONDS)
    try:
        target(text)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def too_slow(number: int, frame: FrameType | None) -> None:
    raise Broken(f"slower than {SLOW_SECONDS} s")


def decode(data: bytes) -> str:
    """Bytes as text: windows-1251 with line ends, so that each byte is a letter of what is read here."""
    return data[:LONGEST].decode("cp1251", "replace")


def fuzz_guided(name: str, seconds: int, found: Path) -> int:
    """atheris, which ends the process when the time is over and prints how many runs it took."""
    corpus = found / f"corpus-{name}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed-{number}").write_bytes(seed.encode("cp1251", "replace"))
    target, runs = TARGETS[name], 0

    def one(data: bytes) -> None:
        nonlocal runs
        runs += 1
        attempt(target, decode(data))

    arguments = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=60",
        f"-artifact_prefix={found}/{name}-",
    ]
    atheris.Setup([*arguments, "-print_final_stats=1", str(corpus)], one)
    atheris.Fuzz()
    return runs


def fuzz_unguided(name: str, seconds: int, found: Path) -> int:
    """hypothesis over the pieces of the tests' laws, each round with a new seed; gives the number of runs."""
    end, runs, target = time.monotonic() + seconds, 0, TARGETS[name]

    @settings(max_examples=200, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(WORDS.get(name, TEXTS))
    def one(text: str) -> None:
        nonlocal runs
        runs += 1
        try:
            attempt(target, text)
        except Exception:
            (found / f"{name}-{random.getrandbits(32):08x}").write_text(text, encoding="utf-8")
            raise

    while time.monotonic() < end:
        one()
    return runs


def fuzz(name: str, seconds: int, found: Path) -> int:
    signal.signal(signal.SIGVTALRM, too_slow)
    found.mkdir(parents=True, exist_ok=True)
    runs = (fuzz_unguided if atheris is None else fuzz_guided)(name, seconds, found)
    say(f"{name}: {runs} texts in {seconds} s without a fault")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10, help="of all targets together")
    parser.add_argument("--target", choices=TARGETS)
    parser.add_argument("--found", type=Path, default=Path("build/fuzz"))
    arguments = parser.parse_args()
    if arguments.target is not None:
        return fuzz(arguments.target, round(arguments.minutes * 60), arguments.found)
    worst = 0
    for name in TARGETS:  # each in a process of its own: atheris ends the one it runs in
        each = str(arguments.minutes / len(TARGETS))
        command = [sys.executable, "-m", "tests.hostile.fuzz", "--minutes", each, "--target", name]
        worst = max(worst, subprocess.run([*command, "--found", str(arguments.found)], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
