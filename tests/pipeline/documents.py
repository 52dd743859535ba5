"""Documents for the tests of the pipeline: small orders, and files that are none."""

from collections.abc import Sequence
from pathlib import Path

import docx
from PIL import Image

ROWS = (
    ("1.", "Провести входную диагностику в школах", "до 1 ноября", "Иванова А.А., директор школы № 2"),
    ("2.", "Подготовить аналитическую справку", "ноябрь 2020 г.", "Руководители школ №№ 2, 7"),
)


def write_order(
    path: Path,
    number: str = "15",
    rows: Sequence[tuple[str, str, str, str]] = ROWS,
    issuer: str = "Управления образования",
) -> Path:
    """A Word file with a plan of measures, approved by order `number` of 7 October 2020; `issuer` in the genitive."""
    document = docx.Document()
    document.add_paragraph(
        f"Приложение к приказу {issuer} от 07.10.2020 г. № {number}\n"
        "План мероприятий по повышению качества образования на 2020-2021 учебный год"
    )
    table = document.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cell, title in zip(table.rows[0].cells, ("№ п/п", "Мероприятия", "Сроки", "Ответственные"), strict=True):
        cell.text = title
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def write_jpeg(path: Path) -> Path:
    Image.new("RGB", (40, 40), "white").save(path, "JPEG")
    return path


def write_empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def write_cut_off(path: Path) -> Path:
    """The first half of a Word file."""
    data = write_order(path).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def write_letter(path: Path) -> Path:
    """A Word file with no table at all."""
    document = docx.Document()
    document.add_paragraph("Направляем вам информацию о проведении семинара.")
    document.save(str(path))
    return path


def write_blank_pdf(path: Path) -> Path:
    """A PDF whose one page has a filled rectangle and no text, as a scan has."""
    path.write_bytes(pdf_of([PAGE, stream(b"10 10 180 180 re f")]))
    return path


def write_encrypted_pdf(path: Path) -> Path:
    """A PDF that no empty password opens: the check value /U is not that of the empty password."""
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"1f" * 32, b"2e" * 32)
    trailer = b" /Encrypt 5 0 R /ID [<%s> <%s>]" % (b"3d" * 16, b"3d" * 16)
    path.write_bytes(pdf_of([PAGE, stream(b"BT ET"), encrypt], trailer))
    return path


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>"


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of one page; `objects` are numbered from 3, the page first."""
    every = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", *objects]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(every, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(every) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + (b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, len(body)))
    )
