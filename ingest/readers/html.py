"""Web pages, most of them saved by Word in windows-1251."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement

from ingest.encoding import decode_text, without_stray
from ingest.errors import Damaged
from ingest.model import Document, Grid, Paragraph, RawDoubt
from ingest.readers.docx_numerals import format_number
from ingest.readers.drawn_tables import has_drawn_table, read_drawn
from ingest.readers.html_grid import SpannedCell, build_grid
from ingest.readers.html_markup import has_stray_text, is_misspelt
from ingest.readers.html_sheets import part_sheets, take_sheet_names
from ingest.readers.html_struck import write_struck
from ingest.readers.spacing import flatten, tidy
from ingest.readers.struck import mark_struck, without_struck
from ingest.signed import is_signed

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul"),
    )
)
_UNPRINTED = frozenset(("script", "style", "head", "title", "del", "template", "noscript", "select", "textarea"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_LIST_STYLES = {"1": "decimal", "A": "upperLetter", "a": "lowerLetter", "I": "upperRoman", "i": "lowerRoman"}

# Text, with "\n" at the ends of lines, or a table; or a doubt about words of a drawn one
Piece = str | Grid | RawDoubt


def read(path: Path) -> Document:
    """The page's paragraphs and tables; a table inside a cell is text of the cell and a grid after the outer one.

    Raises: Damaged, TooWide.
    """
    return read_page(path.read_bytes())


def read_page(data: bytes, charset: str | None = None) -> Document:
    """The document in the page `data`; `charset` is what stands beside it in a web archive.

    Raises: Damaged, TooWide.
    """
    parser = html.HTMLParser()
    text = _decode(data, charset)
    try:
        root = html.document_fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(f"HTML: {error}") from error
    for fault in parser.error_log.filter_from_fatals():  # at a depth of 256 it stops, and says so only here
        raise Damaged(f"HTML, line {fault.line}: {fault.message}", f"HTML, строка {fault.line}: {fault.message}")
    write_struck(root)
    names = take_sheet_names(root)
    asked: list[RawDoubt] = []
    blocks = list(_blocks(root, asked))
    blocks = part_sheets(blocks, names) if names else blocks
    return without_struck(Document("html", tuple(blocks), doubts=_doubts(text, root), asked=tuple(asked)))


def _doubts(text: str, root: HtmlElement) -> tuple[str, ...]:
    """A page that was cut off is whole to the parser; its last table then has no end."""
    if len(_TABLE.findall(text)) > len(_TABLE_END.findall(text)):
        return ("Веб-страница обрывается: таблица не закрыта. Возможно, конец приказа потерян.",)
    if is_misspelt(text) or has_stray_text(root):
        return ("Разметка веб-страницы повреждена: часть таблицы могла потеряться. Сверьте её с оригиналом.",)
    return ()


def _decode(data: bytes, charset: str | None) -> str:
    """The page's text, in the encoding that it names; a wrong name («utf-8» over windows-1251) is not believed."""
    named = _META_CHARSET.search(data[:4096])
    name = charset or (named[1].decode("ascii") if named else None)
    try:
        text = data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        text = None
    text = text if text is not None else decode_text(data)
    if text is None:
        raise Damaged("HTML: unknown encoding", "HTML: неизвестная кодировка")
    text = without_stray(text).replace("\r\n", "\n").replace("\r", "\n")
    # An XML declaration with an encoding over a decoded text stops the parser.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _blocks(root: HtmlElement, asked: list[RawDoubt]) -> Iterator[Paragraph | Grid]:
    line = ""
    for piece in (*_pieces(root), "\n"):
        if isinstance(piece, RawDoubt):
            asked.append(piece)
            continue
        if isinstance(piece, str) and piece != "\n":
            line += piece
            continue
        if text := tidy(line):
            yield Paragraph(text)
        line = ""
        if isinstance(piece, Grid):
            yield piece


def _pieces(element: HtmlElement) -> Iterator[Piece]:
    """Texts, line ends and grids in document order. Line ends of the source are blanks."""
    if isinstance(element.tag, str) and not _is_unprinted(element):
        pieces = _table(element) if element.tag == "table" else _inside(element)
        yield from map(_mark_piece, pieces) if _is_struck(element) else pieces
    if element.tail:
        yield element.tail.replace("\n", " ")


def _inside(element: HtmlElement) -> Iterator[Piece]:
    is_block = element.tag in _BLOCKS
    if is_block:
        yield "\n"
    if element.tag == "pre" and has_drawn_table(text := element.text_content()):
        yield from _drawn(text)
        return
    if element.tag == "li":
        yield _list_number(element)
    if element.text:
        yield element.text.replace("\n", " ")
    for child in element:
        yield from _pieces(child)
    if is_block:
        yield "\n"


def _drawn(text: str) -> Iterator[Piece]:
    """What a text shows whose line ends and blanks count, and in which tables are drawn."""
    blocks, asked = read_drawn(text)
    for block in blocks:
        if isinstance(block, Grid):
            yield block
        else:
            yield from (piece for line in block.text.split("\n") for piece in (line, "\n"))
    yield from asked


def _is_unprinted(element: HtmlElement) -> bool:
    style = element.get("style", "")
    if element.tag in _UNPRINTED or _HIDDEN.search(style):
        return True
    # Word writes the mark of a list's item as text: a number is kept, as Word shows it, a bullet is not.
    return "mso-list:Ignore" in style and not any(map(str.isalnum, element.text_content()))


def _is_struck(*elements: HtmlElement) -> bool:
    return any(one.tag in ("s", "strike") or _STRUCK.search(one.get("style", "")) for one in elements)


def _mark_piece(piece: Piece) -> Piece:
    return mark_struck(piece) if isinstance(piece, str) else piece


def _list_number(item: HtmlElement) -> str:
    """«2. » of an ordered list's item; bullets are left out."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    before = sum(1 for sibling in item.itersiblings("li", preceding=True))
    number = before + (int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1)
    return format_number(number, _LIST_STYLES.get(parent.get("type", "1"), "decimal")) + ". "


def _table(table: HtmlElement) -> Iterator[Piece]:
    rows, header = [], 0
    inner: list[Grid | RawDoubt] = []
    for row in _rows(table):
        cells = []
        for cell in row:
            if cell.tag in ("td", "th"):
                text, found = _cell(cell)
                inner.extend(found)
                text = mark_struck(text) if _is_struck(table, row, cell) else text
                cells.append(SpannedCell(text, _span(cell, "colspan"), _span(cell, "rowspan")))
        if row.get("height") == "0" and not any(cell.text for cell in cells):
            continue  # Word's last row, which only sets the columns' widths
        if cells:
            rows.append(cells)
            header += row.getparent().tag == "thead" and header == len(rows) - 1
    titles = _titles(rows)
    for text in (cell.text for row in rows[:titles] for cell in row if cell.text):
        yield from ("\n", text, "\n")
    end = _without_signatures(rows)
    if table_rows := rows[titles:end]:
        header = max(header - titles, 0)
        yield build_grid(table_rows, header if header < len(table_rows) else 0)
    yield from inner
    for row in rows[max(titles, end) :]:
        yield from ("\n", " ".join(filter(None, (cell.text for cell in row))), "\n")


def _titles(rows: list[list[SpannedCell]]) -> int:
    """How many rows stand above the table proper: rows of one text, and an empty row under them."""
    texts = [sum(bool(cell.text) for cell in row) for row in rows]
    first = next((at for at, count in enumerate(texts) if count > 1), 0)
    tall = any(cell.rowspan > 1 for row in rows[:first] for cell in row)
    return first if 0 in texts[:first] and not tall else 0


def _without_signatures(rows: list[list[SpannedCell]]) -> int:
    """How many rows stand above the empty ones that part signatures from the table; all where nothing parts them.

    «Доклад директора | О.Н. Лапина» right under a measure is one itself.
    """
    texts = [[cell.text for cell in row if cell.text] for row in rows]
    last = max((at for at, row in enumerate(texts) if row and not is_signed(row)), default=-1)
    below = texts[last + 1 :]
    return last + 1 if last >= 0 and any(below) and not below[0] else len(rows)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell(cell: HtmlElement) -> tuple[str, list[Grid | RawDoubt]]:
    """The cell's text, the tables in it, and the doubts about those of them that are drawn."""
    parts, inner = [cell.text.replace("\n", " ") if cell.text else ""], []
    for child in cell:
        for piece in _pieces(child):
            if isinstance(piece, str):
                parts.append(piece)
                continue
            inner.append(piece)
            if isinstance(piece, Grid):
                parts.append(f"\n{flatten(piece)}\n")
    return tidy("".join(parts)), inner


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 6 else 1
