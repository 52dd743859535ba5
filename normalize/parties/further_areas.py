"""A deputy's further areas before schools: «зам. директора по УВР и ВР школ №№ 2, 7» is one title of two areas."""

from collections.abc import Sequence
from dataclasses import replace

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_body_of_letters
from normalize.parties.sets import INSTITUTIONS
from normalize.parties.units import Unit
from normalize.titles.roles import AREAS, area_role, read_role

_PLACES = ("schools", "organization")


def join_areas(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """The phrases of a text; a deputy's areas that stand before a place are one phrase with the title.

    The further areas become a bracket of it: «по УВР и ВР школ № 2» is read as «по УВР (ВР) школ № 2».
    """
    joined: list[Phrase] = []
    at = 0
    while at < len(phrases):
        end = _end_of_areas(phrases, at, text)
        joined.append(_as_one(phrases[at:end], text))
        at = end
    return joined


def _end_of_areas(phrases: Sequence[Phrase], at: int, text: str) -> int:
    """Index behind the phrase with the last area and the place; the next index where there is none."""
    title, end = phrases[at], at + 1
    if title.kind != "title" or title.targets or not _ends_in_area(title.units):
        return end
    if area_role(read_role(text[title.start : title.end]), title.units[-1].text) is None:
        return end
    while end < len(phrases) and phrases[end].joint in (",", "и"):
        if _is_area_of_place(phrases[end]):
            return end + 1
        if phrases[end].kind != "area":
            break
        end += 1
    return at + 1


def _ends_in_area(units: Sequence[Unit]) -> bool:
    return units[-1].kind == "word" and fold(units[-1].text) in AREAS


def _is_area_of_place(phrase: Phrase) -> bool:
    """«ВР школ № 2», «по ВР МБУ «ЦДО»», «ВР ОО»: an area, and behind it nothing but the place."""
    at = _index_of_area(phrase)
    area, places = phrase.units[at : at + 1], phrase.units[at + 1 :]
    if not area or not _ends_in_area(area) or not places:
        return False
    return all(unit.kind in _PLACES for unit in places) or (len(places) == 1 and _is_place_of_words(places[0]))


def _index_of_area(phrase: Phrase) -> int:
    return int(fold(phrase.units[0].text) == "по")


def _is_place_of_words(unit: Unit) -> bool:
    """«школ», «ОО», «ЦДО»; not «ВР», «ШМО»."""
    return unit.kind == "word" and (fold(unit.text) in INSTITUTIONS or is_body_of_letters(Phrase("", [unit])))


def _as_one(phrases: Sequence[Phrase], text: str) -> Phrase:
    title, *further = phrases
    if not further:
        return title
    at = _index_of_area(further[-1])
    places, end = further[-1].units[at + 1 :], further[-1].units[at].end
    areas = Unit("bracket", title.end, end, text[title.end : end])
    return replace(title, units=[*title.units, areas, *places])
