"""Small PDF files written by hand: each letter is half the font size wide, so that line ends can be reckoned."""

from pathlib import Path

A4 = (595, 842)

# Russian letters by their place in windows-1251. The font is not in the file: what is drawn does not matter.
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Russian def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{count} beginbfchar
{pairs}
endbfchar
endcmap end end"""


def text(x: float, y: float, content: str, size: float = 10) -> str:
    """A line of text, its baseline's left end at (x, y) from the page's bottom left corner."""
    return f"BT /F1 {size} Tf {x} {y} Td <{content.encode('cp1251').hex()}> Tj ET\n"


def turned(x: float, y: float, content: str, size: float = 10) -> str:
    """Text that runs upwards."""
    return f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm <{content.encode('cp1251').hex()}> Tj ET\n"


def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
    """A line as LibreOffice draws a border."""
    return f"{x0} {y0} m {x1} {y1} l S\n"


def bar(x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5) -> str:
    """The same as Word draws it: a thin filled rectangle."""
    return f"{x0} {y0} {x1 - x0 or thickness} {y1 - y0 or thickness} re f\n"


def ruled(columns: tuple[float, ...], rows: tuple[float, ...], line=stroke) -> str:  # type: ignore[no-untyped-def]
    """All lines of a table with these edges."""
    across = [line(columns[0], y, columns[-1], y) for y in rows]
    along = [line(x, min(rows), x, max(rows)) for x in columns]
    return "".join(across + along)


def write_pdf(
    path: Path,
    *pages: str,
    turn: int = 0,
    size: tuple[int, int] = A4,
    forms: str = "",
    trailer: str = "",
    origin: tuple[int, int] = (0, 0),
) -> Path:
    """A PDF with these page contents; `forms` is drawn by «/Fm1 Do», `turn` is the pages' /Rotate in degrees."""
    first_page = 6
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/TrueType/BaseFont/Russian/FirstChar 0/LastChar 255/ToUnicode 4 0 R"
        "/FontDescriptor<</Type/FontDescriptor/FontName/Russian/Flags 4/FontBBox[0 -200 500 800]/ItalicAngle 0"
        "/Ascent 800/Descent -200/CapHeight 700/StemV 80/MissingWidth 500>>"
        f"/Widths[{' '.join(['500'] * 256)}]>>",
        _stream(_cmap()),
        _stream(
            forms, "/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]/Matrix[1 0 0 1 50 0]/Resources<</Font<</F1 3 0 R>>>>"
        ),
    ]
    left, bottom = origin
    for index, content in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[{left} {bottom} {left + size[0]} {bottom + size[1]}]/Rotate {turn}"
            f"/Contents {first_page + 2 * index + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>/XObject<</Fm1 5 0 R>>>>>>"
        )
        objects.append(_stream(content))
    path.write_bytes(_file(objects, trailer))
    return path


def _cmap() -> str:
    codes = [code for code in range(0x20, 0x100) if code != 0x98]
    pairs = "\n".join(f"<{code:02X}> <{ord(bytes([code]).decode('cp1251')):04X}>" for code in codes)
    return _TO_UNICODE.format(count=len(codes), pairs=pairs)


def _stream(content: str, more: str = "") -> str:
    return f"<<{more}/Length {len(content.encode('latin-1'))}>>\nstream\n{content}\nendstream"


def _file(objects: list[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")
