"""What the command prints, and where."""

import json
import re
import sqlite3

import click
import pytest

from pipeline.cli import COMMANDS
from pipeline.lazy import load
from tests.pipeline.command import ROOT, Prikaz
from tests.pipeline.documents import write_empty, write_order


def every_command() -> list[tuple[str, ...]]:
    """The names of each command and of each in a group."""
    found: list[tuple[str, ...]] = [()]
    for name, (place, _) in COMMANDS.items():
        found.append((name,))
        command = load(place)
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands]
    return found


@pytest.mark.parametrize("names", every_command(), ids=" ".join)
def test_every_command_has_help_with_an_example(prikaz: Prikaz, names: tuple[str, ...]) -> None:
    done = prikaz.run(*names, "--help")
    assert done.returncode == 0
    assert re.search(rf"Examples?:\n +prikaz {' '.join(names[:1])}", done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_list_of_commands_says_what_the_command_says(name: str) -> None:
    place, summary = COMMANDS[name]
    command = load(place)
    assert isinstance(command, click.Command)
    assert (command.name, command.get_short_help_str(limit=200)) == (name, summary)


def test_help_loads_no_command(prikaz: Prikaz) -> None:
    done = prikaz.run("--help", PYTHONPROFILEIMPORTTIME="1")
    assert "sqlalchemy" not in done.stderr
    assert "rich" not in done.stderr


def test_summary_fits_80_columns(prikaz: Prikaz) -> None:
    done = prikaz.run("import", ROOT / "data" / "raw")
    assert done.returncode == 0
    heading = next(line for line in done.stdout.splitlines() if line.startswith("Order"))
    assert heading.split() == ["Order", "Date", "Measures", "Sections", "People", "Schools", "Other", "Groups", "Open"]
    table, _ = done.stdout.split("\n\n", 1)  # the names of files are as long as they are
    assert max(map(len, table.splitlines())) <= 80


def test_json_is_one_object_per_file_and_nothing_else(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "a.docx", "15")
    write_empty(prikaz.folder / "b.docx")
    done = prikaz.run("import", "--json", "a.docx", "b.docx")
    good, bad = (json.loads(line) for line in done.stdout.splitlines())
    assert (good["file"], good["outcome"], good["order_number"]) == ("a.docx", "new", "15")
    assert good["counts"]["measures"] == 2
    assert good["error"] is None
    assert (bad["outcome"], bad["error"]["code"]) == ("refused", "empty")


def test_log_has_a_line_per_file_and_no_names(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "a.docx")
    write_empty(prikaz.folder / "b.docx")
    for _ in range(2):
        prikaz.run("import", "--log-file", "import.jsonl", "a.docx", "b.docx")
    text = (prikaz.folder / "import.jsonl").read_text(encoding="utf-8")
    outcomes = [json.loads(line)["outcome"] for line in text.splitlines()]
    assert outcomes == ["new", "refused", "unchanged", "refused"]
    assert "Иванова" not in text


def test_status_counts_what_was_imported(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "a.docx", "15"))
    done = prikaz.run("status")
    assert "Orders: 1, measures: 2" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("import", "nowhere.docx"), 2, "'nowhere.docx' does not exist"),
        (("import",), 2, "Missing argument"),
        (("import", "nowhere.docx", "nor/here"), 2, "'nowhere.docx' does not exist"),
        (("status",), 1, "no such database"),
        (("review", "--no-open"), 1, "no such database; `prikaz import` makes one"),
        (("review", "export", "questions.xlsx"), 1, "no such database"),
        (("review", "export", "nowhere/questions.xlsx"), 1, "nowhere/questions.xlsx: there is no folder nowhere"),
        (("decisions", "export", "nowhere/dec.jsonl"), 1, "nowhere/dec.jsonl: there is no folder nowhere"),
        (("status", "--db", "nonsense"), 1, "not a database URL"),
        (("frobnicate",), 2, "No such command"),
    ],
)
def test_error_is_one_line(prikaz: Prikaz, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = prikaz.run(*arguments)
    [line] = done.stderr.splitlines()
    assert (done.returncode, said in line) == (code, True), line
    assert list(prikaz.folder.iterdir()) == []


def test_folder_is_walked_in_order_without_hidden_and_lock_files(prikaz: Prikaz) -> None:
    (prikaz.folder / "b").mkdir()
    write_order(prikaz.folder / "b" / "1.docx", "1")
    write_order(prikaz.folder / "a.docx", "2")
    write_empty(prikaz.folder / "~$a.docx")
    write_empty(prikaz.folder / ".hidden")
    assert [report["file"] for report in prikaz.reports(".", "a.docx")] == ["a.docx", "b/1.docx"]


def test_check_finds_nothing_after_an_import_and_what_was_broken(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "a.docx"))
    assert prikaz.run("check").returncode == 0
    connection = sqlite3.connect(prikaz.database)
    with connection:
        connection.execute("UPDATE measures SET position = 7 WHERE position = 2")
    connection.close()
    done = prikaz.run("check")
    assert done.returncode == 1
    assert "[position_gap]" in done.stdout


def test_decisions_travel_as_a_file(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "a.docx"))
    line = '{"actor": "clerk", "made_at": "2026-01-01T00:00:00Z", "subject": "x|1", "verb": "unsure"}\n'
    (prikaz.folder / "in.jsonl").write_text(line, encoding="utf-8")
    assert prikaz.run("decisions", "import", "in.jsonl").stdout.startswith("1 decision taken in")
    assert prikaz.run("decisions", "import", "in.jsonl").stdout.startswith("0 decisions taken in")
    prikaz.run("decisions", "export", "out.jsonl")
    [kept] = (prikaz.folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line).items() <= json.loads(kept).items()


def test_status_shows_the_questions_that_touch_most_measures(prikaz: Prikaz) -> None:
    prikaz.run("import", ROOT / "data" / "raw" / "order-306-2020.docx")
    whole = prikaz.run("status", "--questions", "1000").stdout
    short = prikaz.run("status", "--questions", "2").stdout
    touched = [int(number) for number in re.findall(r"\[measures: (\d+), order 306\]", whole)]
    assert touched == sorted(touched, reverse=True)
    assert len({*whole.splitlines()}) == len(whole.splitlines())
    assert "more (--questions N shows them)" in short
    assert "more (--questions N shows them)" not in whole


def test_what_is_piped_is_a_line_for_a_line(prikaz: Prikaz) -> None:
    """A long name of a file stands whole, and no line ends in spaces, however narrow COLUMNS say."""
    name = f"{'приложение к приказу ' * 5}.docx"
    write_empty(prikaz.folder / "empty.docx")
    write_order(prikaz.folder / name, "15")
    done = prikaz.run("import", name, "empty.docx", COLUMNS="40")
    status = prikaz.run("status", COLUMNS="40")
    assert f"{name}: new" in done.stdout.splitlines()
    lines = (done.stdout + status.stdout).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_of_many_new_files_only_the_number_is_said(prikaz: Prikaz) -> None:
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    for number in range(1, 43):
        write_order(folder / f"{number}.docx", str(number))
    done = prikaz.run("import", folder)
    assert "42 files: new" in done.stdout
    assert "… and 2 more orders" in done.stdout


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ics", "datapackage"])
def test_export_names_the_files_that_it_wrote(prikaz: Prikaz, kind: str) -> None:
    prikaz.run("import", write_order(prikaz.folder / "a.docx", "15"))
    done = prikaz.run("export", "--to", "out", "--format", kind, "--order", "15")
    written = done.stdout.splitlines()
    assert written
    assert all((prikaz.folder / name).stat().st_size > 0 for name in written)
