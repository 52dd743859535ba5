"""The names of an order: what each printed spelling means, and what stands elsewhere in the order filled in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.cells import Cells, target_of
from normalize.drafts import CellReading, Draft
from normalize.evidence import organizations_of_titles, unify_roles
from normalize.lexer import Target
from normalize.model import Knowledge, Organization, Person, Sighting
from normalize.namesakes import NOWHERE, Placing, Shown, place_people
from normalize.people import PersonName
from normalize.posts import say_posts
from normalize.resolution import Resolution, Verdicts
from normalize.resolve_organizations import resolve_organizations
from normalize.resolve_people import people_of, resolve_people
from normalize.roles import singular_role

WORKS_THERE = "работает там"
NAMESAKES = "однофамильцы"


@dataclass(frozen=True, slots=True)
class Names:
    responsible: dict[int, tuple[Draft, ...]]
    measures: dict[int, tuple[Draft, ...]]
    readings: Cells
    people: Resolution
    organizations: Resolution
    persons: tuple[Person, ...]
    entities: dict[str, Organization]
    namesakes: frozenset[str]  # keys that a person said are several people, told apart by where they work
    places: Placing = NOWHERE  # who of the territory they are

    def person_of(self, draft: Draft) -> str | None:
        """Key of the person that a draft means; None for what is no person."""
        if draft.person is None:
            return None
        key = self.people.means.get(draft.person.key, draft.person.key)
        if key in self.namesakes and draft.target is not None:
            return f"{key}|{draft.target.key}"
        return self.places.means.get(key, key)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which order the names are of, and when it was signed: earlier orders keep their people."""

    identity: str
    date: str | None
    number: str | None
    sha256: str


def resolve_names(cells: Cells, known: Knowledge, verdicts: Verdicts, origin: Origin) -> Names:
    """All names of an order's cells, resolved with what is known and what was decided."""
    drafts = [draft for reading in cells.responsible.values() for draft in reading.drafts]
    in_measures = [draft for reading in cells.measures.values() for draft in reading.drafts]
    targets = [target for draft in [*drafts, *in_measures] for target in targets_of(draft)]
    names, other = _person_names(drafts), _person_names(in_measures)
    earlier = {one.person for one in known.sightings if _is_earlier(one, origin)}
    later = frozenset(one.person for one in known.sightings) - earlier - {name.key for name in names}
    people = resolve_people(names, other, known, verdicts, later)
    organizations, entities = resolve_organizations(targets, known, verdicts)
    responsible = _complete(cells, organizations, entities, verdicts)
    posts = _posts(responsible)
    resolved = {
        position: tuple(
            _with_organization(_retarget(draft, organizations, entities), None, posts, {}, verdicts)
            for draft in reading.drafts
        )
        for position, reading in cells.measures.items()
    }
    persons = people_of([*names, *other], people, known)
    namesakes = frozenset(person.key for person in persons if _says(verdicts, f"namesakes|{person.key}", NAMESAKES))
    result = Names(responsible, resolved, cells, people, organizations, persons, entities, namesakes)
    sightings = [one for one in known.sightings if _is_earlier(one, origin)]
    placing = place_people(_shown(result), sightings, origin.identity, verdicts)
    result = replace(result, places=placing)
    return replace(result, persons=_tell_apart(result))


def _is_earlier(seen: Sighting, origin: Origin) -> bool:
    mine = (origin.date or "9999", origin.number or "", origin.sha256)
    return (seen.order_date or "9999", seen.order_number or "", seen.sha256) < mine


def _shown(names: Names) -> list[Shown]:
    """Each person with the posts and organizations that the order gives them."""
    shown = []
    for person in names.persons:
        mine = [
            draft for drafts in names.responsible.values() for draft in drafts if names.person_of(draft) == person.key
        ]
        mine += [
            draft for drafts in names.measures.values() for draft in drafts if names.person_of(draft) == person.key
        ]
        organizations = frozenset(target.key for draft in mine for target in targets_of(draft))
        roles = frozenset(
            role for draft in mine for role in (draft.role, *(role for role, _ in draft.other_roles)) if role
        )
        printed = say_posts((draft.role, draft.target.name if draft.target else None) for draft in mine)
        shown.append(
            Shown(person.key, person.name, organizations, roles, printed or "должность не указана", person.given_names)
        )
    return shown


def _says(verdicts: Verdicts, subject: str, answer: str) -> bool:
    decided = verdicts.get(subject)
    return decided is not None and decided.answer == answer


def _tell_apart(names: Names) -> tuple[Person, ...]:
    """The people under their keys in the territory, one for each workplace of those who are namesakes."""
    by_key = {person.key: person for person in names.persons}
    found: dict[str, Person] = {}
    for drafts in (*names.responsible.values(), *names.measures.values()):
        for draft in drafts:
            key = names.person_of(draft)
            if draft.person is not None and key is not None:
                printed = names.people.means.get(draft.person.key, draft.person.key)
                found[key] = by_key.get(key) or replace(by_key[printed], key=key)
    return tuple(found[key] for key in sorted(found))


def targets_of(draft: Draft) -> list[Target]:
    """All schools and organizations that a draft points at, those of its further titles included."""
    return [target for target in (draft.target, *(target for _, target in draft.other_roles)) if target is not None]


def _person_names(drafts: Iterable[Draft]) -> list[PersonName]:
    return [draft.person for draft in drafts if draft.person is not None]


def _retarget(draft: Draft, resolution: Resolution, entities: Mapping[str, Organization]) -> Draft:
    """The draft with its school or organization replaced by what the spelling means; its span stays."""
    if draft.target is None:
        return draft
    means = resolution.means.get(draft.target.key, draft.target.key)
    entity = entities.get(means)
    if entity is None or means == draft.target.key:
        return draft
    target = replace(target_of(entity), start=draft.target.start, end=draft.target.end, printed=draft.target.key)
    return replace(
        draft, target=target, rule=resolution.rules.get(draft.target.key, draft.rule), score=min(draft.score, 0.95)
    )


def _complete(
    cells: Cells, resolution: Resolution, entities: Mapping[str, Organization], verdicts: Verdicts
) -> dict[int, tuple[Draft, ...]]:
    """Drafts with organizations and roles that stand elsewhere in the order filled in (CONTRACT.md §2)."""
    found = {
        position: [_retarget(draft, resolution, entities) for draft in reading.drafts]
        for position, reading in cells.responsible.items()
    }
    roles = unify_roles(draft.role for drafts in found.values() for draft in drafts if draft.role)
    carriers = organizations_of_titles(CellReading(tuple(drafts), ()) for drafts in found.values())
    posts = _posts(found)
    for drafts in found.values():
        for index, draft in enumerate(drafts):
            if draft.role:
                filled = replace(draft, role=roles[draft.role])
                before = drafts[index - 1] if index else None
                drafts[index] = _with_organization(filled, before, posts, carriers, verdicts)
    return {position: tuple(drafts) for position, drafts in found.items()}


def _with_organization(
    draft: Draft,
    before: Draft | None,
    posts: Mapping[tuple[str, str], Target],
    carriers: Mapping[str, Target],
    verdicts: Verdicts,
) -> Draft:
    """A title without an organization: decided by a person, or carried by the same title elsewhere."""
    if draft.target is not None or draft.kind not in ("person", "group") or draft.role is None:
        return draft
    beside = before.target if before is not None and draft.person is not None else None
    if beside and draft.person and _says(verdicts, f"employer|{draft.person.key}|{beside.spelling}", WORKS_THERE):
        return replace(draft, target=beside, rule="decision")
    held = posts.get((draft.person.key, draft.role)) if draft.person is not None else None
    target = held or carriers.get(singular_role(draft.role))
    if target is None:
        return draft
    return replace(draft, target=target, rule="organization from the same order", score=0.9)


def _posts(found: Mapping[int, Sequence[Draft]]) -> dict[tuple[str, str], Target]:
    """(person, role) → the one organization in which the order shows them."""
    targets: dict[tuple[str, str], dict[str, Target]] = {}
    for drafts in found.values():
        for draft in drafts:
            if draft.person is not None and draft.role and draft.target is not None:
                targets.setdefault((draft.person.key, draft.role), {})[draft.target.key] = draft.target
    return {post: next(iter(one.values())) for post, one in targets.items() if len(one) == 1}
