"""Which orders a new one may change: they are read again, so that the order of imports is no matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class Newcomers:
    """The names of all orders that came in, together: a thousand cost another order no more than one."""

    first_shown: Mapping[str, tuple[str, str, str]]  # base key → the earliest newcomer that shows the person
    spellings: frozenset[str]
    numbers: frozenset[str]  # of schools that are printed with a type
    surnames: Mapping[str, frozenset[str]]  # initials → folded surnames
    cores: Mapping[str, frozenset[str]]  # folded proper part → keys


def gather(new: Iterable[OrderNames]) -> Newcomers:
    """What newcomers bring along."""
    first: dict[str, tuple[str, str, str]] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    cores: defaultdict[str, set[str]] = defaultdict(set)
    spellings: set[str] = set()
    numbers: set[str] = set()
    for one in new:
        for key in map(base_key, one.people):
            first[key] = min(first.get(key, one.signed), one.signed)
            surname, _, initials = key.partition("|")
            surnames[initials].add(surname)
        for core, key in one.cores:
            cores[core].add(key)
        spellings |= one.spellings
        numbers |= {key.split("|")[2] for key in one.organizations if key.startswith("school|") and key.count("|") == 2}
    return Newcomers(first, frozenset(spellings), frozenset(numbers), _frozen(surnames), _frozen(cores))


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in sets.items()}


def touches(new: Newcomers, other: OrderNames) -> bool:
    """True where a newcomer may change how `other` is read: a namesake before it, an acronym explained, a school's
    type told, a surname's nominative known, a neighbouring spelling. Over-cautious, never the other way."""
    return (
        any(new.first_shown.get(base_key(key), other.signed) < other.signed for key in other.people)
        or any(key.removeprefix("org|") in new.spellings for key in other.organizations)
        or any(key.removeprefix("abbreviation|") in new.spellings for key in other.questions)
        or any(key.removeprefix("school||") in new.numbers for key in other.organizations)
        or any(_is_near(base_key(key), new) for key in other.people)
        or any(new.cores.get(core, frozenset()) - {key} for core, key in other.cores)
    )


def _is_near(key: str, new: Newcomers) -> bool:
    """True where a newcomer shows somebody of the same initials whose surname is one letter or one case away."""
    surname, _, initials = key.partition("|")
    return any(
        known != surname and (one_edit(known, surname) or surname.capitalize() in oblique_forms(known.capitalize()))
        for known in new.surnames.get(initials, ())
    )
