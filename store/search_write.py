"""Keeps `search_texts` in step with what it finds: measures, and the names of people and organizations.

Everything is derived from the other tables, in the caller's transaction; `store.check` compares it with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Insert, delete, func, select

from normalize.fold import fold
from store.bulk import Row, insert_rows
from store.on_conflict import insert_into
from store.search_text import document_number, measure_place, name_place, search_row, sorted_rows
from store.tables import aliases, measures, orders, organizations, people, search_texts

T = TypeVar("T")
Spelling = tuple[str, str]  # person or organization, alias
IDS_AT_ONCE = 500  # of the 32,766 values that SQLite takes in one statement


def index_order(connection: Connection, order_id: str, persons: Iterable[str], bodies: Iterable[str]) -> None:
    """After the order was written: its measures, and whom it names, can be found."""
    insert_rows(connection, search_texts, _measure_rows(connection, [order_id]))
    index_names(connection, persons, bodies, spellings(connection, aliases.c.order_id == order_id))


def forget_order(connection: Connection, order_id: str) -> set[Spelling]:
    """Before the order is written anew: its measures are found no more. Gives the spellings that it shows,
    for `index_names` when that is done."""
    m = measures.c
    held = connection.execute(select(m.measure_id).where(m.order_id == order_id)).scalars()
    remove_texts(connection, (document_number(one, "") for one in held))
    return spellings(connection, aliases.c.order_id == order_id)


def index_names(
    connection: Connection, persons: Iterable[str], bodies: Iterable[str], known: Iterable[Spelling]
) -> None:
    """Make what finds these people, organizations and spellings what the tables say of them now."""
    told = [(one, "") for one in (*persons, *bodies)] + list(known)
    rows = sorted_rows(_name_rows(connection, persons, bodies, known))
    _put(connection, rows)
    found = {row["doc"] for row in rows}
    remove_texts(connection, sorted({document_number(*one) for one in told} - found))


def remove_texts(connection: Connection, numbers: Iterable[int]) -> None:
    """`numbers`: of documents, there or not."""
    for some in _batches(numbers, IDS_AT_ONCE):
        connection.execute(delete(search_texts).where(search_texts.c.doc.in_(some)))


def spellings(connection: Connection, which: ColumnElement[bool]) -> set[Spelling]:
    """The spellings of those aliases, each once."""
    a = aliases.c
    entity = func.coalesce(a.person_id, a.organization_id)
    return {(row[0], row[1]) for row in connection.execute(select(entity, a.alias).where(which).distinct())}


def fill_search(connection: Connection) -> None:
    """Make all rows, where a database was filled before there was a search; else nothing."""
    m, t = measures.c, search_texts.c
    if connection.execute(select(t.doc).limit(1)).first() is None and connection.execute(select(m.position)).first():
        rebuild_search(connection)


def rebuild_search(connection: Connection) -> int:
    """Make all rows anew; gives their number."""
    connection.execute(delete(search_texts))
    return sum(insert_rows(connection, search_texts, rows) for rows in expected_rows(connection))


def expected_rows(connection: Connection) -> Iterator[Sequence[Row]]:
    """All rows as they have to be, a few thousand at a time; none twice."""
    for some in _batches(connection.execute(select(orders.c.order_id)).scalars().all(), IDS_AT_ONCE // 10):
        yield _measure_rows(connection, some)
    persons = connection.execute(select(people.c.person_id)).scalars().all()
    bodies = connection.execute(select(organizations.c.organization_id)).scalars().all()
    yield from (sorted_rows(_people_rows(connection, some)) for some in _batches(persons, IDS_AT_ONCE))
    yield from (sorted_rows(_organization_rows(connection, some)) for some in _batches(bodies, IDS_AT_ONCE))
    for known in _batches(sorted(spellings(connection, aliases.c.alias.is_not(None))), IDS_AT_ONCE):
        yield sorted_rows(_spelling_rows(connection, known))


def _measure_rows(connection: Connection, order_ids: Sequence[str]) -> list[Row]:
    """A measure is found by every word of its row and of its section's title."""
    m, o = measures.c, orders.c
    texts = (m.section, m.measure, m.deadline_text, m.responsible_text)
    query = select(m.measure_id, m.order_id, m.position, o.order_date, m.extra, *texts)
    rows = connection.execute(query.select_from(measures.join(orders)).where(m.order_id.in_(order_ids)))
    return sorted_rows(
        search_row("measure", measure, "", measure_place(date, order, position), *printed, *extra.values())
        for measure, order, position, date, extra, *printed in rows
    )


def _name_rows(
    connection: Connection, persons: Iterable[str], bodies: Iterable[str], known: Iterable[Spelling]
) -> Iterator[Row | None]:
    for some in _batches(persons, IDS_AT_ONCE):
        yield from _people_rows(connection, some)
    for some in _batches(bodies, IDS_AT_ONCE):
        yield from _organization_rows(connection, some)
    for spelt in _batches(known, IDS_AT_ONCE):
        yield from _spelling_rows(connection, spelt)


def _people_rows(connection: Connection, ids: Sequence[str]) -> Iterator[Row | None]:
    h = people.c
    for person, name, given in connection.execute(
        select(h.person_id, h.person, h.given_names).where(h.person_id.in_(ids))
    ):
        yield search_row("person", person, "", name_place(name), name, given)


def _organization_rows(connection: Connection, ids: Sequence[str]) -> Iterator[Row | None]:
    g = organizations.c
    for body, name in connection.execute(select(g.organization_id, g.organization).where(g.organization_id.in_(ids))):
        yield search_row("organization", body, "", name_place(name), name)


def _spelling_rows(connection: Connection, known: Sequence[Spelling]) -> Iterator[Row | None]:
    """Of those spellings that an order, the registry or a decision still shows."""
    a = aliases.c
    keys = sorted({fold(alias) for _, alias in known})
    query = select(a.person_id, a.organization_id, a.alias).where(a.key.in_(keys)).distinct()
    for person, body, alias in connection.execute(query):
        entity = person or body
        if (entity, alias) in known:
            yield search_row("person" if person else "organization", entity, alias, name_place(alias), alias)


def _put(connection: Connection, rows: Sequence[Row]) -> None:
    """Insert, or change where a row says something else; by number, so two writers do not wait crosswise."""
    if not rows:
        return
    statement = insert_into(connection, search_texts)
    new, old = statement.excluded, search_texts.c
    changes = {"stems": new.stems, "place": new.place}
    differs = (old.stems != new.stems) | (old.place != new.place)
    change: Insert = statement.on_conflict_do_update(index_elements=[old.doc], set_=changes, where=differs)
    connection.execute(change, rows)


def _batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch
