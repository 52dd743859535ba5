"""Head nouns of organizations' names, in any case: «управления» → «управление»."""

from functools import cache

from normalize.morphology import inflect, noun_cases
from normalize.vocabulary import forms_of

HEADS = forms_of("organizations", "head")  # noun → kind
UNITS = frozenset(forms_of("organizations", "unit"))
WORD = r"[А-ЯЁа-яё][\w-]*"
_SHORT = forms_of("organizations", "short_head")  # «мин-ва» → «министерство»
_HEAD_STARTS = frozenset(head[:3] for head in HEADS)


@cache
def head_of(word: str) -> str | None:
    """«управления» → «управление»; None for a word that heads no organization."""
    lower = word.lower().replace("ё", "е")
    if lower in HEADS:
        return lower
    if lower in _SHORT:
        return _SHORT[lower]
    if lower[:3] not in _HEAD_STARTS:  # no case changes them, and most words need no dictionary then
        return None
    nominative = inflect(lower, "nomn", "sing")
    return nominative if nominative in HEADS and _is_singular(lower) else None


def is_subject(word: str, head: str) -> bool:
    """Whether a head stands in the nominative: «управление», «Мин-во», not «управления»."""
    lower = word.lower()
    if lower in _SHORT:
        return lower.endswith("о")
    return lower == head and any(case == "nomn" for case, _ in noun_cases(word))


def _is_singular(word: str) -> bool:
    return any(number == "sing" for _, number in noun_cases(word))


def gender_of(head: str) -> str:
    """As pymorphy3 calls it; the ending tells it of every head."""
    return "neut" if head.endswith(("е", "о")) else "femn" if head.endswith(("а", "я", "сть")) else "masc"
