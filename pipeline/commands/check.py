"""`prikaz check`: what in the database does not hold."""

from pathlib import Path

import click

from pipeline.database import database_to_read
from pipeline.files import find_files, printable
from pipeline.options import database_url, shared_options
from store.check import check as find_faults
from store.source_files import find_changed_files

EXAMPLE = """\b
Example:
  prikaz check
  prikaz check --db postgresql://localhost/orders --files archive"""

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(epilog=EXAMPLE)
@click.option("--files", type=FOLDER, multiple=True, help="Folder with the orders' files; else data/raw.")
@shared_options
def check(files: tuple[Path, ...]) -> None:
    """Look for anything in the database that does not hold.

    Also for files that have changed since their orders were loaded; one that is gone is no fault. One line per
    finding; exit status 1 if there is one.
    """
    folders = files or tuple(folder for folder in (Path("data/raw"),) if folder.is_dir())
    with database_to_read(database_url()) as connection:
        findings = (*find_faults(connection), *find_changed_files(connection, find_files(folders)))
    for finding in findings:
        click.echo(printable(f"{finding.place}: {finding.text} [{finding.kind}]"))
    if findings:
        click.get_current_context().exit(1)
    click.echo("nothing found: all holds")
