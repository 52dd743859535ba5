"""Whether the uncompressed parts of a PDF say what they should: pdfium guesses around a fault, and says nothing.

Each check stands for mutants that lost a page, or had texts in another column, in silence.
"""

import re

_STREAM = re.compile(rb"stream(?=[\r\n])")
_LONGEST_HEAD = 2048  # bytes of a stream's dictionary; what is longer is looked at from there on
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]{0,200}\]|/\w+|\d+\s+\d+\s+R)")
_NAME = re.compile(rb"/(\w+)")
_FILTERS = frozenset(
    (
        *(b"FlateDecode", b"LZWDecode", b"DCTDecode", b"CCITTFaxDecode", b"JBIG2Decode", b"JPXDecode"),
        *(b"ASCII85Decode", b"ASCIIHexDecode", b"RunLengthDecode", b"Crypt"),
        *(b"Fl", b"LZW", b"DCT", b"CCF", b"A85", b"AHx", b"RL"),
    )
)
_PACKED = re.compile(rb"\r?\n?x[\x01\x5e\x9c\xda]")  # how zlib's data begin
_CONTENTS = re.compile(rb"/Contents(?!\s*(?:\d+\s+\d+\s+R\b|[\[(<]|null\b|%))(?=[\s/\[(<\d])")
_WIDTHS = re.compile(rb"/FirstChar\s+(\d{1,5})\s*/LastChar\s+(\d{1,5})\s*/Widths\s*\[([^\]]{0,20000})\]")


def is_misspelt(data: bytes) -> bool:
    """Whether a stream, a page's contents or a font's widths are not declared as the standard (ISO 32000) has it."""
    found = _STREAM.finditer(data)
    streams = [stream for stream in found if not data.endswith(b"end", stream.start() - 3, stream.start())]
    return (
        len(streams) != data.count(b"endstream")
        or any(_is_odd_stream(data, stream.start(), stream.end()) for stream in streams)
        or _CONTENTS.search(data) is not None
        or any(_is_odd_font(*font.groups()) for font in _WIDTHS.finditer(data))
    )


def _is_odd_stream(data: bytes, start: int, end: int) -> bool:
    """The dictionary before the keyword is closed, names known filters, and names one where the data are packed."""
    before = data[max(0, start - _LONGEST_HEAD) : start]
    head = before[before.rfind(b" obj") + 1 :].rstrip()
    if not head.endswith(b">>"):
        return True
    declared = _FILTER.search(head)
    if declared is None:
        return _PACKED.match(data, end) is not None
    return any(name not in _FILTERS for name in _NAME.findall(declared[1]))


def _is_odd_font(first: bytes, last: bytes, widths: bytes) -> bool:
    """A width is given for each letter from the first to the last."""
    return len(widths.split()) != int(last) - int(first) + 1
