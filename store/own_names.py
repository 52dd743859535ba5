"""The schools and organizations that orders name by their own word: what other orders of the territory lean on."""

from sqlalchemy import Connection, or_, select

from normalize.model import Established, Order, Organization, OwnName, Signed
from store.bulk import Row
from store.order_ids import OrderIds
from store.tables import orders, organizations, own_names


def own_name_rows(order: Order, named: OrderIds) -> list[Row]:
    return [
        {
            "order_id": named.order,
            "key": one.organization.key,
            "organization": one.organization.name,
            "kind": one.organization.kind,
            "school_number": one.organization.school_number,
            "school_type": one.organization.school_type,
            "above_territory": one.organization.above_territory,
            "sure": one.sure,
        }
        for one in order.own_names
    ]


def read_established(connection: Connection, territory: str | None, without: str | None) -> tuple[Established, ...]:
    """Each name that an order of the territory leaves no doubt about, as spelt, with the earliest such order.

    None that only the order `without` says. The registry was there before all orders.
    """
    found: dict[Organization, Signed] = {}
    for order_id, signed, name in _read(connection, territory):
        if order_id != without and name.sure:
            found[name.organization] = min(found.get(name.organization, signed), signed)
    found |= dict.fromkeys(_registered(connection, territory), ("", "", ""))
    return tuple(Established(one, found[one]) for one in sorted(found, key=lambda one: (one.key, one.name)))


def read_own_names(connection: Connection, territory: str | None) -> dict[str, tuple[OwnName, ...]]:
    """The names of each order of the territory, sure or not, by order."""
    found: dict[str, list[OwnName]] = {}
    for order_id, _, name in _read(connection, territory):
        found.setdefault(order_id, []).append(name)
    return {order_id: tuple(names) for order_id, names in found.items()}


def _read(connection: Connection, territory: str | None) -> list[tuple[str, Signed, OwnName]]:
    o, n = orders.c, own_names.c
    columns = (
        *(n.order_id, o.order_date, o.order_number, o.source_sha256, n.sure),
        *(n.key, n.organization, n.kind, n.school_number, n.school_type, n.above_territory),
    )
    query = select(*columns).select_from(own_names.join(orders)).where(o.territory.is_not_distinct_from(territory))
    return [
        (order_id, (date or "9999", number or "", sha256), OwnName(Organization(*named), sure))
        for order_id, date, number, sha256, sure, *named in connection.execute(query)
    ]


def _registered(connection: Connection, territory: str | None) -> list[Organization]:
    g = organizations.c
    here = or_(g.above_territory, g.territory.is_not_distinct_from(territory))
    columns = (g.key, g.organization, g.kind, g.school_number, g.school_type, g.above_territory)
    return [Organization(*row) for row in connection.execute(select(*columns).where(here, g.registry.is_not(None)))]
