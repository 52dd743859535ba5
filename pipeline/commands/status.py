"""`prikaz status`: what is in the database and what is still open."""

from collections.abc import Sequence

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipeline.database import database_to_read
from pipeline.open_questions import OpenQuestion, count_open, open_questions, pending_lines
from pipeline.options import database_url, shared_options
from pipeline.output import stdout_console
from store.model import OrderSummary
from store.read import order_summaries

EXAMPLE = """\b
Example:
  prikaz status
  prikaz status --questions 100 --db postgresql://localhost/orders"""


@click.command(epilog=EXAMPLE)
@click.option("--questions", type=click.IntRange(min=0), default=10, show_default=True, help="How many to show.")
@shared_options
def status(questions: int) -> None:
    """Show the orders and what is still open.

    Of the open questions those that touch most measures stand first.
    """
    with database_to_read(database_url()) as connection:
        orders = order_summaries(connection)
        asked = open_questions(connection)
        left = count_open(connection)
    console = stdout_console()
    console.print(order_table(orders))
    console.print(totals(orders, len(asked)))
    print_questions(console, asked[:questions], len(asked))
    for line in pending_lines(left):
        console.print(Text(line, style="bold red"))
    if left.unmet:
        console.print(Text(f"Decisions that meet nothing in their orders: {len(left.unmet)} (prikaz check names them)"))


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


def totals(orders: Sequence[OrderSummary], asked: int) -> Text:
    """`asked`: open questions, of which one that several orders have is one."""
    numbers = (
        ("Orders", len(orders)),
        ("measures", sum(order.measures for order in orders)),
        ("open questions", asked),
    )
    return Text("\n" + ", ".join(f"{name}: {number}" for name, number in numbers))


def print_questions(console: Console, shown: Sequence[OpenQuestion], total: int) -> None:
    """The questions, each with the number of measures that wait for its answer."""
    for question in shown:
        orders = f"orders: {question.orders}" if question.orders > 1 else f"order {question.order}"
        where = f"measures: {question.measures}, {orders}" if question.measures else f"{orders}, as a whole"
        line = Text.assemble(question.text, (f" [{where}]", "dim"))
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
    if total > len(shown):
        console.print(Text(f"  … and {total - len(shown)} more (--questions N shows them)"))
