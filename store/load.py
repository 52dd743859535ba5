"""An order into the database. The caller owns the transaction: one per order, `with engine.begin()`."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from ingest.model import RawOrder
from normalize.model import Order
from store.audit import record_import
from store.differences import compare_orders
from store.identity import identify
from store.locks import lock_order
from store.model import Difference, ImportStamp, LoadReport, Outcome, PartyCounts
from store.readings import compare_readings, read_reading
from store.sources import (
    compare_sources,
    insert_source,
    known_differences,
    note_same,
    read_source,
    touch_source,
)
from store.tables import measures, parties, questions
from store.write import HeldOrder, held_order, insert_order, note_rules, reading_sha256, replace_order


@dataclass(frozen=True, slots=True)
class _Import:
    """One order on its way into the database."""

    connection: Connection
    order_id: str
    order: Order
    raw: RawOrder
    stamp: ImportStamp


def load_order(
    connection: Connection,
    order: Order,
    raw: RawOrder,
    stamp: ImportStamp,
    *,
    reread: bool = False,
    current: bool = False,
) -> LoadReport:
    """Load the order, read from the file of `raw`. A file that was loaded before changes nothing.

    new: the database did not hold the order. unchanged: nothing is written. same_order: another file with
    the same content, blanks aside; it becomes one more source. replaced: other content, or the same file
    read in another way by new rules, or (`reread`) under new decisions, or (`current`) an earlier version that is to
    be the order again.
    Raises StoreError; the transaction must then be rolled back.
    """
    order_id = _lock(connection, raw if raw.head.date is None else order, order.territory)
    job = _Import(connection, order_id, order, raw, stamp)
    held = held_order(connection, order_id)
    if held is None:
        return _load_new(job)
    known = known_differences(connection, order_id, raw.sha256)
    if known is None:
        return _load_other_file(job, held)
    if raw.sha256 != held.source_sha256 and known and current:
        return _load_earlier_version(job, held)
    if raw.sha256 != held.source_sha256:
        return _report(job, "unchanged", known)  # an older form, or another one, of what the order now is
    return _load_same_file(job, held, reread or stamp.rules_version != held.rules_version)


def _lock(connection: Connection, printed: RawOrder | Order, territory: str) -> str:
    """The order's id, locked, by what is printed: a date that a person gave renames nothing.

    While waiting, another town's order of the same name may have come.
    """
    order_id = identify(connection, printed, territory)
    lock_order(connection, order_id)
    if (now := identify(connection, printed, territory)) != order_id:
        lock_order(connection, now)
    return now


def _load_new(job: _Import) -> LoadReport:
    insert_order(job.connection, job.order_id, job.order, job.stamp)
    insert_source(job.connection, job.order_id, job.raw, job.stamp)
    return _changed(job, "new")


def _load_other_file(job: _Import, held: HeldOrder) -> LoadReport:
    stored = read_source(job.connection, job.order_id, held.source_sha256)
    insert_source(job.connection, job.order_id, job.raw, job.stamp)
    differences = () if stored is None else compare_orders(stored, job.raw)
    if not differences:
        return _changed(job, "same_order")
    replace_order(job.connection, job.order_id, job.order, job.stamp, job.stamp.imported_at)
    compare_sources(job.connection, job.order_id, job.raw)
    return _changed(job, "replaced", differences)


def _load_earlier_version(job: _Import, held: HeldOrder) -> LoadReport:
    """The order is again what a file says that was replaced since."""
    stored = read_source(job.connection, job.order_id, held.source_sha256)
    replace_order(job.connection, job.order_id, job.order, job.stamp, job.stamp.imported_at)
    touch_source(job.connection, job.order_id, job.raw, job.stamp)
    note_same(job.connection, job.order_id, job.raw.sha256)
    compare_sources(job.connection, job.order_id, job.raw)
    return _changed(job, "replaced", () if stored is None else compare_orders(stored, job.raw))


def _load_same_file(job: _Import, held: HeldOrder, read_again: bool) -> LoadReport:
    if not read_again:
        return _report(job, "unchanged")
    if reading_sha256(job.order) == held.reading_sha256:
        if job.stamp.rules_version != held.rules_version:
            note_rules(job.connection, job.order_id, job.stamp.rules_version)
        return _report(job, "unchanged")
    before = read_reading(job.connection, job.order_id)
    replace_order(job.connection, job.order_id, job.order, job.stamp, held.imported_at)
    touch_source(job.connection, job.order_id, job.raw, job.stamp)
    return _changed(job, "replaced", compare_readings(before, read_reading(job.connection, job.order_id)))


def _changed(job: _Import, outcome: Outcome, differences: tuple[Difference, ...] = ()) -> LoadReport:
    record_import(job.connection, job.stamp, job.raw.file, job.raw.sha256, job.order_id, outcome)
    return _report(job, outcome, differences)


def _report(job: _Import, outcome: Outcome, differences: tuple[Difference, ...] = ()) -> LoadReport:
    counted = select(func.count()).where(measures.c.order_id == job.order_id)
    asked = select(func.count()).where(questions.c.order_id == job.order_id)
    return LoadReport(
        outcome=outcome,
        order_id=job.order_id,
        number=job.order.head.number,
        date=job.order.head.date,
        measures=job.connection.execute(counted).scalar_one(),
        sections=len(job.raw.sections),
        parties=_count_parties(job),
        open_questions=job.connection.execute(asked).scalar_one(),
        differences=differences,
    )


def _count_parties(job: _Import) -> PartyCounts:
    kinds = select(parties.c.kind, func.count()).join_from(parties, measures)
    grouped = kinds.where(measures.c.order_id == job.order_id).group_by(parties.c.kind)
    found = {row[0]: row[1] for row in job.connection.execute(grouped)}
    return PartyCounts(
        persons=found.get("person", 0),
        schools=found.get("school", 0),
        organizations=found.get("organization", 0),
        groups=found.get("group", 0),
    )
