"""Four imports of the same files at once while a clerk answers: `python -m tests.hostile.at_once --orders 300`.

Every order is there once and whole, every answer that was taken is there, and the database holds.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, func, select

from store.db import current, open_engine, reading
from store.decisions import all_decisions
from store.refusals import DecisionRefused
from store.review.answers import Answered, take_answer
from store.review.model import Answer
from store.review.question import find_question
from store.review.queue import queue_entries
from store.tables import measures, orders
from tests.hostile.databases import KINDS, database
from tests.hostile.saying import say
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order

IMPORTS = 4
MEASURES = 3  # of an order
SECONDS = 1800  # for all of it


@dataclass(slots=True)
class Meeting:
    """What came of imports and a clerk who met in one database."""

    orders: int = 0
    measures: int = 0
    answers: set[str] = field(default_factory=set)  # ids of the decisions that were taken
    faults: list[str] = field(default_factory=list)


def run(prikaz: Prikaz, url: str, count: int) -> Meeting:
    inbox, meeting = prikaz.folder / "inbox", Meeting()
    inbox.mkdir()
    for number in range(1, count + 1):
        write_order(inbox / f"order-{number}.docx", str(number), rows_of(number))
    importers = [prikaz.start("import", "--workers", "1", "--db", url, inbox) for _ in range(IMPORTS)]
    engine = open_engine(url)
    try:
        answer_meanwhile(engine, importers, meeting)
        for process in importers:
            _, errors = process.communicate(timeout=SECONDS)
            if process.returncode != 0 or errors:
                meeting.faults.append(f"an import ended with {process.returncode}: {errors.strip()[-300:]}")
        look(engine, count, meeting)
    finally:
        for process in importers:
            process.kill()
        engine.dispose()
    checked = prikaz.run("check", "--db", url)
    if checked.returncode != 0:
        meeting.faults.append(f"prikaz check: {checked.stdout}{checked.stderr}")
    return meeting


def rows_of(number: int) -> list[tuple[str, str, str, str]]:
    """Each order has a question of its own and shares one with its neighbours."""
    return [
        ("1.", f"Семинар {number}", "до 1 ноября", f"Иванова А.А., директор школы № {number}"),
        ("2.", f"Отчёт {number}", f"по мере надобности {number}", "Руководители школ №№ 2, 7"),
        ("3.", f"Совет {number}", "ноябрь 2020 г.", f"Служба ЩЪ{number % 7}, методисты"),
    ]


def answer_meanwhile(engine: Engine, importers: "list[subprocess.Popen[str]]", meeting: Meeting) -> None:
    """The clerk answers whatever is open, one question after the other, as long as an import runs."""
    said = 0
    while any(process.poll() is None for process in importers):
        time.sleep(0.05)
        said += 1
        if is_there(engine):
            answer_one(engine, said, meeting)


def is_there(engine: Engine) -> bool:
    path = engine.url.database or ""
    return (engine.dialect.name != "sqlite" or Path(path).exists()) and current(engine) is not None


def answer_one(engine: Engine, number: int, meeting: Meeting) -> None:
    """Answers the open question that stands `number`-th, if there is one: «nothing to add», in this order only."""
    with reading(engine) as connection:
        entries = queue_entries(connection)
        question = find_question(connection, entries[number % len(entries)].question_id) if entries else None
    if question is None:
        return
    entry = question.entry
    word = Answer(entry.question_id, entry.key, "text", "до 1 мая 2021 г.", "here", "Клерк", datetime.now(UTC))
    try:
        with engine.begin() as connection:
            outcome = take_answer(connection, word)
    except DecisionRefused:
        return  # the clerk is told, and nothing is kept
    if isinstance(outcome, Answered):
        meeting.answers.add(outcome.decision.decision_id)


def look(engine: Engine, count: int, meeting: Meeting) -> None:
    with reading(engine) as connection:
        numbers = connection.execute(select(orders.c.order_number)).scalars().all()
        meeting.measures = connection.execute(select(func.count()).select_from(measures)).scalar_one()
        kept = {row.decision_id for row in all_decisions(connection)}
    meeting.orders = len(numbers)
    if sorted(map(str, numbers)) != sorted(str(number) for number in range(1, count + 1)):
        meeting.faults.append(f"orders are not there once each: {len(numbers)} of {count}")
    if meeting.measures != MEASURES * count:
        meeting.faults.append(f"{meeting.measures} measures, expected {MEASURES * count}")
    if lost := meeting.answers - kept:
        meeting.faults.append(f"answers lost: {lost}")


def tell(meeting: Meeting, kind: str) -> None:
    say(
        f"{kind}: imports at once {IMPORTS}, orders {meeting.orders}, measures {meeting.measures}, "
        f"answers taken {len(meeting.answers)}, faults {len(meeting.faults)}"
    )
    for line in meeting.faults[:20]:
        say(f"  {line}")


def main() -> int:
    """Prints the figures; 1 if something does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--orders", type=int, default=300)
    parser.add_argument("--db", choices=KINDS, default="sqlite")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="at-once-") as name, database(arguments.db, Path(name)) as url:
        meeting = run(Prikaz(Path(name).resolve()), url, arguments.orders)
        tell(meeting, arguments.db)
    return 1 if meeting.faults or not meeting.answers else 0


if __name__ == "__main__":
    sys.exit(main())
