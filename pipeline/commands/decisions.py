"""`prikaz decisions`: the clerk's decisions as a file, there and back."""

from pathlib import Path

import click

from pipeline.database import database_to_read, faults_named, refuse_new_folder
from pipeline.options import database_url, shared_options
from pipeline.plurals import counted
from pipeline.rereading import reread_orders
from pipeline.transactions import transactions
from store.decisions_file import export_decisions, import_decisions
from store.unmet import unmet_decisions

EXAMPLE = """\b
Example:
  prikaz decisions export decisions.jsonl
  prikaz decisions import decisions.jsonl --db sqlite:///rebuilt.db"""

FILE = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(epilog=EXAMPLE)
@shared_options
def decisions() -> None:
    """Carry the clerk's decisions out and in."""


@decisions.command("export", epilog=EXAMPLE)
@click.argument("file", type=FILE)
@shared_options
def export_file(file: Path) -> None:
    """Write all decisions to FILE.

    One per line, in the order in which they were taken, so two files can be compared line by line.
    """
    refuse_new_folder(file)
    with database_to_read(database_url()) as connection:
        count = export_decisions(connection, file)
    click.echo(f"{counted(count, 'decision')} written to {file}")


@decisions.command("import", epilog=EXAMPLE)
@click.argument("file", type=EXISTING_FILE)
@shared_options
def import_file(file: Path) -> None:
    """Append the decisions in FILE that the database does not hold.

    Then the orders that are loaded are read again under them. All of it happens, or nothing.
    """
    with faults_named(), transactions(database_url(), dry_run=False) as begin, begin() as connection:
        count = import_decisions(connection, file)
        changed = reread_orders(connection) if count else 0
        unmet = len(unmet_decisions(connection))
    click.echo(
        f"{counted(count, 'decision')} taken in from {file}; {counted(changed, 'order')} read differently under them"
    )
    if unmet:
        click.echo(f"decisions that meet nothing in their orders: {unmet}; prikaz check names them", err=True)
