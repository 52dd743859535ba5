"""After an order came in: the other orders of its territory that it may change are asked to be read again."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, Select, select

from normalize.touch import OrderNames, name_cores, touches
from store.review_rereads import request_rereads
from store.tables import aliases, measures, orders, organizations, parties, people, questions


def request_touched(connection: Connection, order_id: str, now: datetime) -> int:
    """How many other orders were asked to be read again because of the order; in the caller's transaction."""
    names = _names_of_territory(connection, order_id)
    new = names.pop(order_id, None)
    touched = [] if new is None else [other for other, one in names.items() if touches(new, one)]
    request_rereads(connection, touched, now)
    return len(touched)


def _names_of_territory(connection: Connection, order_id: str) -> dict[str, OrderNames]:
    """The names of all orders of the territory of `order_id`, by order; {} where it is the only one."""
    o = orders.c
    territory = select(o.territory).where(o.order_id == order_id).scalar_subquery()
    here = o.territory.is_not_distinct_from(territory)
    heads = connection.execute(select(o.order_id, o.order_date, o.order_number, o.source_sha256).where(here)).all()
    if len(heads) < 2:
        return {}
    cells = parties.join(measures).join(orders)
    seen = _gather(connection, select(o.order_id, people.c.key).select_from(cells.join(people)).where(here))
    bodies = _gather(
        connection, select(o.order_id, organizations.c.key).select_from(cells.join(organizations)).where(here)
    )
    named = _gather(
        connection, select(o.order_id, organizations.c.organization).select_from(cells.join(organizations)).where(here)
    )
    spellings = _gather(connection, select(o.order_id, aliases.c.key).select_from(aliases.join(orders)).where(here))
    asked = _gather(connection, select(o.order_id, questions.c.key).select_from(questions.join(orders)).where(here))
    return {
        one: OrderNames(
            signed=(date or "9999", number or "", sha256),
            people=seen[one],
            organizations=bodies[one],
            spellings=spellings[one],
            cores=name_cores(named[one]),
            questions=asked[one],
        )
        for one, date, number, sha256 in heads
    }


def _gather(connection: Connection, query: Select[str, str]) -> defaultdict[str, frozenset[str]]:
    """Order → all values of the second column."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for order_id, value in connection.execute(query.distinct()):
        found[order_id].add(value)
    return defaultdict(frozenset, {order_id: frozenset(values) for order_id, values in found.items()})
