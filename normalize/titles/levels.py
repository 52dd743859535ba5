"""Whether «нач.» says a level of schooling: «учителя нач. звена», «завуч нач. шк.», «учителя нач. и ср. звена»."""

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form
from normalize.titles.heads import ABBREVIATIONS
from normalize.vocabulary import forms_of

_NOUNS = frozenset(forms_of("roles", "noun_of_level"))
_DEPUTY = expression(r"(?i)(?:\bзам|\bпом|\bи\.\s?о|\bврио|заместител\w+|помощник\w*)\.?\s*$")  # «зам. нач. школы»
_TEACHES = expression(r"(?i)(?<![а-яё])(?:учит|уч-л|учит-л|препод|педагог)[а-яё-]*\.?\s*$")
_WORD = expression(r"[^\s,]+")


def is_of_level(before: str, behind: str) -> bool:
    """Whether the «нач.» between `before` and `behind` is «начальный», and nobody's post: behind some other title,
    before «шк.», «звена», «образования»; or right behind those who teach, whom no chief follows without a comma.

    Not where the title begins with it: «нач. школы» heads a cadets' school.
    """
    if not before.strip(" ,;") or _DEPUTY.search(before):
        return False
    return _TEACHES.search(before) is not None or _names_level(behind)


def _names_level(behind: str) -> bool:
    """Whether «шк.», «звена» follow, other adjectives passed over: «и ср. звена»."""
    for word in _WORD.findall(behind)[:4]:
        if fold(word) in _NOUNS or dictionary_form(word.lower()) in _NOUNS:
            return True
        if word != "и" and not adjective_cases(ABBREVIATIONS.get(fold(word), word)):
            return False
    return False
