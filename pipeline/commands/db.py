"""`prikaz db`: the schema of the database."""

import click

from pipeline.database import faults_named, is_missing
from pipeline.options import database_url, shared_options
from store.db import current, open_engine, upgrade

EXAMPLE = """\b
Example:
  prikaz db upgrade --db postgresql://localhost/orders
  prikaz db current"""


@click.group(epilog=EXAMPLE)
@shared_options
def db() -> None:
    """Move the database's schema forward."""


@db.command("upgrade", epilog=EXAMPLE)
@shared_options
def upgrade_schema() -> None:
    """Bring the schema to that of this program.

    One transaction: it is done wholly or not at all. A database that is not there yet is made.
    """
    with faults_named():
        engine = open_engine(database_url())
        before = current(engine)
        upgrade(engine)
        after = current(engine)
        engine.dispose()
    click.echo(f"schema {after}" if before == after else f"schema {before or 'none'} → {after}")


@db.command("current", epilog=EXAMPLE)
@shared_options
def show_schema() -> None:
    """Print the revision of the schema."""
    url = database_url()
    if is_missing(url):
        raise click.ClickException(f"{url}: no such database")
    with faults_named():
        engine = open_engine(url)
        revision = current(engine)
        engine.dispose()
    click.echo(revision or "none: the database is empty")
