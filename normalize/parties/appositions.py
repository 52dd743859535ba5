"""Of what a party is a part, behind it: «ПСЧ-12 – филиал ФГКУ «4 ОФПС»», «Детский сад «Ромашка» – структурное
подразделение СОШ № 4». The mother is no party of its own.

Of two schools, «Пронинская СОШ – филиал МБОУ «Никольская СОШ»», schools/branches.py says the same.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from ingest.expressions import expression
from normalize.morphology import names_person
from normalize.organization_names import OrganizationRef
from normalize.parties.parts_of_schools import is_part_of_any
from normalize.parties.units import Unit
from normalize.people.spans import find_people
from normalize.schools.branches import named_branch
from normalize.schools.numbered import SchoolList, is_general

# A branch behind a comma may be the next party: «ЦДО, филиал РАНХиГС»
_JOINT = expression(
    r"(?P<joint>[^\S\n]*(?:(?P<bracket>\()\s*|[–—]\s*|(?<=\s)-\s+|,\s+(?=[а-я]+\s))"
    r"(?:(?:структурн|территориальн|обособленн)(?:ое|ого|ому|ым|ом)\s+подразделени(?:е|я|ю|ем|и)|(?<!,\s)филиал(?:а|у|ом|е)?)\s+)\Z"
)
# «СОШ № 3, структурное подразделение СОШ № 4», «СОШ № 3, структурное подразделение СОШ № 4 «Ромашка»»: two
_QUOTE = expression(r"\s*[«\"“„]")
_WORD_BEFORE = expression(r"(?P<word>[А-ЯЁа-яё-]+)\Z")
_CLOSING = expression(r"\s*\)")


@dataclass(frozen=True, slots=True)
class Mothers:
    """The bodies and the schools that are parties; `said`: what is only said of one of them, as brackets say it."""

    organizations: list[OrganizationRef]
    schools: list[SchoolList]
    said: list[Unit]


def without_mothers_behind(
    organizations: Iterable[OrganizationRef], schools: Iterable[SchoolList], text: str
) -> Mothers:
    """The mothers behind a dash, a comma, in a bracket become what is said of the party before them.

    A school with a part of no own name, «Дошкольная группа – структурное подразделение СОШ № 4», is the party itself.
    """
    bodies, lists = list(organizations), list(schools)
    ends = {one.end for one in bodies if not is_part_of_any(one.name)} | {one.end for one in lists}
    numbered = {one.end for one in lists if is_general(one) and one.schools[0].number is not None}
    kept = Mothers([], [], [])
    for body in bodies:
        joint = _joint_before(body, text, numbered)
        if joint is None:
            kept.organizations.append(body)
        else:
            kept.said.append(_said(joint, text))
    for one in lists:
        joint = _joint_before(one, text, numbered) if named_branch(one, text) is one else None
        if joint is not None and joint.start in ends:
            kept.said.append(_said(joint, text))
        elif joint is not None and not joint.branch:
            kept.schools.append(replace(one, start=joint.start, end=joint.end))
        else:
            kept.schools.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Joint:
    start: int
    end: int  # exclusive: behind the mother, and the bracket that closes
    branch: bool


def _joint_before(mother: OrganizationRef | SchoolList, text: str, numbered: Set[int]) -> _Joint | None:
    """What joins a mother to the party before it; None for none. `numbered`: where schools with numbers end."""
    found = _JOINT.search(text, 0, mother.start)
    start = found.start() if found is not None else 0
    if found is None or start == 0 or _is_post(text[:start]):
        return None
    if any(person.end == start for person in find_people(text)):
        return None  # «Вязов А.К. – филиал РАНХиГС»: where he is
    closing = _CLOSING.match(text, mother.end) if found["bracket"] else None
    if found["bracket"] and closing is None:
        return None
    end = closing.end() if closing is not None else mother.end
    if text[start] == "," and (start in numbered or _QUOTE.match(text, end)):
        return None
    return _Joint(start, end, "филиал" in found["joint"])


def _said(joint: _Joint, text: str) -> Unit:
    return Unit("bracket", joint.start, joint.end, text[joint.start : joint.end])


def _is_post(before: str) -> bool:
    """«Директор – филиал РАНХиГС»: nobody is a branch."""
    word = _WORD_BEFORE.search(before)
    return word is not None and names_person(word["word"])
