"""A post and where it is held, apart: «директор СОШ № 34» is «директор» in «Средняя школа № 34»."""

from collections.abc import Iterable
from dataclasses import dataclass

from normalize.schools import find_schools, school_key, school_name


@dataclass(frozen=True, slots=True)
class Posts:
    """What tells a person: titles without their places, and keys of schools and organizations."""

    roles: frozenset[str]
    places: frozenset[str]


def bare_posts(roles: Iterable[str], places: Iterable[str]) -> Posts:
    """The titles and places of a person, schools inside a title told from it."""
    parts = [split_post(role) for role in roles]
    inside = {key for _, key, _ in parts if key is not None}
    return Posts(frozenset(role for role, _, _ in parts), frozenset(places) | inside)


def split_post(role: str) -> tuple[str, str | None, str | None]:
    """«директор СОШ № 34» → title, key and name of the school; None twice where it holds no single numbered school."""
    found = find_schools(role)
    schools = [(one, ref) for one in found for ref in one.schools]
    if len(schools) != 1 or found[0].kindergarten:
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


def posts_line(printed: str) -> str:
    """«директор СОШ № 34; директор, Средняя школа № 34» → «директор, Средняя школа № 34»: one post is said once."""
    posts: dict[str, None] = {}
    for post in printed.split("; "):
        title, _, name = split_post(post) if ", " not in post else (post, None, None)
        posts[f"{title}, {name}" if name else post] = None
    placed = {post.rpartition(", ")[2] for post in posts}
    bare = {post.rpartition(", ")[0] for post in posts}
    return "; ".join(
        post for post in posts if ", " in post or (post not in bare and not _is_placed(post, posts, placed))
    )


def _is_placed(post: str, posts: Iterable[str], placed: set[str]) -> bool:
    """«Средняя школа № 34» beside «директор, Средняя школа № 34»."""
    return post in placed and any(one.endswith(f", {post}") for one in posts)
