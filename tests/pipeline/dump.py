"""What a reader of the public views sees, for comparing two databases or one before and after."""

import sqlite3
from pathlib import Path

VIEWS = (
    "v_orders",
    "v_measures",
    "v_deadlines",
    "v_parties",
    "v_people",
    "v_schools",
    "v_organizations",
    "v_appointments",
    "v_aliases",
    "v_open_questions",
)


def dump_views(database: Path) -> dict[str, list[str]]:
    """Every row of every view as text, sorted."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return {view: sorted(map(repr, connection.execute(f"SELECT * FROM {view}"))) for view in VIEWS}
    finally:
        connection.close()
