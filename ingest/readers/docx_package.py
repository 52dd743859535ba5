"""The XML parts of a .docx that hold text, parsed without trust.

zipfile and lxml open the package rather than python-docx: that one parses every part (order 306 carries
800 KB of unused styles) and raises KeyError, ValueError and AttributeError on damaged packages.
"""

from functools import cached_property
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath, split
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from lxml import etree
from lxml.etree import _Element

from ingest.errors import Damaged, Doctype

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
)
_DOCTYPES = b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


# What zipfile lets through from a damaged archive; RuntimeError: a part is encrypted.
_FAULTS = (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class Package:
    """A .docx: its parts by relationship type («styles», «numbering», «footnotes»), parsed when asked for."""

    def __init__(self, path: Path) -> None:
        """Raises: Damaged, Doctype."""
        try:
            self._archive = ZipFile(BytesIO(path.read_bytes()))
        except _FAULTS as error:
            raise Damaged(f"zip: {error}", "архив внутри файла не читается") from error
        self._names = set(self._archive.namelist())
        main = self._targets("").get("officeDocument")
        if main is None:
            raise Damaged("the package names no main document", "в пакете не указан главный документ")
        self._main = _resolve("", main)

    @cached_property
    def _by_type(self) -> dict[str, str]:
        """The main part's relations: many documents are read without them."""
        return self._targets(self._main)

    def document(self) -> _Element:
        """The root of the main part. Raises: Damaged, Doctype."""
        return self._parse(self._main)

    def part(self, kind: str) -> _Element | None:
        """The root of the part with this relationship type; None = the package has none."""
        if kind not in self._by_type:
            return None
        name = _resolve(self._main, self._by_type[kind])
        return self._parse(name) if name in self._names else None

    def mentions(self, kind: str, word: bytes) -> bool:
        """Whether the part has the word anywhere: told sooner than the part is parsed."""
        name = _resolve(self._main, self._by_type[kind]) if kind in self._by_type else ""
        return name in self._names and word in self._read(name)

    def _targets(self, source: str) -> dict[str, str]:
        """Last word of the relationship type → target as written, for the package ("") or a part."""
        folder, file = split(source)
        name = join(folder, "_rels", f"{file}.rels")
        if name not in self._names:
            return {}
        return {
            relation.get("Type", "").rpartition("/")[2]: relation.get("Target", "")
            for relation in self._parse(name).iter(_RELATIONSHIP)
            if relation.get("TargetMode") != "External"
        }

    def _parse(self, name: str) -> _Element:
        if name not in self._names:
            raise Damaged(f"part {name} is missing", f"нет части {name}")
        return parse_xml(self._read(name), name)

    def _read(self, name: str) -> bytes:
        try:
            return self._archive.read(name)
        except _FAULTS as error:
            raise Damaged(f"zip, {name}: {error}") from error


def parse_xml(data: bytes, name: str) -> _Element:
    """The root element of an office program's XML. Raises: Doctype, Damaged with the line of the fault.

    DOCTYPE is looked for in the bytes: a parser that ignores entities would drop the text they stand for. One byte is
    found, or not found, ten times faster than nine.
    """
    if b"!" in data and any(doctype in data for doctype in _DOCTYPES):
        raise Doctype(name)
    try:
        return etree.fromstring(data.replace(_STRICT, W[1:-1].encode()), _PARSER)
    except etree.XMLSyntaxError as error:
        raise Damaged(f"{name}: {error.msg}") from error


def _resolve(source: str, target: str) -> str:
    """`target` as a part name: it is relative to its source's folder, or absolute with a slash in front."""
    return normpath(join("/", dirname(source), target))[1:]
