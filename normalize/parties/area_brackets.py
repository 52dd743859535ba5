"""A deputy's further areas in a bracket: «Зам. директора по УВР (ВР, НМР)» is read as «по УВР, ВР, НМР».

So are those that `further_areas` makes one, as printed: «, ВР и по НМР».
"""

import re
from itertools import pairwise

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.titles.roles import AREAS, area_role

_WORD = re.compile(r"[А-ЯЁа-яё]+")


def roles_in_bracket(phrase: Phrase, role: str) -> list[tuple[str, int, int]]:
    """The further titles with the spans of their areas; none of «по УВР (ВПР)», «(русский язык)»."""
    for unit, bracket in pairwise(phrase.units):
        words = list(_WORD.finditer(bracket.text)) if bracket.kind == "bracket" else []
        words = [word for word in words if word.group() not in ("и", "по")]
        if words and all(fold(word.group()) in AREAS for word in words):
            words = words if fold(unit.text) in AREAS else words[1:]  # «зам. директора (УВР, ВР)»
            return [
                (further, bracket.start + word.start(), bracket.start + word.end())
                for word in words
                if (further := area_role(role, word.group()))
            ]
    return []
