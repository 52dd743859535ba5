"""Titles that were given to several names, against what the rest of the order says of those people.

«Вязова А.К., Лосева М.П., методисты ЦДО»: where the same order has Вязова as a chief specialist, the methodists may be
others; where it has another post for each of the two, they are read as others. The clerk is asked; a title that may be
the first one's alone is no more than that. A plural title before its names is theirs.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from normalize.fold import fold, squeeze
from normalize.other_rows.posts_elsewhere import (
    Posts,
    are_above,
    are_no_heads,
    head_schools,
    holds,
    posts_elsewhere,
    stands_against,
    works_elsewhere,
    works_outside_schools,
)
from normalize.parties.drafts import (
    SHARED,
    SHARED_BEFORE,
    CellDoubt,
    CellReading,
    Draft,
    are_apart_from_title,
    doubt_key,
)
from normalize.parties.read import read_cell
from normalize.parties.rows_of_posts import is_post_of_school
from normalize.parties.sets import UNIONS_OF_A_SCHOOL
from normalize.parties.titles_of_several import behind_open_title
from normalize.parties.units import Target
from normalize.vocabulary import forms_of


@dataclass(frozen=True, slots=True)
class Answered:
    """The questions' keys that a person answered; `others`: those of them whose title she gave to somebody else."""

    keys: Collection[str]
    others: Collection[str]


def doubt_shared_titles(
    readings: Mapping[int, CellReading],
    texts: Mapping[int, str],
    acronyms: Mapping[str, Target],
    answered: Answered,
) -> dict[int, CellReading]:
    """The readings, by position, with a doubt where a shared title stands against other posts of its people.

    A cell that a person answered keeps its titles, for the answer to act on, or is read as she says.
    """
    posts, of_all = posts_elsewhere(readings.values()), posts_elsewhere(readings.values(), shared=True)
    asked = {at: _doubted(reading, texts[at], acronyms, posts, answered) for at, reading in readings.items()}
    return {
        at: _of_staff(asked[at], texts[at], acronyms, of_all, answered) if asked[at] is reading else asked[at]
        for at, reading in readings.items()
    }


def _of_staff(
    reading: CellReading, text: str, acronyms: Mapping[str, Target], posts: Posts, answered: Answered
) -> CellReading:
    """The reading with a title that is asked about as a party of its own, where each of its names works elsewhere and
    outside of schools: «Вязова А.К., Лосева М.П., педагоги-психологи», «…, руководители ШМО» of two methodists of the
    centre. The question stays."""
    doubts, lists = [doubt for doubt in reading.doubts if doubt.kind == "shared_title"], _lists(reading, text)
    if not len(doubts) == len(lists) == 1 or doubt_key(doubts[0], text) in answered.keys:
        return reading
    names = lists[0]
    elsewhere = all(stands_against(one, posts) and works_outside_schools(one, posts) for one in names)
    of_school = all(_is_of_school(one) and one.rule == SHARED and one.target is None for one in names)
    if not (elsewhere and of_school and _PARTED.match(text, names[-1].end)):
        return reading
    return _of_others(reading, doubts[0], text, acronyms)


def _is_of_school(draft: Draft) -> bool:
    """«педагог-психолог», «директор», «школьный координатор», «руководитель ШМО»; not «эксперт», «тьютор», nor
    «руководитель ГМО», which somebody of the town is besides her post."""
    role = draft.role or ""
    head, _, behind = role.partition(" ")
    return is_post_of_school(role) or head.startswith("школьн") or (fold(behind) in UNIONS_OF_A_SCHOOL)


def _doubted(
    reading: CellReading, text: str, acronyms: Mapping[str, Target], posts: Posts, answered: Answered
) -> CellReading:
    reading = _without_others_heads(reading, text, posts, answered)
    doubts, apart = [doubt for doubt in reading.doubts if doubt.kind == "shared_title"], False
    lists = _lists(reading, text)
    if doubts and not any(doubt_key(doubt, text) in answered.keys for doubt in doubts):
        if len(doubts) == len(lists) == 1 and _is_apart(reading, lists[0], text, posts) and are_above(lists[0], posts):
            return _without_doubt(_of_others(reading, doubts[0], text, acronyms), doubts[0])
        return _of_first(reading, text, posts)  # a title that is asked about as it stands is left so
    if not doubts:
        doubts = [_doubt(reading, names, text) for names in lists if any(stands_against(one, posts) for one in names)]
        apart = len(lists) == 1 and _is_apart(reading, lists[0], text, posts)
        reading = replace(reading, doubts=(*reading.doubts, *doubts))
    for doubt in doubts:
        key = doubt_key(doubt, text)
        if key in answered.others or (apart and key not in answered.keys):
            reading = _of_others(reading, doubt, text, acronyms)
            if key not in answered.keys and _says_whose(lists[0], doubt, text, posts):
                reading = _without_doubt(reading, doubt)
    return reading


def _without_others_heads(reading: CellReading, text: str, posts: Posts, answered: Answered) -> CellReading:
    """«Вязова А.К., Лосев П.И., руководители школ» of two who by other rows are specialists: no question is left."""
    for doubt in [one for one in reading.doubts if one.kind == "shared_title"]:
        inside = [one for one in reading.drafts if doubt.start <= one.start < doubt.end]
        if not are_apart_from_title(inside) or doubt_key(doubt, text) in answered.keys:
            continue
        if are_no_heads(inside[:-1], posts):
            reading = _without_doubt(reading, doubt)
    return reading


def _without_doubt(reading: CellReading, doubt: CellDoubt) -> CellReading:
    return replace(reading, doubts=tuple(one for one in reading.doubts if one is not doubt))


def _says_whose(names: list[Draft], doubt: CellDoubt, text: str, posts: Posts) -> bool:
    """Whether the title says of whom it is, and each of the names works elsewhere: «Вязова А.К., Лосева М.П., методисты
    ЦДО» of two specialists of the department, «…, заместители директоров по УВР» of two directors, «…, учителя» of a
    director and her deputy, «…, руководители школ № 27 и № 39» of two specialists of the
    department."""
    if are_above(names, posts):
        return True
    outside = any(works_outside_schools(draft, posts) for draft in names)
    if outside and head_schools(names) and are_no_heads(names, posts):
        return True
    of_schools = _DEPUTIES.search(text, names[-1].end, doubt.end) is not None
    says = of_schools or all(draft.target is not None for draft in names)
    return says and all(works_elsewhere(draft, posts) for draft in names)


_DEPUTIES = re.compile(r"(?i)\bзам[а-я.]*\s?(?:директоров|дир\.)")


def _lists(reading: CellReading, text: str) -> list[list[Draft]]:
    """The names of each shared title that stands behind them."""
    lists: list[list[Draft]] = []
    for draft in reading.drafts:
        if _is_behind(draft):
            goes_on = lists and _BETWEEN_NAMES.fullmatch(_BRACKET.sub("", text[lists[-1][-1].end : draft.start]))
            lists = [*lists[:-1], [*lists[-1], draft]] if goes_on else [*lists, [draft]]
    return lists


_BRACKET = re.compile(r"\([^()]*\)")
_BETWEEN_NAMES = re.compile(r"[\s,;.]*(?:и\s+)?")


def _is_apart(reading: CellReading, names: list[Draft], text: str, posts: Posts) -> bool:
    """Whether each of the names has another post, and nothing says that this one is theirs too: no dash, no
    «Ким А.К., директор ЦРО; Вязова А.К., Лосев П.И., методисты ЦРО» with its titles behind the names."""
    if not all(stands_against(draft, posts) and not _is_on_top(draft) for draft in names):
        return False
    return not any(draft.rule == _BEHIND for draft in reading.drafts) and bool(_PARTED.match(text, names[-1].end))


_PARTED = re.compile(r"\s*[,.;\n]")


def _doubt(reading: CellReading, names: list[Draft], text: str) -> CellDoubt:
    start, last = names[0].start, names[-1]
    further = [draft.start for draft in reading.drafts if draft.start >= last.end]
    end = len(text[: min(further, default=len(text))].rstrip(" ,;.\n"))
    question = f"«{squeeze(text[start:end])}»: это должность названных людей или ещё кто-то?"
    return CellDoubt("shared_title", question, start, end)


def _is_behind(draft: Draft) -> bool:
    """Of several names before a title: «Вязова А.К., Лосева М.П. – методисты ЦДО» too; not «члены жюри», which people
    are on top of their posts."""
    if draft.person is None or draft.role is None:
        return False
    return draft.rule == SHARED or (draft.rule == _BEHIND and draft.plural and draft.role.split(" ")[0] not in _ON_TOP)


_BEHIND = "title behind the name"
_ASSIGNMENTS = frozenset(forms_of("roles", "assignment"))
_ON_TOP = _ASSIGNMENTS | frozenset(forms_of("roles", "office"))


def _is_on_top(draft: Draft) -> bool:
    """«члены жюри», «руководители ШМО», «координаторы ЦДО»: besides a post; not «директора СОШ № 2, 7»."""
    role = draft.role or ""
    head = role.split(" ")[0]
    is_post = draft.target is not None and head not in _ASSIGNMENTS and (role == head or head == "заместитель")
    return head in _ON_TOP and not is_post and not role.startswith("заместитель директора")


def _of_others(reading: CellReading, doubt: CellDoubt, text: str, acronyms: Mapping[str, Target]) -> CellReading:
    """The reading with the title in doubt as a party, or parties, beside its names."""
    inside = [draft for draft in reading.drafts if doubt.start <= draft.start < doubt.end]
    shared = [draft for draft in inside if draft.rule == SHARED_BEFORE or _is_behind(draft)]
    if not shared:
        return reading
    start, end = _span_of_title(reading, doubt, shared, text)
    others = read_cell(" " * start + text[start:end], acronyms)
    placed = any(draft.target is not None for draft in others.drafts)
    kept = [draft for draft in reading.drafts if not start <= draft.start < end]
    names = [_without(draft, keep_place=not placed) if draft in shared else draft for draft in kept]
    drafts = sorted((*names, *others.drafts), key=lambda draft: draft.start)
    doubts = [one for one in reading.doubts if one.kind == "shared_title" or not start <= one.start < end]
    return CellReading(tuple(drafts), (*doubts, *others.doubts))


def _span_of_title(reading: CellReading, doubt: CellDoubt, shared: list[Draft], text: str) -> tuple[int, int]:
    """Where the title is printed: before its names, where the doubt begins, or behind them up to the next name."""
    if shared[0].rule == SHARED_BEFORE:
        return doubt.start, shared[0].start
    behind = _BEHIND_NAME.match(text, _end_with_place(shared[-1], text))
    start = behind.end() if behind is not None else shared[-1].end
    people = [draft.start for draft in reading.drafts if draft.person is not None and draft.start >= start]
    return start, min(people, default=len(text))


def _end_with_place(draft: Draft, text: str) -> int:
    """Where a name ends with the place that a dash ties to it: «Лосев П.И. – лицей № 12, руководители ГМО»."""
    place = draft.target
    tied = place is not None and re.fullmatch(r"\s*[-–—][^,;()]*", text[draft.end : place.start]) is not None
    return place.end if place is not None and tied else draft.end


# «Вязова А.К. (СОШ № 60), Лосев П.И. (лицей № 12), директора», «Вязова А.К., Лосев П.И. (методисты ЦДО)»
_BEHIND_NAME = re.compile(r"[^\w(]*(?:\([^()]*\)[^\w(]+(?=\w))?\W*")


def _of_first(reading: CellReading, text: str, posts: Posts) -> CellReading:
    """«Зам. директора по ВР Вязова А.К., Лосева М.П.»: of the first one only where the other has another post, of both
    where each has it in a row of her own."""
    shared = [draft for draft in reading.drafts if draft.rule == SHARED_BEFORE]
    if not shared or not behind_open_title().search(text[: shared[0].start]):
        return reading
    if all(holds(draft, posts) for draft in shared[1:]):
        return replace(reading, doubts=tuple(one for one in reading.doubts if one.kind != "shared_title"))
    others = [draft for draft in shared[1:] if stands_against(draft, posts)]
    return replace(reading, drafts=tuple(_without(draft) if draft in others else draft for draft in reading.drafts))


def _without(draft: Draft, *, keep_place: bool = False) -> Draft:
    target = draft.target if keep_place else None  # «Вязова А.К. (СОШ № 60), …, директора»: where she is of by her name
    return replace(draft, role=None, target=target, other_roles=(), rule="name", plural=False)
