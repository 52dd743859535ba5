"""Posts in a row with their school at the end: «Директор, завуч, соц. педагог СОШ № 2» are all of that school."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.parties.drafts import Draft
from normalize.parties.walk import Walk, role_of
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_BEFORE = ("group", "second area")
_POSTS = tuple(post for post, of in forms_of("roles", "post_at").items() if "school" in of.split())
_HEAD = expression(r"(?:директор|руководитель)(?!\s)")
_ELSEWHERE = r"школ|ОО|ОУ|ДОУ|лице[ея]\w*|гимнази\w+|интернат\w*|сад\w*"  # «Директор гимназии, директор СОШ № 10»
_OF_SCHOOL = expression(rf"(?:{'|'.join(map(re.escape, _POSTS))}|школьный координатор)\b(?!.*\b(?:{_ELSEWHERE})\b)")


def share_schools(walk: Walk) -> None:
    """Gives the schools of the last post to those before it, where all are of one number and printed without a place.

    Not «Специалисты, директор СОШ № 2», nor «Директора ОО, завхозы школ № 2, 7». Where no head of the school stands
    first («завхозы, учителя школ № 2, 7») it is asked.
    """
    last = next((at for at, one in enumerate(walk.drafts) if one.rule == "schools of a title"), 0)
    first, start = last, _start_of_title(walk, last)
    of_one = len({one.target for one in walk.drafts[last:] if one.kind == "school"}) == 1
    while first and _is_of_row(walk.drafts[first - 1], walk.text, start, walk.drafts[last], of_one):
        first, start = first - 1, walk.drafts[first - 1].start
    if first == last:
        return
    titled = [one for one in walk.drafts[last:] if one.role == walk.drafts[last].role and one.kind == "school"]
    before, behind = walk.drafts[first:last], walk.drafts[last:]
    walk.drafts[first:] = sorted([*_at_each(before, titled), *behind], key=lambda draft: draft.start)
    if not _HEAD.fullmatch(singular_role(before[0].role or "")) and not (first == 0 and _is_of_one(titled)):
        end = titled[-1].end
        printed = squeeze(walk.text[before[0].start : end])
        walk.doubt("several_schools", f"Чья какая школа: «{printed}»?", before[0].start, end)


def _start_of_title(walk: Walk, last: int) -> int:
    """Where the phrase of the last post begins: of several schools a party's span is that of the number."""
    school = walk.drafts[last].start if walk.drafts else 0
    at = next((at for at, phrase in enumerate(walk.phrases) if phrase.start <= school < phrase.end), None)
    if at is None:
        return school
    roles = {one.role for one in walk.drafts[last:]}
    while at and walk.phrases[at].joint == "и" and role_of(walk.phrases[at - 1], walk.text) in roles:
        at -= 1  # «Руководители, заместители и координаторы СОШ №№ 2, 7»
    return walk.phrases[at].start


def _is_of_row(post: Draft, text: str, start: int, last: Draft, of_one: bool) -> bool:
    """Whether the post stands right before `start`, and is one of a school, in the number of the last one.

    `of_one`: there is one school, and so one head.
    """
    if post.kind != "group" or post.rule not in _BEFORE or post.target is not None or last.kind != "school":
        return False
    is_next = re.fullmatch(r"\s*(?:,|,?\s*и\s)\s*", text[post.end : start]) is not None
    is_post = is_post_of_school(singular_role(post.role or ""))
    is_head = of_one and _HEAD.fullmatch(post.role or "") is not None  # «Директор и учителя СОШ № 2»
    return is_post and is_next and (_is_plural(post) == _is_plural(last) or is_head)


def is_post_of_school(role: str) -> bool:
    """«директор», «учитель физики», in the singular; not «директор лицея», who has a place, nor «методист»."""
    return _OF_SCHOOL.match(role) is not None or _HEAD.fullmatch(role) is not None


def _is_of_one(titled: Sequence[Draft]) -> bool:
    return len(titled) == 1 and not _is_plural(titled[0])


def _is_plural(draft: Draft) -> bool:
    """Of its post; «plural» of schools in a list is true for «директор школ № 2, 7» as well."""
    return singular_role(draft.role or "") != draft.role


def _at_each(posts: Sequence[Draft], schools: Sequence[Draft]) -> list[Draft]:
    """One party for each post and school; of several schools it has the span of their number."""
    one = len(schools) == 1
    return [
        replace(
            school,
            start=post.start if one else school.start,
            role=post.role,
            rule="schools of a row",
            plural=post.plural or school.plural,
        )
        for post in posts
        for school in schools
    ]
