"""Whether a hyphen at a line's end parts a word («Управле-⏎ния») or belongs to a compound («онлайн-⏎режим»).

A page does not say it. The document's other words do, and words.toml: where both parts are words the hyphen stays,
where the word is printed whole elsewhere it goes. What neither tells goes as in the rest of the document, which
parts words or does not; and where that is not sure either, the clerk is asked.
"""

import re
from itertools import islice

from ingest.model import RawDoubt
from ingest.readers.pdf_fragments import (
    Verdict,
    is_known_word,
    is_never_a_word,
    is_stub,
    is_surname,
    is_whole_word,
    is_word_end,
    parts,
)
from ingest.readers.pdf_habits import HYPHENS, Habits
from ingest.readers.pdf_pieces import is_new_compound, judge_hyphened

_SOFT_HYPHEN = "\u00ad"

_START = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_END = re.compile(r"[^\W\d_]+")
INITIALS = re.compile(r"\s*[А-ЯЁ]\.")
_COMPOUND_START = re.compile(r"[а-яё]{3,}[нкг]о")  # «учебно-», «психолого-», «физико-»
_ADJECTIVE = re.compile(r"[а-яё]{3,}(?:[ыи]й|[ая]я|[ое]е|[ыи]е|[ыи]х|[ое]го|[ыи]м|[ыи]ми|[ое]й|[ое]му|[ую]ю|[ое]м)")
_AGREEING = ("ами", "ями")  # an ending that both nouns of a compound have
_WORD = 4  # letters: «под», «при» are words, and parts of others
_RISKY = 5  # letters of a word that may well begin a line: «под-программа»
_HYPHENATES = 2  # words that a document must surely have parted to be one that does


def join_hyphened(text: str, following: str, habits: Habits, word: str = "") -> str:
    """The text and a following line, which a hyphen at its end parts, as one; what is not sure goes to `habits`.

    `word`: the following line and the rest of its word, where the column broke that again («математическо⏎го»).
    """
    verdict = judge(text, word or following, habits)
    parted, whole = f"{text[:-1]}-{following}", text[:-1] + following
    if verdict == "unsure":
        remember(text, word or following, habits)
    return whole if verdict == "joined" else parted


def remember(text: str, following: str, habits: Habits) -> None:
    """Has the clerk asked about the word that goes from the text's end into what follows."""
    start, end = parts_of(text, following)
    habits.unsure[f"{start}-{end}"] = start + end


def judge(text: str, following: str, habits: Habits) -> Verdict:
    """Whether the hyphen at the text's end goes, when what follows is put to it."""
    start, end = parts_of(text, following)
    if not start or not end:
        return "kept"
    if text.endswith(_SOFT_HYPHEN):
        return "joined"
    first, second = start.lower(), end.lower()
    if habits.prints_compound(first, second) or f"{first}-{second}" in parts("whole"):
        return "kept"
    if end[0].isupper() and not (start.isupper() and len(start) > 1):
        return "kept"  # «Каменск-Уральская»
    is_name = INITIALS.match(following, len(end)) is not None and is_surname(start, end)
    if is_name or is_never_a_word(second) or _is_one_word(first, second, habits):
        return "joined"
    if end[0].isupper() or _is_compound(first, second, habits):
        return "kept"
    if is_stub(first) or _is_rest(second):
        return "joined"
    if start.islower() and is_new_compound(first, second, habits):  # not «Кармаск-алинский», a name
        return "kept"
    return judge_hyphened(first, second, habits) or _as_elsewhere(first, second, habits)


def parts_of(text: str, following: str) -> tuple[str, str]:
    """The letters before a hyphen at the text's end and those that follow; "" where there are none."""
    start, end = _START.search(text), _END.match(following)
    return start[1] if start else "", end[0] if end else ""


def _as_elsewhere(start: str, end: str, habits: Habits) -> Verdict:
    """What the document does at its other line ends; unsure where one part may be a word of a compound."""
    one, two = _is_word(start, habits), _is_word(end, habits)
    if not _parts_words(habits):
        return "kept" if one or two else "unsure"
    is_risky = _COMPOUND_START.fullmatch(start) is not None and _ADJECTIVE.fullmatch(end) is not None
    is_risky |= (one and min(len(start), len(end)) >= _WORD) or (
        two and len(end) >= _RISKY and start not in parts("prefix")
    )
    return "unsure" if is_risky else "joined"


def _parts_words(habits: Habits) -> bool:
    """Whether the document parts words at line ends: some it surely has."""
    if habits.parts_words is None:
        ends = (parts_of(one, two) for one, two in habits.hyphened)
        parted = (True for start, end in ends if start and end and _is_one_word(start.lower(), end.lower(), habits))
        habits.parts_words = sum(islice(parted, _HYPHENATES)) == _HYPHENATES
    return habits.parts_words


def _is_compound(start: str, end: str, habits: Habits) -> bool:
    if start.endswith(_AGREEING) and end.endswith(_AGREEING):  # «школами-партнёрами»
        return True
    if start in parts("first") or (len(start) >= _WORD and habits.prints_compound(start)):
        return not _is_rest(end)
    if _COMPOUND_START.fullmatch(start) and _ADJECTIVE.fullmatch(end) and start not in parts("prefix"):
        return _is_word(end, habits) or _is_word(start, habits)
    return _is_word(start, habits) and _is_word(end, habits) and min(len(start), len(end)) >= _WORD


def _is_rest(end: str) -> bool:
    """Whether no word begins so: «ства», «тельный»; of shorter ones too many do («моб»)."""
    return len(end) >= _WORD and is_word_end(end)


def _is_word(text: str, habits: Habits) -> bool:
    return habits.prints(text) or is_whole_word(text)


def _is_one_word(start: str, end: str, habits: Habits) -> bool:
    """Whether the document prints the word, or one that differs from it in its ending, or words.toml has it."""
    whole = start + end
    stem = whole[: max(len(start) + 1, len(whole) - 3)]
    alike = len(stem) >= _WORD and not habits.prints(start) and habits.prints_beginning(stem)
    return habits.prints(whole) or alike or is_known_word(start, end)


def ask_about_hyphens(habits: Habits) -> tuple[RawDoubt, ...]:
    """A doubt for each word that is not sure; its surface is the word as it was left."""
    asked = (
        (word, f"Строка кончается посреди слова: «{word}» или «{whole}»?") for word, whole in habits.unsure.items()
    )
    return tuple(RawDoubt("hyphen", text, word) for word, text in asked)
