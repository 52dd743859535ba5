"""People and organizations that nothing knows any more, once an order is replaced."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, exists, or_, select

from store.decisions import undone_decisions
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


def forget_undecided(connection: Connection, keys: frozenset[str]) -> None:
    """Remove whoever was kept for the sake of decisions alone that do not count any more; `keys`: whom they named."""
    h, g = people.c, organizations.c
    persons = connection.execute(select(h.person_id).where(h.key.in_(keys))).scalars()
    bodies = connection.execute(select(g.organization_id).where(g.key.in_(keys))).scalars()
    remove_forgotten(connection, Named(frozenset(persons), frozenset(bodies)))


def _remove(connection: Connection, table: Table, ids: frozenset[str], users: tuple[Table, ...]) -> None:
    (key,) = table.primary_key.columns
    used = [exists().where(user.c[key.name] == key) for user in users]
    listed = sorted(ids)
    for at in range(0, len(listed), IDS_AT_ONCE):
        these = key.in_(listed[at : at + IDS_AT_ONCE])
        unused = select(key, table.c.key).where(these, table.c.registry.is_(None), ~or_(*used))
        found = {row[0]: row[1] for row in connection.execute(unused)}
        decided = _decided(connection, frozenset(found.values())) if found else frozenset()
        gone = sorted(one for one, name in found.items() if name not in decided)
        connection.execute(delete(table).where(key.in_(gone)))
        remove_texts(connection, [document_number(one, "") for one in gone])


def _decided(connection: Connection, keys: frozenset[str]) -> frozenset[str]:
    """Those of the keys that a decision in force names, but for names merged into another."""
    d = decisions.c
    undone = undone_decisions(connection)
    about = select(d.decision_id, d.verb, d.subject, d.answer).where(d.undoes.is_(None))
    rows = connection.execute(about.where(or_(d.subject.in_(keys), d.answer.in_(keys))))
    force = [row for row in rows if row.decision_id not in undone]
    merged = {row.subject for row in force if row.verb == "same" and row.answer not in (None, row.subject)}
    return frozenset(name for row in force for name in (row.subject, row.answer) if name) - merged
