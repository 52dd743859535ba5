"""Brackets with surnames that have no initials: «ЦДО (Яркова, Лаптева)», parties and no remark."""

import re

from normalize.morphology import is_only_a_place, noun_cases
from normalize.people.surname_looks import SHE, looks_like_surname

_NAMES = re.compile(r"\(\s*[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:(?:\s*[,;]\s*|\s+и\s+)[А-ЯЁ][а-яё]+)*\s*\)")
_ADJECTIVE = re.compile(r"(?:[сц]к(?:ий|ая)|ой|ый|ая)$")  # «(Заводской, Ленинский)»: districts


def holds_surnames(bracket: str) -> bool:
    """True for «(Яркова, Лаптева)»; not for «(Заводской)», «(Вязовка)», «(Математика, Физика)»."""
    if _NAMES.fullmatch(bracket) is None:
        return False
    return all(map(_is_surname, re.findall(r"[А-ЯЁ][а-яё]+", bracket)))


def _is_surname(word: str) -> bool:
    """«Лаптева»; also «Яркова», which the dictionary has as a genitive of Ярково, for no place stands in that case."""
    if is_only_a_place(word):
        return SHE.search(word) is not None and ("nomn", "sing") not in noun_cases(word)
    return looks_like_surname(word) and _ADJECTIVE.search(word) is None
