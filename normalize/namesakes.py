"""Is «Иванова О.В.» of this order the one of an earlier order? Only with agreeing organization, post or full name.

The earlier order keeps its person, the later one is asked, whichever was imported first: so the order of
imports changes nothing. A common surname needs the organization or the full name (tricky.md 2.16).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.model import Candidate, Sighting
from normalize.posts import share_post
from normalize.resolution import Doubt, Verdicts
from normalize.verdicts import settles
from normalize.vocabulary import forms_of

_COMMON = frozenset(forms_of("people", "common_surname"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A person as the order at hand shows them."""

    key: str
    name: str
    organizations: frozenset[str]  # keys
    roles: frozenset[str]
    posts: str  # for people to read
    given_names: str | None


@dataclass(frozen=True, slots=True)
class Placing:
    """Key of the order → key of the person in the territory, and the doubts."""

    means: Mapping[str, str]
    doubts: tuple[Doubt, ...]


NOWHERE = Placing({}, ())


def base_key(key: str) -> str:
    """«иванова|о|в» of a key that tells namesakes apart: «иванова|о|в|3f2a…»."""
    return "|".join(key.split("|")[:3])


def place_people(shown: Iterable[Shown], sightings: Iterable[Sighting], identity: str, verdicts: Verdicts) -> Placing:
    """Who of the territory each person of the order is. `sightings` are those of earlier orders only."""
    earlier: dict[str, dict[str, list[Sighting]]] = {}
    for sighting in sightings:
        earlier.setdefault(base_key(sighting.person), {}).setdefault(sighting.person, []).append(sighting)
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    for person in shown:
        others = earlier.get(person.key)
        if not others:
            continue
        subject = f"namesake|{person.key}|{fold(identity)}"
        decided = verdicts.get(subject)
        agreeing = [key for key, seen in others.items() if any(agree(person, one) for one in seen)]
        if decided is not None and decided.verb in ("different", "new"):
            means[person.key] = other_key(person.key, identity)
        elif decided is not None and decided.verb == "same" and decided.answer:
            means[person.key] = decided.answer
        elif len(agreeing) == 1:
            means[person.key] = agreeing[0]
        elif not settles(decided):
            doubts.append(_ask(person, others, subject, other_key(person.key, identity)))
    return Placing(means, tuple(doubts))


def other_key(key: str, identity: str) -> str:
    """The key of a namesake whom the order `identity` shows for the first time."""
    return f"{key}|{fold(identity).replace(' ', '-')}"


def agree(person: Shown, seen: Sighting) -> bool:
    """True where two orders show one person without any doubt.

    A common organization, the same post («директор» again, unless the surname is a common one) or the same
    given names prove it; two different given names refute it. Within a territory a name means one person: where
    an order prints no post at all nothing speaks against it, but for a common surname.
    """
    if person.given_names and seen.given_names:
        return fold(person.given_names) == fold(seen.given_names)
    if person.organizations & seen.organizations:
        return True
    bare = any(not one.organizations and not one.roles for one in (person, seen))
    return person.key.split("|")[0] not in _COMMON and (bare or share_post(person.roles, seen.roles))


def _ask(person: Shown, others: Mapping[str, list[Sighting]], subject: str, new: str) -> Doubt:
    known = {key: f"{seen[-1].posts} ({printed_in(seen[-1])})" for key, seen in sorted(others.items())}
    candidates = [
        Candidate(key, f"{others[key][-1].name}, {posts}", ("фамилия и инициалы равны",))
        for key, posts in known.items()
    ]
    text = f"{person.name} ({person.posts}) — тот же человек, что и раньше: {'; '.join(known.values())}?"
    return Doubt(
        subject, "namesake", text, person.name, frozenset({person.key}),
        (*candidates, Candidate(new, "другой человек", ("однофамилец",))),
    )  # fmt: skip


def printed_in(seen: Sighting) -> str:
    """«приказ № 306 от 07.10.2020»."""
    date = ".".join(reversed(seen.order_date.split("-"))) if seen.order_date else "—"
    return f"приказ № {seen.order_number or '—'} от {date}"
