"""«СШ № 2» that may be of sports: in a sports school's own plan, under a coach, beside «ДЮСШ», «СШОР».

Letters for «средняя школа» and «спортивная школа» alike: such a school is asked, unless it is the one that issued the
order. «МБОУ СШ № 2» says what it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.organization_names import organization_key
from normalize.parties.drafts import CellReading, Draft
from normalize.parties.units import Target
from normalize.schools.numbered import find_schools, school_key, school_name
from normalize.vocabulary import forms_of

Readings = dict[int, CellReading]

_BARE = re.compile(r"СШ(?!\w)")
_OF_COACHES = tuple(forms_of("schools", "of_sports"))
_SPORTS = r"(?:С?ДЮСШ(?:ОР)?|СШОР|[Сс]портивн[а-яё]+ школ[а-яё]*|(?<!О)[БАК]У СШ|ДО «?СШ)"
_BESIDE = re.compile(rf"(?<!\w){_SPORTS}(?!\w)|(?<=[МГ]){_SPORTS}(?!\w)")
_NUMBERED = re.compile(rf"{_SPORTS}»? № ?(?P<number>\d+)")
_KEY = re.compile(r"school\|сш № (?P<number>\d+)(?: .+)?")


@dataclass(frozen=True, slots=True)
class Sports:
    """What an order says of sports schools: whether one issued it, that one by its number, numbers of others."""

    issued: bool
    own: Target | None
    numbers: frozenset[str]


def sports_of(issuer: str, issued_by: Iterable[Target], texts: Iterable[str]) -> Sports:
    """`issued_by`: the bodies that the issuer's name spells."""
    issued = _BESIDE.search(issuer) is not None
    own = next((one for one in issued_by if issued and one.kind != "school"), None)
    numbers = {found["number"] for text in texts for found in _NUMBERED.finditer(text)}
    return Sports(issued, own, frozenset(numbers))


def with_sports_schools(readings: Readings, texts: Mapping[int, str], sports: Sports) -> Readings:
    """The readings with «СШ № 2» as printed, where it may be of sports; with the issuer where it is that."""
    return {at: _read(reading, texts[at], sports) for at, reading in readings.items()}


def only_schools(readings: Readings) -> Readings:
    """The readings of measures' texts without the issuer, which is no school: no party there."""
    return {
        at: replace(reading, drafts=tuple(draft for draft in reading.drafts if draft.kind != "organization"))
        for at, reading in readings.items()
    }


def _read(reading: CellReading, text: str, sports: Sports) -> CellReading:
    bare = _bare_spans(text) if "СШ" in text else set()
    if not bare:
        return reading
    beside = sports.issued or _BESIDE.search(text) is not None

    def changed(role: str | None, target: Target | None) -> Target | None:
        doubtful = target is not None and (target.start, target.end) in bare and target.key.count("|") == 2
        if target is None or not doubtful:
            return target
        coached = (role or "").startswith(_OF_COACHES)
        return _as_printed(target, sports) if beside or coached or target.school_number in sports.numbers else target

    return replace(reading, drafts=tuple(_changed(draft, changed) for draft in reading.drafts))


def _bare_spans(text: str) -> set[tuple[int, int]]:
    """The numbers of lists that «СШ» begins, no legal form before it."""
    lists = [one for one in find_schools(text) if one.type == "средняя" and _BARE.match(text, one.start)]
    return {(ref.start, ref.end) for one in lists for ref in one.schools}


def _as_printed(target: Target, sports: Sports) -> Target:
    number = target.school_number or ""
    own = sports.own
    if own is not None and re.search(rf"№ ?{number}(?!\d)", own.name):
        return replace(own, start=target.start, end=target.end)
    name = f"СШ № {number}"
    return replace(target, key=school_key(None, number, name), name=name, school_type=None)


def _changed(draft: Draft, changed: Callable[[str | None, Target | None], Target | None]) -> Draft:
    target = changed(draft.role, draft.target)
    others = tuple((role, changed(role, one)) for role, one in draft.other_roles)
    kind = draft.kind
    if kind == "school" and target is not None and target.kind != "school":
        kind = "group" if draft.role else "organization"
    return replace(draft, kind=kind, target=target, other_roles=others)


def ask_sports_schools(targets: Mapping[str, Target]) -> list[Doubt]:
    """«СШ № 2», «СШ № 2 г. Перми»: the town's school № 2, or a sports school?"""
    found = []
    for key, target in targets.items():
        match = _KEY.fullmatch(key)
        if match is not None:
            number = match["number"]
            town = target.name.removeprefix(f"СШ № {number}")
            sports = f"Спортивная школа № {number}{town}"
            school = f"{school_name('средняя', number, None)}{town}"
            own = school_key(None, number, school) if town else school_key("средняя", number, None)
            others = {own: school, organization_key(sports): sports}
            found.append(ask_which(key, target.name, others, "школа"))
    return found
