"""Words that a narrow column broke without a hyphen: «Постоянн⏎о», «Профориентацион⏎ные», «образования⏎», Ильина».

Word and LibreOffice break a word only when it does not fit into a line of its own. So it stands alone in its line,
fills it but for less than a letter, and together with what follows is wider than the column. Where a whole word
fills its line as well, the document's other words decide, and last what Russian words begin with.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.dictionary import is_word
from ingest.readers.pdf_case import is_instrumental, is_plural
from ingest.readers.pdf_fragments import are_one_word, begins_known_word, is_surname, is_whole_word
from ingest.readers.pdf_habits import HYPHENS, Habits
from ingest.readers.pdf_pieces import judge_pieces
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_widths import blank, first_letter

_NEARLY = 1.2  # of a letter's width, which is reckoned and not measured
_BLANK = 1.1  # of a blank's, likewise
_TWO = 2  # lines: nothing of the cell comes after them
_ALIGNED = 1.0  # points by which a line's two margins may differ

_HYPHENED = re.compile(r"[-–][^\W\d_]")  # «октябрь⏎-ноябрь»
_INITIALS_AFTER = re.compile(r"[а-яё]+ [А-ЯЁ]\.")
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


def breaks_word(lines: Sequence[Run], column: Column, habits: Habits, above: str) -> bool:
    """Whether the first of the lines, which are those of the cell from there on, ends within a word.

    `above` is the cell's text so far, the line with it: the word may have been broken before.
    """
    line, following = lines[0], lines[1]
    if line.has_blank or " " in line.text:
        return False
    room, is_centred = _room(line, column)
    if room > _NEARLY * first_letter(following):
        return False
    if following.text.startswith(_CLOSING) or (following.text in HYPHENS and line.text[-1].isalpha()):
        return True
    if _BROKEN_DATE[0].fullmatch(line.text) and _BROKEN_DATE[1].match(following.text):
        return True
    if _is_broken_number(line.text, following.text) or (line.text[-1].isalpha() and _HYPHENED.match(following.text)):
        return True
    if _SHORT_NAME[0].search(line.text) and _SHORT_NAME[1].match(following.text):
        return True
    start = _ONE_WORD.fullmatch(line.text)
    if start is None or _FRAGMENT.match(following.text) is None:
        return False
    # LibreOffice prints no blank in centred cells, and nowhere one that finds no room.
    is_wrapped = not habits.wraps_at_blanks or is_centred or room <= _BLANK * blank(following)
    return _goes_on(start[1], lines, column, habits, above, is_surely_broken=not is_wrapped)


def _room(line: Run, column: Column) -> tuple[float, bool]:
    """How much of the column the line leaves free, and whether the line is centred in it."""
    before, after = line.left - column.left, column.right - line.right
    is_centred = before > _ALIGNED and abs(before - after) <= _ALIGNED
    return before + after if is_centred else after, is_centred


def _goes_on(
    piece: str, lines: Sequence[Run], column: Column, habits: Habits, above: str, *, is_surely_broken: bool
) -> bool:
    """Whether the word whose last letters in the first line are `piece` goes on in the second, by what words there are.

    `is_surely_broken`: the blank of a wrapped line would have found room.
    """
    further, ends = _ends(lines, column)
    begun = _LAST_WORD.search(above)
    start = begun[0] if begun else piece
    verdict = None if start.isupper() else judge_pieces(start.lower(), ends, habits)
    if is_surely_broken:
        return not (verdict == "kept" and is_word(start.lower())) and not _are_two_words(piece.lower(), ends[0], habits)
    if _INITIALS_AFTER.match(further):
        return is_surname(piece, ends[-1]) or verdict == "joined"
    if verdict in ("joined", "kept"):
        return verdict == "joined"
    goes_on = len(lines) > _TWO or len(further.rstrip(" .,;")) > len(ends[0])
    is_one = _is_case(piece, ends[0], above, further, goes_on, habits) or are_one_word(
        start.lower(), ends[0], goes_on, habits
    )
    if verdict == "unsure":
        two, one = f"{start} {ends[0]}", start + ends[0]
        habits.unsure[one if is_one else two] = two if is_one else one
    return is_one


def _ends(lines: Sequence[Run], column: Column) -> tuple[str, list[str]]:
    """The text under the first line, up to where it surely parts words, and the letters that it may begin with: more
    than one where a line is but letters and fills its column too.
    """
    text, ends = "", []
    for line in lines[1:]:
        letters = _FRAGMENT.match(line.text)
        if letters is None:
            break
        text += line.text
        ends.append(text[: len(text) - len(line.text) + letters.end()])
        is_full = _room(line, column)[0] <= _NEARLY * first_letter(line)
        if line.has_blank or letters.end() < len(line.text) or not is_full:
            break
    return text, ends


def _is_case(piece: str, end: str, above: str, following: str, goes_on: bool, habits: Habits) -> bool:
    """Whether an «и» is the ending of the word above it."""
    if end != "и":
        return False
    if goes_on and habits.wraps_at_blanks:
        verdict = is_instrumental(above, following)
        if verdict is None:
            habits.unsure[f"{piece} и"] = f"{piece}и"
        if verdict:
            return True
    return is_plural(above, following)


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
