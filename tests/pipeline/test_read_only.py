"""A database that its user may only read: commands that read do, the others say what to do."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order

# Root may write to anything: from a root of these tests its right to do so is taken.
OBEYING = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.getuid() == 0 else ()
READING = (("status",), ("check",), ("search", "школа"), ("export", "--to", "{}/out", "--format", "csv"),
           ("decisions", "export", "{}/dec.jsonl"), ("review", "export", "{}/q.xlsx"))  # fmt: skip


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a database that may only be read, and one to write to; both can be reached by anybody."""
    made = Path(tempfile.mkdtemp(prefix="read-only-"))
    made.chmod(0o777)
    (made / "archive").mkdir()
    (made / "mine").mkdir()
    (made / "mine").chmod(0o777)
    yield made
    (made / "archive").chmod(0o755)
    shutil.rmtree(made)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """As somebody who is held to the rights on files."""
    environment = {**os.environ, "PRIKAZ_DB": f"sqlite:///{folder}/archive/orders.db", "HOME": str(folder / "mine")}
    command = [*OBEYING, *Prikaz.command(*(one.format(folder / "mine") for one in arguments))]
    return subprocess.run(
        command, cwd=folder / "mine", env=environment, text=True, capture_output=True, timeout=300, check=False
    )  # fmt: skip


@pytest.mark.parametrize("file_too", [True, False])
def test_reading_commands_read(folder: Path, file_too: bool, prikaz: Prikaz) -> None:
    shut(folder, prikaz, file_too)
    for arguments in READING:
        done = run(folder, *arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    assert "Orders: 1" in run(folder, "status").stdout
    assert [one.name for one in (folder / "archive").iterdir()] == ["orders.db"]


def test_the_others_say_what_to_do(folder: Path, prikaz: Prikaz) -> None:
    shut(folder, prikaz, True)
    done = run(folder, "review", "--no-open")
    [line] = done.stderr.splitlines()
    assert (done.returncode, "ask for the right to write to it" in line) == (1, True), line


def test_what_a_writer_has_not_yet_put_into_the_file_is_read(folder: Path, prikaz: Prikaz) -> None:
    """The log beside the file is a writer's, who is still there."""
    file = folder / "archive" / "orders.db"
    prikaz.run("import", "--db", f"sqlite:///{file}", write_order(prikaz.folder / "order.docx", "15"))
    writer = sqlite3.connect(file)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE orders SET order_number = '16'")
    writer.commit()
    shut_folder(folder, True)
    said = run(folder, "status")
    writer.close()
    assert (said.returncode, "\n16 " in said.stdout) == (0, True), said.stderr


def shut(folder: Path, prikaz: Prikaz, file_too: bool) -> None:
    file = folder / "archive" / "orders.db"
    done = prikaz.run("import", "--db", f"sqlite:///{file}", write_order(prikaz.folder / "order.docx", "15"))
    assert done.returncode == 0, done.stderr
    shut_folder(folder, file_too)


def shut_folder(folder: Path, file_too: bool) -> None:
    for one in (folder / "archive").iterdir():
        one.chmod(0o444 if file_too else 0o666)
    (folder / "archive").chmod(0o555)
