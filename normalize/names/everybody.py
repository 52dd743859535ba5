"""All people whose nominative is known, in blocks of equal initials, and since when each spelling is known.

Blocks: a hundred thousand known names cost a mention no more than the hundred that share its initials, and forms
are generated only for those that begin like it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from normalize.model import Knowledge, Signed
from normalize.names.namesakes import base_key, signed_of
from normalize.names.surnames import oblique_forms
from normalize.people.spans import PersonName
from normalize.people.surname_looks import stands_oblique

_STEM = 2  # letters that no case changes: «Лев» – «Льва» is asked, not guessed
_CLEARLY = 3  # times as often as the other spelling


class Everybody:
    """All people whose nominative is known."""

    def __init__(self) -> None:
        self.surnames: dict[str, str] = {}  # key → surname
        self.blocks: dict[str, list[str]] = defaultdict(list)  # «т|а» → keys

    def add(self, key: str, surname: str) -> None:
        """One more; a key that is there already stays as it is."""
        if key not in self.surnames:
            self.surnames[key] = surname
            self.blocks[key.split("|", 1)[-1]].append(key)

    def with_initials(self, key: str) -> list[str]:
        """Keys of those who share the initials of `key`."""
        return self.blocks.get(key.split("|", 1)[-1], [])

    def whose_form(self, name: PersonName) -> list[str]:
        """Keys of those of whose surname the printed one is an oblique form."""
        stem = name.surname[:_STEM]
        return [
            key
            for key in self.with_initials(name.key)
            if self.surnames[key].startswith(stem) and name.surname in oblique_forms(self.surnames[key])
        ]


def everybody_known(known: Knowledge) -> Everybody:
    """Those who are known from elsewhere; not «Лосеву П.И.», whom another order prints in no nominative."""
    everybody = Everybody()
    for person in known.people:
        if not stands_oblique(person.surname):
            everybody.add(base_key(person.key), person.surname)
    return everybody


class Precedence:
    """Since when a spelling is known, and how often it was printed: which of two is the odd one."""

    def __init__(self, names: Iterable[PersonName], known: Knowledge, signed: Signed) -> None:
        self.mentions = Counter(name.key for name in names)
        self.signed = signed
        self.first: dict[str, Signed] = {}
        later = set[str]()
        for seen in known.sightings:
            key, said = base_key(seen.person), signed_of(seen)
            if said < signed:
                self.first[key] = min(self.first.get(key, said), said)
                self.mentions[key] += seen.mentions
            else:
                later.add(key)
        self.here = frozenset(name.key for name in names)
        self.later = frozenset(later - self.first.keys() - self.here)  # only later orders show them
        self.registered = frozenset(base_key(one.key) for one in known.people) - self.first.keys() - later

    def since(self, key: str) -> Signed:
        """The earliest order that shows the spelling; before all orders that of the registry."""
        return ("", "", "") if key in self.registered else self.first.get(key, self.signed)

    def odd(self, left: str, right: str) -> frozenset[str]:
        """Those of two spellings that are in doubt: the younger one, else the clearly rarer one, else both."""
        if self.since(left) != self.since(right):
            return frozenset({max(left, right, key=self.since)})
        rare, often = sorted((left, right), key=lambda key: self.mentions[key])
        return frozenset({rare} if self.mentions[often] >= _CLEARLY * self.mentions[rare] else {rare, often})
