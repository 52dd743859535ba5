"""Importing again, and being killed: the order is there once and whole, or not at all."""

import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.command import ROOT, Prikaz
from tests.pipeline.documents import ROWS, write_order
from tests.pipeline.dump import dump_views

ORDER_306 = ROOT / "data" / "raw" / "order-306-2020.docx"


def rows(database: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def write_orders(folder: Path, count: int) -> None:
    for number in range(1, count + 1):
        write_order(folder / f"order-{number}.docx", str(number))


def test_import_twice_is_import_once(prikaz: Prikaz) -> None:
    [first] = prikaz.reports(ORDER_306)
    once = dump_views(prikaz.database)
    [report] = prikaz.reports(ORDER_306)
    again = first | {"outcome": "unchanged", "seconds": report["seconds"]}
    assert report == again  # counts and questions too, though nothing is understood once more
    assert dump_views(prikaz.database) == once


def test_changed_file_replaces_the_order_and_says_what_changed(prikaz: Prikaz) -> None:
    path = write_order(prikaz.folder / "order.docx")
    prikaz.run("import", path)
    first, second = ROWS
    write_order(path, rows=(first, (*second[:2], "до 20 декабря", second[3])))
    [report] = prikaz.reports(path)
    assert report["outcome"] == "replaced"
    assert [(one["before"], one["after"]) for one in report["differences"]] == [("ноябрь 2020 г.", "до 20 декабря")]
    assert len(dump_views(prikaz.database)["v_orders"]) == 1


def test_an_earlier_version_is_not_taken_and_can_be_made_current_again(prikaz: Prikaz) -> None:
    first, second = ROWS
    old = write_order(prikaz.folder / "b-old.docx")
    new = write_order(prikaz.folder / "a-new.docx", rows=(first, (*second[:2], "до 20 декабря", second[3])))
    prikaz.run("import", old)
    prikaz.run("import", new)
    as_new = dump_views(prikaz.database)
    done = prikaz.run("import", old, COLUMNS="200")
    assert "b-old.docx: loaded before, and replaced since: not taken, the order stays as it is (15 of" in done.stdout
    assert "measure 2, deadline: the order says «до 20 декабря», this file «ноябрь 2020 г.»" in done.stdout
    assert f'prikaz import --make-current "{old}"' in done.stdout
    assert dump_views(prikaz.database) == as_new
    [report] = prikaz.reports("--make-current", old)
    assert [(one["before"], one["after"]) for one in report["differences"]] == [("до 20 декабря", "ноябрь 2020 г.")]
    assert report["outcome"] == "replaced"
    as_old = dump_views(prikaz.database)
    assert [row[0] for row in rows(prikaz.database, "SELECT source_file FROM v_orders")] == ["b-old.docx"]
    assert [report["outcome"] for report in prikaz.reports("--make-current", old)] == ["unchanged"]
    assert dump_views(prikaz.database) == as_old
    prikaz.run("import", "--dry-run", "--make-current", new)
    assert dump_views(prikaz.database) == as_old
    prikaz.run("import", "--make-current", new)
    assert [row[0] for row in rows(prikaz.database, "SELECT source_file FROM v_orders")] == ["a-new.docx"]
    assert prikaz.run("check", "--files", ".").returncode == 0


def test_versions_in_one_import_are_said(prikaz: Prikaz) -> None:
    """A rebuilt database: the names of the files say which version comes last, and the summary says how to choose."""
    first, second = ROWS
    write_order(prikaz.folder / "b-old.docx")
    write_order(prikaz.folder / "a-new.docx", rows=(first, (*second[:2], "до 20 декабря", second[3])))
    done = prikaz.run("import", ".", COLUMNS="200")
    assert "Order 15 of 2020-10-07 came in 2 versions; what counts is the last: b-old.docx" in done.stdout
    assert '→ if this one is right: prikaz import --make-current "a-new.docx"' in done.stdout
    prikaz.run("import", "--make-current", "a-new.docx")
    query = "SELECT deadline_text FROM v_measures WHERE position = 2"
    assert rows(prikaz.database, query) == [("до 20 декабря",)]
    assert "came in" not in prikaz.run("import", ".", COLUMNS="200").stdout


def test_territory_is_given_set_or_read_and_stays(prikaz: Prikaz) -> None:
    """Given by the option, else by the setting; a town that was given by mistake is corrected by giving another."""
    path = write_order(prikaz.folder / "order.docx")

    def territory() -> list[str]:
        return [row[0] for row in rows(prikaz.database, "SELECT territory FROM v_orders")]

    prikaz.run("import", path)
    [read] = territory()
    prikaz.run("import", path, PRIKAZ_TERRITORY="г. Дальний")
    assert territory() == ["г. Дальний"] != [read]
    [report] = prikaz.reports(path, "--territory", "г. Ближний", PRIKAZ_TERRITORY="г. Дальний")
    assert (report["outcome"], territory()) == ("replaced", ["г. Ближний"])
    assert prikaz.reports(path)[0]["outcome"] == "unchanged"
    assert territory() == ["г. Ближний"]
    assert prikaz.run("check").returncode == 0


def test_dry_run_says_what_would_change_and_changes_nothing(prikaz: Prikaz) -> None:
    write_orders(prikaz.folder, 2)
    prikaz.run("import", "order-1.docx")
    before = dump_views(prikaz.database)
    done = prikaz.run("import", "--dry-run", "order-1.docx", "order-2.docx")
    assert done.returncode == 0
    assert "order-2.docx: new" in done.stdout
    assert dump_views(prikaz.database) == before


def test_dry_run_makes_no_database(prikaz: Prikaz) -> None:
    write_orders(prikaz.folder, 1)
    assert prikaz.run("import", "--dry-run", ".").returncode == 0
    assert not prikaz.database.exists()


@pytest.mark.parametrize("seed", range(4))
def test_killed_import_leaves_whole_orders_and_the_next_finishes(prikaz: Prikaz, seed: int) -> None:
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    write_orders(folder, 12)
    process = prikaz.start("import", "--json", folder)
    assert process.stdout is not None
    process.stdout.readline()  # at least one order is in: the kill falls into the work, not before it
    time.sleep(random.Random(seed).uniform(0, 0.3))
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    partial = dump_views(prikaz.database)
    assert len(partial["v_measures"]) == len(ROWS) * len(partial["v_orders"])
    assert prikaz.run("import", folder).returncode == 0
    assert len(dump_views(prikaz.database)["v_orders"]) == 12
