"""Where somebody works whose title a measure prints beside a school: «Средней школы № 32 (директор Рыжкова А.И.)»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.expressions import expression
from normalize.parties.drafts import SHARED_BEFORE, Draft
from normalize.parties.persons_places import reads_nominative
from normalize.parties.units import Target, Unit
from normalize.titles.post_of_one import role_at_school
from normalize.vocabulary import forms_of

_OF_SCHOOLS = "|".join(form for form, value in forms_of("roles", "post_at").items() if value.startswith("school"))
# A post of a school that says no place of its own: «зам. директора по УВР»; not «директор ЦДО», «учитель гимназии»
_OF_ITS_SCHOOL = expression(
    rf"(?:{_OF_SCHOOLS})(?![а-я])(?!.*(?:школ|лице|гимнази|детск|филиал))(?:(?!(?<! по)\s[А-ЯЁ]{{2}}).)*"
)
_BESIDE = expression(r"\s*(?P<joint>[(,])\s*")


def school_before_title(text: str, opening: Unit, role: str, before: Sequence[Unit]) -> Target | None:
    """The one school right before the title that `opening` begins, in whose bracket it stands or behind its comma.

    Behind a comma only a director is that school's: «СОШ № 5, методист Вязова А.К.» is somebody beside it.
    """
    at = next(index for index, unit in enumerate(before) if unit is opening)
    school = next((unit for unit in reversed(before[:at]) if unit.targets), None)
    if school is None or school.kind != "schools" or len(school.targets) != 1:
        return None
    beside = _BESIDE.fullmatch(text, school.end, opening.start)
    theirs = _OF_ITS_SCHOOL.fullmatch(role) if beside and beside["joint"] == "(" else role == "директор"
    return school.targets[0] if beside and theirs and school.targets[0].kind == "school" else None


def with_schools_beside(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the school that stands in a bracket with a name, or before the bracket with the name.

    So «Вязовой А.К. (Лицей № 9)», «(Вязова А.К., СОШ № 22)», «СОШ № 7 (Вязова А.К.) – СОШ № 40 (Лосев П.И.)».
    """
    schools = [unit for unit in units if len(unit.targets) == 1 and unit.targets[0].kind == "school"]
    found = list(drafts)
    for index, draft in enumerate(found):
        if draft.person is None or draft.target is not None:
            continue
        school = _school_in_bracket(text, draft, schools)
        if school is None and draft.role is None:
            titled = _with_list_of_schools(text, draft, found[:index], schools)
            school, draft = _school_of_pair(text, draft, schools), titled or draft
        if school is not None:
            role = draft.role and role_at_school(draft.role)
            draft = replace(draft, role=role, target=school.targets[0], rule=BESIDE)
        found[index] = draft
    return found


BESIDE = "school beside the name"
_OF_OTHERS = ("куратор", "наставник", "методист", "тьютор")  # «кураторы: Вязова А.К. (СОШ № 2)»: whom she is sent to


def _school_in_bracket(text: str, draft: Draft, schools: Sequence[Unit]) -> Unit | None:
    behind = next((unit for unit in schools if unit.start >= draft.end), None)
    sent = (draft.role or "").startswith(_OF_OTHERS) or (draft.role is None and _CURATED.search(text) is not None)
    if behind is None or sent:
        return None
    between, opening = text[draft.end : behind.start], text[: draft.start].rstrip()[-1:]
    own = re.fullmatch(r"\s*\(\s*", between) and re.match(r"\s*[),]", text[behind.end :])
    same = re.fullmatch(r"\s*,\s*", between) and opening in ("(", ";") and re.match(r"\s*[);]", text[behind.end :])
    return behind if own or (same and draft.role is None) else None


def _with_list_of_schools(text: str, draft: Draft, before: Sequence[Draft], schools: Sequence[Unit]) -> Draft | None:
    """«директоров школ № 2 (Вязова А.К.), № 7 (Лосев П.И.)»: a further one of such a list."""
    last = next((one for one in reversed(before) if one.person is not None), None)
    school = _school_before(text, draft, schools)
    if last is None or school is None or not last.plural or last.target is None:
        return None
    if re.fullmatch(r"\s*\)\s*(?:[,;]|[,;]?\s*и\s)\s*", text[last.end : school.start]) is None:
        return None
    return replace(draft, role=last.role, target=school.targets[0], rule=SHARED_BEFORE, plural=True)


def _school_before(text: str, draft: Draft, schools: Sequence[Unit]) -> Unit | None:
    """The school behind which the bracket with the name opens."""
    before = next((unit for unit in reversed(schools) if unit.end <= draft.start), None)
    opens = before is not None and re.fullmatch(r"\s*\(\s*", text[before.end : draft.start])
    return before if opens else None


def _school_of_pair(text: str, draft: Draft, schools: Sequence[Unit]) -> Unit | None:
    """«Средняя школа № 7 (Вязова А.К.) – Средняя школа № 40 (Лосев П.И.)»: not who goes «в СОШ № 7 (Вязова А.К.)»."""
    school = _school_before(text, draft, schools)
    if school is None or not reads_nominative(school.text) or _SENT.search(text) is not None:
        return None
    paired = [
        unit
        for unit in schools
        if reads_nominative(unit.text) and re.match(r"\s*\(\s*[А-ЯЁ][^()]*\.", text[unit.end :])
    ]
    return school if len(paired) > 1 else None


_CURATED = expression(r"(?i)куратор|наставни|закрепл")
_SENT = expression(r"(?i)куратор|закрепл|посещ|выезд|провер|визит|сопровожд|ответственн|консульт")
