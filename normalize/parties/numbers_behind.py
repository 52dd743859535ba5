"""The number of her school in a bracket behind a name or its title: «школьные координаторы: Вязова А.К. (№ 2), …»."""

from dataclasses import replace

from ingest.expressions import expression
from normalize.parties.drafts import Draft
from normalize.parties.units import Target
from normalize.parties.walk import Walk
from normalize.schools.numbered import school_key, school_name
from normalize.titles.post_of_one import role_at_school

_NUMBER = expression(r"\s*\(\s*№\s*(?P<number>\d{1,3})\s*\)")
_OF_SCHOOLS = expression(r"школ|^(?:директор|завуч|учитель|классный руководитель)\b|\bдиректора по (?:УВР|ВР|УР|НМР)\b")
_OF_KINDERGARTENS = expression(r"^(?:старший |младший )?(?:заведующ|воспитател|помощник воспитателя)")


def place_by_number(walk: Walk, draft: Draft, at: int) -> Draft:
    """«директора школ Вязова А.К. (№ 8), Лосев П.И. (№ 20)»: the bracket at `at` says which of the schools.

    Of «координаторы: Вязова А.К. (№ 8)» it is asked; «воспитатели: Вязова А.К. (№ 8)» may be of a kindergarten.
    """
    found = _NUMBER.match(walk.text, at)
    if found is None or draft.target is not None:
        return draft
    number, (start, end) = found["number"], found.span("number")
    if draft.role is not None and _OF_SCHOOLS.search(draft.role) is None:
        walk.doubt("unknown_phrase", f"Это номер школы: «№ {number}»?", draft.start, found.end())
        if _OF_KINDERGARTENS.match(draft.role):
            return draft
    key, name = school_key(None, number, None), school_name(None, number, None)
    target = Target(key, name, "school", start, end, None, number)
    return replace(draft, role=role_at_school(draft.role) if draft.role else None, target=target)
