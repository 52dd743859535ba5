"""One document's rows into the database: understood with what is known, and loaded, in one transaction."""

import getpass
import os
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version

from sqlalchemy import Connection

from ingest.model import RawOrder
from normalize.order import RULES_VERSION
from pipeline.counts import count_order
from pipeline.report import Counts, FileReport
from store.held import find_unchanged, held_counts
from store.identity import identify
from store.load import load_order
from store.model import Difference, ImportStamp
from store.neighbours import asked_neighbours
from store.read import given_territory, territory_of
from store.review.rereads import request_rereads
from store.understanding import understand


def load_rows(
    connection: Connection, raw: RawOrder, territory: str | None, *, reread: bool = False, current: bool = False
) -> FileReport:
    """What became of the document; `file` and `seconds` are the caller's to fill in.

    `reread`: the file is loaded, but decisions may have been taken since. `current`: it is to be what the order is,
    though another version was loaded after it. `territory`: as the user gives it; what was
    given before comes next, then what the order itself says.

    Knowledge is read in the transaction that writes: a decision taken meanwhile is either seen or waits.
    """
    head = raw.head
    itself = identify(connection, raw, territory or head.territory)
    same = find_unchanged(connection, itself, raw.sha256, RULES_VERSION) if not reread and territory is None else None
    if same is not None and not (same and current):
        return _unchanged(connection, raw, itself, same)
    held = territory_of(connection, itself)
    given = territory or (given_territory(connection, itself) if held is not None else None)
    order = understand(connection, raw, given or head.territory or held or head.issuer or raw.file)
    asked = asked_neighbours(connection, itself) if held is not None else frozenset[str]()
    stamp = make_stamp()
    done = load_order(connection, order, raw, stamp, reread=reread or territory is not None, current=current)
    if done.outcome == "replaced":
        request_rereads(connection, asked, stamp.imported_at)  # they may be asked no more
    if done.outcome in ("new", "replaced") and not reread:
        request_rereads(connection, (done.order_id,), stamp.imported_at)  # what it touches is found out at the end
    return FileReport(
        file=raw.file,
        outcome=done.outcome,
        seconds=0.0,
        sha256=raw.sha256,
        order_id=done.order_id,
        order_number=done.number,
        order_date=done.date,
        counts=count_order(order, raw),
        differences=done.differences,
        questions=tuple(question.text for question in order.questions),
    )


def _unchanged(connection: Connection, raw: RawOrder, order_id: str, differences: tuple[Difference, ...]) -> FileReport:
    """Of a file that changes nothing: what the database holds, without understanding it once more."""
    return FileReport(
        file=raw.file,
        outcome="unchanged",
        seconds=0.0,
        sha256=raw.sha256,
        order_id=order_id,
        order_number=raw.head.number,
        order_date=raw.head.date,
        counts=Counts(sections=len(raw.sections), **asdict(held_counts(connection, order_id))),
        differences=differences,
    )


def make_stamp() -> ImportStamp:
    """Who imports now, with which version of the program and the rules."""
    return ImportStamp(datetime.now(UTC), user_name(), version("prikaz"), RULES_VERSION)


def user_name() -> str:
    """Who runs the program. A container may run it as a number without a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"
