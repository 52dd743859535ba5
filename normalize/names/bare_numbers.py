"""Schools of a number beside the order's school of that number and a place: «СОШ № 1» and «Кедровская СОШ № 1».

The place may have been left out, or the number is another row's: it is asked, once a number. Two that stand in one
cell are two schools.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.names.schools import is_numbered
from normalize.parties.lexer import lex
from normalize.parties.units import Target
from normalize.schools.numbered import ONE_ROW, school_type_of

_OF_PLACE = re.compile(r"[А-ЯЁ][\w-]+(?:ая|[иыо]й) (?P<kind>.+) № \d+[а-я]?")


def ask_bare_numbers(targets: Mapping[str, Target], texts: Iterable[str]) -> list[Doubt]:
    """The questions, each about all spellings of a bare number. `texts`: the order's cells, as printed."""
    schools = {key: one for key, one in targets.items() if one.kind == "school" and one.school_number is not None}
    of_places = {
        key: match
        for key, one in schools.items()
        if not is_numbered(key) and (match := _OF_PLACE.fullmatch(one.name)) is not None
    }
    doubtful = {key for key in schools if is_numbered(key) and _alike(schools[key], schools, of_places)}
    if not doubtful:
        return []
    apart = _in_one_cell(texts, of_places)
    found: dict[str, Doubt] = {}
    for key in sorted(doubtful, key=lambda key: schools[key].school_type is None):  # the typed one says more
        alike = [one for one in _alike(schools[key], schools, of_places) if one not in apart]
        number = schools[key].school_number or ""
        if number in found:
            found[number] = replace(found[number], keys=found[number].keys | {key})
        elif alike:
            found[number] = ask_which(key, schools[key].name, {one: schools[one].name for one in alike}, "школа")
    return list(found.values())


def _alike(bare: Target, schools: Mapping[str, Target], of_places: Mapping[str, re.Match[str]]) -> list[str]:
    """Keys of the schools of a place with the number, no other type and in no other row of numbers."""
    return [
        key
        for key, match in of_places.items()
        if schools[key].school_number == bare.school_number
        and (schools[key].school_type in ONE_ROW or schools[key].school_type in (None, bare.school_type))
        and (bare.school_type is None or school_type_of(match["kind"]) in (None, bare.school_type))
    ]


def _in_one_cell(texts: Iterable[str], of_places: Mapping[str, re.Match[str]]) -> set[str]:
    """Keys of schools of a place that stand in a cell together with a bare one of their number."""
    found: set[str] = set()
    for text in texts:
        if text.count("№") == 0:
            continue
        printed = [target for unit in lex(text) for target in unit.targets if target.kind == "school"]
        bare = {target.school_number for target in printed if is_numbered(target.key)}
        found |= {one.key for one in printed if one.key in of_places and one.school_number in bare}
    return found
