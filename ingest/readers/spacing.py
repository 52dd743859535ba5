"""The text conventions of ingest/model.py: one place, so that every reader hands on the same text."""

import re

from ingest.model import Grid

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphen, zero width marks
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_NEWLINES = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\u2010": "-", "\u2011": "-"}
)


# What makes the rules below worth applying: most texts are tidy as they come, and one class of letters is looked
# for faster than the rules are applied.
_UNTIDY = re.compile("[\t-\r\x1c-\x1f\x85\xa0\u00ad\u1680\u2000-\u2011\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]")


def tidy(text: str) -> str:
    """`text` with single blanks, no blank ends, no empty lines; NBSP and tabs are blanks.

    Unicode's hyphens become the ordinary one: on paper they are the same.
    """
    if _UNTIDY.search(text) is None and "  " not in text:
        return text.strip()
    text = _INVISIBLE.sub("", text.translate(_NEWLINES))
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", text)).strip()


def flatten(grid: Grid) -> str:
    """A table inside a cell as text of that cell: a line per row, blanks between its cells."""
    return "\n".join(" ".join(cell.text for cell in row if cell is not None) for row in grid.rows)
