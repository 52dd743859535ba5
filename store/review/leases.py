"""Leases: who has which question before them. A lease keeps two clerks from the same work, never from the truth."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from store.on_conflict import insert_into
from store.tables import question_leases

LEASE = timedelta(minutes=10)  # reading a cell and asking a colleague; the page renews it with every look

_L = question_leases.c


def take_lease(connection: Connection, entry_id: str, clerk: str, now: datetime) -> str:
    """Who holds the entry after this: the clerk, or another whose lease has not run out."""
    row = {"lease_id": entry_id, "clerk": clerk, "expires_at": now + LEASE}
    statement = insert_into(connection, question_leases).values(row)
    free = (_L.expires_at <= now) | (_L.clerk == clerk)
    renewed = {"clerk": clerk, "expires_at": now + LEASE}
    connection.execute(statement.on_conflict_do_update(index_elements=[_L.lease_id], set_=renewed, where=free))
    holder: str = connection.execute(select(_L.clerk).where(_L.lease_id == entry_id)).scalar_one()
    return holder


def leases_of_others(connection: Connection, clerk: str, now: datetime) -> Mapping[str, str]:
    """Entry → the other clerk who has it."""
    rows = connection.execute(select(_L.lease_id, _L.clerk).where(_L.clerk != clerk, _L.expires_at > now))
    return {row.lease_id: row.clerk for row in rows}


def drop_leases(connection: Connection, clerk: str) -> None:
    """Give back what the clerk has. What ran out stays: two who clear it at once could wait for each other."""
    connection.execute(delete(question_leases).where(_L.clerk == clerk))


def clear_leases(connection: Connection, clerk: str, now: datetime) -> None:
    """At the start and at the end of a page: the clerk's own, and what ran out."""
    connection.execute(delete(question_leases).where((_L.clerk == clerk) | (_L.expires_at <= now)))
