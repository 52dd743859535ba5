"""Writing an order's head and everything that the rules read in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from normalize.model import Order
from store.bulk import Row, insert_rows, merge_rows
from store.forget import named_by, remove_forgotten
from store.locks import lock_registry
from store.measure_rows import (
    claim_rows,
    deadline_rows,
    measure_rows,
    party_rows,
    question_measure_rows,
    question_rows,
)
from store.model import ImportStamp
from store.order_ids import name_order
from store.own_names import own_name_rows
from store.raw_json import fields_of
from store.registry_rows import alias_rows, appointment_rows, organization_rows, people_rows, sighting_rows
from store.search_write import forget_order, index_names, index_order
from store.sightings import note_given_names
from store.tables import (
    aliases,
    appointments,
    deadlines,
    measures,
    orders,
    organizations,
    own_names,
    parties,
    people,
    question_measures,
    questions,
    school_claims,
    sightings,
)


@dataclass(frozen=True, slots=True)
class HeldOrder:
    """What the database holds of an order, as far as a new import must know it."""

    source_sha256: str
    rules_version: str
    reading_sha256: str
    imported_at: datetime


def held_order(connection: Connection, order_id: str) -> HeldOrder | None:
    """The order as it is in the database, or None."""
    o = orders.c
    columns = (o.source_sha256, o.rules_version, o.reading_sha256, o.imported_at)
    row = connection.execute(select(*columns).where(o.order_id == order_id)).one_or_none()
    return None if row is None else HeldOrder(*row)


def insert_order(connection: Connection, order_id: str, order: Order, stamp: ImportStamp) -> None:
    """Write an order that the database does not hold."""
    lock_registry(connection, alone=False)
    head = _head(order, stamp, stamp.imported_at)
    connection.execute(insert(orders), {"order_id": order_id, **head})
    _insert_reading(connection, order_id, order, stamp.imported_at, {})


def replace_order(
    connection: Connection, order_id: str, order: Order, stamp: ImportStamp, imported_at: datetime
) -> None:
    """Write an order over the one that the database holds; questions that stay keep their age."""
    lock_registry(connection, alone=True)
    named, opened = named_by(connection, order_id), _opened(connection, order_id)
    shown = forget_order(connection, order_id)
    for table in (measures, questions, appointments, aliases, sightings, own_names):
        connection.execute(delete(table).where(table.c.order_id == order_id))
    head = _head(order, stamp, imported_at)
    connection.execute(update(orders).where(orders.c.order_id == order_id).values(**head))
    _insert_reading(connection, order_id, order, stamp.imported_at, opened)
    index_names(connection, (), (), shown)
    note_given_names(connection, named.people)
    remove_forgotten(connection, named)


def note_rules(connection: Connection, order_id: str, rules_version: str) -> None:
    """Newer rules have read the same."""
    change = update(orders).where(orders.c.order_id == order_id)
    connection.execute(change.values(rules_version=rules_version))


def reading_sha256(order: Order) -> str:
    """Of everything that the rules found: the same exactly when the reading is the same."""
    text = json.dumps(order, default=fields_of, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _head(order: Order, stamp: ImportStamp, imported_at: datetime) -> Row:
    return {
        "order_number": order.head.number or None,
        "order_date": order.head.date or None,
        "issuer": order.head.issuer or None,
        "territory": order.territory or None,
        "title": order.head.about or order.head.title or None,
        "school_year": order.school_year or None,
        "source_file": order.file,
        "source_sha256": order.sha256,
        "imported_at": imported_at,
        "rules_version": stamp.rules_version,
        "reading_sha256": reading_sha256(order),
    }


def _opened(connection: Connection, order_id: str) -> dict[str, datetime]:
    q = questions.c
    rows = connection.execute(select(q.question_id, q.opened_at).where(q.order_id == order_id))
    return {row.question_id: row.opened_at for row in rows}


def _insert_reading(
    connection: Connection, order_id: str, order: Order, now: datetime, opened: Mapping[str, datetime]
) -> None:
    named = name_order(order_id, order)
    merge_rows(connection, people, people_rows(order, named), ("initials",), with_yo=("person", "surname"))
    insert_rows(connection, sightings, sighting_rows(order, named))
    note_given_names(connection, named.people.values())
    insert_rows(connection, own_names, own_name_rows(order, named))
    kept = ("kind", "school_number", "school_type")
    merge_rows(connection, organizations, organization_rows(order, named), kept, ("organization",))
    insert_rows(connection, measures, measure_rows(order, named))
    insert_rows(connection, deadlines, deadline_rows(order, named))
    insert_rows(connection, parties, party_rows(order, named))
    insert_rows(connection, appointments, appointment_rows(order, named))
    insert_rows(connection, school_claims, claim_rows(order, named))
    insert_rows(connection, aliases, alias_rows(order, named))
    asked = ({**row, "opened_at": opened.get(row["question_id"], now)} for row in question_rows(order, named))
    insert_rows(connection, questions, asked)
    insert_rows(connection, question_measures, question_measure_rows(order, named))
    index_order(connection, order_id, named.people.values(), named.organizations.values())
