"""How orders show the people of a territory: where they work and as what. It tells namesakes apart."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, FromClause, null, select

from normalize.model import Sighting
from normalize.posts import say_posts
from store.tables import appointments, measures, orders, organizations, parties, people, sightings

_Key = tuple[str, str]  # order, person


@dataclass(frozen=True, slots=True)
class _Posts:
    organizations: set[str] = field(default_factory=set)  # keys
    roles: set[str] = field(default_factory=set)
    printed: dict[tuple[str | None, str | None], None] = field(default_factory=dict)  # for people to read
    mentions: list[str] = field(default_factory=list)  # the status of each


def read_sightings(connection: Connection, territory: str | None, without: str | None) -> tuple[Sighting, ...]:
    """One for each person and order of the territory, by date and number; none of the order `without`.

    None of a name whose nominative that order leaves open: «Ченцова Е.Н.» may be no woman there.
    """
    h, o, s = people.c, orders.c, sightings.c
    columns = (
        *(s.order_id, s.person_id, h.key, h.person, s.given_names),
        *(o.order_date, o.order_number, o.source_sha256),
    )
    query = select(*columns).select_from(sightings.join(people).join(orders))
    query = query.where(h.territory.is_not_distinct_from(territory))
    if without is not None:
        query = query.where(s.order_id != without)
    rows = connection.execute(query.order_by(o.order_date, o.order_number, o.source_sha256, h.key)).all()
    posts = _posts(connection, territory) if rows else {}
    found = [(posts.get((order_id, person_id), _Posts()), shown) for order_id, person_id, *shown in rows]
    return tuple(_sighting(posts_of, *shown) for posts_of, shown in found if set(posts_of.mentions) != {"unresolved"})


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
    mentions = len(posts.mentions)
    return Sighting(key, name, bodies, roles, printed, given_names, date, number, sha256, mentions)


def _posts(connection: Connection, territory: str | None) -> dict[_Key, _Posts]:
    """What appointments and cells say, together."""
    a, p = appointments.c, parties.c
    found: dict[_Key, _Posts] = {}
    stated = select(a.order_id, a.person_id, a.role, organizations.c.key, organizations.c.organization, null())
    named = select(
        *(measures.c.order_id, p.person_id, p.role, organizations.c.key, organizations.c.organization, p.status)
    )
    cells: FromClause = parties.join(measures).join(people).outerjoin(organizations)
    posts: FromClause = appointments.join(people).outerjoin(organizations)
    here = people.c.territory.is_not_distinct_from(territory)
    for query in (
        named.select_from(cells).where(here).order_by(measures.c.position, p.field, p.seq),
        stated.select_from(posts).where(here).order_by(a.role, organizations.c.key),
    ):
        for order_id, person_id, role, key, name, status in connection.execute(query):
            posts_of = found.setdefault((order_id, person_id), _Posts())
            _add(posts_of, role, key, name)
            posts_of.mentions.extend([status] if status is not None else [])
    return found


def _add(posts: _Posts, role: str | None, key: str | None, name: str | None) -> None:
    if key is not None:
        posts.organizations.add(key)
    if role is not None:
        posts.roles.add(role)
    posts.printed[role, name] = None
