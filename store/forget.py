"""People and organizations that nothing knows any more, once an order is replaced."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, delete, exists, or_, select

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

IDS_AT_ONCE = 5_000  # SQLite takes 32,766 values in one statement


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
    """Remove those of `named` whom no order mentions and no registry row or decision knows, and names given up."""
    _remove(connection, people, named.people, (parties, appointments, aliases, sightings))
    _remove(connection, organizations, named.organizations, (parties, appointments, aliases, school_claims))


def _remove(connection: Connection, table: Table, ids: frozenset[str], users: tuple[Table, ...]) -> None:
    (key,) = table.primary_key.columns
    used = [exists().where(user.c[key.name] == key) for user in users]
    d = decisions.c
    merged = exists().where(d.verb == "same", d.subject == table.c.key, d.answer != table.c.key)  # into another name
    named = exists().where(or_(d.subject == table.c.key, d.answer == table.c.key))
    decided = and_(named, ~merged)
    listed = sorted(ids)
    for at in range(0, len(listed), IDS_AT_ONCE):
        these = key.in_(listed[at : at + IDS_AT_ONCE])
        gone = delete(table).where(these, table.c.registry.is_(None), ~or_(*used, decided)).returning(key)
        removed = sorted(connection.execute(gone).scalars())
        remove_texts(connection, [document_number(one, "") for one in removed])
