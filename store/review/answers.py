"""The clerk's answer into the database: a decision, the settled questions gone, their orders to be read again."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.engine import Row

from normalize.answers import note_of
from normalize.order import RULES_VERSION, order_identity
from store.decisions import all_decisions, append_decision, in_force
from store.locks import lock_decisions
from store.model import DecisionRow, Evidence, NewDecision
from store.read import read_raw
from store.review.leases import leases_of_others
from store.review.model import Answer, OpenQuestion
from store.review.question import find_question
from store.review.queue import covered
from store.review.rereads import request_rereads
from store.review.search import names_with_key
from store.tables import orders, questions

ORDERS_NAMED = 200  # in the evidence; an answer that touches more is undone by reading all orders in its reach

CLOSED_BY_HAND = "questions were answered since"  # in place of the checksum of a reading


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer is kept."""

    decision: DecisionRow
    orders: int
    key: str
    entry_id: str  # of the question in the queue


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    """Somebody was faster, or the order was read again; `decision` says what holds now, if one does."""

    decision: DecisionRow | None
    key: str


@dataclass(frozen=True, slots=True)
class HeldByOther:
    """Another clerk has the question before them."""

    clerk: str


Outcome = Answered | AnsweredBefore | HeldByOther


def take_answer(connection: Connection, answer: Answer) -> Outcome:
    """Keep the answer, if the question is still open and nobody else has it. Raises DecisionRefused."""
    lock_decisions(connection)
    question = find_question(connection, answer.question_id)
    if question is None:
        return AnsweredBefore(latest_decision(connection, answer.key), answer.key)
    other = leases_of_others(connection, answer.clerk, answer.when).get(question.entry.entry_id)
    if other is not None:
        return HeldByOther(other)
    rows = _covered_rows(connection, question, answer)
    kept = append_decision(connection, _decision(connection, question, answer, rows))
    touched = sorted({row.order_id for row in rows})
    if answer.verb != "unsure":
        _close(connection, [row.question_id for row in rows], touched)
    if answer.verb != "unsure" or note_of(answer.answer) is not None:  # the question will show the explanation
        request_rereads(connection, touched, answer.when)
    return Answered(kept, len(touched), question.entry.key, question.entry.entry_id)


def _close(connection: Connection, question_ids: list[str], order_ids: list[str]) -> None:
    """The questions are gone at once. The orders then differ from how they were read: an undo that comes before
    they are read again must not find the reading unchanged."""
    connection.execute(delete(questions).where(questions.c.question_id.in_(question_ids)))
    connection.execute(update(orders).where(orders.c.order_id.in_(order_ids)).values(reading_sha256=CLOSED_BY_HAND))


def latest_decision(connection: Connection, key: str) -> DecisionRow | None:
    """The last decision in force about the question."""
    found = decisions_on(connection, key)
    return found[-1] if found else None


def decisions_on(connection: Connection, key: str) -> tuple[DecisionRow, ...]:
    """The decisions in force about the question, of every territory and reach, the last last."""
    return tuple(row for row in in_force(all_decisions(connection)) if row.decision.subject == key)


def scope_value(connection: Connection, question: OpenQuestion, answer: Answer) -> str | None:
    """What limits the decision: the order's identity, the issuer, the school year; None for «everywhere»."""
    if answer.scope == "here":
        raw = read_raw(connection, question.order_id)
        return None if raw is None else order_identity(raw)
    if answer.scope == "issuer":
        return question.entry.issuer
    return question.school_year if answer.scope == "year" else None


def _covered_rows(connection: Connection, question: OpenQuestion, answer: Answer) -> list[Row[*tuple[Any, ...]]]:
    entry = question.entry
    where = covered(entry.key, answer.scope, question.order_id, entry.issuer, question.school_year, entry.territory)
    rows = select(questions.c.question_id, questions.c.order_id).join_from(questions, orders).where(where)
    return list(connection.execute(rows).all())


def _decision(
    connection: Connection, question: OpenQuestion, answer: Answer, rows: list[Row[*tuple[Any, ...]]]
) -> NewDecision:
    return NewDecision(
        made_at=answer.when,
        actor=answer.clerk,
        verb=answer.verb,
        subject=question.entry.key,
        answer=answer.answer,
        rules_version=RULES_VERSION,
        territory=question.entry.territory,
        scope=answer.scope,
        scope_value=scope_value(connection, question, answer),
        reason=answer.reason,
        batch=answer.batch,
        evidence=(
            *_seen(question),
            *(Evidence("answer", one) for one in _labels(connection, question, answer)),
            *((Evidence("words", answer.words),) if answer.words is not None and answer.verb == "same" else ()),
            *(Evidence("order", one) for one in _named(rows)),
        ),
    )


def _named(rows: list[Row[*tuple[Any, ...]]]) -> list[str]:
    named = sorted({row.order_id for row in rows})
    return named if len(named) <= ORDERS_NAMED else []


def _seen(question: OpenQuestion) -> tuple[Evidence, ...]:
    """The question and the candidates with their reasons, as they were on the page."""
    candidates = tuple(Evidence("candidate", "; ".join((one.label, *one.reasons))) for one in question.candidates)
    return (Evidence("question", question.text), *candidates)


def _labels(connection: Connection, question: OpenQuestion, answer: Answer) -> tuple[str, ...]:
    """How the answer is written for people: the candidate's label, or the name that was searched for."""
    if answer.verb != "same" or answer.answer is None:
        return ()
    labels = tuple(one.label for one in question.candidates if one.answer == answer.answer)
    return labels or names_with_key(connection, answer.answer, question.entry.territory)[:1]
