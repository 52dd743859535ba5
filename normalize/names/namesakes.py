"""Is «Иванова О.В.» of this order the one of an earlier order? Only with agreeing organization, post or full name.

The earlier order keeps its person, the later one is asked, whichever was imported first: so the order of
imports changes nothing. A common surname needs the organization or the full name (tricky.md 2.16).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.model import Candidate, Sighting, Signed
from normalize.morphology import dictionary_form
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.verdicts import settles
from normalize.other_rows.several_posts import is_assignment
from normalize.posts import bare_posts, share_place
from normalize.posts import share_post as share_title
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
    beside: frozenset[str] = frozenset()  # keys of what stands beside a post without a place of its own
    bodies: frozenset[str] = (
        frozenset()
    )  # «городской родительский совет (Орлов Д.М.)»: in whose bracket the name stands


@dataclass(frozen=True, slots=True)
class Placing:
    """Key of the order → key of the person in the territory, and the doubts."""

    means: Mapping[str, str]
    doubts: tuple[Doubt, ...]


NOWHERE = Placing({}, ())


def base_key(key: str) -> str:
    """«иванова|о|в» of a key that tells namesakes apart: «иванова|о|в|3f2a…»."""
    return "|".join(key.split("|")[:3])


def signed_of(seen: Sighting) -> Signed:
    """The order that shows the person: what tells earlier ones from later ones."""
    return (seen.order_date or "9999", seen.order_number or "", seen.sha256)


def place_people(shown: Iterable[Shown], sightings: Iterable[Sighting], identity: str, verdicts: Verdicts) -> Placing:
    """Who of the territory each person of the order is. `sightings` are those of earlier orders only."""
    shown_all = tuple(shown)
    earlier: dict[str, dict[str, list[Sighting]]] = {}
    for sighting in sightings:
        earlier.setdefault(base_key(sighting.person), {}).setdefault(sighting.person, []).append(sighting)
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    for person in shown_all:
        others = earlier.get(base_key(person.key))
        if not others:
            continue
        subject = f"namesake|{person.key}|{fold(identity)}"
        decided = verdicts.get(subject)
        rivals = [one for one in shown_all if one.key != person.key and base_key(one.key) == base_key(person.key)]
        agreeing = [key for key in _agreeing(person, others) if not _fits_another(others[key], person, rivals)]
        if decided is not None and decided.verb in ("different", "new"):
            means[person.key] = other_key(person.key, identity)
        elif decided is not None and decided.verb == "same" and decided.answer:
            means[person.key] = decided.answer
        elif len(agreeing) == 1 and not _is_claimed(agreeing[0], person, rivals, others):
            means[person.key] = agreeing[0]
        elif not settles(decided) and not _is_another(person, agreeing, rivals, others):
            doubts.append(_ask(person, others, subject, other_key(person.key, identity)))
    return Placing(means, tuple(doubts))


def _agreeing(person: Shown, others: Mapping[str, list[Sighting]]) -> list[str]:
    """Keys of those whom nothing tells from the person: equal given names prove it, other ones refute it.

    One that shows bare initials agrees, but masks nobody: «Марина Васильевна» of last year refutes «Мария Викторовна»,
    though an older order prints «Зыкова М.В.» in the same post.
    """
    proven = [key for key, seen in others.items() if any(_given_names_agree(person, one) for one in seen)]
    if proven:
        return proven
    return [
        key
        for key, seen in others.items()
        if any(agree(person, one) for one in seen) and not any(person.given_names and one.given_names for one in seen)
    ]


def _given_names_agree(person: Shown, seen: Sighting) -> bool:
    mine, known = person.given_names, seen.given_names
    return mine is not None and known is not None and fold(mine) == fold(known)


def _is_another(
    person: Shown, agreeing: Iterable[str], rivals: Iterable[Shown], others: Mapping[str, list[Sighting]]
) -> bool:
    """True where all that are known are other people of this order: «Иванова Ольга», known, beside «Иванова Оксана».

    `rivals`: people of the order whom only given names tell from this one.
    """
    them = list(rivals)
    return not any(agreeing) and all(_is_claimed(key, person, them, others) for key in others)


def _is_claimed(key: str, person: Shown, rivals: Iterable[Shown], others: Mapping[str, list[Sighting]]) -> bool:
    """True where a rival may be the known one as well, and the person's post does not tell."""
    them = list(rivals)
    mine = _holds_the_post(person, others[key]) and not any(_holds_the_post(one, others[key]) for one in them)
    return not mine and any(key in _agreeing(one, others) for one in them)


def _fits_another(seen: Iterable[Sighting], person: Shown, rivals: Iterable[Shown]) -> bool:
    """True where a rival holds the known one's post and this person does not: the director is the director."""
    shown = list(seen)
    return not _holds_the_post(person, shown) and any(_holds_the_post(one, shown) for one in rivals)


def _holds_the_post(person: Shown, seen: Iterable[Sighting]) -> bool:
    return any(share_post(person, one) for one in seen)


def share_post(person: Shown, seen: Sighting) -> bool:
    """True where both hold an equal post in one place."""
    mine, known = (bare_posts(one.roles, one.organizations) for one in (person, seen))
    return bool(mine.roles & known.roles) and share_place(mine.places, known.places)


def other_key(key: str, identity: str) -> str:
    """The key of a namesake whom the order `identity` shows for the first time."""
    return f"{key}|{fold(identity).replace(' ', '-')}"


def agree(person: Shown, seen: Sighting) -> bool:
    """True where two orders show one person without any doubt.

    A common organization, the same post («директор» again, unless the surname is a common one) or the same
    given names prove it; two different given names refute it. Within a territory a name means one person: where
    an order prints no post at all, or only «коуч-наставник», which one is on top of a post, nothing speaks against it,
    but for a common surname.
    """
    if person.given_names and seen.given_names:
        return _given_names_agree(person, seen)
    mine, known = (bare_posts(one.roles, one.organizations) for one in (person, seen))
    if share_place(mine.places, known.places) or _speaks_for(person.bodies, known.roles):
        return True
    if not mine.places and share_title(mine.roles, known.roles) and share_place(person.beside, known.places):
        return True  # «Иванова О.В. – директор, Лузина Э.Ф. – завуч СОШ № 21», who was the director of that school
    bare = any(not one.places and all(map(is_assignment, one.roles)) for one in (mine, known))
    return person.key.split("|")[0] not in _COMMON and (bare or share_title(mine.roles, known.roles))


def _speaks_for(bodies: Iterable[str], roles: Iterable[str]) -> bool:
    """«городской родительский совет (Орлов Д.М.)», and «председатель городского родительского совета»."""
    named = [_dictionary_forms(body) for body in bodies]
    posts = [_dictionary_forms(role) for role in roles]
    return any(len(body) > 1 and post[-len(body) :] == body for body in named for post in posts)


def _dictionary_forms(words: str) -> list[str]:
    return [dictionary_form(word) for word in words.split(" ")]


def _ask(person: Shown, others: Mapping[str, list[Sighting]], subject: str, new: str) -> Doubt:
    candidates = [
        Candidate(key, f"{_called(seen)}, {seen[-1].posts}", ("фамилия и инициалы равны", printed_in(seen[-1])))
        for key, seen in sorted(others.items())
    ]
    short = f"{person.name}, "
    known = "; ".join(f"{candidate.label.removeprefix(short)} ({candidate.reasons[1]})" for candidate in candidates)
    name = full_name(person.name, person.given_names)
    text = f"{name} ({person.posts}) — тот же человек, что и раньше: {known}?"
    return Doubt(
        subject, "namesake", text, person.name, frozenset({person.key}),
        (*candidates, Candidate(new, "другой человек", ("однофамилец",))), local=True,
    )  # fmt: skip


def _called(seen: Iterable[Sighting]) -> str:
    """The name with given names where any order prints them."""
    shown = list(seen)
    given = next((one.given_names for one in reversed(shown) if one.given_names), None)
    return full_name(shown[-1].name, given)


def full_name(name: str, given_names: str | None) -> str:
    """«Орлова Анна Ивановна»; «Орлова А.И.» while the given names are unknown."""
    return f"{name.rsplit(' ', 1)[0]} {given_names}" if given_names else name


def printed_in(seen: Sighting) -> str:
    """«приказ № 306 от 07.10.2020»."""
    date = ".".join(reversed(seen.order_date.split("-"))) if seen.order_date else "—"
    return f"приказ № {seen.order_number or '—'} от {date}"
