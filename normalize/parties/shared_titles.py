"""Titles that were given to several names, against what the rest of the order says of those people.

«Вязова А.К., Лосева М.П., методисты ЦДО»: where the same order has Вязова as a chief specialist, the methodists may be
others. The clerk is asked; only a title that may be the first one's alone is no more than that.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.parties.drafts import CellDoubt, CellReading, Draft, doubt_key
from normalize.vocabulary import alternatives, forms_of

_SHARED = "shared title"


def doubt_shared_titles(
    readings: Mapping[int, CellReading], texts: Mapping[int, str], decided: Collection[str] = ()
) -> dict[int, CellReading]:
    """The readings, by position, with a doubt where a shared title stands against other posts of its people.

    `decided`: the keys that a person answered; such a cell keeps its titles, for the answer to act on.
    """
    posts = _posts(readings)
    return {position: _doubted(reading, texts[position], posts, decided) for position, reading in readings.items()}


def _posts(readings: Mapping[int, CellReading]) -> dict[str, set[str]]:
    """Person's spelling key → the titles that are printed with that name alone, folded."""
    posts: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings.values():
        for draft in reading.drafts:
            if draft.person is not None and draft.role is not None and not draft.plural and draft.rule != _SHARED:
                posts[draft.person.key] |= {fold(draft.role), *(fold(role) for role, _ in draft.other_roles)}
    return posts


def _doubted(reading: CellReading, text: str, posts: Mapping[str, set[str]], decided: Collection[str]) -> CellReading:
    shared = [draft for draft in reading.drafts if _is_shared(draft)]
    questions = [doubt_key(doubt, text) for doubt in reading.doubts if doubt.kind == "shared_title"]
    asked, is_open = bool(questions), not any(key in decided for key in questions)
    if asked and is_open and shared and _SAYS_NO_NUMBER.search(text[: shared[0].start]):
        if all(_holds(draft, posts) for draft in shared[1:]):
            return replace(reading, doubts=tuple(one for one in reading.doubts if one.kind != "shared_title"))
        drafts = tuple(_without_title(draft, shared[0], posts) for draft in reading.drafts)
        return replace(reading, drafts=drafts)
    if asked or not any(_stands_against(draft, posts) for draft in shared):
        return reading
    start, last = shared[0].start, shared[-1]
    behind = [draft.start for draft in reading.drafts if draft.start >= last.end]
    end = len(text[: min(behind, default=len(text))].rstrip(" ,;.\n"))
    question = f"«{squeeze(text[start:end])}»: это должность названных людей или ещё кто-то?"
    return replace(reading, doubts=(*reading.doubts, CellDoubt("shared_title", question, start, end)))


def _is_shared(draft: Draft) -> bool:
    """Of several names before or behind a title: «Вязова А.К., Лосева М.П. – методисты ЦДО» too; not «члены жюри»,
    which people are on top of their posts."""
    if draft.person is None or draft.role is None:
        return False
    return draft.rule == _SHARED or (draft.rule == _BEHIND and draft.plural and draft.role.split(" ")[0] not in _ON_TOP)


_BEHIND = "title behind the name"
_ON_TOP = frozenset(forms_of("roles", "assignment")) | frozenset(forms_of("roles", "office"))


def _holds(draft: Draft, posts: Mapping[str, set[str]]) -> bool:
    """Whether another row says the title of this person alone."""
    return draft.person is not None and fold(draft.role or "") in posts.get(draft.person.key, set())


_OPEN = f"{alternatives('roles', 'open_number')}|(?:{alternatives('roles', 'open_singular')})(?![а-яё])"
# «Зам. директора по ВР Вязова А.К., Лосева М.П.»: may be of the first one only
_SAYS_NO_NUMBER = re.compile(rf"(?i)(?<![а-яё])(?:{_OPEN})\.?\s?[^,;\n]*$")


def _without_title(draft: Draft, first: Draft, posts: Mapping[str, set[str]]) -> Draft:
    """A further name of such a title that the order shows in another post: nobody says that she has this one too."""
    if draft.rule != _SHARED or draft == first or not _stands_against(draft, posts):
        return draft
    return replace(draft, role=None, target=None, other_roles=(), rule="name", plural=False)


def _stands_against(draft: Draft, posts: Mapping[str, set[str]]) -> bool:
    """Whether the person has posts elsewhere, and this is none of them, nor a shorter or longer form of one."""
    known = posts.get(draft.person.key, set()) if draft.person is not None else set()
    role = fold(draft.role or "")
    return bool(known) and not any(role.startswith(one) or one.startswith(role) for one in known)
