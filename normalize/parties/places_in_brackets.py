"""Places in brackets behind a post: «Директора и учителя (СОШ № 5, 7)», «координатор (МКУ «ЦРО»)»."""

import re
from collections.abc import Iterable
from dataclasses import replace

from normalize.morphology import adjective_cases
from normalize.parties.drafts import Draft
from normalize.parties.parts_of_schools import is_part_of_any
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.titles.roles import names_all_schools
from normalize.vocabulary import forms_of


def place_group(walk: Walk, phrase: Phrase) -> bool:
    """«методисты (Управление образования)», «оператор (МКУ «ЦРО»)»: the post before the bracket is there.

    Not «Руководители школ (Управление образования)», who have their place, nor «специалист (МКУ «ИМЦ» и школы)».
    """
    closed = _CLOSED.match(walk.text, phrase.end)
    if len(phrase.targets) != 1 or closed is None:
        return False
    roles = roles_before_bracket(walk, phrase)
    if not roles or any(without_schools(draft.role or "") != draft.role for draft in walk.drafts[-len(roles) :]):
        return False
    for at in range(-len(roles), 0):
        draft = walk.drafts[at]
        end = closed.end() if at == -1 else draft.end
        walk.drafts[at] = replace(draft, end=end, target=phrase.targets[0])
    return True


_CLOSED = re.compile(r"[»\"”]?\s*\)")


_PROPERTIES = [
    form.replace("е", "[её]") for form, value in forms_of("schools", "property").items() if value != "curator"
]
_OF_SOME_SCHOOLS = re.compile(rf"\S+ школ[\s-]+(?:{'|'.join(_PROPERTIES)})\w+")


def roles_before_bracket(walk: Walk, phrase: Phrase) -> tuple[str, ...]:
    """«Директора и учителя (СОШ № 5, 7)»: the titles right before the bracket, without their own word for schools.

    Not of «Рабочая группа (СОШ № 5)»: one group, from a school or with it.
    """
    groups = [draft for draft in walk.drafts[-2:] if draft.kind == "group" and draft.target is None and draft.role]
    if phrase.joint != "(" or not groups or groups[-1] is not walk.drafts[-1] or not _holds_posts(groups[-1]):
        return ()
    if re.fullmatch(r"\s*\(\s*", walk.text[groups[-1].end : phrase.start]) is None:
        return ()
    both = len(groups) == 2 and walk.phrases[walk.index - 1].joint == "и" and _holds_posts(groups[0])
    return tuple(without_schools(draft.role or "") for draft in groups[-1 - both :])


def without_doubts(walk: Walk, drafts: Iterable[Draft]) -> None:
    """Takes back who «центры «Точка роста»» are, where the bracket behind says of which schools."""
    starts = {draft.start for draft in drafts}
    walk.doubts = [one for one in walk.doubts if one.start not in starts or one.kind != "unknown_phrase"]


def _holds_posts(draft: Draft) -> bool:
    if is_part_of_any(draft.role or ""):
        return draft.rule in ("group", "unknown phrase")  # «центры «Точка роста» (СОШ № 5, СОШ № 7)»
    head = find_head((draft.role or "").split(" "))
    is_post = head is not None and (
        not head.body or head.plural or without_schools(draft.role or "") == "администрация"
    )
    return is_post and draft.rule in ("group", "second area")


def without_schools(role: str) -> str:
    """«руководители школ-лидеров», «заместители директоров по УВР ОО» → «руководители», «… по УВР»."""
    if names_all_schools(role) or _OF_SOME_SCHOOLS.fullmatch(role):
        return role.split(" ")[0]
    words = role.split(" ")
    if len(words) < 2 or not names_all_schools(f"директора {words[-1]}"):
        return role
    kept = words[:-1]
    while len(kept) > 1 and ("gent", "plur") in adjective_cases(kept[-1]):
        kept.pop()  # «руководители опорных школ»
    return " ".join(kept)
