"""The words of tables and views, put where people look: COMMENT ON in PostgreSQL."""

from collections.abc import Iterator

from sqlalchemy import Dialect

from store.tables import metadata
from store.views import VIEWS


def comment_statements(dialect: Dialect) -> tuple[str, ...]:
    """COMMENT ON … for every table, view and column; none in SQLite, which keeps no comments."""
    return tuple(_comments()) if dialect.supports_comments else ()


def _comments() -> Iterator[str]:
    for table in metadata.sorted_tables:
        yield _comment("TABLE", table.name, table.comment or "")
        for column in table.columns:
            yield _comment("COLUMN", f"{table.name}.{column.name}", column.comment or "")
    for view in VIEWS:
        yield _comment("VIEW", view.name, view.words)
        for part in view.columns:
            yield _comment("COLUMN", f"{view.name}.{part.name}", part.words)


def _comment(what: str, name: str, words: str) -> str:
    quoted = words.replace("'", "''")
    return f"COMMENT ON {what} {name} IS '{quoted}'"
