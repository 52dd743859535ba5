"""What goes into and comes out of the database besides orders."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Outcome = Literal["new", "unchanged", "same_order", "replaced"]
Verb = Literal["same", "different", "new", "not_a_name", "unsure", "text", "undo"]
Scope = Literal["here", "issuer", "year", "everywhere"]


@dataclass(frozen=True, slots=True)
class ImportStamp:
    """Who imports, when (aware), with what."""

    imported_at: datetime
    actor: str
    program_version: str
    rules_version: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell, row or head line in which two forms of an order differ. None = not there."""

    kind: Literal["strangers", "head", "added", "removed", "changed", "reading"]
    place: str  # readable: «мероприятие 34»; "" for the head
    field: str  # Russian: «срок»; "" for a whole row
    before: str | None  # of strangers (no measure in common): how many measures
    after: str | None


@dataclass(frozen=True, slots=True)
class PartyCounts:
    persons: int = 0
    schools: int = 0
    organizations: int = 0
    groups: int = 0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What an import did. `differences` are from what the database held to what it holds; for a file that
    is known and older than the order as it stands, from the order to that file."""

    outcome: Outcome
    order_id: str
    number: str | None
    date: str | None  # ISO
    measures: int
    sections: int
    parties: PartyCounts
    open_questions: int
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderSummary:
    """An order as `prikaz status` lists it."""

    order_id: str
    number: str | None
    date: str | None  # ISO
    issuer: str | None
    territory: str | None
    title: str | None
    school_year: str | None
    source_file: str
    source_sha256: str
    imported_at: datetime
    rules_version: str
    measures: int
    parties: int
    open_questions: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that the clerk saw when deciding: «initials equal», a cell, a candidate's label."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be appended. `territory` None: it holds in every territory."""

    made_at: datetime
    actor: str
    verb: Verb
    subject: str
    answer: str | None
    rules_version: str
    territory: str | None = None
    scope: Scope = "everywhere"
    scope_value: str | None = None
    reason: str | None = None
    batch: str | None = None
    undoes: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as it stands in the database."""

    decision_id: str
    seq: int  # 1-based, in the order in which they were taken
    decision: NewDecision


Chain = tuple[DecisionRow, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the database that does not hold."""

    kind: str  # stable code: span, position_gap, orphan, view, contradiction, empty_text …
    place: str  # table and id
    text: str  # Russian, a whole sentence
