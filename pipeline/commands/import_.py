"""`prikaz import`: files in, a summary out."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import click

from pipeline.files import find_files, is_there, printable
from pipeline.isolate import reading_ahead, start_server
from pipeline.lazy import load
from pipeline.options import database_url, shared_options
from pipeline.report import Reading
from pipeline.request import ImportRequest
from pipeline.scratch import work_in_scratch
from pipeline.settings import TERRITORY

RunImport = Callable[[ImportRequest, Iterable[Reading]], bool]
ReadOnCluster = Callable[[Iterable[Path], str], Iterator[Reading]]

EXAMPLE = """\b
Examples:
  prikaz import data/raw
  prikaz import order.docx plan.pdf --territory "г. Конаково"
  prikaz import --make-current order-corrected.docx
  prikaz import inbox --json --log-file import.jsonl
  prikaz import archive --cluster tls://scheduler:8786"""


@click.command("import", epilog=EXAMPLE)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--territory",
    metavar="NAME",
    envvar=TERRITORY,
    help=f"Town or district of the orders; else ${TERRITORY}, else what they say themselves.",
)
@click.option("--make-current", "current", is_flag=True, help="Of an order's versions the one given here counts again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file instead of the summary.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help="Documents read at once; as many as there are cores.",
)
@click.option("--cluster", metavar="ADDRESS", help="Read on a Dask cluster: tls://host:8786. Needs prikaz[cluster].")
@click.option(
    "--registry",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data/registry"),
    show_default=True,
    help="Folder with people.csv, schools.csv, organizations.csv, if there are any.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--log-file", type=click.Path(dir_okay=False, path_type=Path), help="Append one JSON line per file.")
@shared_options
def import_orders(
    paths: tuple[Path, ...],
    territory: str | None,
    current: bool,
    as_json: bool,
    workers: int,
    cluster: str | None,
    registry: Path,
    dry_run: bool,
    log_file: Path | None,
) -> None:
    """Read orders and load them.

    Reads files and folders (with the folders in them), loads each order in a transaction of its own and prints
    a summary. Exit status: 0 all loaded, 1 a file was refused (the others are loaded), 2 wrong usage.
    """
    if not any(is_there(path) for path in paths):  # one among others is refused by name like any unreadable file
        raise click.UsageError(f"Path '{printable(paths[0])}' does not exist", click.get_current_context())
    files = tuple(find_files(paths))
    if not files:
        raise click.UsageError("no files in the folders named", click.get_current_context())
    work_in_scratch()
    if cluster is not None and find_spec("distributed") is None:
        raise click.UsageError("--cluster needs the package distributed: install prikaz[cluster]")
    request = ImportRequest(
        files, database_url(), territory, workers, dry_run, as_json, log_file, registry, cluster, current
    )
    with readings_of(request) as readings:
        run_import = cast("RunImport", load("pipeline.run:run_import"))
        done = run_import(request, readings)
    sys.exit(0 if done else 1)


def readings_of(request: ImportRequest) -> AbstractContextManager[Iterator[Reading]]:
    """The files as they are read; on this machine that begins at once, while the rest of the program loads."""
    if request.cluster is None:
        start_server(request.files)
        return reading_ahead(request.files, request.workers)
    read_on_cluster = cast("ReadOnCluster", load("pipeline.cluster:read_on_cluster"))  # prikaz[cluster]
    return nullcontext(read_on_cluster(request.files, request.cluster))
