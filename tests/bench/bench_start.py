"""What one order costs: `python -m tests.bench.bench_start [--orders 100000]`.

The command cold (a process of its own), the import warm (read, understand, load, read again what it touches), and the
same import into a database of ten orders and into a large one, by turns. Prints; asserts nothing.
"""

import argparse
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from sqlalchemy import Connection, Engine, text

from ingest.model import RawOrder
from ingest.order import read_order
from pipeline.loading import load_rows
from pipeline.run import reread_touched
from store.bulk import insert_rows
from store.db import open_engine, upgrade
from tests.store import bench_load

ROOT = Path(__file__).parents[2]
ORDER = ROOT / "data" / "raw" / "order-306-2020.docx"
ROUNDS = 7
console = Console(highlight=False)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000, help="in the large database")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        show("prikaz --help", seconds_of("--help"))
        fresh = iter(range(ROUNDS))
        show("cold import, the database to be made", cold(lambda: f"sqlite:///{folder}/{next(fresh)}.db"))
        kept = f"sqlite:///{folder}/0.db"
        show("cold import of a file that is loaded", cold(lambda: kept))
        small = make_database(f"sqlite:///{folder}/small.db", 10)
        large = make_database(f"sqlite:///{folder}/large.db", options.orders)
        compare(small, large, options.orders)
    return 0


def cold(url: Callable[[], str]) -> list[float]:
    return [took("import", "--db", url(), str(ORDER)) for _ in range(ROUNDS)]


def seconds_of(*arguments: str) -> list[float]:
    return [took(*arguments) for _ in range(ROUNDS)]


def took(*arguments: str) -> float:
    """Seconds of wall time of the command in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pipeline", *arguments]
    subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, check=True)
    return time.perf_counter() - start


def show(what: str, seconds: list[float]) -> None:
    console.print(f"{what}: median {median(seconds):.2f} s of {len(seconds)}")


def make_database(url: str, orders: int) -> Engine:
    """Ten orders a town, two measures an order, as rows; «search» and all indexes are there."""
    bench_load.MEASURES_PER_ORDER = 2
    engine = open_engine(url)
    upgrade(engine)
    towns = max(1, orders // bench_load.ORDERS_PER_TERRITORY)
    with engine.begin() as connection:
        for table, rows in bench_load.make_others(towns):
            insert_rows(connection, table, rows)
        insert_rows(connection, bench_load.parties, bench_load.make_parties(towns))
        bench_load.rebuild_search(connection)
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    return engine


def compare(small: Engine, large: Engine, orders: int) -> None:
    """A town's orders of eight years into both, by turns; the first round warms up."""
    raw = read_order(ORDER)
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        new = replace(raw, sha256=f"{number:064x}", head=replace(raw.head, date=f"20{21 + number}-10-07"))
        if number == 1:  # as the command does with what it loaded (pipeline.lazy)
            gc.collect()
            gc.freeze()
        for engine, seconds in zip((small, large), taken, strict=True):
            start = time.perf_counter()
            load(engine, new)
            if number:
                seconds.append(time.perf_counter() - start)
    start = time.perf_counter()
    read_order(ORDER)
    console.print(f"warm: reading {(time.perf_counter() - start) * 1000:.0f} ms of wall time", end=", ")
    console.print(f"understanding and loading: median {median(taken[0]) * 1000:.0f} ms into 10 orders", end=", ")
    ratio = median(taken[1]) / median(taken[0])
    console.print(f"{median(taken[1]) * 1000:.0f} ms into {orders:,}: {ratio:.2f} times")


def load(engine: Engine, raw: RawOrder) -> None:
    """As an import does it, in its own transactions."""

    def begin() -> AbstractContextManager[Connection]:
        return engine.begin()

    with begin() as connection:
        report = load_rows(connection, raw, None)
    reread_touched(begin, (report.order_id or "",))


if __name__ == "__main__":
    sys.exit(main())
