"""The spreadsheet way of answering: questions out, answers in, row by row. A public face of the package."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from review.answering import NotUnderstood, read_words
from review.kinds import KINDS, kind_of
from review.notices import signed_words
from review.queue import default_scope
from review.wording import SCOPES, VERBS, order_name
from store.contradictions import Contradiction
from store.model import Scope, Verb
from store.review_answers import Answered, AnsweredBefore, HeldByOther, Outcome, latest_decision, take_answer
from store.review_browse import read_order_line
from store.review_model import Answer, OpenQuestion, PlaceOfDoubt
from store.review_places import places_of
from store.review_queue import find_question, queue_entries
from store.review_sheet import SheetRow, read_sheet, write_sheet

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
class RowRefusal:
    line: int  # as Excel counts
    reason: str


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What became of a workbook: rows kept, rows that were in the database already, rows refused."""

    kept: int
    known: int
    refused: tuple[RowRefusal, ...]


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


def take_rows(connection: Connection, rows: Iterable[tuple[int, SheetRow]], clerk: str) -> SheetReport:
    kept, known, refused = 0, 0, list[RowRefusal]()
    batch = str(uuid4())
    for line, row in rows:
        if not row.answer and not row.words:
            continue
        try:
            outcome = _take(connection, row, clerk, batch)
        except Refused as error:
            refused.append(RowRefusal(line, str(error)))
            continue
        kept, known = kept + outcome, known + (not outcome)
    return SheetReport(kept, known, tuple(refused))


def _take(connection: Connection, row: SheetRow, clerk: str, batch: str) -> bool:
    """True when the answer is kept, False when it was there already. Raises Refused."""
    question = find_question(connection, row.question_id)
    if question is None:
        return _refuse_unless_known(connection, row)
    if question.entry.key != row.key:
        raise Refused("номер вопроса и его ключ не подходят друг к другу: скрытые столбцы менять нельзя")
    verb, said = _said(row, question)
    scope = _scope(row, question)
    answer = Answer(
        row.question_id, row.key, verb, said, "everywhere" if verb == "unsure" else scope, clerk,
        datetime.now(UTC), row.reason or None, batch,
    )  # fmt: skip
    try:
        return _kept(take_answer(connection, answer))
    except Contradiction as error:
        chain = "; ".join(signed_words(one) for one in error.chain)
        raise Refused(f"противоречит прежним решениям: {chain}") from error


def _kept(outcome: Outcome) -> bool:
    match outcome:
        case Answered():
            return True
        case HeldByOther(clerk):
            raise Refused(f"вопрос сейчас открыт у коллеги ({clerk})")
        case AnsweredBefore():
            return False


def _refuse_unless_known(connection: Connection, row: SheetRow) -> bool:
    """False when the same answer is in force; the second reading of a workbook changes nothing."""
    last = latest_decision(connection, row.key)
    if last is None:
        raise Refused("такого вопроса больше нет: приказ изменился или прочитан заново")
    one = last.decision
    labels = {seen.text for seen in one.evidence if seen.kind == "answer"}
    offered = _OFFERED.get(row.answer, (one.verb, None))
    meant = row.answer in labels or (row.answer in _OFFERED and offered in ((one.verb, one.answer), (one.verb, None)))
    same = row.words in (one.answer, *labels) if row.words else meant
    if not same:
        raise Refused(f"на вопрос уже ответили иначе: {signed_words(last)}")
    return False


def _said(row: SheetRow, question: OpenQuestion) -> tuple[Verb, str | None]:
    if row.answer and row.words:
        raise Refused("заполнены и «Ответ», и «Ответ словами»: оставьте одно")
    if row.words:
        return _said_in_words(row, question)
    if row.answer in _OFFERED and row.answer in _choices(question):
        return _OFFERED[row.answer]
    for one in question.candidates:
        if one.label == row.answer:
            return "same", one.answer
    raise Refused(f"«{row.answer}» нет среди вариантов; свой ответ пишут в столбец «Ответ словами»")


def _said_in_words(row: SheetRow, question: OpenQuestion) -> tuple[Verb, str | None]:
    kind = kind_of(question.entry.kind, question.entry.key)
    if kind.words is None:
        raise Refused("на этот вопрос словами не отвечают: выберите из списка в столбце «Ответ»")
    try:
        said = read_words(row.words, kind)
    except NotUnderstood as error:
        raise Refused(str(error)) from error
    return said.verb, said.answer


def _scope(row: SheetRow, question: OpenQuestion) -> Scope:
    if not row.scope:
        return default_scope(question, kind_of(question.entry.kind, question.entry.key))
    scope = _SCOPE_OF.get(row.scope)
    if scope is None or scope not in {one.scope for one in question.reaches}:
        raise Refused(f"«Где верно»: «{row.scope}» здесь не подходит")
    return scope


def _choices(question: OpenQuestion) -> list[str]:
    kind = kind_of(question.entry.kind, question.entry.key)
    offers = [*kind.verbs.values(), *([kind.leave] if kind.leave else [])]
    return [*(one.label for one in question.candidates), *(f"— {offer.label}" for offer in offers), _UNSURE]


def _row(connection: Connection, question: OpenQuestion) -> SheetRow:
    scope = default_scope(question, kind_of(question.entry.kind, question.entry.key))
    places = places_of(connection, question, scope, 1)
    reach = next(one for one in question.reaches if one.scope == scope)
    place, cell = _place(places[0]) if places else (_file(connection, question.order_id), "")
    return SheetRow(
        question.text, place, cell, str(reach.mentions), "", "", SCOPES[scope], "",
        question.entry.question_id, question.entry.key,
    )  # fmt: skip


def _file(connection: Connection, order_id: str) -> str:
    """Where a question about a file as a whole belongs: «приказ № 306 от 07.10.2020, файл приказ.pdf»."""
    order = read_order_line(connection, order_id)
    return "" if order is None else f"{order_name(order.number, order.date)}, файл {order.source_file}"


def _place(place: PlaceOfDoubt) -> tuple[str, str]:
    one = place.cells
    number = one.number or f"без номера, {one.position}-е"
    text = f"{one.measure}\n— Срок: {one.deadline or 'пусто'}\n— Ответственные: {one.responsible or 'пусто'}"
    return f"{order_name(one.order_number, one.order_date)}, мероприятие {number}", text
