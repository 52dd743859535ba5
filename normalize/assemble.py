"""Rows, names and doubts → Order: anchors, parties, questions, claims."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ingest.model import RawOrder, RawRow
from normalize.fold import fingerprint, fold
from normalize.frame import Frame
from normalize.model import (
    Field,
    Measure,
    Order,
    Party,
    Question,
    Status,
)
from normalize.names.resolution import Verdicts
from normalize.names.resolve import Names
from normalize.order_names import claims_of, letters_of, people_of_order, with_aliases
from normalize.parties.drafts import Draft
from normalize.questions.anchored import Drafted, merged, question_of, spelling_question
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.questions.leaning import with_leaning
from normalize.questions.worded import as_said

_UNRESOLVED = frozenset({"unknown_phrase", "initial_missing", "oblique_name"})


@dataclass(slots=True)
class _Anchors:
    """Anchors of parties: fingerprint of the measure, column, kind, normalized name, ordinal (names.md §4)."""

    seen: Counter[str]

    def give(self, row: RawRow, field: Field, draft: Draft) -> str:
        name = (
            draft.person.key if draft.person else f"{fold(draft.role or '')}|{draft.target.key if draft.target else ''}"
        )
        base = f"{fingerprint(row.measure)}|{field}|{draft.kind}|{name}"
        self.seen[base] += 1
        return sha256(f"{base}|{self.seen[base]}".encode()).hexdigest()[:20]


def assemble(
    raw: RawOrder,
    rows: tuple[ReadRow, ...],
    names: Names,
    doubts: tuple[OrderDoubt, ...],
    verdicts: Verdicts,
    frame: Frame,
) -> Order:
    """The finished order. `doubts` are those that no decision has settled."""
    drafted = _drafted(raw, names)
    questions = _questions(doubts, drafted, names)
    by_weight = sorted(questions, key=lambda question: question.kind in _UNRESOLVED)
    open_kinds = {anchor: question.kind for question in by_weight for anchor in question.anchors}
    measures = tuple(
        _measure(row, raw.rows[row.position - 1], drafted, names, open_kinds, verdicts, frame) for row in rows
    )
    used = {party.organization for measure in measures for party in measure.parties} | {
        key for measure in measures for party in measure.parties for _, key in party.other_roles
    }
    return Order(
        raw.file, raw.sha256, raw.head, frame.territory, frame.school_year, measures,
        people_of_order(names, measures, frame),
        with_aliases(names, used, drafted, frame),
        tuple(claim for claim in claims_of(drafted, names, rows, verdicts) if claim.organization in used),
        tuple(questions), names.own_names,
    )  # fmt: skip


def _drafted(raw: RawOrder, names: Names) -> list[Drafted]:
    """Every party of the order with its anchor."""
    anchors = _Anchors(Counter())
    return [
        (position, field, draft, printed, anchors.give(row, field, printed))
        for position, row in enumerate(raw.rows, start=1)
        for field, draft, printed in _fields(position, names)
    ]


def _questions(doubts: Iterable[OrderDoubt], drafted: list[Drafted], names: Names) -> list[Question]:
    found: list[Question | None] = [*with_leaning([question_of(doubt, drafted) for doubt in doubts], drafted)]
    found += [
        spelling_question(doubt, drafted, names)
        for doubt in (*names.people.doubts, *names.organizations.doubts, *names.places.doubts)
    ]
    return merged(question for question in found if question is not None)


def _fields(position: int, names: Names) -> Iterable[tuple[Field, Draft, Draft]]:
    for field, resolved, read in (
        ("responsible", names.responsible[position], names.readings.responsible[position].drafts),
        ("measure", names.measures[position], names.readings.measures[position].drafts),
    ):
        for draft, printed in zip(resolved, read, strict=True):
            yield field, draft, printed  # type: ignore[misc]


def _measure(
    row: ReadRow,
    raw: RawRow,
    drafted: list[Drafted],
    names: Names,
    open_kinds: Mapping[str, str],
    verdicts: Verdicts,
    frame: Frame,
) -> Measure:
    own = [one for one in drafted if one[0] == row.position]
    found = [_party(one, row, names, open_kinds, verdicts, frame) for one in own]
    parties = tuple(_as_decided(party, row, frame) for party in found if party is not None)
    return Measure(
        row.position, raw.plan, raw.section, raw.number, raw.measure, raw.deadline, raw.responsible, raw.extra,
        raw.places, fingerprint(raw.measure), row.deadlines.deadlines, parties,
    )  # fmt: skip


def _as_decided(party: Party, row: ReadRow, frame: Frame) -> Party:
    in_cell = party.field == "responsible"
    return as_said(party, frame.said.get((row.position, party.start, party.end)) if in_cell else None)


def place_subject(anchor: str) -> str:
    """What a decision on a mention's organization is about: the mention itself may be a person, decided on apart."""
    return f"place|{anchor}"


def _united(key: str, prefix: str, verdicts: Verdicts) -> str:
    """What a mention means may have been merged into another name since: «иванова|о|в|3f2a» is «иванова|о|в» again."""
    seen = set[str]()
    while key not in seen:
        seen.add(key)
        key = _same(verdicts, f"{prefix}{key}") or key
    return key


def _party(
    one: Drafted, row: ReadRow, names: Names, open_kinds: Mapping[str, str], verdicts: Verdicts, frame: Frame
) -> Party | None:
    _, field, draft, _, anchor = one
    named = verdicts.get(f"person|{draft.person.key}") if draft.person else None
    if any(one is not None and one.verb == "not_a_name" for one in (verdicts.get(anchor), named)):
        return None
    text = row.responsible if field == "responsible" else row.measure
    meant = _meant(draft, anchor, names, verdicts, frame)
    kind = open_kinds.get(anchor)
    status: Status = "resolved" if kind is None else "unresolved" if kind in _UNRESOLVED else "proposed"
    return Party(
        field, draft.start, draft.end, text[draft.start : draft.end], draft.kind, meant.person, draft.role,
        meant.organization, status, meant.rule, meant.score if kind is None else min(meant.score, 0.5),
        tuple((role, target.key if target else None) for role, target in draft.other_roles), anchor,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Meant:
    """Keys of the person and the organization that a mention means, and what says so."""

    person: str | None
    organization: str | None
    rule: str
    score: float


def _meant(draft: Draft, anchor: str, names: Names, verdicts: Verdicts, frame: Frame) -> _Meant:
    """The rules' reading, then a decision on the letters, on the mention and on its place."""
    person = names.person_of(draft)
    organization = draft.target.key if draft.target else None
    rule, score = draft.rule, draft.score
    if person is not None and draft.person is not None and person != draft.person.key:
        rule, score = names.people.rules[draft.person.key], min(score, 0.95)
    if draft.target is not None and letters_of(draft.target) in frame.letters:
        rule, score = "decision", 1.0
    if answer := _same(verdicts, anchor):
        rule, score = "decision", 1.0
        person, organization = (answer, organization) if draft.person else (person, answer)
    if answer := _same(verdicts, place_subject(anchor)):
        rule, score, organization = "decision", 1.0, answer
    if draft.person is not None and person is not None and person != draft.person.key:
        person = _united(person, "person|", verdicts)
    if draft.target is not None and organization is not None and organization != draft.target.key:
        organization = _united(organization, "", verdicts)
    return _Meant(person, organization, rule, score)


def _same(verdicts: Verdicts, subject: str) -> str | None:
    """What a person said that the subject is; None where nobody did."""
    decided = verdicts.get(subject)
    return decided.answer or None if decided is not None and decided.verb == "same" else None
