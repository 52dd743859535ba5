"""The names of an order: what each printed spelling means, and what stands elsewhere in the order filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from normalize.cells import Cells
from normalize.model import Knowledge, Organization, OwnName, Person, Signed
from normalize.names.earlier_places import seen_earlier
from normalize.names.filled_in import fill_column, fill_measures
from normalize.names.given_names import GivenNames, tell_by_given_names
from normalize.names.namesakes import NOWHERE, Placing, Shown, place_people, signed_of
from normalize.names.near_initials import ask_near_initials
from normalize.names.organizations import own_names, resolve_organizations
from normalize.names.people import people_of, resolve_people
from normalize.names.placed_titles import AskedBody
from normalize.names.resolution import Resolution, Verdicts
from normalize.names.verdicts import is_answered, settles
from normalize.parties.drafts import Draft, targets_of
from normalize.parties.people import OF_BODY
from normalize.people.spans import PersonName
from normalize.posts import say_posts

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
    own_names: tuple[OwnName, ...]
    given: GivenNames  # people whom given names tell apart
    bodies: tuple[AskedBody, ...] = ()  # nouns that may mean several bodies
    places: Placing = NOWHERE  # who of the territory they are

    def local_key(self, draft: Draft) -> str | None:
        """Key by which the order tells a draft's person from others of the name; None for what is no person."""
        if draft.person is None:
            return None
        key = self.people.means.get(draft.person.key, draft.person.key)
        if key in self.namesakes and draft.target is not None:
            return f"{key}|{draft.target.key}"
        return self.given.whose(draft) or key

    def person_of(self, draft: Draft) -> str | None:
        """Key of the person of the territory that a draft means; None for what is no person."""
        key = self.local_key(draft)
        return None if key is None else self.places.means.get(key, key)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which order the names are of, and when it was signed: earlier orders keep their people."""

    identity: str
    date: str | None
    number: str | None
    sha256: str
    territory: str | None = None

    @property
    def signed(self) -> Signed:
        """What tells earlier orders from later ones."""
        return (self.date or "9999", self.number or "", self.sha256)


def names_printed(cells: Cells) -> list[PersonName]:
    """Every mention of a person."""
    readings = (*cells.responsible.values(), *cells.measures.values())
    return _person_names(draft for reading in readings for draft in reading.drafts)


def resolve_names(cells: Cells, known: Knowledge, verdicts: Verdicts, origin: Origin) -> Names:
    """All names of an order's cells, resolved with what is known and what was decided."""
    drafts = [draft for reading in cells.responsible.values() for draft in reading.drafts]
    in_measures = [draft for reading in cells.measures.values() for draft in reading.drafts]
    targets = [target for draft in [*drafts, *in_measures] for target in targets_of(draft)]
    nominative = [draft for draft in in_measures if draft.nominative]
    column = _person_names([*drafts, *nominative])
    names = [name for name in column if not name.governed]
    other = [*(name for name in column if name.governed), *_person_names(in_measures)]
    people = resolve_people(names, other, known, verdicts, origin.signed)
    bodies = resolve_organizations(targets, known, verdicts, origin.signed, origin.territory, cells.aside)
    organizations, entities = bodies.resolution, bodies.entities
    earlier = seen_earlier({name.key for name in names}, people.means, known.sightings, origin.signed)
    responsible, asked = fill_column(cells, bodies, verdicts, earlier)
    resolved = fill_measures(cells, responsible, bodies, verdicts)
    persons = people_of([*names, *other], people, known)
    namesakes = frozenset(
        person.key for person in persons if is_answered(verdicts, f"namesakes|{person.key}", NAMESAKES)
    )
    alone = own_names(cells.alone, origin.territory, cells.aside)
    found = [draft for part in (responsible, resolved) for drafts_ in part.values() for draft in drafts_]
    given = tell_by_given_names(found, verdicts)
    result = Names(
        responsible, resolved, cells, people, organizations, persons, entities, namesakes, alone, given, asked
    )
    result = replace(result, places=_place(result, known, origin, verdicts))
    return replace(result, persons=_tell_apart(result))


def _place(names: Names, known: Knowledge, origin: Origin, verdicts: Verdicts) -> Placing:
    """Who of the territory the people are, and whom that leaves in doubt."""
    shown = _shown(names)
    sightings = [one for one in known.sightings if signed_of(one) < origin.signed]
    placing = place_people(shown, sightings, origin.identity, verdicts)
    asked = [doubt for doubt in names.given.doubts if not settles(verdicts.get(doubt.subject))]
    open_keys = {key for doubt in asked if doubt.kind == "which_person" for key in doubt.keys}
    asked += [doubt for doubt in placing.doubts if not doubt.keys & open_keys]  # first who of the order it is
    asked += ask_near_initials(shown, sightings, verdicts)
    return replace(placing, doubts=tuple(asked))


def _shown(names: Names) -> list[Shown]:
    """Each person with the posts and organizations that the order gives them; none whom a person told apart."""
    by_key: dict[str, list[Draft]] = {}
    for drafts in (*names.responsible.values(), *names.measures.values()):
        for draft in drafts:
            key = names.local_key(draft)
            if key is not None and key.split("|school|")[0].split("|org|")[0] not in names.namesakes:
                by_key.setdefault(key, []).append(draft)
    people = {person.key: person for person in names.persons}
    said_beside = _said_beside(names.responsible.values())
    shown = []
    for key, mine in sorted(by_key.items()):
        person = people[_printed_key(mine[0], names)]
        given = _given_names(mine) if person.key in names.given.names else person.given_names
        organizations = frozenset(target.key for draft in mine for target in targets_of(draft))
        roles = frozenset(
            role for draft in mine for role in (draft.role, *(role for role, _ in draft.other_roles)) if role
        )
        posts = say_posts((draft.role, draft.target.name if draft.target else None) for draft in mine)
        printed = posts or "должность не указана"
        said = [said_beside[id(draft)] for draft in mine if id(draft) in said_beside]
        beside = frozenset(place for places, _ in said for place in places)
        bodies = frozenset(body for _, body in said if body is not None)
        shown.append(Shown(key, person.name, organizations, roles, printed, given, beside, bodies))
    return shown


def _said_beside(rows: Iterable[Sequence[Draft]]) -> dict[int, tuple[list[str], str | None]]:
    """Of people without a place, by the draft's identity: keys of what stands beside a post, the body before a name."""
    found: dict[int, tuple[list[str], str | None]] = {}
    for drafts in rows:
        for at, draft in enumerate(drafts):
            if draft.person is not None and draft.target is None:
                near = [*drafts[max(at - 1, 0) : at], *drafts[at + 1 : at + 2]] if draft.role is not None else []
                before = (one.role for one in reversed(drafts[:at]) if one.rule != OF_BODY)
                body = next(before, None) if draft.rule == OF_BODY else None
                found[id(draft)] = ([one.target.key for one in near if one.target is not None], body)
    return found


def _given_names(drafts: Iterable[Draft]) -> str | None:
    """Those that the mentions of one person print; None where none does."""
    return next((draft.person.given_names for draft in drafts if draft.person and draft.person.given_names), None)


def _printed_key(draft: Draft, names: Names) -> str:
    """Key of the person of `names.persons`: of one name, whoever bears it."""
    key = draft.person.key if draft.person is not None else ""
    return names.people.means.get(key, key)


def _tell_apart(names: Names) -> tuple[Person, ...]:
    """The people under their keys in the territory, one for each workplace of those who are namesakes."""
    by_key = {person.key: person for person in names.persons}
    found: dict[str, Person] = {}
    for drafts in (*names.responsible.values(), *names.measures.values()):
        for draft in drafts:
            key = names.person_of(draft)
            if draft.person is None or key is None:
                continue
            person = by_key.get(key) or replace(by_key[_printed_key(draft, names)], key=key)
            if draft.person.key in names.given.names:
                person = replace(
                    person, given_names=draft.person.given_names or (found[key].given_names if key in found else None)
                )
            found[key] = person
    return tuple(found[key] for key in sorted(found))


def _person_names(drafts: Iterable[Draft]) -> list[PersonName]:
    return [draft.person for draft in drafts if draft.person is not None]
