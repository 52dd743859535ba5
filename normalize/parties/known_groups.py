"""Groups that everybody knows by their words: «родительский контроль», «Дома культуры сёл и станиц»."""

from normalize.fold import fold
from normalize.morphology import adjective_cases
from normalize.vocabulary import forms_of

_GROUPS = frozenset(forms_of("roles", "known_group"))
_TAILS = frozenset(forms_of("roles", "known_group_tail"))


def is_known_group(printed: str) -> bool:
    """Whether nothing else is printed but for adjectives before it, «сельские», and where they are behind it.

    Not «библиотеки школы № 5», «музеи Вязова».
    """
    words = fold(printed).split(" ")
    while words and " ".join(words[:2]) not in _GROUPS and _is_adjective(words[0]):
        words = words[1:]
    ends = [end for end in range(1, min(len(words), 3) + 1) if " ".join(words[:end]) in _GROUPS]
    return any(end == len(words) or " ".join(words[end:]) in _TAILS for end in ends)


def _is_adjective(word: str) -> bool:
    return any(case == "nomn" for case, _ in adjective_cases(word))
