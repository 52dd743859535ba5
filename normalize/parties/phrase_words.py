"""What single words say about a phrase: whether they are governed, begin a title, name a school, are letters."""

import re

from normalize.morphology import (
    can_be_genitive,
    is_nominative_person,
    is_word,
)
from normalize.parties.units import Unit
from normalize.title_heads import find_head


def is_governed(word: str) -> bool:
    """True for a word that can only stand under another: «методистов», «образования»; not «учителя», «заместители»."""
    genitive = can_be_genitive(word) or (not is_word(word) and word.endswith(("ов", "ев", "ей")))
    return (
        genitive
        and not is_nominative_person(word)
        and (word.endswith(("ов", "ев", "ей")) or find_head([word], strict=True) is None)
    )


def is_letters(unit: Unit) -> bool:
    """True for «ЦДО», «ППк»."""
    return unit.kind == "word" and sum(letter.isupper() for letter in unit.text) > 1


def starts_title(units: tuple[Unit, ...], index: int) -> bool:
    """True where the words from `index` on begin with a title's head, adjectives before it passed over."""
    words = []
    for unit in units[index : index + 5]:
        if unit.kind != "word":
            break
        words.append(unit.text)
    return find_head(words, strict=True) is not None


_SCHOOL_WITHOUT_NUMBER = re.compile(
    r"(?:[а-яё-]+(?:ой|ей|ого|его|ая|яя|ий|ый|ую|юю)\s){0,2}"
    r"(?:(?:про)?гимнази[яиюе]|лице(?:й|я|ю|е)|школ[аыу]|(?:школ[аыу]|лице[йя]|гимнази[яи])-интернат[ау]?"
    r"|интернат[ау]?|(?:кадетск\w+\s)?корпус[ау]?|сош|оош|нош|вечерк[аи])",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"(?:[а-яё-]+ого\s)?филиал(?:а|ов)?", re.IGNORECASE)


def names_bare_school(units: tuple[Unit, ...], index: int) -> bool:
    """True where the words from `index` on are a school without number or name: «Лицея», «вечерней школы».

    Or a branch of one with a number: «филиала СОШ № 8».
    """
    words = []
    for unit in units[index:]:
        if unit.kind != "word":
            break
        words.append(unit.text)
    after = units[index + len(words)].kind if index + len(words) < len(units) else "separator"
    printed = " ".join(words)
    if after == "schools":
        return _BRANCH.fullmatch(printed) is not None
    return after in ("separator", "and", "bracket") and is_bare_school(printed)


def is_bare_school(printed: str) -> bool:
    """«гимназии», «Северная гимназия», «школы-интерната»; not «школ», «лицеев»: those are many."""
    return _SCHOOL_WITHOUT_NUMBER.fullmatch(printed) is not None


def is_branch(printed: str) -> bool:
    """«филиала», «Луговского филиала»."""
    return _BRANCH.fullmatch(printed) is not None
