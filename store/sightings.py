"""How orders show the people of a territory: where they work and as what. It tells namesakes apart."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    true,
    update,
)

from normalize.model import Sighting
from normalize.posts import say_posts
from store.tables import appointments, measures, orders, organizations, parties, people, sightings
from store.territory import is_in

_Key = tuple[str, str]  # order, person
IDS_AT_ONCE = 5_000  # SQLite takes 32,766 values in one statement
# Where in its order a party stands: by measure, its text before the responsible cell, then from left to right
_PLACE = cast(measures.c.position, BigInteger) * 2_000_000 + parties.c.seq
_PLACE += case((parties.c.field == "responsible", 1_000_000), else_=0)


@dataclass(frozen=True, slots=True)
class _Posts:
    organizations: set[str] = field(default_factory=set)  # keys
    roles: set[str] = field(default_factory=set)
    printed: dict[tuple[str | None, str | None], None] = field(default_factory=dict)  # for people to read
    mentions: Counter[str] = field(default_factory=Counter)  # how many of each status


def read_sightings(
    connection: Connection, territory: str | None, without: str | None, surnames: Collection[str] | None = None
) -> tuple[Sighting, ...]:
    """One for each person and order of the territory, by date and number; none of the order `without`.

    `surnames`, folded: only those that people may bear whom the order at hand names; None for all. None of a name
    whose nominative that order leaves open: «Ченцова Е.Н.» may be no woman there.
    """
    found = [row for who in _whose(connection, territory, surnames) for row in _seen(connection, who, without)]
    return tuple(sighting for _, sighting in sorted(found, key=lambda one: one[0]))


def _whose(
    connection: Connection, territory: str | None, surnames: Collection[str] | None
) -> Iterator[ColumnElement[bool]]:
    """Whose sightings to read, a statement's worth at a time."""
    h = people.c
    here = is_in(h.territory, territory)
    if surnames is None:
        yield here
        return
    rows = connection.execute(select(h.person_id, h.key).where(here))
    meant = [person_id for person_id, key in rows if key.partition("|")[0] in surnames]
    for at in range(0, len(meant), IDS_AT_ONCE):
        yield h.person_id.in_(meant[at : at + IDS_AT_ONCE])


def _seen(
    connection: Connection, who: ColumnElement[bool], without: str | None
) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    """Each with what it is sorted by."""
    h, o, s = people.c, orders.c, sightings.c
    columns = (
        *(s.order_id, s.person_id, h.key, h.person, s.given_names),
        *(o.order_date, o.order_number, o.source_sha256),
    )
    query = select(*columns).select_from(sightings.join(people).join(orders))
    query = query.where(who, s.order_id != without if without is not None else true())
    rows = connection.execute(query).all()
    posts = _posts(connection, who) if rows else {}
    for order_id, person_id, *shown in rows:
        posts_of = posts.get((order_id, person_id), _Posts())
        if posts_of.mentions.keys() != {"unresolved"}:
            sighting = _sighting(posts_of, *shown)
            yield (sighting.order_date or "", sighting.order_number or "", sighting.sha256, sighting.person), sighting


def first_given_names(*where: ColumnElement[bool]) -> ScalarSelect[str | None]:
    """Those that the earliest of a person's orders prints; a later order that prints others is asked about."""
    o, s = orders.c, sightings.c
    printed = select(s.given_names).select_from(sightings.join(orders)).where(*where, s.given_names.is_not(None))
    first = (o.order_date.nulls_last(), o.order_number, o.source_sha256)
    return printed.order_by(*first).limit(1).correlate(people).scalar_subquery()


def note_given_names(connection: Connection, person_ids: Iterable[str]) -> None:
    """What the orders print of these people now, not what one of them printed before it was read again."""
    h, s = people.c, sightings.c
    printed = first_given_names(s.person_id == h.person_id)
    change = update(people).where(h.person_id == bindparam("id"), h.registry.is_(None)).values(given_names=printed)
    rows = [{"id": one} for one in sorted(person_ids)]
    if rows:
        connection.execute(change, rows)


def _sighting(
    posts: _Posts,
    key: str,
    name: str,
    given_names: str | None,
    date: str | None,
    number: str | None,
    sha256: str,
) -> Sighting:
    printed = say_posts(posts.printed) or "должность не указана"
    bodies, roles = frozenset(posts.organizations), frozenset(posts.roles)
    mentions = posts.mentions.total()
    return Sighting(key, name, bodies, roles, printed, given_names, date, number, sha256, mentions)


def _posts(connection: Connection, who: ColumnElement[bool]) -> dict[_Key, _Posts]:
    """What appointments and cells say of them, together."""
    a, p, g = appointments.c, parties.c, organizations.c
    found: dict[_Key, _Posts] = {}
    named = (p.order_id, p.person_id, p.role, g.key, g.organization, p.status)  # ten cells alike are one row
    cells: FromClause = parties.join(measures).join(people).outerjoin(organizations)
    posts: FromClause = appointments.join(people).outerjoin(organizations)
    stated = select(a.order_id, a.person_id, a.role, g.key, g.organization, null(), literal(0))
    for query in (
        select(*named, func.count()).select_from(cells).where(who).group_by(*named).order_by(func.min(_PLACE)),
        stated.select_from(posts).where(who).order_by(a.role, g.key),
    ):
        for order_id, person_id, role, key, name, status, count in connection.execute(query):
            posts_of = found.setdefault((order_id, person_id), _Posts())
            _add(posts_of, role, key, name)
            posts_of.mentions.update({status: count} if count else {})
    return found


def _add(posts: _Posts, role: str | None, key: str | None, name: str | None) -> None:
    if key is not None:
        posts.organizations.add(key)
    if role is not None:
        posts.roles.add(role)
    posts.printed[role, name] = None
