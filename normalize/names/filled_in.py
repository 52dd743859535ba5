"""Parties with what their spellings mean, and with what stands elsewhere in the order filled in (CONTRACT.md §2)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from normalize.cells import Cells, target_of
from normalize.model import Organization
from normalize.names.bare_staff import place_staff
from normalize.names.departments import place_departments, place_speakers
from normalize.names.earlier_places import FROM_EARLIER, Earlier, place_beside
from normalize.names.evidence import organizations_of_titles, unify_roles
from normalize.names.organizations import OrganizationReading
from normalize.names.persons_schools import with_said_school
from normalize.names.placed_titles import FROM_THE_ORDER, AskedBody, place_titles
from normalize.names.resolution import Resolution, Verdicts
from normalize.names.shared_places import WORKS_THERE, places_of_people, share_places
from normalize.names.short_titles import write_as_elsewhere
from normalize.names.verdicts import is_answered
from normalize.parties.drafts import CellReading, Draft, placed_by
from normalize.parties.units import Target
from normalize.titles.roles import singular_role


def fill_column(
    cells: Cells, names: OrganizationReading, verdicts: Verdicts, earlier: Earlier
) -> tuple[dict[int, tuple[Draft, ...]], tuple[AskedBody, ...]]:
    """Drafts with what stands elsewhere in the order filled in, and nouns that are to be asked."""
    found = {
        position: [
            with_said_school(_retarget(draft, names.resolution, names.entities), names.entities, verdicts)
            for draft in reading.drafts
        ]
        for position, reading in cells.responsible.items()
    }
    place_departments(found)
    asked = place_titles(found, names.bodies, verdicts)
    asked += place_staff(found, cells.responsible, names.bodies, verdicts)
    place_speakers(found)
    write_as_elsewhere(found)
    roles = unify_roles(draft.role for drafts in found.values() for draft in drafts if draft.role)
    carriers = organizations_of_titles(CellReading(tuple(drafts), ()) for drafts in found.values())
    posts = _posts(found)
    known = places_of_people(found.values())
    for drafts in found.values():
        for index, draft in enumerate(drafts):
            draft = _at_known_place(draft, drafts[:index][-1:], known)
            if draft.role:
                role = roles[draft.role]
                filled = draft if role == draft.role else replace(draft, role=role)
                beside = [*drafts[:index], *drafts[index + 1 :]]
                drafts[index] = _with_organization(filled, beside, posts, carriers, verdicts, earlier)
    share_places(found, verdicts)
    return {position: tuple(drafts) for position, drafts in found.items()}, asked


def fill_measures(
    cells: Cells, responsible: Mapping[int, Sequence[Draft]], names: OrganizationReading, verdicts: Verdicts
) -> dict[int, tuple[Draft, ...]]:
    """Drafts of the measures' own texts, with what `responsible` shows of their people."""
    posts = _posts(responsible)
    return {
        position: tuple(
            _with_organization(_retarget(draft, names.resolution, names.entities), (), posts, {}, verdicts, {})
            for draft in reading.drafts
        )
        for position, reading in cells.measures.items()
    }


def _retarget(draft: Draft, resolution: Resolution, entities: Mapping[str, Organization]) -> Draft:
    """The draft with its schools and organizations replaced by what their spellings mean; spans stay."""
    others = tuple((role, target and _meant(target, resolution, entities)) for role, target in draft.other_roles)
    if others != draft.other_roles:
        draft = replace(draft, other_roles=others)
    if draft.target is None:
        return draft
    target = _meant(draft.target, resolution, entities)
    if target is draft.target:
        return draft
    rule = resolution.rules.get(draft.target.key, draft.rule)
    return replace(draft, target=target, rule=rule, score=min(draft.score, 0.95), read_by=draft.rule)


def _meant(printed: Target, resolution: Resolution, entities: Mapping[str, Organization]) -> Target:
    means = resolution.means.get(printed.key, printed.key)
    entity = entities.get(means)
    if entity is None or means == printed.key:
        return printed
    return replace(target_of(entity), start=printed.start, end=printed.end, printed=printed.key)


def _with_organization(
    draft: Draft,
    beside: Sequence[Draft],
    posts: Mapping[tuple[str, str], Target],
    carriers: Mapping[str, Target],
    verdicts: Verdicts,
    earlier: Earlier,
) -> Draft:
    """A title without an organization: decided by a person, or carried by the same title elsewhere, in this order
    or in an earlier one."""
    if draft.target is not None or draft.kind not in ("person", "group") or draft.role is None or draft.of_group:
        return draft
    for place in [one.target for one in beside if one.target is not None and draft.person is not None]:
        if draft.person and is_answered(verdicts, f"employer|{draft.person.key}|{place.spelling}", WORKS_THERE):
            return placed_by(draft, "decision", place)
    held = posts.get((draft.person.key, draft.role)) if draft.person is not None else None
    target = held or carriers.get(singular_role(draft.role))
    if target is not None:
        return placed_by(draft, FROM_THE_ORDER, target, 0.9)
    target = place_beside(draft, beside, earlier, verdicts)
    return draft if target is None else placed_by(draft, FROM_EARLIER, target, 0.85)


def _at_known_place(draft: Draft, before: Sequence[Draft], known: Mapping[str, set[str]]) -> Draft:
    """«МБУ «ИМЦ», Вязова А.К., оператор РИС» where the order has her in that very body elsewhere, and nowhere else."""
    if draft.person is None or draft.role is None or draft.target is not None or draft.of_group:
        return draft
    place = next((one.target for one in before if one.kind == "organization"), None)
    if place is None or known.get(draft.person.key) != {place.key}:
        return draft
    return placed_by(draft, FROM_THE_ORDER, place, 0.9)


def _posts(found: Mapping[int, Sequence[Draft]]) -> dict[tuple[str, str], Target]:
    """(person, role) → the one organization in which the order shows them."""
    targets: dict[tuple[str, str], dict[str, Target]] = {}
    for drafts in found.values():
        for draft in drafts:
            if draft.person is not None and draft.role and draft.target is not None:
                targets.setdefault((draft.person.key, draft.role), {})[draft.target.key] = draft.target
    return {post: next(iter(one.values())) for post, one in targets.items() if len(one) == 1}
