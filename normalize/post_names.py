"""Posts in words and by meaning: how they read one after another, and which two names are one post."""

from collections.abc import Iterable

from normalize.fold import fold
from normalize.vocabulary import forms_of

_SAME = {fold(form): fold(value) for form, value in forms_of("posts", "same_post").items()}
_AREA = " по "  # «заместитель директора по УВР»: what a post is for stands behind it


def post_key(role: str) -> str:
    """Equal for two names of one post: «зам. по УВР» and «заместитель директора по УВР»; not for two areas."""
    whole = fold(role)
    if whole in _SAME:
        return _SAME[whole]
    head, area, rest = whole.partition(_AREA)
    return f"{_SAME.get(head, head)}{area}{rest}"


def share_post(roles: Iterable[str], others: Iterable[str]) -> bool:
    """True where one post stands on both sides."""
    return not {post_key(role) for role in roles}.isdisjoint(post_key(role) for role in others)


def say_posts(posts: Iterable[tuple[str | None, str | None]]) -> str:
    """«методист, МБУ ДО «Центр»; директор»: each post once, a place without a post «работает: …»; "" for none.

    Posts are (role, organization). What a fuller one says already is left out: «директор» beside «директор, Средняя
    школа № 3», that school beside it.
    """
    given = dict.fromkeys(one for one in posts if one != (None, None))
    whole = [one for one in given if None not in one]
    roles, places = {role for role, _ in whole}, {place for _, place in whole}
    said = []
    for role, place in given:
        if role is not None and (place is not None or role not in roles):
            said.append(", ".join(part for part in (role, place) if part is not None))
        elif role is None and place is not None and place not in places:
            said.append(f"работает: {place}")
    return "; ".join(said)
