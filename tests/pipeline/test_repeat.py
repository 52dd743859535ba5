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
