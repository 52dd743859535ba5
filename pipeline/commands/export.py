"""`prikaz export`: the public views as files."""

from pathlib import Path
from typing import cast

import click

from pipeline.database import database_to_read
from pipeline.options import database_url, shared_options
from store.export import FORMATS, Format, export_views
from store.selection import Selection

EXAMPLE = """\b
Examples:
  prikaz export --to out --format xlsx
  prikaz export --to calendar --format ics --school 39
  prikaz export --to open-data --format datapackage --year 2020/2021"""


@click.command(epilog=EXAMPLE)
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder; made.")
@click.option("--format", "format_name", required=True, type=click.Choice(FORMATS), help="What to write.")
@click.option("--order", metavar="NUMBER", help="Only this order: its number or id.")
@click.option("--school", metavar="NUMBER", help="Only measures that name this school: number or full name.")
@click.option("--person", metavar="NAME", help="Only measures that name this person: «Фамилия И.О.».")
@click.option("--year", metavar="YEAR", help="Only this school year: 2020/2021.")
@click.option("--territory", metavar="NAME", help="Only this town or district.")
@shared_options
def export(
    folder: Path,
    format_name: str,
    order: str | None,
    school: str | None,
    person: str | None,
    year: str | None,
    territory: str | None,
) -> None:
    """Write the public views to files.

    All files show one state of the database; each is there whole or not at all.
    """
    wanted = Selection(order=order, school=school, person=person, year=year, territory=territory)
    with database_to_read(database_url()) as connection:
        files = export_views(connection, folder, cast("Format", format_name), wanted)
    for file in files:
        click.echo(str(file))
