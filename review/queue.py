"""Which question comes next, and what the clerk is shown of it. Knows no HTML and no request."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from review.kinds import Kind, kind_of
from store.model import Scope
from store.review.browse import DeadlineLine, OrderLine, deadlines_of, read_order_line
from store.review.leases import drop_leases, leases_of_others, take_lease
from store.review.model import OpenQuestion, PlaceOfDoubt, PutOff, QueueEntry
from store.review.places import PageFrames, pages_of, places_of
from store.review.question import find_question
from store.review.queue import put_off, queue_entries, usual_scope

PLACES_SHOWN = 30  # a clerk reads no more; the count says how many there are


Later = Mapping[tuple[str, str | None], PutOff]  # (key, territory) of a question → how it was put off


@dataclass(frozen=True, slots=True)
class Left:
    """How much is still to do."""

    questions: int
    mentions: int
    put_off: int  # of the questions: left open on purpose
    with_others: int  # of the questions: before another clerk just now


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the clerk."""

    question: OpenQuestion | None  # None: nothing is left, or nothing that is not before others
    kind: Kind
    scope: Scope
    places: tuple[PlaceOfDoubt, ...]
    left: Left
    held_by: str | None = None
    deadlines: tuple[DeadlineLine, ...] = ()  # how the first cell is read now, where that is the question
    pages: tuple[PageFrames, ...] = ()  # likewise its picture
    order: OrderLine | None = None  # of a question about a file as a whole, which no cell shows
    put_off: PutOff | None = None  # the question was left open on purpose


@dataclass(slots=True)
class Session:
    """What one clerk's page remembers while the server runs."""

    clerk: str
    skipped: list[str]  # entry ids, in the order in which they were skipped or put off

    def skip(self, entry_id: str) -> None:
        """To the end of the queue."""
        self.take_up(entry_id)
        self.skipped.append(entry_id)

    def take_up(self, entry_id: str) -> None:
        """Back to where the question stood before it was skipped."""
        if entry_id in self.skipped:
            self.skipped.remove(entry_id)


def open_desk(connection: Connection, session: Session, question_id: str | None = None) -> Desk:
    """The question asked for, or the next one; it is leased to the clerk."""
    now = datetime.now(UTC)
    entries = queue_entries(connection)
    others = leases_of_others(connection, session.clerk, now)
    later = put_off(connection)
    left = _count(entries, later, others)
    drop_leases(connection, session.clerk)
    question = None if question_id is None else find_question(connection, question_id)
    if question is not None:
        holder = take_lease(connection, question.entry.entry_id, session.clerk, now)
        return _lay_out(connection, question, left, later, None if holder == session.clerk else holder)
    free = (one for one in entries if one.entry_id not in others)
    for entry in in_order(free, later, session.skipped, date.today()):
        # Another clerk may take it between the look and the lease: then it is theirs.
        if take_lease(connection, entry.entry_id, session.clerk, now) != session.clerk:
            continue
        question = find_question(connection, entry.question_id)
        if question is not None:
            return _lay_out(connection, question, left, later, None)
    return Desk(None, kind_of(""), "here", (), left)


def _lay_out(connection: Connection, question: OpenQuestion, left: Left, later: Later, held_by: str | None) -> Desk:
    kind = kind_of(question.entry.kind, question.entry.key)
    places = places_of(connection, question, "everywhere", PLACES_SHOWN)
    first = places[0].cells if places else None
    read = deadlines_of(connection, first.measure_id) if first and kind.shows == "deadlines" else ()
    pages = pages_of(connection, first) if first and kind.shows == "page" else ()
    order = None if first else read_order_line(connection, question.order_id)
    waits = later.get((question.entry.key, question.entry.territory))
    return Desk(question, kind, default_scope(question), places, left, held_by, read, pages, order, waits)


def in_order(entries: Iterable[QueueEntry], later: Later, skipped: Collection[str], today: date) -> list[QueueEntry]:
    """Fresh questions as they come, then those put off in earlier sittings, then those skipped or put off in this one.

    Each in the order in which the clerk left them, so that the one left last comes last. Whose day is still to come
    comes after all others, however often those were skipped.
    """
    left = {entry_id: index for index, entry_id in enumerate(skipped)}

    def rank(entry: QueueEntry) -> tuple[int, int, date, int]:
        waits, turn = later.get((entry.key, entry.territory)), left.get(entry.entry_id, -1)
        if waits is not None and waits.day is not None and waits.day > today:
            return (3, turn, waits.day, waits.seq)
        if turn >= 0:
            return (2, turn, today, 0)
        return (0, 0, today, 0) if waits is None or waits.day is not None else (1, 0, today, waits.seq)

    return sorted(entries, key=rank)


def default_scope(question: OpenQuestion) -> Scope:
    """The kind's usual reach, where the order can name it; else this order only."""
    usual, possible = usual_scope(question.entry.kind), {one.scope for one in question.reaches}
    return usual if usual in possible else "here"


def _count(
    entries: Collection[QueueEntry],
    later: Later,
    others: Mapping[str, str],
) -> Left:
    return Left(
        len(entries),
        sum(one.mentions for one in entries),
        sum((one.key, one.territory) in later for one in entries),
        sum(one.entry_id in others for one in entries),
    )
