"""`prikaz review`: the clerk's page."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from pipeline.lazy import load
from pipeline.options import database_url, shared_options
from pipeline.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.sheet import SheetReport

EXAMPLE = """\b
Example:
  prikaz review
  prikaz review --port 8306 --no-open --clerk "Анна"
  prikaz review export questions.xlsx
  prikaz review apply questions.xlsx"""

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(epilog=EXAMPLE, invoke_without_command=True)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on 127.0.0.1; 0: any that is free.")
@click.option("--no-open", is_flag=True, help="Only print the address, do not open the browser.")
@click.option("--clerk", metavar="NAME", default=None, help="Who answers; else the name of the user.")
@click.option("--files", type=FOLDER, multiple=True, help="Folder with the orders' PDFs, for pictures; else data/raw.")
@shared_options
@click.pass_context
def review(context: click.Context, port: int, no_open: bool, clerk: str | None, files: tuple[Path, ...]) -> None:
    """Settle open questions in the browser.

    Prints the page's one-time address on a line of its own; Ctrl-C ends it.
    """
    if context.invoked_subcommand is not None:
        return
    serve_page = cast("Callable[..., None]", load("pipeline.clerk:serve_page"))  # the page's packages only for it
    serve_page(
        database_url(), clerk, port, click.echo, open_browser=not no_open, folders=files or (Path("data/raw"),)
    )  # fmt: skip


FILE = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@review.command("export", epilog=EXAMPLE)
@click.argument("file", type=FILE)
@shared_options
def export_file(file: Path) -> None:
    """Write all open questions to FILE, an Excel workbook.

    Each row has a drop-down list of answers; `prikaz review apply` takes them back.
    """
    write_questions = cast("Callable[[str, Path], int]", load("pipeline.clerk:write_questions"))
    count = write_questions(database_url(), file)
    click.echo(f"{counted(count, 'question')} written to {file}")


@review.command("apply", epilog=EXAMPLE)
@click.argument("file", type=EXISTING_FILE)
@click.option("--clerk", metavar="NAME", default=None, help="Who answered; else the name of the user.")
@shared_options
def apply_file(file: Path, clerk: str | None) -> None:
    """Take the answers of FILE in, row by row.

    A row that is not understood is refused with its number and the reason; the others count, and count once.
    """
    take_answers = cast("Callable[[str, Path, str | None], SheetReport]", load("pipeline.clerk:take_answers"))
    report = take_answers(database_url(), file, clerk)
    for one in report.refused:
        click.echo(f"{file}, row {one.line}: {one.text}", err=True)
    for one in report.said:
        click.echo(f"{file}, row {one.line}: {one.text}")
    click.echo(
        f"{counted(report.kept, 'answer')} taken in from {file}, {report.known} known before, "
        f"{len(report.refused)} refused"
    )
    if report.refused:
        raise SystemExit(1)
