"""Looks for anything in the database that does not hold."""

from collections.abc import Callable, Iterator
from itertools import groupby

from sqlalchemy import Connection, MetaData, Table, Text, exists, func, or_, select, text

from ingest.model import RawOrder
from store.contradictions import find_chain
from store.decisions import all_decisions, decisions_in_force
from store.model import Finding
from store.raw_json import decode_raw
from store.search_write import expected_rows
from store.tables import (
    aliases,
    appointments,
    deadlines,
    decisions,
    measures,
    metadata,
    orders,
    organizations,
    parties,
    people,
    school_claims,
    search_texts,
    sightings,
    sources,
)
from store.unfit import unfit_of
from store.unmet import unmet_decisions

Check = Callable[[Connection], Iterator[Finding]]
_ROWS_OF_VIEWS = {
    "v_orders": orders,
    "v_measures": measures,
    "v_deadlines": deadlines,
    "v_parties": parties,
    "v_people": people,
    "v_organizations": organizations,
    "v_appointments": appointments,
}


def check(connection: Connection) -> tuple[Finding, ...]:
    """Everything that does not hold, check by check; empty when all is well."""
    return tuple(finding for one in CHECKS for finding in one(connection))


def find_damage(connection: Connection) -> Iterator[Finding]:
    """Pages of the SQLite file; PostgreSQL looks after its own."""
    if connection.dialect.name == "sqlite":
        for line in connection.execute(text("PRAGMA quick_check")).scalars():
            if line != "ok":
                yield Finding("damage", "sqlite", f"Файл базы повреждён: {line}.")


def find_broken_references(connection: Connection) -> Iterator[Finding]:
    """Foreign keys, which another program may have switched off in SQLite."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            target = key.column.table.alias("target")  # decisions refer to decisions
            missing = ~exists().where(target.c[key.column.name] == key.parent).correlate(table)
            dangling = select(*table.primary_key).where(key.parent.is_not(None), missing)
            for row in connection.execute(dangling):
                place = f"{table.name} {row[0]}"
                yield Finding("orphan", place, f"Строка ссылается на то, чего нет: {key.parent.name}.")


def find_forgotten(connection: Connection) -> Iterator[Finding]:
    """People and organizations that no order, registry row or decision knows."""
    users = (parties, appointments, aliases, school_claims, sightings)
    for table in (people, organizations):
        (key,) = table.primary_key
        used = [exists().where(user.c[key.name] == key) for user in users if key.name in user.c]
        decided = exists().where(or_(decisions.c.subject == table.c.key, decisions.c.answer == table.c.key))
        known = or_(table.c.registry.is_not(None), decided, *used)
        for entity in connection.execute(select(key).where(~known)).scalars():
            yield Finding("orphan", f"{table.name} {entity}", "Запись никто не упоминает.")


def find_position_gaps(connection: Connection) -> Iterator[Finding]:
    """Measures of an order are 1, 2, 3 …"""
    m = measures.c
    counted = select(m.order_id, func.count(), func.min(m.position), func.max(m.position)).group_by(m.order_id)
    for order_id, count, first, last in connection.execute(counted):
        if (first, last) != (1, count):
            text_ = f"Мероприятий {count}, а номера позиций идут от {first} до {last}."
            yield Finding("position_gap", f"orders {order_id}", text_)


def find_bad_spans(connection: Connection) -> Iterator[Finding]:
    """A party's span cuts its surface out of the cell."""
    p, m = parties.c, measures.c
    columns = select(p.party_id, p.field, p.starts_at, p.ends_at, p.surface, m.measure, m.responsible_text)
    for row in connection.execute(columns.join_from(parties, measures)):
        cell = (row.measure if row.field == "measure" else row.responsible_text) or ""
        # A slice past the end of the cell is cut off by Python without a word: the end is looked at too.
        if row.ends_at > len(cell) or cell[row.starts_at : row.ends_at] != row.surface:
            yield Finding("span", f"parties {row.party_id}", f"Границы не вырезают «{row.surface}» из ячейки.")


def find_odd_parties(connection: Connection) -> Iterator[Finding]:
    """A person is somebody; nobody else is."""
    p = parties.c
    odd = select(p.party_id, p.kind).where((p.kind == "person") != p.person_id.is_not(None))
    for row in connection.execute(odd):
        yield Finding("party", f"parties {row.party_id}", f"Вид «{row.kind}» не согласуется с человеком.")


def find_reversed_deadlines(connection: Connection) -> Iterator[Finding]:
    d = deadlines.c
    for row in connection.execute(select(d.measure_id, d.seq).where(d.starts_on > d.ends_on)):
        yield Finding("deadline", f"deadlines {row.measure_id} {row.seq}", "Срок кончается раньше, чем начинается.")


def find_lost_text(connection: Connection) -> Iterator[Finding]:
    """What was printed in the rows of the order's file is in its measures."""
    joined = sources.join(orders)
    current = select(orders.c.order_id, sources.c.raw).select_from(joined)
    held = _printed(connection)
    found = set[str]()
    for row in connection.execute(current.where(sources.c.sha256 == orders.c.source_sha256)):
        found.add(row.order_id)
        if _cells(decode_raw(row.raw)) != held.get(row.order_id, []):
            yield Finding("lost_text", f"orders {row.order_id}", "Мероприятия не совпадают с текстом файла.")
    for order_id in connection.execute(select(orders.c.order_id)).scalars():
        if order_id not in found:
            yield Finding("lost_text", f"orders {order_id}", "Текст исходного файла не сохранён.")


def find_empty_texts(connection: Connection) -> Iterator[Finding]:
    """NULL means "not there", never ""."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Text):
                count = connection.execute(select(func.count()).where(column == "")).scalar_one()
                if count:
                    yield Finding("empty_text", f"{table.name}.{column.name}", f"Пустых текстов: {count}.")


def find_odd_views(connection: Connection) -> Iterator[Finding]:
    """A view has a row for each row of its table."""
    for name, table in _ROWS_OF_VIEWS.items():
        view = Table(name, MetaData())
        shown = connection.execute(select(func.count()).select_from(view)).scalar_one()
        stored = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if shown != stored:
            yield Finding("view", name, f"В представлении строк {shown}, в таблице {stored}.")


def find_contradictions(connection: Connection) -> Iterator[Finding]:
    """Decisions in force that another program wrote past the check, and gaps in their numbering."""
    rows = decisions_in_force(connection)
    for index, row in enumerate(rows):
        if find_chain(rows[:index], row.decision):
            yield Finding("contradiction", f"decisions {row.decision_id}", "Решение противоречит прежним.")
    for place, row in enumerate(all_decisions(connection), start=1):
        if row.seq != place:
            yield Finding("decision_gap", f"decisions {row.decision_id}", f"Номер {row.seq} вместо {place}.")
            return


def find_unmet_decisions(connection: Connection) -> Iterator[Finding]:
    """Decisions on a mention that its order no longer has: the clerk's word is kept, and says nothing."""
    for one in unmet_decisions(connection):
        order = f"{one.order_number or 'б/н'} от {one.order_date or 'неизвестной даты'}"
        text_ = f"Решение ни к чему не относится: в приказе № {order} нет упоминания «{one.about}»."
        yield Finding("unmet_decision", f"decisions {one.decision.decision_id}", text_)


def find_unfit_decisions(connection: Connection) -> Iterator[Finding]:
    """Decisions that an earlier version took in though they can mean nothing: they have no effect."""
    for row in unfit_of(decisions_in_force(connection)):
        one = row.decision
        said = f"ответ «{one.answer}» на «{one.subject}» ничего не значит"
        text_ = f"Решение № {row.seq} не действует: {said}. Отмените его в истории и ответьте заново."
        yield Finding("unfit_decision", f"decisions {row.decision_id}", text_)


def find_search_gaps(connection: Connection) -> Iterator[Finding]:
    """What the search looks through is what the other tables say, under the stemmer of now."""
    t, count = search_texts.c, 0
    for rows in expected_rows(connection):
        held = select(search_texts).where(t.doc.in_([row["doc"] for row in rows]))
        found = {row["doc"]: dict(row) for row in connection.execute(held).mappings()}
        count += len(found)
        for row in rows:
            if found.get(row["doc"]) != row:
                place = f"search_texts {row['entity_id']}"
                yield Finding("search", place, "Поиск не находит этот текст; поможет prikaz db reindex.")
    stored = connection.execute(select(func.count()).select_from(search_texts)).scalar_one()
    if stored != count:
        text_ = f"Лишних строк поиска: {stored - count}; поможет prikaz db reindex."
        yield Finding("search", "search_texts", text_)


CHECKS: tuple[Check, ...] = (
    find_damage,
    find_broken_references,
    find_forgotten,
    find_position_gaps,
    find_bad_spans,
    find_odd_parties,
    find_reversed_deadlines,
    find_lost_text,
    find_empty_texts,
    find_odd_views,
    find_contradictions,
    find_unmet_decisions,
    find_unfit_decisions,
    find_search_gaps,
)


def _printed(connection: Connection) -> dict[str, list[tuple[str, ...]]]:
    m = measures.c
    rows = connection.execute(
        select(m.order_id, m.measure, m.deadline_text, m.responsible_text).order_by(m.order_id, m.position)
    )
    grouped = groupby(rows, key=lambda row: str(row.order_id))
    return {order: [tuple(cell or "" for cell in row[1:]) for row in group] for order, group in grouped}


def _cells(raw: RawOrder) -> list[tuple[str, ...]]:
    return [(row.measure, row.deadline, row.responsible) for row in raw.rows]
