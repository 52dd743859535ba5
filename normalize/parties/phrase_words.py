"""What single words say about a phrase: whether they are governed, begin a title, are letters."""

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
