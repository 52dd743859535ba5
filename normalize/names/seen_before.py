"""Where earlier orders of the territory show the people of an order, and in which post."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from normalize.model import Sighting, Signed
from normalize.names.namesakes import printed_in, signed_of
from normalize.names.resolve import Names
from normalize.posts import Seen, bare_posts


def seen_before(names: Names, sightings: Iterable[Sighting], signed: Signed) -> Mapping[str, tuple[Seen, ...]]:
    """Spelling key of a person → how earlier orders show them; nothing of people who may be namesakes of those.

    Later orders say nothing: an order is read alike whenever it is imported (CONTRACT.md §3).
    """
    seen: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in sightings:
        if signed_of(one) < signed:
            posts = bare_posts(one.roles, one.organizations)
            seen[one.person].append(Seen(posts.roles, posts.places, printed_in(one)))
    in_doubt = {key for doubt in names.places.doubts for key in doubt.keys}
    found: dict[str, tuple[Seen, ...]] = {}
    for drafts in names.responsible.values():
        for draft in drafts:
            person = names.person_of(draft)
            if (
                draft.person is not None
                and person is not None
                and person in seen
                and names.local_key(draft) not in in_doubt
            ):
                found[draft.person.key] = tuple(seen[person])
    return found
