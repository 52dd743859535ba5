"""A text in Markdown without the marks that print nothing: headings, emphasis, HTML in cells."""

import re
from dataclasses import replace
from html import unescape

from ingest.model import Grid, Paragraph
from ingest.readers.struck import mark_struck

# The ruling under a table's header, «| --- | :---: |», which makes the text Markdown
_RULING = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_CELL_OF_RULING = re.compile("-{3,}")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"<(?:br|/?p)\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|laquo|raquo|ndash|mdash|#\d+);")
# No blank inside the marks, none of a word's letters outside: «Юдин А.А.*, Лосев П.И.*» are calls of a footnote.
_EMPHASIS = re.compile(
    r"(?<![^\s(«\"|])(?:(\*{1,3})(?=[^\s*.,;)])([^*|\n]*[^\s*|])\1(?![\w*])|(__?)(?=[^\s_])([^_|\n]*[^\s_|])\3(?!\w))"
)
_STRUCK = re.compile(r"~~(?=\S)([^~|\n]+)(?<=\S)~~")
LINE_END = "\x0b"  # inside a cell, where a line end would end its row
ESCAPED_BAR = "\u2223"  # «\|», a bar that is no cell's end: a sign that no plan prints


def is_markdown(text: str) -> bool:
    """Whether the text has a table as Markdown writes it."""
    return _RULING.search(text) is not None


def without_marks(text: str) -> str:
    """The text as a page shows it: line ends inside cells are LINE_END, bars inside them ESCAPED_BAR.

    Struck-out words are marked, and tables have their outer bars, which an author may leave out.
    """
    text = _with_outer_bars(text.replace("\\|", ESCAPED_BAR))
    text = _STRUCK.sub(lambda found: mark_struck(found[1]), text)
    text = _HEADING.sub(r"\n\1\n", text)  # a heading is a paragraph of its own
    text = _ENTITY.sub(lambda found: unescape(found[0]), _BREAK.sub(LINE_END, text))
    return _EMPHASIS.sub(lambda found: found[2] or found[4], text)


def _with_outer_bars(text: str) -> str:
    """«№ | Дела | Сроки», «---|---|---» and the rows below, up to the last with a bar, with one at both ends."""
    lines = text.split("\n")
    for at in (at for at, line in enumerate(lines) if at and _RULING.fullmatch(line)):
        if lines[at].lstrip().startswith("|") or lines[at - 1].lstrip().startswith("|"):
            continue
        cells = len(_CELL_OF_RULING.findall(lines[at]))
        end = next((below for below in range(at, len(lines)) if not lines[below].strip()), len(lines))
        last = max(row for row in range(at, end) if "|" in lines[row])
        for row in range(at - 1, last + 1):
            lines[row] = _with_both(lines[row].strip(), cells)
    return "\n".join(lines)


def _with_both(row: str, cells: int) -> str:
    """The row with the outer bars that it lacks: both where it has fewer bars than cells.

    «1 | Сбор | май |» of four cells ends with an empty one.
    """
    is_bare = row.count("|") < cells
    left = "| " if is_bare or not row.startswith("|") else ""
    right = " |" if is_bare or not row.endswith("|") else ""
    return f"{left}{row}{right}"


def with_bars(block: Paragraph | Grid) -> Paragraph | Grid:
    """The paragraph or table with the bars that it prints."""
    if isinstance(block, Paragraph):
        return replace(block, text=block.text.replace(ESCAPED_BAR, "|"))
    rows = tuple(
        tuple(cell and cell._replace(text=cell.text.replace(ESCAPED_BAR, "|")) for cell in row) for row in block.rows
    )
    return replace(block, rows=rows)
