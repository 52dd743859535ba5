"""Which orders a new one may change: they are read again, so that the order of imports is no matter.

Only what nobody else of the territory had said is news to an order: the tenth order that prints «СОШ № 27» changes
nothing. So the cost of an import does not grow with the years that a town has in the database.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.match import one_edit
from normalize.namesakes import base_key
from normalize.organizations import legal_part, organization_key, proper_part
from normalize.surnames import oblique_forms

Item = tuple[str, str, str]  # kind, what is said, of whom: ("spelling", "цдо", "org|мбу до центр …")


@dataclass(frozen=True, slots=True)
class OrderNames:
    """The names of an order as the database holds them."""

    signed: tuple[str, str, str]  # date (or "9999"), number, sha256: as in namesakes, earlier orders keep their people
    people: frozenset[str]  # keys
    organizations: frozenset[str]  # keys
    spellings: frozenset[tuple[str, str]]  # (folded alias, key that it means) that the order proves
    cores: frozenset[tuple[str, str]]  # (folded proper part, key) of organizations with a legal form
    questions: frozenset[str]  # keys

    def items(self) -> frozenset[Item]:
        """What the order says that may matter to another."""
        schools = (key for key in self.organizations if key.startswith("school|") and key.count("|") == 2)
        surnames = (base_key(key).partition("|") for key in self.people)
        return frozenset(
            (
                *(("spelling", alias, means) for alias, means in self.spellings),
                *(("core", core, key) for core, key in self.cores),
                *(("school", key.split("|")[2], key) for key in schools),
                *(("surname", initials, surname) for surname, _, initials in surnames),
            )
        )


def name_cores(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """(folded proper part, key) of those names that have a legal form: «ГАОУ ДО СО «ИРО»» → («иро», …)."""
    return frozenset((fold(proper_part(name)), organization_key(name)) for name in names if legal_part(name))


@dataclass(frozen=True, slots=True)
class News:
    """What newcomers say that was not said before, together: a thousand cost another order no more than one."""

    first_shown: Mapping[str, tuple[str, str, str]]  # base key → the earliest newcomer that shows the person
    spellings: frozenset[str]
    numbers: frozenset[str]  # of schools that are printed with a type
    surnames: Mapping[str, frozenset[str]]  # initials → folded surnames
    cores: Mapping[str, frozenset[str]]  # folded proper part → keys


def touched_orders(names: Mapping[str, OrderNames], new: frozenset[str]) -> frozenset[str]:
    """Of a territory's orders (by id) those that the new ones of them may change, new ones too."""
    first = _first_shown(names[one] for one in new)
    said = frozenset(item for one in new for item in names[one].items())
    held = Counter(item for one, order in names.items() if one not in new for item in order.items())
    to_all = _gather(first, (item for item in said if not held[item]))
    touched = {one for one, order in names.items() if {one} != new and touches(to_all, order)}
    for one in names.keys() - new - touched:  # an order's own word is no knowledge to itself
        own = names[one].items() & said
        if own and touches(_gather(first, (item for item in own if held[item] == 1)), names[one]):
            touched.add(one)
    return frozenset(touched)


def _first_shown(new: Iterable[OrderNames]) -> dict[str, tuple[str, str, str]]:
    first: dict[str, tuple[str, str, str]] = {}
    for one in new:
        for key in map(base_key, one.people):
            first[key] = min(first.get(key, one.signed), one.signed)
    return first


def _gather(first_shown: Mapping[str, tuple[str, str, str]], items: Iterable[Item]) -> News:
    said: dict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, what, of_whom in items:
        said[kind][what].add(of_whom)
    return News(
        first_shown, frozenset(said["spelling"]), frozenset(said["school"]),
        _frozen(said["surname"]), _frozen(said["core"]),
    )  # fmt: skip


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in sets.items()}


def touches(new: News, other: OrderNames) -> bool:
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


def _is_near(key: str, new: News) -> bool:
    """True where a newcomer shows somebody of the same initials whose surname is one letter or one case away."""
    surname, _, initials = key.partition("|")
    return any(
        known != surname and (one_edit(known, surname) or surname.capitalize() in oblique_forms(known.capitalize()))
        for known in new.surnames.get(initials, ())
    )
