"""A line of the workbook that a clerk filled in → a decision that is kept, or why it is refused."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from review.kinds import kind_of
from review.notices import refusal_words, signed_words
from review.queue import default_scope
from review.sheet_choices import OFFERED, SCOPE_OF, choices_of, labels_of
from review.words import NotUnderstood, Said, read_words
from store.model import NewDecision, Scope
from store.refusals import DecisionRefused
from store.review.answers import (
    Answered,
    AnsweredBefore,
    HeldByOther,
    Outcome,
    decisions_on,
    latest_decision,
    take_answer,
)
from store.review.model import Answer, OpenQuestion
from store.review.question import find_question
from store.review.sheet import SheetAnswer


class Refused(Exception):
    """A row that is not understood. The message is for the clerk, in Russian."""


def take_row(connection: Connection, row: SheetAnswer, clerk: str, batch: str) -> tuple[bool, str | None]:
    """Whether the answer is kept now (False: it was there already), and what its words come to. Raises Refused."""
    question = find_question(connection, row.question_id)
    if question is None:
        return _refuse_unless_known(connection, row), None
    if question.entry.key != row.key:
        raise Refused("номер вопроса и его ключ не подходят друг к другу: скрытые столбцы менять нельзя")
    said = _said(connection, row, question)
    scope = _scope(row, question)
    answer = Answer(
        row.question_id, row.key, said.verb, said.answer, "everywhere" if said.verb == "unsure" else scope, clerk,
        datetime.now(UTC), row.reason or None, batch, row.words or None,
    )  # fmt: skip
    if said.verb == "unsure" and _is_said(connection, row.key, said):
        return False, None
    try:
        return _kept(take_answer(connection, answer)), said.effect
    except DecisionRefused as error:
        notice = refusal_words(error)
        raise Refused(" ".join((notice.text, "; ".join(notice.lines))).strip()) from error


def _is_said(connection: Connection, key: str, said: Said) -> bool:
    """True where the last word on the question, which it leaves open, is the same."""
    last = latest_decision(connection, key)
    return last is not None and (last.decision.verb, last.decision.answer) == (said.verb, said.answer)


def _kept(outcome: Outcome) -> bool:
    match outcome:
        case Answered():
            return True
        case HeldByOther(clerk):
            raise Refused(f"вопрос сейчас открыт у коллеги ({clerk})")
        case AnsweredBefore():
            return False


def _refuse_unless_known(connection: Connection, row: SheetAnswer) -> bool:
    """False when the same answer is in force; the second reading of a workbook changes nothing."""
    decided = decisions_on(connection, row.key)
    if not decided:
        raise Refused("такого вопроса больше нет: приказ изменился или прочитан заново")
    if not any(_is_same(row, one.decision) for one in decided):
        raise Refused(f"на вопрос уже ответили иначе: {signed_words(decided[-1])}")
    return False


def _is_same(row: SheetAnswer, one: NewDecision) -> bool:
    labels = {seen.text for seen in one.evidence if seen.kind in ("answer", "words")}
    if row.words:
        return row.words in (one.answer, *labels)
    if row.answer in OFFERED:
        return OFFERED[row.answer] in ((one.verb, one.answer), (one.verb, None))
    return any(row.answer == label or row.answer.startswith(f"{label} (") for label in labels)


def _said(connection: Connection, row: SheetAnswer, question: OpenQuestion) -> Said:
    if row.answer and row.words:
        raise Refused("заполнены и «Ответ», и «Ответ словами»: оставьте одно")
    if row.words:
        return _said_in_words(connection, row, question)
    if row.answer in OFFERED and row.answer in choices_of(question):
        return Said(*OFFERED[row.answer])
    for one, label in zip(question.candidates, labels_of(question), strict=True):
        if row.answer in (label, one.label):
            return Said("same", one.answer)
    raise Refused(f"«{row.answer}» нет среди вариантов; свой ответ пишут в столбец «Ответ словами»")


def _said_in_words(connection: Connection, row: SheetAnswer, question: OpenQuestion) -> Said:
    kind = kind_of(question.entry.kind, question.entry.key)
    if kind.words is None:
        raise Refused("на этот вопрос словами не отвечают: выберите из списка в столбце «Ответ»")
    try:
        return read_words(connection, row.words, kind, question)
    except NotUnderstood as error:
        raise Refused(str(error)) from error


def _scope(row: SheetAnswer, question: OpenQuestion) -> Scope:
    if not row.scope:
        return default_scope(question)
    scope = SCOPE_OF.get(row.scope)
    if scope is None or scope not in {one.scope for one in question.reaches}:
        raise Refused(f"«Где верно»: «{row.scope}» здесь не подходит")
    return scope
