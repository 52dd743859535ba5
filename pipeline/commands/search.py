"""`prikaz search`: measures, people and organizations by words."""

import click

from pipeline.database import database_to_read
from pipeline.options import database_url, shared_options
from store.search import search

EXAMPLE = """\b
Example:
  prikaz search школа 27 отчёт
  prikaz search Плотниковой --limit 5"""


@click.command("search", epilog=EXAMPLE)
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many of each kind.")
@shared_options
def search_words(words: tuple[str, ...], limit: int) -> None:
    """Find measures, people and organizations by words, in any form.

    One line per hit: its kind, its id, its text. Exit status 1 if nothing is found, as of grep.
    """
    with database_to_read(database_url()) as connection:
        hits = search(connection, " ".join(words), limit=limit)
    for hit in hits:
        click.echo(f"{hit.kind}\t{hit.id}\t{' '.join(hit.text.split())}")
    if not hits:
        click.get_current_context().exit(1)
