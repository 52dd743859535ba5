"""The adjectives before a body's head noun that belong to its name: «Городского методического центра»."""

import re
from collections.abc import Callable

from ingest.expressions import expression
from normalize.morphology import adjective_cases, inflect, is_nominative, noun_cases
from normalize.organization_heads import gender_of
from normalize.titles.heads import PEOPLE

_BEFORE = expression(r"(?<![\w.-])([А-ЯЁа-яё][\w-]+)[^\S\n]+$")


def name_start(plain: str, start: int, nominative: bool) -> int:
    """Where the name begins by its adjectives alone, whatever stands behind its head.

    In another case than the nominative only those with a capital, and «…ческого»: the others may be of any such body.
    """
    while True:
        before = re.search(r"([А-ЯЁа-яё][\w-]+)\s+$", plain[:start])
        if before is None or not (_is_name_adjective(before[1], nominative) or _MAIN.match(plain, before.start(1))):
            return start
        start = before.start(1)


def agreeing_start(plain: str, start: int, noun: str, head: str) -> int:
    """Where the name of one body begins: «врач городской детской поликлиники № 2», «мастера профессионального училища
    № 4».

    Every adjective that agrees with its noun is the body's: no post ends in one. Not «заведующей библиотекой № 3».
    """
    return taken_back(plain, start, lambda word: _agrees(word, noun, head))


def taken_back(plain: str, start: int, takes: Callable[[str], bool]) -> int:
    """Where the words right before `start` begin, as many of them as are taken."""
    while (before := _BEFORE.search(plain, 0, start)) is not None and takes(before[1]):
        start = before.start(1)
    return start


def _agrees(adjective: str, noun: str, head: str) -> bool:
    lower = adjective.lower().replace("ё", "е")
    if inflect(lower, "nomn", "sing") in PEOPLE:
        return False
    ending = _FEMININE if gender_of(head) == "femn" else _MASCULINE
    cases = adjective_cases(lower) & noun_cases(noun)
    return lower.endswith(ending) and any(number == "sing" and case != "nomn" for case, number in cases)


_FEMININE = ("ой", "ей", "ую", "юю")
_MASCULINE = ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")
_MAIN = expression(r"главн(?:ого|ому|ым|ом)\s+управлени")  # «… Уральского главного управления Банка России»
_ADJECTIVE = expression(r".+(?:ое|ый|ий|ая|ого|ому|ой|ом|ым|им|его)$")


def _is_name_adjective(word: str, nominative: bool) -> bool:
    if word.lower() in PEOPLE:  # «Заведующий отделом образования Вязов А.К.»: his post
        return False
    if not _ADJECTIVE.match(word) or not adjective_cases(word):
        return False
    return word[0].isupper() or "ческ" in word or (nominative and is_nominative(word))
