"""The date of an order that prints none, as a person gave it: everything is read as if it were printed.

The order stays known by its content (CONTRACT.md §3.3): no id changes.
"""

from collections.abc import Iterable
from dataclasses import replace

from ingest.model import RawOrder
from normalize.answers import date_said
from normalize.model import Decision
from normalize.plan_year import order_identity


def head_subject(identity: str) -> str:
    """What the question about a head that says too little is about, and the answer with it."""
    return f"order_head|{identity}"


def dated(raw: RawOrder, decisions: Iterable[Decision]) -> RawOrder:
    """The order with the date that the last decision on it gives; as it is where it prints one, or none is given.

    `decisions`: in force, oldest first.
    """
    if raw.head.date is not None:
        return raw
    subject = head_subject(order_identity(raw))
    last = next((one for one in reversed([*decisions]) if one.subject == subject), None)
    said = None if last is None or last.verb != "text" else date_said(last.answer or "")
    return raw if said is None else replace(raw, head=replace(raw.head, date=said))
