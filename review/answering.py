"""From a form to an answer: which verb, which scope; what is not understood is refused in words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast, get_args

from starlette.datastructures import FormData

from normalize.registry import registered_person
from review.kinds import VERBS, Kind
from review.requests import text_of
from store.model import Scope, Verb
from store.review_model import Answer

LONGEST_TEXT = 2_000  # characters: a deadline or a sentence, not a document


class NotUnderstood(Exception):
    """The form says nothing that could be an answer. The message is for the clerk, in Russian."""


@dataclass(frozen=True, slots=True)
class Said:
    verb: Verb
    answer: str | None


def read_answer(form: FormData, clerk: str, kind: Kind | None) -> Answer:
    """`kind` of the question, None when it is not open any more. Raises NotUnderstood."""
    question_id, key = text_of(form, "question"), form.get("key")
    if question_id is None or not isinstance(key, str):
        raise NotUnderstood("Не сказано, на какой вопрос это ответ.")
    said = read_said(form, kind)
    scope = read_scope(form)
    # «Не уверен» must give way to any later answer, and the narrower scope wins: so it has the widest.
    return Answer(
        question_id, key, said.verb, said.answer, "everywhere" if said.verb == "unsure" else scope,
        clerk, datetime.now(UTC), text_of(form, "reason"),
    )  # fmt: skip


def read_said(form: FormData, kind: Kind | None) -> Said:
    """What the pressed button, or the filled field, says. Raises NotUnderstood, also for what settles nothing here."""
    taken, verb = form.get("take"), text_of(form, "verb")
    if isinstance(taken, str) and taken:
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
    return read_words(words, kind)


def read_words(words: str, kind: Kind | None) -> Said:
    """An answer in words: a name where the question asks for one, else the words. Raises NotUnderstood."""
    if len(words) > LONGEST_TEXT:
        raise NotUnderstood(f"Ответ длиннее {LONGEST_TEXT} знаков.")
    if kind is None or not kind.names:
        return Said("text", words)
    surname, _, initials = words.partition(" ")
    try:
        return Said("same", registered_person(surname, initials.rstrip(".") + ".", "").key)
    except ValueError:
        raise NotUnderstood(f"«{words}» — не имя с двумя инициалами. Напишите так: Петрова А.А.") from None


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
