"""Posts behind places and a dash or a colon: «СОШ 3, 6 – директора», «СОШ № 3: директор, завуч», «УО – специалисты».

They are read as posts in brackets are (`titles_in_brackets`). Behind a colon all posts of the list are of the place;
behind a dash the first, and those further ones that a place of its kind is known to have.
"""

import re
from dataclasses import replace
from typing import Literal

from normalize.fold import fold, squeeze
from normalize.organization_names import is_kindergarten
from normalize.parties.drafts import Draft
from normalize.parties.places_in_brackets import without_schools
from normalize.parties.titles_in_brackets import is_title, is_untitled, listed_before
from normalize.parties.titles_of_several import is_short_of_several
from normalize.parties.walk import Walk
from normalize.titles.roles import plural_role, singular_role
from normalize.vocabulary import forms_of

_JOINT = re.compile(r"[^\S\n]*[»\"”]*[^\S\n]*(?P<sign>[:–—-])[^\S\n]*")
_WITHIN = re.compile(r"\s*(?:,|,?\s*и\s)\s*")
_ASSIGNMENTS = frozenset(forms_of("roles", "assignment"))
_ONLY_IN_SCHOOLS = tuple(forms_of("roles", "only_in_schools"))
_POSTS_AT = {post: of.split() for post, of in forms_of("roles", "post_at").items()}


def share_titles_behind_places(walk: Walk) -> None:
    """Gives the posts behind a dash or a colon, which stand for nobody else, to the institutions right before it."""
    at = 1
    while at < len(walk.drafts):
        end = _end_of_posts(walk, at)
        if end > at:
            titles, listed = walk.drafts[at:end], _places_before(walk, at)
            _place_name_behind(walk, at, end)
            shared = [_titled(walk, one, title, len(listed)) for one in listed for title in titles]
            walk.drafts[at - len(listed) : end] = shared
            at += len(shared) - len(listed)
        at += 1


def _end_of_posts(walk: Walk, at: int) -> int:
    """Where the posts of the place before the draft at `at` end; `at` where it has none."""
    place, first = walk.drafts[at - 1], walk.drafts[at]
    joint = _JOINT.fullmatch(walk.text, place.end, first.start)
    if joint is None or place.target is None or not is_untitled(place) or not _is_post(first):
        return at
    if _is_of_schools_alone(place, first):
        return at
    end = at + 1
    while end < len(walk.drafts) and _is_post(walk.drafts[end]):
        title = walk.drafts[end]
        between = _WITHIN.fullmatch(walk.text, walk.drafts[end - 1].end, title.start)
        fits = _is_had_by(place, title)
        if between is None or fits is False:
            break
        if fits is None and joint["sign"] != ":":
            printed = squeeze(walk.text[place.start : title.end])
            text = f"«{printed}»: «{title.role}» – тоже оттуда?"
            walk.doubt("unknown_phrase", text, title.start, title.end)
            break
        end += 1
    return end


def _place_name_behind(walk: Walk, at: int, end: int) -> None:
    """«СОШ № 3: директор, завуч Вязова А.К.»: the last post of the list has a name, and is of the place too."""
    place, behind = walk.drafts[at - 1], walk.drafts[end] if end < len(walk.drafts) else None
    if behind is None or behind.rule != "title first" or behind.target is not None or behind.other_roles:
        return
    listed = ":" in walk.text[place.end : walk.drafts[at].start] and len(_places_before(walk, at)) == 1
    between = walk.text[walk.drafts[end - 1].end : behind.start]
    if listed and behind.role and between.startswith(",") and ";" not in between and _is_had_by(place, behind):
        walk.drafts[end] = replace(behind, target=place.target, score=0.9)


def _is_post(draft: Draft) -> bool:
    """A post of a place; not «организатор», which the place itself may be, nor «директора школ», who have theirs."""
    role = draft.role or ""
    return is_title(draft) and fold(role).split(" ")[0] not in _ASSIGNMENTS and without_schools(role) == role


def _is_had_by(place: Draft, title: Draft) -> bool | None:
    """Whether institutions of the place's kind have the post; `None` where nobody knows who has it."""
    role = fold(singular_role(title.role or ""))
    known = [post for post in _POSTS_AT if role == post or role.startswith(f"{post} ")]
    if place.target is None or not known:
        return None
    if _is_of_schools_alone(place, title):
        return False
    kind = "garden" if is_kindergarten(place.target.name) else place.target.kind
    kinds = _POSTS_AT[max(known, key=len)]
    if kind not in ("school", "center", "garden", "authority"):
        return None  # letters that nothing explains
    return kind in kinds


def _is_of_schools_alone(place: Draft, title: Draft) -> bool:
    """«Управление образования – классные руководители»: no body has them."""
    return place.kind != "school" and fold(singular_role(title.role or "")).startswith(_ONLY_IN_SCHOOLS)


def _places_before(walk: Walk, at: int) -> list[Draft]:
    """The institutions that the post is of: as with brackets, but numbers behind one word stay together."""
    listed = listed_before(walk, at)
    if len(listed) > 1:
        return listed
    numbered = [walk.drafts[at - 1]]
    for before in reversed(walk.drafts[: at - 1]):
        is_number = walk.text[numbered[0].start : numbered[0].end].isdigit()
        if (
            not is_number
            or not is_untitled(before)
            or _LISTED.fullmatch(walk.text, before.end, numbered[0].start) is None
        ):
            break
        numbered.insert(0, before)
    return numbered


_LISTED = re.compile(r"\s*(?:,|и)[\s№]*")


def _titled(walk: Walk, place: Draft, title: Draft, listed: int) -> Draft:
    kind: Literal["school", "group"] = "school" if place.kind == "school" else "group"
    role, plural = title.role or "", title.plural
    if listed > 1 and singular_role(role) == role and not plural:
        role, plural = _of_several(walk, title), True
    end = title.end if listed == 1 else place.end
    return replace(place, kind=kind, role=role, end=end, rule="title behind the place", plural=plural)


def _of_several(walk: Walk, title: Draft) -> str:
    """«СОШ 3, 6 – зам. директора по УВР»: those of both; of «СОШ 3, 6 – социальный педагог» it is asked."""
    role = title.role or ""
    phrase = next((one for one in walk.phrases if one.start == title.start), None)
    if phrase is not None and is_short_of_several(phrase):
        return plural_role(role)
    text = f"«{role}»: в каждой из этих школ или в одной?"
    if all(doubt.text != text for doubt in walk.doubts):
        walk.doubt("unknown_phrase", text, title.start, title.end)
    return role
