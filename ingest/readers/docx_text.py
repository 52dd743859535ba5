"""The text of a Word paragraph as Word prints it."""

from collections.abc import Iterator

from lxml.etree import _Element

from ingest.readers.docx_package import W
from ingest.readers.struck import mark_struck

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_TEXT, _SIZE = W + "t", W + "sz"

TEXT_BOX = W + "txbxContent"
STRIKES = frozenset((W + "strike", W + "dstrike"))  # of a run; converters write «false» at every run
_UP_TO_ONE_POINT = ("0", "1", "2")  # w:sz counts half points

_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}

# Deleted and moved-away text is no text; field codes («PAGE»), properties and note marks are not printed.
_UNPRINTED = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText"),
        *("footnoteReference", "endnoteReference", "commentReference", "fldChar"),
    )
)


# What makes a paragraph more than its pieces of text; besides, a style that numbers it, letters of one point
# and struck-out ones.
SPECIAL = frozenset(
    (
        *(_MATH_TEXT, _MC + "AlternateContent", TEXT_BOX, W + "sym", W + "vanish", W + "del", W + "moveFrom"),
        *_CHARACTERS,
    )
)


def paragraph_text(paragraph: _Element) -> str:
    """The printed text, unspaced, struck-out words marked; text boxes in the paragraph are left to `text_boxes`."""
    text = plain_text(paragraph)
    return "".join(_pieces(paragraph)) if text is None else text


def text_boxes(paragraph: _Element) -> list[_Element]:
    """The contents of the text boxes anchored in the paragraph, each once.

    Word writes a box twice, for new and old programs (mc:Choice, mc:Fallback): only the first is taken.
    """
    if next(paragraph.iter(TEXT_BOX), None) is None:  # of nearly all paragraphs
        return []
    return [element for element in _printed(paragraph) if element.tag == TEXT_BOX]


def is_on(element: _Element | None) -> bool:
    """Whether a toggle property holds: present, unless its value says no."""
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def plain_text(paragraph: _Element) -> str | None:
    """The text of a paragraph that has nothing special, as most have; None = it needs the full walk."""
    text = ""
    for element in paragraph.iter():  # all: to look for twenty tags costs more than the paragraph has elements
        tag = element.tag
        if tag == _TEXT:
            text += element.text or ""
        elif tag in SPECIAL or (tag == _SIZE and is_tiny(element)) or (tag in STRIKES and is_on(element)):
            return None
    return text


def _pieces(paragraph: _Element) -> Iterator[str]:
    for element in _printed(paragraph):
        tag = element.tag
        piece = ""
        if tag in (_TEXT, _MATH_TEXT):
            piece = element.text or ""
        elif tag == W + "sym":
            piece = _symbol(element)
        elif tag in _CHARACTERS:
            piece = _CHARACTERS[tag]
        yield mark_struck(piece) if piece and _is_struck(element.getparent()) else piece


def _printed(element: _Element) -> Iterator[_Element]:
    """The elements below `element` that Word prints, in order; what is inside text boxes is left out."""
    for child in element:
        tag = child.tag
        if tag in _UNPRINTED or (tag == W + "r" and _is_hidden(child)):
            continue
        if tag == _MC + "AlternateContent":
            yield from _printed(_branch(child))
            continue
        yield child
        if tag != TEXT_BOX and len(child):
            yield from _printed(child)


def _branch(alternatives: _Element) -> _Element:
    choice = alternatives.find(_MC + "Choice")
    if choice is None:
        choice = alternatives.find(_MC + "Fallback")
    return alternatives if choice is None else choice


def _is_hidden(run: _Element) -> bool:
    """Hidden by property, or by letters of 1 point: pages copied from the web carry such foreign text."""
    properties = run.find(W + "rPr")
    if properties is None:
        return False
    size = properties.find(_SIZE)
    return (size is not None and is_tiny(size)) or is_on(properties.find(W + "vanish"))


def _is_struck(run: _Element | None) -> bool:
    properties = None if run is None else run.find(W + "rPr")
    return properties is not None and any(is_on(properties.find(name)) for name in STRIKES)


def is_tiny(size: _Element) -> bool:
    """Whether a w:sz is that of letters which nobody sees."""
    return size.get(W + "val") in _UP_TO_ONE_POINT


def _symbol(element: _Element) -> str:
    """A character of a symbol font: Word moves them to U+F000, where other programs have no glyph."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= code <= 0xF0FF else chr(code)
