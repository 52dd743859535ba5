"""The files of an order: what was printed in each, and in what it differs from the order as it stands."""

from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update

from ingest.model import RawOrder
from store.differences import compare_orders
from store.model import Difference, ImportStamp
from store.raw_json import decode_raw, encode_raw
from store.tables import sources

_S = sources.c


def insert_source(connection: Connection, order_id: str, raw: RawOrder, stamp: ImportStamp) -> None:
    """Note the file; it does not differ from the order, or the order is about to become what it says."""
    row = {
        "order_id": order_id,
        "sha256": raw.sha256,
        "file": raw.file,
        "format": raw.kind,
        "first_imported_at": stamp.imported_at,
        "last_imported_at": stamp.imported_at,
        "differences": [],
        "raw": encode_raw(raw),
    }
    connection.execute(insert(sources), row)


def read_source(connection: Connection, order_id: str, sha256: str) -> RawOrder | None:
    """What was printed in the file; None when the order has no such file."""
    found = connection.execute(select(_S.raw).where(_S.order_id == order_id, _S.sha256 == sha256))
    value = found.scalar_one_or_none()
    return None if value is None else decode_raw(value)


def read_file(connection: Connection, sha256: str) -> RawOrder | None:
    """What the file was loaded as, whatever order it belongs to; None for a file that was never loaded."""
    found = select(_S.order_id).where(_S.sha256 == sha256).order_by(_S.order_id).limit(1)  # all of it from the index
    order_id = connection.execute(found).scalar_one_or_none()
    return None if order_id is None else read_source(connection, order_id, sha256)


def known_differences(connection: Connection, order_id: str, sha256: str) -> tuple[Difference, ...] | None:
    """From the order as it stands to the file; None when the order has no such file."""
    found = select(_S.differences).where(_S.order_id == order_id, _S.sha256 == sha256)
    listed = connection.execute(found).scalar_one_or_none()
    return None if listed is None else tuple(Difference(**one) for one in listed)


def touch_source(connection: Connection, order_id: str, raw: RawOrder, stamp: ImportStamp) -> None:
    """Note that the file has changed the database again, and what newer rules find printed in it."""
    change = update(sources).where(_S.order_id == order_id, _S.sha256 == raw.sha256)
    connection.execute(change.values(last_imported_at=stamp.imported_at, raw=encode_raw(raw)))


def note_same(connection: Connection, order_id: str, sha256: str) -> None:
    """Note that the order is what the file says."""
    connection.execute(update(sources).where(_S.order_id == order_id, _S.sha256 == sha256).values(differences=[]))


def compare_sources(connection: Connection, order_id: str, raw: RawOrder) -> None:
    """Say of every other file of the order in what it differs from `raw`, the order as it is now."""
    others = select(_S.sha256, _S.raw).where(_S.order_id == order_id, _S.sha256 != raw.sha256)
    for row in connection.execute(others).all():
        differences = [asdict(one) for one in compare_orders(raw, decode_raw(row.raw))]
        change = update(sources).where(_S.order_id == order_id, _S.sha256 == row.sha256)
        connection.execute(change.values(differences=differences))
