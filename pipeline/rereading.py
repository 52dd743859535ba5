"""Reads orders again from what the database holds of them, under the decisions and rules of now."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from pipeline.loading import load_rows, make_stamp
from pipeline.transactions import Begin
from store.errors import BadOrder, BadValue, Conflict, StoreError
from store.read import order_summaries, read_raw
from store.review.rereads import next_reread, reread_first
from store.touched import people_shown, request_changed, request_touched, requested_orders

REREAD_ROUNDS = 3  # an order that is read again may be news to later ones; more than one further round was never seen


def reread_orders(connection: Connection) -> int:
    """How many orders read differently now. None of their files is needed."""
    changed = 0
    for order in order_summaries(connection):
        raw = read_raw(connection, order.order_id)
        if raw is not None:
            report = load_rows(connection, raw, order.territory, reread=True)
            changed += report.outcome == "replaced"
    return changed


def reread_touched(begin: Begin, loaded: Sequence[str] = ()) -> Mapping[str, str]:
    """Orders that the new ones may change are read again, so that the order of imports is no matter.

    With them those that decisions wait on. Gives those that could not be read, by name, with the reason: they keep
    their request, and the others go on.
    """
    failed: dict[str, str] = {}
    with begin() as connection:
        request_touched(connection, requested_orders(connection), loaded, make_stamp().imported_at)
    for _ in range(REREAD_ROUNDS):
        with begin() as connection:
            before = people_shown(connection, requested_orders(connection))
        if not before.keys() - failed.keys():
            break
        reread_all(begin, failed)
        with begin() as connection:
            request_changed(connection, before, make_stamp().imported_at)
    reread_all(begin, failed)
    if not failed:
        return {}
    with begin() as connection:
        named = {one.order_id: f"order {one.number or one.source_file}" for one in order_summaries(connection)}
    return {named.get(order_id, order_id): why for order_id, why in failed.items()}


def reread_all(begin: Begin, failed: dict[str, str]) -> None:
    """Every order with a request, one by one, the earliest first; `failed` gets those that cannot be read."""
    while True:
        with begin() as connection:
            order_id = next_reread(connection, failed)
        if order_id is None:
            return
        try:
            with begin() as connection:
                reread_first(connection, make_stamp(), failed)
        except (BadOrder, BadValue, Conflict) as error:  # this order's fault
            failed[order_id] = str(error)
        except StoreError:
            raise
        except Exception as error:  # the outermost loop, as for a document: a fault of ours costs one order
            failed[order_id] = f"{type(error).__name__}: {error}"
