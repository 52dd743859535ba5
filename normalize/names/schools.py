"""The numbered schools of one order: which school a number means, where types are left out or contradict.

Within a territory a number has one school, until somebody says otherwise: a school may have become another type, or
the typist slipped, and only a person knows. The order's own word goes first, then the earliest order that says a type.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from normalize.model import Candidate, Established, Signed
from normalize.names.ask_organizations import ask_which
from normalize.names.bare_bodies import NOWHERE, Aside
from normalize.names.evidence import count_school_types, likely_type
from normalize.names.home_towns import relation_to_home
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.school_towns import school_row, schools_of_towns
from normalize.names.sports_schools import ask_sports_schools
from normalize.parties.units import Target
from normalize.schools.numbered import ONE_ROW, school_key, school_name


@dataclass(slots=True)
class SchoolReading:
    """Spelling key → what it means and by which rule; `unsure`: keys that the order's own word leaves in doubt."""

    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def settle(self, key: str, means: str, rule: str) -> None:
        self.means[key], self.rules[key] = means, rule


def resolve_schools(
    targets: Mapping[str, Target],
    counts: Mapping[str, int],
    established: Iterable[Established],
    signed: Signed,
    verdicts: Verdicts,
    aside: Aside = NOWHERE,
    home: str | None = None,
) -> SchoolReading:
    """What each numbered school of the order means. `signed`: the order's own date, number and file.

    `home`: its territory, as printed. `aside`: numbers without a type that the order lists beside a typed school of
    that number, and what it prints around its cells.
    """
    reading = SchoolReading()
    known, around = _known_types(established, verdicts), count_school_types(aside.around)
    for number, printed in _by_number(targets).items():
        types = count_school_types([target for target in printed for _ in range(counts[target.key])])[number]
        for target in printed:
            if target.key in aside.beside:  # «школ №№ 1-4, лицея № 3»: no proof that № 3 is the lyceum
                reading.unsure.add(target.key)
                _ask(reading, target, types, sorted(known.get(number, {})))
            elif target.school_type is None:
                _type_bare_number(reading, target, types, known.get(number, {}), signed, around.get(number))
            else:
                _read_typed(reading, target, types, known.get(number, {}), signed)
    _ask_towns(reading, targets)
    _ask_second_towns(reading, targets, home)
    reading.doubts += ask_sports_schools(targets)
    reading.unsure |= {key for doubt in reading.doubts for key in doubt.keys}
    _spread_doubts(reading)
    return reading


def _ask_towns(reading: SchoolReading, targets: Mapping[str, Target]) -> None:
    """«СОШ № 3» in an order that has one in Алапаевск and one in Реж: which? Nothing else is asked of it."""
    towns = schools_of_towns(targets.values())
    for key, target in targets.items():
        schools = towns.get(school_row(target), []) if target.kind == "school" and target.row is None else []
        if not schools:
            continue
        reading.means.pop(key, None)
        reading.rules.pop(key, None)
        reading.unsure.add(key)
        reading.doubts = [doubt for doubt in reading.doubts if key not in doubt.keys]
        alike = [one for one in schools if target.school_type in (None, one.school_type)] or schools
        others = {one.key: one.name for one in alike}
        reading.doubts.append(ask_which(key, target.name, others, "школа"))


def _ask_second_towns(reading: SchoolReading, targets: Mapping[str, Target], home: str | None) -> None:
    """«СОШ № 4 г. Михайловска» in an order of a district: of its second town, or of another district?"""
    for key, target in targets.items():
        alone = school_name(target.school_type, target.school_number, None)
        placed = target.place is not None and target.row is None and target.name.startswith(f"{alone} ")
        if placed and target.school_number and relation_to_home(target.place or "", home) == "unsure":
            own = school_key(target.school_type, target.school_number, None)
            reading.unsure.add(key)
            reading.doubts.append(ask_which(key, target.name, {own: alone}, "школа"))


def is_numbered(key: str) -> bool:
    """True for «school|средняя|7»; «Берёзовская СОШ № 1» has a number of its village's own."""
    return key.startswith("school|") and key.count("|") == 2


def _by_number(targets: Mapping[str, Target]) -> dict[str, list[Target]]:
    numbered: dict[str, list[Target]] = defaultdict(list)
    for key, target in targets.items():
        if is_numbered(key):
            numbered[key.split("|")[2]].append(target)
    return numbered


def _known_types(established: Iterable[Established], verdicts: Verdicts) -> dict[str, dict[str, Signed]]:
    """Number → types that count, with the order that says so: those of the earliest order that says any.

    A type that another order says later is in doubt there; it counts where a person said that it is a school of its
    own, and types of another row of numbers always do.
    """
    found: dict[str, dict[str, Signed]] = defaultdict(dict)
    for one in sorted(established, key=lambda one: one.signed):
        school = one.organization
        if not is_numbered(school.key) or school.school_number is None or school.school_type is None:
            continue
        types = found[school.key.split("|")[2]]
        first = min((types[type_] for type_ in types if type_ in ONE_ROW), default=one.signed)
        decided = verdicts.get(f"school_type|{school.key}") or verdicts.get(school.key)
        own = decided is not None and decided.answer == school.key
        if school.school_type not in ONE_ROW or one.signed == first or own:
            types.setdefault(school.school_type, one.signed)
    return found


def _read_typed(
    reading: SchoolReading, target: Target, types: Counter[str], known: Mapping[str, Signed], signed: Signed
) -> None:
    """«средняя» ×1 against «основная» ×11 for № 39 is a probable slip: read as the other one, with a question
    (tricky.md 4.5). «СОШ № 39» where an earlier order says «основная»: likewise, however often it is printed.
    """
    type_, number = target.school_type or "", target.school_number or ""
    if type_ not in ONE_ROW:
        return
    row = Counter({one: count for one, count in types.items() if one in ONE_ROW})
    likely = likely_type(row)
    if likely not in (None, type_):
        reading.unsure.add(target.key)
    before = sorted(one for one, said in known.items() if said < signed and one in ONE_ROW)
    if before:
        if type_ not in before:
            _ask(reading, target, row, before)
        if type_ not in before and len(before) == 1:
            reading.settle(target.key, school_key(before[0], number, None), "type known from other orders")
    elif likely != type_:
        _ask(reading, target, row)
        if likely is not None:
            reading.settle(target.key, school_key(likely, number, None), "type against the rest of the order")


def _type_bare_number(
    reading: SchoolReading,
    target: Target,
    types: Counter[str],
    known: Mapping[str, Signed],
    signed: Signed,
    around: Counter[str] | None,
) -> None:
    """«школ №№ 2, 7» takes the types of the rest of the order, else what is known; two that both count are asked.

    `around`: the types that stand in the order's head and further columns, where its cells print none.
    """
    reading.unsure.add(target.key)
    types = types or around or types
    before = [type_ for type_, said in known.items() if said < signed]
    elsewhere = [] if types else sorted(before or known)
    likely = elsewhere[0] if len(elsewhere) == 1 else likely_type(types)
    if likely is not None:
        reading.settle(target.key, school_key(likely, target.school_number or "", None), "type by the number")
    elif types or elsewhere:
        _ask(reading, target, types, elsewhere)


def _spread_doubts(reading: SchoolReading) -> None:
    """A number without a type that takes a doubtful one is in doubt with it: «СОШ № 39» and «школ №№ 2, 39»."""
    for at, doubt in enumerate(reading.doubts):
        asked = doubt.subject.removeprefix("school_type|")
        taking = {key for key, means in reading.means.items() if means == asked}
        reading.doubts[at] = replace(doubt, keys=doubt.keys | taking)


def _ask(reading: SchoolReading, target: Target, types: Counter[str], elsewhere: Iterable[str] = ()) -> None:
    number, name = target.school_number or "", target.name
    known = [type_ for type_ in elsewhere if type_ not in types]
    here = [f"«{school_name(type_, number, None)}» ×{count}" for type_, count in types.most_common()]
    there = [f"«{school_name(type_, number, None)}»" for type_ in known]
    said = [f"В приказе напечатано: {', '.join(here)}."] if here else []
    said += [f"В других приказах: {', '.join(there)}."] if there else []
    reasons = {type_: f"напечатано раз: {count}" for type_, count in types.most_common()}
    candidates = tuple(
        Candidate(school_key(type_, number, None), school_name(type_, number, None), (reason, "номер равен"))
        for type_, reason in {**dict.fromkeys(known, "напечатано в других приказах"), **reasons}.items()
    )
    text = f"Какая это школа: «{name}»? {' '.join(said)}"
    reading.doubts.append(
        Doubt(f"school_type|{target.key}", "school_type", text, name, frozenset({target.key}), candidates)
    )
