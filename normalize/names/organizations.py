"""The schools and organizations of one order: printed names → organizations (notes/names.md §1, §3).

First what the order proves by itself: no other order can undo that. Then what is known from elsewhere, by equal
typed keys (`organization_identity.py`), then a person's word. What stays doubtful is asked of the later order.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.model import Knowledge, Organization, OwnName, Signed
from normalize.names.ask_organizations import ask_which, form_groups, its_own, longer_or_shorter
from normalize.names.bare_bodies import NOWHERE, Aside, bare_noun, bodies_of
from normalize.names.bare_bodies import Bodies as OfOrder
from normalize.names.bare_numbers import ask_bare_numbers
from normalize.names.district_bodies import resolve_district_bodies
from normalize.names.evidence import find_misprints
from normalize.names.honoured_schools import resolve_honoured_schools
from normalize.names.kindergartens import resolve_kindergartens
from normalize.names.local_schools import resolve_local_schools
from normalize.names.organization_entities import organization_of
from normalize.names.organization_identity import has_its_two_letters, is_cut_to_quotes
from normalize.names.organization_meanings import entities_of, follow, obey, place_nouns, settle_forms
from normalize.names.printed_organizations import PrintedOrganizations
from normalize.names.resolution import UNDATED, Resolution, Verdicts
from normalize.names.same_organization import Bodies, find_same, known_bodies, last_meaning
from normalize.names.schools import is_numbered, resolve_schools
from normalize.names.typed_names import TypedName, typed_name
from normalize.names.verdicts import settles
from normalize.names.village_schools import resolve_village_schools
from normalize.parties.units import Target


@dataclass(frozen=True, slots=True)
class OrganizationReading:
    """What spellings mean, and the entities by key."""

    resolution: Resolution
    entities: dict[str, Organization]
    bodies: OfOrder  # those that a bare noun may mean


def resolve_organizations(
    targets: Iterable[Target],
    known: Knowledge,
    verdicts: Verdicts,
    signed: Signed = UNDATED,
    home: str | None = None,
    aside: Aside = NOWHERE,
) -> OrganizationReading:
    """What each spelling key of a school or organization means in this order. `home`: its territory, as printed.

    `aside`: what the order says of its bodies besides the cells.
    """
    state = _state([*targets, *aside.targets])
    bodies = Bodies(home, signed, known_bodies(known))
    _unite_own(state, home, aside)
    schools = resolve_schools(state.targets, state.counts, bodies.known.values(), signed, verdicts, aside, home)
    state.means |= schools.means
    state.rules |= schools.rules
    state.doubts += schools.doubts
    _unite_with_proven(state, bodies, known, verdicts)
    _unite_with_known(state, bodies, verdicts)
    obey(state, known, verdicts)
    settle_forms(state, bodies, verdicts)
    follow(state, verdicts)
    entities = entities_of(state, known, bodies)
    of_order = bodies_of(entities, state.means, aside)
    if place_nouns(state, of_order, verdicts):
        entities = entities_of(state, known, bodies)
    doubts = tuple(doubt for doubt in state.doubts if not settles(verdicts.get(doubt.subject)))
    return OrganizationReading(Resolution(state.means, state.rules, doubts), entities, of_order)


def own_names(targets: Iterable[Target], home: str | None, aside: Aside = NOWHERE) -> tuple[OwnName, ...]:
    """The names that an order establishes by its own word alone: other orders may lean on the sure ones.

    Not sure: a slip, a number without a type, letters that nothing explains, all but the commonest of legal forms.
    """
    state = _state(targets)
    _unite_own(state, home, aside)
    schools = resolve_schools(state.targets, state.counts, (), UNDATED, {}, aside, home)
    standing = state.standing()
    alone = Bodies(home, UNDATED)
    unsure = schools.unsure | {key for doubt in state.doubts for key in doubt.keys}
    unsure |= {key for key, name in standing.items() if name.letters and not name.form}
    unsure |= {key for key in standing if bare_noun(state.targets[key].name) is not None}
    unsure |= {key for key, name in standing.items() if find_same(name, standing, alone, {}).contested}
    for group in form_groups(standing, alone):
        unsure |= group.odd(state.counts)
    return tuple(
        OwnName(organization_of(state.targets[key]), key not in unsure)
        for key in sorted(state.targets)
        if key in standing or is_numbered(key)
    )


def _state(targets: Iterable[Target]) -> PrintedOrganizations:
    printed = list(targets)
    return PrintedOrganizations(_best_printed(printed), Counter(target.key for target in printed))


def _best_printed(printed: list[Target]) -> dict[str, Target]:
    """Key → its target with quotes where any has them: «МКУ «ИМЦ»» and «МКУ ИМЦ» are one name."""
    best: dict[str, Target] = {}
    for target in printed:
        if target.key not in best or "«" not in best[target.key].name:
            best[target.key] = target
    return best


def _unite_own(state: PrintedOrganizations, home: str | None, aside: Aside) -> None:
    """What the order proves by itself: «Центр ополнительного образования», «МБУ ДО ЦДО», a legal form left out."""
    for key, means in find_misprints(_named(state)).items():
        state.settle(key, means, "one letter lost")
    _unite_villages(state, Bodies(home, UNDATED), "same place in the order")
    _unite_local(state, home)
    state.doubts += ask_bare_numbers(_unsettled(state), aside.texts)
    _unite_honoured(state, aside.texts)
    for key, name in state.standing().items():
        if (target := _said_of_letters(name, aside.explained)) is not None:
            state.targets.setdefault(target.key, target)
            state.settle(key, target.key, "letters explained in the order")
    for key, name in (standing := state.standing()).items():
        if len(longer := [one for one in standing.values() if is_cut_to_quotes(name, one)]) == 1:
            state.settle(key, longer[0].key, "same name in the order")
    _unite_gardens(state, aside)
    _unite_district_bodies(state, home)
    own = state.standing()
    for key, name in own.items():
        if len(spelt := [one.key for one in own.values() if has_its_two_letters(name, one, home)]) == 1:
            state.settle(key, spelt[0], "initials of the name")
    own = state.standing()
    for key, name in own.items():
        same = find_same(name, own, Bodies(home, UNDATED), {}).means
        if same is not None:
            state.settle(key, same, "initials of the name" if name.letters else "same name in the order")


def _unite_villages(state: PrintedOrganizations, bodies: Bodies, rule: str) -> None:
    """«Берёзовская школа» is «Берёзовская СОШ»; where it may be two, it is asked once."""
    standing = {key: state.targets[key] for key in state.standing()}
    means, doubts = resolve_village_schools(standing, state.counts, bodies)
    for key, meant in means.items():
        state.settle(key, meant, rule)
    asked = {doubt.subject for doubt in state.doubts}
    state.doubts += [doubt for doubt in doubts if doubt.subject not in asked]


def _unsettled(state: PrintedOrganizations) -> dict[str, Target]:
    return {key: one for key, one in state.targets.items() if key not in state.means}


def _unite_local(state: PrintedOrganizations, home: str | None) -> None:
    """«ЛСОШ № 2» is the order's «Лесогорская СОШ № 2», or the territory's № 2."""
    local = resolve_local_schools(_unsettled(state), home)
    for key, target in local.targets.items():
        state.targets.setdefault(key, target)
    for key, means in local.means.items():
        state.settle(key, means, "letter of the place")
        state.counts[means] += state.counts[key]
    state.doubts += local.doubts


def _unite_honoured(state: PrintedOrganizations, texts: Iterable[str]) -> None:
    """«Гимназия им. Пушкина» is the order's «Гимназия № 3 им. А.С. Пушкина»; of two it is asked which."""
    numbered = {key: target for key, target in state.targets.items() if is_numbered(key)}
    means, doubts = resolve_honoured_schools({key: state.targets[key] for key in state.standing()}, numbered, texts)
    for key, meant in means.items():
        state.settle(key, meant, "same name in the order")
    state.doubts += doubts


def _unite_gardens(state: PrintedOrganizations, aside: Aside) -> None:
    """«МБДОУ «Тополёк»» is the order's «Детский сад «Тополёк» с. Липовка», or its № 5; of two it is asked which."""
    labels = {key: target.name for key, target in state.targets.items()}
    means, doubts = resolve_kindergartens(state.standing(), labels, aside.texts)
    for key, meant in means.items():
        state.settle(key, meant, "same name in the order")
    state.doubts += doubts


def _unite_district_bodies(state: PrintedOrganizations, home: str | None) -> None:
    """«ЦРБ» is the order's one «КГБУЗ «Кедровская ЦРБ»»; of two it is asked which."""
    labels = {key: target.name for key, target in state.targets.items()}
    means, doubts = resolve_district_bodies(state.standing(), labels, home)
    for key, meant in means.items():
        state.settle(key, meant, "same name in the order")
    state.doubts += doubts


def _said_of_letters(name: TypedName, explained: Mapping[str, Target]) -> Target | None:
    """«МКУ «ЦООУ»» → what «ЦООУ» is explained to be, unless it has another legal form; so of «ЦОД «Вершина»»."""
    short = (name.letters and name.form) or (name.quoted and name.core != name.quoted)
    target = explained.get(name.core) if short else None
    if target is None or target.key == name.key:
        return None
    form = typed_name(target.key, target.name, target.kind).form
    return target if form == name.form or "" in (form, name.form) else None


def _named(state: PrintedOrganizations) -> dict[str, tuple[Target, int]]:
    return {key: (state.targets[key], state.counts[key]) for key in state.standing()}


FROM_ELSEWHERE = "name known from other orders"


def _unite_with_proven(state: PrintedOrganizations, bodies: Bodies, known: Knowledge, verdicts: Verdicts) -> None:
    """«Центр «Радуга»» → the «МБУ «Центр … «Радуга»»» that another order itself shows it to be; of two it is asked.

    Names of their own only: «Детский сад», «отдел» is each order's. What the registry has under its name is that.
    """
    proven: dict[str, set[str]] = {}
    for alias in known.aliases:
        if alias.source == "order":
            proven.setdefault(f"org|{alias.key}", set()).add(alias.means)
    own = state.standing()
    for key, name in own.items():
        registered = key in bodies.known and not any(bodies.known[key].signed)
        if name.quoted and name.kind != "school" and not registered and proven.get(key):
            means = {last_meaning(one, own, bodies, verdicts) for one in proven[key]} - {key}
            if len(means) == 1:
                state.settle(key, next(iter(means)), FROM_ELSEWHERE)
            elif means:
                labels = {one.key: one.name for one in known.organizations if one.key in means}
                state.doubts.append(ask_which(key, state.targets[key].name, labels))


def _unite_with_known(state: PrintedOrganizations, bodies: Bodies, verdicts: Verdicts) -> None:
    """The order's standing names → those that are known from elsewhere, where a typed key proves it."""
    known = {
        one.key: (Target(one.key, one.name, one.kind, 0, 0), 0)
        for one in (established.organization for established in bodies.known.values())
        if one.school_number is None
    }
    named = _named(state)
    for key, means in find_misprints({**known, **named}, named.keys() - known.keys()).items():
        state.settle(key, means, FROM_ELSEWHERE)
    _unite_villages(state, bodies, FROM_ELSEWHERE)
    own = state.standing()
    for key, name in own.items():
        found = find_same(name, own, bodies, verdicts)
        if found.means is not None:
            means = last_meaning(found.means, own, bodies, verdicts)
            state.means.pop(means, None)  # «ИРО» is its spelt name here, and this is «ИРО» of an earlier order
            state.settle(key, means, FROM_ELSEWHERE)
            continue
        alike = (
            [one.key for one in found.contested] or longer_or_shorter(name, own, bodies) or its_own(name, own, bodies)
        )
        others = {last_meaning(one, own, bodies, verdicts) for one in alike}
        if others and not (name.letters and not name.form):
            state.doubts.append(ask_which(key, state.targets[key].name, _labels(state, bodies, others)))


def _labels(state: PrintedOrganizations, bodies: Bodies, keys: Iterable[str]) -> dict[str, str]:
    return {
        key: state.targets[key].name if key in state.targets else bodies.known[key].organization.name for key in keys
    }
