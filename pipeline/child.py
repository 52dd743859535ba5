"""What runs in the child process of one document. Loaded once, in the fork server: children start warm."""

import os
import resource
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import cast

from ingest.errors import IngestError
from ingest.model import RawOrder
from ingest.order import read_order
from pipeline.errors import ReaderCrashed, memory_limit
from pipeline.lazy import load
from pipeline.report import Refusal, refusal_of
from pipeline.settings import Limits

USUAL_CELL = 4000  # characters; the longest of order 306 has 424
USUAL_ROWS = 5000  # the thickest plan seen, of 319 pages, has some 3000


def read_into(answer: Connection, path: Path, limits: Limits) -> None:
    """Reads the document under its limits and sends what came out."""
    stand_apart()
    confine(limits)
    result = read_or_refuse(path, limits)
    lift_memory_limit()  # the answer itself must not be what breaks it
    answer.send(result)


def read_or_refuse(path: Path, limits: Limits) -> RawOrder | Refusal:
    try:
        return rehearse(read_order(path))
    except IngestError as error:
        return refusal_of(error)
    except MemoryError:
        return refusal_of(memory_limit(limits))
    except Exception as error:  # the outermost loop of this process: whatever it is costs one document
        return refusal_of(ReaderCrashed(type(error).__name__), traceback.format_exc())


def rehearse(raw: RawOrder) -> RawOrder:
    """The order, understood here once if it is of no usual size: what that costs falls under the limits.

    The parent, who understands it for good, has none, and the rules' work grows with the square of a cell.
    """
    texts = [text for row in raw.rows for text in (row.measure, row.deadline, row.responsible)]
    if max(map(len, texts), default=0) > USUAL_CELL or len(raw.rows) > USUAL_ROWS:
        normalize = cast("Callable[[RawOrder, object], object]", load("normalize.order:normalize_order"))
        nothing = cast("Callable[[], object]", load("normalize.model:Knowledge"))
        normalize(raw, nothing())
    return raw


def stand_apart() -> None:
    """Makes the process the head of its own group, so that its helpers (LibreOffice) can be killed with it.

    What libraries print goes nowhere: the parent speaks for this process.
    """
    os.setsid()
    end_with_the_import()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def end_with_the_import() -> None:
    """Where the import is killed, this process and its helpers end too, though nobody is left who would kill them."""
    threading.Thread(target=outlive_nobody, args=(parent_process(),), daemon=True).start()


def outlive_nobody(importer: BaseProcess | None) -> None:
    if importer is not None:
        importer.join()
        os.killpg(0, signal.SIGKILL)


def confine(limits: Limits) -> None:
    """Sets the limits. The hard one of memory stays as it was, or the answer could not be sent at the end."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    memory = limits.memory_bytes if hard == resource.RLIM_INFINITY else min(limits.memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def lift_memory_limit() -> None:
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
