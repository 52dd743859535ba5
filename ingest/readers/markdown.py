"""A text in Markdown without the marks that print nothing: headings, emphasis, HTML in cells."""

import re
from dataclasses import replace
from html import unescape

from ingest.model import Grid, Paragraph

# The ruling under a table's header, «| --- | :---: |», which makes the text Markdown
_RULING = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"<(?:br|/?p)\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|laquo|raquo|ndash|mdash|#\d+);")
# No blank inside the marks, none of a word's letters outside: «Юдин А.А.*, Лосев П.И.*» are calls of a footnote.
_EMPHASIS = re.compile(
    r"(?<![^\s(«\"|])(?:(\*{1,3})(?=[^\s*.,;)])([^*|\n]*[^\s*|])\1(?![\w*])|(__?)(?=[^\s_])([^_|\n]*[^\s_|])\3(?!\w))"
)
LINE_END = "\x0b"  # inside a cell, where a line end would end its row
ESCAPED_BAR = "\u2223"  # «\|», a bar that is no cell's end: a sign that no plan prints


def is_markdown(text: str) -> bool:
    """Whether the text has a table as Markdown writes it."""
    return _RULING.search(text) is not None


def without_marks(text: str) -> str:
    """The text as a page shows it; line ends inside cells are LINE_END, bars inside them ESCAPED_BAR."""
    text = text.replace("\\|", ESCAPED_BAR)
    text = _HEADING.sub(r"\n\1\n", text)  # a heading is a paragraph of its own
    text = _ENTITY.sub(lambda found: unescape(found[0]), _BREAK.sub(LINE_END, text))
    return _EMPHASIS.sub(lambda found: found[2] or found[4], text)


def with_bars(block: Paragraph | Grid) -> Paragraph | Grid:
    """The paragraph or table with the bars that it prints."""
    if isinstance(block, Paragraph):
        return replace(block, text=block.text.replace(ESCAPED_BAR, "|"))
    rows = tuple(
        tuple(cell and cell._replace(text=cell.text.replace(ESCAPED_BAR, "|")) for cell in row) for row in block.rows
    )
    return replace(block, rows=rows)
