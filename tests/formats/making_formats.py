"""The golden Word orders in every other format: by LibreOffice, and as workbooks."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.model import Grid
from ingest.readers import read_document
from tests.formats.traits import write_traits

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"

TRAITS = "traits"
CONVERTED = ("pdf", "html", "doc", "odt", "rtf")  # by LibreOffice
READ_BY_OFFICE = ("doc", "odt", "rtf")  # converted back when they are read
_WORD = "docx:MS Word 2007 XML"
_TIMEOUT = 120


def orders() -> dict[str, Path]:
    """The Word files by name."""
    golden = {path.parent.name: path for path in sorted(GOLDEN.glob("*/order.docx"))}
    return {"306": ROOT / "data" / "raw" / "order-306-2020.docx", **golden}


def make_all(folder: Path) -> None:
    """Every order in every format: at `made_path(folder, format, name)`."""
    (folder / "docx").mkdir()
    sources = [_as_word_saves(path, folder / "docx" / f"{name}.docx") for name, path in orders().items()]
    sources.append(write_traits(folder / "docx" / f"{TRAITS}.docx"))
    for kind in CONVERTED:
        _convert(sources, kind, folder / kind)
    foreign = [folder / kind / f"{path.stem}.{kind}" for kind in READ_BY_OFFICE for path in sources]
    _convert(
        [path.rename(path.with_stem(f"{path.stem}-{path.suffix[1:]}")) for path in foreign], _WORD, folder / "back"
    )
    for path in sources:
        _write_workbook(path, folder / "xlsx" / f"{path.stem}.xlsx")


def made_path(folder: Path, kind: str, name: str) -> Path:
    """Where the order stands in this format; what LibreOffice converts for us when we read it, as converted.

    The readers' own way, one process for each document, takes minutes: tests/ingest/readers/test_office.py goes it
    once for each format.
    """
    return folder / "back" / f"{name}-{kind}.docx" if kind in READ_BY_OFFICE else folder / kind / f"{name}.{kind}"


def _as_word_saves(source: Path, target: Path) -> Path:
    """The order with a paragraph after each table, as Word cannot save it otherwise.

    Without it LibreOffice leaves a table at the end out of a .doc, and makes one of two tables in RTF.
    """
    document = docx.Document(str(source))
    for table in document.tables:
        after = table._tbl.getnext()
        if after is None or not after.tag.endswith("}p"):
            table._tbl.addnext(document.add_paragraph()._p)
    document.save(str(target))
    return target


def _convert(sources: Sequence[Path], kind: str, folder: Path) -> None:
    """All the files in one run of LibreOffice, whose profile is our own."""
    profile = (folder.parent / "profile").as_uri()
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", folder, *sources], check=True, capture_output=True, timeout=_TIMEOUT)


def _write_workbook(source: Path, target: Path) -> None:
    """The order as somebody would type it into Excel: a paragraph a row, tables parted by an empty row."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    at = 1
    for block in read_document(source).blocks:
        if isinstance(block, Grid):
            _write_grid(sheet, block, at + 1)
            at += len(block.rows) + 2
        else:
            sheet.cell(at, 1, block.text)
            at += 1
    target.parent.mkdir(exist_ok=True)
    workbook.save(target)


def _write_grid(sheet: Worksheet, grid: Grid, top: int) -> None:
    for row, line in enumerate(grid.rows, start=top):
        for column, cell in enumerate(line, start=1):
            if cell is None:
                continue
            sheet.cell(row, column, cell.text)
            right, bottom = column + cell.colspan - 1, row + cell.rowspan - 1
            if (right, bottom) != (column, row):
                sheet.merge_cells(start_row=row, start_column=column, end_row=bottom, end_column=right)
