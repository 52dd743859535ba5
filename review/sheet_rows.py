"""A question → its line of the workbook."""

from collections.abc import Sequence

from sqlalchemy import Connection

from review.deadline_words import UNREAD, deadline_words
from review.kinds import kind_of
from review.queue import default_scope
from review.sheet_choices import labels_of, offers_of
from review.wording import SCOPES, order_name
from store.review.browse import deadlines_of, read_order_line
from store.review.model import OpenQuestion, PlaceOfDoubt
from store.review.places import places_of
from store.review.question import orders_of
from store.review.sheet import SheetRow


def row_of(connection: Connection, question: OpenQuestion) -> SheetRow:
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
    taken = [(label, kind.effect_of(one)) for one, label in zip(question.candidates, labels_of(question), strict=True)]
    offered = [(f"— {one.label}", one.effect) for one in offers_of(kind)]
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
