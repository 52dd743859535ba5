"""What the dictionary says of letters at a line's end and those under them: «подготовите⏎льной», «молодые⏎коллеги».

Measured on the words and neighbours of 350 documents: two neighbours that together are a word of the dictionary are
two only where both are words themselves; of a word's two pieces seldom both are.
"""

import re
from collections.abc import Sequence

from ingest.dictionary import begins_word, is_word
from ingest.readers.pdf_fragments import SHORT_WORD, Verdict, begins_known_word, is_word_end, parts
from ingest.readers.pdf_habits import Habits

_LONG = 4  # letters from which what the dictionary calls a word is one: «ист», «вич», «ков» are but endings here
_LONGEST = 30  # letters: no word of a plan has more
_SURELY = 5  # letters of both parts of a compound: «лего-студия» is asked about
_ADVERB = "о"  # «постоянно⏎действующий»
_STANDS_ALONE = re.compile("[бвгджзклмнпрстфхцчшщ]$")  # with another end it may be bound to what follows: «нейро»


def judge_pieces(start: str, ends: Sequence[str], habits: Habits) -> Verdict | None:
    """Whether `start` and one of the `ends` (small letters) are a word; None where the dictionary cannot tell.

    There are several ends where the next line may be broken too: «спе⏎циал⏎исты» has «циал» and «циалисты».
    """
    starts, begins = _is_known(start, habits), any(_is_word_alone(end, habits) for end in ends)
    if any(_is_known(start + end, habits) for end in ends):
        if not starts or not begins:
            return "joined"
        if _is_short(ends[0]):  # «методист⏎и», «этап⏎на»: what stands around them tells
            return None
        return "unsure" if start.endswith(_ADVERB) or start in parts("prefix") else "joined"
    if begins:
        return _judge_start(start, ends[0], starts)
    if not starts:
        return "joined" if len(start + ends[0]) <= _LONGEST else None
    return None if begins_known_word(ends[0]) else "unsure"  # «красно⏎горья», «программа⏎антирисков»


def judge_hyphened(start: str, end: str, habits: Habits) -> Verdict | None:
    """The same of pieces that a hyphen parts; no part of a compound is a conjunction or a preposition."""
    is_compound = _is_known(start, habits) and _is_word_alone(end, habits) and SHORT_WORD.fullmatch(end) is None
    if _is_known(start + end, habits):
        return None if is_compound else "joined"
    is_sure = is_compound and min(len(start), len(end)) >= _SURELY and start not in parts("prefix")
    return "kept" if is_sure else None


def is_new_compound(start: str, end: str, habits: Habits) -> bool:
    """Whether a new word stands before a known one: «форсайт-⏎сессия»; no known word begins so, as with «кибер».

    Not «нейро-⏎психолог»: its end binds; nor «тьютор-⏎ского», the end of one word.
    """
    is_new = len(start) >= _SURELY and _STANDS_ALONE.search(start) is not None and not begins_word(start)
    return is_new and len(end) >= _SURELY and _is_word_alone(end, habits) and not _is_known(start + end, habits)


def is_known_whole(start: str, end: str, habits: Habits) -> bool:
    """Whether they are a word that is known, and not both words themselves."""
    both = _is_known(start, habits) and _is_word_alone(end, habits)
    return _is_known(start + end, habits) and not both


def is_lone_ending(start: str, end: str, habits: Habits) -> bool:
    """Whether a letter that stands alone in what goes on overleaf is the ending of the word: «педагог», «и»."""
    return len(end) == 1 and _is_known(start + end, habits)


def _judge_start(start: str, end: str, is_word_itself: bool) -> Verdict | None:
    """Of letters before a word with which they are none."""
    if is_word_itself:
        return "unsure" if start in parts("prefix") else "kept"
    return None if _is_short(end) else "kept"


def _is_known(text: str, habits: Habits) -> bool:
    if is_word(text) or habits.prints(text):
        return True
    prefix = next((one for one in parts("prefix") if len(one) >= _LONG and text.startswith(one)), "")
    return prefix != "" and is_word(text[len(prefix) :])  # «антирисков», «взаимопосещение»


def _is_word_alone(end: str, habits: Habits) -> bool:
    """Whether a line may begin with these letters as a word."""
    return _is_short(end) or (len(end) >= _LONG and _is_known(end, habits) and not is_word_end(end))


def _is_short(end: str) -> bool:
    return SHORT_WORD.fullmatch(end) is not None or end in parts("short")
