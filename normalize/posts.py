"""Posts by meaning and in words: a title apart from its place, which two are one, how they read one after another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.fold import fold
from normalize.model import Order
from normalize.schools.numbered import find_schools, is_general, school_key, school_name
from normalize.vocabulary import forms_of

_SAME = {fold(form): fold(value) for form, value in forms_of("posts", "same_post").items()}
_AREA = " по "  # «заместитель директора по УВР»: what a post is for stands behind it


@dataclass(frozen=True, slots=True)
class Posts:
    """What tells a person: titles without their places, and keys of schools and organizations."""

    roles: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen(Posts):
    """A person as another order or row shows them."""

    where: str  # for people to read: «приказ № 306 от 07.10.2020»


def bare_posts(roles: Iterable[str], places: Iterable[str]) -> Posts:
    """The titles and places of a person, schools inside a title told from it."""
    parts = [split_post(role) for role in roles]
    inside = {key for _, key, _ in parts if key is not None}
    return Posts(frozenset(role for role, _, _ in parts), frozenset(places) | inside)


def split_post(role: str) -> tuple[str, str | None, str | None]:
    """«директор СОШ № 34» → title, key and name of the school; None twice where it holds no single numbered school."""
    found = find_schools(role)
    schools = [(one, ref) for one in found for ref in one.schools]
    if len(schools) != 1 or not is_general(found[0]):
        return role, None, None
    (one, ref) = schools[0]
    title = role[: one.start].strip(" ,")
    if not title or role[one.end :].strip(" ,."):
        return role, None, None
    return title, school_key(one.type, ref.number, ref.name), school_name(one.type, ref.number, ref.name)


def share_place(one: Iterable[str], other: Iterable[str]) -> bool:
    """True for a common school or organization; a school of a number without a type is the school of that number."""
    mine, known = frozenset(one), frozenset(other)
    return bool(mine & known) or any(
        _bare_number(left) == right.split("|")[-1] or _bare_number(right) == left.split("|")[-1]
        for left in mine
        for right in known
        if left.startswith("school|") and right.startswith("school|")
    )


def _bare_number(key: str) -> str | None:
    return key.removeprefix("school||") if key.startswith("school||") else None


def post_key(role: str) -> str:
    """Equal for two names of one post: «зам. по УВР» and «заместитель директора по УВР»; not for two areas."""
    whole = fold(role)
    if whole in _SAME:
        return _SAME[whole]
    head, area, rest = whole.partition(_AREA)
    return f"{_SAME.get(head, head)}{area}{rest}"


def share_post(roles: Iterable[str], others: Iterable[str]) -> bool:
    """True where one post stands on both sides, shorter or longer: «председатель» and «председатель Совета …»."""
    mine, known = {post_key(role) for role in roles}, {post_key(role) for role in others}
    return not mine.isdisjoint(known) or any(_is_short_for(*sorted((a, b), key=len)) for a in mine for b in known)


def _is_short_for(short: str, long: str) -> bool:
    """«руководитель гмо» of «руководитель гмо учителей математики»; not «директор» of «директор лицея», a place's.

    «муниципальный координатор» of «муниципальный координатор проекта «500+»».
    """
    post = next((word for word in short.split(" ") if word not in _ADJECTIVES), "")
    return long.startswith(f"{short} ") and post in _FUNCTIONS and _AREA not in long[len(short) :]


_ADJECTIVES = frozenset(forms_of("roles", "post_adjective"))
_FUNCTIONS = frozenset(forms_of("roles", "function")) | frozenset(forms_of("roles", "assignment"))


def say_posts(posts: Iterable[tuple[str | None, str | None]]) -> str:
    """«методист, МБУ ДО «Центр»; директор»: each post once, a place without a post «работает: …»; "" for none.

    Posts are (role, organization); a school inside a title is its place: «директор СОШ № 3». What a fuller one says
    already is left out: «директор» beside «директор, Средняя школа № 3», that school beside it.
    """
    given = dict.fromkeys(_told_apart(role, place) for role, place in posts if role is not None or place is not None)
    whole = [one for one in given if None not in one]
    roles, places = {role for role, _ in whole}, {place for _, place in whole}
    said = []
    for role, place in given:
        if role is not None and (place is not None or role not in roles):
            said.append(", ".join(part for part in (role, place) if part is not None))
        elif role is None and place is not None and place not in places:
            said.append(f"работает: {place}")
    return "; ".join(said)


def _told_apart(role: str | None, place: str | None) -> tuple[str | None, str | None]:
    """«директор СОШ № 34», None → «директор», «Средняя школа № 34»."""
    if role is None or place is not None:
        return role, place
    title, _, school = split_post(role)
    return title, school


# Questions of whose a title is: until they are answered the person may not hold it
_WHOSE = frozenset({"shared_title", "title_order", "whose_title", "title_pairs", "title_parts"})
_WHOSE_FURTHER = "further_title"  # of the last title alone

Post = tuple[str, str, str | None]  # person's key, role, organization's key


def sure_posts(order: Order) -> Iterator[Post]:
    """Each post of each mention: «Вязова А.К., Лосев П.И., эксперты» gives none while it is asked whose title it is.

    A post that another cell says without a doubt is there all the same.
    """
    asked = {anchor for one in order.questions if one.kind in _WHOSE for anchor in one.anchors}
    further = {anchor for one in order.questions if one.kind == _WHOSE_FURTHER for anchor in one.anchors}
    for party in (party for measure in order.measures for party in measure.parties):
        if party.person is None or party.anchor in asked:
            continue
        if party.role is not None:
            yield party.person, party.role, party.organization
        others = party.other_roles[: -1 if party.anchor in further else None]
        for role, organization in others:
            yield party.person, role, organization
