"""Run by Alembic: migrations on the connection that `store.db` hands over, or on PRIKAZ_DB for developers."""

import os

from alembic import context
from sqlalchemy import Connection

from store.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite cannot alter a table: Alembic copies it
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is None:
    from store.db import open_engine

    with open_engine(os.environ["PRIKAZ_DB"]).begin() as own:
        run(own)
else:
    run(given)
