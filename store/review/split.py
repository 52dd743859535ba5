"""Mentions that were read as one name and mean another: told apart one by one, in their own order only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, select

from normalize.fold import fold
from normalize.order import RULES_VERSION, order_identity
from store.decisions import append_decision
from store.locks import lock_decisions
from store.model import DecisionRow, Evidence, NewDecision
from store.read import read_raw
from store.review.answers import ORDERS_NAMED
from store.review.names import EntityKind, NameLine, orders_naming, read_name
from store.review.rereads import request_rereads
from store.review.union import Signature
from store.surroundings import printed_around
from store.tables import measures, orders, organizations, parties, people

MENTIONS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a cell that means the name.

    `beside`: a person's organization; at an organization what is printed around the mention («директор Гимназии № 5»),
    which then goes before the role.
    """

    party_id: str
    anchor: str
    measure_id: str
    order_id: str
    order_number: str | None
    order_date: str | None
    position: int
    number: str | None
    surface: str
    role: str | None
    beside: str | None


@dataclass(frozen=True, slots=True)
class Other:
    """Whom the mentions mean instead: `key` is what the decisions answer with."""

    key: str
    name: str


def mentions_of(
    connection: Connection, entity: EntityKind, entity_id: str, limit: int | None = MENTIONS_SHOWN
) -> tuple[Mention, ...]:
    """All mentions, the oldest order first, at most `limit`."""
    p, m, o = parties.c, measures.c, orders.c
    own = p.person_id if entity == "person" else p.organization_id
    columns: tuple[ColumnElement[Any], ...] = (
        *(p.party_id, p.anchor, p.measure_id, m.order_id, o.order_number, o.order_date),
        *(m.position, m.number, p.surface, p.role, organizations.c.organization),
    )
    joined = parties.join(measures, m.measure_id == p.measure_id).join(orders, o.order_id == m.order_id)
    rows = select(*columns).select_from(joined.outerjoin(organizations)).where(own == entity_id)
    ordered = rows.order_by(o.order_date.nulls_first(), m.order_id, m.position, p.field, p.seq).limit(limit)
    found = [Mention(*row) for row in connection.execute(ordered)]
    if entity == "person":
        return tuple(found)
    around = printed_around(connection, [one.party_id for one in found])
    return tuple(
        replace(one, role=None if around[one.party_id] else one.role, beside=around[one.party_id]) for one in found
    )


def spelled(mentions: Sequence[Mention], spelling: str) -> tuple[Mention, ...]:
    """Those that print the spelling, as far as can be told without reading the cells again."""
    return tuple(one for one in mentions if fold(spelling) in fold(one.surface))


def namesakes_of(connection: Connection, name: NameLine) -> tuple[NameLine, ...]:
    """Other people of the territory with the same surname and initials."""
    h = people.c
    base = "|".join(name.key.split("|")[:3])
    same = h.territory.is_not_distinct_from(name.territory) & ((h.key == base) | h.key.startswith(f"{base}|"))
    found = select(h.person_id).where(same, h.person_id != name.entity_id).order_by(h.key)
    lines = (read_name(connection, "person", one) for one in connection.execute(found).scalars())
    return tuple(one for one in lines if one is not None)


def new_namesake(name: NameLine) -> Other:
    """Somebody of the same name whom nobody knows yet: a key that no other person has."""
    return Other("|".join((*name.key.split("|")[:3], uuid4().hex[:8])), name.name)


def move_mentions(
    connection: Connection,
    entity: EntityKind,
    name: NameLine,
    chosen: Sequence[Mention],
    other: Other,
    signed: Signature,
) -> tuple[DecisionRow, ...]:
    """The mentions mean the other from now on, each by a decision within its order, all in one batch.

    Raises DecisionRefused.
    """
    lock_decisions(connection)
    touched = orders_naming(connection, entity, name.entity_id)
    named = tuple(Evidence("order", one) for one in touched) if len(touched) <= ORDERS_NAMED else ()
    identities = {order_id: _identity(connection, order_id) for order_id in {one.order_id for one in chosen}}
    batch = str(uuid4())
    kept = tuple(
        append_decision(
            connection,
            NewDecision(
                made_at=signed.when, actor=signed.clerk, verb="same", subject=subject_of_mention(entity, one.anchor),
                answer=other.key, rules_version=RULES_VERSION, territory=name.territory, scope="here",
                scope_value=identities[one.order_id], reason=signed.reason, batch=batch,
                evidence=(*_seen(name, one, other), *named),
            ),
        )
        for one in chosen
    )  # fmt: skip
    request_rereads(connection, touched, signed.when)
    return kept


def _seen(name: NameLine, one: Mention, other: Other) -> tuple[Evidence, ...]:
    """Which mention is moved, and from whom to whom."""
    place = f"№ {one.order_number or 'б/н'}, мероприятие {one.number or f'[{one.position}]'}: {one.surface}"
    return (
        Evidence("name", f"{name.name} — {place}"),
        Evidence("from", name.key),
        Evidence("answer", other.name),
    )


def subject_of_mention(entity: EntityKind, anchor: str) -> str:
    """As normalize.assemble asks for it: a mention's person, or its school or organization."""
    return anchor if entity == "person" else f"place|{anchor}"


def _identity(connection: Connection, order_id: str) -> str | None:
    raw = read_raw(connection, order_id)
    return None if raw is None else order_identity(raw)
