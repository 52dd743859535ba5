"""The schools and organizations that orders name by their own word: what other orders of the territory lean on."""

from sqlalchemy import ColumnElement, Connection, Text, cast, func, select

from normalize.model import Established, Order, Organization, OwnName, Signed
from store.bulk import Row
from store.order_ids import OrderIds
from store.tables import orders, organizations, own_names
from store.territory import concerns, is_in

_NAME = tuple(
    own_names.c[one] for one in ("key", "organization", "kind", "school_number", "school_type", "above_territory")
)
_BETWEEN = "\x1f"  # before every letter, so a joined text sorts as its parts do


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
    n = own_names.c
    first = func.min(_signed(connection))  # of a thousand orders that say it, one row
    query = (
        select(first, *_NAME).select_from(own_names.join(orders)).where(is_in(orders.c.territory, territory), n.sure)
    )
    query = query.where(n.order_id != without) if without is not None else query
    rows = connection.execute(query.group_by(*_NAME))
    found = {Organization(*named): _parted(signed) for signed, *named in rows}
    found |= dict.fromkeys(_registered(connection, territory), ("", "", ""))
    return tuple(Established(one, found[one]) for one in sorted(found, key=lambda one: (one.key, one.name)))


def read_own_names(connection: Connection, territory: str | None) -> dict[str, tuple[OwnName, ...]]:
    """The names of each order of the territory, sure or not, by order."""
    n = own_names.c
    query = select(n.order_id, n.sure, *_NAME).select_from(own_names.join(orders))
    found: dict[str, list[OwnName]] = {}
    for order_id, sure, *named in connection.execute(query.where(is_in(orders.c.territory, territory))):
        found.setdefault(order_id, []).append(OwnName(Organization(*named), sure))
    return {order_id: tuple(names) for order_id, names in found.items()}


def _signed(connection: Connection) -> ColumnElement[str]:
    """What tells earlier orders from later ones, as one text that sorts by code points in both databases."""
    o = orders.c
    date, number = func.coalesce(cast(o.order_date, Text), "9999"), func.coalesce(o.order_number, "")
    text = date + _BETWEEN + number + _BETWEEN + o.source_sha256
    return text.collate("C") if connection.dialect.name == "postgresql" else text


def _parted(signed: str) -> Signed:
    date, number, sha256 = signed.split(_BETWEEN)
    return date, number, sha256


def _registered(connection: Connection, territory: str | None) -> list[Organization]:
    g = organizations.c
    columns = (g.key, g.organization, g.kind, g.school_number, g.school_type, g.above_territory)
    return [
        Organization(*row)
        for row in connection.execute(select(*columns).where(concerns(territory), g.registry.is_not(None)))
    ]
