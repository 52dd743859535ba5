"""From a form to an answer: which verb, which scope; what is not understood is refused in words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast, get_args

from starlette.datastructures import FormData

from review.requests import text_of
from store.model import Scope, Verb
from store.review_model import Answer

PLAIN: tuple[Verb, ...] = ("new", "different", "not_a_name")
LONGEST_TEXT = 2_000  # characters: a deadline or a sentence, not a document


class NotUnderstood(Exception):
    """The form says nothing that could be an answer. The message is for the clerk, in Russian."""


@dataclass(frozen=True, slots=True)
class Said:
    verb: Verb
    answer: str | None


def read_answer(form: FormData, clerk: str) -> Answer:
    """Raises NotUnderstood."""
    said, question_id, key = read_said(form), text_of(form, "question"), form.get("key")
    if question_id is None or not isinstance(key, str):
        raise NotUnderstood("Не сказано, на какой вопрос это ответ.")
    scope = read_scope(form)
    # «Не уверен» must give way to any later answer, and the narrower scope wins: so it has the widest.
    return Answer(
        question_id, key, said.verb, said.answer, "everywhere" if said.verb == "unsure" else scope,
        clerk, datetime.now(UTC), text_of(form, "reason"),
    )  # fmt: skip


def read_said(form: FormData) -> Said:
    """What the pressed button, or the filled field, says. Raises NotUnderstood."""
    taken, verb = form.get("take"), text_of(form, "verb")
    if isinstance(taken, str) and taken:
        return Said("same", taken)
    if verb in PLAIN:
        return Said(verb, None)
    if verb == "unsure":
        return Said("unsure", read_day(text_of(form, "later")))
    words = text_of(form, "words")
    if verb != "text" or words is None:
        raise NotUnderstood("Ответ пуст: выберите вариант или напишите ответ словами.")
    if len(words) > LONGEST_TEXT:
        raise NotUnderstood(f"Ответ длиннее {LONGEST_TEXT} знаков.")
    return Said("text", words)


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
