"""What the database knows, for the stages before it and for the command line."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, literal, or_, select

from ingest.model import RawOrder
from normalize.calendar_year import PlanYear
from normalize.model import Alias, Decision, Knowledge, Organization, Person
from normalize.order import dated
from normalize.plan_year import plan_year
from store.decisions import decisions_that_hold
from store.ids import fold_issuer
from store.model import NewDecision, OrderSummary
from store.own_names import read_established
from store.sightings import first_given_names, read_sightings
from store.sources import read_source
from store.tables import aliases, measures, orders, organizations, own_names, parties, people, questions, sightings
from store.territory import concerns, is_in
from store.unfit import is_fit


def read_knowledge(
    connection: Connection,
    territory: str | None,
    issuer: str | None,
    school_year: str | None,
    *,
    without_order: str | None = None,
    surnames: Collection[str] | None = None,
) -> Knowledge:
    """Who and what is known in the territory and above territories, and the decisions that may hold there.

    Decisions for another issuer or school year are left out, and those whose answer means nothing; scope and value of
    the others are passed on.
    `without_order`: leave out what only this order says, so that reading it again gives the same result.
    `surnames`, folded: whose sightings there shall be; None: everybody's.
    """
    return Knowledge(
        territory=territory,
        people=_people(connection, territory, without_order),
        organizations=_organizations(connection, territory, without_order),
        aliases=_aliases(connection, territory, without_order),
        decisions=_decisions(connection, territory, issuer, school_year),
        sightings=read_sightings(connection, territory, without_order, surnames),
        established=read_established(connection, territory, without_order),
    )


def order_summaries(connection: Connection) -> tuple[OrderSummary, ...]:
    """All orders by date, number and id; orders without a date first."""
    return _summaries(connection)


def find_order(connection: Connection, name: str) -> tuple[OrderSummary, ...]:
    """Orders with this id or printed number: several years may have the same number."""
    return _summaries(connection, or_(orders.c.order_id == name, orders.c.order_number == name))


def territory_of(connection: Connection, order_id: str) -> str | None:
    """The town or district of an order; None while the database does not hold it."""
    return connection.execute(select(orders.c.territory).where(orders.c.order_id == order_id)).scalar_one_or_none()


def given_territory(connection: Connection, order_id: str) -> str | None:
    """The territory of an order that somebody gave it; None where its own head said it, or it is not held."""
    held, raw = territory_of(connection, order_id), read_raw(connection, order_id)
    if held is None or raw is None:
        return held
    return None if held == (raw.head.territory or raw.head.issuer or raw.file) else held


def read_raw(connection: Connection, order_id: str) -> RawOrder | None:
    """What was printed in the order, for reading it again without its file; None when there is none."""
    sha256 = connection.execute(select(orders.c.source_sha256).where(orders.c.order_id == order_id))
    found = sha256.scalar_one_or_none()
    return None if found is None else read_source(connection, order_id, found)


def question_texts(connection: Connection, order_id: str) -> tuple[str, ...]:
    """The open questions of an order, by key."""
    rows = select(questions.c.text).where(questions.c.order_id == order_id).order_by(questions.c.key)
    return tuple(connection.execute(rows).scalars())


def open_by_order(connection: Connection) -> dict[str, int]:
    """Order → how many open questions it has; orders without any left out."""
    rows = select(questions.c.order_id, func.count()).group_by(questions.c.order_id)
    return {row[0]: row[1] for row in connection.execute(rows)}


def plan_year_of(connection: Connection, order_id: str) -> PlanYear:
    """The year into which a month without a year falls in the order."""
    raw = read_raw(connection, order_id)
    return PlanYear() if raw is None else plan_year(_dated(connection, raw, territory_of(connection, order_id)))[0]


def is_dated(connection: Connection, order_id: str) -> bool:
    """Whether the order prints its date, or was given one."""
    return connection.execute(select(orders.c.order_date).where(orders.c.order_id == order_id)).scalar() is not None


def effective_school_year(connection: Connection, raw: RawOrder, territory: str | None) -> str | None:
    """The school year of the order's plan, by the date that a person gave it where none is printed."""
    return plan_year(_dated(connection, raw, territory))[1]


def _dated(connection: Connection, raw: RawOrder, territory: str | None) -> RawOrder:
    return raw if raw.head.date is not None else dated(raw, _decisions(connection, territory, None, None))


def _summaries(connection: Connection, *where: ColumnElement[bool]) -> tuple[OrderSummary, ...]:
    o = orders.c
    of_measures = select(func.count()).where(measures.c.order_id == o.order_id)
    of_parties = select(func.count()).select_from(parties.join(measures))
    of_questions = select(func.count()).where(questions.c.order_id == o.order_id)
    columns: tuple[ColumnElement[Any], ...] = (
        *(o.order_id, o.order_number, o.order_date, o.issuer, o.territory, o.title, o.school_year),
        *(o.source_file, o.source_sha256, o.imported_at, o.rules_version),
        of_measures.scalar_subquery(),
        of_parties.where(measures.c.order_id == o.order_id).correlate(orders).scalar_subquery(),
        of_questions.scalar_subquery(),
    )
    ordered = select(*columns).where(*where).order_by(o.order_date.nulls_first(), o.order_number, o.order_id)
    return tuple(OrderSummary(*row) for row in connection.execute(ordered).all())


def _people(connection: Connection, territory: str | None, without: str | None) -> tuple[Person, ...]:
    h = people.c
    here = is_in(h.territory, territory)
    sure = and_(_known(h.registry, h.person_id, parties.c.person_id, without), ~_is_doubtful(without))
    columns = (h.key, h.person, h.surname, h.initials, _given_names(without))
    rows = connection.execute(select(*columns).where(here, sure).order_by(h.key, h.person_id))
    return tuple(Person(*row) for row in rows)


def _is_doubtful(without: str | None) -> ColumnElement[bool]:
    """Only named where nobody knows the nominative: «Сомова И.И.» of one order is no knowledge to another."""
    p, h = parties.c, people.c
    others = p.person_id == h.person_id if without is None else and_(p.person_id == h.person_id, p.order_id != without)
    named = exists().where(others).correlate(people)
    read = exists().where(others, p.status != "unresolved").correlate(people)
    return and_(h.registry.is_(None), named, ~read)  # each ends at the first mention that tells


def _given_names(without: str | None) -> ColumnElement[str | None]:
    """Of the registry, else of an order other than `without`: no order bears witness for itself."""
    h, s = people.c, sightings.c
    if without is None:
        return h.given_names
    said = exists().where(s.person_id == h.person_id, s.order_id == without, s.given_names.is_not(None))
    elsewhere = first_given_names(s.person_id == h.person_id, s.order_id != without)
    doubted = and_(h.registry.is_(None), said.correlate(people))
    return case((doubted, elsewhere), else_=h.given_names)


def _organizations(connection: Connection, territory: str | None, without: str | None) -> tuple[Organization, ...]:
    g = organizations.c
    known = _known(g.registry, g.organization_id, parties.c.organization_id, without)
    columns = (g.key, g.organization, g.kind, g.school_number, g.school_type, g.above_territory)
    rows = connection.execute(select(*columns).where(concerns(territory), known).order_by(g.key, g.organization_id))
    return tuple(Organization(*row) for row in rows)


def _known(
    registry: ColumnElement[str | None],
    entity: ColumnElement[str],
    mention: ColumnElement[str | None],
    without: str | None,
) -> ColumnElement[bool]:
    """Known without the order: from the registry, another order, or a decision, which outlives mentions."""
    if without is None:
        return entity.is_not(None)
    elsewhere = exists().where(mention == entity, parties.c.order_id != without)
    mentioned = exists().where(mention == entity)
    return or_(registry.is_not(None), elsewhere, ~mentioned)


def _aliases(connection: Connection, territory: str | None, without: str | None) -> tuple[Alias, ...]:
    """What the registry and other orders of the territory explain. What a decision explains it says itself, as far as
    it reaches and as long as it holds: an order that was read under it is no witness.

    Another territory's order explains nothing here: its «ИРО» may be another region's, and an order would read
    otherwise by what else is loaded.
    """
    a, h, g, o = aliases.c, people.c, organizations.c, orders.c
    by_order = and_(is_in(o.territory, territory), a.source == "order", _is_own_proof())
    by_order = and_(by_order, a.order_id != without) if without is not None else by_order
    by_registry = and_(a.order_id.is_(None), a.source != "decision")
    local = orders.join(aliases, a.order_id == o.order_id)
    queries = (
        select(a.key, h.key, a.source).select_from(local.join(people)).where(by_order),
        select(a.key, g.key, a.source).select_from(local.join(organizations)).where(by_order),
        select(a.key, h.key, a.source)
        .select_from(people.join(aliases))
        .where(is_in(h.territory, territory), by_registry),
        select(a.key, g.key, a.source).select_from(organizations.join(aliases)).where(concerns(territory), by_registry),
    )
    rows = {tuple(row) for query in queries for row in connection.execute(query.distinct())}
    return tuple(Alias(*row) for row in sorted(rows))


def _is_own_proof() -> ColumnElement[bool]:
    """Of spellings of several words those that the order itself shows to be another name, leaning on no third one."""
    a, n = aliases.c, own_names.c
    stands = exists().where(n.order_id == a.order_id, n.key == literal("org|") + a.key).correlate(aliases)
    return or_(a.key.not_like("% %"), ~stands)


def _decisions(
    connection: Connection, territory: str | None, issuer: str | None, school_year: str | None
) -> tuple[Decision, ...]:
    found = []
    for row in decisions_that_hold(connection, territory):
        one = row.decision
        if one.verb == "undo" or not _may_hold(one, issuer, school_year) or not is_fit(one):
            continue
        label = next((seen.text for seen in one.evidence if seen.kind == "answer"), None)
        found.append(Decision(one.verb, one.subject, one.answer, one.scope, one.scope_value, label))
    return tuple(found)


def _may_hold(one: NewDecision, issuer: str | None, school_year: str | None) -> bool:
    if one.scope == "issuer":
        return fold_issuer(one.scope_value) == fold_issuer(issuer)
    return one.scope != "year" or one.scope_value == school_year
