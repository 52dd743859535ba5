"""What a school has of its own under a name of many: «Центр «Точка роста» школы № 5», «школьный музей СОШ № 7»."""

from collections.abc import Iterable

from ingest.expressions import expression
from normalize.morphology import adjective_cases, noun_cases
from normalize.organization_names import OrganizationRef
from normalize.schools.numbered import SchoolList
from normalize.vocabulary import forms_of

_NOUN = rf"(?:{'|'.join(f'[{stem[0].upper()}{stem[0]}]{stem[1:]}' for stem in forms_of('schools', 'own_part'))})"
# Without a legal form, under a name in quotes or the school's own adjective: «центр образования «Точка роста»»
_PART = expression(
    rf"(?:(?:[Шш]кольн[а-яё]+\s)?{_NOUN}[а-яё]*(?:\s[а-яё-]+){{0,4}}\s«.+»|[Шш]кольн[а-яё]+\s(?:[а-яё]+\s)?{_NOUN}[а-яё]*)$"
)
_BETWEEN = expression(r"[^\S\n]+(?:(?:на\s+базе|при|в)\s+)?|\s*\(\s*")
_SHORT = expression(r"(?i)(?:М?[АБК]?О?У|СОШ|СШ|ООШ|ОШ|НОШ)(?!\w)")


def is_part_of_school(ref: OrganizationRef, schools: Iterable[SchoolList], text: str) -> bool:
    """Whether the school right behind a name has it: in the genitive, in letters, behind «на базе», in a bracket.

    Not «Центр «Росток», школа № 5», nor «МБУ «Центр «Росток»»», which is a body by itself.
    """
    if not is_part_of_any(ref.name):
        return False
    return any(_is_its_school(ref, one, text) for one in schools)


def is_part_of_any(name: str) -> bool:
    """«центры «Точка роста»», «школьный музей»; not «Центр развития образования»."""
    return _PART.match(name) is not None


def _is_its_school(ref: OrganizationRef, school: SchoolList, text: str) -> bool:
    if school.start == ref.end:
        return True  # «Центр «Точка роста» – структурное подразделение СОШ № 5»: appositions.py has joined them
    between = _BETWEEN.fullmatch(text, ref.end, school.start) if school.start > ref.end else None
    if between is None:
        return False
    printed = text[school.start : school.end]
    if between.group().strip() or _SHORT.match(printed):
        return True
    first = printed.split()[0]
    return any(case == "gent" for case, _ in noun_cases(first) | adjective_cases(first))
