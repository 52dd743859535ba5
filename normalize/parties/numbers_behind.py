"""The number of her school in a bracket behind a name or its title: «школьные координаторы: Вязова А.К. (№ 2), …»."""

import re
from dataclasses import replace

from ingest.expressions import expression
from normalize.parties.drafts import SHARED_BEFORE, Draft
from normalize.parties.units import Target
from normalize.parties.walk import Walk
from normalize.schools.numbered import school_key, school_name
from normalize.titles.post_of_one import role_at_school
from normalize.titles.roles import names_all_schools

_NUMBER = expression(r"\s*\(\s*№\s*(?P<number>\d{1,3})\s*\)")
_OF_SCHOOLS = expression(r"школ|^(?:директор|завуч|учитель|классный руководитель)\b|\bдиректора по (?:УВР|ВР|УР|НМР)\b")
_HEADS = expression(r"(?:директор|завуч)$|(?:директор|руководитель) школы$|заместитель директора(?: школы)?(?: по |$)")
_OF_KINDERGARTENS = expression(r"^(?:старший |младший )?(?:заведующ|воспитател|помощник воспитателя)")


def place_by_number(walk: Walk, draft: Draft, at: int) -> Draft:
    """«директора школ Вязова А.К. (№ 8), Лосев П.И. (№ 20)»: the bracket at `at` says which of the schools.

    Of «координаторы: Вязова А.К. (№ 8)» it is asked; «воспитатели: Вязова А.К. (№ 8)» may be of a kindergarten.
    """
    found = _NUMBER.match(walk.text, at)
    if found is None or draft.target is not None:
        return draft
    number, (start, end) = found["number"], found.span("number")
    if draft.role is not None and not _is_of_schools(draft.role):
        walk.doubt("unknown_phrase", f"Это номер школы: «№ {number}»?", draft.start, found.end())
        if _OF_KINDERGARTENS.match(draft.role):
            return draft
    return _placed(draft, number, start, end)


def place_by_bare_numbers(walk: Walk) -> None:
    """«Директора школ Вязова А.К. (8), Лосев П.И. (20)»: behind each name of heads of schools, it is the school's.

    Not «учителя Вязова А.К. (8), Лосев П.И. (9)», which may be classes, nor where one of the names has none.
    """
    at = 0
    while at < len(walk.drafts):
        end = at
        while end < len(walk.drafts) and _is_in_list(walk, at, end):
            end += 1
        found = [_BARE.match(walk.text, draft.end) for draft in walk.drafts[at:end]]
        for index, match in enumerate(found if len(found) > 1 else ()):
            if match is not None and all(found):
                walk.drafts[at + index] = _placed(walk.drafts[at + index], match["number"], *match.span("number"))
        at = max(end, at + 1)


_BARE = re.compile(r"\s*\(\s*(?P<number>\d{1,3})\s*\)")


def _is_in_list(walk: Walk, first: int, at: int) -> bool:
    """Whether the draft is a name of the list that begins with the `first`, under one title of heads of schools."""
    opening, draft = walk.drafts[first], walk.drafts[at]
    shared = draft.kind == "person" and draft.rule in (SHARED_BEFORE, "title before a colon")
    heads = draft.role is not None and (names_all_schools(draft.role) or _HEADS.match(draft.role) is not None)
    return shared and heads and draft.target is None and (draft.role, draft.rule) == (opening.role, opening.rule)


def _is_of_schools(role: str) -> bool:
    return _OF_SCHOOLS.search(role) is not None or names_all_schools(role)


def _placed(draft: Draft, number: str, start: int, end: int) -> Draft:
    key, name = school_key(None, number, None), school_name(None, number, None)
    target = Target(key, name, "school", start, end, None, number)
    return replace(draft, role=role_at_school(draft.role) if draft.role else None, target=target)
