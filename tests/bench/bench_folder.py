"""How fast a folder of orders is imported: `python -m tests.bench.bench_folder [--orders 1000]`.

With one and with two workers, and on a local Dask cluster of two where one document ends the worker that reads it.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import zlib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.local_cluster import ROOT, local_cluster
from tests.pipeline.documents import ROWS, pdf_of, write_order

MEASURES = 20  # in an order
RECTANGLES = 6_000_000  # some GB in memory, 150 KB in the file


def write_orders(folder: Path, count: int) -> None:
    """Orders of different numbers, each with a plan of 20 measures."""
    for number in range(1, count + 1):
        rows = [(f"{n}.", f"{ROWS[n % 2][1]} № {number % 97}", *ROWS[n % 2][2:]) for n in range(1, MEASURES + 1)]
        write_order(folder / f"order-{number:05}.docx", str(number), rows)


def write_bomb(path: Path) -> Path:
    """A PDF that no process of a usual size can hold."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    packed = zlib.compress(b"9 9 3 3 re S\n" * RECTANGLES)
    body = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    path.write_bytes(pdf_of([page, body]))
    return path


def import_folder(folder: Path, *options: str) -> tuple[Counter[str], list[dict[str, str]], float]:
    """Files by outcome, those refused, and the seconds of the whole command."""
    with TemporaryDirectory(prefix="prikaz-bench-") as elsewhere:
        command = [sys.executable, "-m", "pipeline", "import", str(folder), "--json", *options]
        environment = os.environ | {"PRIKAZ_DB": f"sqlite:///{elsewhere}/orders.db"}
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    refused = [{"file": Path(report["file"]).name, **report["error"]} for report in reports if report["error"]]
    return Counter(report["outcome"] for report in reports), refused, seconds


def say(name: str, found: tuple[Counter[str], list[dict[str, str]], float]) -> None:
    outcomes, refused, seconds = found
    loaded = outcomes["new"]
    sys.stdout.write(f"{name}: {loaded} loaded in {seconds:.1f} s, {loaded / seconds:.1f} documents per second\n")
    for refusal in refused:
        sys.stdout.write(f"  refused: {refusal['file']}: {refusal['code']}: {refusal['message']}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1000)
    count = parser.parse_args().orders
    with TemporaryDirectory(prefix="prikaz-orders-") as name:
        folder = Path(name)
        write_orders(folder, count)
        for workers in (1, 2):
            say(f"workers {workers}", import_folder(folder, "--workers", str(workers)))
        next(folder.iterdir()).unlink()
        write_bomb(folder / "bomb.pdf")
        with local_cluster(2) as address:
            say("Dask cluster of 2", import_folder(folder, "--cluster", address))


if __name__ == "__main__":
    main()
