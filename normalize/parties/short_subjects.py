"""Subjects of schools cut short in a list: «учителя матем., физ., рус. яз.»."""

from normalize.fold import fold
from normalize.parties.units import Unit
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.subjects import BEGINS_SUBJECT, in_genitive
from normalize.vocabulary import forms_of

_FIELDS = frozenset(map(fold, forms_of("roles", "field")))
_BEGINNINGS = BEGINS_SUBJECT | {"начальник"}  # «нач. кл.»: what «нач.» is, its noun says
_NOUNS = frozenset({"языка", "классный"})  # «рус. яз.», «нач. кл.»


def is_short_subject(units: tuple[Unit, ...], index: int) -> bool:
    """Whether a shortened subject stands there, and nothing of its own behind it: not «тех. персонал»."""
    behind = index + 1
    if _is_whole(units[index]) and _ends(units, behind):
        return True
    begins = ABBREVIATIONS.get(fold(units[index].text)) in _BEGINNINGS
    return begins and behind < len(units) and ends_short_subject(units[behind]) and _ends(units, behind + 1)


def ends_short_subject(unit: Unit) -> bool:
    """«матем.», and «яз.» of «рус. яз.»."""
    return unit.kind == "word" and (_is_whole(unit) or ABBREVIATIONS.get(fold(unit.text)) in _NOUNS)


def _is_whole(unit: Unit) -> bool:
    """«матем.», «физ. культуры»."""
    return fold(unit.text) in _FIELDS or ABBREVIATIONS.get(fold(unit.text)) in in_genitive()


def _ends(units: tuple[Unit, ...], index: int) -> bool:
    return index >= len(units) or units[index].kind in ("separator", "and", "person")
