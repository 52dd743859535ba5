"""Whether letters can stand for a name that the same person's post shows beside them: «ЦДТ» for no «СОШ № 5».

One person may head two bodies, and two people may have one name: the letters have to agree. «МБУ ДО «Радуга»» says
nothing that letters could contradict.
"""

import re

from normalize.fold import fold
from normalize.organization_heads import head_of
from normalize.organization_names import head_letters, initials_of, legal_part, proper_part
from normalize.parties.units import Target
from normalize.vocabulary import forms_of

# Letters that everybody reads as no school: «ДЮСШ», «ДМШ»
_NO_SCHOOLS = frozenset(forms_of("organizations", "of_place")) | frozenset(forms_of("organizations", "numbered"))
_LETTERS = re.compile(r"[А-ЯЁ]{2,8}(?:и[А-ЯЁ]{1,3})?")
_INNER = re.compile(r"\s*[«\"“„].*")
_FEWEST = 2  # letters that agree in their order


def may_stand_for(letters: str, target: Target) -> bool:
    """«КУГ» for «Каменск-Уральская гимназия», «ЦВР» for «МБУ ДО «Центр внешкольной работы «Факел»»»."""
    if target.kind == "school":
        return fold(letters) not in _NO_SCHOOLS and letters[-1] in initials_of(target.name)
    if target.school_number is not None or " № " in target.name:
        return False
    proper = proper_part(target.name)
    printed = head_letters(target.name) or (proper if _LETTERS.fullmatch(proper) else "")
    if printed:
        return fold(printed) == fold(letters)
    words = _described(target.name)
    return not words or _agree(letters.upper(), initials_of(words))


def _described(name: str) -> str:
    """The words that say what a body is: «Центр внешкольной работы»; "" where only its own name is printed."""
    proper = proper_part(name)
    if head_of(proper.split(" ")[0]) or any(map(head_of, proper.split(" "))):
        return _INNER.sub("", proper)
    before = legal_part(name)
    words = before.split(" ")
    at = next((at for at, word in enumerate(words) if head_of(word)), None)
    if at is not None:
        return " ".join(words[at:])
    return proper if not before else ""


def _agree(letters: str, initials: str) -> bool:
    """Whether one holds the other in its order: «ЦДО» and «ЦДОД», «МЦ» and «ИМЦ»."""
    short, long = sorted((letters, initials), key=len)
    rest = iter(long)
    return len(short) >= _FEWEST and all(letter in rest for letter in short)
