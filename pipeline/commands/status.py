"""`prikaz status`: what is in the database and what is still open."""

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.database import database_to_read
from pipeline.options import database_url, shared_options
from store.model import OrderSummary
from store.read import order_summaries

EXAMPLE = """\b
Example:
  prikaz status
  prikaz status --questions 50"""


@click.command(epilog=EXAMPLE)
@click.option("--questions", type=click.IntRange(min=0), default=10, show_default=True, help="Open questions to show.")
@shared_options
def status(questions: int) -> None:
    """Show the orders and what is still open.

    The questions that touch most measures stand first.
    """
    console = Console()
    with database_to_read(database_url()) as connection:
        orders = order_summaries(connection)
        console.print(order_table(orders))
