"""The schema brought to that of this program.

`python -m store.migrate`, after a new migration: what it makes is written down for new SQLite databases.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, text

from store.describe import comment_statements
from store.errors import SchemaNewer
from store.new_sqlite import SCRIPT, script_of
from store.search_write import fill_search

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 306_000_001  # of pg_advisory_xact_lock: two programs must not migrate at once


def migrate(connection: Connection) -> None:
    """All migrations that are missing, then what they leave to be filled; in the caller's transaction.

    Raises SchemaNewer.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    try:
        command.upgrade(migration_config(connection), "head")
    except CommandError as error:  # Alembic's, for a revision that is none of ours
        raise SchemaNewer(f"the schema is of a newer prikaz than this one: install that ({error})") from error
    fill_search(connection)
    for statement in comment_statements(connection.dialect):
        connection.exec_driver_sql(statement)


def migration_config(connection: Connection) -> Config:
    """Alembic's configuration without an ini file, so that it also works from an installed wheel."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def write_script() -> None:
    """Write `new_sqlite.sql` anew."""
    with create_engine("sqlite://").begin() as connection:
        migrate(connection)
        SCRIPT.write_text(script_of(connection), encoding="utf-8")


if __name__ == "__main__":
    write_script()
