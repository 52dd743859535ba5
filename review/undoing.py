"""Taking a decision back or putting it in force again, its orders read again at once where they are few."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from review.requests import Page
from store.model import DecisionRow
from store.review.rereads import reread_requested
from store.review.undo import last_of, put_back, take_back

READ_AT_ONCE = 3  # orders: their questions are to be back with the answer, 0.1 s each


def undo_in(connection: Connection, page: Page, decision_id: str | None, reason: str | None) -> tuple[DecisionRow, ...]:
    """What was taken back, () for nothing; a few orders are read at once. Raises NotInForce, DecisionRefused."""
    clerk = page.session.clerk
    last = last_of(connection, clerk) if decision_id is None else None
    wanted = decision_id or (last.decision_id if last is not None else None)
    if wanted is None:
        return ()
    rows, touched = take_back(connection, wanted, clerk=clerk, when=datetime.now(UTC), reason=reason)
    read_some(connection, page, touched)
    return rows


def put_back_in(connection: Connection, page: Page, decision_id: str) -> tuple[DecisionRow, ...]:
    """What is in force again, the first first. Raises NotInForce, DecisionRefused."""
    rows, touched = put_back(connection, decision_id, clerk=page.session.clerk, when=datetime.now(UTC))
    read_some(connection, page, touched)
    return rows


def read_some(connection: Connection, page: Page, order_ids: Sequence[str]) -> None:
    for order_id in order_ids[:READ_AT_ONCE]:
        reread_requested(connection, page.rereader.stamp(), order_id)
