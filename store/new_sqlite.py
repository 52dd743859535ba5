"""A new SQLite database without Alembic, which takes half a second to load and run: the schema that it would make.

`new_sqlite.sql` is what SQLite itself says of a migrated database; tests/store/test_schema.py fails where it is not,
and `python -m store.migrate` writes it after a new migration.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, text

SCRIPT = Path(__file__).with_suffix(".sql")
_BETWEEN = "\n\n"  # statements; none has an empty line
_MADE = """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_fts\\_%' ESCAPE '\\'
ORDER BY rowid"""  # FTS5 makes its own tables, SQLite its own indexes


def is_new_sqlite(connection: Connection) -> bool:
    """True for an SQLite database that holds nothing at all."""
    if connection.dialect.name != "sqlite":
        return False
    return connection.execute(text("SELECT 1 FROM sqlite_master LIMIT 1")).first() is None


def make_new(connection: Connection) -> None:
    """Make everything that the migrations make, in the caller's transaction."""
    for statement in SCRIPT.read_text(encoding="utf-8").strip().split(_BETWEEN):
        connection.exec_driver_sql(statement)


def script_of(connection: Connection) -> str:
    """The script that makes a database like this one, a migrated one without orders."""
    statements = connection.execute(text(_MADE)).scalars().all()
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    stamp = f"INSERT INTO alembic_version (version_num) VALUES ('{revision}')"
    return _BETWEEN.join((*(re.sub(r"\s+\n", "\n", one) for one in statements), stamp)) + "\n"
