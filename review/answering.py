"""From a form to an answer: which verb, which scope; what is not understood is refused in words."""

from datetime import UTC, date, datetime
from typing import cast, get_args

from sqlalchemy import Connection
from starlette.datastructures import FormData

from normalize.fitting import is_key_of
from review.kinds import VERBS, kind_of
from review.offered import is_offered
from review.requests import text_of
from review.wording import plain_key
from review.words import NotUnderstood, Said, can_mean, read_words, refuse_name
from store.model import Scope
from store.review.model import Answer, OpenQuestion
from store.review.question import find_question

LONGEST_SHOWN = 100  # characters of an answer that no button sends


def read_answer(connection: Connection, form: FormData, clerk: str) -> tuple[Answer, str | None]:
    """The answer, and what its words come to where that is to be said. Raises NotUnderstood."""
    question_id, key = text_of(form, "question"), form.get("key")
    if question_id is None or not isinstance(key, str):
        raise NotUnderstood("Не сказано, на какой вопрос это ответ.")
    question = find_question(connection, question_id)
    said = read_said(connection, form, question)
    scope = read_scope(form)
    # «Не уверен» must give way to any later answer, and the narrower scope wins: so it has the widest.
    answer = Answer(
        question_id, key, said.verb, said.answer, "everywhere" if said.verb == "unsure" else scope,
        clerk, datetime.now(UTC), text_of(form, "reason"), words=None if form.get("take") else text_of(form, "words"),
    )  # fmt: skip
    return answer, said.effect


def read_said(connection: Connection, form: FormData, question: OpenQuestion | None) -> Said:
    """What the pressed button, or the filled field, says; `question` None when it is not open any more.

    Raises NotUnderstood, also for what settles nothing here.
    """
    kind = None if question is None else kind_of(question.entry.kind, question.entry.key)
    taken, verb = form.get("take"), text_of(form, "verb")
    if isinstance(taken, str) and taken:
        if question is not None and not is_offered(connection, question, taken):
            raise NotUnderstood(f"Ответа «{taken[:LONGEST_SHOWN]}» среди вариантов нет: выберите один из них.")
        if question is not None and is_key_of("organization", taken) and not can_mean(connection, question, taken):
            refuse_name(question, plain_key(taken))
        return Said("same", taken)
    plain = next((one for one in VERBS if one == verb), None)
    if plain is not None and (kind is None or plain in kind.verbs):
        return Said(plain, None)
    if verb == "unsure":
        return Said("unsure", read_day(text_of(form, "later")))
    words = text_of(form, "words")
    if verb != "text" or (kind is not None and kind.words is None):
        raise NotUnderstood("На этот вопрос так не отвечают: выберите один из вариантов.")
    if words is None:
        raise NotUnderstood("Ответ пуст: выберите вариант или напишите ответ словами.")
    return read_words(connection, words, kind, question)


def read_scope(form: FormData) -> Scope:
    scope = text_of(form, "scope")
    if scope not in get_args(Scope):
        raise NotUnderstood("Не сказано, для каких приказов этот ответ.")
    return cast(Scope, scope)


def read_day(text: str | None) -> str | None:
    """The day to come back to a question, ISO. Raises NotUnderstood."""
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotUnderstood(f"«{text}» — не дата.") from None
