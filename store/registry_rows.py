"""Whom an order names, as rows: people, organizations, their other spellings and posts."""

from collections.abc import Iterator

from normalize.fold import fold
from normalize.model import Order
from normalize.posts import sure_posts
from store import ids
from store.bulk import Row
from store.order_ids import OrderIds, find_id


def people_rows(order: Order, named: OrderIds) -> list[Row]:
    return [
        {
            "person_id": named.people[person.key],
            "territory": order.territory or None,
            "key": person.key,
            "person": person.name,
            "surname": person.surname,
            "initials": person.initials,
            "given_names": person.given_names,
        }
        for person in order.people
    ]


def sighting_rows(order: Order, named: OrderIds) -> list[Row]:
    return [
        {"order_id": named.order, "person_id": named.people[person.key], "given_names": person.given_names}
        for person in order.people
    ]


def organization_rows(order: Order, named: OrderIds) -> list[Row]:
    return [
        {
            "organization_id": named.organizations[one.key],
            "territory": None if one.above_territory else order.territory or None,
            "above_territory": one.above_territory,
            "key": one.key,
            "organization": one.name,
            "kind": one.kind,
            "school_number": one.school_number,
            "school_type": one.school_type,
        }
        for one in order.organizations
    ]


def alias_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    """Other spellings of the order's people and organizations; what a decision explains, the order only shows."""
    for person in order.people:
        for alias in person.decided:
            yield _alias_row(named, alias, "decision", person=named.people[person.key])
    for one in order.organizations:
        for alias in sorted({*one.aliases} - {one.name}):
            source = "decision" if alias in one.decided else "order"
            yield _alias_row(named, alias, source, organization=named.organizations[one.key])


def _alias_row(
    named: OrderIds, alias: str, source: str, person: str | None = None, organization: str | None = None
) -> Row:
    return {
        "alias_id": ids.alias_id(person or organization or "", alias, source, named.order),
        "person_id": person,
        "organization_id": organization,
        "alias": alias,
        "key": fold(alias),
        "source": source,
        "order_id": named.order,
    }


def appointment_rows(order: Order, named: OrderIds) -> list[Row]:
    """Each post of each person once, however many cells say so; none whose holder is asked about."""
    rows: dict[str, Row] = {}
    for person, role, body in _posts(order, named):
        appointment = ids.appointment_id(named.order, person, role, body)
        rows[appointment] = {
            "appointment_id": appointment,
            "order_id": named.order,
            "person_id": person,
            "role": role,
            "organization_id": body,
        }
    return list(rows.values())


def _posts(order: Order, named: OrderIds) -> Iterator[tuple[str, str, str | None]]:
    for key, role, organization in sure_posts(order):
        person = find_id(named.people, key)
        if person is not None:
            yield person, role, find_id(named.organizations, organization)
