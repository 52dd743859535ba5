"""What an order's organizations mean once its names are united: a person's word, bare nouns, and the entities."""

from normalize.model import Candidate, Knowledge, Organization
from normalize.names.aliases import meanings
from normalize.names.ask_organizations import ask_forms, form_groups, which_subject
from normalize.names.bare_bodies import Bodies as OfOrder
from normalize.names.bare_bodies import ask_body, bare_noun, body_subject
from normalize.names.organization_entities import entity_of
from normalize.names.organization_identity import best_spelt
from normalize.names.printed_organizations import PrintedOrganizations
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.same_organization import Bodies
from normalize.names.verdicts import merged_into, settles


def obey(state: PrintedOrganizations, known: Knowledge, verdicts: Verdicts) -> None:
    """A person's word on a spelling, and aliases; of other orders' aliases only letters, which they prove."""
    aliases = meanings(alias for alias in known.aliases if alias.source != "order" or " " not in alias.key)
    for key in state.targets:
        subjects = (key, f"school_type|{key}", which_subject(key))
        decided = next((verdicts[one] for one in subjects if one in verdicts), None)
        if decided is not None and decided.verb in ("same", "new") and decided.answer:
            state.settle(key, decided.answer, "decision")
        elif decided is not None and decided.verb == "different":
            state.settle(key, key, "decision")
        elif (spelling := key.split("|", 1)[1]) in aliases and aliases[spelling] != key:
            state.settle(key, aliases[spelling], "alias")


def settle_forms(state: PrintedOrganizations, bodies: Bodies, verdicts: Verdicts) -> None:
    """Contradicting legal forms: what a person says of them, else a question."""
    known = {key: one.organization.name for key, one in bodies.known.items()}
    printed = {key: target.name for key, target in state.targets.items()}
    for group in form_groups(state.standing(), bodies):
        decided = next((verdicts[subject] for subject in group.subjects() if subject in verdicts), None)
        if decided is not None and decided.verb == "same" and decided.answer:
            for key in group.own:
                state.settle(key, decided.answer, "decision")
        elif not settles(decided) and (doubt := ask_forms(group, state.counts, printed, known)) is not None:
            state.doubts.append(doubt)


def place_nouns(state: PrintedOrganizations, bodies: OfOrder, verdicts: Verdicts) -> bool:
    """«Вязова А.К. (комитет)»: the one body of that noun, or asked; True where one was found."""
    placed = False
    for key, target in state.targets.items():
        noun = bare_noun(target.name) if key not in state.means else None
        if noun is None:
            continue
        means = bodies.one(noun, verdicts)
        if means is not None:
            state.settle(key, means, "organization from the same order")
            placed = True
            continue
        candidates = (*bodies.candidates(noun), Candidate(key, target.name, ("как напечатано",)))
        text = ask_body(noun, candidates[:-1])
        state.doubts.append(Doubt(body_subject(noun), "which_body", text, noun, frozenset({key}), candidates))
    return placed


def follow(state: PrintedOrganizations, verdicts: Verdicts) -> None:
    """«школ № 39» → «СОШ № 39» → «Основная школа № 39»: every key means what its meaning means.

    Also where a person merged that meaning into another name, and this order prints neither.
    """
    direct = dict(state.means)
    for key in direct:
        seen, means = {key}, direct[key]
        while means not in seen and (there := direct.get(means) or merged_into(means, verdicts)) is not None:
            seen.add(means)
            if means not in direct or state.rules[means] == "decision":
                state.rules[key] = "decision"
            means = there
        state.means[key] = means


def entities_of(state: PrintedOrganizations, known: Knowledge, bodies: Bodies) -> dict[str, Organization]:
    """What the order's names mean, by key, each in the best of its spellings; the registry's word is the last."""
    outside = {one.key: one for one in known.organizations}
    outside |= {key: one.organization for key, one in bodies.known.items()}
    entities: dict[str, Organization] = {}
    for key, target in state.targets.items():
        means = state.means.get(key, key)
        printed = target if means == key else state.targets.get(means)
        mine, other = entity_of(means, printed, target), outside.get(means)
        registered = means in bodies.known and not any(bodies.known[means].signed)
        of_others = other is not None and other.above_territory and means not in bodies.known
        if other is not None and not (of_others and printed is not None):  # only other territories spell it so
            mine = other if registered or printed is None else best_spelt(other, mine)
        entities.setdefault(means, mine)
    return entities
