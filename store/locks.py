"""Locks of PostgreSQL that keep imports apart. SQLite needs none: a writer has the whole database."""

from sqlalchemy import Connection, text

REGISTRY = 306_000_002  # people and organizations
DECISIONS = 306_000_003  # the numbering of decisions


def lock_order(connection: Connection, order_id: str) -> None:
    """Wait until no other import works on the order; held to the end of the transaction."""
    _lock(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", order_id)


def lock_registry(connection: Connection, *, alone: bool) -> None:
    """Taken after the order's lock. Many may add people; who removes the forgotten ones works `alone`,
    or another import could mention somebody who is just being removed."""
    name = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    _lock(connection, f"SELECT {name}(:key)", REGISTRY)


def lock_decisions(connection: Connection) -> None:
    """One decision at a time, so that their numbers have no gap and contradictions are seen."""
    _lock(connection, "SELECT pg_advisory_xact_lock(:key)", DECISIONS)


def _lock(connection: Connection, statement: str, key: str | int) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(statement), {"key": key})
