"""Bodies told by their numbers, several together too: «врачи поликлиники № 1 и № 2», «сельскими библиотеками № 14, 15».

One of a noun of `head` with its one number is read by headed.py.
"""

import re
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.morphology import adjective_cases, inflect, noun_cases
from normalize.organization_heads import HEADS, WORD, gender_of, head_of
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.organizations.adjectives import taken_back
from normalize.organizations.service_bodies import is_free
from normalize.titles.heads import PEOPLE
from normalize.vocabulary import forms_of

_NOUNS = forms_of("organizations", "numbered_noun")  # noun → how an adjective before it must begin; "" for any
_LIST = expression(r"[^\S\n]*(?P<numero>(?:№\s*)+)(?P<number>\d{1,3})(?![\d.:/-])")
_FURTHER = expression(r"\s*(?:,|(?<=[\d\s])и(?=\s))\s*(?P<which>(?P<numero>№\s*)?(?P<number>\d{1,3}))(?![\d.:/-])")
_NOUN_WITH_NUMBER = expression(rf"(?<![\w-])(?P<noun>{WORD})(?=[^\S\n]*№)")
_COUNTED = expression(r"\s*(?:-?[а-яё]+)(?<!и)(?<!г)")  # «библиотеки № 4, 5 человек»
_OF_A_SCHOOL = expression(r"(?i)(?:при)?школьн")
_KINDS = ("center", "institute", "other")
_HOUSE = "дом"  # «дома № 4, 6»: where they are


@dataclass(frozen=True, slots=True)
class Numbered:
    """Bodies of one name, each with the span of its number, the «№» left out."""

    start: int
    end: int  # exclusive
    name: str  # «Сельская библиотека»
    kind: str  # of v_organizations
    nominative: bool
    numbers: tuple[tuple[int, int, str], ...]  # start, end, number


def find_numbered(plain: str) -> list[OrganizationRef]:
    """Those of one number."""
    return [
        OrganizationRef(one.start, one.end, f"{one.name} № {one.numbers[0][2]}", one.kind, False, one.nominative)  # type: ignore[arg-type]
        for one in find_numbered_lists(plain)
        if len(one.numbers) == 1
    ]


def find_numbered_lists(plain: str) -> list[Numbered]:
    """The bodies of each noun with numbers; of a noun of `head` where it has several."""
    found = []
    for match in _NOUN_WITH_NUMBER.finditer(plain):
        head, first = _head(match["noun"]), _LIST.match(plain, match.end())
        if head is None or first is None:
            continue
        start, adjectives = _adjectives(plain, match.start(), match["noun"], head)
        cases = noun_cases(match["noun"])
        plural = all(number == "plur" for _, number in cases)
        several = plural or _heads_several(plain[:start], match["noun"], head)
        further = _further(plain, first.end(), several)
        if _is_no_body(adjectives, head) or ((head in HEADS or several) and not further):
            continue
        name = " ".join([*adjectives, head])
        nominative = ("nomn", "plur" if several else "sing") in cases and is_free(plain[:start])
        numbers = [first, *further]
        found.append(
            Numbered(
                start,
                numbers[-1].end(),
                name[0].upper() + name[1:],
                HEADS.get(head) or organization_kind(name),
                nominative,
                tuple((*one.span("number"), one["number"]) for one in numbers),
            )
        )
    return found


def _head(noun: str) -> str | None:
    singular = inflect(noun.lower(), "nomn", "sing") or ""
    if singular in _NOUNS:
        return singular
    head = head_of(noun) or (singular if singular in HEADS else None)
    return head if head is not None and HEADS[head] in _KINDS and head != _HOUSE else None


def _adjectives(plain: str, start: int, noun: str, head: str) -> tuple[int, list[str]]:
    """Where the name begins, and its adjectives in the nominative: those that agree with the noun."""
    begin = taken_back(plain, start, lambda word: _agrees(word, noun, head))
    return begin, [_in_nominative(word, head) or word for word in plain[begin:start].split()]


def _agrees(word: str, noun: str, head: str) -> bool:
    """In the plural too, as «сельскими библиотеками»."""
    if _in_nominative(word, head) is None or inflect(word.lower(), "nomn", "sing") in PEOPLE:
        return False
    return bool(adjective_cases(word) & noun_cases(noun))


def _in_nominative(word: str, head: str) -> str | None:
    return inflect(word, "nomn", "sing", gender_of(head))


def _is_no_body(adjectives: list[str], head: str) -> bool:
    """«школьный клуб № 2», «воинская часть № 3», «часть № 3»."""
    if any(_OF_A_SCHOOL.match(word) for word in adjectives):
        return True
    needed = _NOUNS.get(head, "")
    return bool(needed) and not any(word.lower().startswith(needed) for word in adjectives)


def _heads_several(before: str, noun: str, head: str) -> bool:
    """«библиотеки № 1, 2» by themselves; not «врач поликлиники № 1», where a post governs it."""
    return noun.lower() != head and ("nomn", "plur") in noun_cases(noun) and is_free(before)


def _further(plain: str, at: int, several: bool) -> list[re.Match[str]]:
    """The further numbers of a list; of one body only with a «№» of their own: «поликлиника № 1, 2 этаж»."""
    found: list[re.Match[str]] = []
    while (one := _FURTHER.match(plain, at)) is not None:
        if one["numero"] is None and (not several or _COUNTED.match(plain, one.end())):
            break
        found.append(one)
        at = one.end()
    return found
