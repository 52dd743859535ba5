"""The table with which a .doc of LibreOffice ends."""

import struct

import pytest

from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.doc_tail import restore_last_table
from tests.ingest.readers.making import grids, paragraphs, texts

HEADER = "№|Мероприятие|Срок||"


def file_of(text: str) -> bytes:
    """A .doc as far as its text goes: the main stream's head in the second sector, the text right after it."""
    head = bytearray(2048)
    head[:2] = b"\xec\xa5"
    struct.pack_into("<2I", head, 0x18, 2048, 2048 + 2 * len(text))
    struct.pack_into("<8i", head, 0x4C, len(text), *[0] * 7)
    return bytes(512) + bytes(head) + text.encode("utf-16-le") + bytes(512)


def restored(*parts: str) -> Document:
    """The document of a file in which "|" ends a cell; LibreOffice reads each part as a paragraph, without marks."""
    text = "\r".join(parts).replace("|", "\x07")
    blocks = tuple(Paragraph(part.replace("|", "").replace("\n", " ")) for part in parts)
    return restore_last_table(Document("docx", blocks), file_of(text))


def test_the_last_table_is_one_again() -> None:
    found = restored("План", f"{HEADER}Раздел 1||1.|Сбор\nдетей|май||2.||июнь||")
    assert paragraphs(found) == ["План"]
    (grid,) = grids(found)
    assert texts(grid)[1:] == [["Раздел 1", None, None], ["1.", "Сбор\nдетей", "май"], ["2.", "", "июнь"]]
    assert "без объединения клеток" in found.doubts[0]


def test_a_cell_of_two_paragraphs() -> None:
    (grid,) = grids(restored("План", f"{HEADER}1.|Сбор", "детей|май||"))
    assert texts(grid)[1] == ["1.", "Сбор\nдетей", "май"]


def test_rows_of_no_table_are_named() -> None:
    found = restored("План", f"{HEADER}1.|Сбор||май|")
    assert grids(found) == []
    assert found.doubts == ("Последняя таблица файла .doc не прочитана: сохраните файл как .docx.",)


@pytest.mark.parametrize("data", [b"", bytes(2000), file_of("План\rработы\r"), file_of("1|2||")[:600]])
def test_other_files_stay_as_they_are(data: bytes) -> None:
    document = Document("docx", (Paragraph("План"), Grid((), ())))
    assert restore_last_table(document, data) is document


@pytest.mark.parametrize(
    ("cells", "is_read"),
    [
        (("№", "Мероприятие", "1.", "Сбор детей"), True),
        (("№", "Мероприятие", "а) 1.", "1) Сбор детей"), True),  # LibreOffice writes out automatic numbers
        (("№", "Мероприятие", "1.", "Слёт"), False),
        (("№", "Дата"), False),  # another table
    ],
)
def test_a_last_table_that_was_read_is_not_asked_about(cells: tuple[str, ...], is_read: bool) -> None:
    rows = tuple((Cell(one), Cell(two)) for one, two in zip(cells[::2], cells[1::2], strict=True))
    document = Document("docx", (Paragraph("План"), Grid(rows, (None,) * len(rows))))
    data = file_of("План\r№|Мероприятие||1.|Сбор\rдетей||".replace("|", "\x07"))
    assert (restore_last_table(document, data).doubts == ()) is is_read
