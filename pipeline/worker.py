"""What a worker of a cluster does: bytes in, the order as printed out. It sees no database."""

import os
import signal
import threading
from pathlib import PurePath

from ingest.model import RawOrder
from pipeline.child import read_or_refuse
from pipeline.report import Refusal
from pipeline.scratch import scratch_folder
from pipeline.settings import limits_for

# pdfium is not thread-safe (wrong text, in silence), and a worker may have been started with several threads.
_ONE_AT_A_TIME = threading.Lock()


def read_bytes(name: str, data: bytes) -> RawOrder | Refusal:
    """The order in a file of this name, or why it was refused.

    A document that takes longer than the limit ends its worker, as one that eats all its memory does: the cluster
    starts another. The limits are the worker's own settings.
    """
    with _ONE_AT_A_TIME, scratch_folder() as folder:
        path = folder / PurePath(name).name
        path.write_bytes(data)
        limits = limits_for(path, os.environ)
        watch = threading.Timer(limits.wall_seconds, os.kill, (os.getpid(), signal.SIGKILL))
        watch.daemon = True
        watch.start()
        try:
            return read_or_refuse(path, limits)
        finally:
            watch.cancel()
