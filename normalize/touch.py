"""Which orders a new one may change: they are read again, so that the order of imports is no matter.

Only what nobody else of the territory had said is news to an order: the tenth order that prints «СОШ № 27» changes
nothing. So the cost of an import does not grow with the years that a town has in the database.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from normalize.fold import fold
from normalize.match import one_edit
from normalize.namesakes import base_key
from normalize.organization_names import legal_part, organization_key, proper_part
from normalize.surnames import oblique_forms

Signed = tuple[str, str, str]  # date (or "9999"), number, sha256: as in namesakes, earlier orders keep their people
Item = tuple[str, str, str]  # kind, what is said, of whom: ("spelling", "цдо", "org|мбу до центр …")


@dataclass(frozen=True, slots=True)
class OrderNames:
    """The names of an order as the database holds them."""

    signed: Signed
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


@dataclass(slots=True)
class News:
    """What newcomers say that was not said before, together: a thousand cost another order no more than one."""

    first_shown: dict[str, Signed] = field(
        default_factory=dict
    )  # base key → the earliest newcomer that shows the person
    spellings: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)  # of schools that are printed with a type
    surnames: dict[str, set[str]] = field(default_factory=dict)  # initials → folded surnames
    cores: dict[str, set[str]] = field(default_factory=dict)  # folded proper part → keys

    def show(self, order: OrderNames) -> None:
        """Adds the people of a newcomer."""
        for key in map(base_key, order.people):
            self.first_shown[key] = min(self.first_shown.get(key, order.signed), order.signed)

    def say(self, items: Iterable[Item]) -> None:
        """Adds what a newcomer says."""
        for kind, what, of_whom in items:
            if kind == "spelling":
                self.spellings.add(what)
            elif kind == "school":
                self.numbers.add(what)
            else:
                named = self.surnames if kind == "surname" else self.cores
                named.setdefault(what, set()).add(of_whom)


def touched_orders(names: Mapping[str, OrderNames], new: frozenset[str], loaded: Sequence[str] = ()) -> frozenset[str]:
    """Of a territory's orders (by id) those that the new ones of them may change, new ones too.

    `loaded`: those of the new ones that this run loaded, one after another. Each was read with what the ones before
    it say, so only those after it are news to it.
    """
    in_turn = [one for one in loaded if one in new]
    held = frozenset(item for one, order in names.items() if one not in new for item in order.items())
    readers = names.keys() - set(in_turn)
    return _touched_by_all(names, new, readers) | _touched_by_later(names, new - set(in_turn), in_turn, held)


def _touched_by_all(names: Mapping[str, OrderNames], new: frozenset[str], readers: Set[str]) -> frozenset[str]:
    """Those of `readers` that were read before any of the new ones was there."""
    said = frozenset(item for one in new for item in names[one].items())
    held = Counter(item for one, order in names.items() if one not in new for item in order.items())
    to_all = _news((names[one] for one in new), (item for item in said if not held[item]))
    touched = {one for one in readers if {one} != new and touches(to_all, names[one])}
    for one in readers - new - touched:  # an order's own word is no knowledge to itself
        own = names[one].items() & said
        if own and touches(_news((), (item for item in own if held[item] == 1)), names[one]):
            touched.add(one)
    return frozenset(touched)


def _touched_by_later(
    names: Mapping[str, OrderNames], others: frozenset[str], in_turn: Sequence[str], held: frozenset[Item]
) -> frozenset[str]:
    """Those of `in_turn` to which what came after them is news, or what `others` say, new ones of other runs."""
    later = {item for one in others for item in names[one].items()}
    news = _news((names[one] for one in others), later - held)
    touched: set[str] = set()
    for one, fresh in reversed(list(zip(in_turn, _said_first(names, in_turn, held), strict=True))):
        order = names[one]
        own = fresh & later  # its own word is no knowledge to itself, but that of one that said it again is
        if touches(news, order) or (own and touches(_news((), own), order)):
            touched.add(one)
        later |= order.items()
        news.show(order)
        news.say(fresh)
    return frozenset(touched)


def _said_first(
    names: Mapping[str, OrderNames], in_turn: Sequence[str], held: frozenset[Item]
) -> Iterator[frozenset[Item]]:
    """For each order in turn what it says that nobody before it had said."""
    heard = set(held)
    for one in in_turn:
        fresh = names[one].items() - heard
        heard |= fresh
        yield fresh


def _news(shown: Iterable[OrderNames], said: Iterable[Item]) -> News:
    news = News()
    for order in shown:
        news.show(order)
    news.say(said)
    return news


def touches(new: News, other: OrderNames) -> bool:
    """True where a newcomer may change how `other` is read: a namesake before it, an acronym explained, a school's
    type told, a surname's nominative known, a neighbouring spelling. Over-cautious, never the other way."""
    return (
        any(new.first_shown.get(base_key(key), other.signed) < other.signed for key in other.people)
        or any(key.removeprefix("org|") in new.spellings for key in other.organizations)
        or any(key.removeprefix("abbreviation|") in new.spellings for key in other.questions)
        or any(key.removeprefix("school||") in new.numbers for key in other.organizations)
        or any(_is_near(base_key(key), new) for key in other.people)
        or any(new.cores.get(core, set()) - {key} for core, key in other.cores)
    )


def _is_near(key: str, new: News) -> bool:
    """True where a newcomer shows somebody of the same initials whose surname is one letter or one case away."""
    surname, _, initials = key.partition("|")
    return any(
        known != surname and (one_edit(known, surname) or surname.capitalize() in oblique_forms(known.capitalize()))
        for known in new.surnames.get(initials, ())
    )
