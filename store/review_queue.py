"""The queue of open questions: equal doubts of one issuer are one entry, the most useful first."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select
from sqlalchemy.engine import Row
from sqlalchemy.sql.functions import Function

from normalize.model import Candidate
from store import ids
from store.model import Scope
from store.review_model import OpenQuestion, QueueEntry, Reach
from store.tables import decisions, orders, question_measures, questions

_Q = questions.c
_O = orders.c


def queue_entries(connection: Connection) -> tuple[QueueEntry, ...]:
    """All entries: most mentions first, then the oldest, then by key."""
    mentions = func.sum(mentions_of(connection)).label("mentions")
    columns = (
        func.min(_Q.question_id).label("question_id"),
        _Q.key,
        func.min(_Q.kind).label("kind"),
        _O.territory,
        _O.issuer,
        func.count().label("orders"),
        mentions,
        func.min(_Q.opened_at).label("opened_at"),
    )
    grouped = select(*columns).join_from(questions, orders).group_by(_Q.key, _O.territory, _O.issuer)
    rows = connection.execute(grouped).all()
    return tuple(sorted((_entry(row) for row in rows), key=lambda one: (-one.mentions, one.opened_at, one.key)))


def find_question(connection: Connection, question_id: str) -> OpenQuestion | None:
    """The open question that this row belongs to, as a whole; None when it is settled or unknown."""
    columns = (*_Q, _O.territory, _O.issuer, _O.school_year)
    row = connection.execute(select(*columns).join_from(questions, orders).where(_Q.question_id == question_id))
    found = row.one_or_none()
    if found is None:
        return None
    reaches = _reaches(connection, found)
    wide = next((one for one in reaches if one.scope == "issuer"), reaches[0])
    entry = QueueEntry(
        entry_id(found.territory, found.issuer, found.key), question_id, found.key, found.kind,
        found.territory, found.issuer, wide.orders, wide.mentions, found.opened_at,
    )  # fmt: skip
    return OpenQuestion(
        entry, found.text, found.surface or "", decode_candidates(found.candidates),
        found.order_id, found.school_year, reaches,
    )  # fmt: skip


def open_question_id(connection: Connection, key: str, territory: str | None) -> str | None:
    """A row of the doubt, if it is open; any territory where none is given."""
    rows = select(func.min(_Q.question_id)).join_from(questions, orders).where(_Q.key == key)
    if territory is not None:
        rows = rows.where(_O.territory == territory)
    found: str | None = connection.execute(rows).scalar_one()
    return found


def entry_id(territory: str | None, issuer: str | None, key: str) -> str:
    return ids.review_entry_id(territory, issuer, key)


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


def put_off(connection: Connection) -> dict[tuple[str, str | None], date | None]:
    """(key, territory) of questions that a clerk left open on purpose → the day to come back, None without one.

    Holds for decisions undone at most twice; more is not offered anywhere.
    """
    undo, back = decisions.alias("undo"), decisions.alias("back")
    undone_again = select(back.c.seq).where(back.c.undoes == undo.c.decision_id).exists()
    undone = select(undo.c.seq).where(undo.c.undoes == decisions.c.decision_id, ~undone_again).exists()
    d = decisions.c
    unsure = select(d.subject, d.territory, d.answer).where(d.verb == "unsure", ~undone).order_by(d.seq)
    return {(row.subject, row.territory): _day(row.answer) for row in connection.execute(unsure)}


def decode_candidates(rows: Iterable[Any]) -> tuple[Candidate, ...]:
    """As `store.rows` wrote them."""
    return tuple(Candidate(one["answer"], one["label"], tuple(one["reasons"])) for one in rows)


def _entry(row: Row[*tuple[Any, ...]]) -> QueueEntry:
    return QueueEntry(
        entry_id(row.territory, row.issuer, row.key), row.question_id, row.key, row.kind,
        row.territory, row.issuer, row.orders, int(row.mentions), row.opened_at,
    )  # fmt: skip


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
    return tuple(Reach(scope, len(within[scope]), sum(within[scope])) for scope in _scopes(found))


def _day(text: str | None) -> date | None:
    """The day of an «unsure» decision. What was not written by the page is no day."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
