"""Questions that one answer may settle together: same kind and same words, or same kind in one order."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from normalize.fold import fold
from store.review_model import OpenQuestion
from store.review_queue import find_question
from store.tables import orders, questions

SIMILAR_SHOWN = 50


def similar_questions(connection: Connection, question: OpenQuestion) -> tuple[OpenQuestion, ...]:
    """The question first, then those like it: of other issuers and territories where the words are the same
    («ШМО»), of the same order where there are no words (measures without a deadline)."""
    q, o = questions.c, orders.c
    columns: tuple[ColumnElement[Any], ...] = (func.min(q.question_id), func.min(q.surface), func.min(q.order_id))
    grouped = select(*columns).join_from(questions, orders).where(q.kind == question.entry.kind)
    rows = connection.execute(grouped.group_by(q.key, o.territory, o.issuer).order_by(q.key)).all()
    like = [one for one, surface, order in rows if _alike(question, surface or "", order)]
    others = (find_question(connection, one) for one in like if one != question.entry.question_id)
    found = [one for one in others if one is not None and one.entry.entry_id != question.entry.entry_id]
    return (question, *found[: SIMILAR_SHOWN - 1])


def _alike(question: OpenQuestion, surface: str, order_id: str) -> bool:
    words = fold(question.surface)
    return fold(surface) == words if words else not fold(surface) and order_id == question.order_id
