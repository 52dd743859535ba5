"""The people, organizations and claims of a finished order: those that its parties point at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from normalize.decided_spellings import Spellings
from normalize.fold import fold
from normalize.frame import Frame
from normalize.model import (
    Measure,
    Organization,
    Person,
    SchoolClaim,
)
from normalize.names.organization_entities import organization_of_key
from normalize.names.organizations import FROM_ELSEWHERE
from normalize.names.people import person_of_key
from normalize.names.persons_schools import is_said
from normalize.names.resolution import Verdicts
from normalize.names.resolve import Names
from normalize.parties.drafts import OF_SET, targets_of
from normalize.parties.units import Target
from normalize.questions.anchored import Drafted
from normalize.questions.doubt import ReadRow
from normalize.questions.schools import status_of_all

_Claims = tuple[SchoolClaim, ...]


def letters_of(target: Target) -> str:
    """«иро» of a target that was printed so, whatever it was found to mean."""
    return target.printed.partition("|")[2]


def with_aliases(
    names: Names, used: set[str | None], drafted: list[Drafted], frame: Frame, said_to_be: Spellings
) -> tuple[Organization, ...]:
    """The organizations that parties point at, with every other spelling that the order proves or uses."""
    spellings: dict[str, set[str]] = {}
    decided: dict[str, set[str]] = {}
    for _, _, draft, printed, _ in drafted:
        if printed.read_by == OF_SET or is_said(draft, printed):
            continue  # the answer's spelling, not the order's
        if draft.target is not None and printed.target is not None and not _is_borrowed(printed.target, names):
            spellings.setdefault(draft.target.key, set()).add(printed.target.name)
            by_word = names.organizations.rules.get(printed.target.key) == "decision"
            if by_word or letters_of(draft.target) in frame.letters:
                decided.setdefault(draft.target.key, set()).add(printed.target.name)
    for key, words in said_to_be.items():
        spellings.setdefault(key, set()).update(words)
        decided.setdefault(key, set()).update(words)
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


def people_of_order(
    names: Names, measures: tuple[Measure, ...], frame: Frame, said_to_be: Spellings
) -> tuple[Person, ...]:
    """The people of the order, and whoever a person said that a mention means, with the spellings that were decided."""
    meant = {party.person for measure in measures for party in measure.parties}
    said = {one.key: one for one in frame.said.values() if isinstance(one, Person)}
    found = {person.key: person for person in names.persons if person.key in meant}
    for measure in measures:
        for party in measure.parties:
            if party.person is not None and party.person not in found:
                found[party.person] = _somebody(party.person, frame, said)
    return tuple(
        replace(found[key], decided=tuple(sorted(said_to_be.get(key, frozenset()) - {found[key].name})))
        for key in sorted(found)
    )


def _somebody(key: str, frame: Frame, said: Mapping[str, Person]) -> Person:
    return frame.people.get(key) or said.get(key) or person_of_key(key)


def _entity_of(key: str, drafted: list[Drafted]) -> Organization | None:
    for _, _, draft, _, _ in drafted:
        for target in targets_of(draft):
            if target.key == key:
                return Organization(
                    key, target.name, target.kind, target.school_number, target.school_type, target.above_territory
                )
    return None


def claims_of(drafted: list[Drafted], names: Names, rows: tuple[ReadRow, ...], verdicts: Verdicts) -> _Claims:
    """What cells say of schools, type and status, as printed. Contradictions stay: facts are facts."""
    of_all = {row.position: status_of_all(row, verdicts) for row in rows}
    return tuple(
        SchoolClaim(draft.target.key, claim, value, position, printed.target.name)
        for position, field, draft, printed, _ in drafted
        if draft.target is not None
        and printed.target is not None
        and draft.target.kind == "school"
        and printed.read_by != OF_SET
        and not is_said(draft, printed)
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
