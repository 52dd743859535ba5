"""Everything that a database holds, to be compared with another."""

import json

from sqlalchemy import Engine

from store.db import open_engine, reading
from store.tables import metadata


def dump(engine: Engine, *without: str) -> dict[str, list[str]]:
    """Every row of every table as a text; JSONB forgets the order of an object's keys, so they are sorted."""
    with reading(engine) as connection:
        return {
            one.name: sorted(
                json.dumps(dict(row), default=str, ensure_ascii=False, sort_keys=True)
                for row in connection.execute(one.select()).mappings()
            )
            for one in metadata.sorted_tables
            if one.name not in without
        }


def dump_url(url: str) -> dict[str, list[str]]:
    engine = open_engine(url)
    try:
        return dump(engine)
    finally:
        engine.dispose()
