"""Whatever is no order is refused in one line by name; the others are loaded, the database is as before."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import (
    write_blank_pdf,
    write_cut_off,
    write_empty,
    write_encrypted_pdf,
    write_jpeg,
    write_letter,
    write_order,
)
from tests.pipeline.dump import dump_views

BAD: list[tuple[str, Callable[[Path], Path], str]] = [
    ("picture.docx", write_jpeg, "not_a_document"),
    ("empty.pdf", write_empty, "empty"),
    ("cut-off.docx", write_cut_off, "damaged"),
    ("secret.pdf", write_encrypted_pdf, "encrypted"),
    ("scan.pdf", write_blank_pdf, "needs_ocr"),
    ("letter.docx", write_letter, "no_measure_table"),
]


def write_bad(folder: Path) -> list[str]:
    return [write(folder / name).name for name, write, _ in BAD]


@pytest.mark.parametrize(("name", "write", "code"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_file_is_refused_by_name_and_reason(
    prikaz: Prikaz, name: str, write: Callable[[Path], Path], code: str
) -> None:
    write(prikaz.folder / name)
    [report] = prikaz.reports(name)
    assert (report["file"], report["outcome"], report["error"]["code"]) == (name, "refused", code)


def test_each_bad_file_costs_one_line_and_the_good_one_is_loaded(prikaz: Prikaz) -> None:
    names = write_bad(prikaz.folder)
    write_order(prikaz.folder / "order.docx", "15")
    done = prikaz.run("import", ".")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert sorted(line.split(":")[0] for line in lines) == sorted(names)
    assert "Traceback" not in done.stdout + done.stderr
    assert "order.docx: new" in done.stdout
    assert len(dump_views(prikaz.database)["v_orders"]) == 1


def test_a_path_that_is_not_there_does_not_stop_the_others(prikaz: Prikaz) -> None:
    order = write_order(prikaz.folder / "order.docx", "15")
    done = prikaz.run("import", "nowhere.docx", order)
    assert (done.returncode, done.stderr) == (1, "nowhere.docx: expected a readable file: No such file or directory\n")
    assert f"{order}: new" in done.stdout.replace("\n", "")
    assert len(dump_views(prikaz.database)["v_orders"]) == 1


NO_FORK = """
import os

def fork():
    raise BlockingIOError(11, "Resource temporarily unavailable")

os.fork = fork
"""


def test_where_no_process_can_be_started_the_file_is_not_blamed(prikaz: Prikaz) -> None:
    """A machine at its limit of processes, as a Python that starts with such an `os.fork` is."""
    (prikaz.folder / "start").mkdir()
    (prikaz.folder / "start" / "sitecustomize.py").write_text(NO_FORK, encoding="utf-8")
    write_order(prikaz.folder / "order.docx", "15")
    paths = os.pathsep.join(filter(None, (str(prikaz.folder / "start"), os.environ.get("PYTHONPATH"))))
    done = prikaz.run("import", "order.docx", PYTHONPATH=paths)
    [line] = done.stderr.splitlines()
    assert (done.returncode, line.partition(": ")[2][:55]) == (
        1,
        "no process could be started to read the file in: EOFErr",
    )
    assert "The file is not to blame" in done.stdout


def test_where_all_is_refused_the_database_is_as_before(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx"))
    before = dump_views(prikaz.database)
    done = prikaz.run("import", *write_bad(prikaz.folder))
    assert done.returncode == 1
    assert dump_views(prikaz.database) == before


def test_where_all_is_refused_no_database_is_made(prikaz: Prikaz) -> None:
    done = prikaz.run("import", *write_bad(prikaz.folder))
    assert done.returncode == 1
    assert not prikaz.database.exists()


def test_summary_groups_the_refused_by_reason(prikaz: Prikaz) -> None:
    write_empty(prikaz.folder / "a.docx")
    write_empty(prikaz.folder / "b.pdf")
    done = prikaz.run("import", ".")
    assert "Refused, 2: the file is empty" in done.stdout
    assert "→ Ask the sender" in done.stdout
