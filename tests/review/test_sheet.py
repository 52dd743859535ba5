"""Questions as a workbook, opened and saved by LibreOffice, and the answers back."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from ingest.order import read_order
from store.review.sheet import HEADERS
from tests.pipeline.documents import write_order
from tests.review.asked import decisions_in_force, open_keys, rows
from tests.review.conftest import load
from tests.review.desk import prikaz

OFFICE = shutil.which("soffice")
ANSWER, WORDS, SCOPE, REASON = (HEADERS.index(one) + 1 for one in ("Ответ", "Ответ словами", "Где верно", "Почему"))


def export(url: str, folder: Path) -> Path:
    path = folder / "questions.xlsx"
    done = prikaz(url, "review", "export", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    return path


def fill(path: Path, change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> None:
    book = openpyxl.load_workbook(path)
    change(book["Вопросы"])
    book.save(path)


def line_of(sheet: openpyxl.worksheet.worksheet.Worksheet, words: str) -> int:
    return next(row[0].row for row in sheet.iter_rows(min_row=2) if words in str(row[0].value))


Office = Callable[[Path], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Opens a workbook in LibreOffice and saves it beside; one profile for all: its first start is slow."""
    if OFFICE is None:
        pytest.skip("no LibreOffice: install Debian's package «libreoffice-calc»")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('office').as_uri()}"

    def save(path: Path) -> Path:
        saved = path.parent / "saved"
        command = [OFFICE, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(saved), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return saved / path.name

    return save


@pytest.mark.parametrize("url_306", ["postgresql"], indirect=True)
def test_there_and_back_through_libreoffice(url_306: str, tmp_path: Path, office: Office) -> None:
    asked = open_keys(url_306)
    path = export(url_306, tmp_path)

    def answer(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        assert sheet.max_row == len(asked) + 1
        sheet.cell(line_of(sheet, "одна организация"), ANSWER, "ГАОУ ДПО СО «ИРО»")
        for number in ("10", "12"):
            sheet.cell(line_of(sheet, f"Срок мероприятия {number} "), WORDS, "до 1 ноября 2020 г.")
        sheet.cell(line_of(sheet, "ПК»"), ANSWER, "профсоюзный комитет")
        sheet.cell(line_of(sheet, "ПК»"), REASON, "так у нас принято")

    fill(path, answer)
    saved = office(path)
    done = prikaz(url_306, "review", "apply", str(saved), "--clerk", "Анна")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("4 answers taken in")
    assert {row[0] for row in decisions_in_force(url_306)} == {"Анна"}
    institutes = "SELECT DISTINCT organization FROM v_parties WHERE surface LIKE '%ИРО»%' AND kind = 'organization'"
    assert rows(url_306, institutes) == [("ГАОУ ДПО СО «ИРО»",)]
    again = prikaz(url_306, "review", "apply", str(saved))
    assert again.stdout.startswith("0 answers taken in")
    assert ", 4 known before, 0 refused" in again.stdout
    assert len(decisions_in_force(url_306)) == 4


def test_lists_of_candidates_survive_libreoffice(sqlite_306_url: str, tmp_path: Path, office: Office) -> None:
    saved = openpyxl.load_workbook(office(export(sqlite_306_url, tmp_path)))
    sheet, lists = saved["Вопросы"], saved["Варианты"]
    line = line_of(sheet, "одна организация")
    ranges = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert ranges[f"{get_column_letter(ANSWER)}{line}"].replace("'", "").startswith(f"Варианты!$A${line}:")
    assert [cell.value for cell in lists[line]][:3] == ["ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»", "ГАОУ ДО «ИРО»"]


HOSTILE = (
    ("1.", '=HYPERLINK("http://x";"y")', "=1+1", "=cmd|' /C calc'!A0, руководители ЩЪБ"),
    ("2.", "+1 @SUM(A1) -2", "", "руководители ЩЪВ _x0041_ _x000D_"),
    ("3.", "'строка в кавычке\nвторая", "до 1 ноября", "руководители ЩЪГ <b>&amp;</b> \u202eслева"),
    ("4.", "длинная " * 6_000, "когда-нибудь 99", "Ж" * 3_000),
)


def test_hostile_texts_come_back_from_libreoffice(sqlite_url: str, tmp_path: Path, office: Office) -> None:
    """Every question of such an order is answered in the workbook, nothing is a formula, nothing is refused."""
    load(sqlite_url, read_order(write_order(tmp_path / "order.docx", rows=HOSTILE)))
    asked = open_keys(sqlite_url)
    assert len(asked) > 4
    path = export(sqlite_url, tmp_path)
    fill(path, answer_every_row)
    saved = office(path)
    kinds = {cell.data_type for row in openpyxl.load_workbook(saved)["Вопросы"].iter_rows() for cell in row}
    assert "f" not in kinds
    done = prikaz(sqlite_url, "review", "apply", str(saved), "--clerk", "Анна")
    assert (done.returncode, done.stderr) == (0, "")
    assert {row[2] for row in decisions_in_force(sqlite_url)} == asked


def answer_every_row(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    lists = sheet.parent["Варианты"]
    for line in range(2, sheet.max_row + 1):
        offered = [str(cell.value) for cell in lists[line] if cell.value is not None]
        sheet.cell(line, ANSWER, next(one for one in offered if one != "— не уверен"))
        sheet.cell(line, REASON, "=2+2 и «почему»")
        sheet.cell(line, REASON).data_type = "s"


def test_buttons_of_the_page_stand_in_the_list(sqlite_306_url: str, tmp_path: Path) -> None:
    """«— Срока нет»: what a button does, kept as the button keeps it; words where none are read are refused."""
    path = export(sqlite_306_url, tmp_path)

    def answer(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(line_of(sheet, "Срок мероприятия 10 "), ANSWER, "— Срока нет")
        sheet.cell(line_of(sheet, "одна организация"), ANSWER, "— Это разные организации")
        sheet.cell(line_of(sheet, "Какая это школа"), WORDS, "основная")
        sheet.cell(line_of(sheet, "Срок мероприятия 12 "), ANSWER, "— Это разные организации")

    fill(path, answer)
    done = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert done.stdout.startswith("2 answers taken in")
    assert "на этот вопрос словами не отвечают" in done.stderr
    assert "нет среди вариантов" in done.stderr
    assert {row[1:2] + row[3:] for row in decisions_in_force(sqlite_306_url)} == {
        ("same", "Срока нет"), ("different", None),
    }  # fmt: skip
    again = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert ", 2 known before, 2 refused" in again.stdout


def test_rows_that_are_not_understood_are_refused_one_by_one(sqlite_306_url: str, tmp_path: Path) -> None:
    path = export(sqlite_306_url, tmp_path)
    lines: dict[str, int] = {}

    def answer(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        lines["unknown"] = line_of(sheet, "одна организация")
        sheet.cell(lines["unknown"], ANSWER, "Какая-то другая")
        lines["both"] = line_of(sheet, "ПК»")
        sheet.cell(lines["both"], ANSWER, "профсоюзный комитет")
        sheet.cell(lines["both"], WORDS, "профком")
        lines["scope"] = line_of(sheet, "лучшие педагоги")
        sheet.cell(lines["scope"], WORDS, "педагоги высшей категории")
        sheet.cell(lines["scope"], SCOPE, "везде и всегда")
        sheet.cell(line_of(sheet, "Срок мероприятия 10 "), WORDS, "до 1 ноября 2020 г.")

    fill(path, answer)
    done = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert done.returncode == 1
    assert {f"row {line}:" in done.stderr for line in lines.values()} == {True}
    assert len(done.stderr.splitlines()) == 3
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("1 answer taken in")


def test_an_answer_given_meanwhile_is_not_overwritten(sqlite_306_url: str, tmp_path: Path) -> None:
    path = export(sqlite_306_url, tmp_path)
    fill(path, lambda sheet: sheet.cell(line_of(sheet, "ПК»"), ANSWER, "профсоюзный комитет") and None)
    assert prikaz(sqlite_306_url, "review", "apply", str(path)).returncode == 0
    fill(path, lambda sheet: sheet.cell(line_of(sheet, "ПК»"), ANSWER, "предметная комиссия") and None)
    done = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert done.returncode == 1
    assert "на вопрос уже ответили иначе" in done.stderr
    assert [row[3] for row in decisions_in_force(sqlite_306_url)] == ["профсоюзный комитет"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", "обычный текст".encode()])
def test_what_is_no_workbook_is_refused_in_one_line(sqlite_306_url: str, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    done = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert done.returncode == 1
    assert "not an Excel workbook" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_workbook_without_questions_is_refused(sqlite_306_url: str, tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    done = prikaz(sqlite_306_url, "review", "apply", str(path))
    assert "no sheet «Вопросы»" in done.stderr
