"""Where somebody works whose title names no place, by an earlier order: the same post, in what stands beside the name.

«СОШ № 2, директор Вязов А.К., Лосева П.И., завуч», whom the last order that shows her as such has in СОШ № 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from normalize.model import Sighting, Signed
from normalize.names.namesakes import base_key, printed_in, signed_of
from normalize.names.resolution import Verdicts
from normalize.names.shared_places import IS_BESIDE
from normalize.names.verdicts import is_answered
from normalize.parties.drafts import Draft
from normalize.parties.units import Target
from normalize.posts import Seen, bare_posts, post_key, share_place

FROM_EARLIER = "organization from an earlier order"
Earlier = Mapping[str, Sequence[Seen]]


def seen_earlier(
    printed: Iterable[str], means: Mapping[str, str], sightings: Iterable[Sighting], signed: Signed
) -> Earlier:
    """Name key as printed → how earlier orders show the person, the last one last; nobody who has a namesake there."""
    by_name: defaultdict[str, list[Sighting]] = defaultdict(list)
    for one in sorted(sightings, key=signed_of):
        if signed_of(one) < signed:
            by_name[base_key(one.person)].append(one)
    found: dict[str, Sequence[Seen]] = {}
    for key in printed:
        seen = by_name.get(means.get(key, key), [])
        if len({one.person for one in seen}) == 1:
            posts = [(bare_posts(one.roles, one.organizations), printed_in(one)) for one in seen]
            found[key] = [Seen(one.roles, one.places, where) for one, where in posts]
    return found


def place_beside(draft: Draft, beside: Sequence[Draft], earlier: Earlier, verdicts: Verdicts) -> Target | None:
    """The one place beside the name in which the person was last seen in this very post; None where there is none.

    Not one of which a person said that it only stands there.
    """
    if draft.person is None or draft.role is None:
        return None
    key, post = draft.person.key, post_key(draft.role)
    held = [one for one in earlier.get(key, ()) if post in map(post_key, one.roles) and one.places]
    if not held or len(held[-1].places) > 1:
        return None
    places = {
        one.target.key: one.target
        for one in beside
        if one.target is not None
        and share_place([one.target.key], held[-1].places)
        and not is_answered(verdicts, f"employer|{key}|{one.target.spelling}", IS_BESIDE)
    }
    return next(iter(places.values())) if len(places) == 1 else None
