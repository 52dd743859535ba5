"""What the rows of an order say of a person beside a shared title: her own posts, and where she holds them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from normalize.fold import fold
from normalize.organization_names import initials_of
from normalize.parties.drafts import SHARED, SHARED_BEFORE, CellReading, Draft
from normalize.parties.units import Target
from normalize.titles.post_of_one import heads_a_body


@dataclass(slots=True)
class Elsewhere:
    titles: set[str] = field(default_factory=set)  # printed with that name alone, folded
    places: dict[str, Target] = field(default_factory=dict)  # key → of these titles


Posts = Mapping[str, Elsewhere]  # person's spelling key → …
NOTHING = Elsewhere()


def posts_elsewhere(readings: Iterable[CellReading], *, shared: bool = False) -> Posts:
    """`shared`: also what is sure of several, «Вязова А.К., Лосев П.И., методисты ЦДО»."""
    posts: defaultdict[str, Elsewhere] = defaultdict(Elsewhere)
    for reading in readings:
        sure = shared and not reading.doubts
        for draft in reading.drafts:
            alone = not draft.plural and draft.rule not in (SHARED, SHARED_BEFORE)
            if draft.person is not None and draft.role is not None and (alone or (sure and draft.target is not None)):
                known = posts[draft.person.key]
                known.titles |= {fold(draft.role), *(fold(role) for role, _ in draft.other_roles)}
                places = [draft.target, *(target for _, target in draft.other_roles)]
                known.places |= {place.key: place for place in places if place is not None}
    return dict(posts)


def _of(draft: Draft, posts: Posts) -> Elsewhere:
    return posts.get(draft.person.key, NOTHING) if draft.person is not None else NOTHING


def titles_of(draft: Draft, posts: Posts) -> frozenset[str]:
    """The titles that other rows say of this person alone, folded."""
    return frozenset(_of(draft, posts).titles)


def holds(draft: Draft, posts: Posts) -> bool:
    """Whether another row says the title of this person alone."""
    return fold(draft.role or "") in _of(draft, posts).titles


def stands_against(draft: Draft, posts: Posts) -> bool:
    """Whether the person has posts elsewhere, and this is none of them, nor a shorter or longer form of one."""
    known, role = _of(draft, posts).titles, fold(draft.role or "")
    known = {one for one in known if _OF_SYSTEM.match(one) is None}
    return bool(known) and not any(_is_form_of(one, role) or _is_form_of(role, one) for one in known)


# «администратор РИС», «оператор ФИС ФРДО»: what a methodist does besides
_OF_SYSTEM = re.compile(r"(?:администратор|оператор) (?:\w+ )?(?:рис|фис|гис|аис|сгис|фгис)\b")


def _is_form_of(short: str, long: str) -> bool:
    """«специалист» of «ведущий специалист», «специалист отдела»; «методист ЦДО» of «методист 1 категории ЦДО»."""
    return long.startswith(short) or long.endswith(f" {short}") or _is_without_rank(short, long)


def _is_without_rank(short: str, long: str) -> bool:
    """Whether only words are left out behind the same post: «1 категории»."""
    (post, *few), (same, *many) = short.split(" "), long.split(" ")
    left = iter(many)
    return post == same and bool(few) and all(word in left for word in few)


def works_elsewhere(draft: Draft, posts: Posts) -> bool:
    """Whether all her posts are at other places than the title's: «специалист УО» beside «методисты ЦДО».

    «заместители директоров» are of schools: whom none of those, or only a director, can be.
    """
    known = _of(draft, posts)
    if not known.places:
        return False
    if draft.target is not None:
        return not any(_may_be_one(place, draft.target) for place in known.places.values())
    return works_outside_schools(draft, posts) or all(map(heads_a_body, known.titles))


def works_outside_schools(draft: Draft, posts: Posts) -> bool:
    """Whether other rows say where the person works, and none of it is a school."""
    places = _of(draft, posts).places.values()
    return bool(places) and all(place.kind != "school" for place in places)


def are_above(names: Iterable[Draft], posts: Posts) -> bool:
    """Whether each of them leads a body, or is a deputy there, and the title is none of such: «учителя», «методисты».

    Of a teacher «классные руководители» are doubtful; of the director and her deputy they are others. Not «учителя
    физики»: heads teach a subject too.
    """
    return all(
        any(map(is_above, _of(draft, posts).titles))
        and not is_above(title := fold(draft.role or ""))
        and not title.startswith("учитель ")
        for draft in names
    )


def is_above(title: str) -> bool:
    """A head or her deputy, who is no specialist of the same body; not «классный руководитель», «руководитель ШМО»."""
    is_leader = "руководитель" in title.split(" ") and title != "руководитель"
    return (heads_a_body(title) and not is_leader) or title.startswith(("заместител", "завуч"))


def are_no_heads(names: Iterable[Draft], posts: Posts) -> bool:
    """Whether other rows say of each what she is, and none of it is the head of a body."""
    known = [titles_of(one, posts) for one in names]
    return all(titles and not any(map(heads_a_body, titles)) for titles in known)


def head_schools(names: Iterable[Draft]) -> bool:
    """Whether the title that they share is that of the heads of schools."""
    return all(one.target is not None and one.target.kind == "school" and heads_a_body(one.role or "") for one in names)


def _may_be_one(one: Target, other: Target) -> bool:
    """The same place, also by the initials of its name: «ЦДО», «МБУ ДО «Центр дополнительного образования»»."""
    if one.key == other.key:
        return True
    if one.kind == "school" == other.kind:
        return one.school_number == other.school_number
    return initials_of(one.name) == other.name or initials_of(other.name) == one.name
