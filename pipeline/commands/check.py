"""`prikaz check`: what in the database does not hold."""

import click

from pipeline.database import database_to_read
from pipeline.options import database_url, shared_options
from store.check import check as find_faults

EXAMPLE = """\b
Example:
  prikaz check
  prikaz check --db postgresql://localhost/orders"""


@click.command(epilog=EXAMPLE)
@shared_options
def check() -> None:
    """Look for anything in the database that does not hold.

    One line per finding; exit status 1 if there is one.
    """
    with database_to_read(database_url()) as connection:
        findings = find_faults(connection)
    for finding in findings:
        click.echo(f"{finding.place}: {finding.text} [{finding.kind}]")
    if findings:
        click.get_current_context().exit(1)
    click.echo("nothing found: all holds")
