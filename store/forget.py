"""People and organizations that nothing knows any more, once an order is replaced."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, or_, select

from store.search_text import document_number
from store.search_write import remove_texts
from store.tables import (
    aliases,
    appointments,
    decisions,
    measures,
    organizations,
    parties,
    people,
    school_claims,
    sightings,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Ids of whom an order names."""

    people: frozenset[str]
    organizations: frozenset[str]


def named_by(connection: Connection, order_id: str) -> Named:
    """Everybody whom the order names in a cell, a post, an alias or a claim."""
    inside = select(measures.c.measure_id).where(measures.c.order_id == order_id)
    persons, bodies = set[str](), set[str]()
    for table in (parties, appointments, aliases, school_claims, sightings):
        here = table.c.order_id == order_id if "order_id" in table.c else table.c.measure_id.in_(inside)
        if "person_id" in table.c:
            persons.update(connection.execute(select(table.c.person_id).where(here).distinct()).scalars())
        if "organization_id" in table.c:
            bodies.update(connection.execute(select(table.c.organization_id).where(here).distinct()).scalars())
    return Named(frozenset(persons - {None}), frozenset(bodies - {None}))


def remove_forgotten(connection: Connection, named: Named) -> None:
    """Remove those of `named` whom no order mentions and no registry row or decision knows."""
    for entity in sorted(named.people):
        _remove(connection, people, people.c.person_id == entity, (parties, appointments, aliases, sightings))
    for entity in sorted(named.organizations):
        users = (parties, appointments, aliases, school_claims)
        _remove(connection, organizations, organizations.c.organization_id == entity, users)


def _remove(connection: Connection, table: Table, this: ColumnElement[bool], users: tuple[Table, ...]) -> None:
    (key,) = table.primary_key.columns
    used = [exists().where(user.c[key.name] == key) for user in users]
    decided = exists().where(or_(decisions.c.subject == table.c.key, decisions.c.answer == table.c.key))
    gone = delete(table).where(this, table.c.registry.is_(None), ~or_(*used, decided)).returning(key)
    remove_texts(connection, [document_number(one, "") for one in connection.execute(gone).scalars()])
