"""Every decision with who, when and why, and how the work goes. Read-only."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from normalize.fold import fold
from store.decisions import all_decisions, in_force
from store.model import DecisionRow, NewDecision
from store.review.model import HistoryRow
from store.review.queue import queue_entries
from store.tables import measures, orders, parties

HISTORY_SHOWN = 200


@dataclass(frozen=True, slots=True)
class KindLeft:
    kind: str
    questions: int
    mentions: int


@dataclass(frozen=True, slots=True)
class ClerkDone:
    clerk: str
    decisions: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the whole database is: parties by status, questions by kind, decisions by clerk."""

    orders: int
    measures: int
    statuses: tuple[tuple[str, int], ...]
    left: tuple[KindLeft, ...]
    done: tuple[ClerkDone, ...]


def list_history(connection: Connection, words: str | None = None) -> tuple[HistoryRow, ...]:
    """The latest first, at most HISTORY_SHOWN; `words`: all of them stand in the decision or its reason."""
    rows = all_decisions(connection)
    force = {row.decision_id for row in in_force(rows)}
    wanted = fold(words or "").split()
    found = [row for row in reversed(rows) if all(word in _words(row.decision) for word in wanted)]
    by_id = {row.decision_id: row.decision for row in rows}
    return tuple(_row(row, row.decision_id in force, by_id) for row in found[:HISTORY_SHOWN])


def read_decision(connection: Connection, decision_id: str) -> HistoryRow | None:
    rows = all_decisions(connection)
    force = {row.decision_id for row in in_force(rows)}
    by_id = {row.decision_id: row.decision for row in rows}
    return next((_row(row, row.decision_id in force, by_id) for row in rows if row.decision_id == decision_id), None)


def read_progress(connection: Connection) -> Progress:
    status = select(parties.c.status, func.count()).group_by(parties.c.status).order_by(parties.c.status)
    questions, mentions = Counter[str](), Counter[str]()
    for entry in queue_entries(connection):
        questions[entry.kind] += 1
        mentions[entry.kind] += entry.mentions
    return Progress(
        connection.execute(select(func.count()).select_from(orders)).scalar_one(),
        connection.execute(select(func.count()).select_from(measures)).scalar_one(),
        tuple((row[0], row[1]) for row in connection.execute(status)),
        tuple(KindLeft(kind, questions[kind], count) for kind, count in mentions.most_common()),
        _done(in_force(all_decisions(connection))),
    )


def _done(force: tuple[DecisionRow, ...]) -> tuple[ClerkDone, ...]:
    counts = Counter(row.decision.actor for row in force)
    last = {row.decision.actor: row.decision.made_at for row in force}
    return tuple(ClerkDone(clerk, count, last[clerk]) for clerk, count in counts.most_common())


def _words(one: NewDecision) -> str:
    seen = " ".join(evidence.text for evidence in one.evidence if evidence.kind != "order")
    return fold(f"{one.subject} {one.answer or ''} {one.reason or ''} {one.actor} {seen}")


def _row(row: DecisionRow, in_force: bool, by_id: Mapping[str, NewDecision]) -> HistoryRow:
    """An undo shows what its decision was about: it has seen nothing of its own."""
    one = row.decision
    undone = by_id.get(one.undoes) if one.undoes is not None else None
    return HistoryRow(
        row.decision_id, row.seq, one.made_at, one.actor, one.verb, one.subject, one.answer, one.territory,
        one.scope, one.scope_value, one.reason, one.batch, one.undoes, in_force,
        tuple((evidence.kind, evidence.text) for evidence in (undone or one).evidence),
    )  # fmt: skip
