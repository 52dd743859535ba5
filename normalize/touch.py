"""Which orders a new one may change: they are read again, so that the order of imports is no matter.

Only what nobody else of the territory had said is news to an order: the tenth order that prints «СОШ № 27» changes
nothing. So the cost of an import does not grow with the years that a town has in the database.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from normalize.match import is_one_slip, one_edit
from normalize.model import OwnName, Signed
from normalize.names.namesakes import base_key
from normalize.names.near_initials import are_near
from normalize.names.schools import is_numbered
from normalize.names.surnames import oblique_forms, share_half
from normalize.names.typed_names import TypedName, typed_name
from normalize.names.village_schools import base_of

LAST: Signed = ("~", "", "")  # later than every order
Item = tuple[str, str, str]  # kind, what is said, of whom: ("spelling", "цдо", "org|мбу до центр …")
Trait = tuple[str, str]  # what two names that may be compared have in common: ("initials", "ЦДО"), ("number", "7")


@dataclass(frozen=True, slots=True)
class OrderNames:
    """The names of an order as the database holds them."""

    signed: Signed
    people: frozenset[str]  # keys
    organizations: frozenset[str]  # keys
    spellings: frozenset[tuple[str, str]]  # (folded alias, key that it means) that the order proves
    own_names: tuple[OwnName, ...]  # schools and organizations by its own word
    questions: frozenset[str]  # keys

    def items(self) -> frozenset[Item]:
        """What the order says that may matter to another, but its own names."""
        surnames = (base_key(key).partition("|") for key in self.people)
        return frozenset(
            (
                *(("spelling", alias, means) for alias, means in self.spellings),
                *(("surname", initials, surname) for surname, _, initials in surnames),
            )
        )

    def sure_names(self) -> Iterator[TypedName]:
        """The names that others may lean on."""
        return (_typed(name) for name in self.own_names if name.sure)


def _typed(name: OwnName) -> TypedName:
    return typed_name(name.organization.key, name.organization.name, name.organization.kind)


@lru_cache(maxsize=16_384)  # every order of a town prints the same few hundred
def _traits(name: TypedName) -> frozenset[Trait]:
    """Any two names that one order may compare share one of these."""
    if is_numbered(name.key):
        return frozenset({("number", name.key.split("|")[2])})
    words = name.core.split(" ")
    traits = {("core", name.core), ("initials", name.initials), ("quoted", name.quoted or name.core)}
    traits |= {("first", words[0]), ("last", words[-1])} if len(words) > 1 else set()  # a slip spoils one word
    village = base_of(name.key.removeprefix("school|")) if name.kind == "school" else None
    traits |= {("village", village)} if village is not None else set()
    return frozenset(traits | ({("ministry", "")} if name.kind == "ministry" else set()))


@dataclass(slots=True)
class News:
    """What newcomers say that was not said before, together: a thousand cost another order no more than one."""

    since: Signed = LAST  # the earliest newcomer that shows people
    first_shown: dict[str, Signed] = field(
        default_factory=dict
    )  # base key → the earliest newcomer that shows the person
    alike: dict[str, set[str]] = field(default_factory=dict)  # surname or initials → base keys of those shown
    spellings: set[str] = field(default_factory=set)
    surnames: dict[str, set[str]] = field(default_factory=dict)  # initials → folded surnames
    names: dict[Trait, dict[str, TypedName]] = field(default_factory=dict)  # of schools and organizations, by key

    def show(self, order: OrderNames) -> None:
        """Adds the people of a newcomer."""
        self.since = min(self.since, order.signed)
        for key in map(base_key, order.people):
            self.first_shown[key] = min(self.first_shown.get(key, order.signed), order.signed)
            for part in (key.partition("|")[0], key.partition("|")[2]):
                self.alike.setdefault(part, set()).add(key)

    def say(self, items: Iterable[Item]) -> None:
        """Adds what a newcomer says."""
        for kind, what, of_whom in items:
            if kind == "spelling":
                self.spellings.add(what)
            else:
                self.surnames.setdefault(what, set()).add(of_whom)

    def name(self, names: Iterable[TypedName]) -> None:
        """Adds names that nobody said, or nobody so early."""
        for name in names:
            for trait in _traits(name):
                self.names.setdefault(trait, {})[name.key] = name


@dataclass(slots=True)
class Heard:
    """Names with the earliest order that says them: an earlier one is news, for the first to print a name keeps it."""

    first: dict[str, Signed] = field(default_factory=dict)

    def fresh(self, order: OrderNames) -> tuple[TypedName, ...]:
        """What the order says that nobody said, or nobody so early."""
        said = order.sure_names()
        return tuple(name for name in said if order.signed < self.first.get(name.key, LAST))

    def hear(self, order: OrderNames) -> tuple[TypedName, ...]:
        """The same, and from now on it was said."""
        fresh = self.fresh(order)
        self.first |= {name.key: order.signed for name in fresh}
        return fresh


def touched_orders(names: Mapping[str, OrderNames], new: frozenset[str], loaded: Sequence[str] = ()) -> frozenset[str]:
    """Of a territory's orders (by id) those that the new ones of them may change, new ones too.

    `loaded`: those of the new ones that this run loaded, one after another. Each was read with what the ones before
    it say, so only those after it are news to it.
    """
    in_turn = [one for one in loaded if one in new]
    held = Counter(item for one, order in names.items() if one not in new for item in order.items())
    readers = names.keys() - set(in_turn)
    return _touched_by_all(names, new, readers, held) | _touched_by_later(
        names, new - set(in_turn), in_turn, held.keys()
    )


def touched_by_rereading(names: Mapping[str, OrderNames], changed: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Of a territory's orders those that were read before an earlier one showed other people than now.

    `changed`: order → keys of the people that it shows since, or shows no more.
    """
    news = _news((replace(names[one], people=keys) for one, keys in changed.items()), ())
    return frozenset(one for one, order in names.items() if touches(news, order))


def _heard(names: Mapping[str, OrderNames], new: Set[str]) -> Heard:
    """What the orders that are not new say."""
    heard = Heard()
    for one, order in names.items():
        if one not in new:
            heard.hear(order)
    return heard


def _touched_by_all(
    names: Mapping[str, OrderNames], new: frozenset[str], readers: Set[str], held: Mapping[Item, int]
) -> frozenset[str]:
    """Those of `readers` that were read before any of the new ones was there. `held`: how many others say an item."""
    said = frozenset(item for one in new for item in names[one].items())
    to_all = _news((names[one] for one in new), (item for item in said if item not in held))
    heard = _heard(names, new)
    for one in new:
        to_all.name(heard.fresh(names[one]))
    touched = {one for one in readers if {one} != new and touches(to_all, names[one])}
    single = {item for item in said if held.get(item) == 1}
    for one in readers - new - touched if single else ():  # an order's own word is no knowledge to itself
        own = names[one].items() & single
        if own and touches(_news((), own), names[one]):
            touched.add(one)
    return frozenset(touched)


def _touched_by_later(
    names: Mapping[str, OrderNames], others: frozenset[str], in_turn: Sequence[str], held: Set[Item]
) -> frozenset[str]:
    """Those of `in_turn` to which what came after them is news, or what `others` say, new ones of other runs."""
    later = {item for one in others for item in names[one].items()}
    news = _news((names[one] for one in others), later - held)
    heard = _heard(names, {*others, *in_turn})
    for one in others:
        news.name(heard.fresh(names[one]))
    named = [heard.hear(names[one]) for one in in_turn]
    touched: set[str] = set()
    for one, fresh, fresh_names in reversed(list(zip(in_turn, _said_first(names, in_turn, held), named, strict=True))):
        order = names[one]
        own = fresh & later  # its own word is no knowledge to itself, but that of one that said it again is
        if touches(news, order) or (own and touches(_news((), own), order)):
            touched.add(one)
        later |= order.items()
        news.show(order)
        news.say(fresh)
        news.name(fresh_names)
    return frozenset(touched)


def _said_first(names: Mapping[str, OrderNames], in_turn: Sequence[str], held: Set[Item]) -> Iterator[frozenset[Item]]:
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
    people = {base_key(key) for key in other.people}
    return (
        (new.since < other.signed and any(_is_like_an_earlier_one(key, other.signed, new) for key in people))
        or (bool(new.spellings) and _is_spelt_so(new.spellings, other))
        or (bool(new.surnames) and any(_is_near(key, new) for key in people))
        or (bool(new.names) and any(_is_named_near(_typed(name), new) for name in other.own_names))
    )


def _is_spelt_so(spellings: Set[str], other: OrderNames) -> bool:
    """True where the order prints, uses, or asks about, one of the spellings."""
    printed = (name.organization.key for name in other.own_names)
    used = (key.removeprefix("org|") for key in (*other.organizations, *printed))
    asked = (key.removeprefix("abbreviation|") for key in other.questions)
    return any(one in spellings for one in (*used, *asked))


def _is_named_near(name: TypedName, new: News) -> bool:
    """True where a newcomer has a name that may be the same organization's, or the same number's."""
    for trait in _traits(name):
        for other in new.names.get(trait, {}).values():
            if trait[0] not in ("first", "last") or is_one_slip(name.core, other.core):
                return True
    return False


def _is_like_an_earlier_one(key: str, signed: Signed, new: News) -> bool:
    """True where a newcomer shows the person, or somebody whose name is one letter or one initial away, earlier."""
    surname, _, initials = key.partition("|")
    return any(
        new.first_shown[known] < signed
        and (known == key or one_edit(known, key) or are_near(known, key) or share_half(known.split("|")[0], surname))
        for known in (*new.alike.get(surname, ()), *new.alike.get(initials, ()))
    )


def _is_near(key: str, new: News) -> bool:
    """True where a newcomer shows somebody of the same initials whose surname is a letter, a case or a half away."""
    surname, _, initials = key.partition("|")
    form = surname.capitalize()
    return any(
        known != surname
        and (one_edit(known, surname) or share_half(known, surname) or form in oblique_forms(known.capitalize()))
        for known in new.surnames.get(initials, ())
    )
