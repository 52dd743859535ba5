"""What a command costs: the most memory that one of its processes held, and whether any stayed behind."""

import contextlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

STEP = 0.02  # seconds between looks
PATIENCE = 20  # seconds until the resource tracker has seen that its parent is gone


@dataclass(slots=True)
class Watch:
    """What was seen of the processes that work in a folder."""

    folder: Path
    peak_kb: int = 0  # VmHWM, the most that one process ever had in memory
    seen: set[str] = field(default_factory=set)

    @property
    def peak_mb(self) -> int:
        return self.peak_kb // 1024

    def look(self) -> None:
        for process in processes_in(self.folder):
            self.seen.add(process)
            self.peak_kb = max(self.peak_kb, _peak_of(process))

    def leftovers(self) -> list[str]:
        """Processes that are still there after all the patience."""
        deadline = time.monotonic() + PATIENCE
        while (left := processes_in(self.folder)) and time.monotonic() < deadline:
            time.sleep(STEP)
        return left


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    """Looks at the processes in the folder as long as the block runs. Needs /proc."""
    watch, done = Watch(folder), threading.Event()

    def look_on() -> None:
        while not done.wait(STEP):
            watch.look()

    thread = threading.Thread(target=look_on)
    thread.start()
    try:
        yield watch
    finally:
        done.set()
        thread.join()


def processes_in(folder: Path) -> list[str]:
    """Ids of the processes that work in the folder: the command, its fork server and tracker, the readers."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):  # ended meanwhile, or somebody else's
            if link.readlink() == folder:
                found.append(link.parent.name)
    return found


def _peak_of(process: str) -> int:
    """Kilobytes; 0 of a process that is gone."""
    with contextlib.suppress(OSError, StopIteration):
        status = (Path("/proc") / process / "status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return 0
