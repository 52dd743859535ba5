"""What a municipality knows: three files, checked line by line, canonical before what orders print."""

import sqlite3
from pathlib import Path

import pytest

from tests.pipeline.command import ROOT, Prikaz
from tests.pipeline.dump import dump_views

ORDER = ROOT / "data" / "raw" / "order-306-2020.docx"
TERRITORY = "Управление образования"  # of order 306, whose head names no town


@pytest.fixture
def registry(prikaz: Prikaz) -> Path:
    folder = prikaz.folder / "data" / "registry"
    folder.mkdir(parents=True)
    return folder


def ask(database: Path, query: str) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_registry_is_taken_in_before_orders(prikaz: Prikaz, registry: Path) -> None:
    (registry / "people.csv").write_text(
        f"territory;surname;initials;given_names\n{TERRITORY};Маркова;И.В.;Инна Викторовна\n", encoding="utf-8"
    )
    (registry / "organizations.csv").write_text(
        "territory;name;kind;aliases\n;ГАОУ ДПО СО «ИРО»;institute;ИРО\n", encoding="utf-8"
    )
    assert prikaz.run("import", ORDER).returncode == 0
    assert ask(prikaz.database, "SELECT given_names FROM v_people WHERE surname = 'Маркова'") == [("Инна Викторовна",)]
    assert ("ИРО", "registry") in ask(prikaz.database, "SELECT alias, source FROM v_aliases")


def test_unchanged_registry_changes_nothing(prikaz: Prikaz, registry: Path) -> None:
    (registry / "schools.csv").write_text(
        f"territory;number;type;name;aliases\n{TERRITORY};39;основная;;\n", encoding="utf-8"
    )
    prikaz.run("import", ORDER)
    before = dump_views(prikaz.database)
    assert prikaz.run("import", ORDER).returncode == 0
    assert dump_views(prikaz.database) == before


def test_registry_that_comes_later_is_as_if_it_had_come_first(prikaz: Prikaz, registry: Path, tmp_path: Path) -> None:
    first = Prikaz(tmp_path / "first")
    (first.folder / "data" / "registry").mkdir(parents=True)
    lines = "territory;name;kind;aliases\n;ГАОУ ДПО СО «ИРО»;institute;ИРО\n"
    (first.folder / "data" / "registry" / "organizations.csv").write_text(lines, encoding="utf-8")
    first.run("import", ORDER)
    prikaz.run("import", ORDER)
    (registry / "organizations.csv").write_text(lines, encoding="utf-8")
    prikaz.run("import", ORDER)
    parties = "SELECT party_id, organization, status FROM v_parties ORDER BY party_id"
    assert ask(prikaz.database, parties) == ask(first.database, parties)


@pytest.mark.parametrize(
    ("file", "lines", "said"),
    [
        ("people.csv", "territory;surname;initials;given_names\nг. Энск;петрова;А.С.;", "people.csv:2: surname"),
        ("people.csv", "territory;surname;initials;given_names\nг. Энск;Петрова;АС;", "people.csv:2: initials"),
        ("people.csv", "surname;initials\nПетрова;А.С.", "people.csv:1: expected the columns"),
        ("people.csv", "territory;surname;initials;given_names\nг. Энск;Петрова", "people.csv:2: expected 4 fields"),
        (
            "schools.csv",
            "territory;number;type;name;aliases\nг. Энск;;;;",
            "schools.csv:2: expected a number or a name",
        ),
        ("schools.csv", "territory;number;type;name;aliases\nг. Энск;7;большая;;", "schools.csv:2: type"),
        ("organizations.csv", "territory;name;kind;aliases\n;Министерство;дом;", "organizations.csv:2: kind"),
    ],
)
def test_a_line_that_does_not_hold_is_named(prikaz: Prikaz, registry: Path, file: str, lines: str, said: str) -> None:
    (registry / file).write_text(lines, encoding="utf-8")
    done = prikaz.run("import", ORDER)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
