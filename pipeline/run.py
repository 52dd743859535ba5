"""The import itself: documents read in children, loaded here one by one, each said of as soon as it is done."""

import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
from sqlalchemy import Connection

from ingest.model import RawOrder
from pipeline.database import faults_named, has_tables
from pipeline.errors import LoadFailed
from pipeline.files import printable
from pipeline.joblog import JobLog
from pipeline.loading import load_rows, make_stamp
from pipeline.open_questions import OpenCounts, count_open
from pipeline.options import debugging
from pipeline.output import stdout_console
from pipeline.parts import Lent, TextOf, join_parts, settle_head
from pipeline.progress import show_progress
from pipeline.refused import RefusalAudit
from pipeline.registry import RegistryError, files_of, load_registry
from pipeline.report import FileReport, Reading, Refusal, refusal_of, to_json
from pipeline.request import ImportRequest
from pipeline.rereading import reread_touched
from pipeline.summary import print_summary
from pipeline.transactions import Begin, transactions
from store.db import open_engine, reading
from store.errors import BadOrder, BadValue, Conflict, StoreError
from store.neighbours import DoubtfulTerritory, doubtful_territories
from store.read import question_texts
from store.review.rereads import count_rereads
from store.source_files import sha256_of


def run_import(request: ImportRequest, readings: Iterable[Reading]) -> bool:
    """Imports what is read of the files and prints what became of them; False if any was refused.

    Raises click.ClickException where the database fails: then the rest is not tried, and what was loaded is said.
    """
    reports: list[FileReport] = []
    left = Left()
    try:
        with faults_named(), outputs(request) as say:
            for report in import_files(request, readings, left):
                say(report)
                reports.append(replace(report, questions=()))  # a folder may hold a hundred thousand
    finally:
        if reports and not request.as_json:
            print_summary(stdout_console(), reports, request.dry_run, left.open, left.waited, left.told)
    return all(report.refusal is None for report in reports)


@dataclass(slots=True)
class Left:
    """What is open when all is read; None where it did not come to that, or there is no database.

    `waited`: orders that decisions had been taken on since they were read, before the import. `told`: what the import
    before has said of territories under two names.
    """

    open: OpenCounts | None = None
    waited: int = 0
    told: tuple[DoubtfulTerritory, ...] = ()


def import_files(request: ImportRequest, readings: Iterable[Reading], left: Left) -> Iterator[FileReport]:
    """What became of each file, in the order of the files; then `left` is filled in. Raises StoreError."""
    loaded: dict[str, None] = {}  # in the order in which they were last loaded
    with transactions(request.url, request.dry_run) as begin:
        left.waited, left.told = look_before(request.url)
        changed = take_registry(begin, request.registry)
        audit = RefusalAudit(begin, request.url)
        plan = FileReport(file="", outcome="refused", seconds=0.0)
        for path, result, seconds in join_parts(readings, request.files):
            start = time.perf_counter()
            if isinstance(result, TextOf):
                report = report_of_text(result, plan)
            else:
                plan = report = report_of(result, begin, request.territory, request.current)
            if report.outcome in ("new", "replaced") and report.order_id is not None:
                loaded.pop(report.order_id, None)
                loaded[report.order_id] = None
            sha256 = report.sha256 or sha256_of(path)
            yield replace(report, file=printable(path), sha256=sha256, seconds=seconds + time.perf_counter() - start)
            if not request.dry_run:
                note_refusal(audit, path, sha256, report.refusal)
        if changed or loaded or left.waited:  # where all is refused, no database is made
            for name, why in reread_touched(begin, tuple(loaded)).items():
                click.echo(f"{name} could not be read again and waits: {why}", err=True)
        if request.dry_run or has_tables(request.url):
            with begin() as connection:
                left.open = count_open(connection)


def look_before(url: str) -> tuple[int, tuple[DoubtfulTerritory, ...]]:
    """How many orders wait to be read again, and which territories are doubtful; none without a database.

    Raises StoreError.
    """
    if not has_tables(url):
        return 0, ()
    engine = open_engine(url)
    with reading(engine) as connection:
        found = count_rereads(connection), doubtful_territories(connection)
    engine.dispose()
    return found


def note_refusal(audit: RefusalAudit, path: Path, sha256: str | None, refusal: Refusal | None) -> None:
    """Into the audit, or, where the file was loaded, the word that there is a database to write to."""
    if refusal is None:
        audit.database_is_made()
    else:
        audit.note(path, sha256, refusal)


def take_registry(begin: Begin, folder: Path | None) -> bool:
    """What the municipality knows, before its orders; True if any of it is new.

    Raises click.ClickException for a line that does not hold.
    """
    if folder is None or not files_of(folder):
        return False
    try:
        with begin() as connection:
            return load_registry(connection, folder, make_stamp()) > 0
    except RegistryError as error:
        raise click.ClickException(f"{folder}/{error}") from error


def report_of_text(result: TextOf, plan: FileReport) -> FileReport:
    """Of the text of an order whose plan was just loaded; `plan` is what became of that."""
    if plan.refusal is not None or plan.order_number is None:
        return FileReport(file="", outcome="refused", seconds=0.0, refusal=result.refusal)
    return FileReport(
        file="",
        outcome="order_text",
        seconds=0.0,
        order_id=plan.order_id,
        order_number=plan.order_number,
        order_date=plan.order_date,
    )


def report_of(
    result: RawOrder | Lent | Refusal, begin: Begin, territory: str | None, current: bool = False
) -> FileReport:
    if isinstance(result, Refusal):
        return FileReport(file="", outcome="refused", seconds=0.0, refusal=result)
    raw = result.order if isinstance(result, Lent) else result
    try:
        with begin() as connection:
            report = load_rows(connection, settle_head(connection, result), territory, current=current)
            return as_held(connection, report)
    except (BadOrder, BadValue, Conflict) as error:  # this document's fault; the others load
        return refused(LoadFailed(str(error)), raw)
    except StoreError:
        raise
    except Exception as error:  # the outermost loop: a fault of ours costs one document, not the folder
        return refused(LoadFailed(f"{type(error).__name__}: {error}"), raw)


def as_held(connection: Connection, report: FileReport) -> FileReport:
    """The report with the questions that the database holds: those of a file that changes nothing are those."""
    if report.order_id is None or report.counts is None:
        return report
    asked = question_texts(connection, report.order_id)
    return replace(report, questions=asked, counts=replace(report.counts, questions=len(asked)))


def refused(reason: LoadFailed, raw: RawOrder) -> FileReport:
    refusal = refusal_of(reason, traceback.format_exc())
    return FileReport(file="", outcome="refused", seconds=0.0, sha256=raw.sha256, refusal=refusal)


@contextmanager
def outputs(request: ImportRequest) -> Iterator[Callable[[FileReport], None]]:
    """What is said of each file at once: an error line, a line of JSON, a line of the log, a step of the bar."""
    with ExitStack() as stack:
        step = stack.enter_context(show_progress(request.files))
        log = JobLog(request.log_file) if request.log_file is not None else None
        if log is not None:
            stack.callback(log.close)

        def say(report: FileReport) -> None:
            step()
            if report.refusal is not None:
                say_refused(report.file, report.refusal)
            if request.as_json:
                click.echo(to_json(report))
            if log is not None:
                log.write(report)

        yield say


def say_refused(file: str, refusal: Refusal) -> None:
    if refusal.trace and debugging():
        click.echo(refusal.trace, err=True)
    click.echo(f"{file}: {refusal.message}", err=True)
