"""Schools that a place's letter names: «ЛСОШ № 2» is the order's «Лесогорская СОШ № 2», or Лесогорье's own № 2.

The letter is that of a school that the order spells, else that of its territory; where it is nobody's, it is asked.
«ОСОШ» and «ВСОШ» may be evening schools as well, and «МБОУ ВСОШ» without a number is the evening one.
The schools of the place that the territory has its name from, and those that are printed without any place, are one row
of numbers: «школ №№ 1, 3» beside «Озёрская СОШ № 1».
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.expressions import expression
from normalize.fold import fold
from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.organization_heads import head_of
from normalize.parties.units import Target
from normalize.places import is_region
from normalize.schools.numbered import school_key, school_name, school_type_of

_LOCAL = expression(r"(?P<letters>[А-ЯЁ]{1,2})(?P<kind>СОШ|ООШ|НОШ|СШ) № (?P<number>\d+[а-я]?)")
_SPELT = expression(r"(?P<place>[А-ЯЁ][\w-]+ая) (?P<kind>.+) № (?P<number>\d+[а-я]?)")
_NUMBERLESS = school_key(None, None, "ВСОШ")
_EVENING_SCHOOL = "Вечерняя школа"
_SPELT_NUMBERLESS = expression(r"(?P<place>[А-ЯЁ][\w-]+ая) (?:СОШ|средняя школа)")
_EVENING = {"О": "asked", "В": "evening"}  # «открытая (сменная)», «вечерняя»
# What stands behind the stem that «Озёрская», «Озёрный» and «Озёрск» share, «Лесогорская» and «Лесогорье»
_ENDING = expression(r"н?(?:[сц]к)?(?:ая|ий|ый|ой|ое|ье|[аяоеыиь])?$")
_OF_TERRITORY = frozenset({"город", "городской", "район", "округ", "муниципальный", "муниципальное", "поселок", "село"})


@dataclass(slots=True)
class LocalSchools:
    """Spelling key → key that it means; targets of keys that the order prints nowhere; what is asked."""

    means: dict[str, str] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def resolve_local_schools(targets: Mapping[str, Target], home: str | None) -> LocalSchools:
    """What the schools of a letter mean, and the numbers of the territory's own place. `home`: the territory."""
    found = LocalSchools()
    places = [] if is_region(home) else _place_words(home or "")
    schools = {key: one for key, one in targets.items() if one.kind == "school" and one.school_number}
    spelt = {key: match for key, one in schools.items() if (match := _SPELT.fullmatch(one.name)) is not None}
    for key, target in schools.items():
        match = _LOCAL.fullmatch(target.name)
        if match is not None:
            _read_letters(found, target, match, spelt, places)
        elif key.count("|") == 2 and (own := _of_own_place(target, spelt, places)) is not None:
            found.means[key] = own
    if _NUMBERLESS in targets:
        _read_numberless(found, targets, places)
    for key, means in found.means.items():  # «ЛСОШ № 2» → «Средняя школа № 2» → «Лесогорская СОШ № 2»
        found.means[key] = found.means.get(means, means)
    return found


def _place_words(home: str) -> list[str]:
    words = re.findall(r"[А-ЯЁ][а-яё]+", home)
    return [word for word in words if head_of(word) is None and fold(word) not in _OF_TERRITORY]


def _read_letters(
    found: LocalSchools, target: Target, match: re.Match[str], spelt: Mapping[str, re.Match[str]], places: list[str]
) -> None:
    letters, number = match["letters"], match["number"]
    type_ = school_type_of(match["kind"])
    alike = [
        key
        for key, one in spelt.items()
        if one["number"] == number and school_type_of(one["kind"]) in (type_, None) and _begins(one["place"], letters)
    ]
    own = any(_begins(word, letters) for word in places)
    evening = _EVENING.get(letters) if match["kind"] == "СОШ" else None
    if len(alike) == 1:
        found.means[target.key] = alike[0]
    elif not alike and own and evening != "evening":
        _mean(found, target, type_, number)
    else:
        if evening is not None and not alike and not own:
            _mean(found, target, "вечерняя", number)
        if alike or own or evening != "evening":
            _ask(found, target, [*({type_} if evening is None or own else {type_, "вечерняя"})], number, alike, spelt)


def _read_numberless(found: LocalSchools, targets: Mapping[str, Target], places: list[str]) -> None:
    """«МБОУ ВСОШ» is the evening school; asked beside a «Верхнелужская СОШ», and where the territory has the letter."""
    target = targets[_NUMBERLESS]
    evening = school_key(None, None, _EVENING_SCHOOL)
    spelt = ((key, one.name, _SPELT_NUMBERLESS.fullmatch(one.name)) for key, one in targets.items())
    alike = {key: name for key, name, match in spelt if match is not None and _begins(match["place"], "В")}
    if alike or any(_begins(word, "В") for word in places):
        found.doubts.append(ask_which(target.key, target.name, alike | {evening: _EVENING_SCHOOL}, "школа"))
        return
    found.means[target.key] = evening
    found.targets[evening] = replace(target, key=evening, name=_EVENING_SCHOOL, school_type="вечерняя")


def _begins(place: str, letters: str) -> bool:
    """«Л» of «Лесогорская», «ВЛ» of «Верхнелужская»."""
    rest = iter(place.upper())
    return place[0] == letters[0] and all(letter in rest for letter in letters)


def _mean(found: LocalSchools, target: Target, type_: str | None, number: str) -> None:
    key = school_key(type_, number, None)
    name = school_name(type_, number, None)
    found.means[target.key] = key
    found.targets[key] = replace(target, key=key, name=name, school_type=type_, school_number=number)


def _ask(
    found: LocalSchools,
    target: Target,
    types: list[str | None],
    number: str,
    alike: list[str],
    spelt: Mapping[str, re.Match[str]],
) -> None:
    others = {key: spelt[key].group() for key in alike}
    others |= {school_key(type_, number, None): school_name(type_, number, None) for type_ in types}
    found.doubts.append(ask_which(target.key, target.name, others, "школа"))


def _stem(place: str) -> str:
    return _ENDING.sub("", fold(place))


def _of_own_place(target: Target, spelt: Mapping[str, re.Match[str]], places: list[str]) -> str | None:
    """Key of the «Озёрская СОШ № 1» that «школа № 1» of Озёрный район is; None where there is none, or another type."""
    same = [
        key
        for key, one in spelt.items()
        if one["number"] == target.school_number
        and target.school_type in (None, school_type_of(one["kind"]))
        and any(_stem(one["place"]) == _stem(word) for word in places)
    ]
    return same[0] if len(same) == 1 else None
