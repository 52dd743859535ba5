"""Search by printed words, blind to case, ё and look-alike letters, on both databases."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, func, literal, null, or_, select, true, union_all

from normalize.fold import fold
from store.review.model import NameFound
from store.tables import aliases, organizations, parties, people

NAMES_FOUND = 20
# A database of the locale C lowers Latin letters only.
_CAPITALS, _SMALL = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁё", "абвгдежзийклмнопрстуфхцчшщъыьэюяее"


def folded(connection: Connection, column: ColumnElement[Any]) -> ColumnElement[str]:
    """The column as `fold` makes it (SQLite), or near to it (PostgreSQL: case and ё)."""
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        driver.create_function("prikaz_fold", 1, _fold, deterministic=True)
        found: ColumnElement[str] = func.prikaz_fold(column)
        return found
    return func.translate(func.lower(column), _CAPITALS, _SMALL)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def says(connection: Connection, words: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Every word of `words` stands in one of the columns. No character of it is an operator."""
    texts = [folded(connection, column) for column in columns]
    return and_(
        true(), *(or_(*(text.contains(word, autoescape=True) for text in texts)) for word in fold(words).split())
    )


def find_names(connection: Connection, words: str, territory: str | None) -> tuple[NameFound, ...]:
    """People and organizations by name or alias, those mentioned most first; of every territory where None is given."""
    if not fold(words):
        return ()
    h, g, a, p = people.c, organizations.c, aliases.c, parties.c
    of_person = select(func.count()).where(p.person_id == h.person_id).scalar_subquery()
    of_body = select(func.count()).where(p.organization_id == g.organization_id).scalar_subquery()
    alias_says = select(a.alias_id).where(says(connection, words, a.alias))
    of_them = alias_says.where(a.person_id == h.person_id).exists()
    of_it = alias_says.where(a.organization_id == g.organization_id).exists()
    persons = select(
        literal("person"), h.person_id, h.key, h.person, null().cast(Text), h.territory, of_person.label("mentions")
    ).where(or_(says(connection, words, h.person), of_them))
    bodies = select(
        literal("organization"), g.organization_id, g.key, g.organization, g.kind, g.territory, of_body
    ).where(or_(says(connection, words, g.organization), of_it))
    if territory is not None:
        persons = persons.where(h.territory == territory)
        bodies = bodies.where(or_(g.above_territory, g.territory == territory))
    found = union_all(persons, bodies).subquery()
    rows = select(found).order_by(found.c.mentions.desc(), found.c[3]).limit(NAMES_FOUND)
    return tuple(NameFound(*row) for row in connection.execute(rows))


def people_named(connection: Connection, key: str, territory: str | None) -> tuple[NameFound, ...]:
    """People of the territory with that surname and those initials: several where they are namesakes."""
    h = people.c
    named = or_(h.key == key, h.key.startswith(f"{key}|", autoescape=True))
    columns = (literal("person"), h.person_id, h.key, h.person, null().cast(Text), h.territory, literal(0))
    rows = select(*columns).where(named, h.territory.is_not_distinct_from(territory)).order_by(h.key)
    return tuple(NameFound(*row) for row in connection.execute(rows))


def organizations_named(
    connection: Connection, keys: Collection[str], spelling: str, territory: str | None
) -> tuple[NameFound, ...]:
    """Organizations of the territory and above it that have one of the keys, or another name spelled so."""
    g, a = organizations.c, aliases.c
    alias = select(a.alias_id).where(a.organization_id == g.organization_id, a.key == spelling).exists()
    here = or_(g.above_territory, g.territory.is_not_distinct_from(territory))
    columns = (literal("organization"), g.organization_id, g.key, g.organization, g.kind, g.territory, literal(0))
    rows = select(*columns).where(or_(g.key.in_(keys), alias), here).order_by(g.key)
    return tuple(NameFound(*row) for row in connection.execute(rows))


def names_with_key(connection: Connection, key: str, territory: str | None) -> tuple[str, ...]:
    """Canonical names that a decision's answer means."""
    h, g = people.c, organizations.c
    persons = select(h.person).where(h.key == key, h.territory.is_not_distinct_from(territory))
    here = or_(g.above_territory, g.territory.is_not_distinct_from(territory))
    bodies = select(g.organization).where(g.key == key, here)
    return tuple(connection.execute(union_all(persons, bodies)).scalars())
