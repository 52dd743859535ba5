"""«Толокнева Т.Н.» in the post of last year's «Толокнева Т.И.»: a slip, or somebody else? Asked, never joined."""

from collections.abc import Iterable, Mapping

from normalize.model import Candidate, Sighting
from normalize.names.namesakes import Shown, base_key, printed_in, share_post, signed_of
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.similar_people import pair_subject
from normalize.names.verdicts import settles


def are_near(one: str, other: str) -> bool:
    """True for name keys with equal surnames and exactly one different initial."""
    left, right = one.split("|")[:3], other.split("|")[:3]
    if len(left) != 3 or len(right) != 3 or left[0] != right[0]:
        return False
    return (left[1] == right[1]) is not (left[2] == right[2])


def ask_near_initials(shown: Iterable[Shown], sightings: Iterable[Sighting], verdicts: Verdicts) -> list[Doubt]:
    """A question for each newcomer of an equal surname, post and school. `sightings`: those of earlier orders.

    Not: somebody whom an earlier order shows too, or who stands beside the other in this order.
    """
    people = list(shown)
    here = {base_key(person.key) for person in people}
    by_surname: dict[str, dict[str, list[Sighting]]] = {}
    for one in sightings:
        by_surname.setdefault(one.person.split("|")[0], {}).setdefault(base_key(one.person), []).append(one)
    doubts = []
    for person in people:
        known = by_surname.get(person.key.split("|")[0], {})
        if base_key(person.key) in known:
            continue
        for key, seen in sorted(known.items()):
            same = [one for one in seen if share_post(person, one)]
            subject = pair_subject(base_key(person.key), key)
            if are_near(person.key, key) and key not in here and same and not settles(verdicts.get(subject)):
                doubts.append(_ask(person, key, max(same, key=signed_of), subject))
    return doubts


def _ask(person: Shown, key: str, seen: Sighting, subject: str) -> Doubt:
    names: Mapping[str, str] = {base_key(person.key): person.name, key: seen.name}
    candidates = tuple(
        Candidate(one, name, ("фамилия, должность и место работы равны", "различается один инициал"))
        for one, name in sorted(names.items())
    )
    known = f"«{seen.name}» ({seen.posts}, {printed_in(seen)})"
    text = f"«{person.name}» ({person.posts}) и {known} — один человек или двое?"
    return Doubt(subject, "similar_people", text, person.name, frozenset({person.key}), candidates, local=True)
