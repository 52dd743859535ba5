"""Where somebody works whose title a measure prints beside a school: «Средней школы № 32 (директор Рыжкова А.И.)»."""

import re
from collections.abc import Sequence

from normalize.parties.units import Target, Unit
from normalize.vocabulary import forms_of

_OF_SCHOOLS = "|".join(form for form, value in forms_of("roles", "post_at").items() if value.startswith("school"))
# A post of a school that says no place of its own: «зам. директора по УВР»; not «директор ЦДО», «учитель гимназии»
_OF_ITS_SCHOOL = re.compile(
    rf"(?:{_OF_SCHOOLS})(?![а-я])(?!.*(?:школ|лице|гимнази|детск|филиал))(?:(?!(?<! по)\s[А-ЯЁ]{{2}}).)*"
)
_BESIDE = re.compile(r"\s*(?P<joint>[(,])\s*")


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
