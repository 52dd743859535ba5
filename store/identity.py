"""Which order of the database a file is: issuer, date and number say it, unless two issuers are called alike."""

from sqlalchemy import Connection, select

from ingest.model import RawOrder
from normalize.model import Order
from normalize.order_titles import are_two_titles
from normalize.places import are_two_places
from store.ids import order_id
from store.tables import orders, sources


def identify(connection: Connection, order: RawOrder | Order, territory: str | None) -> str:
    """The order's id, whether the database holds it or not. `territory`: as given or read, None while unknown.

    «Управление образования» of one district and of another may both sign a № 1 on the same day: the one that comes
    second has its district in its id, or it would replace the other. A file keeps the order that it was loaded as.
    """
    head, sha256 = order.head, order.sha256
    plain = order_id(head.issuer, head.date, head.number, sha256)
    o = orders.c
    same = connection.execute(select(o.territory, o.title).where(o.order_id == plain)).one_or_none()
    if same is None:
        return plain
    if (known := _order_of_file(connection, order)) is not None:
        return known
    place = None if territory in (head.issuer, order.file) else territory
    if place is not None and same.territory != order.file and are_two_places(same.territory, place, head.issuer):
        return order_id(head.issuer, head.date, head.number, sha256, place)
    if head.issuer is None and are_two_titles(same.title, head.title):
        return order_id(None, head.date, head.number, sha256, head.title)
    return plain


def _order_of_file(connection: Connection, order: RawOrder | Order) -> str | None:
    o, s = orders.c, sources.c
    found = select(o.order_id).join_from(sources, orders).where(s.sha256 == order.sha256)
    if order.head.number is None or order.head.date is None:
        return None
    alike = found.where(o.order_number == order.head.number, o.order_date == order.head.date)
    return connection.execute(alike.order_by(o.order_id).limit(1)).scalar_one_or_none()
