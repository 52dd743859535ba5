"""People and organizations with everything that the database says of them. Read-only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, Text, func, null, or_, select

from normalize.decided_names import names_of
from store.contradictions import told_apart
from store.decisions import all_decisions, in_force
from store.model import DecisionRow
from store.review.browse import ROWS_SHOWN
from store.review.search import says
from store.tables import aliases, appointments, measures, orders, organizations, parties, people, school_claims

EntityKind = Literal["person", "organization"]
_G = organizations.c


@dataclass(frozen=True, slots=True)
class NameLine:
    """`key`: what decisions call the name; `detail`: number and type of a school, given names of a person."""

    entity_id: str
    key: str
    name: str
    kind: str | None  # of an organization
    detail: str | None
    territory: str | None
    mentions: int
    first_seen: str | None  # date of an order
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class AliasLine:
    alias: str
    key: str
    source: str
    order_id: str | None
    order_number: str | None


@dataclass(frozen=True, slots=True)
class PostLine:
    """Who held which post where, as one order says."""

    person_id: str
    person: str
    role: str
    organization_id: str | None
    organization: str | None
    order_id: str
    order_number: str | None
    order_date: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    claim: str
    value: str
    count: int


def list_names(
    connection: Connection, entity: EntityKind, words: str | None, kinds: tuple[str, ...] = ()
) -> tuple[NameLine, ...]:
    """The most mentioned first, at most ROWS_SHOWN; `kinds`: only organizations of these kinds."""
    query = _people() if entity == "person" else _organizations()
    name = people.c.person if entity == "person" else _G.organization
    if words:
        a = aliases.c
        own = a.person_id == people.c.person_id if entity == "person" else a.organization_id == _G.organization_id
        alias = select(a.alias_id).where(own, says(connection, words, a.alias))
        query = query.where(or_(says(connection, words, name), alias.exists()))
    if kinds:
        query = query.where(organizations.c.kind.in_(kinds))
    ordered = query.order_by(func.count(parties.c.party_id).desc(), name).limit(ROWS_SHOWN)
    return tuple(NameLine(*row) for row in connection.execute(ordered))


def read_name(connection: Connection, entity: EntityKind, entity_id: str) -> NameLine | None:
    query = _people() if entity == "person" else _organizations()
    key = people.c.person_id if entity == "person" else organizations.c.organization_id
    row = connection.execute(query.where(key == entity_id)).one_or_none()
    return None if row is None else NameLine(*row)


def aliases_of(connection: Connection, entity: EntityKind, entity_id: str) -> tuple[AliasLine, ...]:
    a = aliases.c
    own = a.person_id if entity == "person" else a.organization_id
    columns = (a.alias, a.key, a.source, a.order_id, orders.c.order_number)
    rows = select(*columns).select_from(aliases.outerjoin(orders)).where(own == entity_id).order_by(a.alias, a.source)
    return tuple(AliasLine(*row) for row in connection.execute(rows))


def posts_of(connection: Connection, entity: EntityKind, entity_id: str) -> tuple[PostLine, ...]:
    p = appointments.c
    own = p.person_id if entity == "person" else p.organization_id
    columns = (
        *(p.person_id, people.c.person, p.role, p.organization_id, organizations.c.organization),
        *(p.order_id, orders.c.order_number, orders.c.order_date),
    )
    joined = appointments.join(people).join(orders).outerjoin(organizations)
    rows = select(*columns).select_from(joined).where(own == entity_id)
    ordered = rows.order_by(orders.c.order_date.nulls_first(), people.c.person, p.role)
    return tuple(PostLine(*row) for row in connection.execute(ordered))


def latest_posts(connection: Connection, person_ids: Sequence[str]) -> Mapping[str, str]:
    """Person → post and place in the latest order that says so: what tells namesakes apart in a list."""
    p = appointments.c
    columns = (p.person_id, p.role, organizations.c.organization)
    joined = appointments.join(orders).outerjoin(organizations)
    rows = select(*columns).select_from(joined).where(p.person_id.in_(person_ids))
    ordered = rows.order_by(orders.c.order_date.nulls_first(), p.role.desc())
    return {row.person_id: ", ".join(filter(None, row[1:])) for row in connection.execute(ordered)}


def orders_naming(connection: Connection, entity: EntityKind, entity_id: str) -> tuple[str, ...]:
    p, m = parties.c, measures.c
    own = p.person_id if entity == "person" else p.organization_id
    joined = parties.join(measures, m.measure_id == p.measure_id)
    found = select(m.order_id).distinct().select_from(joined).where(own == entity_id).order_by(m.order_id)
    return tuple(connection.execute(found).scalars())


def claims_of(connection: Connection, organization_id: str) -> tuple[ClaimLine, ...]:
    """What cells say of a school, each with how often: they may contradict each other."""
    c = school_claims.c
    counted = select(c.claim, c.value, func.count()).where(c.organization_id == organization_id)
    rows = counted.group_by(c.claim, c.value).order_by(c.claim, func.count().desc())
    return tuple(ClaimLine(*row) for row in connection.execute(rows))


def decisions_about(connection: Connection, keys: set[str], territory: str | None) -> tuple[DecisionRow, ...]:
    """Decisions in force that speak of one of the keys, mean it, or took mentions from it.

    `territory`: of the name; None for a body above territories, which any town may decide on.
    """
    force = in_force(all_decisions(connection))
    here = (row for row in force if territory is None or row.decision.territory in (None, territory))
    return tuple(row for row in here if keys & _spoken_of(row))


def _spoken_of(row: DecisionRow) -> set[str | None]:
    one = row.decision
    apart = {name for edge in told_apart(one) for name in edge}
    return {one.subject, one.answer, *names_of(one.subject), *apart, *_taken_from(row)}


def _taken_from(row: DecisionRow) -> set[str]:
    return {seen.text for seen in row.decision.evidence if seen.kind == "from"}


def _people() -> Select[Any]:
    h = people.c
    joined = people.outerjoin(parties, parties.c.person_id == h.person_id)
    kind, detail = null().cast(Text), h.given_names
    columns = (h.person_id, h.key, h.person, kind, detail, h.territory, *_seen())
    return select(*columns).select_from(_with_orders(joined)).group_by(*people.c)


def _organizations() -> Select[Any]:
    g = organizations.c
    joined = organizations.outerjoin(parties, parties.c.organization_id == g.organization_id)
    columns = (g.organization_id, g.key, g.organization, g.kind, g.school_type, g.territory, *_seen())
    return select(*columns).select_from(_with_orders(joined)).group_by(*organizations.c)


def _with_orders(joined: Any) -> Any:
    with_measures = joined.outerjoin(measures, measures.c.measure_id == parties.c.measure_id)
    return with_measures.outerjoin(orders, orders.c.order_id == measures.c.order_id)


def _seen() -> tuple[Any, ...]:
    o = orders.c
    return (func.count(parties.c.party_id), func.min(o.order_date), func.max(o.order_date))
