"""The text conventions of ingest/model.py: one place, so that every reader hands on the same text."""

import re

from ingest.model import Grid

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphen, zero width marks
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_NEWLINES = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\u2010": "-", "\u2011": "-"}
)


def tidy(text: str) -> str:
    """`text` with single blanks, no blank ends, no empty lines; NBSP and tabs are blanks.

    Unicode's hyphens become the ordinary one: on paper they are the same.
    """
    # Most texts are tidy as they come: Python counts all blanks but the common one, and all marks that are not seen,
    # as not printable, and tells so faster than the rules are applied.
    if text.isprintable() and "  " not in text and "\u2010" not in text and "\u2011" not in text:
        return text.strip()
    text = _INVISIBLE.sub("", text.translate(_NEWLINES))
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", text)).strip()


def flatten(grid: Grid) -> str:
    """A table inside a cell as text of that cell: a line per row, blanks between its cells."""
    return "\n".join(" ".join(cell.text for cell in row if cell is not None) for row in grid.rows)
