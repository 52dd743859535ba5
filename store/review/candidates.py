"""Names that the database offers for a question, beside what the rules offered when its order was read.

Looked up when the question is shown: an order need not be read again because another one names somebody.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, or_, select

from normalize.candidates import bare_school_type, can_be_named, has_initials, may_mean, share_post, surnames_in
from normalize.model import Candidate
from store.review.letters import standing_of
from store.tables import appointments, orders, organizations, parties, people

OFFERED = 9  # as many as there are number keys


def known_candidates(
    connection: Connection, key: str, surface: str, territory: str | None, anchors: Sequence[str]
) -> tuple[Candidate, ...]:
    """By the kind of question that the key begins with; () for kinds that ask for no name."""
    kind, _, about = key.partition("|")
    found: Iterable[Candidate]
    if kind == "abbreviation":
        stand = standing_of(connection, anchors, about, territory)
        found = (one for one in _with_initials(connection, about, territory) if may_mean(stand, one.answer))
    elif kind == "unknown_phrase":
        found = (*_of_type(connection, surface, territory), *_with_surname(connection, surface, territory))
    elif kind == "office":
        found = _with_post(connection, surface, anchors)
    else:
        return ()
    once: dict[str, Candidate] = {}
    for one in found:
        once.setdefault(one.answer, one)
    return tuple(once.values())[:OFFERED]


def _with_initials(connection: Connection, letters: str, territory: str | None) -> Iterator[Candidate]:
    """«Институт развития образования» for «ИРО»: of the territory and of those above it."""
    g = organizations.c
    here = or_(g.above_territory, g.territory.is_not_distinct_from(territory))
    rows = select(g.key, g.organization, g.above_territory).where(here).order_by(g.above_territory, g.organization)
    for key, name, above in connection.execute(rows):
        if has_initials(name, letters):
            yield Candidate(key, name, ("начальные буквы названия", "над территориями" if above else "есть в базе"))


def _of_type(connection: Connection, words: str, territory: str | None) -> Iterator[Candidate]:
    """The territory's lyceums for «Лицея»: a school without its number."""
    wanted = bare_school_type(words)
    if wanted is None:
        return
    g = organizations.c
    where = (g.territory.is_not_distinct_from(territory), g.school_type == wanted)
    for key, name in connection.execute(select(g.key, g.organization).where(*where).order_by(g.organization)):
        yield Candidate(key, name, ("вид школы равен", "есть в базе"))


def _with_surname(connection: Connection, words: str, territory: str | None) -> Iterator[Candidate]:
    """«Сомова И.О.» for «Сомова (Лаптева) И.О.»."""
    h = people.c
    begins = [h.key.startswith(f"{one}|", autoescape=True) for one in surnames_in(words)]
    rows = select(h.key, h.person).where(h.territory.is_not_distinct_from(territory), or_(*begins)).order_by(h.key)
    for key, name in connection.execute(rows) if begins else ():
        if can_be_named(key, words):
            yield Candidate(key, name, ("фамилия и инициалы не спорят с напечатанным", "есть в базе"))


def _with_post(connection: Connection, post: str, anchors: Sequence[str]) -> Iterator[Candidate]:
    """Who holds the post in the organization by another order, the latest first."""
    a, p, o = appointments.c, parties.c, orders.c
    where = select(p.organization_id).where(p.anchor.in_(anchors), p.organization_id.is_not(None))
    columns = (people.c.key, people.c.person, a.role, o.order_number, o.order_date)
    joined = appointments.join(people).join(orders)
    rows = select(*columns).select_from(joined).where(a.organization_id.in_(where))
    for key, name, role, number, date in connection.execute(
        rows.order_by(o.order_date.desc().nulls_last(), people.c.key)
    ):
        if share_post([post], [role]):
            day = ".".join(reversed(date.split("-"))) if date else "без даты"
            yield Candidate(key, name, (f"{role} — приказ № {number or 'без номера'} от {day}",))
