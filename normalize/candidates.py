"""Who may be meant: which names that the territory knows are to be offered for a doubt about words."""

from typing import Literal

from normalize.fold import fold
from normalize.organization_names import letters_for
from normalize.posts import share_post
from normalize.schools.numbered import school_type_of

__all__ = ["Standing", "bare_school_type", "can_be_named", "has_initials", "may_mean", "share_post", "surnames_in"]


def bare_school_type(words: str) -> str | None:
    """«лицей» for «Лицея», «школа-интернат» for «школы-интерната»; None for words that say no type of a school."""
    return school_type_of(words) or school_type_of(words.split(" ")[-1])


def has_initials(name: str, letters: str) -> bool:
    """«Институт развития образования» for «иро», folded; a single letter is nobody's."""
    return len(letters) > 1 and letters in map(fold, letters_for(name))


def surnames_in(words: str) -> tuple[str, ...]:
    """Words that may be a surname, folded: «сомова», «лаптева» of «Сомова (Лаптева) И.О.»."""
    return tuple(word for word in fold(words).split() if len(word) > 2)


def can_be_named(key: str, words: str) -> bool:
    """True where a person's surname stands in the words and no other initials do."""
    folded = fold(words).split()
    surname, *letters = key.split("|")[:3]
    initials = [word for word in folded if len(word) == 1]
    return surname in folded and (not initials or initials == letters)


# Where letters stand: body, as an organization, «директор РМК»; title, «руководители ШМО»; measure, in no cell.
Standing = Literal["body", "title", "measure"]


def may_mean(standing: Standing, key: str) -> bool:
    """Whether letters that stand so can be the organization: in a title nobody, in a measure's text a school."""
    return standing == "body" or (standing == "measure" and key.startswith("school|"))
