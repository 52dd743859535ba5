"""The text of a cell from its printed lines: which line ends the author made, and which the column's width."""

import re
from itertools import pairwise

from ingest.readers.pdf_broken import Column, breaks_word
from ingest.readers.pdf_habits import HYPHENS, Habits
from ingest.readers.pdf_hyphens import join_hyphened
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_widths import fits_first_word
from ingest.readers.spacing import tidy

_CLEARLY = 0.75  # of the line's height by which a word must have fitted before its line end counts as the author's
_BLANK_ROOM = 0.6  # of the line's height, twice a blank: a line full to its end has no room for one
_ALIGNED = 1.0  # points by which lines that begin below one another may differ
_USUAL_PADDING = 5.4  # points (0.19 cm): Word's own, and LibreOffice's for Word files

_DASHES = "–—"
_OPENING = frozenset(f"{HYPHENS}{_DASHES}/\\")
_OPEN_END = re.compile(rf"\w[{HYPHENS}{_DASHES}/\\]$")  # «онлайн-⏎режим», «№ п\⏎п», «6–⏎11»

# «… наставничества.⏎2) Формирование …»: an item of a list, however full the line above is.
_ITEM = re.compile(r"(?:(\d{1,2})[.)]|[-–—•])\s+\S")
_ITEM_END = (".", ";", ":", "!", "?")


# A bullet of a symbol font begins an item wherever it stands; what it is drawn as has no letter of its own.
_BULLET = re.compile(r"[\ue000-\uf8ff•▪‣➢✓]\s*")
_NAMELESS_BULLET = re.compile(r"[\ue000-\uf8ff]\s*")


def join_lines(lines: list[Run], left: float, right: float, habits: Habits) -> str:
    """The text of a cell whose frame goes from `left` to `right`; "\n" where the author ended a line."""
    if not lines:
        return ""
    text = _without_bullet(lines[0].text)
    if len(lines) == 1:
        return tidy(text)
    padding = min(max(min([line.left for line in lines]) - left, 0.0), _USUAL_PADDING)
    column = Column(left + padding, right - padding)
    item = _item_number(lines[0])
    for at, (_, following) in enumerate(pairwise(lines), start=1):
        if following.text[0].isalpha():  # as most do: no item, no bullet
            seam = _seam(lines, at - 1, column, habits, text)
            is_hyphened = not seam and text[-1] in HYPHENS
            word = _unbroken(lines[at:], column, habits) if is_hyphened else ""
            text = join_hyphened(text, following.text, habits, word) if is_hyphened else text + seam + following.text
            continue
        number = _item_number(following)
        is_next_item = number is not None and item is not None and number == item + 1
        is_item = is_next_item or _BULLET.match(following.text) is not None
        text += "\n" if is_item else _seam(lines, at - 1, column, habits, text)
        text += _without_bullet(following.text)
        item = item if number is None else number
    return tidy(f"{text[:-1]}-" if text[-1:] in HYPHENS else text)  # a soft one at the end: the word goes on overleaf


def _unbroken(lines: list[Run], column: Column, habits: Habits) -> str:
    """The first line, with the rest of its word where the column broke it again: «математическо⏎го»."""
    text = lines[0].text
    for at, following in enumerate(lines[1:]):
        if not breaks_word(lines[at:], column, habits, text):
            break
        text += following.text
    return text


def _without_bullet(text: str) -> str:
    """The line without a bullet that has no letter, as a .docx gives it, where bullets are not text."""
    bullet = _NAMELESS_BULLET.match(text)
    return text if bullet is None else text[bullet.end() :]


def _item_number(line: Run) -> int | None:
    """2 of «2) Обучение наставников»: the line after item 1 that begins so is item 2, whatever stands above."""
    item = _ITEM.match(line.text)
    return int(item[1]) if item is not None and item[1] else None


def _seam(lines: list[Run], at: int, column: Column, habits: Habits, above: str) -> str:
    """What stands between the line with the index `at` and the next: a line end, a blank or nothing."""
    line, following = lines[at], lines[at + 1]
    has_open_end = line.text[-1] in _OPENING and _OPEN_END.search(line.text) is not None
    if has_open_end and line.text[-1] in _DASHES:
        has_open_end = not line.has_blank
    if has_open_end and following.text[0].islower():
        return ""
    space = column.right - line.right
    if fits_first_word(following, space - _CLEARLY * line.size):
        return "\n"
    is_wrapped = line.has_blank and habits.wraps_at_blanks
    if not is_wrapped and line.text.endswith(_ITEM_END) and _ITEM.match(following.text):
        return "\n"
    if has_open_end and following.text[0].isalnum():
        return ""
    if line.has_blank:
        return " "
    if _parts_numero(line, following) or breaks_word(lines[at:], column, habits, above):
        return ""
    is_centred = _is_centred(line, column) and _is_centred(following, column)
    return "\n" if habits.wraps_at_blanks and not is_centred and _lacks_blank(line, following, space) else " "


def _parts_numero(line: Run, following: Run) -> bool:
    """«№⏎№ 2, 7»: LibreOffice wraps between the two signs."""
    return line.text.endswith("№") and following.text.startswith("№")


def _lacks_blank(line: Run, following: Run, space: float) -> bool:
    """Whether a wrapped line would have a blank printed here, which this one has not; in centred cells LibreOffice
    leaves it out.
    """
    return abs(line.left - following.left) <= _ALIGNED and space > _BLANK_ROOM * line.size


def _is_centred(line: Run, column: Column) -> bool:
    """Whether as much room is left before the line as behind it; two of about one length begin below one another."""
    return abs((line.left - column.left) - (column.right - line.right)) <= _ALIGNED
