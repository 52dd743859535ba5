"""`prikaz status`: what is in the database and what is still open."""

from collections.abc import Sequence

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
  prikaz status --db postgresql://localhost/orders"""


@click.command(epilog=EXAMPLE)
@shared_options
def status() -> None:
    """Show the orders and what is still open."""
    with database_to_read(database_url()) as connection:
        orders = order_summaries(connection)
    console = Console()
    console.print(order_table(orders))
    numbers = (
        ("Orders", len(orders)),
        ("measures", sum(order.measures for order in orders)),
        ("open questions", sum(order.open_questions for order in orders)),
    )
    console.print(Text("\n" + ", ".join(f"{name}: {number}" for name, number in numbers)))


def order_table(orders: Sequence[OrderSummary]) -> Table:
    """One row per order, oldest first."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for title in ("Order", "Date", "Year"):
        table.add_column(title, no_wrap=True)
    table.add_column("Issuer", overflow="fold", ratio=1)
    for title in ("Measures", "Parties", "Open"):
        table.add_column(title, justify="right", no_wrap=True)
    for order in orders:
        about = (order.number or "no number", order.date or "no date", order.school_year or "", order.issuer or "")
        numbers = (order.measures, order.parties, order.open_questions)
        table.add_row(*(Text(text) for text in about), *(str(number) for number in numbers))
    return table
