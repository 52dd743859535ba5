"""The options that every command takes: which database, and tracebacks or not.

They may stand before or after the command's name; of two, the one nearer to the command wins.
"""

import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

DEFAULT_DATABASE = "sqlite:///data/processed/prikaz.db"
VARIABLE = "PRIKAZ_DB"
CHOSEN = "pipeline.options.database"  # key in the contexts' meta, which a group shares with its commands

P = ParamSpec("P")
R = TypeVar("R")


def keep_database(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[CHOSEN] = value


def shared_options(command: Callable[P, R]) -> Callable[P, R]:
    """The command with `--db` and `--debug`, which it does not see as arguments."""
    database = click.option(
        "--db",
        metavar="URL",
        expose_value=False,
        callback=keep_database,
        help=f"Database, as an SQLAlchemy URL; else ${VARIABLE}, else {DEFAULT_DATABASE}.",
    )
    debug = click.option("--debug", is_flag=True, expose_value=False, help="Show tracebacks of errors.")
    return database(debug(command))


def database_url() -> str:
    """The URL of the database that the user chose, or the default."""
    chosen = click.get_current_context().meta.get(CHOSEN)
    return str(chosen or os.environ.get(VARIABLE) or DEFAULT_DATABASE)


def debugging() -> bool:
    """Whether the user asked for tracebacks: by the command line itself, as errors outlive Click's context."""
    return "--debug" in sys.argv
