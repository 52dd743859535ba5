"""The ids of everything that an order names."""

from collections import Counter
from dataclasses import dataclass

from normalize.model import Order, Organization
from store import ids
from store.errors import BadOrder


@dataclass(frozen=True, slots=True)
class OrderIds:
    """Ids by key or position."""

    order: str
    people: dict[str, str]
    organizations: dict[str, str]
    measures: dict[int, str]  # by position, 1-based


def name_order(order_id: str, order: Order) -> OrderIds:
    """The ids of the order's people, organizations and measures."""
    seen = Counter[str]()
    measures = {}
    for measure in order.measures:
        measures[measure.position] = ids.measure_id(order_id, measure.fingerprint, seen[measure.fingerprint])
        seen[measure.fingerprint] += 1
    return OrderIds(
        order_id,
        {one.key: ids.person_id(order.territory, one.key) for one in order.people},
        {one.key: organization_id(order.territory, one) for one in order.organizations},
        measures,
    )


def organization_id(territory: str, one: Organization) -> str:
    """`territory`: "" where it is not known."""
    return ids.organization_id(None if one.above_territory else territory, one.key)


def find_id(known: dict[str, str], key: str | None) -> str | None:
    """The id of the person or organization with this key. Raises BadOrder when the order holds none."""
    if key is None:
        return None
    if key not in known:
        raise BadOrder(f"«{key}» is referred to, but the order holds nobody of this key")
    return known[key]


def find_measure(named: OrderIds, position: int) -> str:
    """The id of the measure at the position. Raises BadOrder when there is none."""
    if position not in named.measures:
        raise BadOrder(f"measure at position {position} is referred to, but the order holds none there")
    return named.measures[position]
