"""The words of a school's name in the nominative: «гимназии» → «гимназия», «Липовской» → «Липовская»."""

import re

_NOUNS = {"гимн": "гимназия", "лице": "лицей", "школ": "школа"}
_ADJECTIVES = {"средн": "средняя", "основ": "основная", "начал": "начальная"}


def noun_of(kind: str) -> str:
    """The nominative of a word for a school; an abbreviation stays."""
    boarding = "-интернат" if "интернат" in kind.lower() else ""
    return _NOUNS[kind.lower()[:4]] + boarding if kind.lower()[:4] in _NOUNS else kind


def nominative_of(match: re.Match[str]) -> str:
    if not match["middle"]:
        return noun_of(match["kind"])
    word = _ADJECTIVES[match["middle"].lower()[:5]]
    general = " общеобразовательная" if "общеобр" in match["middle"] else ""
    return f"{word}{general} {noun_of(match['kind'])}"


def adjective_of(adjective: str, kind: str) -> str:
    """«Каменск-Уральской» + гимназия → «Каменск-Уральская»; «Великосельского» + лицей → «Великосельский»."""
    if kind.lower().startswith("лице") and adjective.endswith(("ий", "ый", "ой")):
        return adjective
    stem = re.sub(r"(?:ая|яя|ой|ей|ую|юю|ые|ых|ий|ого|ому|им|ом|ый)$", "", adjective)
    if kind.lower().startswith("лице"):
        return stem + ("ий" if stem.endswith(("к", "г", "х")) else "ый")
    return stem + "ая"
