"""Departments that an order prints with their body once and without it elsewhere (CONTRACT.md §2).

«специалисты отдела оценки качества образования Управления образования» says of what body the department is, whoever
is named with it; «Лосева М.П., начальник отдела» is the longer title that the order gives her elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from normalize.fold import fold
from normalize.morphology import dictionary_form
from normalize.names.placed_titles import FROM_THE_ORDER
from normalize.parties.drafts import Draft, placed_by
from normalize.parties.people import OF_BODY
from normalize.parties.places_before import is_department
from normalize.parties.units import Target
from normalize.vocabulary import forms_of

_DEPARTMENTS = frozenset(forms_of("roles", "department"))


def department_of_title(role: str) -> str | None:
    """«отдел оценки качества» of «специалист отдела оценки качества»; None for «начальник отдела»: it may be any."""
    words = role.split(" ")
    for index, word in enumerate(words[:-1]):
        if dictionary_form(word) in _DEPARTMENTS:
            return fold(" ".join([dictionary_form(word), *words[index + 1 :]]))
    return None


def place_departments(found: Mapping[int, list[Draft]]) -> None:
    """Gives titles of a department its body, and short titles their length; changes the rows' drafts in place."""
    bodies = _bodies(one for drafts in found.values() for one in drafts)
    for drafts in found.values():
        drafts[:] = [_with_body(draft, bodies) for draft in drafts]
    titles = _titles(one for drafts in found.values() for one in drafts)
    for drafts in found.values():
        drafts[:] = [_at_length(draft, titles) for draft in drafts]


def place_speakers(found: Mapping[int, list[Draft]]) -> None:
    """Gives who speaks for a department its body, «отдел качества департамента (нач. отдела Лосев П.И.)»; in place."""
    for drafts in found.values():
        group: Draft | None = None
        for at, draft in enumerate(drafts):
            if draft.kind == "group":
                group = draft
            elif group is not None and _speaks_for(draft, group, drafts[at - 1]):
                drafts[at] = placed_by(draft, FROM_THE_ORDER, group.target, 0.9)


def _speaks_for(draft: Draft, group: Draft, before: Draft) -> bool:
    """Whether the person, behind `before`, stands in the bracket of a department that has a body by now."""
    if draft.person is None or draft.target is not None or group.target is None or not is_department(group):
        return False
    heads = before is group and dictionary_form((draft.role or "").split(" ")[-1]) in _DEPARTMENTS
    return draft.rule == OF_BODY or heads


def _titles_of(draft: Draft) -> Iterator[tuple[str, Target | None]]:
    if draft.role is not None:
        yield draft.role, draft.target
    yield from draft.other_roles


def _bodies(drafts: Iterable[Draft]) -> dict[str, Target]:
    """Department → the one body that it is printed with."""
    bodies: defaultdict[str, dict[str, Target]] = defaultdict(dict)
    for draft in drafts:
        for role, target in _titles_of(draft):
            department = department_of_title(role)
            if department is not None and target is not None and target.kind != "school":
                bodies[department][target.key] = target
    return {department: next(iter(found.values())) for department, found in bodies.items() if len(found) == 1}


def _with_body(draft: Draft, bodies: Mapping[str, Target]) -> Draft:
    if draft.kind not in ("person", "group"):
        return draft
    others = tuple((role, target or _body_of(role, bodies)) for role, target in draft.other_roles)
    draft = replace(draft, other_roles=others) if others != draft.other_roles else draft
    body = _body_of(draft.role or "", bodies)
    if draft.target is not None or body is None:
        return draft
    return placed_by(draft, FROM_THE_ORDER, body, 0.9)


def _body_of(role: str, bodies: Mapping[str, Target]) -> Target | None:
    """The body of a title's department, also where it is printed short: «группа оценки качества» of the one «группа
    оценки качества и итоговой аттестации». Not «отдел качества»: one word says too little."""
    department = department_of_title(role)
    if department is None or department in bodies:
        return bodies.get(department or "")
    longer = [body for one, body in bodies.items() if one.startswith(f"{department} ")]
    return longer[0] if len(longer) == 1 and len(department.split(" ")) > _WORDS_OF_UNIT else None


_WORDS_OF_UNIT = 2  # «отдел качества»


def _titles(drafts: Iterable[Draft]) -> dict[str, dict[str, Target | None]]:
    """Person's key → the titles of a department that the order gives them, with their bodies."""
    titles: defaultdict[str, dict[str, Target | None]] = defaultdict(dict)
    for draft in drafts:
        for role, target in _titles_of(draft):
            if draft.person is not None and department_of_title(role) is not None:
                titles[draft.person.key][role] = target
    return titles


def _at_length(draft: Draft, titles: Mapping[str, Mapping[str, Target | None]]) -> Draft:
    """«начальник отдела» as the one title of the person's that begins so."""
    role = draft.role or ""
    if draft.person is None or dictionary_form(role.split(" ")[-1]) not in _DEPARTMENTS:
        return draft
    longer = [(one, body) for one, body in titles.get(draft.person.key, {}).items() if one.startswith(f"{role} ")]
    if len(longer) != 1 or (draft.target is not None and draft.target.key != (longer[0][1] and longer[0][1].key)):
        return draft
    return placed_by(replace(draft, role=longer[0][0]), FROM_THE_ORDER, longer[0][1], 0.9)
