"""Reads documents on the workers of a Dask cluster; what they read is loaded here, by one writer."""

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path

import click
from distributed import Client, Future, KilledWorker
from distributed import TimeoutError as NotYet

from ingest.errors import NotAFile, TooLarge
from ingest.model import RawOrder
from pipeline.errors import WorkerKilled
from pipeline.report import Reading, Refusal, refusal_of
from pipeline.settings import CLUSTER_SECONDS, MAX_BYTES, WITHOUT_WORKERS, whole_number
from pipeline.worker import read_bytes

Coming = Future[RawOrder | Refusal]
Sent = tuple[Path, float, Coming | Refusal]  # the file, when it was sent, what will come of it

_CONNECT_SECONDS = 10
_LOOK_SECONDS = 1  # between two looks whether the cluster has workers at all
_WAITING = 3  # documents for each thread of the cluster: enough that none stands idle


def read_on_cluster(files: Iterable[Path], address: str) -> Iterator[Reading]:
    """Gives (file, result, seconds) in the order of the files, those last that ended the worker they were read on.

    These are read once more, each alone: whatever else was on that worker is not to blame.
    Raises click.ClickException where the cluster cannot be reached or is lost.
    """
    with _connected(address) as client:
        blamed: list[Path] = []
        for reading in _read(client, files, _WAITING * max(1, sum(client.nthreads().values()))):
            if _is_killed(reading):
                blamed.append(reading[0])
            else:
                yield reading
        for path in blamed:
            yield from _read(client, [path], 1)


def _read(client: Client, files: Iterable[Path], at_once: int) -> Iterator[Reading]:
    waiting: deque[Sent] = deque()
    for path in files:
        waiting.append(_send(client, path))
        if len(waiting) >= at_once:
            yield _take(client, *waiting.popleft())
    while waiting:
        yield _take(client, *waiting.popleft())


def _send(client: Client, path: Path) -> Sent:
    start = time.perf_counter()
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise TooLarge(f"{size // 2**20} MiB", f"{size // 2**20} МиБ")
        data = path.read_bytes()
    except OSError as error:
        return path, start, refusal_of(NotAFile(error.strerror or type(error).__name__))
    except TooLarge as error:
        return path, start, refusal_of(error)
    # pure=False: two files may have the same content, and each is a task of its own
    return path, start, client.submit(read_bytes, path.name, data, pure=False)


def _take(client: Client, path: Path, start: float, coming: Coming | Refusal) -> Reading:
    try:
        result = coming if isinstance(coming, Refusal) else _result(client, coming)
    except KilledWorker as error:
        result = refusal_of(WorkerKilled(f"on {error.last_worker.address}", f"на {error.last_worker.address}"))
    except (CancelledError, OSError) as error:
        raise click.ClickException(
            f"the cluster was lost ({type(error).__name__}); what was loaded stays, the same command goes on"
        ) from error
    return path, result, time.perf_counter() - start


def _result(client: Client, coming: Coming) -> RawOrder | Refusal:
    """Waits as long as somebody is at work. Raises click.ClickException where no worker is left."""
    patience = whole_number(CLUSTER_SECONDS, os.environ.get(CLUSTER_SECONDS, str(WITHOUT_WORKERS)))
    seen = time.monotonic()
    while True:
        try:
            return coming.result(timeout=_LOOK_SECONDS)
        except NotYet:
            if client.nthreads():
                seen = time.monotonic()
            elif time.monotonic() - seen > patience:
                raise click.ClickException(
                    f"the cluster has had no worker for {patience} s ({CLUSTER_SECONDS}); "
                    "what was loaded stays, the same command goes on"
                ) from None


def _is_killed(reading: Reading) -> bool:
    return isinstance(reading[1], Refusal) and reading[1].code == WorkerKilled.code


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Certificates for a tls:// address come from Dask's own configuration."""
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"no Dask scheduler answers at {address}: {error}") from error
    try:
        yield client
    finally:
        client.close()
