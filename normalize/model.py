"""What normalize hands on: an order's values with their spans, and the questions it leaves.

Nothing here knows files or SQL. Names are keyed by *spelling keys* (see `fold.py`): texts that are equal
exactly when two spellings are the same by rule, so that a decision about a spelling finds it again.
"""

from dataclasses import dataclass
from typing import Literal

from ingest.model import OrderHead, Place

Field = Literal["responsible", "measure"]
PartyKind = Literal["person", "school", "organization", "group"]
Status = Literal["resolved", "proposed", "unresolved"]
Signed = tuple[str, str, str]  # date (or "9999"), number, sha256 of an order: earlier orders keep their names
OrganizationKind = Literal["school", "authority", "center", "institute", "ministry", "other"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A part of a deadline cell. Dates are ISO, inclusive; `rrule` is RFC 5545 without its prefix."""

    text: str
    kind: Literal["by", "period", "recurring", "ongoing"]
    starts_on: str | None
    ends_on: str | None
    rrule: str | None
    inferred: bool  # the year or the bounds were not printed


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one order shows them: all mentions with one name key."""

    key: str  # «плотникова|т|а»: folded nominative surname and initials
    name: str  # canonical «Плотникова Т.А.»
    surname: str
    initials: str  # «Т.А.»
    given_names: str | None  # «Татьяна Андреевна», where an order prints them
    decided: tuple[str, ...] = ()  # other names that this order prints and a decision says are theirs


@dataclass(frozen=True, slots=True)
class Organization:
    """A school or another organization as one order shows it, all spellings that the order proves equal."""

    key: str  # spelling key of its canonical name
    name: str  # canonical
    kind: OrganizationKind
    school_number: str | None = None
    school_type: str | None = None  # «средняя», «основная», «лицей», «гимназия» …
    above_territory: bool = False  # a ministry, a regional institute: one for all territories
    aliases: tuple[str, ...] = ()  # other spellings that this order uses for it, as printed
    decided: tuple[str, ...] = ()  # those of the aliases that a decision explains, not the order


@dataclass(frozen=True, slots=True)
class Party:
    """One person, school, organization or role group that a cell names."""

    field: Field
    start: int  # 0-based in the field's text
    end: int  # exclusive
    surface: str
    kind: PartyKind
    person: str | None  # key of a Person of the same order
    role: str | None
    organization: str | None  # key of an Organization of the same order
    status: Status
    rule: str
    score: float  # 0..1
    other_roles: tuple[tuple[str, str | None], ...] = ()  # further (title, organization key) of the person
    anchor: str = ""  # survives renumbering and re-wrapping: names.md §4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that the clerk may take, with its reasons in words (Russian)."""

    answer: str  # machine form: what the decision will hold
    label: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt, however many cells it touches."""

    key: str  # «kind|what it is about»: stable over imports and files
    kind: str
    text: str  # what is asked, in Russian
    surface: str
    candidates: tuple[Candidate, ...]
    measures: tuple[int, ...]  # positions (1-based) of the measures that it touches
    anchors: tuple[str, ...] = ()  # of the parties that it touches


@dataclass(frozen=True, slots=True)
class Measure:
    position: int  # 1-based in the order, no gaps
    plan: int
    section: str | None
    number: str | None
    measure: str
    deadline_text: str
    responsible_text: str
    extra: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    fingerprint: str  # of the measure's text, blind to white space, case and ё
    deadlines: tuple[Deadline, ...]
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class SchoolClaim:
    """What one cell says of a school: type («средняя») or status («опорная»)."""

    organization: str  # key
    claim: Literal["type", "status"]
    value: str
    position: int  # of the measure
    surface: str


@dataclass(frozen=True, slots=True)
class Alias:
    """What is known of a spelling from outside the order: registry, decisions, other orders."""

    key: str  # folded spelling: «цдо», «жигулиной м л»
    means: str  # key of the canonical entity
    source: Literal["registry", "decision", "order"]


@dataclass(frozen=True, slots=True)
class OwnName:
    """A school or organization as an order names it by its own word alone, whatever else is known."""

    organization: Organization
    sure: bool  # the order itself leaves no doubt: no slip, no school without its type


@dataclass(frozen=True, slots=True)
class Order:
    """An order, read. The public result of `normalize_order`."""

    file: str
    sha256: str
    head: OrderHead
    territory: str
    school_year: str | None
    measures: tuple[Measure, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    claims: tuple[SchoolClaim, ...]
    questions: tuple[Question, ...]
    own_names: tuple[OwnName, ...] = ()  # other orders may lean on them


@dataclass(frozen=True, slots=True)
class Decision:
    """A clerk's word, as in force. `subject` is a question key, a spelling key or a party's anchor."""

    verb: Literal["same", "different", "new", "not_a_name", "unsure", "text"]
    subject: str
    answer: str | None
    scope: Literal["here", "issuer", "year", "everywhere"] = "everywhere"
    scope_value: str | None = None
    label: str | None = None  # the answer as the clerk saw it: «ГАОУ ДПО «Институт развития образования»»


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person as another order of the territory shows them: what tells namesakes apart."""

    person: str  # key
    name: str  # canonical
    organizations: frozenset[str]  # keys
    roles: frozenset[str]
    posts: str  # for people to read: «директор, Средняя школа № 21»
    given_names: str | None
    order_date: str | None  # ISO
    order_number: str | None
    sha256: str  # of the order's file; only to tell orders of one day apart
    mentions: int = 1  # how often that order names the person


@dataclass(frozen=True, slots=True)
class Established:
    """A school or organization that another order of the territory names without a doubt, or the registry knows."""

    organization: Organization
    signed: Signed  # the earliest such order; three times "" for the registry


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An order of another territory that names some of the same people."""

    order_id: str
    territory: str
    issuer: str | None
    order_number: str | None
    order_date: str | None  # ISO
    shared: int  # names that both orders have


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What an import may lean on besides the order itself."""

    territory: str | None = None
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    aliases: tuple[Alias, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()  # by date, number and id
    established: tuple[Established, ...] = ()
