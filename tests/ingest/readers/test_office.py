"""Old Word, OpenDocument and RTF files, converted by LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.errors import ConversionFailed, NeedsLibreOffice
from ingest.readers import office, read_document
from tests.ingest.readers.making import cell, grids, paragraph, row, table, texts, write_docx

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")

RTF = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}}\f0 "
    rb"\trowd\cellx1000\cellx5000 1.\intbl\cell \'d1\'e5\'ec\'e8\'ed\'e0\'f0\intbl\cell\row\pard\par}"
)


@needs_soffice
def test_rtf(tmp_path: Path) -> None:
    path = tmp_path / "план.doc"  # Word saves RTF under this name too
    path.write_bytes(RTF)
    assert [texts(grid) for grid in grids(read_document(path))] == [[["1.", "Семинар"]]]


@needs_soffice
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_plan_saved_in_another_format(tmp_path: Path, kind: str) -> None:
    rows = row("1.", cell("Конев Е.В.", "Гареева Л.Г.")), row("2.", "Педсовет")
    body = paragraph("План") + table(*rows, widths=(700, 6000)) + paragraph()  # .doc cannot end with a table
    source = write_docx(tmp_path / "plan.docx", body)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", tmp_path, source], check=True, capture_output=True, timeout=120)
    document = read_document(tmp_path / f"plan.{kind}")
    assert [texts(grid) for grid in grids(document)] == [[["1.", "Конев Е.В.\nГареева Л.Г."], ["2.", "Педсовет"]]]


@needs_soffice
def test_a_sheet_saved_as_opendocument(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["№", "Мероприятия", "Сроки"])
    workbook.active.append(["1", "Педсовет", "май"])
    workbook.save(tmp_path / "plan.xlsx")
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "ods"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "plan.xlsx"], check=True, capture_output=True, timeout=120
    )
    document = read_document(tmp_path / "plan.ods")
    assert [texts(grid) for grid in grids(document)] == [[["№", "Мероприятия", "Сроки"], ["1", "Педсовет", "май"]]]


def test_missing_libreoffice_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.rtf"
    path.write_bytes(RTF)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NeedsLibreOffice):
        read_document(path)


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 60"])
def test_conversion_that_fails_or_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    path = tmp_path / "plan.rtf"
    path.write_bytes(RTF)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "TIMEOUT", 0.5)
    with pytest.raises(ConversionFailed):
        read_document(path)
