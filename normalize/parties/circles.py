"""Brackets behind a name with the group or circle that the person leads: «(хор «Весна»)»; no party."""

import re

from normalize.fold import fold
from normalize.vocabulary import forms_of

_NAMED = re.compile(r"\(\s*(?P<kind>[^\W\d_][\w\s.-]*?)\s*(?:«[^«»\n]{1,80}»|[\"“„][^\"“”„\n]{1,80}[\"”“])\s*\)")
_CIRCLES = frozenset(map(fold, forms_of("roles", "circle")))


def names_circle(bracket: str) -> bool:
    """True for «(хор «Весна»)», «(кружок «Шахматы»)»; not for «(клуб «Весна»)», which may be where the person works."""
    found = _NAMED.fullmatch(bracket)
    return found is not None and fold(found["kind"]) in _CIRCLES
