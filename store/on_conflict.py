"""INSERT … ON CONFLICT, which both databases spell alike and SQLAlchemy has once for each."""

from importlib import import_module
from typing import cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite


def insert_into(connection: Connection, table: Table) -> sqlite.Insert:
    """An INSERT of the connection's database; PostgreSQL's has the same methods."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    postgresql = import_module("sqlalchemy.dialects.postgresql")  # only there: it takes 40 ms to load
    return cast("sqlite.Insert", postgresql.insert(table))
