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


def saved_as(kind: str, source: Path) -> Path:
    """LibreOffice's conversion; `kind` is the ending, with the name of the filter where the ending says too little."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix("." + kind.partition(":")[0])


@needs_soffice
def test_rtf(tmp_path: Path) -> None:
    path = tmp_path / "план.doc"  # Word saves RTF under this name too
    path.write_bytes(RTF)
    assert [texts(grid) for grid in grids(read_document(path))] == [[["1.", "Семинар"]]]


@needs_soffice
@pytest.mark.parametrize("kind", ["doc", "odt", "xml:MS Word 2003 XML"])
def test_plan_saved_in_another_format(tmp_path: Path, kind: str) -> None:
    rows = row("1.", cell("Конев Е.В.", "Гареева Л.Г.")), row("2.", "Педсовет")
    body = paragraph("План") + table(*rows, widths=(700, 6000)) + paragraph()  # .doc cannot end with a table
    source = write_docx(tmp_path / "plan.docx", body)
    document = read_document(saved_as(kind, source))
    assert [texts(grid) for grid in grids(document)] == [[["1.", "Конев Е.В.\nГареева Л.Г."], ["2.", "Педсовет"]]]


@needs_soffice
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_sheet_saved_in_another_format(tmp_path: Path, kind: str) -> None:
    workbook = Workbook()
    workbook.active.append(["№", "Мероприятия", "Сроки"])
    workbook.active.append(["1", "Педсовет", "май"])
    workbook.save(tmp_path / "plan.xlsx")
    document = read_document(saved_as(kind, tmp_path / "plan.xlsx"))
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
