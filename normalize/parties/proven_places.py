"""People beside an organization that the rest of the order shows them in: «Яркова Н.А., ЦРО».

Alone such a cell may name two; where another row says «Яркова Н.А., методист ЦРО», it says where she works.
"""

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
    """The reading with the person in the organization, where that is her only place elsewhere."""
    person = next((one for one in reading.drafts if one.start == doubt.start), None)
    place = next((one for one in reading.drafts if one.kind == "organization" and one.end == doubt.end), None)
    if person is None or person.person is None or place is None or place.target is None:
        return reading
    if places.get(person.person.key) != {place.target.key}:
        return reading
    placed: Draft = replace(person, target=place.target, rule="place proven by another row", score=0.9)
    drafts = tuple(placed if one is person else one for one in reading.drafts if one is not place)
    return CellReading(drafts, tuple(one for one in reading.doubts if one is not doubt))
