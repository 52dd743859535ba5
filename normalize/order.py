"""RawOrder → Order: the public face of normalize. Pure: the same order and knowledge give the same result."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from ingest.model import RawOrder, RawRow
from normalize.calendar_year import PlanYear, school_year_of
from normalize.deadlines import parse_deadlines
from normalize.doubts import OrderDoubt, ReadRow, find_doubts
from normalize.evidence import Row, organizations_of_titles, prove_by_initials, prove_by_post, unify_roles
from normalize.fold import fingerprint, fold
from normalize.lexer import Target
from normalize.measure_text import read_measure
from normalize.model import Field, Knowledge, Measure, Order, Organization, Party, Person, Question, SchoolClaim, Status
from normalize.parties import CellReading, Draft, read_cell
from normalize.people import PersonName
from normalize.resolve import Doubt, Resolution, Verdicts, people_of, resolve_organizations, resolve_people
from normalize.roles import singular_role
from normalize.verdicts import Scope, settles, verdicts_for

# Raised with every change that can alter a result: an order imported under an older one is read anew.
RULES_VERSION = "1"

_UNRESOLVED = frozenset({"unknown_phrase", "initial_missing", "oblique_name"})


def normalize_order(raw: RawOrder, known: Knowledge) -> Order:
    """The order's values with their spans, and the questions that only a person can settle."""
    territory = known.territory or raw.head.territory or raw.head.issuer or raw.file
    year, school_year = plan_year(raw)
    verdicts = verdicts_for(known.decisions, Scope(order_identity(raw), raw.head.issuer, school_year))
    cells = _read_cells(raw, known)
    names = _resolve(cells, known, verdicts)
    rows = _read_rows(raw, cells, names, year)
    doubts = [*find_doubts(rows), *_raw_doubts(raw, rows), *_head_doubts(raw, rows, school_year)]
    open_doubts = tuple(doubt for doubt in doubts if not settles(verdicts.get(doubt.key)))
    return _assemble(raw, rows, names, open_doubts, verdicts, territory, school_year)


def order_identity(raw: RawOrder) -> str:
    """What a decision «only here» is tied to: issuer, date and number; the content where one is not printed."""
    head = raw.head
    if head.number is None or head.date is None:
        return raw.sha256
    return fold(f"{head.issuer or ''} {head.date} {head.number}")


def plan_year(raw: RawOrder) -> tuple[PlanYear, str | None]:
    """The year that the plan is for, and its school year as printed «2020/2021».

    Printed school year → a calendar year in the title («на 2022 год») → the date of the order.
    """
    if raw.head.school_year is not None:
        return PlanYear(school_start=int(raw.head.school_year[:4])), raw.head.school_year
    title = re.search(r"\bна\s+(20\d\d)\s*(?:г\b|год)", raw.head.title or "")
    if title:
        return PlanYear(calendar=int(title[1])), None
    if raw.head.date is None:
        return PlanYear(), None
    start = school_year_of(date.fromisoformat(raw.head.date))
    return PlanYear(school_start=start), f"{start}/{start + 1}"


# --- cells, with the acronyms that the order proves ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cells:
    """What each row's two texts say, before names are resolved. Keyed by position, 1-based."""

    responsible: dict[int, CellReading]
    measures: dict[int, CellReading]


def _read_cells(raw: RawOrder, known: Knowledge) -> _Cells:
    rows = [Row(position, row.measure, row.responsible) for position, row in enumerate(raw.rows, start=1)]
    acronyms = {**_known_acronyms(known), **prove_by_initials(rows, raw.head.issuer)}
    cells = _read_with(rows, acronyms)
    proven = prove_by_post(cells.responsible, cells.measures)
    if proven.keys() <= acronyms.keys():
        return cells
    return _read_with(rows, {**proven, **acronyms})


def _read_with(rows: list[Row], acronyms: dict[str, Target]) -> _Cells:
    return _Cells(
        {row.position: read_cell(row.responsible, acronyms) for row in rows},
        {row.position: read_measure(row.measure, acronyms) for row in rows},
    )


def _known_acronyms(known: Knowledge) -> dict[str, Target]:
    """Short spellings that the registry, a decision or another order explains: «ЦДО»."""
    by_key = {organization.key: organization for organization in known.organizations}
    found: dict[str, Target] = {}
    for alias in known.aliases:
        organization, spelling = by_key.get(alias.means), alias.key.split("|", 1)[-1]
        if organization is not None and alias.key.startswith(("org|", "school|")) and " " not in spelling:
            found[spelling] = _target_of(organization)
    return found


def _target_of(organization: Organization) -> Target:
    return Target(
        organization.key, organization.name, organization.kind, 0, 0,
        organization.school_type, organization.school_number, organization.above_territory,
    )  # fmt: skip


# --- names -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Names:
    responsible: dict[int, tuple[Draft, ...]]
    measures: dict[int, tuple[Draft, ...]]
    readings: _Cells
    people: Resolution
    organizations: Resolution
    persons: tuple[Person, ...]
    entities: dict[str, Organization]
    carried: frozenset[tuple[int, int]]  # (position, index) of drafts whose organization stands elsewhere


def _resolve(cells: _Cells, known: Knowledge, verdicts: Verdicts) -> _Names:
    drafts = [draft for reading in cells.responsible.values() for draft in reading.drafts]
    in_measures = [draft for reading in cells.measures.values() for draft in reading.drafts]
    targets = [target for draft in [*drafts, *in_measures] for target in _targets(draft)]
    names, other = _person_names(drafts), _person_names(in_measures)
    people = resolve_people(names, other, known, verdicts)
    organizations, entities = resolve_organizations(targets, known, verdicts)
    responsible, carried = _complete(cells, organizations, entities)
    return _Names(
        responsible,
        {position: tuple(_retarget(draft, organizations, entities) for draft in reading.drafts) for position, reading in cells.measures.items()},
        cells, people, organizations, people_of([*names, *other], people, known), entities, carried,
    )  # fmt: skip


def _targets(draft: Draft) -> list[Target]:
    return [target for target in (draft.target, *(target for _, target in draft.other_roles)) if target is not None]


def _person_names(drafts: Iterable[Draft]) -> list[PersonName]:
    return [draft.person for draft in drafts if draft.person is not None]


def _retarget(draft: Draft, resolution: Resolution, entities: Mapping[str, Organization]) -> Draft:
    """The draft with its school or organization replaced by what the spelling means; its span stays."""
    if draft.target is None:
        return draft
    means = resolution.means.get(draft.target.key, draft.target.key)
    entity = entities.get(means)
    if entity is None or means == draft.target.key:
        return draft
    target = replace(_target_of(entity), start=draft.target.start, end=draft.target.end)
    return replace(
        draft, target=target, rule=resolution.rules.get(draft.target.key, draft.rule), score=min(draft.score, 0.95)
    )


def _complete(
    cells: _Cells, resolution: Resolution, entities: Mapping[str, Organization]
) -> tuple[dict[int, tuple[Draft, ...]], frozenset[tuple[int, int]]]:
    """Drafts with organizations and roles that stand elsewhere in the order filled in (CONTRACT.md §2)."""
    found = {
        position: [_retarget(draft, resolution, entities) for draft in reading.drafts]
        for position, reading in cells.responsible.items()
    }
    roles = unify_roles(draft.role for drafts in found.values() for draft in drafts if draft.role)
    carriers = organizations_of_titles(CellReading(tuple(drafts), ()) for drafts in found.values())
    posts = _posts(found)
    carried: set[tuple[int, int]] = set()
    for position, drafts in found.items():
        for index, draft in enumerate(drafts):
            if draft.role is None:
                continue
            draft = replace(draft, role=roles[draft.role])
            if draft.target is None and draft.kind in ("person", "group"):
                target = posts.get((draft.person.key, draft.role)) if draft.person and draft.role else None
                target = target or carriers.get(singular_role(draft.role or ""))
                if target is not None:
                    draft = replace(draft, target=target, rule="organization from the same order", score=0.9)
                    carried.add((position, index))
            drafts[index] = draft
    return {position: tuple(drafts) for position, drafts in found.items()}, frozenset(carried)


def _posts(found: Mapping[int, list[Draft]]) -> dict[tuple[str, str], Target]:
    """(person, role) → the one organization in which the order shows them."""
    targets: dict[tuple[str, str], dict[str, Target]] = {}
    for drafts in found.values():
        for draft in drafts:
            if draft.person is not None and draft.role and draft.target is not None:
                targets.setdefault((draft.person.key, draft.role), {})[draft.target.key] = draft.target
    return {post: next(iter(one.values())) for post, one in targets.items() if len(one) == 1}


def _read_rows(raw: RawOrder, cells: _Cells, names: _Names, year: PlanYear) -> tuple[ReadRow, ...]:
    return tuple(
        ReadRow(
            position, row.section, row.plan, row.number, row.measure, row.deadline, row.responsible,
            parse_deadlines(row.deadline, year, row.deadline_hint),
            names.responsible[position], names.measures[position], cells.responsible[position].doubts,
        )
        for position, row in enumerate(raw.rows, start=1)
    )  # fmt: skip


# --- questions -------------------------------------------------------------------------------------------


def _raw_doubts(raw: RawOrder, rows: tuple[ReadRow, ...]) -> list[OrderDoubt]:
    """What ingest was not sure of, by row and of the file."""
    doubts = [
        OrderDoubt(
            f"{doubt.kind}|{fingerprint(row.measure)}|{fold(doubt.surface)}",
            doubt.kind,
            doubt.text,
            doubt.surface,
            (position,),
        )
        for position, row in enumerate(raw.rows, start=1)
        for doubt in row.doubts
    ]
    whole = [
        OrderDoubt(
            f"{doubt.kind}|{order_identity(raw)}|{fold(doubt.surface or doubt.text)}",
            doubt.kind,
            doubt.text,
            doubt.surface,
            (),
        )
        for doubt in raw.doubts
    ]
    return [*doubts, *whole]


def _head_doubts(raw: RawOrder, rows: tuple[ReadRow, ...], school_year: str | None) -> list[OrderDoubt]:
    """What the head does not say: such an order is known by its content alone (CONTRACT.md §3.3)."""
    missing = [
        words
        for words, value in (("номер", raw.head.number), ("дата", raw.head.date), ("кто издал", raw.head.issuer))
        if value is None
    ]
    if not missing:
        return []
    text = f"В документе «{raw.file}» не найдено: {', '.join(missing)}. Укажите, если это известно."
    return [OrderDoubt(f"order_head|{order_identity(raw)}", "order_head", text, "", ())]


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


def _assemble(
    raw: RawOrder, rows: tuple[ReadRow, ...], names: _Names, doubts: tuple[OrderDoubt, ...],
    verdicts: Verdicts, territory: str, school_year: str | None,
) -> Order:  # fmt: skip
    anchors = _Anchors(Counter())
    drafted = [
        (position, field, draft, printed, anchors.give(raw.rows[position - 1], field, draft))
        for position in range(1, len(rows) + 1)
        for field, draft, printed in _fields(position, names)
    ]
    found: list[Question | None] = [_question(doubt, drafted) for doubt in doubts]
    found += [_spelling_question(doubt, drafted) for doubt in (*names.people.doubts, *names.organizations.doubts)]
    questions = [question for question in found if question is not None]
    open_kinds = {anchor: question.kind for question in questions for anchor in question.anchors}
    measures = tuple(
        _measure(
            row,
            raw.rows[row.position - 1],
            [one for one in drafted if one[0] == row.position],
            names,
            open_kinds,
            verdicts,
        )
        for row in rows
    )
    used = {party.organization for measure in measures for party in measure.parties} | {
        key for measure in measures for party in measure.parties for _, key in party.other_roles
    }
    return Order(
        raw.file, raw.sha256, raw.head, territory, school_year, measures, names.persons,
        _with_aliases(names, used, drafted), _claims(drafted, names), tuple(questions),
    )  # fmt: skip


_Drafted = tuple[int, Field, Draft, Draft, str]  # position, field, resolved draft, draft as read, anchor


def _fields(position: int, names: _Names) -> Iterable[tuple[Field, Draft, Draft]]:
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


def _spelling_question(doubt: Doubt, drafted: list[_Drafted]) -> Question | None:
    touched = [
        (position, anchor)
        for position, _, draft, printed, anchor in drafted
        if (printed.person is not None and printed.person.key in doubt.keys)
        or any(target.key in doubt.keys for target in _targets(printed))
        or (doubt.kind == "similar_people" and draft.person is not None and draft.person.key in doubt.keys)
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


def _measure(
    row: ReadRow, raw: RawRow, drafted: list[_Drafted], names: _Names, open_kinds: Mapping[str, str], verdicts: Verdicts
) -> Measure:
    parties = tuple(party for one in drafted if (party := _party(one, row, names, open_kinds, verdicts)) is not None)
    return Measure(
        row.position, raw.plan, raw.section, raw.number, raw.measure, raw.deadline, raw.responsible, raw.extra,
        raw.places, fingerprint(raw.measure), row.deadlines.deadlines, parties,
    )  # fmt: skip


def _party(
    one: _Drafted, row: ReadRow, names: _Names, open_kinds: Mapping[str, str], verdicts: Verdicts
) -> Party | None:
    _, field, draft, _, anchor = one
    decided = verdicts.get(anchor)
    if decided is not None and decided.verb == "not_a_name":
        return None
    text = row.responsible if field == "responsible" else row.measure
    person = names.people.means.get(draft.person.key, draft.person.key) if draft.person else None
    organization = draft.target.key if draft.target else None
    rule, score = draft.rule, draft.score
    if person is not None and draft.person is not None and person != draft.person.key:
        rule, score = names.people.rules[draft.person.key], min(score, 0.95)
    if decided is not None and decided.verb == "same" and decided.answer:
        rule, score = "decision", 1.0
        person, organization = (decided.answer, organization) if draft.person else (person, decided.answer)
    kind = open_kinds.get(anchor)
    status: Status = "resolved" if kind is None else "unresolved" if kind in _UNRESOLVED else "proposed"
    return Party(
        field, draft.start, draft.end, text[draft.start : draft.end], draft.kind, person, draft.role, organization,
        status, rule, score if kind is None else min(score, 0.5),
        tuple((role, target.key if target else None) for role, target in draft.other_roles), anchor,
    )  # fmt: skip


def _with_aliases(names: _Names, used: set[str | None], drafted: list[_Drafted]) -> tuple[Organization, ...]:
    """The organizations that parties point at, with every other spelling that the order uses for them."""
    spellings: dict[str, set[str]] = {}
    for _, _, draft, printed, _ in drafted:
        if draft.target is not None and printed.target is not None:
            spellings.setdefault(draft.target.key, set()).add(printed.target.name)
    found = []
    for key in sorted(one for one in used if one is not None):
        entity = names.entities.get(key) or _entity_of(key, drafted)
        if entity is not None:
            found.append(replace(entity, aliases=tuple(sorted(spellings.get(key, set()) - {entity.name}))))
    return tuple(found)


def _entity_of(key: str, drafted: list[_Drafted]) -> Organization | None:
    for _, _, draft, _, _ in drafted:
        for target in _targets(draft):
            if target.key == key:
                return Organization(
                    key, target.name, target.kind, target.school_number, target.school_type, target.above_territory
                )
    return None


def _claims(drafted: list[_Drafted], names: _Names) -> tuple[SchoolClaim, ...]:
    """What cells say of schools: the type that is printed. Contradictions stay: facts are facts."""
    return tuple(
        SchoolClaim(draft.target.key, "type", printed.target.school_type, position, printed.target.name)
        for position, _, draft, printed, _ in drafted
        if draft.target is not None
        and printed.target is not None
        and draft.target.kind == "school"
        and printed.target.school_type
    )
