"""Words that a narrow column broke without a hyphen: «Постоянн⏎о», «Профориентацион⏎ные», «образования⏎», Ильина».

Word and LibreOffice break a word only when it does not fit into a line of its own. So it stands alone in its line,
fills it but for less than a letter, and together with what follows is wider than the column. Where a whole word
fills its line as well, the document's other words decide, and last what Russian words begin with.
"""

import re
from typing import NamedTuple

from ingest.readers.pdf_case import is_instrumental, is_plural
from ingest.readers.pdf_fragments import are_one_word, begins_known_word, is_surname, is_whole_word
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_widths import blank, first_letter

_NEARLY = 1.2  # of a letter's width, which is reckoned and not measured
_BLANK = 1.1  # of a blank's, likewise
_ALIGNED = 1.0  # points by which a line's two margins may differ

_HYPHENED = re.compile(r"[-–][^\W\d_]")  # «октябрь⏎-ноябрь»
_INITIAL = re.compile(r"[А-ЯЁ]\.")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ONE_WORD = re.compile(r"(?:\S*[\W\d_])?([^\W\d_]{2,})")
_FRAGMENT = re.compile(r"[а-яё]+")
_CLOSING = tuple("»”),.;:!?…")  # what no line begins with
# «ЦППМиС⏎П»: no word is one capital letter without a dot.
_SHORT_NAME = re.compile(r"[А-ЯЁ]{2}[а-яё]{0,2}[А-ЯЁ]?$"), re.compile(r"[БГДЕЖЗЛМНПРТФХЦЧШЩЭЮ](?![\w.])")
# «до 15.10.20⏎21»: a date that the column broke.
_BROKEN_DATE = re.compile(r"\S*\d\.\d+"), re.compile(r"\d{1,3}(?!\d)")

# «1⏎0.» in a column as wide as a digit, «202⏎2 г.»: a number that the column broke.
_DIGITS = re.compile(r"\d{1,3}"), re.compile(r"(\d{1,3})[.)]?$")
_BROKEN_YEAR = re.compile(r"(?:.*\D)?20\d{0,1}|2"), re.compile(r"\d{1,3}(?!\d)")


class Column(NamedTuple):
    """Where the text of a cell may begin and end, in points."""

    left: float
    right: float


def breaks_word(line: Run, following: Run, column: Column, habits: Habits, is_last: bool, above: str) -> bool:
    """Whether the line ends within a word; `is_last`: nothing of the cell comes after the following line.

    `above` is the cell's text so far, the line with it: the word may have been broken before.
    """
    if line.has_blank or " " in line.text:
        return False
    before, after = line.left - column.left, column.right - line.right
    is_centred = before > _ALIGNED and abs(before - after) <= _ALIGNED
    room = before + after if is_centred else after
    if room > _NEARLY * first_letter(following):
        return False
    if following.text.startswith(_CLOSING):
        return True
    if _BROKEN_DATE[0].fullmatch(line.text) and _BROKEN_DATE[1].match(following.text):
        return True
    if _is_broken_number(line.text, following.text) or (line.text[-1].isalpha() and _HYPHENED.match(following.text)):
        return True
    if _SHORT_NAME[0].search(line.text) and _SHORT_NAME[1].match(following.text):
        return True
    start, end = _ONE_WORD.fullmatch(line.text), _FRAGMENT.match(following.text)
    if start is None or end is None:
        return False
    # LibreOffice prints no blank in centred cells, and nowhere one that finds no room.
    if habits.wraps_at_blanks and not is_centred and room > _BLANK * blank(following):
        return not _are_two_words(start[1].lower(), end[0], habits)
    goes_on = not is_last or len(following.text.rstrip(" .,;")) > end.end()
    if following.text[end.end() :].startswith(" ") and _INITIAL.match(following.text, end.end() + 1):
        return is_surname(start[1], end[0])
    begun = _LAST_WORD.search(above)
    if end[0] == "и" and goes_on and habits.wraps_at_blanks:
        verdict = is_instrumental(above, following.text)
        if verdict is None:
            habits.unsure[f"{start[1]} и"] = f"{start[1]}и"
        if verdict:
            return True
    if end[0] == "и" and is_plural(above, following.text):
        return True
    return are_one_word((begun[0] if begun else start[1]).lower(), end[0], goes_on, habits)


def _are_two_words(start: str, end: str, habits: Habits) -> bool:
    """«специалист⏎руководители»: the author's line end, where a column narrower by little would have broken a word."""
    whole = is_whole_word(start) or habits.prints(start)
    return whole and begins_known_word(end) and not habits.prints(start + end)


def _is_broken_number(text: str, following: str) -> bool:
    """Whether both are parts of a measure's number, or of a year."""
    if _DIGITS[0].fullmatch(text) and _DIGITS[1].match(following):
        return True
    rest = _BROKEN_YEAR[1].match(following)
    if rest is None or _BROKEN_YEAR[0].fullmatch(text) is None:
        return False
    digits = text[len(text.rstrip("0123456789")) :] + rest[0]
    return re.fullmatch(r"20\d\d", digits) is not None
