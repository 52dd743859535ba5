"""How well the golden orders are read: `python -m tests.score [--details] [--write NAME]`.

Prints for each form of each golden order: cells and deadlines exact, precision and recall of the parties by kind,
values that are wrong without an open question on their measure, and the number of open questions.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ingest.model import RawOrder
from ingest.order import read_order
from normalize.model import Knowledge, Order
from normalize.order import normalize_order
from tests.golden_orders import (
    Golden,
    MeasureValues,
    Value,
    golden_orders,
    rows_of,
    values_of,
    write_proposal,
)

KINDS = ("person", "school", "organization", "group")
KIND = 2  # where a party's value says its kind


@dataclass
class Score:
    """Counts that add up over documents. For parties: by kind."""

    cells: int = 0
    cells_exact: int = 0
    deadlines: int = 0  # measures whose deadline cell was compared
    deadlines_exact: int = 0
    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    silent: int = 0  # wrong or missing values without a question
    questions: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name in ("cells", "cells_exact", "deadlines", "deadlines_exact", "silent", "questions"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("expected", "found", "right"):
            getattr(self, name).update(getattr(other, name))


def score_file(golden: Golden, path: Path) -> Score:
    """The score of one document. A document that is refused raises IngestError: a golden one must be read."""
    raw = read_order(path)
    order = normalize_order(raw, Knowledge())
    score = Score(questions=len(order.questions))
    score_cells(score, golden, raw)
    score_values(score, golden, order)
    if score.questions > golden.questions_at_most:
        score.details.append(f"{score.questions} questions, at most {golden.questions_at_most} expected")
    return score


def score_cells(score: Score, golden: Golden, raw: RawOrder) -> None:
    """Compares the cells row by row; a row too many or too few counts with all its cells."""
    if golden.rows is None:
        return
    for position, (expected, got) in enumerate(zip_longest(golden.rows, rows_of(raw)), start=1):
        for wanted, found in zip_longest(expected or (), got or ()):
            score.cells += 1
            score.cells_exact += wanted == found
            if wanted != found:
                score.details.append(f"row {position}: cell {found!r}, expected {wanted!r}")


def score_values(score: Score, golden: Golden, order: Order) -> None:
    """Compares the head, and measure by measure the deadlines and the parties."""
    if golden.values is None:
        return
    got = values_of(order)
    if got.order != golden.values.order:
        score.silent += 1
        score.details.append(f"head {dict(got.order)}, expected {dict(golden.values.order)}")
    doubtful = {position for question in order.questions for position in question.measures}
    for expected, found in zip_longest(golden.values.measures, got.measures):
        measure = expected or found
        if measure is not None:
            score_measure(score, expected, found, measure.position in doubtful)


def score_measure(score: Score, expected: MeasureValues | None, found: MeasureValues | None, doubtful: bool) -> None:
    wanted, got = expected or nothing(found), found or nothing(expected)
    score.deadlines += 1
    score.deadlines_exact += wanted.deadlines == got.deadlines
    missing, wrong = difference(wanted.deadlines + wanted.parties, got.deadlines + got.parties)
    count_parties(score, wanted.parties, got.parties)
    if not doubtful:
        score.silent += max(len(missing), len(wrong))
    mark = "" if doubtful else " WITHOUT A QUESTION"
    label = f"measure {wanted.position} (№ {wanted.number}){mark}"
    score.details += [f"{label}: missing {value}" for value in missing]
    score.details += [f"{label}: wrong {value}" for value in wrong]


def nothing(other: MeasureValues | None) -> MeasureValues:
    """A measure without values, in place of one that is not there."""
    return MeasureValues(other.position if other else 0, other.number if other else None, (), ())


def count_parties(score: Score, wanted: Sequence[Value], got: Sequence[Value]) -> None:
    score.expected.update(str(value[KIND]) for value in wanted)
    score.found.update(str(value[KIND]) for value in got)
    score.right.update(str(value[KIND]) for value in (Counter(wanted) & Counter(got)).elements())


def difference(wanted: Iterable[Value], got: Iterable[Value]) -> tuple[list[Value], list[Value]]:
    """(missing, wrong): what is only in the one and only in the other, as multisets."""
    missing, wrong = Counter(wanted), Counter(got)
    return list((missing - wrong).elements()), list((wrong - missing).elements())


def score_table(scores: Sequence[tuple[str, Score]]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Document", overflow="fold")
    for title in ("Cells", "Deadlines", *(f"{kind} P/R" for kind in KINDS), "Silent", "Open"):
        table.add_column(title, justify="right")
    for name, score in scores:
        table.add_row(
            name,
            f"{score.cells_exact}/{score.cells}",
            f"{score.deadlines_exact}/{score.deadlines}",
            *(precision_recall(score, kind) for kind in KINDS),
            str(score.silent),
            str(score.questions),
        )
    return table


def precision_recall(score: Score, kind: str) -> str:
    """«.985/1.000»; a dash where there is nothing to divide by."""
    right = score.right[kind]
    return "/".join(f"{right / total:.3f}" if total else "–" for total in (score.found[kind], score.expected[kind]))


def write(name: str) -> int:
    """Writes the expectation of one golden order from its first document. Exit status 1: it is not reviewed."""
    golden = next(golden for golden in golden_orders() if golden.name == name)
    order = normalize_order(read_order(golden.files[0]), Knowledge())
    write_proposal(golden, order)
    sys.stdout.write(f"{golden.folder / 'order.json'}: written from {golden.files[0].name}: please review\n")
    return 1


def main(arguments: list[str]) -> int:
    """Prints the scores. Exit status 1 if a golden order has no expectation."""
    if "--write" in arguments:
        return write(arguments[arguments.index("--write") + 1])
    console, total = Console(width=max(120, Console().width)), Score()
    scores = []
    orders = golden_orders()
    for golden in orders:
        for path in golden.files:
            score = score_file(golden, path)
            scores.append((f"{golden.name}/{path.name}", score))
            total.add(score)
    console.print(score_table([*scores, ("all", total)]))
    if "--details" in arguments:
        for name, score in scores:
            for line in score.details:
                console.print(f"{name}: {line}", markup=False, highlight=False)
    return report_missing(orders)


def report_missing(orders: Sequence[Golden]) -> int:
    missing = [golden.name for golden in orders if golden.values is None or golden.rows is None]
    for name in missing:
        sys.stderr.write(f"{name}: no expectation; python -m tests.score --write {name}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
