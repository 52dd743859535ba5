"""The spreadsheet way of answering: questions out, answers in, row by row. A public face of the package."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from review.deadline_words import UNREAD, deadline_words
from review.kinds import KINDS, Kind, Offer, kind_of
from review.notices import signed_words
from review.queue import default_scope
from review.wording import SCOPES, VERBS, order_name
from review.words import NotUnderstood, Said, read_words
from store.contradictions import Contradiction
from store.model import NewDecision, Scope, Verb
from store.review_answers import (
    Answered,
    AnsweredBefore,
    HeldByOther,
    Outcome,
    decisions_on,
    latest_decision,
    take_answer,
)
from store.review_browse import deadlines_of, read_order_line
from store.review_model import Answer, OpenQuestion, PlaceOfDoubt
from store.review_places import places_of
from store.review_question import find_question, orders_of
from store.review_queue import queue_entries
from store.review_sheet import SheetAnswer, SheetRow, read_sheet, write_sheet

_UNSURE = f"— {VERBS['unsure']}"  # the dash keeps it and the offers apart from candidates
_OFFERED: dict[str, tuple[Verb, str | None]] = {
    _UNSURE: ("unsure", None),
    **{f"— {offer.label}": (verb, None) for kind in KINDS.values() for verb, offer in kind.verbs.items()},
    **{f"— {kind.leave.label}": ("same", kind.leave.label) for kind in KINDS.values() if kind.leave},
}
_SCOPE_OF: dict[str, Scope] = {
    SCOPES["here"]: "here", SCOPES["issuer"]: "issuer", SCOPES["year"]: "year", SCOPES["everywhere"]: "everywhere",
}  # fmt: skip


class Refused(Exception):
    """A row that is not understood. The message is for the clerk, in Russian."""


@dataclass(frozen=True, slots=True)
class RowNote:
    """What is to be said of a row: why it is refused, or what its words come to."""

    line: int  # as Excel counts
    text: str


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What became of a workbook: rows kept, rows that were in the database already, rows refused.

    `said`: rows kept whose words came to something that the clerk has to know.
    """

    kept: int
    known: int
    refused: tuple[RowNote, ...]
    said: tuple[RowNote, ...] = ()


def export_questions(connection: Connection, path: Path) -> int:
    """Write all open questions; how many."""
    found = [find_question(connection, entry.question_id) for entry in queue_entries(connection)]
    questions = [one for one in found if one is not None]
    rows = [_row(connection, one) for one in questions]
    write_sheet(path, rows, [_choices(one) for one in questions], tuple(_SCOPE_OF))
    return len(rows)


def apply_answers(connection: Connection, path: Path, clerk: str) -> SheetReport:
    """Keep the answers of the workbook that are understood, in one batch. Raises NoSheet."""
    return take_rows(connection, read_sheet(path), clerk)


def take_rows(connection: Connection, rows: Iterable[tuple[int, SheetAnswer]], clerk: str) -> SheetReport:
    kept, known, refused, effects = 0, 0, list[RowNote](), list[RowNote]()
    batch = str(uuid4())
    for line, row in rows:
        if not row.answer and not row.words:
            continue
        try:
            outcome, effect = _take(connection, row, clerk, batch)
        except Refused as error:
            refused.append(RowNote(line, str(error)))
            continue
        kept, known = kept + outcome, known + (not outcome)
        if outcome and effect is not None:
            effects.append(RowNote(line, f"«{row.words}»: {effect}"))
    return SheetReport(kept, known, tuple(refused), tuple(effects))


def _take(connection: Connection, row: SheetAnswer, clerk: str, batch: str) -> tuple[bool, str | None]:
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
    except Contradiction as error:
        chain = "; ".join(signed_words(one) for one in error.chain)
        raise Refused(f"противоречит прежним решениям: {chain}") from error


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
    if row.answer in _OFFERED:
        return _OFFERED[row.answer] in ((one.verb, one.answer), (one.verb, None))
    return any(row.answer == label or row.answer.startswith(f"{label} (") for label in labels)


def _said(connection: Connection, row: SheetAnswer, question: OpenQuestion) -> Said:
    if row.answer and row.words:
        raise Refused("заполнены и «Ответ», и «Ответ словами»: оставьте одно")
    if row.words:
        return _said_in_words(connection, row, question)
    if row.answer in _OFFERED and row.answer in _choices(question):
        return Said(*_OFFERED[row.answer])
    for one, label in zip(question.candidates, _labels(question), strict=True):
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
    scope = _SCOPE_OF.get(row.scope)
    if scope is None or scope not in {one.scope for one in question.reaches}:
        raise Refused(f"«Где верно»: «{row.scope}» здесь не подходит")
    return scope


def _choices(question: OpenQuestion) -> list[str]:
    offers = _offers(kind_of(question.entry.kind, question.entry.key))
    return [*_labels(question), *(f"— {offer.label}" for offer in offers), _UNSURE]


def _labels(question: OpenQuestion) -> list[str]:
    """The candidates as the list shows them; of two that look alike each with its reasons."""
    counts = Counter(one.label for one in question.candidates)
    return [
        one.label if counts[one.label] == 1 else f"{one.label} ({'; '.join(one.reasons)})"
        for one in question.candidates
    ]


def _offers(kind: Kind) -> list[Offer]:
    return [*kind.verbs.values(), *([kind.leave] if kind.leave else [])]


def _row(connection: Connection, question: OpenQuestion) -> SheetRow:
    scope = default_scope(question)
    places = places_of(connection, question, scope, 1)
    reach = next(one for one in question.reaches if one.scope == scope)
    place, cell = _place(places[0]) if places else (_file(connection, question.order_id), "")
    asking = "; ".join(order_name(number, date) for number, date in orders_of(connection, question, scope))
    return SheetRow(
        question.text, place, asking, cell, _reading(connection, question, places), reach.mentions, "", "",
        SCOPES[scope], "", _arguments(question), _effects(question), question.entry.question_id, question.entry.key,
    )  # fmt: skip


def _reading(connection: Connection, question: OpenQuestion, places: Sequence[PlaceOfDoubt]) -> str:
    """How the deadline is read now, where that is the question."""
    if not places or kind_of(question.entry.kind, question.entry.key).shows != "deadlines":
        return ""
    read = deadlines_of(connection, places[0].cells.measure_id)
    return "; ".join(deadline_words(one.kind, one.starts_on, one.ends_on, one.rrule) for one in read) or UNREAD


def _arguments(question: OpenQuestion) -> str:
    """«Гребенщикова Л.М.: инициалы равны; фамилии различаются одной буквой», a line for each candidate."""
    return "\n".join(f"{one.label}: {'; '.join(one.reasons)}" for one in question.candidates if one.reasons)


def _effects(question: OpenQuestion) -> str:
    """What each answer changes, a line for each."""
    kind = kind_of(question.entry.kind, question.entry.key)
    taken = [(label, kind.effect_of(one)) for one, label in zip(question.candidates, _labels(question), strict=True)]
    offered = [(f"— {one.label}", one.effect) for one in _offers(kind)]
    words = [("Словами", kind.words)] if kind.words else []
    return "\n".join(f"{label}: {effect}" for label, effect in (*taken, *offered, *words) if effect)


def _file(connection: Connection, order_id: str) -> str:
    """Where a question about a file as a whole belongs: «приказ № 306 от 07.10.2020, файл приказ.pdf»."""
    order = read_order_line(connection, order_id)
    return "" if order is None else f"{order_name(order.number, order.date)}, файл {order.source_file}"


def _place(place: PlaceOfDoubt) -> tuple[str, str]:
    one = place.cells
    number = one.number or f"без номера, {one.position}-е"
    text = f"{one.measure}\n— Срок: {one.deadline or 'пусто'}\n— Ответственные: {one.responsible or 'пусто'}"
    return f"{order_name(one.order_number, one.order_date)}, мероприятие {number}", text
