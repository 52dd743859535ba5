"""Hostile documents, made in code: what a mailbox may bring, small on the disk and dear to read.

Each writer takes the path, makes the file and gives the path back.
"""

import gzip
import hashlib
import os
import pickle
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from tests.ingest.readers.making import cell, row, span, table, write_docx
from tests.ingest.readers.making_pdf import ruled, text, write_pdf
from tests.pipeline.documents import PAGE, ROWS, pdf_of, stream, write_jpeg, write_order

Write = Callable[[Path], Path]

GIGABYTE = 2**30
MACRO_DOCUMENT = "application/vnd.ms-word.document.macroEnabled.main+xml"
HEADER = ("№ п/п", "Мероприятия", "Сроки", "Ответственные")
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


# --- Word ------------------------------------------------------------------------------------------------


def write_zip_bomb(path: Path) -> Path:
    """1 MB that unpacks to 1 GB of text: one letter, deflated a thousandfold."""
    write_docx(path, "")
    return _replace_part(path, "word/document.xml", b"<w:document>" + b" " * GIGABYTE)


def write_lying_zip(path: Path) -> Path:
    """The same bomb with a directory that says «100 bytes»: sizes in a zip are only claims."""
    write_docx(path, "")
    size = 128 * 2**20
    _replace_part(path, "word/document.xml", b"<w:document>" + b" " * size)
    true, said = (size + 12).to_bytes(4, "little"), (100).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, said))
    return path


def write_paragraphs(path: Path, count: int = 2_000_000) -> Path:
    """A Word file of 2 million empty paragraphs."""
    return write_docx(path, "<w:p/>" * count)


def write_full_paragraphs(path: Path, count: int = 600_000) -> Path:
    """As many paragraphs with a letter as pass the limit of the zip."""
    return write_docx(path, "<w:p><w:r><w:t>а</w:t></w:r></w:p>" * count)


def write_wide_span(path: Path) -> Path:
    return write_docx(path, table(row(*HEADER), row(cell("1.", properties=span(20_000_000)), "Семинар", "май", "УО")))


def write_nested_tables(path: Path, depth: int = 3000) -> Path:
    """Tables in tables in tables."""
    opening = "<w:tbl><w:tr><w:tc>"
    return write_docx(path, opening * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


def write_nested_controls(path: Path, depth: int = 100_000) -> Path:
    """Content controls in content controls, each of which a reader has to look into."""
    return write_docx(path, "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth)


def write_shallow_controls(path: Path) -> Path:
    """As deep as the XML parser lets through."""
    return write_nested_controls(path, 120)


def write_billion_laughs(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _with_doctype(path, f'[<!ENTITY l0 "ха">{entities}]', "&l9;")


def write_xxe(path: Path) -> Path:
    return _with_doctype(path, '[<!ENTITY file SYSTEM "file:///etc/passwd">]', "&file;")


def write_bare_doctype(path: Path) -> Path:
    return _with_doctype(path, 'SYSTEM "http://127.0.0.1:9/evil.dtd"', "Семинар")


def write_utf16_doctype(path: Path) -> Path:
    """The declaration in UTF-16, where a search for its ASCII bytes is blind."""
    write_docx(path, "")
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "б">]><d>&a;</d>'
    return _replace_part(path, "word/document.xml", xml.encode("utf-16"))


def write_docm(path: Path) -> Path:
    return write_docx(path, table(row(*HEADER), row("1.", "Семинар", "май", "УО")), MACRO_DOCUMENT)


def write_vba(path: Path) -> Path:
    """A macro in a file that calls itself an ordinary document."""
    write_order(path)
    with ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Attribute VB_Name")
    return path


def write_broken_doc(path: Path) -> Path:
    """An old Word file in name and first bytes, with nothing behind them."""
    entry = "WordDocument\0".encode("utf-16-le").ljust(128, b"\0")
    path.write_bytes(OLE_MAGIC.ljust(512, b"\0") + entry.ljust(512, b"\0"))
    return path


def write_old_slides(path: Path) -> Path:
    path.write_bytes(OLE_MAGIC.ljust(512, b"\0") + "PowerPoint Document\0".encode("utf-16-le").ljust(512, b"\0"))
    return path


def write_password_docx(path: Path) -> Path:
    """What Word writes when a document is given a password."""
    path.write_bytes(OLE_MAGIC.ljust(512, b"\0") + "EncryptedPackage\0".encode("utf-16-le").ljust(512, b"\0"))
    return path


def write_many_parts(path: Path) -> Path:
    with ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}.xml", b"")
    return path


def write_truncated_docx(path: Path) -> Path:
    return _cut(write_order(path))


# --- PDF -------------------------------------------------------------------------------------------------


def write_rectangles(path: Path, count: int = 1_000_000) -> Path:
    """A page of a million ruled rectangles, 3.6 MB."""
    drawing = b"\n".join(b"%d %d 3 3 re S" % (7 * n % 590, 11 * n % 790) for n in range(count))
    return _pdf(path, drawing)


def write_hair_lines(path: Path, count: int = 1_000_000) -> Path:
    """A million strokes in one path: few objects, many segments."""
    drawing = b"\n".join(b"%d 10 m %d 700 l" % (n % 590, n % 590) for n in range(count)) + b" S"
    return _pdf(path, drawing)


def write_characters(path: Path, count: int = 1_000_000) -> Path:
    """A page with a million characters, some KB packed."""
    return _pdf(path, b"BT /F1 1 Tf 10 10 Td (" + b"x" * count + b") Tj ET")


def write_placed_characters(path: Path, count: int = 300_000) -> Path:
    """Characters each put in a place of its own: none makes a line with another."""
    words = b" ".join(b"1 0 0 1 %d %d Tm (x) Tj" % (7 * n % 590, 11 * n % 790) for n in range(count))
    return _pdf(path, b"BT /F1 1 Tf " + words + b" ET")


def write_cells(path: Path, rows: int = 200, columns: int = 150) -> Path:
    """A page with a table of 30,000 cells, a letter in each."""
    places = [20 + index * 550 / columns for index in range(columns + 1)]
    heights = [20 + index * 800 / rows for index in range(rows + 1)]
    letters = "".join(text(x + 0.5, y + 0.5, "а", 2) for x in places[:-1] for y in heights[:-1])
    return write_pdf(path, ruled(tuple(places), tuple(heights)) + letters)


def write_inflating_pdf(path: Path) -> Path:
    """Four content streams that inflate to 256 MB of blanks each."""
    packed = zlib.compress(b" " * (GIGABYTE // 4), 9)
    contents = b"[%s]" % b" ".join(b"%d 0 R" % (4 + n) for n in range(4))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents %s >>" % contents
    path.write_bytes(pdf_of([page, *[_packed_stream(packed)] * 4]))
    return path


def write_pages(path: Path, count: int = 100_000) -> Path:
    """A page tree that names one page a hundred thousand times."""
    kids = b"/Kids [%s] /Count %d" % (b"3 0 R " * count, count)
    path.write_bytes(pdf_of([PAGE, stream(b"BT ET")]).replace(b"/Kids [3 0 R] /Count 1", kids))
    return path


def write_page_ring(path: Path) -> Path:
    """A page tree whose branch has itself as its leaf."""
    body = pdf_of([PAGE, stream(b"BT ET")])
    path.write_bytes(body.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [2 0 R] /Count 9"))
    return path


def write_form_ring(path: Path) -> Path:
    """A drawing that draws itself twice."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /Fm 5 0 R >> >> /Length %d >>"
    )
    drawing = b"10 10 m 20 20 l S /Fm Do /Fm Do"
    page = PAGE.replace(b"/Contents", b"/Resources << /XObject << /Fm 5 0 R >> >> /Contents")
    path.write_bytes(pdf_of([page, stream(b"/Fm Do"), form % len(drawing) + b"\nstream\n" + drawing + b"\nendstream"]))
    return path


def write_pickled_cmap(path: Path, mark: Path) -> Path:
    """CVE-2025-64512: a font whose /Encoding is a path; pdfminer unpickled what lay there. The pickle makes `mark`."""
    gzip_folder = path.parent / "cmap"
    gzip_folder.mkdir(exist_ok=True)
    (gzip_folder / "evil.pickle.gz").write_bytes(gzip.compress(pickle.dumps(_Touch(mark))))
    name = "/" + "".join(f"#{byte:02x}" for byte in str(gzip_folder / "evil").encode())
    font = (
        f"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding {name}/DescendantFonts["
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0"
        "/CapHeight 1/StemV 1>>>>]>>"
    ).encode()
    page = PAGE.replace(b"/Contents", b"/Resources << /Font << /F1 5 0 R >> >> /Contents")
    # Ruling lines without a cell of text: pdfium's reading does not add up, so pdfplumber is asked.
    drawing = (
        b"10 10 m 190 10 l S 10 50 m 190 50 l S 10 10 m 10 50 l S 190 10 m 190 50 l S BT /F1 9 Tf 20 20 Td <0041> Tj ET"
    )
    path.write_bytes(pdf_of([page, stream(drawing), font]))
    return path


def write_owner_password(path: Path) -> Path:
    """A plan that anybody may open and nobody may print or copy: RC4 with the empty user password."""
    write_plan_pdf(path)
    return encrypt(path, b"", b"secret")


def write_user_password(path: Path) -> Path:
    """A plan that opens only with a password."""
    write_plan_pdf(path)
    return encrypt(path, b"open", b"secret")


def write_plan_pdf(path: Path) -> Path:
    """The plan of `ROWS` as a page with ruling lines."""
    columns, edges = (20, 60, 260, 360, 575), (760, 730, 700, 670)
    lines = [HEADER, *ROWS]
    words = "".join(
        text(x + 3, y - 20, words, 6)
        for y, line in zip(edges, lines, strict=False)
        for x, words in zip(columns, line, strict=False)
    )
    head = text(20, 800, "Приложение к приказу Управления образования от 07.10.2020 г. № 15", 9)
    return write_pdf(path, head + ruled(columns, edges) + words)


def write_truncated_pdf(path: Path) -> Path:
    return _cut(write_rectangles(path, 100))


# --- other formats ---------------------------------------------------------------------------------------


def write_deep_html(path: Path, depth: int = 200_000) -> Path:
    path.write_text("<html><body>" + "<div>" * depth + "план", encoding="utf-8")
    return path


def write_deep_html_tables(path: Path, depth: int = 20_000) -> Path:
    path.write_text("<html><body>" + "<table><tr><td>план" * depth, encoding="utf-8")
    return path


def write_wide_html(path: Path) -> Path:
    path.write_text('<table><tr><td colspan="20000">план</table>', encoding="utf-8")
    return path


def write_tall_html(path: Path, rows: int = 60_000) -> Path:
    """Sixty columns whose cells each cover all rows below."""
    first = "<tr>" + '<td rowspan="65000">а' * 60
    path.write_text(f"<table>{first}{'<tr><td>б' * rows}</table>", encoding="utf-8")
    return path


def write_long_list(path: Path, items: int = 100_000) -> Path:
    """A numbered list: to count the items before each one is a square of work."""
    path.write_text("<html><ol>" + "<li>план" * items, encoding="utf-8")
    return path


def write_many_columns(path: Path, columns: int = 1_000_000) -> Path:
    """A line of a dump with a million cells, and ten thousand lines of two."""
    path.write_text("а\t" * columns + "\n" + "а\tб\n" * 10_000, encoding="utf-8")
    return path


def write_long_dump(path: Path, rows: int = 300_000) -> Path:
    """A plan of 300,000 measures, 9 MB."""
    path.write_text("\t".join(HEADER) + "\n" + "1.\tСеминар\tмай\tУО\n" * rows, encoding="utf-8")
    return path


def write_xlsx_bomb(path: Path) -> Path:
    _write_xlsx(path, "")
    return _replace_part(path, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * GIGABYTE)


def write_long_cell(path: Path, pieces: int = 400_000) -> Path:
    """A plan whose one responsible cell has a megabyte of numbers."""
    cells = ("1.", "Семинар", "1, " * pieces, "2, " * pieces)
    path.write_text("\t".join(HEADER) + "\n" + "\t".join(cells) + "\n", encoding="utf-8")
    return path


def write_far_cell(path: Path) -> Path:
    """A stray cell in the last row and column that Excel has."""
    return _write_xlsx(path, '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>а</t></is></c></row>')


def write_far_column(path: Path) -> Path:
    rows = "".join(f'<row r="{n}"><c r="XFD{n}" t="inlineStr"><is><t>а</t></is></c></row>' for n in range(1, 19_000))
    return _write_xlsx(path, rows)


def write_wide_merge(path: Path) -> Path:
    """One cell merged over the whole sheet: openpyxl makes an object for each of 17 billion places."""
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>а</t></is></c></row>'
    return _write_xlsx(path, first, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')


def write_xlsx_doctype(path: Path) -> Path:
    _write_xlsx(path, "")
    return _replace_part(path, "xl/workbook.xml", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook>&a;</workbook>')


# --- files that are none ---------------------------------------------------------------------------------


def write_jpeg_named_docx(path: Path) -> Path:
    return write_jpeg(path)


def make_fifo(path: Path) -> Path:
    """A pipe that nobody writes into: to read it is to wait for ever."""
    os.mkfifo(path)
    return path


def make_link_ring(path: Path) -> Path:
    path.symlink_to(path.name)
    return path


def make_dangling_link(path: Path) -> Path:
    path.symlink_to("gone.docx")
    return path


def make_endless_link(path: Path) -> Path:
    """A link to a device that never ends."""
    path.symlink_to("/dev/zero")
    return path


def make_folder_ring(folder: Path) -> Path:
    """A folder that holds a link to itself."""
    folder.mkdir()
    (folder / "again").symlink_to(folder, target_is_directory=True)
    return folder


def make_unreadable(path: Path) -> Path:
    """Rights that forbid everybody but root; as root a folder's name without the file behind it says the same."""
    write_order(path)
    path.chmod(0)
    return path


# --- how -------------------------------------------------------------------------------------------------


def _replace_part(path: Path, name: str, content: bytes) -> Path:
    with ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for one, data in {**parts, name: content}.items():
            archive.writestr(one, data)
    return path


def _with_doctype(path: Path, declared: str, printed: str) -> Path:
    """A Word file whose main part declares a DOCTYPE and prints `printed` in a measure."""
    write_docx(path, table(row(*HEADER), row("1.", "СЕМИНАР", "май", "УО")))
    with ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    return _replace_part(
        path, "word/document.xml", f"<!DOCTYPE d {declared}>{xml.replace('СЕМИНАР', printed)}".encode()
    )


def _write_xlsx(path: Path, rows: str, behind: str = "") -> Path:
    """A workbook of one sheet with these rows."""
    Workbook().save(path)
    sheet = f'<worksheet xmlns="{SHEETS}"><sheetData>{rows}</sheetData>{behind}</worksheet>'
    return _replace_part(path, "xl/worksheets/sheet1.xml", sheet.encode())


def unpickle(path: Path) -> None:
    pickle.loads(gzip.decompress(path.read_bytes()))


class _Touch:
    """Unpickled, it makes a file: what an attacker's pickle might do is no better."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


def _cut(path: Path) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def encrypt(path: Path, user: bytes, owner: bytes) -> Path:
    """The PDF of `write_pdf`, its streams under RC4 of 40 bits (PDF 1.4, algorithms 3.1 to 3.4)."""
    data = path.read_bytes()
    ids, rights = b"0" * 16, (-44).to_bytes(4, "little", signed=True)
    owned = _rc4(_md5(_padded(owner))[:5], _padded(user))
    key = _md5(_padded(user) + owned + rights + ids)[:5]
    checked = _rc4(key, _padded(b""))

    def scramble(found: re.Match[bytes]) -> bytes:
        own = _md5(key + int(found[1]).to_bytes(3, "little") + bytes(2))[:10]
        return found[0].replace(found[2], _rc4(own, found[2]))

    scrambled = re.sub(rb"(\d+) 0 obj\n[^\n]*\nstream\n(.*?)\nendstream", scramble, data, flags=re.DOTALL)
    how = b"/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>" % (owned.hex().encode(), checked.hex().encode())
    listed = b"%s/ID[<%s><%s>]>>\nstartxref" % (how, ids.hex().encode(), ids.hex().encode())
    path.write_bytes(scrambled.replace(b">>\nstartxref", listed))
    return path


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def _pdf(path: Path, drawing: bytes) -> Path:
    """A page with this content, packed."""
    font = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>" % font
    path.write_bytes(pdf_of([page, _packed_stream(zlib.compress(drawing, 9))]))
    return path


def _packed_stream(packed: bytes) -> bytes:
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
