"""What a file is, told from its content; what it is not, by name."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ingest.errors import Damaged, Doctype, Empty, Encrypted, IngestError, Macro, NotADocument, NotAFile, TooLarge
from ingest.model import Paragraph
from ingest.readers.html import read as read_html
from ingest.sniff import MAX_UNPACKED_BYTES, sniff
from tests.ingest.readers.making import write_docx

RAW = Path(__file__).parents[2] / "data" / "raw"
MACRO_DOCUMENT = "application/vnd.ms-word.document.macroEnabled.main+xml"
DUMP = "План\n\n№ п/п\tМероприятия\tСроки\n1.\tСеминар\tмай\n"


def written(folder: Path, data: bytes, name: str = "order.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def word_header(flags: int = 0) -> bytes:
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, flags)


def excel_header(second_record: int) -> bytes:
    """A BOF of 16 bytes, and the head of the record behind it."""
    return struct.pack("<HH16sHH", 0x0809, 16, b"", second_record, 0)


def ole(name: str, stream: bytes = b"") -> bytes:
    """An OLE2 file whose directory has one stream, which begins in sector 1."""
    entry = (name + "\0").encode("utf-16-le").ljust(116, b"\0") + struct.pack("<III", 1, 4096, 0)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry.ljust(512, b"\0") + stream.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("name", "kind"), [("order-306-2020.docx", "docx"), ("order-306-2020.pdf", "pdf"), ("order-306-2020.txt", "dump")]
)
def test_order_306_under_a_wrong_name(tmp_path: Path, name: str, kind: str) -> None:
    assert sniff(written(tmp_path, (RAW / name).read_bytes(), "приказ.bin")) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_dump_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    assert sniff(written(tmp_path, DUMP.encode(encoding))) == "dump"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi\\ansicpg1251 ...}", "rtf"),
        (b"junk before\n%PDF-1.4\n", "pdf"),
        ("<html><head><title>План</title></head></html>".encode("cp1251"), "html"),
        (b"<!DOCTYPE html>\n<body><table></table></body>", "html"),
        (ole("WordDocument", word_header()), "doc"),
        (ole("Workbook", excel_header(0x00E1)), "xls"),
        (b"From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related\n<html>", "mht"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "word-xml"),
        ("№;Мероприятия;Сроки\n1;Семинар;май\n2;Педсовет;июнь\n".encode("cp1251"), "dump"),
    ],
)
def test_kind_by_content(tmp_path: Path, data: bytes, kind: str) -> None:
    assert sniff(written(tmp_path, data)) == kind


@pytest.mark.parametrize(
    ("data", "reason", "named"),
    [
        (b"", Empty, ""),
        (b" \r\n\t ", Empty, ""),
        (b"\xff\xfe", Empty, ""),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", NotADocument, "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", NotADocument, "PNG"),
        (b"Rar!\x1a\x07\x00", NotADocument, "RAR"),
        (b"\x00\x01\x02\x03" * 100, NotADocument, "binary"),
        (bytes(range(0x20, 0x100)) * 5, NotADocument, "binary"),  # letters of windows-1251, but no Russian
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>', NotADocument, "XML"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><!DOCTYPE w>', Doctype, "DOCTYPE"),
        (ole("EncryptedPackage"), Encrypted, "Office"),
        (ole("WordDocument", word_header(flags=0x0100)), Encrypted, "Word 97"),
        (ole("Workbook", excel_header(0x002F)), Encrypted, "Excel 97"),
        (ole("PowerPoint Document"), NotADocument, "old Office"),
        ("План мероприятий".encode() + b"\xd0\t\xff", Damaged, "byte 31"),
        (b"PK\x03\x04 and then nothing", Damaged, "zip"),
    ],
)
def test_refused_by_name(tmp_path: Path, data: bytes, reason: type[IngestError], named: str) -> None:
    with pytest.raises(reason) as caught:
        sniff(written(tmp_path, data))
    assert type(caught.value) is reason
    assert named in caught.value.message
    assert "\n" not in caught.value.message


def test_cut_off_docx_is_damaged(tmp_path: Path) -> None:
    whole = (RAW / "order-306-2020.docx").read_bytes()
    with pytest.raises(Damaged):
        sniff(written(tmp_path, whole[: len(whole) // 2]))


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "нет.docx", tmp_path):
        with pytest.raises(NotAFile):
            sniff(path)


def test_document_with_macros_is_refused_whatever_its_name(tmp_path: Path) -> None:
    with pytest.raises(Macro):
        sniff(write_docx(tmp_path / "plan.docx", "", main_type=MACRO_DOCUMENT))
    path = write_docx(tmp_path / "plan.docx", "")
    with ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    with pytest.raises(Macro):
        sniff(path)


def test_zip_that_unpacks_beyond_the_limit(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "bomb.docx", "")
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(MAX_UNPACKED_BYTES + 1))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(TooLarge) as caught:
        sniff(path)
    assert "64 MiB" in caught.value.message


def test_zip_of_other_things(tmp_path: Path) -> None:
    path = tmp_path / "scans.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("page1.jpg", b"\xff\xd8\xff")
    with pytest.raises(NotADocument):
        sniff(path)


def test_opendocument_text_spreadsheet_and_slides(tmp_path: Path) -> None:
    path = tmp_path / "plan.odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert sniff(path) == "odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert sniff(path) == "ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.presentation")
    with pytest.raises(NotADocument):
        sniff(path)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xff\xd8\xff\xe0abc", "JPEG"),
        (b"vm\n", "plain text"),
        ("заметки\n".encode(), "plain text"),
        (b"MZ is the beginning of a Latin text " * 20, "plain text"),
    ],
)
def test_what_is_no_document_is_told_by_its_content(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    with pytest.raises(NotADocument) as caught:
        sniff(path)
    assert found in caught.value.message


ROW = f"<tr><td>Мероприятие</td><td>{'май, июнь и июль ' * 20}</td></tr>"
PAGE = f"<html><body><p>План</p><table>{ROW}</table></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
@pytest.mark.parametrize("stray", ["\x04", "\x1a", "\x04\x05"])
def test_stray_control_characters_print_nothing(tmp_path: Path, encoding: str, stray: str) -> None:
    path = written(tmp_path, PAGE.replace("<td>", f"<td>{stray}", 1).encode(encoding))
    assert sniff(path) == "html"
    assert [block.text for block in read_html(path).blocks if isinstance(block, Paragraph)] == ["План"]
    assert "\x04" not in str(read_html(path))


@pytest.mark.parametrize("stray", ["\x00", "\x04" * 20])
def test_other_control_characters_are_a_programs(tmp_path: Path, stray: str) -> None:
    with pytest.raises(NotADocument):
        sniff(written(tmp_path, PAGE.replace("<td>", f"<td>{stray}", 1).encode()))
