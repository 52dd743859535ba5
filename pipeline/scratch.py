"""Folders for what is only needed now: orders hold names, so none may stay behind, not even of a killed run."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import util
from pathlib import Path
from stat import S_ISDIR

PREFIX = "prikaz-"
LOCK = "lock"  # held as long as the folder's process lives: the kernel gives it back when that is killed
LONGEST = 55  # bytes of the place's name: multiprocessing puts a socket 48 deeper, whose name may have 103 to 107
AFTER_MULTIPROCESSING = -200  # its own folder, within ours, is removed at exit with the priority -100


def work_in_scratch() -> None:
    """Gives this program a temporary folder of its own, until it ends; what it starts from now on uses it too."""
    folder = make_scratch()[0]
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    util.Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=AFTER_MULTIPROCESSING)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A temporary folder as long as the block runs."""
    folder, lock = make_scratch()
    try:
        yield folder
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def make_scratch() -> tuple[Path, int]:
    """A new folder and its lock, an open file; what killed runs left is removed first."""
    place = temporary_place()
    remove_abandoned(place)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    new = folder / "new"
    lock = os.open(new, os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    new.rename(folder / LOCK)  # under this name it is never seen without being held
    return folder, lock


def temporary_place() -> Path:
    """Where temporary files go; a place whose name is too long for sockets is left for /tmp."""
    usual = tempfile.gettempdir()
    return Path(usual if len(os.fsencode(usual)) <= LONGEST else "/tmp")


def remove_abandoned(place: Path) -> None:
    """Removes our folders there whose process is gone. Those of other users, and links, are left alone."""
    for folder in place.glob(f"{PREFIX}*"):
        with suppress(OSError):  # another run removes it, or somebody made it that we may not look into
            status = folder.lstat()
            if S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and is_abandoned(folder / LOCK):
                shutil.rmtree(folder, ignore_errors=True)


def is_abandoned(path: Path) -> bool:
    """Whether nobody holds the lock. Raises OSError: there is none."""
    lock = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
