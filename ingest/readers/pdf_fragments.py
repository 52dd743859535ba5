"""Whether the letters at a line's end and those at the next line's beginning are one word."""

import re
from functools import cache
from typing import Literal

from ingest.readers.pdf_habits import Habits
from ingest.vocabulary import load_tables

Verdict = Literal["joined", "kept", "unsure"]  # of two pieces: one word, two, or who knows

# What can only be a word's end: «Постоянн⏎о», «муниципаль⏎ного», «персонализирова⏎нной», «Программир⏎ование»,
# «Благоустро⏎йство», «Делопроизв⏎одитель»: no word in a plan begins so.
_WORD_END = re.compile(
    r"[а-яё]{1,3}$|[ъыь]|([клмнпртф])\1|ск(?:[ио][а-яё]{1,2}|ая|ую)$|ческ|ственн|ств[аоуе]|н(?:ого|ому|ыми|ост)|ция|ции|цию|цион"
    r"|ния[мх]|нием|ость|ости|остью|альн|ельн|тельн|ирова|изаци|[аую]ющ|ющ|ован|одител|й[бвгджзклмнпрстфхцчшщ]"
)
# What no word ends with: «Руководител⏎и ОО», «организаци⏎и», «учрежден⏎ием», «функциональн⏎ая».
# «техническог⏎о», «капитальног⏎о», «подготовк⏎а».
_STUB = re.compile(
    r"(?:[иая]тел|ци|нн|[льжчш]н|ност|[^м]ени|[^р]ани|[а-яё]{2}ног|ског|овог|[шщ]ег|ческ|[а-яё]{2}[бвгджптчш]к)$"
)
# What is never a word, whatever stands before: «собеседов⏎ание», «программ⏎ист», «фронталь⏎ный», «Нагорски⏎м».
_NEVER_A_WORD = re.compile(
    r"(?:[ае]ни(?:[еяюий]|ем|ям|ях|ями)|ист(?:[аыуе]|ов|ом|ам|ами|ах)?|н(?:ый|ая|ое|ые|ых|ым|ыми|ого|ому|ость|ости|остью)|[ймхьъы])$"
)
# «Сентябрь⏎и октябрь»: words of their own.
SHORT_WORD = re.compile("а|в|во|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|с|се|со|та|то|у|уч")
_NO_LAST_WORD = re.compile("[авикосу]")  # «год⏎а»: no text ends with a conjunction or a preposition
_STUB_LETTERS = 5  # of a known word that two pieces of it must have together
_ALIKE = 2  # letters of the second piece that another word must share: «координатор⏎ами» and «координаторам»


# «…кова», «…ову», «…енко», «…ская»: what is left of a surname.
_SURNAME_END = re.compile(
    r"[а-яё]{0,5}?(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ой|ым)?|[сц]к(?:ий|ая|ого|ой|ому|ую|им)|[её]нко|ко|[ую]к|[ыи]х|[ая]я|ий|ой|[анвяьй])"
)
# Endings of nouns and adjectives: what follows a stem in a whole word.
_ENDING = re.compile(
    r"(?:а|ам|ами|ах|е|ев|ей|ем|ех|и|ие|ий|им|ими|их|ия|иям|иями|иях|ию|ией|о|ов|ого|ое|ой|ом|ому|ою|у|ую|ы|ые|ый|ым|ыми|ых|"
    r"ь|ью|ья|ьям|ьями|ьях|ю|я|ям|ями|ях|ая|яя|ее|юю|его|ему|ость|ости|остью|й|)"
)
# Stems that are no word without an ending: «взаимодействи», «учащ», «главн», «наставничеств»; and those that «о» makes
# none of.
_NO_WORD = re.compile("[ищш]$|[^аеиоуыэюя]н$|ничеств$|[бвгджптчш]к$")
_NO_ADVERB = re.compile("[гклрстцшщ]$")


@cache
def _stems() -> tuple[str, ...]:
    """The stems of words.toml, the longest first."""
    groups = load_tables("words")
    return tuple(sorted({stem for group in groups.values() for stem in group}, key=lambda stem: (-len(stem), stem)))


@cache
def _stems_by_letter() -> dict[str, tuple[str, ...]]:
    """The same by their first letter, as a word is compared with those alone that begin as it does."""
    return {letter: tuple(stem for stem in _stems() if stem[0] == letter) for letter in {s[0] for s in _stems()}}


@cache
def parts(kind: str) -> frozenset[str]:
    """The words of a section of hyphens.toml."""
    return frozenset(load_tables("hyphens")[kind])


def is_known_word(start: str, end: str) -> bool:
    """Whether the cut between the two pieces is inside a word of words.toml: «руководи|тели», «учебног|о»."""
    start, whole = start.replace("ё", "е"), (start + end).replace("ё", "е")
    for stem in _stems_by_letter().get(whole[:1], ()):
        if len(stem) > len(start) and (
            whole.startswith(stem) or (stem.startswith(whole) and len(whole) > _STUB_LETTERS)
        ):
            return True
        if start.startswith(stem) and _is_form(stem, whole[len(stem) :]) and not _is_form(stem, start[len(stem) :]):
            return True
    return False


def _is_form(stem: str, ending: str) -> bool:
    """Whether the ending makes a word of the stem: «директор|ов» and «ежемесячн|о», no «директор|о», «обучающ|и»."""
    if (ending == "" and _NO_WORD.search(stem)) or (ending == "о" and _NO_ADVERB.search(stem)):
        return False
    is_reflexive = ending.endswith("ся") and len(ending) > _ALIKE  # «обучающ|ихся»
    return not (ending == "и" and stem.endswith("щ")) and (
        _ENDING.fullmatch(ending.removesuffix("ся") if is_reflexive else ending) is not None
    )


def is_whole_word(text: str) -> bool:
    """Whether it is a word of words.toml with its ending: «учебного», but not «учебног»."""
    text = text.replace("ё", "е")
    stems = _stems_by_letter().get(text[:1], ())
    return any(text.startswith(stem) and _is_form(stem, text[len(stem) :]) for stem in stems)


def begins_known_word(text: str) -> bool:
    """Whether it begins with a stem of words.toml: «руководител»."""
    return any(text.replace("ё", "е").startswith(stem) for stem in _stems_by_letter().get(text[:1], ()))


def is_word_end(text: str) -> bool:
    """Whether no word begins so: «ского», «тельный», «ния»."""
    return _WORD_END.match(text) is not None


def is_never_a_word(text: str) -> bool:
    """Whether the letters, all that stand up to a blank or sign, are but the end of a word: «ание», «ный», «м»."""
    return _NEVER_A_WORD.match(text) is not None


def is_ending(text: str) -> bool:
    """Whether a word may end so after its stem, and the letters are no word: «ого», «е», «ями», but not «и»."""
    return _ENDING.fullmatch(text) is not None and SHORT_WORD.fullmatch(text) is None


def is_stub(text: str) -> bool:
    """Whether no word ends so: «Руководител», «организаци»."""
    return _STUB.search(text) is not None


def is_surname(start: str, end: str) -> bool:
    """Whether the pieces may be one surname, where initials follow: «Стрельни|кова», but «Учитель|труда»."""
    stem = next((stem for stem in _stems() if start.lower().replace("ё", "е").startswith(stem)), None)
    return start.istitle() and stem is None and _SURNAME_END.fullmatch(end) is not None


def are_one_word(start: str, end: str, goes_on: bool, habits: Habits) -> bool:
    """Whether `start` + `end` (small letters) is a word; `goes_on`: more text comes right after them.

    The document's own words tell first: «образов⏎ания» where «образования» is printed elsewhere. Then what words
    begin with. A preposition stands before something, so «о» at the text's end is none: «Постоянн⏎о».
    """
    if habits.prints(start + end) or (len(end) > _ALIKE and habits.prints_beginning(start + end[:_ALIKE])):
        return True
    is_little = goes_on and SHORT_WORD.fullmatch(end) is not None
    unfinished = _STUB.search(start) is not None
    if is_little and is_whole_word(start) and not unfinished:  # «программ⏎и проектов», not «Руководител⏎и ОО»
        return False
    if is_known_word(start, end) or (not goes_on and _NO_LAST_WORD.fullmatch(end)):
        return True
    if unfinished or _NEVER_A_WORD.match(end):
        return True
    if is_whole_word(start):  # «методист⏎ы», but «методист⏎и учитель», «учебного⏎года»
        return is_whole_word(start + end)
    if habits.prints(start) or is_little:
        return False
    return _WORD_END.match(end) is not None
