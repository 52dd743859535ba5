"""Orders that decisions were taken on since they were read. A request is kept until the order is read again,

so that a program that dies between the answer and the reading loses nothing.
"""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from ingest.model import RawOrder
from normalize.model import Order
from store.load import load_order
from store.locks import lock_decisions
from store.model import ImportStamp
from store.on_conflict import insert_into
from store.read import read_raw
from store.tables import decisions, orders, reread_requests
from store.understanding import understand

log = logging.getLogger(__name__)
_R = reread_requests.c


def request_rereads(connection: Connection, order_ids: Iterable[str], now: datetime) -> None:
    rows = [{"order_id": one, "asked_at": now} for one in sorted(set(order_ids))]
    if rows:
        connection.execute(insert_into(connection, reread_requests).on_conflict_do_nothing(), rows)


def count_rereads(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(reread_requests)).scalar_one()


def next_reread(connection: Connection, without: Collection[str] = ()) -> str | None:
    """The earliest order that waits, except those: later ones lean on what is read in it. None when there is none."""
    o = orders.c
    waiting = select(_R.order_id).select_from(reread_requests.join(orders)).where(_R.order_id.not_in(without))
    by_date = waiting.order_by(o.order_date.nulls_last(), o.order_number, o.source_sha256)
    return connection.execute(by_date.limit(1)).scalar_one_or_none()


def reread_first(connection: Connection, stamp: ImportStamp, without: Collection[str] = ()) -> bool:
    """Read one requested order again, in the caller's transaction; False when none is left but those of `without`.

    No decision is taken meanwhile: one that the reading had not seen would be asked for again.
    """
    lock_decisions(connection)
    order_id = next_reread(connection, without)
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
    reread = prepare_reread(connection, order_id)
    if reread is not None:
        load_order(connection, reread.order, reread.raw, stamp, reread=True)


@dataclass(frozen=True, slots=True)
class Reread:
    """An order read again, not yet loaded. `decisions`: how many there were."""

    order_id: str
    raw: RawOrder
    order: Order
    decisions: int


def prepare_reread(connection: Connection, order_id: str) -> Reread | None:
    """The order as it reads now; None when nothing is kept of its file. Writes nothing: others may go on."""
    raw = read_raw(connection, order_id)
    place = connection.execute(select(orders.c.territory).where(orders.c.order_id == order_id)).scalar_one_or_none()
    if raw is None:
        log.warning("order %s cannot be read again: nothing is kept of its file", order_id)
        return None
    return Reread(order_id, raw, understand(connection, raw, place), _count_decisions(connection))


def finish_reread(connection: Connection, stamp: ImportStamp, reread: Reread) -> bool:
    """Load it and strike its request out; False when decisions were taken meanwhile: then it is to be read anew.

    The caller holds `lock_decisions`.
    """
    if _count_decisions(connection) != reread.decisions:
        return False
    connection.execute(delete(reread_requests).where(_R.order_id == reread.order_id))
    load_order(connection, reread.order, reread.raw, stamp, reread=True)
    return True


def forget_reread(connection: Connection, order_id: str) -> None:
    connection.execute(delete(reread_requests).where(_R.order_id == order_id))


def _count_decisions(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(decisions)).scalar_one()
