"""Orders of other territories that name the same people: their territory may be the same, in other words."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from normalize.model import Neighbour
from normalize.places import FEWEST_SHARED, may_be_one, may_concern
from store.tables import orders, people, questions, sightings

_O, _P, _S = orders.c, people.c, sightings.c


def read_neighbours(
    connection: Connection, order_id: str, territory: str, issuer: str | None, names: Collection[str]
) -> tuple[Neighbour, ...]:
    """Orders outside of the territory that name at least three of these people, by date, number and id.

    Only of territories that may concern an order of this territory and issuer: first people are counted, then, in few
    territories, orders. Among 100,000 orders of 200 towns that took 2 to 20 ms instead of 50 to 100.
    """
    if len(names) < FEWEST_SHARED:
        return ()
    shared = func.count(_P.person.distinct())
    elsewhere = (_P.person.in_(sorted(names)), _P.territory != territory)
    where = select(_P.territory).where(*elsewhere).group_by(_P.territory).having(shared >= FEWEST_SHARED)
    places = [place for place in connection.execute(where).scalars() if may_concern(place or "", territory, issuer)]
    if not places:
        return ()
    query = (
        select(_O.order_id, _O.territory, _O.issuer, _O.order_number, _O.order_date, shared)
        .select_from(people.join(sightings).join(orders))
        .where(*elsewhere, _P.territory.in_(places), _O.order_id != order_id)
        .group_by(_O.order_id, _O.territory, _O.issuer, _O.order_number, _O.order_date)
        .having(shared >= FEWEST_SHARED)
        .order_by(_O.order_date.nulls_first(), _O.order_number, _O.order_id)
    )
    return tuple(Neighbour(*row) for row in connection.execute(query))


def asked_neighbours(connection: Connection, order_id: str) -> frozenset[str]:
    """Orders that are asked whether their territory is that of the order as it stands."""
    asked = select(questions.c.order_id).where(questions.c.kind == "territory").distinct()
    near = [one.order_id for one in _neighbours_of(connection, order_id)]
    return frozenset(connection.execute(asked.where(questions.c.order_id.in_(near))).scalars()) if near else frozenset()


def asking_neighbours(connection: Connection, order_id: str) -> frozenset[str]:
    """Orders that have to be asked whether their territory is that of the order as it stands."""
    itself = connection.execute(_head_of(order_id)).one_or_none()
    if itself is None:
        return frozenset()
    near = _neighbours_of(connection, order_id)
    here = Neighbour(order_id, *itself, 0)
    return frozenset(one.order_id for one in near if may_be_one(one.territory, one.issuer, here))


@dataclass(frozen=True, slots=True)
class DoubtfulTerritory:
    """A territory whose orders are asked whether it is `other` in other words."""

    territory: str
    other: str
    issued_here: bool  # it is but the issuer as printed: no town or district was
    orders: tuple[tuple[str | None, str], ...]  # number and file name, by date


def doubtful_territories(connection: Connection) -> tuple[DoubtfulTerritory, ...]:
    """Pairs of territories that open questions take for one, by name; a pair that is asked on both sides twice."""
    q = questions.c
    columns = (_O.territory, q.surface, _O.issuer, _O.order_number, _O.source_file)
    query = select(*columns).select_from(questions.join(orders)).where(q.kind == "territory")
    found: dict[tuple[str, str, bool], list[tuple[str | None, str]]] = {}
    for territory, other, issuer, *order in connection.execute(query.order_by(_O.order_date, _O.order_id)):
        found.setdefault((territory or "", other or "", territory == issuer), []).append((order[0], order[1]))
    return tuple(DoubtfulTerritory(*pair, tuple(found[pair])) for pair in sorted(found))


def _neighbours_of(connection: Connection, order_id: str) -> tuple[Neighbour, ...]:
    head = connection.execute(_head_of(order_id)).one_or_none()
    named = select(_P.person).select_from(sightings.join(people)).where(_S.order_id == order_id).distinct()
    names = connection.execute(named).scalars().all()
    return () if head is None else read_neighbours(connection, order_id, head.territory or "", head.issuer, names)


def _head_of(order_id: str) -> Select[str, str | None, str | None, str | None]:
    columns = (_O.territory, _O.issuer, _O.order_number, _O.order_date)
    return select(*columns).where(_O.order_id == order_id)
