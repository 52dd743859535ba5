"""Rows, names and doubts → Order: anchors, parties, questions, claims."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from ingest.model import RawOrder, RawRow
from normalize.fold import fingerprint, fold
from normalize.model import (
    Alias,
    Field,
    Measure,
    Order,
    Organization,
    Party,
    Person,
    Question,
    SchoolClaim,
    Status,
)
from normalize.names.organizations import FROM_ELSEWHERE, organization_of_key
from normalize.names.people import person_of_key
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.resolve import Names
from normalize.parties.drafts import Draft, targets_of
from normalize.parties.lexer import Target
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.questions.schools import status_of_all
from normalize.questions.worded import Span, as_said

_UNRESOLVED = frozenset({"unknown_phrase", "initial_missing", "oblique_name"})

_LONG_TEXT = 1000  # characters of a question, beyond which no more places are named


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


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for the order as a whole."""

    territory: str
    school_year: str | None
    proofs: tuple[Alias, ...]
    people: Mapping[str, Person]  # known from elsewhere, by key
    organizations: Mapping[str, Organization]  # likewise
    letters: frozenset[str]  # folded, that a person said mean an organization
    said: Mapping[Span, Person | Organization]  # whom a person said that words name


def assemble(
    raw: RawOrder,
    rows: tuple[ReadRow, ...],
    names: Names,
    doubts: tuple[OrderDoubt, ...],
    verdicts: Verdicts,
    frame: Frame,
) -> Order:
    """The finished order. `doubts` are those that no decision has settled."""
    anchors = _Anchors(Counter())
    drafted = [
        (position, field, draft, printed, anchors.give(raw.rows[position - 1], field, printed))
        for position in range(1, len(rows) + 1)
        for field, draft, printed in _fields(position, names)
    ]
    found: list[Question | None] = [_question(doubt, drafted) for doubt in doubts]
    found += [
        _spelling_question(doubt, drafted, names)
        for doubt in (*names.people.doubts, *names.organizations.doubts, *names.places.doubts)
    ]
    questions = _merged(question for question in found if question is not None)
    by_weight = sorted(questions, key=lambda question: question.kind in _UNRESOLVED)
    open_kinds = {anchor: question.kind for question in by_weight for anchor in question.anchors}
    measures = tuple(
        _measure(
            row,
            raw.rows[row.position - 1],
            [one for one in drafted if one[0] == row.position],
            names,
            open_kinds,
            verdicts,
            frame,
        )
        for row in rows
    )
    used = {party.organization for measure in measures for party in measure.parties} | {
        key for measure in measures for party in measure.parties for _, key in party.other_roles
    }
    return Order(
        raw.file, raw.sha256, raw.head, frame.territory, frame.school_year, measures,
        _all_people(names, measures, frame),
        _with_aliases(names, used, drafted, frame),
        tuple(claim for claim in _claims(drafted, names, rows, verdicts) if claim.organization in used),
        tuple(questions), names.own_names,
    )  # fmt: skip


_Claims = tuple[SchoolClaim, ...]
_Drafted = tuple[int, Field, Draft, Draft, str]  # position, field, resolved draft, draft as read, anchor


def _fields(position: int, names: Names) -> Iterable[tuple[Field, Draft, Draft]]:
    for field, resolved, read in (
        ("responsible", names.responsible[position], names.readings.responsible[position].drafts),
        ("measure", names.measures[position], names.readings.measures[position].drafts),
    ):
        for draft, printed in zip(resolved, read, strict=True):
            yield field, draft, printed  # type: ignore[misc]


def _question(doubt: OrderDoubt, drafted: list[_Drafted]) -> Question:
    spans = {(position, draft.start, draft.end, draft.role) for position, draft in doubt.touched}
    anchors = tuple(
        anchor
        for position, field, draft, _, anchor in drafted
        if field == "responsible" and (position, draft.start, draft.end, draft.role) in spans
    )
    return Question(doubt.key, doubt.kind, doubt.text, doubt.surface, doubt.candidates, doubt.positions, anchors)


def _spelling_question(doubt: Doubt, drafted: list[_Drafted], names: Names) -> Question | None:
    """The question with the mentions that it is about; None where none is left: those that a person told apart by
    where they work are nobody's namesake any more.
    """
    touched = [
        (position, anchor)
        for position, _, draft, printed, anchor in drafted
        if (_is_local(doubt, draft, names) if doubt.local else _is_spelt(doubt, draft, printed))
        and not _is_told_apart(doubt, draft, names)
    ]
    if not touched:
        return None
    positions = tuple(dict.fromkeys(position for position, _ in touched))
    return Question(
        doubt.subject,
        doubt.kind,
        doubt.text,
        doubt.surface,
        doubt.candidates,
        positions,
        tuple(anchor for _, anchor in touched),
    )


def _is_local(doubt: Doubt, draft: Draft, names: Names) -> bool:
    return draft.person is not None and names.local_key(draft) in doubt.keys


def _is_spelt(doubt: Doubt, draft: Draft, printed: Draft) -> bool:
    named = printed.person is not None and printed.person.key in doubt.keys
    means = doubt.kind == "similar_people" and draft.person is not None and draft.person.key in doubt.keys
    return named or means or any(target.key in doubt.keys for target in targets_of(printed))


def _is_told_apart(doubt: Doubt, draft: Draft, names: Names) -> bool:
    """«Орлова Е.В., методист ЦДО» after «однофамильцы»: not the Орлова of whom an earlier order is asked."""
    return doubt.kind == "namesake" and draft.target is not None and not names.namesakes.isdisjoint(doubt.keys)


def _merged(questions: Iterable[Question]) -> list[Question]:
    """One question for each key: «ноябрь» that is left over in two rows is asked about once, and names both."""
    found: dict[str, Question] = {}
    for question in questions:
        known = found.get(question.key)
        found[question.key] = question if known is None else _merge(known, question)
    return list(found.values())


def _merge(one: Question, other: Question) -> Question:
    is_said = other.text in one.text or len(one.text) > _LONG_TEXT
    return replace(
        one,
        text=one.text if is_said else f"{one.text} {other.text}",
        candidates=tuple(dict.fromkeys((*one.candidates, *other.candidates))),
        measures=tuple(dict.fromkeys((*one.measures, *other.measures))),
        anchors=tuple(dict.fromkeys((*one.anchors, *other.anchors))),
    )


def _measure(
    row: ReadRow,
    raw: RawRow,
    drafted: list[_Drafted],
    names: Names,
    open_kinds: Mapping[str, str],
    verdicts: Verdicts,
    frame: Frame,
) -> Measure:
    found = [_party(one, row, names, open_kinds, verdicts, frame) for one in drafted]
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
        decided = verdicts.get(f"{prefix}{key}")
        if decided is not None and decided.verb == "same" and decided.answer:
            key = decided.answer
    return key


def _party(
    one: _Drafted, row: ReadRow, names: Names, open_kinds: Mapping[str, str], verdicts: Verdicts, frame: Frame
) -> Party | None:
    _, field, draft, _, anchor = one
    decided, placed = verdicts.get(anchor), verdicts.get(place_subject(anchor))
    named = verdicts.get(f"person|{draft.person.key}") if draft.person else None
    if any(one is not None and one.verb == "not_a_name" for one in (decided, named)):
        return None
    text = row.responsible if field == "responsible" else row.measure
    person = names.person_of(draft)
    organization = draft.target.key if draft.target else None
    rule, score = draft.rule, draft.score
    if person is not None and draft.person is not None and person != draft.person.key:
        rule, score = names.people.rules[draft.person.key], min(score, 0.95)
    if draft.target is not None and _letters_of(draft.target) in frame.letters:
        rule, score = "decision", 1.0
    if decided is not None and decided.verb == "same" and decided.answer:
        rule, score = "decision", 1.0
        person, organization = (decided.answer, organization) if draft.person else (person, decided.answer)
    if placed is not None and placed.verb == "same" and placed.answer:
        rule, score, organization = "decision", 1.0, placed.answer
    if draft.person is not None and person is not None and person != draft.person.key:
        person = _united(person, "person|", verdicts)
    if draft.target is not None and organization is not None and organization != draft.target.key:
        organization = _united(organization, "", verdicts)
    kind = open_kinds.get(anchor)
    status: Status = "resolved" if kind is None else "unresolved" if kind in _UNRESOLVED else "proposed"
    return Party(
        field, draft.start, draft.end, text[draft.start : draft.end], draft.kind, person, draft.role, organization,
        status, rule, score if kind is None else min(score, 0.5),
        tuple((role, target.key if target else None) for role, target in draft.other_roles), anchor,
    )  # fmt: skip


def _letters_of(target: Target) -> str:
    """«иро» of a target that was printed so, whatever it was found to mean."""
    return target.printed.partition("|")[2]


def _with_aliases(
    names: Names, used: set[str | None], drafted: list[_Drafted], frame: Frame
) -> tuple[Organization, ...]:
    """The organizations that parties point at, with every other spelling that the order proves or uses."""
    spellings: dict[str, set[str]] = {}
    decided: dict[str, set[str]] = {}
    for _, _, draft, printed, _ in drafted:
        if draft.target is not None and printed.target is not None and not _is_borrowed(printed.target, names):
            spellings.setdefault(draft.target.key, set()).add(printed.target.name)
            by_word = names.organizations.rules.get(printed.target.key) == "decision"
            if by_word or _letters_of(draft.target) in frame.letters:
                decided.setdefault(draft.target.key, set()).add(printed.target.name)
    for proof in frame.proofs:
        means = names.organizations.means.get(proof.means, proof.means)
        spellings.setdefault(means, set()).add(proof.key.upper())
    said = {one.key: one for one in frame.said.values() if isinstance(one, Organization)}
    found = []
    for key in sorted(one for one in used if one is not None):
        entity = names.entities.get(key) or _entity_of(key, drafted) or frame.organizations.get(key)
        entity = entity or said.get(key) or organization_of_key(key)
        aliases = spellings.get(key, set()) - {entity.name}
        found.append(
            replace(entity, aliases=tuple(sorted(aliases)), decided=tuple(sorted(aliases & decided.get(key, set()))))
        )
    return tuple(found)


def _is_borrowed(printed: Target, names: Names) -> bool:
    """True for letters that only other orders explain: no word of this order, and no proof for a third one."""
    return " " not in fold(printed.name) and names.organizations.rules.get(printed.key) == FROM_ELSEWHERE


def _all_people(names: Names, measures: tuple[Measure, ...], frame: Frame) -> tuple[Person, ...]:
    """The people of the order, and whoever a person said that a mention means."""
    meant = {party.person for measure in measures for party in measure.parties}
    said = {one.key: one for one in frame.said.values() if isinstance(one, Person)}
    found = {person.key: person for person in names.persons if person.key in meant}
    for measure in measures:
        for party in measure.parties:
            if party.person is not None and party.person not in found:
                found[party.person] = _somebody(party.person, frame, said)
    return tuple(found[key] for key in sorted(found))


def _somebody(key: str, frame: Frame, said: Mapping[str, Person]) -> Person:
    return frame.people.get(key) or said.get(key) or person_of_key(key)


def _entity_of(key: str, drafted: list[_Drafted]) -> Organization | None:
    for _, _, draft, _, _ in drafted:
        for target in targets_of(draft):
            if target.key == key:
                return Organization(
                    key, target.name, target.kind, target.school_number, target.school_type, target.above_territory
                )
    return None


def _claims(drafted: list[_Drafted], names: Names, rows: tuple[ReadRow, ...], verdicts: Verdicts) -> _Claims:
    """What cells say of schools, type and status, as printed. Contradictions stay: facts are facts."""
    of_all = {row.position: status_of_all(row, verdicts) for row in rows}
    return tuple(
        SchoolClaim(draft.target.key, claim, value, position, printed.target.name)
        for position, field, draft, printed, _ in drafted
        if draft.target is not None and printed.target is not None and draft.target.kind == "school"
        for claim, value in _said(printed.target, of_all[position] if field == "responsible" else None)
    )


def _said(target: Target, said_of_all: str | None) -> list[tuple[Literal["type", "status"], str]]:
    said: list[tuple[Literal["type", "status"], str]] = []
    if target.school_type is not None:
        said.append(("type", target.school_type))
    status = target.status or said_of_all
    if status is not None:
        said.append(("status", status))
    return said
