"""`prikaz db`: the schema of the database."""

import sys

import click
from rich.console import Console

from pipeline.database import faults_named, is_missing, say_new_folder
from pipeline.options import database_url, shared_options
from pipeline.plurals import counted
from store.copy import copy_database
from store.db import current, open_engine, shown_url, upgrade
from store.roles import CLERK, READER, make_roles
from store.search_write import rebuild_search

EXAMPLE = """\b
Example:
  prikaz db upgrade --db postgresql://localhost/orders
  prikaz db current"""


@click.group(epilog=EXAMPLE)
@shared_options
def db() -> None:
    """Move the database's schema forward, or the database elsewhere."""


@db.command("upgrade", epilog=EXAMPLE)
@shared_options
def upgrade_schema() -> None:
    """Bring the schema to that of this program.

    One transaction: it is done wholly or not at all. A database that is not there yet is made.
    """
    with faults_named():
        say_new_folder(database_url())
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
    with faults_named():
        engine = open_engine(existing_url())
        revision = current(engine)
        engine.dispose()
    click.echo(revision or "none: the database is empty")


COPY_EXAMPLE = """\b
Example:
  prikaz db copy --from sqlite:///data/processed/prikaz.db --to postgresql://localhost/orders"""


@db.command("copy", epilog=COPY_EXAMPLE)
@click.option("--from", "source", metavar="URL", required=True, help="Database to be copied.")
@click.option("--to", "target", metavar="URL", required=True, help="Empty database that it goes to.")
@shared_options
def copy(source: str, target: str) -> None:
    """Copy a whole database into an empty one, from SQLite to PostgreSQL or back.

    All ids stay. Everything arrives, or nothing.
    """
    if is_missing(source):
        raise click.ClickException(f"{source}: no such database")
    with faults_named(), Console(file=sys.stderr).status("") as bar:
        rows = copy_database(source, target, lambda table, count: bar.update(f"{table}: {count}"))
    click.echo(f"{counted(rows, 'row')} copied to {shown_url(target)}")


ROLES_EXAMPLE = """\b
Example:
  prikaz db roles --db postgresql://admin@localhost/orders
  prikaz db roles --reader site_reader --clerk site_clerk"""


@db.command("roles", epilog=ROLES_EXAMPLE)
@click.option("--reader", metavar="NAME", default=READER, show_default=True, help="Role that reads the public views.")
@click.option("--clerk", metavar="NAME", default=CLERK, show_default=True, help="Role that imports and decides.")
@shared_options
def roles(reader: str, clerk: str) -> None:
    """Make or renew the two roles of a PostgreSQL database.

    Services read the public views and nothing else, clerks import and decide. Neither logs in: give a role to those
    who do, GRANT prikaz_reader TO site. To be called again after `prikaz db upgrade`.
    """
    with faults_named():
        engine = open_engine(existing_url())
        with engine.begin() as connection:
            make_roles(connection, reader, clerk)
        engine.dispose()
    click.echo(f"role {reader} reads the public views; role {clerk} imports and decides")


REINDEX_EXAMPLE = """\b
Example:
  prikaz db reindex"""


@db.command("reindex", epilog=REINDEX_EXAMPLE)
@shared_options
def reindex() -> None:
    """Make what the search looks through anew, when `prikaz check` asks for it."""
    with faults_named():
        engine = open_engine(existing_url())
        with engine.begin() as connection:
            rows = rebuild_search(connection)
        engine.dispose()
    click.echo(f"{rows} texts can be found")


def existing_url() -> str:
    """The URL of the database chosen, which must be there."""
    url = database_url()
    if is_missing(url):
        raise click.ClickException(f"{url}: no such database")
    return url
