"""SIGKILL at random moments of an import: `python -m tests.hostile.kill --kills 100 --db sqlite|postgresql`.

After each kill every order is wholly there or wholly not, in its old version or its new one; every decision is
there; no process stays behind; the next import succeeds and brings all orders to the new version; the database holds.
Each round has new versions of the same files, so that the import always has something to write; every fourth begins
with an empty database, so that the kill may also fall into the making of the tables.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, select

from store.check import check
from store.db import current, open_engine, reading
from store.decisions import all_decisions, append_decision
from store.model import NewDecision
from store.tables import measures, orders
from tests.hostile.databases import KINDS, database, empty
from tests.hostile.saying import say
from tests.hostile.watching import Watch
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order

ORDERS = 6
ROWS = 8  # of an order
EMPTY_EACH = 4


@dataclass(slots=True)
class Rounds:
    """One run of kills on one database."""

    prikaz: Prikaz
    url: str
    engine: Engine
    chance: random.Random
    decided: set[str] = field(default_factory=set)  # ids of the decisions that were taken
    moments: Counter[str] = field(default_factory=Counter)  # where the kills fell
    faults: list[str] = field(default_factory=list)
    full_seconds: float = 0.0  # of an import that nobody kills

    @property
    def inbox(self) -> Path:
        return self.prikaz.folder / "inbox"


def run(prikaz: Prikaz, url: str, kills: int, seed: int) -> Rounds:
    rounds = Rounds(prikaz, url, open_engine(url), random.Random(seed))
    rounds.inbox.mkdir()
    try:
        finish(rounds, 0)
        for number in range(1, kills + 1):
            kill_once(rounds, number)
            finish(rounds, number)
    finally:
        rounds.engine.dispose()
    checked = prikaz.run("check", "--db", url)
    if checked.returncode != 0:
        rounds.faults.append(f"prikaz check: {checked.stdout}{checked.stderr}")
    return rounds


def kill_once(rounds: Rounds, number: int) -> None:
    """Starts an import of the version `number`, kills it and looks at what is left."""
    fault = complain(rounds, number)
    if number % EMPTY_EACH == 0:
        rounds.engine.dispose()
        empty(rounds.url)
        rounds.engine = open_engine(rounds.url)  # the old one knows its file, and takes no other for it
        rounds.decided.clear()
    write_version(rounds.inbox, number)
    process = start(rounds)
    time.sleep(rounds.chance.uniform(0, rounds.full_seconds))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    if left := Watch(rounds.prikaz.folder).leftovers():
        fault(f"processes left: {left}")
    if not has_tables(rounds):
        rounds.moments["before the tables were made"] += 1
        return
    versions = look(rounds, fault)
    new = sum(version == number for version in versions.values())
    rounds.moments["no order yet" if new == 0 else "all orders in" if new == ORDERS else "between orders"] += 1


def finish(rounds: Rounds, number: int) -> None:
    """The next import succeeds, all orders are of the version `number`; then the clerk decides something."""
    fault = complain(rounds, number)
    write_version(rounds.inbox, number)
    begun = time.monotonic()
    process = start(rounds)
    _, errors = process.communicate(timeout=600)
    rounds.full_seconds = time.monotonic() - begun
    if process.returncode != 0 or errors:
        fault(f"the next import failed: {errors.decode()}")
    versions = look(rounds, fault)
    if list(versions.values()) != [number] * ORDERS:
        fault(f"after the next import the versions are {versions}")
    word = NewDecision(datetime.now(UTC), "Клерк", "text", f"вопрос {number}", f"ответ {number}", "rules")
    with rounds.engine.begin() as connection:
        rounds.decided.add(append_decision(connection, word).decision_id)


def look(rounds: Rounds, fault: Callable[[str], None]) -> dict[str, int]:
    """Order number → its version. Complains of half orders, lost decisions and whatever `check` finds."""
    with reading(rounds.engine) as connection:
        rows = connection.execute(
            select(orders.c.order_number, measures.c.measure, measures.c.responsible_text).join_from(orders, measures)
        ).all()
        headless = connection.execute(select(orders.c.order_number)).scalars().all()
        known = {row.decision_id for row in all_decisions(connection)}
        for finding in check(connection):
            fault(f"check: {finding.place}: {finding.text}")
    if known != rounds.decided:
        fault(f"decisions lost {rounds.decided - known}, unknown {known - rounds.decided}")
    versions = {}
    for number in headless:
        marks = [row.measure.rpartition(" ")[2] for row in rows if row.order_number == number]
        if len(marks) != ROWS or len(set(marks)) != 1:
            fault(f"order {number} is there in part: {marks}")
        versions[number] = int(marks[0]) if marks else -1
    return versions


def complain(rounds: Rounds, number: int) -> Callable[[str], None]:
    return lambda text: rounds.faults.append(f"kill {number}: {text}")


def write_version(inbox: Path, version: int) -> None:
    """Six orders whose measures end with the version."""
    for number in range(1, ORDERS + 1):
        rows = [
            (
                f"{row}.",
                f"Семинар {row} для школы № {row}, версия {version}",
                "до 1 ноября",
                f"Иванова А.А., директор школы № {row}",
            )
            for row in range(1, ROWS + 1)
        ]
        write_order(inbox / f"order-{number}.docx", str(number), rows)


def start(rounds: Rounds) -> "subprocess.Popen[bytes]":
    """The import as the head of a group of its own."""
    return subprocess.Popen(
        rounds.prikaz.command("import", "--json", "--db", rounds.url, rounds.inbox),
        cwd=rounds.prikaz.folder,
        env=rounds.prikaz.environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def has_tables(rounds: Rounds) -> bool:
    path = Path(rounds.url.removeprefix("sqlite:///"))
    missing = rounds.url.startswith("sqlite") and not path.exists()
    return not missing and current(rounds.engine) is not None


def tell(rounds: Rounds, kind: str) -> None:
    where = ", ".join(f"{moment}: {count}" for moment, count in sorted(rounds.moments.items()))
    say(f"{kind}: kills {sum(rounds.moments.values())} ({where}), faults {len(rounds.faults)}")
    for line in rounds.faults[:20]:
        say(f"  {line}")


def main() -> int:
    """Prints the figures; 1 if something does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--db", choices=KINDS, default="sqlite")
    parser.add_argument("--seed", type=int, default=306)
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="killed-") as name, database(arguments.db, Path(name)) as url:
        rounds = run(Prikaz(Path(name).resolve()), url, arguments.kills, arguments.seed)
        tell(rounds, arguments.db)
    return 1 if rounds.faults else 0


if __name__ == "__main__":
    sys.exit(main())
