"""What a file is, told from its content: the name on it is never believed."""

import re
from pathlib import Path
from stat import S_ISREG
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from ingest.encoding import decode_text
from ingest.errors import Damaged, Doctype, Empty, Encrypted, Macro, NotADocument, NotAFile, TooLarge
from ingest.separated import uneven_rows, with_tabs

MAX_FILE_BYTES = 64 * 2**20  # of the file as it lies on the disk
MAX_UNPACKED_BYTES = 64 * 2**20  # of all parts of a zip together: 1 MB of docx can hold 1 GB of text
MAX_ZIP_PARTS = 10_000

SHORTEST_TEXT = 200  # characters: the text of an order whose plan is another file has more

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIB_ENCRYPTED = 0x0100  # [MS-DOC] 2.5.2: fEncrypted in the flags at byte 10 of the WordDocument stream
_BOF, _FILE_PASS = 0x0809, 0x002F  # [MS-XLS] 2.4.21: a workbook's first record; 2.4.117: how it is encrypted

_PICTURES_AND_ARCHIVES = (
    (b"\xff\xd8\xff", "a JPEG picture", "рисунок JPEG"),
    (b"\x89PNG", "a PNG picture", "рисунок PNG"),
    (b"GIF8", "a GIF picture", "рисунок GIF"),
    (b"II*\x00", "a TIFF picture", "рисунок TIFF"),
    (b"MM\x00*", "a TIFF picture", "рисунок TIFF"),
    (b"BM", "a BMP picture", "рисунок BMP"),
    (b"AT&TFORM", "a DjVu scan", "скан DjVu"),
    (b"Rar!", "a RAR archive", "архив RAR"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "архив 7-Zip"),
    (b"\x1f\x8b", "a gzip archive", "архив gzip"),
    (b"MZ", "a program", "программа"),
)

_OOXML_KINDS = (  # main content types; a template differs from a document in nothing that we read
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "xlsx"),
)

_OPENDOCUMENT_KINDS = (  # beginnings of the type, since a template's goes on with «-template»
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
)

_WEB_ARCHIVE = re.compile(r"^MIME-Version:", re.MULTILINE)  # «веб-страница в одном файле»
_CYRILLIC = re.compile("[А-яЁё]")
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)


def sniff(path: Path) -> str:
    """The kind of the file: docx, xlsx, odt, ods, doc, xls, word-xml, rtf, pdf, html, mht or dump.

    Raises: NotAFile, Empty, TooLarge, Damaged, Doctype, Encrypted, Macro, NotADocument.
    """
    data = _read(path)
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(path)
    if data.startswith(_OLE):
        return _sniff_ole(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:1024]:  # the standard allows junk of up to 1 KB in front
        return "pdf"
    return _sniff_text(data)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # to read a pipe is to wait for ever, and /dev/zero has no end
            raise NotAFile("a folder, pipe or device", "папка, канал или устройство")
        if status.st_size > MAX_FILE_BYTES:
            raise _too_large(status.st_size, MAX_FILE_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise NotAFile(error.strerror or type(error).__name__) from error
    if not data.strip():
        raise Empty()
    return data


def _too_large(size: int, limit: int) -> TooLarge:
    mib = 2**20
    return TooLarge(
        f"{size / mib:.0f} MiB unpacked, at most {limit // mib} MiB are read",
        f"{size / mib:.0f} МиБ в распакованном виде, читается не больше {limit // mib} МиБ",
    )


def _sniff_zip(path: Path) -> str:
    try:
        with ZipFile(path) as archive:
            _check_limits(archive.infolist())
            return _sniff_package(archive)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, ValueError) as error:
        # NotImplementedError: a mutated byte names a compression that nobody uses
        raise Damaged(f"zip: {error}", "архив внутри файла не читается") from error
    except RuntimeError as error:  # zipfile's word for «a password is needed»
        raise Encrypted(f"zip: {error}", "архив внутри файла закрыт паролем") from error


def _check_limits(parts: list[ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    if total > MAX_UNPACKED_BYTES:
        raise _too_large(total, MAX_UNPACKED_BYTES)
    if len(parts) > MAX_ZIP_PARTS:
        raise TooLarge(f"{len(parts)} parts in the zip", f"{len(parts)} частей в архиве")
    if any(part.flag_bits & 1 for part in parts):
        raise Encrypted("zip")


def _sniff_package(archive: ZipFile) -> str:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return _sniff_ooxml(archive.read("[Content_Types].xml"), names)
    if "mimetype" in names:
        return _sniff_opendocument(archive.read("mimetype"), names)
    raise NotADocument("a zip archive", "архив zip")


def _sniff_ooxml(types: bytes, names: set[str]) -> str:
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise Macro()
    for content_type, kind in _OOXML_KINDS:
        if content_type in types:
            return kind
    raise NotADocument("an Office file of another kind", "файл Office другого вида")


def _sniff_opendocument(mimetype: bytes, names: set[str]) -> str:
    kind = mimetype.decode("ascii", "replace").strip()
    found = next((one for prefix, one in _OPENDOCUMENT_KINDS if kind.startswith(prefix)), None)
    if found is None:
        raise NotADocument(f"a zip archive of type {kind}", f"архив zip, тип {kind}")
    if any(name.startswith("Basic/") for name in names):
        raise Macro()
    return found


def _sniff_ole(data: bytes) -> str:
    if _ole_entry(data, "EncryptedPackage") is not None:
        raise Encrypted("an Office package", "пакет Office")
    start = _ole_entry(data, "WordDocument")
    if start is not None:
        if _number(data, start + 10) & _FIB_ENCRYPTED:
            raise Encrypted("a Word 97–2003 document", "документ Word 97–2003")
        return "doc"
    start = _ole_entry(data, "Workbook")
    if start is not None:
        if _number(data, start) == _BOF and _second_record(data, start) == _FILE_PASS:
            raise Encrypted("an Excel 97–2003 workbook", "книга Excel 97–2003")
        return "xls"
    raise NotADocument("an old Office file of another kind", "старый файл Office другого вида")


def _second_record(data: bytes, start: int) -> int:
    """The type of the record behind the first: each has its type, its length and so many bytes ([MS-XLS] 2.1.4)."""
    return _number(data, start + 4 + _number(data, start + 2))


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _ole_entry(data: bytes, name: str) -> int | None:
    """Where in the file the named stream begins; None = there is no such stream.

    A directory entry has 128 bytes: the name first, the stream's first sector at byte 116 ([MS-CFB] 2.6.1).
    """
    entry = re.search(re.escape((name + "\0").encode("utf-16-le")), data)
    if entry is None:
        return None
    sector = int.from_bytes(data[entry.start() + 116 : entry.start() + 120], "little")
    return 512 + sector * 512


def _sniff_text(data: bytes) -> str:
    named = _name_picture(data)
    if named is not None:  # in windows-1251 the first bytes of a cut-off JPEG read as «яШя»
        raise NotADocument(*named)
    text = decode_text(data)
    if text is None:
        _refuse_broken_utf8(data)
        raise NotADocument(*_name_binary(data))
    if not text.strip():
        raise Empty()
    if _WEB_ARCHIVE.search(text[:1000]):
        return "mht"
    if "<?mso-application" in text[:200]:
        return _sniff_word_2003(text)
    if _HTML.search(text[:4096]):
        return "html"
    if (uneven := uneven_rows(text)) is not None:
        separator, widths = uneven
        counts = ", ".join(map(str, widths))
        raise NotADocument(
            f"its lines have {counts} cells between «{separator}»: cells with «{separator}» inside need quotes",
            f"в строках разное число клеток ({counts}): клетке, внутри которой есть «{separator}», нужны кавычки",
        )
    if "\t" not in with_tabs(text) and (len(text) < SHORTEST_TEXT or not _CYRILLIC.search(text)):
        raise NotADocument("a plain text without a table", "простой текст без таблицы")
    return "dump"


def _sniff_word_2003(text: str) -> str:
    if "Word.Document" not in text[:400]:
        raise NotADocument("an Office file in XML", "файл Office в виде XML")
    if "<!DOCTYPE" in text:
        raise Doctype()
    return "word-xml"


def _refuse_broken_utf8(data: bytes) -> None:
    """Raises: Damaged for a Russian text in UTF-8 with a few wrong bytes, naming the first."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        letters = sum("а" <= letter <= "я" for letter in data.decode("utf-8", "ignore"))
        if letters * 4 > len(data):  # a letter has two bytes, so every other character is one
            raise Damaged(f"UTF-8 text, byte {error.start}", f"текст UTF-8, байт {error.start}") from error


def _name_picture(data: bytes) -> tuple[str, str] | None:
    """What the first bytes say; two letters («BM», «MZ») say nothing by themselves, a text may begin so."""
    for magic, english, russian in _PICTURES_AND_ARCHIVES:
        if len(magic) > 2 and data.startswith(magic):
            return english, russian
    return None


def _name_binary(data: bytes) -> tuple[str, str]:
    for magic, english, russian in _PICTURES_AND_ARCHIVES:
        if data.startswith(magic):
            return english, russian
    return "unknown binary content", "неизвестные двоичные данные"
