"""People and organizations of one order: spelling keys → entities, in the order of notes/names.md:

decision → equal key → generated oblique form → alias known or proven → question.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from normalize.evidence import count_school_types, find_misprints, likely_type
from normalize.fold import fold
from normalize.lexer import Target
from normalize.match import one_edit
from normalize.model import Candidate, Decision, Knowledge, Organization, Person
from normalize.organizations import initials_of, legal_part, proper_part
from normalize.people import PersonName, person_key
from normalize.schools import school_key, school_name
from normalize.verdicts import settles

_MAKER = PetrovichDeclinationMaker()
_SHE = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$")
_HE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый|ой)$")
# Endings of an oblique case where no known person explains them; «-ова» may be a woman or a man's genitive.
_MAY_BE_OBLIQUE = re.compile(r"(?:[оеё]ва|[иы]на|[^аеёиоуыэюяй](?:а|у|ым|ом|ем|е)|[сц]к(?:ого|ому|им|ом)|ой|ую)$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about spellings: which keys it touches, and what a decision on `subject` would settle."""

    subject: str  # the question's key
    kind: str
    text: str
    surface: str
    keys: frozenset[str]  # spelling keys of the parties that it touches
    candidates: tuple[Candidate, ...] = ()
    field: str | None = None  # touches parties of this field only


@dataclass(frozen=True, slots=True)
class Resolution:
    """Spelling key → key of the entity, with the rule that says so; and what stays doubtful."""

    means: Mapping[str, str]
    rules: Mapping[str, str]
    doubts: tuple[Doubt, ...]


Verdicts = Mapping[str, Decision]


# --- people ----------------------------------------------------------------------------------------------


@cache
def oblique_forms(surname: str) -> frozenset[str]:
    """All forms of a nominative surname but itself, by pytrovich; both genders where the ending tells none.

    163 of 168 forms of order 306's people name one person (notes/names.md §2).
    """
    genders = (
        [Gender.FEMALE]
        if _SHE.search(surname)
        else [Gender.MALE]
        if _HE.search(surname)
        else list((Gender.MALE, Gender.FEMALE))
    )
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    return frozenset(_MAKER.make(NamePart.LASTNAME, gender, case, surname) for gender in genders for case in cases) - {
        surname
    }


@dataclass(slots=True)
class _People:
    """State while the names of an order are resolved."""

    nominative: dict[str, PersonName]  # key → name, of the responsible column: printed in the nominative
    known: dict[str, Person]
    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def resolve_people(
    responsible: Iterable[PersonName], in_measures: Iterable[PersonName], known: Knowledge, verdicts: Verdicts
) -> Resolution:
    """What each printed name key of an order means."""
    state = _People(
        nominative={name.key: name for name in responsible},
        known={person.key: person for person in known.people},
    )
    oblique = {name.key: name for name in in_measures}
    aliases = {alias.key: alias.means for alias in known.aliases}
    for key, name in {**oblique, **state.nominative}.items():
        decided = verdicts.get(f"person|{key}")
        if decided is not None and decided.verb in ("same", "new"):
            _settle(state, key, decided.answer or key, "decision")
        elif key in aliases:
            _settle(state, key, aliases[key], "alias")
        elif name.initials.count(".") < 2:
            _read_single_initial(state, name)
        elif key in state.nominative:
            _settle(state, key, key, "name")
        else:
            _read_oblique(state, name, verdicts)
    _ask_neighbours(state, verdicts)
    return Resolution(
        state.means, state.rules, tuple(doubt for doubt in state.doubts if not settles(verdicts.get(doubt.subject)))
    )


def _settle(state: _People, key: str, means: str, rule: str) -> None:
    state.means[key], state.rules[key] = means, rule


def _everybody(state: _People) -> dict[str, str]:
    """Key → surname of all people whose nominative is known."""
    found = {key: person.surname for key, person in state.known.items()}
    return {**found, **{key: name.surname for key, name in state.nominative.items()}}


def _read_oblique(state: _People, name: PersonName, verdicts: Verdicts) -> None:
    """A name out of the measure's text: equal, a generated form of one known person, safely female, or asked."""
    everybody = _everybody(state)
    initials = name.key.split("|", 1)[1]
    forms = [
        key
        for key, surname in everybody.items()
        if key.split("|", 1)[1] == initials and (name.surname in oblique_forms(surname))
    ]
    if name.key in everybody and not forms:
        return _settle(state, name.key, name.key, "name")
    if len(forms) == 1 and name.key not in everybody:
        return _settle(state, name.key, forms[0], "oblique form of a known name")
    if name.given_names is not None or name.oblique:
        return _settle(state, name.key, name.key, "oblique form" if name.oblique else "name")
    _settle(state, name.key, name.key, "name as printed")
    if forms or _MAY_BE_OBLIQUE.search(name.surname):
        people = [key for key in forms]
        candidates = tuple(
            Candidate(
                key,
                f"{everybody[key]} {name.initials}",
                (f"«{name.surname}» — форма фамилии «{everybody[key]}»", "инициалы равны"),
            )
            for key in people
        )
        state.doubts.append(
            Doubt(
                f"person|{name.key}", "oblique_name",
                f"В каком падеже стоит «{name.name}»: это именительный или форма другой фамилии?",
                name.name, frozenset({name.key}),
                (*candidates, Candidate(name.key, name.name, ("как напечатано",)), *_nominatives(name)),
            )
        )  # fmt: skip
    return None


def _nominatives(name: PersonName) -> tuple[Candidate, ...]:
    """What «Сомова» may be the form of: «Сомов» in the genitive."""
    match = re.search(r"(?P<stem>.*(?:[оеё]в|[иы]н))(?:а|у|ым|е)$", name.surname)
    if match is None:
        return ()
    surname = match["stem"]
    return (
        Candidate(
            person_key(surname, name.initials),
            f"{surname} {name.initials}",
            (f"«{name.surname}» — родительный падеж от «{surname}»",),
        ),
    )


def _read_single_initial(state: _People, name: PersonName) -> None:
    """«Иванов И.»: one person of that surname and first initial is a candidate, never an answer."""
    surname, first = name.key.split("|")[:2]
    candidates = [
        Candidate(key, f"{printed} {_initials(key)}", ("фамилия равна", "первый инициал равен"))
        for key, printed in _everybody(state).items()
        if key.split("|")[:2] == [surname, first] and key != name.key
    ]
    _settle(state, name.key, name.key, "one initial")
    state.doubts.append(
        Doubt(
            f"person|{name.key}",
            "initial_missing",
            f"У имени «{name.name}» один инициал: кто это?",
            name.name,
            frozenset({name.key}),
            tuple(candidates),
        )
    )


def _initials(key: str) -> str:
    return "".join(f"{letter.upper()}." for letter in key.split("|")[1:3])


def _ask_neighbours(state: _People, verdicts: Verdicts) -> None:
    """Surnames one letter apart with equal initials: «Плотникова Т.А.» and «Плотников Т.А.» are asked about."""
    everybody = _everybody(state)
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in everybody:
        blocks[key.split("|", 1)[1]].append(key)
    for keys in blocks.values():
        for index, left in enumerate(keys):
            for right in keys[index + 1 :]:
                if (left in state.nominative or right in state.nominative) and one_edit(left, right):
                    _ask_pair(state, left, right, everybody, verdicts)


def _ask_pair(state: _People, left: str, right: str, everybody: Mapping[str, str], verdicts: Verdicts) -> None:
    left, right = sorted((left, right))
    odd = right if right in state.nominative else left
    if settles(verdicts.get(f"person|{left}")) or settles(verdicts.get(f"person|{right}")):
        return
    names = {key: f"{everybody[key]} {_initials(key)}" for key in (left, right)}
    state.doubts.append(
        Doubt(
            f"pair|{left}|{right}", "similar_people",
            f"«{names[left]}» и «{names[right]}» — один человек или двое?", names[odd], frozenset({left, right}),
            tuple(Candidate(key, name, ("инициалы равны", "фамилии различаются одной буквой")) for key, name in names.items()),
        )
    )  # fmt: skip


def people_of(names: Iterable[PersonName], resolution: Resolution, known: Knowledge) -> tuple[Person, ...]:
    """The people of an order, one for each resolved key, with given names where any mention prints them."""
    found: dict[str, Person] = {}
    outside = {person.key: person for person in known.people}
    for name in names:
        key = resolution.means.get(name.key, name.key)
        given = name.given_names or (found[key].given_names if key in found else None)
        if key in found:
            found[key] = replace(found[key], given_names=given)
        elif name.key == key:
            found[key] = Person(key, name.name, name.surname, name.initials, given)
        elif key in outside:
            found[key] = outside[key]
        else:
            surname = "-".join(part.capitalize() for part in key.split("|")[0].split("-"))
            found[key] = Person(key, f"{surname} {_initials(key)}", surname, _initials(key), given)
    return tuple(found[key] for key in sorted(found))


# --- schools and organizations ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Organizations:
    targets: dict[str, Target]
    counts: Counter[str]
    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    entities: dict[str, Organization] = field(default_factory=dict)


def resolve_organizations(
    targets: Iterable[Target], known: Knowledge, verdicts: Verdicts
) -> tuple[Resolution, dict[str, Organization]]:
    """What each spelling key of a school or organization means in this order, and the entities themselves."""
    printed = list(targets)
    state = _Organizations({target.key: target for target in printed}, Counter(target.key for target in printed))
    aliases = {alias.key: alias.means for alias in known.aliases}
    rules: tuple[Callable[[_Organizations, Knowledge], None], ...] = (
        _type_schools,
        _mend_misprints,
        _add_legal_forms,
        _spell_out_acronyms,
    )
    for rule in rules:
        rule(state, known)
    for key in state.targets:
        decided = verdicts.get(key)
        if decided is not None and decided.verb in ("same", "new") and decided.answer:
            state.means[key], state.rules[key] = decided.answer, "decision"
        elif key in aliases:
            state.means[key], state.rules[key] = aliases[key], "alias"
    _ask_legal_forms(state, known, verdicts)
    for key, target in state.targets.items():
        means = state.means.get(key, key)
        state.entities.setdefault(
            means, _entity(means, target if means == key else state.targets.get(means), known, target)
        )
    doubts = tuple(doubt for doubt in state.doubts if not settles(verdicts.get(doubt.subject)))
    return Resolution(state.means, state.rules, doubts), state.entities


def _entity(key: str, target: Target | None, known: Knowledge, mentioned: Target) -> Organization:
    for organization in known.organizations:
        if organization.key == key:
            return organization
    if target is None:
        target = _school_of_key(key) if key.startswith("school|") else None
    if target is None:
        target = replace(mentioned, name=key.split("|", 1)[1])
    return Organization(key, target.name, target.kind, target.school_number, target.school_type, target.above_territory)


def _school_of_key(key: str) -> Target | None:
    parts = key.split("|")
    if len(parts) != 3:
        return None
    _, type_, number = parts
    return Target(key, school_name(type_ or None, number, None), "school", 0, 0, type_ or None, number)


def _type_schools(state: _Organizations, known: Knowledge) -> None:
    """A number has one school: the type that is printed with it, or known; two types that both count are asked.

    «школ №№ 2, 7» takes the types of the rest of the order; «средняя» ×1 against «основная» ×11 for № 39 is a
    probable slip: read as the other one, with a question (tricky.md 4.5).
    """
    numbered = [target for target in state.targets.values() if target.kind == "school" and target.school_number]
    weighted = [target for target in numbered for _ in range(state.counts[target.key])]
    types = count_school_types(weighted)
    for organization in known.organizations:
        if organization.school_number and organization.school_type and organization.school_number not in types:
            types[organization.school_number][organization.school_type] += 1
    for target in numbered:
        number = target.school_number or ""
        likely = likely_type(types.get(number, Counter()))
        if target.school_type == likely or (
            likely is None and target.school_type is not None and len(types[number]) == 1
        ):
            continue
        if len(types[number]) > 1:
            _ask_type(state, target, types[number])
        if likely is not None:
            state.means[target.key] = school_key(likely, number, None)
            state.rules[target.key] = (
                "type by the number" if target.school_type is None else "type against the rest of the order"
            )


def _ask_type(state: _Organizations, target: Target, types: Counter[str]) -> None:
    if target.school_type is None and likely_type(types) is not None:
        return
    number = target.school_number or ""
    counted = ", ".join(f"«{school_name(type_, number, None)}» ×{count}" for type_, count in types.most_common())
    state.doubts.append(
        Doubt(
            f"school_type|{target.key}", "school_type", f"Какая это школа: «{target.name}»? В приказе напечатано: {counted}.", target.name,
            frozenset({target.key}),
            tuple(Candidate(school_key(type_, number, None), school_name(type_, number, None), (f"напечатано раз: {count}", "номер равен")) for type_, count in types.most_common()),
        )
    )  # fmt: skip


def _mend_misprints(state: _Organizations, known: Knowledge) -> None:
    """«Центр ополнительного образования»: one lost letter of a name that the order, or the registry, spells out."""
    names = {key: (target, state.counts[key]) for key, target in state.targets.items() if target.school_number is None}
    for organization in known.organizations:
        if organization.school_number is None:
            names.setdefault(
                organization.key, (Target(organization.key, organization.name, organization.kind, 0, 0), 0)
            )
    for key, means in find_misprints(names).items():
        if key in state.targets:
            state.means[key], state.rules[key] = means, "one letter lost"


def _add_legal_forms(state: _Organizations, known: Knowledge) -> None:
    """««Центр дополнительного образования»» without a legal form is the one organization that has one."""
    named: dict[str, set[str]] = defaultdict(set)
    for key, target in state.targets.items():
        if legal_part(target.name) and key not in state.means:
            named[fold(proper_part(target.name))].add(key)
    for key, target in state.targets.items():
        candidates = named[fold(proper_part(target.name))]
        if not legal_part(target.name) and target.kind != "school" and len(candidates) == 1:
            state.means[key], state.rules[key] = next(iter(candidates)), "legal form left out"


def _spell_out_acronyms(state: _Organizations, known: Knowledge) -> None:
    """«МБУ ДО ЦДО» is the organization with that legal form and those initials."""
    for key, target in state.targets.items():
        legal, _, letters = target.name.rpartition(" ")
        if not legal or not letters.isupper() or target.kind == "school":
            continue
        candidates = [
            other
            for other, one in state.targets.items()
            if other not in state.means and fold(legal_part(one.name)) == fold(legal) and initials_of(one.name) == letters
        ]
        if len(candidates) == 1:
            state.means[key], state.rules[key] = candidates[0], "initials of the name"


def _ask_legal_forms(state: _Organizations, known: Knowledge, verdicts: Verdicts) -> None:
    """«ГАОУ ДПО СО «ИРО»» and «ГАОУ ДО СО «ИРО»»: no score may settle it (ratio 97), so it is asked once."""
    groups: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for key, target in state.targets.items():
        if legal_part(target.name) and key not in state.means:
            groups[fold(proper_part(target.name))][key] = (target.name, state.counts[key])
    for organization in known.organizations:
        core = fold(proper_part(organization.name))
        if core in groups and legal_part(organization.name):
            groups[core].setdefault(organization.key, (organization.name, 0))
    for core, names in groups.items():
        if len(names) < 2:
            continue
        subject = f"legal_form|{core}"
        decided = verdicts.get(subject)
        best = max(names, key=lambda key: (names[key][1], names[key][0]))
        if decided is not None and decided.verb == "same" and decided.answer:
            for key in names:
                state.means[key], state.rules[key] = decided.answer, "decision"
            continue
        odd = frozenset(key for key in names if key != best and key in state.targets)
        if not odd:
            continue
        state.doubts.append(
            Doubt(
                subject, "legal_form",
                "Это одна организация? " + ", ".join(f"{name} ×{count}" if count else f"{name} (из других приказов)" for name, count in sorted(names.values(), key=lambda pair: -pair[1])),
                names[min(odd)][0], odd,
                tuple(Candidate(key, name, ("название в кавычках равно", "правовая форма различается", f"в приказе раз: {count}")) for key, (name, count) in sorted(names.items(), key=lambda pair: (-pair[1][1], pair[0]))),
            )
        )  # fmt: skip
