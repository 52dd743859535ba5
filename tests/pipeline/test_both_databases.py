"""The command does the same on SQLite and on PostgreSQL."""

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order


def test_import_again_check_and_status(prikaz: Prikaz, empty_url: str) -> None:
    path = write_order(prikaz.folder / "order.docx", "15")
    outcomes = [prikaz.reports("--db", empty_url, path)[0]["outcome"] for _ in range(2)]
    assert outcomes == ["new", "unchanged"]
    assert prikaz.run("check", "--db", empty_url).returncode == 0
    assert "Orders: 1, measures: 2" in prikaz.run("status", "--db", empty_url).stdout


def test_imports_at_once_load_each_order_once(prikaz: Prikaz, empty_url: str) -> None:
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    for number in range(6):
        write_order(folder / f"order-{number}.docx", str(number + 1))
    running = [prikaz.start("import", "--db", empty_url, folder) for _ in range(2)]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")
    assert "Orders: 6, measures: 12" in prikaz.run("status", "--db", empty_url).stdout


def test_schema_is_made_and_named(prikaz: Prikaz, empty_url: str) -> None:
    assert prikaz.run("db", "upgrade", "--db", empty_url).stdout.startswith("schema none → ")
    again = prikaz.run("db", "upgrade", "--db", empty_url).stdout
    assert again == f"schema {prikaz.run('db', 'current', '--db', empty_url).stdout}"


def test_copy_arrives_whole_and_only_in_an_empty_database(prikaz: Prikaz, empty_url: str) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx", "15"))
    source = f"sqlite:///{prikaz.database}"
    assert prikaz.run("db", "copy", "--from", source, "--to", empty_url).returncode == 0
    assert "Orders: 1, measures: 2" in prikaz.run("status", "--db", empty_url).stdout
    again = prikaz.run("db", "copy", "--from", source, "--to", empty_url)
    assert (again.returncode, len(again.stderr.splitlines())) == (1, 1)
