"""What the database holds of a file that is imported again: nothing of it need be understood anew."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from store.model import Difference
from store.sources import known_differences
from store.tables import measures, organizations, parties, questions
from store.write import held_order


@dataclass(frozen=True, slots=True)
class HeldCounts:
    """How much an order holds; people to groups are different ones, not mentions."""

    measures: int
    people: int
    schools: int
    organizations: int  # other than schools
    groups: int
    questions: int


def find_unchanged(
    connection: Connection, order_id: str, sha256: str, rules_version: str
) -> tuple[Difference, ...] | None:
    """In what the file differs from its order, where importing it again changes nothing; else None.

    So it is for a file that was loaded, under rules of now if the order is as it says.
    """
    held = held_order(connection, order_id)
    known = known_differences(connection, order_id, sha256)
    if held is None or known is None:
        return None
    if sha256 != held.source_sha256:
        return known  # an older form, or another one, of what the order now is
    return () if held.rules_version == rules_version else None


def held_counts(connection: Connection, order_id: str) -> HeldCounts:
    """What the order names, each once: «директор школы № 2» in ten cells is one school and one group."""
    p, g = parties.c, organizations.c
    named = select(p.kind, p.person_id, p.role, p.organization_id, g.kind).distinct()
    rows = connection.execute(named.select_from(parties.outerjoin(organizations)).where(p.order_id == order_id)).all()
    places = {place: kind for _, _, _, place, kind in rows if place is not None}
    schools = sum(kind == "school" for kind in places.values())
    return HeldCounts(
        measures=connection.execute(select(func.count()).where(measures.c.order_id == order_id)).scalar_one(),
        people=len({person for _, person, _, _, _ in rows if person is not None}),
        schools=schools,
        organizations=len(places) - schools,
        groups=len({(role, place) for kind, _, role, place, _ in rows if kind == "group"}),
        questions=connection.execute(select(func.count()).where(questions.c.order_id == order_id)).scalar_one(),
    )
