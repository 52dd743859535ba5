"""Hostile files through `prikaz import`: each is refused by name or read, and the others of the folder are loaded.

In the normal run the limits are small, so that what must be stopped is stopped soon; `-m hostile` runs the same
documents, and the dearest of all, under the limits that a user has.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.readers.pdf_second import read_again
from tests.hostile import making
from tests.hostile.importing import import_folder
from tests.hostile.making import Write
from tests.hostile.saying import say
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import ROWS, write_blank_pdf, write_empty, write_encrypted_pdf, write_order

SMALL_LIMITS = {"PRIKAZ_CPU_SECONDS": "3", "PRIKAZ_CPU_SECONDS_PER_MB": "0", "PRIKAZ_WALL_SECONDS": "60"}
USER_LIMITS: dict[str, str] = {}
MEMORY_MB = 2048  # the default of PRIKAZ_MEMORY_MB
SLACK_MB = 300  # the program itself, and what lies between two looks at it


@dataclass(frozen=True, slots=True)
class Case:
    """A file and the codes with which it may be refused: a limit is hit where the machine is slow, a rule where not."""

    write: Write
    codes: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.write.__name__.removeprefix("write_").removeprefix("make_")


CHEAP = [
    Case(making.write_lying_zip, ("damaged",)),
    Case(making.write_wide_span, ("too_wide",)),
    Case(making.write_nested_tables, ("damaged",)),
    Case(making.write_nested_controls, ("damaged",)),
    Case(making.write_shallow_controls, ("no_measure_table",)),
    Case(making.write_billion_laughs, ("doctype",)),
    Case(making.write_xxe, ("doctype",)),
    Case(making.write_bare_doctype, ("doctype",)),
    Case(making.write_utf16_doctype, ("doctype",)),
    Case(making.write_docm, ("macro",)),
    Case(making.write_vba, ("macro",)),
    Case(making.write_old_slides, ("not_a_document",)),
    Case(making.write_password_docx, ("encrypted",)),
    Case(making.write_many_parts, ("too_large",)),
    Case(making.write_truncated_docx, ("damaged",)),
    Case(making.write_jpeg_named_docx, ("not_a_document",)),
    Case(write_empty, ("empty",)),
    Case(write_blank_pdf, ("needs_ocr",)),
    Case(write_encrypted_pdf, ("encrypted",)),
    Case(making.write_user_password, ("encrypted",)),
    Case(making.write_broken_doc, ("conversion_failed", "needs_libreoffice", "limit_reached")),
    Case(making.write_truncated_pdf, ("damaged",)),
    Case(making.write_page_ring, ("damaged",)),
    Case(making.write_hair_lines, ("too_many_cells", "limit_reached")),
    Case(making.write_characters, ("no_measure_table", "limit_reached")),
    Case(making.write_wide_html, ("too_wide",)),
    Case(making.write_far_cell, ("too_large",)),
    Case(making.write_xlsx_doctype, ("doctype",)),
    Case(making.make_fifo, ("not_a_file",)),
    Case(making.make_link_ring, ("not_a_file",)),
    Case(making.make_dangling_link, ("not_a_file",)),
    Case(making.make_endless_link, ("not_a_file",)),
]
# What takes seconds to make or to stop.
DEAR = [
    Case(making.write_zip_bomb, ("too_large",)),
    Case(making.write_xlsx_bomb, ("too_large",)),
    Case(making.write_paragraphs, ("no_measure_table", "limit_reached")),
    Case(making.write_full_paragraphs, ("no_measure_table", "limit_reached")),
    Case(making.write_rectangles, ("too_many_cells", "limit_reached")),
    Case(making.write_placed_characters, ("no_measure_table", "limit_reached")),
    Case(making.write_cells, ("too_many_cells", "no_measure_table", "limit_reached")),
    Case(making.write_inflating_pdf, ("needs_ocr", "limit_reached")),
    Case(making.write_pages, ("needs_ocr", "limit_reached")),
    Case(making.write_form_ring, ("reader_crashed", "limit_reached")),
    Case(making.write_deep_html, ("damaged", "limit_reached")),
    Case(making.write_deep_html_tables, ("damaged", "limit_reached")),
    Case(making.write_tall_html, ("no_measure_table", "limit_reached")),
    Case(making.write_long_list, ("no_measure_table", "limit_reached")),
    Case(making.write_many_columns, ("no_measure_table", "limit_reached")),
    Case(making.write_long_dump, ("limit_reached",)),
    Case(making.write_long_cell, ("limit_reached",)),
    Case(making.write_far_column, ("too_wide", "limit_reached")),
    Case(making.write_wide_merge, ("too_large", "limit_reached")),
]
STOPPED_SOON = [making.write_paragraphs, making.write_rectangles, making.write_inflating_pdf, making.write_long_cell]


def test_cheap_attacks_are_each_refused_by_name_and_the_order_is_loaded(prikaz: Prikaz) -> None:
    refuse_all(prikaz, CHEAP, SMALL_LIMITS)


def test_dear_attacks_are_stopped_at_the_limit_and_the_order_is_loaded(prikaz: Prikaz) -> None:
    refuse_all(prikaz, [case for case in DEAR if case.write in STOPPED_SOON], SMALL_LIMITS)


@pytest.mark.hostile
@pytest.mark.parametrize("case", DEAR, ids=lambda case: case.name)
def test_dear_attack_under_the_limits_of_a_user(prikaz: Prikaz, case: Case) -> None:
    refuse_all(prikaz, [case], USER_LIMITS)


# --- what must be read, not refused ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["план\n2020.docx", "при\u202eказ.docx", "-rf.docx", "a b'\"$(touch x).docx", "%s%n.docx"]
)
def test_odd_name_is_read_and_said_on_one_line(prikaz: Prikaz, name: str) -> None:
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    write_order(folder / name, "15")
    write_empty(folder / f"empty-{name}")
    outcome = import_folder(prikaz, folder, **SMALL_LIMITS)
    assert sorted(one["outcome"] for one in outcome.reports.values()) == ["new", "refused"]
    assert len(outcome.errors) == 1
    done = prikaz.run("import", folder)
    assert all(line.isprintable() for line in (done.stdout + done.stderr).splitlines())


def test_name_in_another_encoding_is_read_too(prikaz: Prikaz) -> None:
    """As unpacked from a zip that a Russian Windows has made."""
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    write_order(folder / os.fsdecode(b"\xcf\xf0\xe8.docx"), "15")
    outcome = import_folder(prikaz, folder, **SMALL_LIMITS)
    assert [one["outcome"] for one in outcome.reports.values()] == ["new"]
    assert prikaz.run("check").returncode == 0


def test_folder_that_holds_itself_is_walked_once(prikaz: Prikaz) -> None:
    making.make_folder_ring(prikaz.folder / "inbox")
    write_order(prikaz.folder / "inbox" / "order.docx", "15")
    assert [one["outcome"] for one in prikaz.reports("inbox")] == ["new"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_file_and_folder_without_rights_are_refused_by_name(prikaz: Prikaz) -> None:
    folder = prikaz.folder / "inbox"
    (folder / "locked").mkdir(parents=True)
    making.make_unreadable(folder / "a.docx")
    write_order(folder / "b.docx", "15")
    (folder / "locked").chmod(0)
    outcome = import_folder(prikaz, folder, **SMALL_LIMITS)
    (folder / "locked").chmod(0o700)
    assert [outcome.code(name) for name in ("a.docx", "b.docx", "locked")] == ["not_a_file", None, "not_a_file"]


def test_owner_password_alone_does_not_keep_a_pdf_from_being_read(prikaz: Prikaz) -> None:
    making.write_owner_password(prikaz.folder / "order.pdf")
    [report] = prikaz.reports("order.pdf")
    assert (report["outcome"], report["counts"]["measures"]) == ("new", len(ROWS))


def test_pickled_cmap_is_not_run(tmp_path: Path) -> None:
    """CVE-2025-64512. pdfplumber is asked directly: the command asks it only where pdfium fails."""
    mark = tmp_path / "mark"
    path = making.write_pickled_cmap(tmp_path / "evil.pdf", mark)
    making.unpickle(tmp_path / "cmap" / "evil.pickle.gz")
    assert mark.exists()  # the pickle does what it is for
    mark.rmdir()
    assert read_again(path, 1) is not None
    assert not mark.exists()


def test_file_named_by_an_entity_does_not_leak(prikaz: Prikaz) -> None:
    """What an external entity names never reaches what is printed."""
    making.write_xxe(prikaz.folder / "xxe.docx")
    done = prikaz.run("import", "--json", "xxe.docx")
    assert "root:" not in done.stdout + done.stderr


# --- how -------------------------------------------------------------------------------------------------


def refuse_all(prikaz: Prikaz, cases: list[Case], limits: dict[str, str]) -> None:
    """Imports a folder of these files and an order; prints what became of each and what the import took."""
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    write_order(folder / "zz-order.docx", "15")
    expected = {f"{number:02}-{case.name}.docx": case.codes for number, case in enumerate(cases)}
    for name, case in zip(expected, cases, strict=True):
        case.write(folder / name)
    outcome = import_folder(prikaz, folder, **limits)
    for name in expected:
        say(f"{name:32} {outcome.reports[name]['seconds']:6.1f} s  {outcome.reports[name]['error']}")
    say(outcome.figures)
    found = {name: outcome.code(name) for name in expected}
    assert {name: code for name, code in found.items() if code not in expected[name]} == {}
    assert outcome.reports["zz-order.docx"]["outcome"] == "new"
    assert len(outcome.errors) == len(cases)
    assert not any("Traceback" in line for line in outcome.errors)
    assert outcome.peak_mb < MEMORY_MB + SLACK_MB
    assert outcome.leftovers == []
