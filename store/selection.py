"""Which part of the public views is wanted: an order, a school, a person, a school year, a territory."""

from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, FromClause, Select, exists, or_, select

from store.errors import StoreError
from store.tables import measures, orders, organizations, parties, people


@dataclass(frozen=True, slots=True)
class Selection:
    """Measures that fit all of what is given, and what belongs to them. None = does not matter."""

    order: str | None = None  # printed number or order_id
    school: str | None = None  # number, or canonical name of the organization
    person: str | None = None  # canonical «Фамилия И.О.»
    year: str | None = None  # «2020/2021»
    territory: str | None = None


EVERYTHING = Selection()


def restrict(view: FromClause, selection: Selection) -> ColumnElement[bool] | None:
    """The condition on a view's rows; None when everything is wanted.

    A measure brings all its parties: who shares the work with a person is worth knowing.
    """
    if selection == EVERYTHING:
        return None
    chosen, c = _measures(selection), view.c
    its_orders = select(measures.c.order_id).where(measures.c.measure_id.in_(chosen))
    mentioned = select(parties.c.person_id).where(parties.c.measure_id.in_(chosen), parties.c.person_id.is_not(None))
    named = select(parties.c.organization_id).where(
        parties.c.measure_id.in_(chosen), parties.c.organization_id.is_not(None)
    )
    if "question_id" in c:
        of_the_file = c.measure_id.is_(None) & c.order_id.in_(its_orders)
        return or_(c.measure_id.in_(chosen), of_the_file)
    if "measure_id" in c:
        return c.measure_id.in_(chosen)
    if "role" in c:
        return c.order_id.in_(its_orders) & c.person_id.in_(mentioned)
    if "alias" in c:
        return or_(c.person_id.in_(mentioned), c.organization_id.in_(named))
    if "order_id" in c:
        return c.order_id.in_(its_orders)
    return c.person_id.in_(mentioned) if "person_id" in c else c.organization_id.in_(named)


class NothingSelected(StoreError):
    """No measure of the database fits the selection."""


def refuse_empty(connection: Connection, selection: Selection) -> None:
    """Raises NothingSelected, which names the first part that alone fits nothing, else all of them."""
    if selection == EVERYTHING or _is_found(connection, selection):
        return
    given = {one.name: value for one in fields(Selection) if (value := getattr(selection, one.name)) is not None}
    alone = [name for name, value in given.items() if not _is_found(connection, Selection(**{name: value}))]
    named = ", ".join(f"--{name} «{given[name]}»" for name in (alone[:1] or given))
    raise NothingSelected(
        f"{named}: expected {_EXPECTED[alone[0]] if alone else 'measures that fit all of it'}, found none"
    )


_EXPECTED = {
    "order": "a number or id of an order in the database",
    "school": "a number or full name of a school that measures name",
    "person": "a name «Фамилия И.О.» that measures name",
    "year": "a school year like 2020/2021 of an order in the database",
    "territory": "a town or district of an order in the database",
}


def _is_found(connection: Connection, selection: Selection) -> bool:
    return connection.execute(_measures(selection).limit(1)).first() is not None


def _measures(selection: Selection) -> Select[tuple[str]]:
    o, p = orders.c, parties.c
    chosen = select(measures.c.measure_id).join(orders)
    if selection.order is not None:
        chosen = chosen.where(or_(o.order_number == selection.order, o.order_id == selection.order))
    if selection.year is not None:
        chosen = chosen.where(o.school_year == selection.year)
    if selection.territory is not None:
        chosen = chosen.where(o.territory == selection.territory)
    here = p.measure_id == measures.c.measure_id
    if selection.person is not None:
        who = select(people.c.person_id).where(people.c.person == selection.person)
        chosen = chosen.where(exists().where(here, p.person_id.in_(who)).correlate(measures))
    if selection.school is not None:
        g = organizations.c
        is_it = or_(g.school_number == selection.school, g.organization == selection.school)
        which = select(g.organization_id).where(is_it)
        chosen = chosen.where(exists().where(here, p.organization_id.in_(which)).correlate(measures))
    return chosen
