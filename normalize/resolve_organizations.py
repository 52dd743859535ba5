"""The schools and organizations of one order: printed names → organizations (notes/names.md §1, §3)."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from normalize.aliases import meanings
from normalize.evidence import count_school_types, find_misprints, likely_type
from normalize.fold import fold
from normalize.lexer import Target
from normalize.model import Candidate, Knowledge, Organization
from normalize.organization_names import initials_of, legal_part, organization_kind, proper_part
from normalize.resolution import Doubt, Resolution, Verdicts
from normalize.schools import school_key, school_name
from normalize.verdicts import settles


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
    state = _Organizations(_best_printed(printed), Counter(target.key for target in printed))
    aliases = meanings(known.aliases)
    rules: tuple[Callable[[_Organizations, Knowledge], None], ...] = (
        _type_schools,
        _mend_misprints,
        _add_legal_forms,
        _spell_out_acronyms,
    )
    for rule in rules:
        rule(state, known)
    for key in state.targets:
        decided = verdicts.get(key) or verdicts.get(f"school_type|{key}")
        if decided is not None and decided.verb in ("same", "new") and decided.answer:
            state.means[key], state.rules[key] = decided.answer, "decision"
        elif (spelling := key.split("|", 1)[1]) in aliases and aliases[spelling] != key:
            state.means[key], state.rules[key] = aliases[spelling], "alias"
    _ask_legal_forms(state, known, verdicts)
    for key, target in state.targets.items():
        means = state.means.get(key, key)
        state.entities.setdefault(
            means, _entity(means, target if means == key else state.targets.get(means), known, target)
        )
    doubts = tuple(doubt for doubt in state.doubts if not settles(verdicts.get(doubt.subject)))
    return Resolution(state.means, state.rules, doubts), state.entities


def _best_printed(printed: list[Target]) -> dict[str, Target]:
    """Key → its target with quotes where any has them: «МКУ «ИМЦ»» and «МКУ ИМЦ» are one name."""
    best: dict[str, Target] = {}
    for target in printed:
        if target.key not in best or "«" not in best[target.key].name:
            best[target.key] = target
    return best


def _entity(key: str, target: Target | None, known: Knowledge, mentioned: Target) -> Organization:
    for organization in known.organizations:
        if organization.key == key:
            return organization
    if target is None:
        target = _school_of_key(key) if key.startswith("school|") else None
    if target is None:
        target = replace(mentioned, name=key.split("|", 1)[1])
    return Organization(key, target.name, target.kind, target.school_number, target.school_type, target.above_territory)


def organization_of_key(key: str) -> Organization:
    """One of which only the key is known, a decision's answer: «school|средняя|7» → «Средняя школа № 7»."""
    school, name = _school_of_key(key), key.split("|", 1)[-1]
    if school is None:
        return Organization(key, name, "school" if key.startswith("school|") else organization_kind(name))
    return Organization(key, school.name, "school", school.school_number, school.school_type)


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
    numbered = [
        target
        for target in state.targets.values()  # «Берёзовская СОШ № 1» has a number of its village's own
        if target.kind == "school" and target.school_number and target.key.count("|") == 2
    ]
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
            f"school_type|{target.key}", "school_type",
            f"Какая это школа: «{target.name}»? В приказе напечатано: {counted}.", target.name,
            frozenset({target.key}),
            tuple(
                Candidate(
                    school_key(type_, number, None), school_name(type_, number, None),
                    (f"напечатано раз: {count}", "номер равен"),
                )
                for type_, count in types.most_common()
            ),
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
    """«МБУ ДО ЦДО», «МБУ ДО «ЦДО»» is the organization with that legal form and those initials."""
    names = {one.key: one.name for one in known.organizations} | {key: one.name for key, one in state.targets.items()}
    for key, target in state.targets.items():
        legal, _, letters = target.name.replace("«", "").replace("»", "").rpartition(" ")
        if not legal or not letters.isupper() or target.kind == "school":
            continue
        candidates = [
            other
            for other, name in names.items()
            if other not in state.means
            and other != key
            and fold(legal_part(name)) == fold(legal)
            and initials_of(name) == letters
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
        if initials_of(organization.name).lower() in groups and legal_part(organization.name):
            groups[core].setdefault(organization.key, (organization.name, 0))
        if core in groups and legal_part(organization.name):
            groups[core].setdefault(organization.key, (organization.name, 0))
    for core in [core for core, names in groups.items() if _letters_of(names)]:
        spelt = [one for one in groups if any(initials_of(name) == core.upper() for name, _ in groups[one].values())]
        spelt = [one for one in spelt if one != core]
        if len(spelt) == 1:  # «МАУ ДО «ЦДО»» and «МБУ ДО «Центр дополнительного образования»»
            groups[spelt[0]].update(groups.pop(core))
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
        printed = frozenset(key for key in names if key in state.targets)
        odd = printed - {best} or printed  # only one form is printed: the known one is another
        state.doubts.append(
            Doubt(
                subject, "legal_form",
                f"Это одна организация? {_counted(names)}",
                names[min(odd)][0], odd,
                tuple(
                    Candidate(
                        key, name,
                        ("название в кавычках равно", "правовая форма различается", f"в приказе раз: {count}"),
                    )
                    for key, (name, count) in sorted(names.items(), key=lambda pair: (-pair[1][1], pair[0]))
                ),
            )
        )  # fmt: skip


def _letters_of(names: dict[str, tuple[str, int]]) -> bool:
    return all(re.fullmatch("[А-ЯЁ]{2,6}", proper_part(name)) is not None for name, _ in names.values())


def _counted(names: dict[str, tuple[str, int]]) -> str:
    """«ГАОУ ДПО СО «ИРО» ×5, ГАОУ ДО СО «ИРО» ×4»."""
    return ", ".join(
        f"{name} ×{count}" if count else f"{name} (из других приказов)"
        for name, count in sorted(names.values(), key=lambda pair: (-pair[1], pair[0]))
    )
