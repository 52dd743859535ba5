"""Where the holder of a post works that names no place: in the school that a comma parts from name and post."""

import re
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import role_at_school
from normalize.vocabulary import forms_of


def read_school_of_titled(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор Вязова А.К., Лицей № 9», «Вязова А.К., завуч, Лицей № 9»: her school; of a methodist it is asked.

    Not «…, Лицей № 9, СОШ № 4», which is a list of schools, nor «…, Лицей № 9 (Лосев П.И.)», which is his.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is None or last.target is not None or last.plural:
        return False
    if phrase.kind != "schools" or len(phrase.targets) != 1 or phrase.joint != "," or walk.index in walk.hosts:
        return False
    if phrase.targets[0].kind != "school" or not _ends_here(following) or _is_closed_before(walk, phrase):
        return False
    if not _is_of_schools(last):
        if not _AT_AUTHORITY.match(fold(last.role)):
            _ask(walk, phrase, last)
        return False
    role = role_at_school(last.role)
    walk.drafts[-1] = replace(last, role=role, target=phrase.targets[0], rule="school behind the title", score=0.8)
    walk.waiting, walk.roles = [], ()
    return True


def asks_whose_school(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязова А.К., Лицей № 9, СОШ № 4»: her school, or the first of a list? It is asked, and she stays without one.

    Not «…, Лицей № 9, СОШ № 4 (Лосев П.И.)» nor «…, Лицей № 9, СОШ № 4 Лосев П.И.»: each has a school.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is not None or last.target is not None:
        return False
    if following is None or {phrase.kind, following.kind} != {"schools"} or {phrase.joint, following.joint} != {","}:
        return False
    behind = walk.phrases[walk.index + 2] if walk.index + 2 < len(walk.phrases) else None
    if walk.index + 1 in walk.hosts or (behind is not None and behind.kind == "person" and behind.joint != ";"):
        return False
    _ask(walk, phrase, last)
    return True


def asks_whose_post_behind(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязова А.К. – директор, СОШ № 13 – завуч»: her school, or one whose post stands behind it? It is asked."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.target is not None or phrase.kind != "schools":
        return False
    if phrase.joint != "," or following is None or following.joint not in ("-", ":") or following.kind != "title":
        return False
    _ask(walk, phrase, last)
    return True


def _ends_here(following: Phrase | None) -> bool:
    """Whether nothing behind the school is about it: no further school of a list, no name or title without a sign."""
    if following is None or following.joint in (";", "."):
        return True
    return following.joint in (",", "\n", ")") and following.kind != "schools"


def _is_closed_before(walk: Walk, phrase: Phrase) -> bool:
    """«Рабочая группа (рук. Вязова А.К.), СОШ № 3»: the bracket is closed."""
    between = walk.text[walk.drafts[-1].end : phrase.start]
    return between.count(")") > between.count("(") or re.search(r"[;\n]", between) is not None


def _is_of_schools(last: Draft) -> bool:
    """«директор», «заместитель директора по УВР», «руководитель ШМО»: whom a school has, or who works in one."""
    role = fold(last.role or "")
    head = find_head(role.split(" "))
    return _AT_SCHOOL.match(role) is not None or (head is not None and role.split(" ")[head.index] in _ON_TOP)


def _posts_at(kind: str) -> str:
    return "|".join(post for post, of in forms_of("roles", "post_at").items() if kind in of.split())


_AT_SCHOOL = expression(rf"(?:{_posts_at('school')})(?![а-яё])")
_AT_AUTHORITY = expression(rf"(?:{_posts_at('authority')}|начальник)(?![а-яё])")
_ON_TOP = frozenset(forms_of("roles", "function")) | frozenset(forms_of("roles", "assignment"))


def _ask(walk: Walk, phrase: Phrase, last: Draft) -> None:
    printed = squeeze(walk.text[last.start : phrase.end])
    text = f"«{printed}»: школа человека или отдельный исполнитель?"
    walk.doubt("place_or_party", text, last.start, phrase.end)
