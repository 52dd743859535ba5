"""The command `prikaz`: which commands there are, and how an error reaches the user.

A command's module is loaded when the command is called, so that `prikaz --help` costs no more than Click.
"""

import sys
import traceback
from typing import cast

import click

from pipeline.lazy import load
from pipeline.options import debugging, shared_options

# Name → its place, and the first sentence of its help: said twice, so that the list costs no import.
COMMANDS = {
    "import": ("pipeline.commands.import_:import_orders", "Read orders and load them."),
    "status": ("pipeline.commands.status:status", "Show the orders and what is still open."),
    "review": ("pipeline.commands.review:review", "Settle open questions in the browser."),
    "check": ("pipeline.commands.check:check", "Look for anything in the database that does not hold."),
    "explain": (
        "pipeline.commands.explain:explain",
        "Show how a responsible cell or a deadline is read, rule by rule.",
    ),
    "search": (
        "pipeline.commands.search:search_words",
        "Find measures, people and organizations by words, in any form.",
    ),
    "export": ("pipeline.commands.export:export", "Write the public views to files."),
    "decisions": ("pipeline.commands.decisions:decisions", "Carry the clerk's decisions out and in."),
    "db": ("pipeline.commands.db:db", "Move the database's schema forward, or the database elsewhere."),
}

EXAMPLE = """\b
Example:
  prikaz import data/raw
  prikaz status"""


class LazyGroup(click.Group):
    """A group that knows its commands by name and summary, and loads one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        place, _ = COMMANDS[cmd_name]
        return cast(click.Command, load(place))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list from the table: Click's own would load every command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, epilog=EXAMPLE, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prikaz", prog_name="prikaz")
@shared_options
def prikaz() -> None:
    """Read orders of education departments into a relational database."""


def main() -> None:
    """Runs the command and exits: 0 done, 1 refused or failed, 2 wrong usage, 130 interrupted.

    Whatever goes wrong is one line on stderr; `--debug` adds the traceback.
    """
    try:
        sys.exit(prikaz.main(prog_name="prikaz", standalone_mode=False))
    except click.ClickException as error:
        if error.__cause__ is not None and debugging():
            traceback.print_exception(error.__cause__)
        click.echo(f"Error: {on_one_line(error.format_message())}{hint(error)}", err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("interrupted; what was done before stays", err=True)
        sys.exit(130)
    except BrokenPipeError:  # `prikaz status | head`: the reader has seen enough
        sys.stderr.close()  # or the interpreter complains of stdout at exit
        sys.exit(1)
    except Exception as error:  # nobody foresaw it, and still the user gets one line
        if debugging():
            traceback.print_exception(error)
        click.echo(f"Error: {type(error).__name__}: {on_one_line(str(error))} (--debug shows where)", err=True)
        sys.exit(1)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def hint(error: click.ClickException) -> str:
    """Where to read how the command is used, after a slip in using it."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f" ({error.ctx.command_path} --help)"
    return ""
