"""Schools that a cell names by their kind or without their form: «гимназия (Вязов А.К.)» is the order's one gymnasium.

So «Озёрная школа-интернат» is the «ГКОУ «Озёрная школа-интернат»» of another row. An evening school is a territory's
only one, wherever an order prints none by number or name.
"""

import re
from collections.abc import Collection, Mapping, Set
from dataclasses import replace

from normalize.fold import fold
from normalize.parties.drafts import CellReading, Draft, doubt_key, targets_of
from normalize.parties.units import Target
from normalize.schools.numbered import school_key, school_type_of

_EVENING = Target(school_key(None, None, "Вечерняя школа"), "Вечерняя школа", "school", 0, 0, "вечерняя")
_ONE = re.compile(r"(?:\w+(?:ая|яя|ий|ой|ей|ого) )?(?:(?:про)?гимнази[яи]|лице[йя]|школ[аы]|корпуса?)(?:-интернат)?а?")
RULE = "one school of the kind"


def place_lone_schools(
    readings: Mapping[int, CellReading],
    measures: Mapping[int, CellReading],
    texts: Mapping[int, str],
    decided: Set[str] = frozenset(),
) -> dict[int, CellReading]:
    """The responsible readings, by position, with those schools in place of groups, and their people at them.

    `decided`: keys of doubts that a person has answered; those stay.
    """
    drafts = [draft for part in (readings, measures) for reading in part.values() for draft in reading.drafts]
    schools = {one.key: one for draft in drafts for one in targets_of(draft) if one.kind == "school"}
    return {
        position: _placed(reading, schools.values(), texts[position], decided) for position, reading in readings.items()
    }


def _placed(reading: CellReading, schools: Collection[Target], text: str, decided: Set[str]) -> CellReading:
    drafts: list[Draft] = []
    doubts = {(one.start, one.end): one for one in reading.doubts if one.kind == "unknown_phrase"}
    settled = set()
    for draft in reading.drafts:
        doubt = doubts.get((draft.start, draft.end))
        answered = doubt is not None and doubt_key(doubt, text) in decided
        school = _school_of(draft, schools, text) if not answered else None
        if school is not None:
            role = _title_of(draft, text)
            draft = replace(draft, kind="school", role=role, target=school, rule=RULE, score=0.9)
            settled.add(doubt)
        elif (host := _host_of(draft, drafts, text)) is not None:
            draft = replace(draft, target=host)
        drafts.append(draft)
    return CellReading(tuple(drafts), tuple(one for one in reading.doubts if one not in settled))


def _title_of(draft: Draft, text: str) -> str | None:
    """«руководители» of «руководители гимназии», where only «гимназии» is printed and the list before says whose."""
    if draft.rule != "bare school":
        return None
    return " ".join((draft.role or "").split(" ")[: -len(text[draft.start : draft.end].split())]) or None


def _school_of(draft: Draft, schools: Collection[Target], text: str) -> Target | None:
    """The school that a group's words are; None for other words, and where the order has two of the kind."""
    if draft.kind != "group" or draft.role is None or draft.target is not None or draft.plural:
        return None
    words = (text[draft.start : draft.end] if draft.rule == "bare school" else draft.role).lower()
    type_ = school_type_of(words) if _ONE.fullmatch(words) is not None else None
    found = [one for one in schools if (one.school_type == type_ if type_ else fold(one.name) == fold(words))]
    if not found and type_ == _EVENING.school_type:
        found = [_EVENING]
    return replace(found[0], start=draft.start, end=draft.end) if len(found) == 1 else None


def _host_of(draft: Draft, before: list[Draft], text: str) -> Target | None:
    """The school in whose bracket a name stands: «гимназия (Вязов А.К., Лосев П.И.)»."""
    if draft.person is None or draft.target is not None:
        return None
    host = next((one for one in reversed(before) if one.person is None), None)
    if host is None or host.rule != RULE or re.match(r"\s*\([^()]*$", text[host.end : draft.start]) is None:
        return None
    return host.target
