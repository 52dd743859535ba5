"""Decisions on single mentions that meet no mention of their order any more: none of them may be lost in silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from normalize.order import mention_anchors
from normalize.plan_year import identity_of
from store import ids
from store.decisions import decisions_in_force
from store.model import DecisionRow
from store.read import effective_school_year, read_knowledge, read_raw
from store.tables import orders, parties

_MENTION = re.compile(r"(?:place\|)?(?P<anchor>[0-9a-f]{20})")


@dataclass(frozen=True, slots=True)
class Unmet:
    """A decision on a mention that its order, as it reads now, does not have."""

    decision: DecisionRow
    order_id: str
    order_number: str | None
    order_date: str | None

    @property
    def about(self) -> str:
        """The mention as the clerk saw it, or, of a decision that keeps no evidence, its anchor."""
        seen = (one.text for one in self.decision.decision.evidence if one.kind == "name")
        return next(seen, self.decision.decision.subject)


def unmet_decisions(connection: Connection) -> tuple[Unmet, ...]:
    """Those in force, in the order in which they were taken. Decisions on orders that are not loaded only wait."""
    mentions = [row for row in decisions_in_force(connection) if _anchor(row) and row.decision.scope == "here"]
    if not mentions:
        return ()
    by_order: dict[str, list[DecisionRow]] = {}
    for row in mentions:
        by_order.setdefault(row.decision.scope_value or "", []).append(row)
    missed: dict[str, Unmet] = {}
    met: set[str] = set()
    for order in _orders(connection):
        about = [row for row in by_order.get(order.identity, ()) if row.decision.territory in (None, order.territory)]
        known = _anchors_of(connection, order, {_anchor(row) for row in about})
        met |= {row.decision_id for row in about if _anchor(row) in known}
        missed |= {
            row.decision_id: Unmet(row, order.order_id, order.number, order.date)
            for row in about
            if _anchor(row) not in known
        }
    left = (one for decision_id, one in missed.items() if decision_id not in met)  # two towns' orders, one of which
    return tuple(sorted(left, key=lambda one: one.decision.seq))


@dataclass(frozen=True, slots=True)
class _Loaded:
    order_id: str
    number: str | None
    date: str | None
    territory: str | None
    identity: str


def _orders(connection: Connection) -> Iterator[_Loaded]:
    o = orders.c
    columns = (o.order_id, o.order_number, o.order_date, o.territory, o.issuer, o.source_sha256)
    for order_id, number, date, territory, issuer, sha256 in connection.execute(select(*columns)):
        by_content = order_id == ids.order_id(None, None, None, sha256)  # a date that a person gave is not printed
        printed = None if by_content else date
        yield _Loaded(order_id, number, date, territory, identity_of(issuer, printed, number, sha256))


def _anchors_of(connection: Connection, order: _Loaded, wanted: set[str]) -> frozenset[str]:
    """The anchors of the order: those of its parties that are wanted; where that is not all, the rest."""
    if not wanted:
        return frozenset()
    p = parties.c
    here = select(p.anchor).where(p.order_id == order.order_id, p.anchor.in_(sorted(wanted)))
    held = frozenset(connection.execute(here).scalars())
    return held if held == wanted else held | _all_anchors(connection, order)


def _all_anchors(connection: Connection, order: _Loaded) -> frozenset[str]:
    """Of the mentions that a decision took out, too, and those that mentions had under older rules."""
    raw = read_raw(connection, order.order_id)
    if raw is None:
        return frozenset()
    year = effective_school_year(connection, raw, order.territory)
    known = read_knowledge(
        connection, order.territory, raw.head.issuer, year, without_order=order.order_id, surnames=()
    )
    return mention_anchors(raw, known)


def _anchor(row: DecisionRow) -> str:
    """The anchor of the mention that a decision is on; "" where it is on something else."""
    found = _MENTION.fullmatch(row.decision.subject)
    return found["anchor"] if found else ""
