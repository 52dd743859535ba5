"""What a clerk's words say: a name, a deadline, an explanation; what is none of these is refused in words."""

import re
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import Connection

from normalize.answers import (
    as_note,
    date_said,
    deadline_faults,
    deadline_said,
    explains_letters,
    members_named,
    named_by,
    note_of,
    organization_named,
)
from normalize.candidates import may_mean
from normalize.fold import fold
from normalize.model import Deadline, Organization, Person
from normalize.registry import registered_person
from review.deadline_words import deadline_words
from review.kinds import Kind
from review.wording import russian_date
from store.model import Verb
from store.read import is_dated, plan_year_of
from store.review.letters import where_letters_stand
from store.review.model import NameFound, OpenQuestion
from store.review.search import organizations_named, people_named

LONGEST_TEXT = 2_000  # characters: a deadline or a sentence, not a document


class NotUnderstood(Exception):
    """The answer says nothing that could be one. The message is for the clerk, in Russian."""


@dataclass(frozen=True, slots=True)
class Said:
    """`effect`: what the words come to, for the clerk to read; None where the answer speaks for itself."""

    verb: Verb
    answer: str | None
    effect: str | None = None


def read_words(connection: Connection, words: str, kind: Kind | None, question: OpenQuestion | None) -> Said:
    """An answer in words, read as its question asks for it. Raises NotUnderstood."""
    if len(words) > LONGEST_TEXT:
        raise NotUnderstood(f"Ответ длиннее {LONGEST_TEXT} знаков.")
    if question is not None and question.entry.kind == "order_head" and note_of(words) is None:
        return read_signed(connection, words, question)
    if kind is None or question is None or kind.reads is None:
        return Said("text", words)
    members = members_named(question.entry.key, words)
    if members:
        return Said("text", words, f"вместо слов «{question.surface}» исполнители — {', '.join(members)}")
    if kind.reads == "note" or note_of(words) is not None:
        return explanation(words)
    if kind.reads == "deadline":
        return read_deadline(connection, words, question)
    return read_person(words) if kind.reads == "person" else read_name(connection, words, question)


def explanation(words: str) -> Said:
    """Kept, and the question stays: «не уверен» with its reason gives way to every later answer."""
    return Said("unsure", as_note(words), "это пояснение, в базе ничего не меняется; вопрос остаётся открытым")


def read_signed(connection: Connection, words: str, question: OpenQuestion) -> Said:
    """The order's date, where none is printed; other words are kept beside the order and change nothing."""
    if is_dated(connection, question.order_id):
        return Said("text", words, "это пояснение, в базе ничего не меняется")
    day = date_said(words)
    if day is not None:
        return Said("text", words, f"дата приказа — {russian_date(day)}")
    if re.search(r"\d+\s*[./-]\s*\d+\s*[./-]\s*\d+", words):
        raise NotUnderstood(f"«{words}» не читается как дата. Напишите так: 05.10.2021.")
    return Said("text", words, "это пояснение, дата приказа остаётся неизвестной")


def read_deadline(connection: Connection, words: str, question: OpenQuestion) -> Said:
    """A deadline with its dates, or the year of what is printed; where only the year is asked nothing else."""
    year, cell = plan_year_of(connection, question.order_id), question.surface
    said = deadline_said(words, year, cell, question.entry.kind == "unknown_year")
    if said.fault is not None:
        called = " ".join((f"«{words}» не читается как срок.", *deadline_faults(words, year)))
        raise NotUnderstood(_FAULTS[said.fault].format(words=words, cell=cell, unread=called))
    return Said("text", words, f"срок — {_in_words(said.deadlines)}" if said.of_print else None)


_FAULTS = {
    "unread": "{unread} Напишите, как в приказе: «до 1 ноября 2020 г.», «15–21 сентября»; "
    "если это пояснение, начните словом «пояснение:».",
    "year": "С годом «{words}» срок «{cell}» не читается без сомнений. Напишите его целиком, с датами: "
    "«до 1 ноября 2021 г.», «октябрь 2021 г.».",
    "another": "Спрашивают, какой год у срока «{cell}», а «{words}» — другой срок. Напишите год: «2021».",
    "past": "С ответом «{words}» срок прошёл за год до приказа и раньше. Проверьте год.",
}


def _in_words(deadlines: tuple[Deadline, ...]) -> str:
    return "; ".join(deadline_words(one.kind, one.starts_on, one.ends_on, one.rrule) for one in deadlines)


def read_person(words: str) -> Said:
    """Raises NotUnderstood for what is no name with two initials."""
    surname, _, initials = words.partition(" ")
    try:
        return Said("same", registered_person(surname, initials.rstrip(".") + ".", "").key)
    except ValueError:
        raise NotUnderstood(f"«{words}» — не имя с двумя инициалами. Напишите так: Петрова А.А.") from None


def read_name(connection: Connection, words: str, question: OpenQuestion) -> Said:
    """A candidate, a name that the territory knows, a new one, or an explanation."""
    named = named_by(question.entry.key, words)
    known = _known(connection, words, question, named)
    if len(known) > 1:
        names = ", ".join(f"«{one.name}»" for one in known)
        raise NotUnderstood(f"В базе не одно такое имя: {names}. Выберите нужное в вариантах или в поиске на странице.")
    taken = next((one for one in question.candidates if fold(one.label) == fold(words)), None)
    if taken is not None and not known:
        return Said("same", taken.answer)
    found = known[0].key if known else named.key if named is not None else None
    if found is None or not can_mean(connection, question, found):
        if explains_letters(question.entry.key, words):
            return Said("text", words, f"запомнено, что значит «{question.surface}»; буквы остаются, как напечатаны")
        if found is not None:
            refuse_name(question, known[0].name if known else words)
        return explanation(words)
    if known:
        return Said("same", known[0].key, f"это {known[0].name}, имя есть в базе")
    return Said("text", words, f"это {named.name}, имени в базе не было" if named is not None else None)


def can_mean(connection: Connection, question: OpenQuestion, key: str) -> bool:
    """Whether the name, by its key, would take effect: letters inside a title («руководители ШМО») are nobody there.

    Among the schools of a measure's text they may be a school.
    """
    kind, _, letters = question.entry.key.partition("|")
    if kind != "abbreviation":
        return True
    stand = where_letters_stand(connection, question.entry.question_id, letters, question.entry.territory)
    return may_mean(stand, key)


def refuse_name(question: OpenQuestion, name: str) -> NoReturn:
    raise NotUnderstood(
        f"«{question.surface}» здесь — часть должности или текста, названия «{name}» за ним не будет. Напишите, что "
        "значат буквы («школьное методическое объединение»), или выберите «Оставить сокращением»."
    )


def _known(
    connection: Connection, words: str, question: OpenQuestion, named: Person | Organization | None
) -> tuple[NameFound, ...]:
    """Names of the territory that the words spell: by their key, else by another name of theirs."""
    kind, _, about = question.entry.key.partition("|")
    territory = question.entry.territory
    if isinstance(named, Person):
        return people_named(connection, named.key, territory)
    if kind not in ("abbreviation", "unknown_phrase") or fold(words) == about:
        return ()
    keys = {organization_named(words).key, *([named.key] if named is not None else [])}
    found = organizations_named(connection, keys, fold(words), territory)
    return tuple(one for one in found if one.key in keys) or found
