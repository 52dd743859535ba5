"""What the clerk's page reads: questions with their places, names, orders, decisions."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from normalize.model import Candidate
from store.model import Scope, Verb

CellField = Literal["measure", "deadline", "responsible"]


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One open question, however many orders ask it: what `prikaz status`, the page and the workbook count."""

    entry_id: str  # also the id of its lease
    question_id: str  # of its row in the oldest order
    key: str
    kind: str
    text: str
    territory: str | None
    issuer: str | None
    orders: int
    mentions: int
    opened_at: datetime
    order: str = ""  # number of the oldest order, or the name of its file


@dataclass(frozen=True, slots=True)
class PutOff:
    """A question left open on purpose: the last decision that says so, by its number, and the day to come back."""

    seq: int
    day: date | None = None  # None: no day was named


@dataclass(frozen=True, slots=True)
class Reach:
    """How much an answer settles when it is limited to this scope."""

    scope: Scope
    orders: int
    mentions: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question as it is put to the clerk. `order_id` is the order whose cell is shown."""

    entry: QueueEntry
    text: str
    surface: str
    candidates: tuple[Candidate, ...]
    order_id: str
    school_year: str | None
    reaches: tuple[Reach, ...]  # here, issuer, year, everywhere; a scope that the order cannot name is left out


@dataclass(frozen=True, slots=True)
class Span:
    """A mention in a cell: 0-based, end exclusive."""

    field: CellField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MeasureCells:
    """A measure as printed, with the order that it belongs to."""

    measure_id: str
    order_id: str
    order_number: str | None
    order_date: str | None  # ISO
    issuer: str | None
    school_year: str | None
    position: int  # 1-based
    number: str | None
    section: str | None
    measure: str
    deadline: str
    responsible: str
    source_page: int | None
    source_place: str | None
    source_file: str


@dataclass(frozen=True, slots=True)
class PlaceOfDoubt:
    """A measure that a question touches, and where in its cells."""

    cells: MeasureCells
    spans: tuple[Span, ...]
    shows: CellField | None = None  # the cell that the doubt is about, where nothing in it is marked


@dataclass(frozen=True, slots=True)
class Answer:
    """What the clerk said, and to what. `when` and `clerk` sign it."""

    question_id: str
    key: str  # of the question as the clerk saw it
    verb: Verb
    answer: str | None
    scope: Scope
    clerk: str
    when: datetime
    reason: str | None = None
    batch: str | None = None
    words: str | None = None  # as the clerk wrote them, where they were read as something else


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A decision, whether it counts, and what it undoes in words."""

    decision_id: str
    seq: int
    made_at: datetime
    actor: str
    verb: Verb
    subject: str
    answer: str | None
    territory: str | None
    scope: Scope
    scope_value: str | None
    reason: str | None
    batch: str | None
    undoes: str | None
    in_force: bool
    seen: tuple[tuple[str, str], ...]  # (kind, text): what the clerk had before them


@dataclass(frozen=True, slots=True)
class NameFound:
    """A person or an organization that a search found. `key` is what a decision answers with."""

    entity: Literal["person", "organization"]
    entity_id: str
    key: str
    name: str
    kind: str | None
    territory: str | None
    mentions: int
