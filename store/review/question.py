"""An open question as it is put to the clerk: its words, its candidates, and how far an answer reaches."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.engine import Row

from normalize.model import Candidate
from store import ids
from store.model import Scope
from store.review.candidates import known_candidates
from store.review.model import OpenQuestion, QueueEntry, Reach
from store.review.queue import covered, entry_of, mentions_of, usual_scope
from store.tables import orders, questions

_Q = questions.c
_O = orders.c


def find_question(connection: Connection, question_id: str) -> OpenQuestion | None:
    """The open question that this row belongs to, as a whole; None when it is settled or unknown."""
    columns = (*_Q, _O.territory, _O.issuer, _O.school_year)
    row = connection.execute(select(*columns).join_from(questions, orders).where(_Q.question_id == question_id))
    found = row.one_or_none()
    if found is None:
        return None
    reaches = _reaches(connection, found)
    usual = next((one for one in reaches if one.scope == usual_scope(found.kind)), reaches[0])
    entry = QueueEntry(
        ids.review_entry_id(*entry_of(found)), question_id, found.key, found.kind, found.text,
        found.territory, found.issuer, usual.orders, usual.mentions, found.opened_at,
    )  # fmt: skip
    surface = found.surface or ""
    known = known_candidates(connection, found.key, surface, found.territory, found.anchors)
    own = tuple(one for one in decode_candidates(found.candidates) if one.answer not in {each.answer for each in known})
    return OpenQuestion(
        entry, found.text, surface, (*known, *own),
        found.order_id, found.school_year, reaches,
    )  # fmt: skip


def orders_of(
    connection: Connection, question: OpenQuestion, scope: Scope
) -> tuple[tuple[str | None, str | None], ...]:
    """(number, date) of the orders that an answer in this scope would settle, the oldest first."""
    entry = question.entry
    where = covered(entry.key, scope, question.order_id, entry.issuer, question.school_year, entry.territory)
    rows = select(_O.order_number, _O.order_date).join_from(questions, orders).where(where)
    return tuple((row[0], row[1]) for row in connection.execute(rows.order_by(_O.order_date.nulls_last())))


def decode_candidates(rows: Iterable[Any]) -> tuple[Candidate, ...]:
    """As `store.rows` wrote them."""
    return tuple(Candidate(one["answer"], one["label"], tuple(one["reasons"])) for one in rows)


def _scopes(found: Row[*tuple[Any, ...]]) -> tuple[Scope, ...]:
    known: tuple[tuple[Scope, bool], ...] = (
        ("here", True), ("issuer", found.issuer is not None),
        ("year", found.school_year is not None), ("everywhere", True),
    )  # fmt: skip
    return tuple(scope for scope, possible in known if possible)


def _reaches(connection: Connection, found: Row[*tuple[Any, ...]]) -> tuple[Reach, ...]:
    """In one query: the page asks for this with every key."""
    columns = (_Q.order_id, _O.issuer, _O.school_year, mentions_of(connection))
    where = covered(found.key, "everywhere", found.order_id, found.issuer, found.school_year, found.territory)
    rows = [tuple(row) for row in connection.execute(select(*columns).join_from(questions, orders).where(where))]
    within: dict[Scope, list[int]] = {
        "here": [row[3] for row in rows if row[0] == found.order_id],
        "issuer": [row[3] for row in rows if row[1] == found.issuer],
        "year": [row[3] for row in rows if row[2] == found.school_year],
        "everywhere": [row[3] for row in rows],
    }
    reaches = tuple(Reach(scope, len(within[scope]), sum(within[scope])) for scope in _scopes(found))
    # What one order alone asks, about its own cell, is asked nowhere else: a wider answer would promise too much.
    alone = usual_scope(found.kind) == "here" and len(rows) == len(within["here"])
    return reaches[:1] if alone else reaches
