"""Questions that one answer may settle together: same kind and same words, or same kind in one order."""

from sqlalchemy import Connection, select

from normalize.fold import fold
from store.review.model import OpenQuestion
from store.review.question import find_question
from store.review.queue import queue_entries
from store.tables import questions

SIMILAR_SHOWN = 50


def similar_questions(connection: Connection, question: OpenQuestion) -> tuple[OpenQuestion, ...]:
    """The question first, then those like it: of other issuers and territories where the words are the same
    («ШМО»), of the same order where there are no words (measures without a deadline)."""
    q = questions.c
    kind = question.entry.kind
    others = {one.question_id: one for one in queue_entries(connection) if one.kind == kind}
    others = {key: one for key, one in others.items() if one.entry_id != question.entry.entry_id}
    rows = connection.execute(select(q.question_id, q.surface, q.order_id).where(q.kind == kind))
    like = {row.question_id for row in rows if _alike(question, row.surface or "", row.order_id)}
    asked = sorted((one for key, one in others.items() if key in like), key=lambda one: (one.key, one.entry_id))
    found = (find_question(connection, one.question_id) for one in asked[: SIMILAR_SHOWN - 1])
    return (question, *(one for one in found if one is not None))


def _alike(question: OpenQuestion, surface: str, order_id: str) -> bool:
    words = fold(question.surface)
    return fold(surface) == words if words else not fold(surface) and order_id == question.order_id
