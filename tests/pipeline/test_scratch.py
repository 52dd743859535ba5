"""No run leaves anything in the temporary folder: what it needs is there while it lives, or until the next one."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.scratch import LOCK, make_scratch, remove_abandoned, scratch_folder
from tests.hostile.watching import Watch
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order


@pytest.fixture
def place() -> Iterator[Path]:
    """The temporary folder of a run; its name is short, as such names are."""
    with TemporaryDirectory(prefix="t-") as folder:
        yield Path(folder)


def write_office(folder: Path) -> dict[str, str]:
    """An RTF file, and a LibreOffice that never answers; the variables with which it is found."""
    (folder / "bin").mkdir()
    (folder / "bin" / "soffice").write_text('#!/bin/sh\ntouch "$TMPDIR/office"\nsleep 300\n')
    (folder / "bin" / "soffice").chmod(0o755)
    (folder / "old.rtf").write_text("{\\rtf1 }")
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PRIKAZ_CPU_SECONDS": "1"}


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_import_leaves_nothing(prikaz: Prikaz, place: Path, more: list[str]) -> None:
    assert prikaz.run("import", *more, write_order(prikaz.folder / "a.docx"), TMPDIR=str(place)).returncode == 0
    assert list(place.iterdir()) == []


def test_long_name_of_the_temporary_folder_is_no_obstacle(prikaz: Prikaz) -> None:
    """A socket's name has at most 107 characters."""
    place = prikaz.folder / ("t" * 100)
    place.mkdir()
    assert prikaz.run("import", write_order(prikaz.folder / "a.docx"), TMPDIR=str(place)).returncode == 0


def test_document_that_was_stopped_leaves_nothing(prikaz: Prikaz, place: Path) -> None:
    limits = write_office(prikaz.folder) | {"PRIKAZ_WALL_SECONDS": "5"}
    [report] = prikaz.reports("old.rtf", TMPDIR=str(place), **limits)
    assert report["error"]["code"] == "limit_reached"
    assert list(place.iterdir()) == []
    assert Watch(prikaz.folder).leftovers() == []


def test_next_run_removes_what_a_killed_one_left(prikaz: Prikaz, place: Path) -> None:
    process = prikaz.start("import", "old.rtf", TMPDIR=str(place), **write_office(prikaz.folder))
    deadline = time.monotonic() + 60
    while not list(place.glob("prikaz-*/office")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert list(place.iterdir()) != []
    assert Watch(prikaz.folder).leftovers() == []
    assert prikaz.run("import", write_order(prikaz.folder / "a.docx"), TMPDIR=str(place)).returncode == 0
    assert list(place.iterdir()) == []


def test_only_folders_whose_process_is_gone_are_removed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(place))
    foreign = [place / "prikaz-postgres-1", place / "other"]
    for folder in foreign:
        folder.mkdir()
    (place / "prikaz-link").symlink_to(place / "other")
    (place / "other" / LOCK).touch()
    with scratch_folder() as alive:
        killed = multiprocessing.get_context("spawn").Process(target=make_scratch)
        killed.start()
        killed.join()
        remove_abandoned(place)
        assert sorted(place.iterdir()) == sorted([*foreign, place / "prikaz-link", alive])
    assert sorted(place.iterdir()) == sorted([*foreign, place / "prikaz-link"])
