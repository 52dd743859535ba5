"""Sets that nobody can list, «школ-лидеров», «лучшие педагоги», until a person gives their members (notes/clerk.md E).

A list of schools, or for the second kind of people, takes the place of the set: each is a party by `decision`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from normalize.answers import members_said
from normalize.fold import fold
from normalize.model import Decision
from normalize.parties.drafts import OF_SET, CellReading, Draft
from normalize.vocabulary import forms_of

_VAGUE = forms_of("roles", "vague")
_PROPERTIES = [form.replace("е", "[её]") for form, value in forms_of("schools", "property").items() if value != "base"]
_SCHOOLS_WITH = re.compile(rf"\bшкол[\s-]+(?P<property>(?:{'|'.join(_PROPERTIES)})\w+)")
_OF_SCHOOLS = re.compile(r"\s+школ\b.*")


def is_vague(draft: Draft) -> bool:
    """«лучшие педагоги школ города»: no criterion says who. Not: «педагоги школ города»."""
    return draft.kind == "group" and draft.role is not None and draft.role.split()[0] in _VAGUE


def property_of(draft: Draft) -> str | None:
    """«лидеров» of «руководители школ-лидеров»."""
    match = _SCHOOLS_WITH.search(draft.role or "") if draft.kind == "group" else None
    return match["property"] if match else None


def vague_subject(role: str) -> str:
    return f"vague|{fold(role)}"


def property_subject(word: str) -> str:
    return f"school_set|{fold(word)}"


def with_members(reading: CellReading, verdicts: Mapping[str, Decision]) -> CellReading:
    """The cell with the members that a person gave in the place of its sets, at the sets' own spans."""
    drafts = tuple(one for draft in reading.drafts for one in _members(draft, verdicts))
    return reading if drafts == reading.drafts else replace(reading, drafts=drafts)


def _members(draft: Draft, verdicts: Mapping[str, Decision]) -> tuple[Draft, ...]:
    for subject in _subjects(draft):
        decided = verdicts.get(subject)
        said = members_said(subject, decided.answer or "") if decided is not None and decided.verb == "text" else ()
        if said:
            return tuple(_member(one, draft) for one in said)
    return (draft,)


def _subjects(draft: Draft) -> Iterator[str]:
    if (word := property_of(draft)) is not None:
        yield property_subject(word)
    if is_vague(draft):
        yield vague_subject(draft.role or "")


def _member(said: Draft, of: Draft) -> Draft:
    """«руководители» of «руководители школ-лидеров» is each school's; a person has the post that the answer says."""
    role = said.role
    if role is None and said.kind == "school":
        role = _OF_SCHOOLS.sub("", f" {of.role or ''}").strip() or None
    return replace(said, start=of.start, end=of.end, role=role, rule="decision", score=1.0, read_by=OF_SET)
