"""The text of a cell from its printed lines: which line ends the author made, and which the column's width."""

import re
from itertools import pairwise

from ingest.readers.pdf_runs import Line
from ingest.readers.spacing import tidy

_CLEARLY = 0.75  # of the line's height by which a word must have fitted before its line end counts as the author's
_BLANK_ROOM = 0.6  # of the line's height, twice a blank: a line full to its end has no room for one
_ALIGNED = 1.0  # points by which lines that begin below one another may differ
_LETTER = 0.4  # of the line's height: the width of a narrow letter
_USUAL_PADDING = 5.4  # points (0.19 cm): Word's own, and LibreOffice's for Word files

_OPEN_END = re.compile(r"\w[-/\\]$")  # «онлайн-⏎режим», «№ п\⏎п»
_ONE_WORD = re.compile(r"[^\W\d_]{3,}$")
# What can only be a word's end: «Постоянн⏎о», «персонализирова⏎нной», where no Russian word begins so.
_WORD_END = re.compile(r"([а-яё]{1,3})(?![а-яё])|(?:[ъыь]|([клмнпртф])\2)[а-яё]*")

# «Сентябрь⏎и октябрь»: a short word of its own, not the end of the word above.
_SHORT_WORD = re.compile("а|в|во|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|с|се|со|та|то|у|уч")

# «… наставничества.⏎2) Формирование …»: an item of a list, however full the line above is.
_ITEM = re.compile(r"(?:(\d{1,2})[.)]|[-–—•])\s+\S")
_ITEM_END = (".", ";", ":", "!", "?")


# A bullet of a symbol font begins an item wherever it stands; what it is drawn as has no letter of its own.
_BULLET = re.compile(r"[\ue000-\uf8ff•▪‣➢✓]\s*")
_NAMELESS_BULLET = re.compile(r"[\ue000-\uf8ff]\s*")


def join_lines(lines: list[Line], left: float, right: float, wraps_at_blanks: bool = False) -> str:
    """The text of a cell whose frame goes from `left` to `right`; "\\n" where the author ended a line.

    `wraps_at_blanks`: the file's program prints the blank at which it wraps a line (`prints_wrap_blanks`).
    """
    if not lines:
        return ""
    padding = max(min(line.left for line in lines) - left, 0.0)
    limit = right - min(padding, _USUAL_PADDING)
    text = _without_bullet(lines[0].text)
    item = _item_number(lines[0])
    for line, following in pairwise(lines):
        number = _item_number(following)
        is_next_item = number is not None and item is not None and number == item + 1
        seam = "\n" if is_next_item or _BULLET.match(following.text) else _seam(line, following, limit, wraps_at_blanks)
        text += seam + _without_bullet(following.text)
        item = item if number is None else number
    return tidy(text)


def _without_bullet(text: str) -> str:
    """The line without a bullet that has no letter, as a .docx gives it, where bullets are not text."""
    bullet = _NAMELESS_BULLET.match(text)
    return text if bullet is None else text[bullet.end() :]


def _item_number(line: Line) -> int | None:
    """2 of «2) Обучение наставников»: the line after item 1 that begins so is item 2, whatever stands above."""
    item = _ITEM.match(line.text)
    return int(item[1]) if item is not None and item[1] else None


def _seam(line: Line, following: Line, limit: float, wraps_at_blanks: bool) -> str:
    """What stands between two lines: a line end, a blank or nothing."""
    has_open_end = _OPEN_END.search(line.text) is not None
    if has_open_end and following.text[0].islower():
        return ""
    space = limit - line.right
    if space > following.first_word + _CLEARLY * line.size:
        return "\n"
    if line.text.endswith(_ITEM_END) and _ITEM.match(following.text):
        return "\n"
    if has_open_end and following.text[0].isalnum():
        return ""
    if _breaks_word(line, following, space):
        return ""
    return "\n" if wraps_at_blanks and _lacks_blank(line, following, space) else " "


def _lacks_blank(line: Line, following: Line, space: float) -> bool:
    """Whether a wrapped line would have a blank printed here; in centred cells LibreOffice leaves it out."""
    is_left_aligned = abs(line.left - following.left) <= _ALIGNED
    return is_left_aligned and not line.has_blank and space > _BLANK_ROOM * line.size


def _breaks_word(line: Line, following: Line, space: float) -> bool:
    """Whether the column was too narrow for the word: «Постоянн⏎о», «Мероприяти⏎я».

    A program breaks a word only when it does not fit into a line of its own: so it stands alone in its line, and
    fills it to the last letter. What follows must be short enough for an ending.
    """
    if space > _LETTER * line.size or not _ONE_WORD.fullmatch(line.text):
        return False
    ending = _WORD_END.match(following.text)
    if ending is None:
        return False
    is_word = ending[1] is not None and _SHORT_WORD.fullmatch(ending[1]) is not None
    return not is_word or not following.text[ending.end() :].strip(" .,;")
