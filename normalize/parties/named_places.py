"""Lists under one title in which each name has its place behind it: «Директора: Вязов А.К., СОШ № 9; Лосев П.И., …»."""

from dataclasses import replace

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk, is_body, is_plural
from normalize.titles.post_of_one import role_at_school
from normalize.titles.roles import LABELS

_ENOUGH = 2  # of one name and one place nobody can say whether the place is a party of its own


def lists_of_places(phrases: list[Phrase]) -> dict[int, range]:
    """Index of a title → the indices of its names and their places; behind the title a colon, or it is a plural.

    «Директора: Вязов А.К., СОШ № 9; Лосев П.И., СОШ № 2»; not «Кураторы: Вязов А.К., Лосев П.И., МБУ «ИМЦ»».
    """
    lists = {index: _list_behind(phrases, index) for index in range(len(phrases)) if _heads_names(phrases, index)}
    return {index: one for index, one in lists.items() if one}


def _heads_names(phrases: list[Phrase], index: int) -> bool:
    title = phrases[index]
    if title.kind != "title" or is_body(title) or title.targets or index + 1 == len(phrases):
        return False
    if fold(" ".join(unit.text for unit in title.words)) in LABELS:
        return False
    first = phrases[index + 1]
    return first.kind == "person" and (first.joint == ":" or (first.joint in ("", "\n") and is_plural(title)))


def _list_behind(phrases: list[Phrase], title: int) -> range:
    """The names with their places from behind the title on; empty where a name has no place, or a place no name."""
    places, at = 0, title + 1
    while at < len(phrases) and phrases[at].kind == "person":
        has_place = at + 1 < len(phrases) and _is_place(phrases, at + 1)
        if not has_place and phrases[at].joint != ";":  # «…; Юдин М.М.» without one
            return range(0)
        places += has_place
        at += 1 + has_place
    more = at < len(phrases) and phrases[at].joint in (",", "и") and phrases[at].kind in _PLACES
    return range(0) if more or places < _ENOUGH else range(title + 1, at)


_PLACES = ("schools", "organization")


def _is_place(phrases: list[Phrase], index: int) -> bool:
    """«…, СОШ № 9»; an organization where the next name is parted by more than a comma: «…, МБУ «ИМЦ»; Лосев П.И.»."""
    place, behind = phrases[index], phrases[index + 1] if index + 1 < len(phrases) else None
    if place.kind not in _PLACES or len(place.targets) != 1 or place.joint not in (",", "\n", ""):
        return False
    return place.kind == "schools" or place.joint != "," or behind is None or behind.joint in (";", "\n", ".")


def read_place_in_list(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директора: Вязов А.К., СОШ № 9; Лосев П.И., СОШ № 2»: each is the director of the school behind him."""
    if not any(walk.index in one for one in walk.placed.values()):
        return False
    last = walk.drafts[-1]
    walk.drafts[-1] = replace(last, role=role_at_school(last.role or ""), target=phrase.targets[0], score=0.9)
    return True
