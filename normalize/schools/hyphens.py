"""Adjectives of places whose hyphen a typist set between blanks: «Красно - Полянской СОШ».

Behind a post, a person or a school a dash parts: «Учителя – Лесновской СОШ», «Кротов – Лесновская СОШ».
"""

import re

from ingest.expressions import expression
from normalize.morphology import is_only_a_place
from normalize.schools.words import KIND, MIDDLE
from normalize.vocabulary import forms_of

_FIRST_PARTS = frozenset(forms_of("schools", "first_part"))
_PARTED = expression(
    r"(?<![\w-])(?P<first>[А-ЯЁ][а-яё]+)(?P<dash>\s+[-‐‑–—]\s*|\s*[-‐‑–—]\s+)"
    r"(?P<second>[А-ЯЁ][а-яё]+(?P<ending>ая|яя|ой|ей|ую|юю|ий|ого|ому|им|ом|ый))"
    rf"(?=\s+{re.sub('[?]P<[a-z]+>', '?:', MIDDLE + KIND)})"
)
_NOMINATIVE = ("ая", "яя", "ий", "ый")


def join_hyphens(plain: str) -> str:
    """The text with «Каменск-Уральской» and blanks behind it, at equal length."""
    return _PARTED.sub(_joined, plain)


def _joined(found: re.Match[str]) -> str:
    """A town before an adjective in the nominative is a town: «Елец – Лесновская СОШ»."""
    first = found["first"].lower().replace("ё", "е")
    of_town = is_only_a_place(found["first"]) and found["ending"] not in _NOMINATIVE
    if first not in _FIRST_PARTS and not of_town:
        return found.group()
    return f"{found['first']}-{found['second']}".ljust(len(found.group()))
