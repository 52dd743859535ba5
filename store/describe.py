"""The words of tables and views, put where people look: COMMENT ON in PostgreSQL (docs follow)."""

from collections.abc import Iterator

from sqlalchemy import Dialect, String
from sqlalchemy.schema import CreateColumn  # noqa: F401

from store.tables import metadata
from store.views import VIEWS


def comment_statements(dialect: Dialect) -> tuple[str, ...]:
    """COMMENT ON … for every table, view and column; none in SQLite, which keeps no comments."""
    return tuple(_comments(dialect)) if dialect.supports_comments else ()


def _comments(dialect: Dialect) -> Iterator[str]:
    for table in metadata.sorted_tables:
        yield _comment(dialect, "TABLE", table.name, table.comment or "")
        for column in table.columns:
            yield _comment(dialect, "COLUMN", f"{table.name}.{column.name}", column.comment or "")
    for view in VIEWS:
        yield _comment(dialect, "VIEW", view.name, view.words)
        for part in view.columns:
            yield _comment(dialect, "COLUMN", f"{view.name}.{part.name}", part.words)


def _comment(dialect: Dialect, what: str, name: str, words: str) -> str:
    quoted = String().literal_processor(dialect)
    assert quoted is not None
    return f"COMMENT ON {what} {name} IS {quoted(words)}"
