"""After orders came in: the other orders of their territories that they may change are asked to be read again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, delete, func, select

from normalize.touch import OrderNames, touched_by_rereading, touched_orders
from store.neighbours import asking_neighbours
from store.own_names import read_own_names
from store.review.rereads import request_rereads
from store.tables import (
    aliases,
    appointments,
    orders,
    organizations,
    parties,
    people,
    questions,
    reread_requests,
    sightings,
)
from store.territory import is_in

IDS_AT_ONCE = 5_000  # SQLite takes 32,766 values in one statement
Shown = frozenset[tuple[str | None, ...]]  # person first, then given names, or post and place


def request_touched(connection: Connection, order_ids: Iterable[str], loaded: Sequence[str], now: datetime) -> int:
    """How many orders were asked to be read again because these came in; in the caller's transaction.

    Those that were just `loaded`, in this order, are struck off: until now their own request said that this had
    still to be done, so that a program that died in between has lost nothing. Other requests stay: a decision waits
    there.
    """
    new_ids = frozenset(order_ids)
    touched: set[str] = set()
    for territory in _territories(connection, new_ids):
        names = _names_of_territory(connection, territory)
        touched |= touched_orders(names, new_ids & names.keys(), loaded)
    for one in new_ids:
        touched |= asking_neighbours(connection, one)
    touched |= _asked_about_territory(connection, loaded)
    connection.execute(delete(reread_requests).where(reread_requests.c.order_id.in_(set(loaded) - touched)))
    request_rereads(connection, touched, now)
    return len(touched)


def _asked_about_territory(connection: Connection, loaded: Sequence[str]) -> frozenset[str]:
    """Those just loaded whose question about their territory an order after them may have answered."""
    q = questions.c
    asked = select(q.order_id).where(q.order_id.in_(loaded), q.kind == "territory").distinct()
    return frozenset(connection.execute(asked).scalars())


def request_changed(connection: Connection, before: Mapping[str, Shown], now: datetime) -> int:
    """How many orders were asked to be read again because earlier ones, now read again, show other people.

    `before`: what those showed.
    """
    after = people_shown(connection, before)
    changed = {
        one: frozenset(key for key, *_ in shown ^ after[one] if key)
        for one, shown in before.items()
        if shown != after[one]
    }
    touched: set[str] = set()
    for territory in _territories(connection, frozenset(changed)):
        names = _names_of_territory(connection, territory)
        touched |= touched_by_rereading(names, {one: keys for one, keys in changed.items() if one in names})
    request_rereads(connection, touched, now)
    return len(touched)


def people_shown(connection: Connection, order_ids: Iterable[str]) -> dict[str, Shown]:
    """Whom each of the orders shows: as what, where, and with which given names."""
    ids = sorted(order_ids)
    found: dict[str, set[tuple[str | None, ...]]] = {one: set() for one in ids}
    s, p, a, g = sightings.c, parties.c, appointments.c, organizations.c
    posts, held = parties.join(people).outerjoin(organizations), appointments.join(people).outerjoin(organizations)
    queries = (
        (s.order_id, select(s.order_id, people.c.key, s.given_names).select_from(sightings.join(people))),
        (p.order_id, select(p.order_id, people.c.key, p.role, g.key).distinct().select_from(posts)),
        (a.order_id, select(a.order_id, people.c.key, a.role, g.key).select_from(held)),
    )
    for column, query in queries:
        for at in range(0, len(ids), IDS_AT_ONCE):
            for order_id, *shown in connection.execute(query.where(column.in_(ids[at : at + IDS_AT_ONCE]))):
                found[order_id].add(tuple(shown))
    return {one: frozenset(shown) for one, shown in found.items()}


def requested_orders(connection: Connection) -> frozenset[str]:
    """Orders with a request to be read again."""
    return frozenset(connection.execute(select(reread_requests.c.order_id)).scalars())


def _territories(connection: Connection, order_ids: frozenset[str]) -> list[str | None]:
    o = orders.c
    return list(connection.execute(select(o.territory).where(o.order_id.in_(order_ids)).distinct()).scalars())


def _names_of_territory(connection: Connection, territory: str | None) -> dict[str, OrderNames]:
    """The names of all orders of a territory, by order; {} where there is only one."""
    o = orders.c
    here = is_in(o.territory, territory)
    heads = connection.execute(select(o.order_id, o.order_date, o.order_number, o.source_sha256).where(here)).all()
    if len(heads) < 2:
        return {}
    of_parties = parties.join(orders, parties.c.order_id == o.order_id).join(organizations)
    seen = _gather(
        connection, select(o.order_id, people.c.key).select_from(sightings.join(orders).join(people)).where(here)
    )
    bodies = _gather(connection, select(o.order_id, organizations.c.key).select_from(of_parties).where(here))
    spellings = _proven_spellings(connection, here)
    named = read_own_names(connection, territory)
    asked = _gather(connection, select(o.order_id, questions.c.key).select_from(questions.join(orders)).where(here))
    return {
        one: OrderNames(
            signed=(date or "9999", number or "", sha256),
            people=seen[one],
            organizations=bodies[one],
            spellings=spellings[one],
            own_names=named.get(one, ()),
            questions=asked[one],
        )
        for one, date, number, sha256 in heads
    }


def _proven_spellings(
    connection: Connection, here: ColumnElement[bool]
) -> defaultdict[str, frozenset[tuple[str, str]]]:
    """Order → (spelling key, what it means by that order)."""
    meanings = aliases.join(orders).outerjoin(people).outerjoin(organizations)
    means = func.coalesce(people.c.key, organizations.c.key)
    proven = select(orders.c.order_id, aliases.c.key, means).select_from(meanings).where(here)
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for order_id, alias, meaning in connection.execute(proven):
        found[order_id].add((alias, meaning))
    return defaultdict(frozenset, {order_id: frozenset(values) for order_id, values in found.items()})


def _gather(connection: Connection, query: Select[str, str]) -> defaultdict[str, frozenset[str]]:
    """Order → all values of the second column."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for order_id, value in connection.execute(query.distinct()):
        found[order_id].add(value)
    return defaultdict(frozenset, {order_id: frozenset(values) for order_id, values in found.items()})
