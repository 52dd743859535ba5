"""«с» between bodies: «ЦДО со Средней школой № 2» are two parties, as with «совместно с»."""

from collections.abc import Sequence
from dataclasses import replace

from normalize.fold import fold
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.organization_heads import HEADS
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_body_of_letters
from normalize.parties.units import Unit

_WITH = ("с", "со")
_TOGETHER = "совместно с"  # how such a separator is printed elsewhere
_PLACES = ("organization", "schools")


def part_bodies(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units of a cell, with a separator for each «с» that links a body with another one.

    Not «с» of a duty («ответственный за связь с ЦДО»), nor «классный руководитель СОШ № 2 с учениками».
    """
    return tuple(
        replace(unit, kind="separator", text=_TOGETHER) if _links(units, at) else unit for at, unit in enumerate(units)
    )


def _links(units: Sequence[Unit], at: int) -> bool:
    if units[at].kind != "word" or fold(units[at].text) not in _WITH or at + 1 >= len(units):
        return False
    before, following = _since_separator(units[:at]), units[at + 1]
    if not before:
        return False
    behind_place = before[-1].kind in _PLACES
    if following.kind in _PLACES:
        return (behind_place or _is_body(before)) and _can_be_instrumental(following)
    return behind_place and _are_staff(units[at + 1 :])


def _since_separator(units: Sequence[Unit]) -> list[Unit]:
    found: list[Unit] = []
    for unit in reversed(units):
        if unit.kind in ("separator", "and"):
            break
        found.insert(0, unit)
    return found


def _is_body(before: list[Unit]) -> bool:
    """«РЦОИ», «Родительский комитет», «Библиотека»; not «специалист по связи»."""
    phrase = Phrase("", before)
    head = phrase.head
    return (
        is_body_of_letters(phrase)
        or fold(before[-1].text) in HEADS
        or (head is not None and head.body and head.index == len(before) - 1)
    )


def _can_be_instrumental(place: Unit) -> bool:
    """«Лицеем № 9», «Средней школой № 2», «МБОУ СОШ № 5»: letters and quoted names say no case."""
    cases = _cases(place.text.split()[0])
    return not cases or any(case == "ablt" for case, _ in cases)


def _are_staff(units: Sequence[Unit]) -> bool:
    """«учителями Лицея № 9»: people in the instrumental, and where they work."""
    words = 0
    while words < len(units) and units[words].kind == "word":
        words += 1
    if not words or words == len(units) or units[words].kind not in _PLACES:
        return False
    found = [_cases(unit.text) for unit in units[:words]]
    nouns = [unit.text for unit in units[:words] if names_person(unit.text)]
    return bool(nouns) and any(case == "ablt" for case, _ in found[0])


def _cases(word: str) -> frozenset[tuple[str, str]]:
    return frozenset(noun_cases(word) | adjective_cases(word))
