"""Names in quotes as they stand in the nominative: «директор «Центра дополнительного образования»» is of a «Центр»."""

import re

from normalize.morphology import adjective_cases, inflect, noun_cases
from normalize.organization_heads import HEADS, WORD, gender_of, head_of
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.quotes import OPENING, closing_quote, inner_quotes, unquoted
from normalize.vocabulary import forms_of

_HEADS = frozenset(HEADS) | frozenset(forms_of("organizations", "quoted_head"))
_OBLIQUE = ("gent", "datv", "ablt", "loct")


def find_bare_quoted(plain: str) -> list[OrganizationRef]:
    """A quoted name whose first word is a head: ««Центр дополнительного образования»»."""
    refs = []
    for match in re.finditer(rf"[{OPENING}](?=(?P<head>{WORD}))", plain):
        head = head_of(match["head"])
        if head is None or HEADS[head] == "authority":
            continue
        end = closing_quote(plain, match.start())
        name = f"«{in_nominative(inner_quotes(unquoted(plain[match.start() : end])))}»"
        refs.append(OrganizationRef(match.start(), end, name, organization_kind(name), False, True))
    return refs


def in_nominative(name: str) -> str:
    """«Центра детского творчества» → «Центр детского творчества», «Городской библиотеки» → «Городская библиотека».

    As it is where its first words are no adjectives and head in an oblique case of the singular: «Надежды», «Центры …».
    """
    words = name.split(" ")
    at = next((at for at, word in enumerate(words) if _head_in(word) or not _is_oblique_adjective(word)), len(words))
    head = _head_in(words[at]) if at < len(words) else None
    if head is None:
        return name
    before = [inflect(word, "nomn", "sing", gender_of(head)) for word in words[:at]]
    if None in before:
        return name
    first = " ".join([*filter(None, before), head])
    return " ".join([first[0].upper() + first[1:], *words[at + 1 :]])


def _is_oblique_adjective(word: str) -> bool:
    cases = adjective_cases(word)
    return any(case in _OBLIQUE and number == "sing" for case, number in cases)


def _head_in(word: str) -> str | None:
    """«центр» of «Центра»; None for what is no head, or stands in the nominative."""
    if not re.fullmatch(WORD, word):
        return None
    head = head_of(word) or inflect(word.lower(), "nomn", "sing")
    if head not in _HEADS or word.lower() == head:
        return None
    return head if any(case in _OBLIQUE and number == "sing" for case, number in noun_cases(word)) else None
