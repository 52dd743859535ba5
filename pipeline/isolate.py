"""Reads a document in a child process of its own: what it costs or breaks there stays there.

The fork server loads the readers once; each document then costs a fork, about 7 ms.
"""

import contextlib
import multiprocessing
import os
import signal
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import cast

from ingest.errors import IngestError
from ingest.model import RawOrder
from pipeline.errors import NoProcess, ReaderCrashed, memory_limit, time_limit, wait_limit
from pipeline.lazy import load
from pipeline.report import Reading, Refusal, refusal_of
from pipeline.settings import Limits, limits_for

CONTEXT = multiprocessing.get_context("forkserver")

# What every child would else load anew. pipeline.cli: multiprocessing runs the console script in every child,
# and the script imports it.
PRELOADED = ("pipeline.quiet", "pipeline.child", "pipeline.cli")
# Readers of the formats in which orders come, by the ends of names; the others load when asked. A name is only a hint
# (the content decides which reader reads), but pdfium need not load, 0.1 s, for one Word file.
READERS = {".docx": "ingest.readers.docx", ".pdf": "ingest.readers.pdf", ".txt": "ingest.readers.dump"}


def start_server(files: Iterable[Path]) -> None:
    """Begins loading the readers of the files in the fork server; returns at once. To be called before the first."""
    ends = {path.suffix.lower() for path in files}
    CONTEXT.set_forkserver_preload([*PRELOADED, *(reader for end, reader in READERS.items() if end in ends)])
    warnings.filterwarnings("ignore", module=r"multiprocessing\.resource_tracker")  # of what we say ourselves, below
    with contextlib.suppress(OSError):  # then no document's process starts either, and each is refused for that
        forkserver.ensure_running()


@contextmanager
def reading_ahead(files: Iterable[Path], workers: int) -> Iterator[Iterator[Reading]]:
    """Reads files from now on, `workers` at a time; gives what was read of each, in the order of the files.

    At most twice as many documents as workers wait to be taken, so memory does not grow with the folder.
    """
    rest = iter(files)
    with ThreadPoolExecutor(workers) as pool:
        try:
            yield in_order(pool, rest, deque(pool.submit(read_timed, path) for path in islice(rest, 2 * workers)))
        finally:  # where the caller gave up, what has begun ends and what has not does not begin
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                kill_group(process)


def in_order(pool: ThreadPoolExecutor, rest: Iterator[Path], begun: deque[Future[Reading]]) -> Iterator[Reading]:
    while begun:
        yield begun.popleft().result()
        begun.extend(pool.submit(read_timed, path) for path in islice(rest, 1))


def read_timed(path: Path) -> Reading:
    start = time.perf_counter()
    result = read_isolated(path, limits_for(path, os.environ))
    return path, result, time.perf_counter() - start


def read_isolated(path: Path, limits: Limits) -> RawOrder | Refusal:
    """The document as read in a child process, or why it was refused or stopped there."""
    answer, question = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=read_in_child, args=(question, path, limits), daemon=True)
    try:
        process.start()
    except (EOFError, OSError) as error:  # the fork server died; multiprocessing starts another for the next document
        return refusal_of(NoProcess(type(error).__name__, type(error).__name__))
    question.close()  # ours: the pipe has to end when the child does
    try:
        if not answer.poll(limits.wall_seconds):
            return refusal_of(wait_limit(limits))
        result: RawOrder | Refusal = answer.recv()
        return result
    except EOFError:
        process.join()
        return refusal_of(reason_of_death(process.exitcode, limits))
    finally:
        answer.close()
        kill_group(process)


def read_in_child(answer: Connection, path: Path, limits: Limits) -> None:
    """Runs in the child. Its module is named, not imported: the parent never loads the readers."""
    read_into = cast("Callable[[Connection, Path, Limits], None]", load("pipeline.child:read_into"))
    read_into(answer, path, limits)


def reason_of_death(exitcode: int | None, limits: Limits) -> IngestError:
    """What ended a child that gave no answer. `exitcode` is minus the signal's number, as multiprocessing has it."""
    if exitcode == -signal.SIGXCPU:
        return time_limit(limits)
    if exitcode == -signal.SIGKILL:  # the kernel's answer to a machine without memory
        return memory_limit(limits)
    return ReaderCrashed(f"exit status {exitcode}")


def kill_group(process: BaseProcess) -> None:
    """Ends the child and what it started."""
    if process.pid is not None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # before it stood apart it had no group
    process.join()
