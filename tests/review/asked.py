"""What the database says, for the tests of the page."""

from typing import Any

from sqlalchemy import text

from store.db import open_engine, reading


def rows(url: str, query: str, **values: object) -> list[tuple[Any, ...]]:
    engine = open_engine(url)
    with reading(engine) as connection:
        found = [tuple(row) for row in connection.execute(text(query), values)]
    engine.dispose()
    return found


def open_keys(url: str) -> set[str]:
    return {row[0] for row in rows(url, "SELECT key FROM questions")}


def decisions_in_force(url: str) -> list[tuple[Any, ...]]:
    """(actor, verb, subject, answer) in order, without undos and what was undone once."""
    undone = "SELECT undoes FROM decisions WHERE undoes IS NOT NULL"
    query = f"SELECT actor, verb, subject, answer FROM decisions WHERE verb <> 'undo' AND decision_id NOT IN ({undone})"
    return rows(url, f"{query} ORDER BY seq")
