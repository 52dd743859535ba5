"""The clerk's decisions: appended, never edited; undo is another decision."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select
from sqlalchemy.engine import Row

from store.contradictions import refuse_contradiction
from store.errors import StoreError
from store.locks import lock_decisions
from store.model import DecisionRow, Evidence, NewDecision
from store.tables import decisions
from store.unfit import refuse_unfit


class NotInForce(StoreError):
    """The decision to be undone is unknown, or undone already."""


def append_decision(connection: Connection, new: NewDecision) -> DecisionRow:
    """Append the decision; one that is in force already, word for word, is given back as it stands.

    Raises UnfitAnswer for an answer that means nothing, Contradiction when decisions in force say otherwise,
    NotInForce for an undo of what does not count.
    """
    refuse_unfit(new)
    lock_decisions(connection)
    if new.undoes is not None:
        _refuse_undo(all_decisions(connection), new)
        return add_decision(connection, str(uuid4()), new)
    force = in_force(_read(connection, decisions.c.territory.is_not_distinct_from(new.territory)))
    for known in force:
        if _meaning(known.decision) == _meaning(new):
            return known
    refuse_contradiction(force, new)
    return add_decision(connection, str(uuid4()), new)


def undo(
    connection: Connection,
    decision_id: str,
    *,
    made_at: datetime,
    actor: str,
    rules_version: str,
    reason: str | None = None,
    batch: str | None = None,
) -> DecisionRow:
    """Take a decision back; an undo can be taken back too. Raises NotInForce, Contradiction."""
    lock_decisions(connection)
    known = {row.decision_id: row.decision for row in all_decisions(connection)}
    if decision_id not in known:
        raise NotInForce(f"decision {decision_id} is not known")
    back = replace(known[decision_id], verb="undo", undoes=decision_id, evidence=())
    signed = replace(back, made_at=made_at, actor=actor, reason=reason, batch=batch, rules_version=rules_version)
    return append_decision(connection, signed)


def decisions_in_force(connection: Connection) -> tuple[DecisionRow, ...]:
    """What counts, in the order in which it was decided: no undos, and nothing that was undone."""
    return in_force(all_decisions(connection))


def decisions_that_hold(connection: Connection, territory: str | None) -> tuple[DecisionRow, ...]:
    """Those in force for a territory and for all: a database may hold hundreds of towns, and their decisions."""
    here = or_(decisions.c.territory.is_(None), decisions.c.territory == territory)
    force = in_force(_read(connection, here))
    return tuple(row for row in force if row.decision.territory in (None, territory))


def all_decisions(connection: Connection) -> tuple[DecisionRow, ...]:
    """Every decision ever taken, in order."""
    return _read(connection)


def _read(connection: Connection, *where: ColumnElement[bool]) -> tuple[DecisionRow, ...]:
    """Decisions and, whatever their own territory says, all that take one back."""
    wanted = select(decisions).where(or_(decisions.c.undoes.is_not(None), *where)) if where else select(decisions)
    return tuple(_decision(row) for row in connection.execute(wanted.order_by(decisions.c.seq)).all())


def in_force(rows: tuple[DecisionRow, ...]) -> tuple[DecisionRow, ...]:
    """Those of all decisions (in order) that count. An undo that is undone brings its decision back."""
    undone = _undone(rows)
    return tuple(row for row in rows if row.decision_id not in undone and row.decision.undoes is None)


def add_decision(connection: Connection, decision_id: str, new: NewDecision) -> DecisionRow:
    """Append without asking what it means; the caller holds `lock_decisions`."""
    last = connection.execute(select(func.max(decisions.c.seq))).scalar_one()
    seq = (last or 0) + 1
    connection.execute(insert(decisions), {"decision_id": decision_id, "seq": seq, **asdict(new)})
    return DecisionRow(decision_id, seq, new)


def undone_decisions(connection: Connection) -> frozenset[str]:
    """Ids of the decisions that were taken back; cheap where few were."""
    back = decisions.c.undoes.is_not(None)
    rows = connection.execute(select(decisions).where(back).order_by(decisions.c.seq)).all()
    return frozenset(_undone(tuple(_decision(row) for row in rows)))


def _undone(rows: tuple[DecisionRow, ...]) -> set[str]:
    undone = set[str]()
    for row in reversed(rows):  # the last word first: an undone undo undoes nothing
        if row.decision_id not in undone and row.decision.undoes is not None:
            undone.add(row.decision.undoes)
    return undone


def _refuse_undo(rows: tuple[DecisionRow, ...], new: NewDecision) -> None:
    known = {row.decision_id for row in rows}
    if new.undoes not in known:
        raise NotInForce(f"decision {new.undoes} is not known")
    if new.undoes in _undone(rows):
        raise NotInForce(f"decision {new.undoes} is undone already")
    force = in_force(rows)
    for row in in_force((*rows, DecisionRow("", len(rows) + 1, new))):
        if row not in force:  # an undo of an undo: its decision is back, others may have been taken since
            refuse_unfit(row.decision)
            refuse_contradiction(force, row.decision)


def _meaning(one: NewDecision) -> tuple[str | None, ...]:
    """What a decision says, without who said it, when and why."""
    return (one.verb, one.subject, one.answer, one.territory, one.scope, one.scope_value)


def _decision(row: Row[Any]) -> DecisionRow:
    fields = dict(row._mapping)
    decision_id, seq = fields.pop("decision_id"), fields.pop("seq")
    evidence = tuple(Evidence(**one) for one in fields.pop("evidence"))
    return DecisionRow(decision_id, seq, NewDecision(**fields, evidence=evidence))
