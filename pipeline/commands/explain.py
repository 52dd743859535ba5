"""`prikaz explain`: how a cell is read, rule by rule."""

from datetime import date

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from normalize.calendar_year import PlanYear, school_year_of
from normalize.explain import Explanation, explain_in_order, explain_text
from pipeline.database import database_to_read
from pipeline.options import database_url, shared_options
from pipeline.output import stdout_console
from store.read import find_order, read_knowledge, read_raw

EXAMPLE = """\b
Example:
  prikaz explain "до 1 ноября 2020г., далее – постоянно"
  prikaz explain "Войтюшенко Г.Ф., директор ЦДО" --order 306"""


@click.command(epilog=EXAMPLE)
@click.argument("text")
@click.option("--order", metavar="N", help="Read it as a cell of this order of the database: number or id.")
@shared_options
def explain(text: str, order: str | None) -> None:
    """Show how a responsible cell or a deadline is read, rule by rule.

    Without --order a month without a year falls into the present school year, and no letters are explained.
    """
    if order is None:
        found = explain_text(text, PlanYear(school_year_of(date.today())))
    else:
        with database_to_read(database_url()) as connection:
            found = _explain_in(connection, text, order)
    print_explanation(stdout_console(), text, found)


def _explain_in(connection: Connection, text: str, name: str) -> Explanation:
    """Read as a cell of the order of that number or id. Raises click.ClickException for no or several orders."""
    found = find_order(connection, name)
    if len(found) != 1:
        hint = "none" if not found else ", ".join(one.order_id for one in found)
        raise click.ClickException(f"--order {name}: expected one order of that number or id, found {hint}")
    raw = read_raw(connection, found[0].order_id)
    if raw is None:
        raise click.ClickException(f"--order {name}: nothing is kept of its file")
    known = read_knowledge(connection, found[0].territory, found[0].issuer, found[0].school_year)
    return explain_in_order(text, raw, known)


def print_explanation(console: Console, text: str, explanation: Explanation) -> None:
    """A row for each part: what is printed, what it says, by which rule, and what the rule is for."""
    console.print(Text(f"Read as a {explanation.kind} cell: {text}"))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for title in ("Printed", "Says", "Rule", "Because"):
        table.add_column(title, overflow="fold")
    for step in explanation.steps:
        table.add_row(Text(step.text), Text(step.result), Text(step.rule), Text(step.reason))
    console.print(table)
    for doubt in explanation.doubts:
        console.print(Text(f"? {doubt}"))
