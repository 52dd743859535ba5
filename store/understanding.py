"""An order as it reads with all that the database knows."""

from dataclasses import replace

from sqlalchemy import Connection

from ingest.model import RawOrder
from normalize.model import Order
from normalize.order import normalize_order
from normalize.places import may_be_one
from normalize.plan_year import plan_year
from store.ids import order_id
from store.neighbours import read_neighbours
from store.read import read_knowledge


def understand(connection: Connection, raw: RawOrder, territory: str | None) -> Order:
    """The order of the territory as it reads now.

    What the order itself once said is left out, or the second import would not give what the first gave. Only when it
    is read is it known whom it names, and so which orders name the same people elsewhere: where there are such, it is
    read once more, which is rare.
    """
    head = raw.head
    itself = order_id(head.issuer, head.date, head.number, raw.sha256)
    known = read_knowledge(connection, territory, head.issuer, plan_year(raw)[1], without_order=itself)
    order = normalize_order(raw, known)
    names = {person.name for person in order.people}
    near = read_neighbours(connection, itself, order.territory, head.issuer, names)
    asked = tuple(one for one in near if may_be_one(order.territory, head.issuer, one))
    return normalize_order(raw, replace(known, neighbours=asked)) if asked else order
