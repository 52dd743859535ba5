"""Rows, names and doubts → Order: anchors, parties, questions, claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ingest.model import RawOrder, RawRow
from normalize.anchors import Anchors, carried_over, place_subject
from normalize.decided_spellings import decided_spellings
from normalize.fitting import is_key_of
from normalize.fold import fingerprint
from normalize.frame import Frame
from normalize.model import (
    Field,
    Measure,
    Order,
    Party,
    Person,
    Question,
    Status,
)
from normalize.names.resolution import Verdicts
from normalize.names.resolve import Names
from normalize.names.verdicts import last_name, merged_into
from normalize.order_names import claims_of, letters_of, people_of_order, with_aliases
from normalize.parties.drafts import OF_SET, Draft
from normalize.questions.anchored import Drafted, merged, question_of, spelling_question
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.questions.leaning import with_leaning
from normalize.questions.worded import as_said

_UNRESOLVED = frozenset({"unknown_phrase", "initial_missing", "oblique_name"})


def assemble(
    raw: RawOrder,
    rows: tuple[ReadRow, ...],
    names: Names,
    doubts: tuple[OrderDoubt, ...],
    verdicts: Verdicts,
    frame: Frame,
) -> Order:
    """The finished order. `doubts` are those that no decision has settled."""
    anchors = Anchors(names.readings.overruled, frame.lettered)
    drafted = _drafted(raw, names, anchors)
    verdicts = carried_over(verdicts, anchors.former)
    questions = _questions(doubts, drafted, names)
    by_weight = sorted(questions, key=lambda question: question.kind in _UNRESOLVED)
    open_kinds = {anchor: question.kind for question in by_weight for anchor in question.anchors}
    measures = tuple(
        _measure(row, raw.rows[row.position - 1], drafted, names, open_kinds, verdicts, frame) for row in rows
    )
    used = {party.organization for measure in measures for party in measure.parties} | {
        key for measure in measures for party in measure.parties for _, key in party.other_roles
    }
    decided = decided_spellings(names, drafted, measures, frame.said.keys(), verdicts)
    return Order(
        raw.file, raw.sha256, raw.head, frame.territory, frame.school_year, measures,
        people_of_order(names, measures, frame, decided),
        with_aliases(names, used, drafted, frame, decided),
        tuple(claim for claim in claims_of(drafted, names, rows, verdicts) if claim.organization in used),
        tuple(questions), names.own_names,
    )  # fmt: skip


def _drafted(raw: RawOrder, names: Names, anchors: Anchors) -> list[Drafted]:
    """Every party of the order with its anchor."""
    return [
        (position, field, draft, printed, anchors.give(fingerprint(row.measure), field, printed))
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
    parties = tuple(_as_decided(party, row, frame, verdicts) for party in found if party is not None)
    return Measure(
        row.position, raw.plan, raw.section, raw.number, raw.measure, raw.deadline, raw.responsible, raw.extra,
        raw.places, fingerprint(raw.measure), row.deadlines.deadlines, parties,
    )  # fmt: skip


def _as_decided(party: Party, row: ReadRow, frame: Frame, verdicts: Verdicts) -> Party:
    """With whom a person said that words name, and whatever that name was merged into."""
    said = frame.said.get((row.position, party.start, party.end)) if party.field == "responsible" else None
    if isinstance(said, Person):
        said = replace(said, key=last_name(said.key, verdicts, "person|"))
    elif said is not None:
        key = last_name(said.key, verdicts)
        said = frame.organizations.get(key) or replace(said, key=key)
    return as_said(party, said)


def _party(
    one: Drafted, row: ReadRow, names: Names, open_kinds: Mapping[str, str], verdicts: Verdicts, frame: Frame
) -> Party | None:
    _, field, draft, printed, anchor = one
    named = verdicts.get(f"person|{draft.person.key}") if draft.person else None
    if any(one is not None and one.verb == "not_a_name" for one in (verdicts.get(anchor), named)):
        return None
    text = row.responsible if field == "responsible" else row.measure
    meant = _meant(draft, anchor, names, verdicts, frame)
    rule = "decision" if printed.read_by == OF_SET else meant.rule
    kind = open_kinds.get(anchor)
    status: Status = "resolved" if kind is None else "unresolved" if kind in _UNRESOLVED else "proposed"
    return Party(
        field, draft.start, draft.end, text[draft.start : draft.end], draft.kind, meant.person, draft.role,
        meant.organization, status, rule, meant.score if kind is None else min(meant.score, 0.5),
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
    answer = merged_into(anchor, verdicts)
    if answer is not None and is_key_of("person" if draft.person else "organization", answer):
        rule, score = "decision", 1.0
        person, organization = (answer, organization) if draft.person else (person, answer)
    if answer := merged_into(place_subject(anchor), verdicts):
        rule, score, organization = "decision", 1.0, answer
    if draft.person is not None and person is not None and person != draft.person.key:
        person = last_name(person, verdicts, "person|")
    if organization is not None:
        organization = last_name(organization, verdicts)
    return _Meant(person, organization, rule, score)
