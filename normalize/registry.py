"""Lines of a municipality's registry → people, schools, organizations, each field checked.

A field that does not hold raises ValueError that says which, what was expected and what was found; who reads the
file knows the line.
"""

import re
from typing import get_args

from ingest.expressions import expression
from normalize.model import Organization, OrganizationKind, Person
from normalize.organization_names import organization_key
from normalize.people.spans import person_key
from normalize.schools.numbered import CANONICAL, school_key, school_name

_INITIALS = expression(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_SURNAME = expression(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_NUMBER = expression(r"\d{1,4}[а-я]?")
_NAME = expression(".{3,}")


def registered_person(surname: str, initials: str, given_names: str) -> Person:
    """A person of the registry; `given_names` may be empty. Raises ValueError."""
    _expect("surname", surname, _SURNAME, "a surname like «Петрова»")
    _expect("initials", initials, _INITIALS, "initials like «А.С.»")
    initials = initials.replace(" ", "")
    return Person(person_key(surname, initials), f"{surname} {initials}", surname, initials, given_names or None)


def registered_school(number: str, type_: str, name: str, aliases: str) -> Organization:
    """A school of the registry: a number or a name, and a type if it is known. Raises ValueError."""
    if number:
        _expect("number", number, _NUMBER, "a number like «7» or «7а»")
    elif not name:
        raise ValueError("expected a number or a name, found neither")
    if type_ and type_ not in CANONICAL:
        raise ValueError(f"type: expected one of {', '.join(CANONICAL)}, found «{type_}»")
    key = school_key(type_ or None, number or None, name or None)
    printed = name or school_name(type_ or None, number, None)
    return Organization(key, printed, "school", number or None, type_ or None, aliases=split_aliases(aliases))


def registered_organization(name: str, kind: str, aliases: str, above_territory: bool) -> Organization:
    """An organization of the registry. Raises ValueError."""
    kinds: tuple[OrganizationKind, ...] = get_args(OrganizationKind)
    known = next((one for one in kinds if one == kind), None)
    if known is None:
        raise ValueError(f"kind: expected one of {', '.join(kinds)}, found «{kind}»")
    _expect("name", name, _NAME, "a name")
    return Organization(
        organization_key(name), name, known, above_territory=above_territory, aliases=split_aliases(aliases)
    )


def split_aliases(printed: str) -> tuple[str, ...]:
    """«ЦДО|Центр» → («ЦДО», «Центр»)."""
    return tuple(alias.strip() for alias in printed.split("|") if alias.strip())


def _expect(column: str, value: str, pattern: re.Pattern[str], expected: str) -> None:
    if not pattern.fullmatch(value):
        raise ValueError(f"{column}: expected {expected}, found «{value}»")
