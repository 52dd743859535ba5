"""The queue of open questions: equal doubts within their usual reach are one entry, the most useful first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select
from sqlalchemy.engine import Row
from sqlalchemy.sql.functions import Function

from store import ids
from store.model import Scope
from store.review.model import PutOff, QueueEntry
from store.tables import decisions, orders, question_measures, questions

_Q = questions.c
_O = orders.c


# How far an answer to a kind of question usually holds. A name means one person or body in the whole territory
# (CONTRACT.md §2, v_orders), a phrase one thing with whoever writes it, a post one holder for a year; what is not
# listed is settled in its own order: a deadline, a cell.
USUAL_SCOPES: Mapping[str, Scope] = {
    **dict.fromkeys(("abbreviation", "legal_form", "school_type", "similar_people", "oblique_name"), "everywhere"),
    **dict.fromkeys(("initial_missing", "namesakes"), "everywhere"),
    **dict.fromkeys(("unknown_phrase", "open_set", "role_synonyms", "employer", "which_body"), "issuer"),
    "office": "year",
}


def usual_scope(kind: str) -> Scope:
    return USUAL_SCOPES.get(kind, "here")


def queue_entries(connection: Connection) -> tuple[QueueEntry, ...]:
    """All entries: most mentions first, then the oldest, then by key."""
    columns = (
        *(_Q.question_id, _Q.key, _Q.kind, _Q.text, _Q.opened_at, _Q.order_id),
        *(_O.territory, _O.issuer, _O.school_year, mentions_of(connection).label("mentions")),
        *(_O.order_number, _O.source_file),
    )
    oldest_first = select(*columns).join_from(questions, orders).order_by(_O.order_date.nulls_last(), _Q.question_id)
    groups: dict[tuple[str | None, str | None, str], list[Row[*tuple[Any, ...]]]] = {}
    for row in connection.execute(oldest_first):
        groups.setdefault(entry_of(row), []).append(row)
    found = (_entry(ids.review_entry_id(*one), rows) for one, rows in groups.items())
    return tuple(sorted(found, key=lambda one: (-one.mentions, one.opened_at, one.key, one.entry_id)))


def measures_asked(connection: Connection) -> dict[str, int]:
    """Entry → the number of measures that it touches, where it touches any."""
    columns = (_Q.key, _Q.kind, _Q.order_id, _O.territory, _O.issuer, _O.school_year, func.count().label("measures"))
    joined = question_measures.join(questions).join(orders, _O.order_id == _Q.order_id)
    grouped = select(*columns).select_from(joined)
    grouped = grouped.group_by(_Q.question_id, *(one for one in columns[:-1]))
    counts: dict[str, int] = {}
    for row in connection.execute(grouped):
        entry = ids.review_entry_id(*entry_of(row))
        counts[entry] = counts.get(entry, 0) + row.measures
    return counts


def open_question_id(connection: Connection, key: str, territory: str | None) -> str | None:
    """A row of the doubt, if it is open; any territory where none is given."""
    rows = select(func.min(_Q.question_id)).join_from(questions, orders).where(_Q.key == key)
    if territory is not None:
        rows = rows.where(_O.territory == territory)
    found: str | None = connection.execute(rows).scalar_one()
    return found


def covered(
    key: str, scope: Scope, order_id: str, issuer: str | None, year: str | None, territory: str | None
) -> ColumnElement[bool]:
    """Which rows of `questions` joined with `orders` an answer in this scope settles."""
    same = _Q.key == key
    here = _O.territory.is_not_distinct_from(territory)
    if scope == "here":
        return and_(same, _Q.order_id == order_id)
    if scope == "issuer":
        return and_(same, here, _O.issuer.is_not_distinct_from(issuer))
    if scope == "year":
        return and_(same, here, _O.school_year.is_not_distinct_from(year))
    return and_(same, here)


def mentions_of(connection: Connection) -> ColumnElement[int]:
    """Mentions that a row of `questions` touches: its parties, else its measures, else the file as a whole."""
    length: Function[int] = getattr(func, _LENGTH[connection.dialect.name])(_Q.anchors)
    of_measures = select(func.count()).where(question_measures.c.question_id == _Q.question_id).scalar_subquery()
    return case((length > 0, length), (of_measures > 0, of_measures), else_=1)


_LENGTH = {"sqlite": "json_array_length", "postgresql": "jsonb_array_length"}


def put_off(connection: Connection) -> dict[tuple[str, str | None], PutOff]:
    """(key, territory) of questions that a clerk left open on purpose → when, and until when.

    Holds for decisions undone at most twice; more is not offered anywhere.
    """
    undo, back = decisions.alias("undo"), decisions.alias("back")
    undone_again = select(back.c.seq).where(back.c.undoes == undo.c.decision_id).exists()
    undone = select(undo.c.seq).where(undo.c.undoes == decisions.c.decision_id, ~undone_again).exists()
    d = decisions.c
    unsure = select(d.seq, d.subject, d.territory, d.answer).where(d.verb == "unsure", ~undone).order_by(d.seq)
    return {(row.subject, row.territory): PutOff(row.seq, _day(row.answer)) for row in connection.execute(unsure)}


def entry_of(row: Row[*tuple[Any, ...]]) -> tuple[str | None, str | None, str]:
    """Territory, place and key: equal for rows that one answer usually settles, which are one entry."""
    within = {"everywhere": None, "issuer": row.issuer, "year": row.school_year, "here": row.order_id}
    scope = usual_scope(row.kind)
    return (row.territory, None if scope == "everywhere" else within[scope] or row.order_id, row.key)


def _entry(entry_id: str, rows: list[Row[*tuple[Any, ...]]]) -> QueueEntry:
    first = rows[0]
    return QueueEntry(
        entry_id, first.question_id, first.key, first.kind, first.text, first.territory, first.issuer,
        len(rows), sum(int(row.mentions) for row in rows), min(row.opened_at for row in rows),
        first.order_number or first.source_file,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    """The day of an «unsure» decision. What was not written by the page is no day."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
