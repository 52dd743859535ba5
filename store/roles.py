"""Roles of PostgreSQL: services read the public views and nothing else; clerks import and decide.

They are group roles without a password: an administrator gives them to those who log in,
`GRANT prikaz_reader TO site`.
"""

from sqlalchemy import Connection, text

from store.errors import StoreError
from store.tables import metadata
from store.views import VIEWS

READER = "prikaz_reader"
CLERK = "prikaz_clerk"
_APPENDED = ("decisions", "imports")  # what was decided and done is not the clerk's to change


class NoRoles(StoreError):
    """SQLite has no roles: who can read its file can read everything."""


def make_roles(connection: Connection, reader: str = READER, clerk: str = CLERK) -> None:
    """Make or renew both roles; needs a user who may create roles and owns the tables. Raises NoRoles."""
    if connection.dialect.name != "postgresql":
        raise NoRoles("roles are PostgreSQL's: an SQLite file is guarded by the rights on the file")
    for statement in role_statements(connection, reader, clerk):
        connection.exec_driver_sql(statement)


def role_statements(connection: Connection, reader: str, clerk: str) -> tuple[str, ...]:
    """The SQL of `make_roles`, for administrators who want to see it first."""
    quote = connection.dialect.identifier_preparer.quote
    views = ", ".join(view.name for view in VIEWS)
    changed = ", ".join(name for name in metadata.tables if name not in _APPENDED)
    statements = [f"CREATE ROLE {quote(name)} NOLOGIN" for name in (reader, clerk) if not _exists(connection, name)]
    for name in map(quote, (reader, clerk)):
        statements += [
            f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
            f"GRANT USAGE ON SCHEMA public TO {name}",
            f"GRANT SELECT ON {views} TO {name}",
        ]
    name = quote(clerk)
    statements += [
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {changed} TO {name}",
        f"GRANT SELECT, INSERT ON {', '.join(_APPENDED)} TO {name}",
        f"GRANT SELECT ON alembic_version TO {name}",
    ]
    return tuple(statements)


def _exists(connection: Connection, role: str) -> bool:
    query = text("SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :role)")
    return bool(connection.execute(query, {"role": role}).scalar_one())
