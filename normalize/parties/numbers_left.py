"""Numbers that a list of schools has left over, which are asked: «школ №№ 2, 7 14, 17», «Директора школ (2, 7)»."""

import re
from itertools import pairwise

from normalize.fold import fold, squeeze
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_number
from normalize.parties.units import Unit
from normalize.parties.walk import Walk
from normalize.vocabulary import forms_of

_SETS_OF_SCHOOLS = frozenset(forms_of("roles", "all_schools"))
_NUMBERS = re.compile(r"\(\s*\d{1,3}(?:\s*[,;и–-]\s*\d{1,3})+\s*\)")


def ask_numbers_left(walk: Walk, phrase: Phrase) -> None:
    """Takes the numbers at the phrase's end off it, and asks; a bracket with nothing but numbers is only asked."""
    left = _behind_schools(phrase.units) or _in_bracket(phrase.units) or _unread(phrase, walk.text)
    if not left:
        return
    start, end = left[0].start, left[-1].end
    printed = squeeze(walk.text[start:end])
    walk.doubt("unknown_phrase", f"Это номера школ: «{printed}»?", phrase.start, end)
    if left[0].kind == "word" and left[0] is not phrase.units[0]:
        del phrase.units[-len(left) :]


def _unread(phrase: Phrase, text: str) -> list[Unit]:
    """«Руководители школ, что на горе (№ 2, 7)»: numbers that no list of schools has, behind a word for schools."""
    if any(unit.kind == "schools" for unit in phrase.units):
        return []
    return phrase.units[:] if _LIST.search(text[phrase.start : phrase.end]) is not None else []


_LIST = re.compile(r"(?i)(?<!\w)(?:школ|лице|гимнази)[^;]*№[№\s(]*\d{1,3}\s*(?:[,–-]|и)\s*(?:№\s*)?\d{1,3}")


def _behind_schools(units: list[Unit]) -> list[Unit]:
    for at, (one, other) in enumerate(pairwise(units), start=1):
        rest = units[at:]
        if (
            one.kind == "schools"
            and is_number(other)
            and all(is_number(unit) or unit.kind == "separator" for unit in rest)
        ):
            return rest
    return []


def _in_bracket(units: list[Unit]) -> list[Unit]:
    for one, other in pairwise(units):
        if other.kind == "bracket" and one.kind == "word" and _NUMBERS.fullmatch(other.text) is not None:
            return [other] if fold(one.text) in _SETS_OF_SCHOOLS else []
    return []
