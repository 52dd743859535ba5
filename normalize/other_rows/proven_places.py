"""People beside an organization that the rest of the order shows them in: «Яркова Н.А., ЦРО».

Alone such a cell may name two; where another row says «Яркова Н.А., методист ЦРО», it says where she works. And
letters at the end of a list, «директора лицеев №№ 9, 12, КУГ», where another row says «директор КУГ»: a further school.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace

from normalize.parties.drafts import CellDoubt, CellReading, Draft, doubt_key


def place_by_other_rows(
    readings: Mapping[int, CellReading], texts: Mapping[int, str], decided: Set[str]
) -> dict[int, CellReading]:
    """The readings, by position, with the places that are proven; `decided`: keys that a person has answered."""
    places = _places(readings)
    return {position: _placed(reading, texts[position], places, decided) for position, reading in readings.items()}


def lists_with_letters(readings: Mapping[int, CellReading]) -> dict[int, CellReading]:
    """The readings, by position, with the title of a list of schools for letters behind it that are a school's."""
    schools = {
        draft.target.name
        for reading in readings.values()
        for draft in reading.drafts
        if draft.target is not None and _OF_SCHOOL.match(draft.role or "") and draft.target.name[-1] in _SCHOOL_LETTERS
    }
    return {position: _with_titles(reading, schools) for position, reading in readings.items()}


_OF_SCHOOL = re.compile(r"директор(?![а-яё])|заместитель директора(?![а-яё])|завуч(?![а-яё])|учител[ья](?![а-яё])")
_SCHOOL_LETTERS = "ГЛШ"  # «КУГ»; not «ЦДО», whose director is none of a school


def _with_titles(reading: CellReading, schools: Set[str]) -> CellReading:
    drafts: list[Draft] = []
    for draft in reading.drafts:
        last = drafts[-1] if drafts else None
        is_theirs = draft.rule == "acronym" and draft.target is not None and draft.target.name in schools
        if not is_theirs or last is None or last.kind != "school" or last.role is None:
            drafts.append(draft)
            continue
        titles = [one.role for one in drafts if one.target == last.target]
        drafts += [replace(draft, kind="group", role=role, rule="list goes on", plural=True) for role in titles]
    return replace(reading, drafts=tuple(drafts))


def _places(readings: Mapping[int, CellReading]) -> dict[str, set[str]]:
    """Person's spelling key → the schools and organizations that are printed as theirs."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings.values():
        for draft in reading.drafts:
            if draft.person is not None and draft.target is not None:
                places[draft.person.key].add(draft.target.key)
    return places


def _placed(reading: CellReading, text: str, places: Mapping[str, set[str]], decided: Set[str]) -> CellReading:
    for doubt in reading.doubts:
        if doubt.kind == "place_or_party" and doubt_key(doubt, text) not in decided:
            reading = _without_doubt(reading, doubt, places)
    return reading


def _without_doubt(reading: CellReading, doubt: CellDoubt, places: Mapping[str, set[str]]) -> CellReading:
    """The reading with the person in the organization, where that is her only place elsewhere.

    Not of the last of several names, «Вязова А.К., Лосев П.И., ЦДО»: it is the place of all, or stands for itself.
    """
    person = next((one for one in reading.drafts if one.start == doubt.start), None)
    place = next(
        (one for one in reading.drafts if one.kind in ("organization", "school") and one.end == doubt.end), None
    )
    if person is None or person.person is None or place is None or place.target is None:
        return reading
    if places.get(person.person.key) != {place.target.key} or _ends_names(reading, person):
        return reading
    placed: Draft = replace(person, target=place.target, rule="place proven by another row", score=0.9)
    drafts = tuple(placed if one is person else one for one in reading.drafts if one is not place)
    return CellReading(drafts, tuple(one for one in reading.doubts if one is not doubt))


def _ends_names(reading: CellReading, person: Draft) -> bool:
    """Whether a name without a title or a place stands right before this one."""
    at = reading.drafts.index(person)
    before = reading.drafts[at - 1] if at else None
    return before is not None and before.person is not None and before.role is None and before.target is None
