"""A full disk during an import, a decision and an export: the message says so, and nothing is half there.

Needs a small file system of its own, which only root may mount; elsewhere these tests are skipped by name.
"""

import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from sqlalchemy import make_url, select

from store.db import open_engine, reading, upgrade
from store.decisions import all_decisions, append_decision
from store.errors import DiskFull
from store.model import NewDecision
from store.tables import measures, orders
from tests.conftest import NOBODY
from tests.hostile.routes import answer_all, open_page
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order
from tests.pipeline.dump import dump_views
from tests.store.factory import STAMP

SIZE = "2m"  # of the disk: room for the tables and a few orders
ORDERS = 12
MEASURES = 12
LETTERS = 2_000  # of a measure, half of what it holds
WORD = NewDecision(STAMP.imported_at, "Клерк", "text", "вопрос", "ответ", "rules")


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of its own, of 2 MB, that a server running as nobody can reach too."""
    with TemporaryDirectory(prefix="disk-") as name:
        place = Path(name).resolve()
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", place]
        made = subprocess.run(command, capture_output=True, check=False)
        if made.returncode != 0:
            pytest.skip(f"no small disk: mount needs root ({made.stderr.decode().strip()})")
        try:
            yield place
        finally:
            subprocess.run(["umount", "-l", place], check=True)


def url_on(disk: Path) -> str:
    return f"sqlite:///{disk / 'orders.db'}"


def write_orders(folder: Path, count: int = ORDERS) -> Path:
    """Orders of 12 long measures that no server can compress, each some 150 KB in the database."""
    folder.mkdir()
    for number in range(1, count + 1):
        letters = random.Random(number)
        rows = [
            (f"{row}.", f"Семинар {row} {letters.randbytes(LETTERS).hex(' ', 6)}", "до 1 ноября", f"школа № {row}")
            for row in range(1, MEASURES + 1)
        ]
        write_order(folder / f"order-{number:02}.docx", str(number), rows)
    return folder


def fill(disk: Path) -> None:
    """Leaves no byte."""
    with pytest.raises(OSError, match="No space left"), (disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(4096))


def test_import_onto_a_full_disk_says_so_and_leaves_whole_orders(prikaz: Prikaz, disk: Path) -> None:
    inbox = write_orders(prikaz.folder / "inbox")
    done = prikaz.run("import", "--db", url_on(disk), inbox)
    assert done.returncode == 1
    assert "the disk of the database is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    held = dump_views(disk / "orders.db")
    assert len(held["v_measures"]) == MEASURES * len(held["v_orders"])
    assert 0 < len(held["v_orders"]) < ORDERS
    assert prikaz.run("check", "--db", url_on(disk)).returncode == 0
    subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
    assert prikaz.run("import", "--db", url_on(disk), inbox).returncode == 0
    assert len(dump_views(disk / "orders.db")["v_orders"]) == ORDERS


def test_import_onto_a_full_disk_of_postgresql_says_so(prikaz: Prikaz, disk: Path, postgresql_server: str) -> None:
    """The server's own disk has room: where its log does not fit, it stops."""
    if "TEST_POSTGRES_URL" in os.environ:
        pytest.skip("the disks of that server are not ours")
    subprocess.run(["mount", "-o", "remount,size=11m", disk], check=True)
    os.chown(disk, NOBODY, NOBODY)
    with psycopg.connect(postgresql_server.replace("+psycopg", ""), autocommit=True) as server:
        server.execute(f"CREATE TABLESPACE small LOCATION '{disk}'")
        server.execute("CREATE DATABASE small TEMPLATE template0 TABLESPACE small")
        try:
            url = make_url(postgresql_server).set(database="small").render_as_string(hide_password=False)
            done = prikaz.run("import", "--db", url, write_orders(prikaz.folder / "inbox", 24))
            assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
            assert "the disk of the database is full" in done.stderr
            # a server may want to write a cache of its own for every new connection
            subprocess.run(["mount", "-o", "remount,size=12m", disk], check=True)
            engine = open_engine(url)
            with reading(engine) as connection:
                held = connection.execute(select(orders.c.order_id)).all()
                rows = connection.execute(select(measures.c.measure_id)).all()
            engine.dispose()
            assert 0 < len(held) < 24
            assert len(rows) == MEASURES * len(held)
            assert prikaz.run("check", "--db", url).returncode == 0
        finally:
            server.execute("DROP DATABASE small WITH (FORCE)")
            server.execute("DROP TABLESPACE small")


def test_first_import_onto_a_full_disk_says_so(prikaz: Prikaz, disk: Path) -> None:
    fill(disk)
    done = prikaz.run("import", "--db", url_on(disk), write_order(prikaz.folder / "order.docx"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "full" in done.stderr


def test_decision_on_a_full_disk_says_so_and_is_not_half_there(prikaz: Prikaz, disk: Path) -> None:
    prikaz.run("import", "--db", url_on(disk), write_order(prikaz.folder / "order.docx"))
    engine = open_engine(url_on(disk))
    with reading(engine) as connection:  # as the clerk's page, which runs already
        assert all_decisions(connection) == ()
    fill(disk)
    kept = 0
    with pytest.raises(DiskFull):
        while True:  # the pages that SQLite has free already take some
            with engine.begin() as connection:
                append_decision(connection, replace(WORD, subject=f"вопрос {kept}", reason="потому что " * 100))
            kept += 1
    with reading(engine) as connection:
        assert len(all_decisions(connection)) == kept
    engine.dispose()
    (disk / "ballast").unlink()
    assert prikaz.run("check", "--db", url_on(disk)).returncode == 0


def test_answer_on_a_full_disk_is_told_to_the_clerk_and_not_half_there(disk: Path) -> None:
    engine = open_engine(url_on(disk))
    upgrade(engine)
    desk = open_page(engine)
    fill(disk)
    while not desk.faults:  # the pages that SQLite has free already take some answers
        before = desk.state()
        answer_all(desk)
    assert {"POST 503"} <= set(desk.statuses) <= {"POST 303", "POST 503"}
    assert len(desk.state()["decisions"]) == desk.statuses["POST 303"]
    assert before["parties"] == desk.state()["parties"]
    engine.dispose()


def test_questions_written_onto_a_full_disk_leave_no_half_file(prikaz: Prikaz, disk: Path) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    fill(disk)
    done = prikaz.run("review", "export", disk / "questions.xlsx")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "No space left" in done.stderr
    assert [path.name for path in disk.iterdir()] == ["ballast"]


def test_full_temporary_folder_is_no_obstacle(prikaz: Prikaz, disk: Path) -> None:
    fill(disk)
    done = prikaz.run("import", write_order(prikaz.folder / "order.docx"), TMPDIR=str(disk))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [["status"], ["check"], ["db", "current"]])
def test_command_that_finds_its_disk_full_says_so(prikaz: Prikaz, disk: Path, command: list[str]) -> None:
    prikaz.run("import", "--db", url_on(disk), write_order(prikaz.folder / "order.docx"))
    fill(disk)
    done = prikaz.run(*command, "--db", url_on(disk))
    assert done.returncode == 0 or (
        len(done.stderr.splitlines()) == 1 and "the disk of the database is full" in done.stderr
    )


@pytest.mark.parametrize("format_name", ["csv", "xlsx", "parquet", "ics", "datapackage"])
def test_export_onto_a_full_disk_says_so_and_leaves_no_half_file(prikaz: Prikaz, disk: Path, format_name: str) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    (disk / "out").mkdir()
    fill(disk)
    done = prikaz.run("export", "--to", disk / "out", "--format", format_name)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "No space left" in done.stderr
    assert [path for path in (disk / "out").rglob("*") if path.is_file()] == []


def test_decisions_exported_onto_a_full_disk_leave_the_old_file(prikaz: Prikaz, disk: Path) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    engine = open_engine(f"sqlite:///{prikaz.database}")
    with engine.begin() as connection:
        append_decision(connection, WORD)
    engine.dispose()
    old = disk / "decisions.jsonl"
    assert prikaz.run("decisions", "export", old).returncode == 0
    before = old.read_text(encoding="utf-8")
    fill(disk)
    done = prikaz.run("decisions", "export", old)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "No space left" in done.stderr
    assert old.read_text(encoding="utf-8") == before
    assert sorted(path.name for path in disk.iterdir()) == ["ballast", "decisions.jsonl"]


def test_log_on_a_full_disk_says_so(prikaz: Prikaz, disk: Path) -> None:
    fill(disk)
    order = write_order(prikaz.folder / "order.docx")
    done = prikaz.run("import", "--log-file", disk / "import.jsonl", order)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "No space left" in done.stderr
