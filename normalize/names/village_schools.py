"""Schools that are told by their place: «Берёзовская школа» is the order's one «Берёзовская СОШ».

A name of a place has one school, as a number has (`schools.py`): a type left out is taken from the rest of the order,
else from what is known; «СОШ» and «средняя общеобразовательная школа» are one type. Two types of one place are asked.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import Signed
from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.names.same_organization import Bodies
from normalize.names.school_towns import read_place
from normalize.parties.units import Target
from normalize.schools.numbered import CANONICAL, ONE_ROW
from normalize.settlements import FOLDED_KINDS

_NAME = expression(
    r"(?P<place>[а-я]+(?: [а-я]+)?ая) (?:(?:средняя|основная|начальная) (?:общеобразовательная )?)?"
    r"(?:школа|сош|сш|оош|ош|нош|нш)(?P<number> № \d+[а-я]?)?"
)
_OF_TOWN = expression(rf"(?P<type>.+) № (?P<number>\d+[а-я]?) (?P<town>(?:{FOLDED_KINDS}) .+)")
_TYPES = {fold(name or ""): type_ for type_, name in CANONICAL.items()} | {"школа": "средняя"}

Base = str  # folded place, with the number if any: «березовская», «березовская № 1», «№ 3 г. реж»


@dataclass(frozen=True, slots=True)
class _Named:
    key: str
    name: str
    type: str | None
    rank: tuple[Signed, int, int, str]  # the least is canonical: printed first, oftenest, shortest


def base_of(name: str) -> Base | None:
    """«березовская» of «Берёзовская СОШ», «березовская № 1» of «Берёзовская школа № 1»; None for other names.

    «№ 3 г. реж» of «Средняя школа № 3 г. Реж», in any case of the town's name.
    """
    plain = fold(name)
    match = _NAME.fullmatch(plain)
    if match is not None:
        return match["place"] + (match["number"] or "")
    town = _OF_TOWN.fullmatch(plain)
    if town is None or town["type"] not in _TYPES:
        return None
    type_, (kind, stems) = _TYPES[town["type"]], read_place(town["town"])[0]
    return f"{'' if type_ in ONE_ROW else town['type']}№ {town['number']} {kind} {stems}"


def resolve_village_schools(
    targets: Mapping[str, Target], counts: Mapping[str, int], bodies: Bodies
) -> tuple[dict[str, str], list[Doubt]]:
    """Key of a school of a place → key of the school that it is; and what is to be asked."""
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    known = _known(bodies)
    for base, printed in _own(targets, counts, bodies).items():
        typed = [one for one in printed if one.type]
        for one in printed:
            candidates = typed or known.get(base, [])
            if one.type is not None:
                candidates = [other for other in (*typed, *known.get(base, [])) if other.type == one.type]
            if len({other.type for other in candidates}) > 1:
                doubts.append(ask_which(one.key, one.name, {other.key: other.name for other in candidates}, "школа"))
                continue
            best = min(candidates, key=lambda other: other.rank, default=one)
            if best.key != one.key:
                means[one.key] = best.key
    return means, doubts


def _own(targets: Mapping[str, Target], counts: Mapping[str, int], bodies: Bodies) -> dict[Base, list[_Named]]:
    found: dict[Base, list[_Named]] = defaultdict(list)
    for key, target in targets.items():
        base = base_of(target.name) if target.kind == "school" else None
        if base is not None:
            first = min(bodies.signed, bodies.known[key].signed) if key in bodies.known else bodies.signed
            found[base].append(_Named(key, target.name, target.school_type, (first, -counts[key], len(key), key)))
    return found


def _known(bodies: Bodies) -> dict[Base, list[_Named]]:
    """Those with a type: of earlier orders and the registry, where there are any, else of later ones."""
    found: dict[Base, list[_Named]] = defaultdict(list)
    for key, one in bodies.known.items():
        school = one.organization
        base = base_of(school.name) if school.kind == "school" and school.school_type else None
        if base is not None:
            found[base].append(_Named(key, school.name, school.school_type, (one.signed, 0, len(key), key)))
    return {base: [one for one in schools if one.rank[0] < bodies.signed] or schools for base, schools in found.items()}
