"""Dots of words that are cut short, «творч. группа», «Рук. отр. ЮИД»: they part nothing."""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import is_word, noun_cases, parses
from normalize.titles.heads import PEOPLE

_SHORT = expression(r"(?<![\w-])(?P<word>[А-ЯЁа-яё][а-яё]{1,6})\.(?=[^\S\n]*[а-яё\d«\"№])")
# «Директора по безоп. Вязов А.К.», «Рук. отр. ЮИД»: before a name or letters only in the middle of a title
_SHORT_IN_TITLE = expression(r"(?<![\w-])(?P<word>[а-яё]{3,11})\.(?=[^\S\n]*(?:[А-ЯЁ]{2,}(?![\w])|[а-яё]|$))")


def is_short_for_a_word(plain: str, dot: int, end: int) -> bool:
    """«творч. группа», «подг. гр. №5»: the dot of an abbreviation, behind letters that are no word of their own.

    `end` is where the next name begins, or the text ends.
    """
    begin = plain.rfind(" ", max(0, dot - 12), dot) + 1
    begin = max(begin, plain.rfind("\n", 0, dot) + 1, plain.rfind(",", 0, dot) + 1, plain.rfind("(", 0, dot) + 1)
    found = _SHORT.match(plain, begin)
    if found is None and re.search(r"[а-яё.] +$", plain[:begin]) and end < len(plain):
        found = _SHORT_IN_TITLE.match(plain, begin, end)
    if found is None or found.end() != dot + 1:
        return False
    word = found["word"]
    if fold(word) in PEOPLE or word[-1] in _ENDS:
        return False
    if plain[:begin].endswith(" по ") and not any(case == "datv" for case, _ in noun_cases(word)):
        return True  # «специалист по кадр. Вязова А.К.»
    return is_cut(word)


_ENDS = "аеёиоуыэюяй"


def is_cut(word: str) -> bool:
    """«предм», «обр»: a beginning that no word of the dictionary is, but as an abbreviation; not «кадр», «школа».

    So «дет», «горяч»: a predicate («он горяч») says nothing of a post.
    """
    if word[-1] in _ENDS:
        return False
    tags = [parse.tag for parse in parses(word)]
    predicates = word.islower() and all({"PRTS", "ADJS", "Name"} & tag.grammemes for tag in tags)
    return not is_word(word) or predicates or any("Abbr" in tag for tag in tags)
