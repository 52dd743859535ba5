"""Titles of two things that several people share: «координаторы ГИА-9 и ГИА-11: Вязова А.К., Лосев П.И.».

As many names as things are paired in their order, and it is asked; otherwise everybody has all, and it is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.parties.drafts import CellDoubt, Draft
from normalize.parties.units import Target
from normalize.parties.walk import Walk
from normalize.vocabulary import forms_of

_LETTERS = r"[А-ЯЁ][А-Яа-яЁё]*[А-ЯЁ](?:-\d+)?"
_OF_SEVERAL = re.compile(rf"(?P<title>.+?) (?P<things>{_LETTERS}(?:, {_LETTERS})* и {_LETTERS})")
_ONE_THING = frozenset(form for section in ("organizations", "roles") for form in forms_of(section, "known"))

Title = tuple[str, Target | None]


def pair_titles(walk: Walk) -> None:
    """Changes the drafts of each run of names, and asks."""
    start = 0
    while start < len(walk.drafts):
        end = start + 1
        while end < len(walk.drafts) and _share_title(walk.drafts[end - 1], walk.drafts[end]):
            end += 1
        if end - start > 1:
            _pair(walk, start, end)
        start = end


def _share_title(one: Draft, other: Draft) -> bool:
    people = one.kind == other.kind == "person" and one.role is not None and not one.other_roles
    return people and (one.role, one.target) == (other.role, other.target)


def _pair(walk: Walk, start: int, end: int) -> None:
    run = walk.drafts[start:end]
    titles = _titles_of(walk.text, run)
    span = _span(walk, run)
    asked = [one for one in walk.doubts if one.start < span[1] and span[0] < one.end]
    if len(titles) < 2 or any(not _asks_less(one, run) for one in asked):
        return
    walk.doubts = [one for one in walk.doubts if one not in asked]
    printed = squeeze(walk.text[span[0] : span[1]])
    printed += ")" * (printed.count("(") - printed.count(")"))
    if len(titles) == len(run):
        pairs = [
            replace(one, role=role, target=of, other_roles=()) for one, (role, of) in zip(run, titles, strict=True)
        ]
        walk.drafts[start:end] = pairs
        walk.doubt("title_pairs", f"«{printed}»: каждому своё, по порядку, или каждый отвечает за всё?", *span)
        return
    (role, target), *others = titles
    walk.drafts[start:end] = [replace(one, role=role, target=target, other_roles=tuple(others)) for one in run]
    walk.doubt("title_parts", f"«{printed}»: кто из названных за что отвечает?", *span)


def _asks_less(doubt: CellDoubt, run: Sequence[Draft]) -> bool:
    """«Вязова А.К., Лосев П.И. – зам. директора по УВР» of such a title with further areas behind it."""
    return doubt.kind == "shared_title" and bool(run[-1].other_roles) and doubt.start == run[0].start


def _titles_of(text: str, run: Sequence[Draft]) -> list[Title]:
    """«координатор ГИА-9», «координатор ГИА-11»; so «заместители директора по УВР и ВР» behind the names.

    Not «специалисты КДН и ЗП», which is one thing, nor a title that each name has for itself.
    """
    role, target = run[-1].role or "", run[-1].target
    if run[-1].other_roles:
        return [(role, target), *run[-1].other_roles] if run[-1].plural else []
    found = _OF_SEVERAL.fullmatch(role)
    if found is None or fold(found["things"]) in _ONE_THING or squeeze(text).count(found["things"]) > 1:
        return []
    return [(f"{found['title']} {thing}", target) for thing in re.split(r", | и ", found["things"])]


def _span(walk: Walk, run: Sequence[Draft]) -> tuple[int, int]:
    """The names with the title that stands before or behind them."""
    start, end = run[0].start, run[-1].end
    before = [one for one in walk.phrases if one.end <= start]
    behind = [one for one in walk.phrases if one.start >= end]
    if before and before[-1].kind == "title" and run[-1].rule != "title behind the name" and not run[-1].other_roles:
        return before[-1].start, end
    while behind and behind[0].kind in ("title", "area"):
        end = behind.pop(0).end
    return start, end
