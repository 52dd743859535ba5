"""Taking decisions back and putting them in force again, and the orders that have to be read again for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, or_, select

from normalize.order import RULES_VERSION
from store.decisions import NotInForce, all_decisions, append_decision, in_force, undo
from store.forget import forget_undecided
from store.locks import lock_decisions
from store.model import DecisionRow, NewDecision
from store.review.rereads import request_rereads
from store.tables import orders, sources


def last_of(connection: Connection, clerk: str) -> DecisionRow | None:
    """The clerk's last decision that still counts."""
    mine = [row for row in in_force(all_decisions(connection)) if row.decision.actor == clerk]
    return mine[-1] if mine else None


def together_with(connection: Connection, decision_id: str) -> tuple[DecisionRow, ...]:
    """The decision and those in force that were taken in one go with it, the last first."""
    force = in_force(all_decisions(connection))
    one = next((row for row in force if row.decision_id == decision_id), None)
    if one is None:
        return ()
    if one.decision.batch is None:
        return (one,)
    return tuple(row for row in reversed(force) if row.decision.batch == one.decision.batch)


def take_back(
    connection: Connection, decision_id: str, *, clerk: str, when: datetime, reason: str | None = None
) -> tuple[tuple[DecisionRow, ...], tuple[str, ...]]:
    """Undo the decision, and what was decided in one go with it. Gives them and the orders to be read again.

    Raises NotInForce, DecisionRefused.
    """
    lock_decisions(connection)
    rows = together_with(connection, decision_id)
    if not rows:
        raise NotInForce(f"decision {decision_id} is unknown or undone already")
    batch = str(uuid4()) if len(rows) > 1 else None
    for row in rows:
        undo(
            connection, row.decision_id,
            made_at=when, actor=clerk, rules_version=RULES_VERSION, reason=reason, batch=batch,
        )  # fmt: skip
    named = (key for row in rows for key in (row.decision.subject, row.decision.answer))
    forget_undecided(connection, frozenset(key for key in named if key))
    touched = sorted({order for row in rows for order in orders_under(connection, row.decision)})
    request_rereads(connection, touched, when)
    return rows, tuple(touched)


def undone_with(connection: Connection, decision_id: str) -> tuple[DecisionRow, ...]:
    """The decision and those that were taken in one go with it and do not count any more, the first first."""
    rows = all_decisions(connection)
    force = {row.decision_id for row in in_force(rows)}
    gone = [row for row in rows if row.decision_id not in force and row.decision.undoes is None]
    one = next((row for row in gone if row.decision_id == decision_id), None)
    if one is None or one.decision.batch is None:
        return () if one is None else (one,)
    return tuple(row for row in gone if row.decision.batch == one.decision.batch)


def put_back(
    connection: Connection, decision_id: str, *, clerk: str, when: datetime
) -> tuple[tuple[DecisionRow, ...], tuple[str, ...]]:
    """Decide the same anew, with what was decided in one go with it. Gives that and the orders to be read again.

    Raises NotInForce where nothing was undone, Contradiction where something else was decided since.
    """
    lock_decisions(connection)
    rows = undone_with(connection, decision_id)
    if not rows:
        raise NotInForce(f"decision {decision_id} is unknown or in force")
    batch = str(uuid4()) if len(rows) > 1 else None
    signed = [
        replace(row.decision, made_at=when, actor=clerk, rules_version=RULES_VERSION, batch=batch) for row in rows
    ]
    touched = sorted({order for row in rows for order in orders_under(connection, row.decision)})
    kept = tuple(append_decision(connection, one) for one in signed)
    request_rereads(connection, touched, when)
    return kept, tuple(touched)


def orders_under(connection: Connection, decision: NewDecision) -> Sequence[str]:
    """Orders that may read differently without the decision: those that asked, and those imported since."""
    o, s = orders.c, sources.c
    asked = [one.text for one in decision.evidence if one.kind == "order"]
    since = select(s.sha256).where(s.order_id == o.order_id, s.last_imported_at >= decision.made_at).exists()
    query = select(o.order_id).where(or_(o.order_id.in_(asked), since) if asked else o.order_id.is_not(None))
    if decision.territory is not None:
        query = query.where(o.territory == decision.territory)
    if decision.scope == "issuer":
        query = query.where(o.issuer == decision.scope_value)
    if decision.scope == "year":
        query = query.where(o.school_year == decision.scope_value)
    return connection.execute(query).scalars().all()
