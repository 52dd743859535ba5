"""Who may be meant: people and organizations that other orders of the territory know, offered for a doubt."""

from collections.abc import Iterator
from dataclasses import replace

from normalize.doubt import OrderDoubt
from normalize.fold import fold
from normalize.model import Candidate, Knowledge
from normalize.namesakes import printed_in
from normalize.organizations import initials_of
from normalize.posts import share_post

_OFFERED = 9  # as many as there are number keys


def with_candidates(doubt: OrderDoubt, known: Knowledge) -> OrderDoubt:
    """The doubt with the known names that may be meant before its own candidates; each answer once."""
    find = _FINDERS.get(doubt.key.partition("|")[0])
    if find is None:
        return doubt
    found: dict[str, Candidate] = {}
    for one in find(doubt, known):
        found.setdefault(one.answer, one)
    return replace(doubt, candidates=(*list(found.values())[:_OFFERED], *doubt.candidates))


def _with_the_initials(doubt: OrderDoubt, known: Knowledge) -> Iterator[Candidate]:
    """«Институт развития образования» for «ИРО»: of the territory and of those above it."""
    letters = doubt.key.partition("|")[2]
    for one in known.organizations:
        if len(letters) > 1 and fold(initials_of(one.name)) == letters:
            place = "над территориями" if one.above_territory else "есть в базе"
            yield Candidate(one.key, one.name, ("начальные буквы названия", place))


def _of_the_surname(doubt: OrderDoubt, known: Knowledge) -> Iterator[Candidate]:
    """«Сомова И.О.» for «Сомова (Лаптева) И.О.»: the words have the surname, and no other initials."""
    words = fold(doubt.surface).split()
    initials = tuple(word for word in words if len(word) == 1)
    for person in known.people:
        surname, *letters = person.key.split("|")[:3]
        if surname in words and (not initials or tuple(letters) == initials):
            reason = ("фамилия и инициалы равны",) if initials else ("фамилия равна",)
            yield Candidate(person.key, person.name, (*reason, "есть в базе"))


def _of_the_post(doubt: OrderDoubt, known: Knowledge) -> Iterator[Candidate]:
    """Who holds the post in the organization by another order, the latest first."""
    places = {draft.target.key for _, draft in doubt.touched if draft.target is not None}
    for seen in sorted(known.sightings, key=lambda one: one.order_date or "", reverse=True):
        if places & seen.organizations and share_post([doubt.surface], seen.roles):
            yield Candidate(seen.person, seen.name, (seen.posts, printed_in(seen)))


_FINDERS = {"abbreviation": _with_the_initials, "unknown_phrase": _of_the_surname, "office": _of_the_post}
