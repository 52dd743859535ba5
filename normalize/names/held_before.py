"""The titles that earlier orders of the territory give to the people of an order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from normalize.model import Sighting, Signed
from normalize.names.namesakes import signed_of
from normalize.names.resolve import Names


def held_before(names: Names, sightings: Iterable[Sighting], signed: Signed) -> Mapping[str, frozenset[str]]:
    """Spelling key of a person → titles; nothing of people whom no earlier order shows with one.

    Later orders say nothing: an order is read alike whenever it is imported (CONTRACT.md §3).
    """
    held: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for seen in sightings:
        if signed_of(seen) < signed:
            held[seen.person] |= seen.roles
    found: dict[str, frozenset[str]] = {}
    for drafts in names.responsible.values():
        for draft in drafts:
            person = names.person_of(draft)
            if draft.person is not None and person is not None and person in held:
                found[draft.person.key] = held[person]
    return found
