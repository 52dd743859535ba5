"""Doubts about where somebody works whose title names no place, but who stands beside one.

Each rule's docstring has an example and, after «not», a counter-example.
"""

import re
from collections.abc import Iterator, Sequence

from normalize.names.placed_titles import FROM_THE_ISSUER, FROM_THE_ORDER
from normalize.names.shared_places import IS_BESIDE, WORKS_THERE, names_before_place, places_of_people
from normalize.organization_names import is_kindergarten
from normalize.parties.drafts import Draft
from normalize.parties.units import Target
from normalize.questions.doubt import OrderDoubt, ReadRow, choices
from normalize.vocabulary import forms_of


def ask_employers(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«ГАОУ ДО СО «ИРО», Скрипниченко П.В., куратор исследования»: does he work there? So «СОШ № 4, завуч Лосева М.П.».

    Not: a title with an organization of its own.
    """
    for row in rows:
        for before, draft in zip(row.drafts, row.drafts[1:], strict=False):
            if draft.person is None or draft.role is None or draft.target is not None or before.target is None:
                continue
            between = row.responsible[before.end : draft.start]
            of_body = before.kind == "organization" and re.fullmatch(r"[\s,]*", between) is not None
            if of_body or _is_behind_school(before, draft.role, between):
                yield _ask_employer(row.position, draft, draft.person.name, before.target)


def _is_behind_school(before: Draft, role: str, between: str) -> bool:
    """«СОШ № 4, завуч Лосева М.П.»; not «руководители СОШ № 4, завуч …», nor «СОШ № 4; завуч …»."""
    is_bare = before.kind == "school" and before.role is None
    return is_bare and re.fullmatch(r",[^,;\n():]*", between) is not None and _has_post(role, "school")


def ask_colleagues(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель директора по УВР»: of the same school?

    So «начальник отдела образования Вязов А.К., ведущий специалист Лосева П.И.». Not: one whose place stands elsewhere
    in the order; not beside people of two schools, nor of two organizations; nor in a school's own plan, where the
    director's colleagues are everybody.
    """
    drafts = (draft for row in rows for draft in row.drafts)
    own = {draft.target.key for draft in drafts if draft.target is not None and draft.rule == FROM_THE_ISSUER}
    for row in rows:
        schools = _places_of(row.drafts, of_school=True)
        bodies = _places_of([draft for draft in row.drafts if draft.kind == "person"], of_school=False)
        for at, draft in enumerate(row.drafts):
            if draft.kind != "person" or draft.person is None or draft.role is None or draft.target is not None:
                continue
            before, behind = _before(row.drafts, at), row.drafts[at + 1 : at + 2]
            school = next(iter(_places_of([*before, *behind], of_school=True, people=True).values()), None)
            body = next(iter(_places_of(before, of_school=False, people=True).values()), None)
            if school is not None and school.key not in own and len(schools) == 1 and _has_post(draft.role, "school"):
                yield _ask_employer(row.position, draft, draft.person.name, school)
            elif (
                body is not None and body.key not in own and len(bodies) == 1 and _has_post(draft.role, _kind_of(body))
            ):
                printed = any(one.target == body and one.rule != FROM_THE_ORDER for one in before)
                yield _ask_employer(row.position, draft, draft.person.name, body, printed)


def ask_names_before_place(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязова А.К., Лосев П.И. (СОШ № 31)»: is it her school too?

    Not: one whose place stands elsewhere in the order.
    """
    known = places_of_people(row.drafts for row in rows)
    for row in rows:
        for at, place in names_before_place(row.drafts):
            draft = row.drafts[at]
            if draft.person is not None and draft.person.key not in known:
                yield _ask_employer(row.position, draft, draft.person.name, place)


def _before(drafts: Sequence[Draft], at: int) -> Sequence[Draft]:
    """Who stands before somebody without a place, others without one passed over: «директор СОШ № 17 Вязов А.К.,
    завуч Лосева П.И., старшая вожатая Юдина С.С.»."""
    first = at - 1
    while first > 0 and drafts[first].kind == "person" and drafts[first].target is None:
        first -= 1
    return drafts[max(first, 0) : at][:1]


def _places_of(drafts: Sequence[Draft], of_school: bool, people: bool = False) -> dict[str, Target]:
    """Key → school, or organization, that the drafts point at; with `people` those of people only."""
    return {
        draft.target.key: draft.target
        for draft in drafts
        if draft.target is not None
        and (draft.target.kind == "school") == of_school
        and (draft.kind == "person" or not people)
    }


def _kind_of(body: Target) -> str:
    """What sort of body, as the vocabulary tells their posts apart."""
    if body.kind in ("authority", "ministry"):
        return "authority"
    return "garden" if is_kindergarten(body.name) else "center"


_POSTS = forms_of("roles", "post_at")


def _has_post(role: str, kind: str) -> bool:
    """Whether a body of the kind has such a post, beside its head's: «ведущий специалист» of a department.

    In an authority nothing may follow: «специалист группы оценки качества» says what she is of.
    """
    posts = [post for post, of in _POSTS.items() if kind in of.split()]
    return role in posts if kind == "authority" else any(re.match(rf"{post}\b", role) for post in posts)


def _ask_employer(position: int, draft: Draft, name: str, place: Target, printed: bool = True) -> OrderDoubt:
    """`printed`: the place stands in the cell; else it is known of the one beside: «Методисты: Вязова А.К., …»."""
    otherwise = IS_BESIDE if printed else "в другом месте"
    called = f"{name} ({draft.role})" if draft.role else name
    return OrderDoubt(
        f"employer|{draft.person.key if draft.person else ''}|{place.spelling}", "employer",
        f"{called} работает в «{place.name}» или {otherwise}?",
        name, (position,), ((position, draft),), choices(WORKS_THERE, IS_BESIDE),
    )  # fmt: skip
