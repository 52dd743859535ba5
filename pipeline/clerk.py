"""The clerk's two ways of answering, in the browser and in a workbook, as the command needs them."""

from collections.abc import Callable
from pathlib import Path

import click

from pipeline.database import database_to_read, existing_database, faults_named, refuse_new_folder
from pipeline.drawing import draw_page
from pipeline.loading import user_name
from pipeline.rereading import reread_touched
from pipeline.transactions import transactions
from review.serve import PortTaken, serve
from review.sheet import SheetReport, apply_answers, export_questions


def serve_page(
    url: str, clerk: str | None, port: int, say: Callable[[str], None], *, open_browser: bool, folders: tuple[Path, ...]
) -> None:
    """Serves the page until Ctrl-C. Raises click.ClickException."""
    with faults_named():
        engine = existing_database(url)
        try:
            serve(engine, clerk or user_name(), port, say, open_browser=open_browser, folders=folders, draw=draw_page)
        except PortTaken as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:  # the way to end it
            click.echo("the page is closed; all answers are kept", err=True)
        finally:
            engine.dispose()


def write_questions(url: str, file: Path) -> int:
    """The open questions into a workbook; how many. Raises click.ClickException."""
    refuse_new_folder(file)
    with database_to_read(url) as connection:
        return export_questions(connection, file)


def take_answers(url: str, file: Path, clerk: str | None) -> SheetReport:
    """The workbook's answers into the database, its orders read again. Raises click.ClickException."""
    with faults_named():
        existing_database(url).dispose()
    with faults_named(), transactions(url, dry_run=False) as begin:
        with begin() as connection:
            report = apply_answers(connection, file, clerk or user_name())
        reread_touched(begin)
    return report
