"""What the rules read in an order's cells, and in what two readings of the same file differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from store.model import Difference
from store.tables import deadlines, measures, organizations, parties, people


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one measure's cells, a line per party and deadline."""

    place: str
    parties: tuple[str, ...]
    deadlines: tuple[str, ...]


def read_reading(connection: Connection, order_id: str) -> dict[str, Reading]:
    """The readings of an order's measures by measure id, in the order of the measures."""
    m = measures.c
    rows = connection.execute(
        select(m.measure_id, m.number, m.position).where(m.order_id == order_id).order_by(m.position)
    ).all()
    named, dated = _parties(connection, order_id), _deadlines(connection, order_id)
    readings = {}
    for row in rows:
        place = f"мероприятие {row.number}" if row.number is not None else f"строка {row.position}"
        found = tuple(named.get(row.measure_id, ())), tuple(dated.get(row.measure_id, ()))
        readings[row.measure_id] = Reading(place, *found)
    return readings


def compare_readings(before: dict[str, Reading], after: dict[str, Reading]) -> tuple[Difference, ...]:
    """One difference for each cell of a measure that is read in another way."""
    return tuple(_compare(before, after))


def _compare(before: dict[str, Reading], after: dict[str, Reading]) -> Iterator[Difference]:
    nothing = Reading("", (), ())
    for measure_id in (*after, *(gone for gone in before if gone not in after)):
        old, new = before.get(measure_id, nothing), after.get(measure_id, nothing)
        place = new.place or old.place
        if old.parties != new.parties:
            yield Difference("reading", place, "стороны", _line(old.parties), _line(new.parties))
        if old.deadlines != new.deadlines:
            yield Difference("reading", place, "сроки", _line(old.deadlines), _line(new.deadlines))


def _line(texts: tuple[str, ...]) -> str | None:
    return "; ".join(texts) or None


def _parties(connection: Connection, order_id: str) -> dict[str, list[str]]:
    p = parties.c
    columns = (p.measure_id, p.surface, p.kind, people.c.person, p.role, organizations.c.organization, p.status)
    joined = (
        select(*columns)
        .join_from(parties, measures)
        .outerjoin(people)
        .outerjoin(organizations)
        .where(measures.c.order_id == order_id)
        .order_by(p.measure_id, p.field, p.seq)
    )
    lines: dict[str, list[str]] = {}
    for measure_id, surface, *read in connection.execute(joined).all():
        words = ", ".join(part for part in read if part is not None)
        lines.setdefault(measure_id, []).append(f"«{surface}» = {words}")
    return lines


def _deadlines(connection: Connection, order_id: str) -> dict[str, list[str]]:
    d = deadlines.c
    columns = (d.measure_id, d.text, d.kind, d.starts_on, d.ends_on, d.rrule)
    joined = select(*columns).join_from(deadlines, measures).where(measures.c.order_id == order_id)
    lines: dict[str, list[str]] = {}
    for measure_id, text, *read in connection.execute(joined.order_by(d.measure_id, d.seq)).all():
        words = ", ".join(part for part in read if part is not None)
        lines.setdefault(measure_id, []).append(f"«{text}» = {words}")
    return lines
