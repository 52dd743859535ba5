"""Orders that decisions were taken on since they were read. A request is kept until the order is read again,

so that a program that dies between the answer and the reading loses nothing.
"""

import logging
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from normalize.order import normalize_order, plan_year
from store.ids import order_id as id_of
from store.load import load_order
from store.locks import lock_decisions
from store.model import ImportStamp
from store.read import read_knowledge, read_raw
from store.tables import orders, reread_requests

log = logging.getLogger(__name__)
_R = reread_requests.c


def request_rereads(connection: Connection, order_ids: Iterable[str], now: datetime) -> None:
    rows = [{"order_id": one, "asked_at": now} for one in sorted(set(order_ids))]
    if rows:
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        connection.execute(insert(reread_requests).on_conflict_do_nothing(), rows)


def count_rereads(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(reread_requests)).scalar_one()


def reread_next(engine: Engine, stamp: ImportStamp) -> bool:
    """Read one requested order again, in a transaction of its own; False when none is left."""
    with engine.begin() as connection:
        return reread_first(connection, stamp)


def reread_first(connection: Connection, stamp: ImportStamp) -> bool:
    """Read one requested order again, in the caller's transaction; False when none is left.

    No decision is taken meanwhile: one that the reading had not seen would be asked for again.
    """
    lock_decisions(connection)
    first = select(_R.order_id).order_by(_R.asked_at, _R.order_id).limit(1)
    order_id = connection.execute(first).scalar_one_or_none()
    if order_id is None:
        return False
    reread_requested(connection, stamp, order_id)
    return True


def reread_requested(connection: Connection, stamp: ImportStamp, order_id: str) -> None:
    """Read the order again and strike its request out; the caller holds `lock_decisions`."""
    connection.execute(delete(reread_requests).where(_R.order_id == order_id))
    reread_order(connection, stamp, order_id)


def reread_order(connection: Connection, stamp: ImportStamp, order_id: str) -> None:
    """Read the order again from what the database holds of it, under the decisions and rules of now."""
    raw = read_raw(connection, order_id)
    place = connection.execute(select(orders.c.territory).where(orders.c.order_id == order_id)).scalar_one_or_none()
    if raw is None:
        log.warning("order %s cannot be read again: nothing is kept of its file", order_id)
        return
    itself = id_of(raw.head.issuer, raw.head.date, raw.head.number, raw.sha256)
    known = read_knowledge(connection, place, raw.head.issuer, plan_year(raw)[1], without_order=itself)
    load_order(connection, normalize_order(raw, known), raw, stamp, reread=True)
