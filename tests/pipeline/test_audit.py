"""What was refused is in the audit, and `prikaz check` knows files that have changed since they were loaded."""

import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from store.db import open_engine, reading
from tests.hostile.making import make_fifo
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import ROWS, write_empty, write_jpeg, write_order

OTHER_ROWS = (ROWS[0],)


def audit(prikaz: Prikaz) -> list[tuple[str, str, str | None, str | None]]:
    """(file, outcome, sha256, message) in the order in which they were written; somebody and some moment stand by."""
    connection = sqlite3.connect(prikaz.database)
    rows = connection.execute("SELECT file, outcome, sha256, message, actor, imported_at FROM imports ORDER BY rowid")
    found = rows.fetchall()
    connection.close()
    assert all(actor and moment for *_, actor, moment in found)
    return [row[:4] for row in found]


def test_refused_files_are_in_the_audit_with_their_reason_and_content(prikaz: Prikaz) -> None:
    """Also those that stood before the first order of a database that had to be made for it."""
    picture = write_jpeg(prikaz.folder / "a-picture.docx")
    order = write_order(prikaz.folder / "order.docx")
    make_fifo(prikaz.folder / "pipe.docx")
    prikaz.run("import", ".")
    assert [row[:3] for row in audit(prikaz)] == [
        ("order.docx", "new", sha256(order.read_bytes()).hexdigest()),
        ("a-picture.docx", "refused", sha256(picture.read_bytes()).hexdigest()),
        ("pipe.docx", "refused", None),
    ]
    assert [str(row[3]).partition(":")[0] for row in audit(prikaz)[1:]] == ["not_a_document", "not_a_file"]


def test_each_attempt_is_in_the_audit_where_all_is_refused_too(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    for _ in range(2):
        prikaz.run("import", write_empty(prikaz.folder / os.fsdecode(b"\xcf.docx")))
    assert [row[1] for row in audit(prikaz)] == ["new", "refused", "refused"]
    assert audit(prikaz)[2][0] == "\\udccf.docx"


def test_dry_run_leaves_nothing_in_the_audit(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    prikaz.run("import", "--dry-run", write_empty(prikaz.folder / "empty.docx"))
    assert [row[1] for row in audit(prikaz)] == ["new"]


def test_refusals_are_in_the_audit_of_postgresql_too(prikaz: Prikaz, empty_postgresql_url: str) -> None:
    write_empty(prikaz.folder / "empty.docx")
    assert prikaz.run("import", "--db", empty_postgresql_url, "empty.docx").returncode == 1
    write_order(prikaz.folder / "order.docx")
    for _ in range(2):
        prikaz.run("import", "--db", empty_postgresql_url, ".")
    engine = open_engine(empty_postgresql_url)
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT outcome FROM imports ORDER BY imported_at").scalars().all()
    engine.dispose()
    assert sorted(rows) == ["new", "refused", "refused"]


# --- files that have changed ------------------------------------------------------------------------------


@pytest.fixture
def loaded(prikaz: Prikaz) -> Path:
    """The file of the one order of the database, in a folder where `prikaz check` looks by itself."""
    folder = prikaz.folder / "data" / "raw"
    folder.mkdir(parents=True)
    path = write_order(folder / "order.docx")
    prikaz.run("import", path)
    return path


def changed(prikaz: Prikaz, *arguments: str | Path) -> list[str]:
    done = prikaz.run("check", *arguments)
    lines = [line for line in done.stdout.splitlines() if "[changed_file]" in line]
    assert (done.returncode, done.stderr) == (1 if lines else 0, "")
    return lines


def test_file_that_has_changed_is_reported_until_it_is_loaded(prikaz: Prikaz, loaded: Path) -> None:
    assert changed(prikaz) == []
    write_order(loaded, rows=OTHER_ROWS)
    [line] = changed(prikaz)
    assert "data/raw/order.docx" in line
    prikaz.run("import", loaded)
    assert changed(prikaz) == []


def test_file_that_is_gone_or_has_a_namesake_is_no_fault(prikaz: Prikaz, loaded: Path) -> None:
    (loaded.parent / "other").mkdir()
    write_order(loaded.parent / "other" / "order.docx", rows=OTHER_ROWS)
    assert changed(prikaz) == []
    (loaded.parent / "other" / "order.docx").unlink()
    loaded.unlink()
    assert changed(prikaz) == []
    make_fifo(loaded)
    assert changed(prikaz) == []


def test_folders_named_are_looked_into_instead(prikaz: Prikaz, loaded: Path) -> None:
    write_order(loaded, rows=OTHER_ROWS)
    (prikaz.folder / "empty").mkdir()
    archive = prikaz.folder / "archive" / "2020\n"
    archive.mkdir(parents=True)
    write_order(archive / "order.docx", rows=OTHER_ROWS)
    assert changed(prikaz, "--files", "empty") == []
    [line] = changed(prikaz, "--files", "empty", "--files", "archive")
    assert "archive/2020\\n/order.docx" in line
