"""What the municipality knows of its people, schools and organizations, apart from what orders say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, or_, select, update

from normalize.fold import fold
from normalize.model import Organization, Person
from store import ids
from store.bulk import Row, insert_rows
from store.forget import Named, remove_forgotten
from store.locks import lock_registry
from store.order_ids import organization_id
from store.search_write import Spelling, index_names, spellings
from store.sightings import note_given_names
from store.tables import aliases, organizations, people
from store.territory import is_in


@dataclass(frozen=True, slots=True)
class KnownPerson:
    person: Person
    place: str  # «people.csv:12»


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    organization: Organization
    place: str  # «schools.csv:3»


def save_registry(
    connection: Connection,
    territory: str | None,
    known_people: Sequence[KnownPerson],
    known_organizations: Sequence[KnownOrganization],
) -> None:
    """Make the territory's registry what is given; ids stay, and what orders say stays beside it.

    A name in the registry is the canonical one. Who is no longer listed and nowhere mentioned is removed.
    """
    lock_registry(connection, alone=True)
    before = _listed(connection, territory)
    shown = _forget_registry(connection, before)
    persons = [_person(territory, one) for one in known_people]
    bodies = [_organization(territory, one) for one in known_organizations]
    spelt = [row for one in known_organizations for row in _aliases(territory, one)]
    for table, rows in ((people, persons), (organizations, bodies)):
        for row in rows:
            _save(connection, table, row)
    insert_rows(connection, aliases, spelt)
    note_given_names(connection, before.people)  # who is listed no more is again whom the orders print
    index_names(
        connection,
        {row["person_id"] for row in persons} | before.people,
        {row["organization_id"] for row in bodies} | before.organizations,
        {(row["organization_id"], row["alias"]) for row in spelt} | shown,
    )
    remove_forgotten(connection, before)


def _listed(connection: Connection, territory: str | None) -> Named:
    h, g = people.c, organizations.c
    here = and_(g.territory.is_(None), g.above_territory) if territory is None else g.territory == territory
    persons = select(h.person_id).where(h.registry.is_not(None), is_in(h.territory, territory))
    bodies = select(g.organization_id).where(g.registry.is_not(None), here)
    return Named(frozenset(connection.execute(persons).scalars()), frozenset(connection.execute(bodies).scalars()))


def _forget_registry(connection: Connection, before: Named) -> set[Spelling]:
    """The spellings that the registry has shown."""
    h, g, a = people.c, organizations.c, aliases.c
    connection.execute(update(people).where(h.person_id.in_(before.people)).values(registry=None))
    listed = g.organization_id.in_(before.organizations)
    connection.execute(update(organizations).where(listed).values(registry=None))
    theirs = or_(a.person_id.in_(before.people), a.organization_id.in_(before.organizations))
    shown = spellings(connection, and_(a.source == "registry", theirs))
    connection.execute(delete(aliases).where(a.source == "registry", theirs))
    return shown


def _save(connection: Connection, table: Table, row: Row) -> None:
    (key,) = table.primary_key.columns
    known = connection.execute(select(key).where(key == row[key.name])).one_or_none()
    if known is None:
        connection.execute(table.insert(), row)
        return
    given: dict[str, Any] = {name: value for name, value in row.items() if value is not None}
    connection.execute(update(table).where(key == row[key.name]).values(**given))


def _person(territory: str | None, one: KnownPerson) -> Row:
    return {
        "person_id": ids.person_id(territory or "", one.person.key),
        "territory": territory,
        "key": one.person.key,
        "person": one.person.name,
        "surname": one.person.surname,
        "initials": one.person.initials,
        "given_names": one.person.given_names,
        "registry": one.place,
    }


def _organization(territory: str | None, one: KnownOrganization) -> Row:
    body = one.organization
    return {
        "organization_id": organization_id(territory or "", body),
        "territory": None if body.above_territory else territory,
        "above_territory": body.above_territory,
        "key": body.key,
        "organization": body.name,
        "kind": body.kind,
        "school_number": body.school_number,
        "school_type": body.school_type,
        "registry": one.place,
    }


def _aliases(territory: str | None, one: KnownOrganization) -> list[Row]:
    entity = organization_id(territory or "", one.organization)
    return [
        {
            "alias_id": ids.alias_id(entity, alias, "registry", None),
            "person_id": None,
            "organization_id": entity,
            "alias": alias,
            "key": fold(alias),
            "source": "registry",
            "order_id": None,
        }
        for alias in sorted({*one.organization.aliases})
    ]
