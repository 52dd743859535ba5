"""Schools of one number in two towns of one order: «СОШ № 3 г. Алапаевск», «СОШ № 3 г. Реж» are two schools.

A school's number means one school within a town. An order that prints two towns with one number means two schools,
each with its town in its name, like «Берёзовская СОШ № 1»; an order that prints one town only says where its school is,
unless that is no town of its own: «СОШ № 5 г. Перми» in an order of г. Лысково. There the number alone is Лысково's.
An order of a region means schools of all its towns: there a town or district that is printed always tells which.
Schools by name are told apart likewise: «Ивановская СОШ» of two districts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ingest.expressions import expression, longest_first
from normalize.fold import fold, squeeze
from normalize.names.home_towns import Relation, is_town, relation_to_home
from normalize.organization_names import organization_key
from normalize.parties.drafts import CellReading, Draft, targets_of
from normalize.parties.units import Target
from normalize.schools.numbered import ONE_ROW, school_key, school_name
from normalize.settlements import kind_of, same_kind
from normalize.towns import town_in_nominative

# What a case changes: «Алапаевска», «Лесного» and «Лесное», «Берёзовки», «Ельца» and «Елец»
_ENDING = expression(r"(?:ого|его|ому|ему|ой|ое|ее|ые|ие|ый|ий|ым|им|ом|ем|ая|яя|[аяоеыиуюьй])$")
_FLEETING = expression(r"[оеь](?=[цк]$)")

# Of these no nominative ends like the genitive: «Озёрска», «Волгограда», «Оренбурга», «Ставрополя»
_GENITIVE = expression(r"(?<=ск)а\b|(?<=град)а\b|(?<=бург)а\b")
_SOFT_GENITIVE = expression(r"(?<=[а-яё]{3}пол)я\b")
_SECOND_PART = expression(r"(?<=ск-)(?P<stem>[А-ЯЁ][а-яё]+[сц]к)ого\b")  # «Каменска-Уральского»


def _nominative(town: str) -> str:
    """«г. Перми» → «г. Пермь», a town of Russia in any case; «г. Озёрновска» → «г. Озёрновск».

    «г. Режевки», «с. Липовки» as they are: those may be names of their own.
    """
    known = town_in_nominative(town)
    if known != town:
        return known
    town = _SOFT_GENITIVE.sub("ь", _GENITIVE.sub("", town))
    return _SECOND_PART.sub(lambda second: f"{second['stem']}ий", town)


Place = tuple[str, str]  # kind and stems of a town: («г.», «алапаевск»)
Row = tuple[str, str]  # number and the row of numbers that it belongs to


@dataclass(slots=True)
class _Town:
    """What an order prints of one number in one town."""

    names: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    shared: bool = True  # a mention of the number without a town may mean it

    @property
    def name(self) -> str:
        """The shortest print: «г. Реж» of «г. Реж» and «города Режа»; in the nominative where that is certain."""
        return _nominative(min(self.names, key=lambda name: (len(name), name)))


Towns = Mapping[Row, Mapping[Place, _Town]]


def part_by_town(
    responsible: dict[int, CellReading], measures: dict[int, CellReading], regional: bool, home: str | None
) -> tuple[dict[int, CellReading], dict[int, CellReading]]:
    """The readings with each school of its own where the order prints one number with two towns or more.

    `regional`: the order is a region's, and one town is enough. `home`: its territory, as printed; one town that is
    another is enough, too.
    """
    parts = (responsible, measures)
    drafts = (draft for part in parts for reading in part.values() for draft in reading.drafts)
    printed = _printed_towns(target for draft in drafts for target in targets_of(draft))
    towns = {row: dict(places) for row, places in printed.items()} if regional else _parted(printed, home)
    if not towns:
        return responsible, measures
    return (
        {position: _part(reading, towns) for position, reading in responsible.items()},
        {position: _part(reading, towns) for position, reading in measures.items()},
    )


def row_of(target: Target) -> Row:
    """The number with its row: a «Школа-интернат № 3» may stand beside the town's № 3, a lyceum № 3 may not."""
    type_ = target.school_type
    return target.school_number or "", "" if type_ is None or type_ in ONE_ROW else type_


def school_row(target: Target) -> Row:
    """What a school shares with those that only a town tells it from: its number and row, or its name."""
    return row_of(target) if target.key.count("|") == 2 else (target.key, "")


def _printed_towns(targets: Iterable[Target]) -> Towns:
    """Numbers and names that the order prints with a town: their towns."""
    printed: dict[Row, dict[Place, _Town]] = defaultdict(lambda: defaultdict(_Town))
    for target in targets:
        if target.place is not None:
            place, town = read_place(target.place)
            printed[school_row(target)][place].names.add(town)
            printed[school_row(target)][place].types |= {target.school_type} if target.school_type else set()
    return printed


def _parted(printed: Towns, home: str | None) -> Towns:
    """Those that are schools of their own: of two towns and more all, but for the order's own; of one another town."""
    found: dict[Row, dict[Place, _Town]] = {}
    for row, places in printed.items():
        relations: dict[Place, set[Relation]] = {
            place: {relation_to_home(name, home) for name in town.names} for place, town in places.items()
        }
        own = {place for place, said in relations.items() if said == {"own"}} if is_town(home) else set()
        others = {place for place, said in relations.items() if said <= {"other", "unsure"}}
        if own and others:
            found[row] = {place: _alone(town) for place, town in places.items() if place not in own}
        elif len(places) > 1 and not row[0].startswith("org|"):
            found[row] = dict(places)
        elif others:
            found[row] = {place: _alone(town) for place, town in places.items() if place in others}
    return found


def _alone(town: _Town) -> _Town:
    return replace(town, shared=False)


def read_place(printed: str) -> tuple[Place, str]:
    """«города Реж» → (("г.", "реж"), "г. Реж"): what tells towns apart, and the town with its name as printed."""
    folded = fold(printed)
    kind, town = kind_of(folded) or ("", _one_district(folded))
    stems = " ".join(_FLEETING.sub("", _ENDING.sub("", word)) for word in town.split(" "))
    found = re.search(r"[А-ЯЁ].*$", printed)
    name = squeeze(found.group() if found else printed)
    return (same_kind(kind), stems), f"{kind} {name}".strip()


_DISTRICTS = {"мр": "района", "муниципального района": "района", "р на": "района", "мо": "округа",
              "муниципального округа": "округа", "го": "городского округа"}  # fmt: skip
_DISTRICT = expression(rf" (?P<kind>{'|'.join(longest_first(_DISTRICTS))})$")


def _one_district(folded: str) -> str:
    """«залесского мр», «залесского муниципального района» → «залесского района»."""
    return _DISTRICT.sub(lambda match: f" {_DISTRICTS[match['kind']]}", folded)


def _part(reading: CellReading, towns: Towns) -> CellReading:
    drafts = tuple(_part_draft(draft, towns) for draft in reading.drafts)
    return reading if drafts == reading.drafts else replace(reading, drafts=drafts)


def _part_draft(draft: Draft, towns: Towns) -> Draft:
    others = tuple((role, target and _with_town(target, towns)) for role, target in draft.other_roles)
    target = draft.target and _with_town(draft.target, towns)
    return draft if (target, others) == (draft.target, draft.other_roles) else replace(
        draft, target=target, other_roles=others
    )  # fmt: skip


def _with_town(target: Target, towns: Towns) -> Target:
    """«Средняя школа № 3» printed with «г. Режа» → «Средняя школа № 3 г. Реж»."""
    row = school_row(target)
    place = read_place(target.place)[0] if target.place is not None else None
    if place is None or row not in towns or place not in towns[row]:
        return target
    town = towns[row][place]
    type_ = next(iter(town.types)) if target.school_type is None and len(town.types) == 1 else target.school_type
    numbered = target.key.count("|") == 2
    name = f"{school_name(type_, target.school_number, None) if numbered else target.name} {town.name}"
    key = school_key(None, target.school_number, name) if target.kind == "school" else organization_key(name)
    return replace(target, key=key, name=name, school_type=type_, row=row if town.shared else None)


def schools_of_towns(targets: Iterable[Target]) -> dict[Row, list[Target]]:
    """The schools that were parted by their towns: whom a mention of the same number or name without one may mean."""
    found: dict[Row, list[Target]] = defaultdict(list)
    for target in targets:
        if target.row is not None:
            found[target.row].append(target)
    return found
