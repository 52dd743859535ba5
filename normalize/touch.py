"""Which orders a new one may change: they are read again, so that the order of imports is no matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from normalize.fold import fold
from normalize.match import one_edit
from normalize.namesakes import base_key
from normalize.organizations import legal_part, organization_key, proper_part
from normalize.surnames import oblique_forms


@dataclass(frozen=True, slots=True)
class OrderNames:
    """The names of an order as the database holds them."""

    signed: tuple[str, str, str]  # date (or "9999"), number, sha256: as in namesakes, earlier orders keep their people
    people: frozenset[str]  # keys
    organizations: frozenset[str]  # keys
    spellings: frozenset[str]  # folded aliases that the order proves
    cores: frozenset[tuple[str, str]]  # (folded proper part, key) of organizations with a legal form
    questions: frozenset[str]  # keys


def name_cores(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """(folded proper part, key) of those names that have a legal form: «ГАОУ ДО СО «ИРО»» → («иро», …)."""
    return frozenset((fold(proper_part(name)), organization_key(name)) for name in names if legal_part(name))


def touches(new: OrderNames, other: OrderNames) -> bool:
    """True where `new` may change how `other` is read: a namesake before it, an acronym explained, a school's
    type told, a surname's nominative known, a neighbouring spelling. Over-cautious, never the other way."""
    return (
        _before_namesake(new, other)
        or _explains(new, other)
        or _types(new, other)
        or _near_people(new, other)
        or _near_organizations(new, other)
    )


def _before_namesake(new: OrderNames, other: OrderNames) -> bool:
    bases = {base_key(key) for key in new.people}
    return new.signed < other.signed and any(base_key(key) in bases for key in other.people)


def _explains(new: OrderNames, other: OrderNames) -> bool:
    return any(
        f"org|{spelling}" in other.organizations or f"abbreviation|{spelling}" in other.questions
        for spelling in new.spellings
    )


def _types(new: OrderNames, other: OrderNames) -> bool:
    typed = {key.split("|")[2] for key in new.organizations if key.startswith("school|") and key.count("|") == 2}
    return any(f"school||{number}" in other.organizations for number in typed)


def _near_people(new: OrderNames, other: OrderNames) -> bool:
    by_initials: dict[str, list[str]] = {}
    for key in new.people:
        surname, _, initials = base_key(key).partition("|")
        by_initials.setdefault(initials, []).append(surname)
    for key in other.people:
        surname, _, initials = base_key(key).partition("|")
        for known in by_initials.get(initials, ()):
            if known != surname and (
                one_edit(known, surname) or surname.capitalize() in oblique_forms(known.capitalize())
            ):
                return True
    return False


def _near_organizations(new: OrderNames, other: OrderNames) -> bool:
    mine = dict(new.cores)
    return any(core in mine and mine[core] != key for core, key in other.cores)
