"""Adjectives in a row that share the noun behind the last: «муниципальные и школьные координаторы» are two groups."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.morphology import adjective_cases, dictionary_form, inflect, noun_cases
from normalize.parties.drafts import CellDoubt, Draft
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.vocabulary import forms_of

_SORTS = forms_of("roles", "row_of_adjectives")
_BESIDE = re.compile(r"\s*(?:,\s*(?:и\s)?|и\s)\s*")


def share_nouns(walk: Walk) -> None:
    """Gives the noun, and what it is of, to the adjectives before it; «муниципальный и школьный координаторы» are one
    person each. Not before a name: «муниципальный и школьный координаторы Вязова А.К., Лосев П.И.».
    """
    for at in reversed(range(len(walk.drafts) - 1)):
        first, last = walk.drafts[at], walk.drafts[at + 1]
        words = (last.role or "").split(" ")
        if not _is_row(first, last, words) or not _BESIDE.fullmatch(walk.text, first.end, last.start):
            continue
        target = last.target if last.kind == "group" else None
        walk.drafts[at] = _with_noun(replace(first, rule="group", score=1.0, target=target), words[1:])
        walk.drafts[at + 1] = _with_noun(replace(last, role=words[0]), words[1:])
        walk.doubts = [one for one in walk.doubts if not _asks_who(one, first)]


def _is_row(first: Draft, last: Draft, words: Sequence[str]) -> bool:
    alone = first.kind == "group" and first.target is None and " " not in (first.role or " ")
    return alone and last.kind in ("group", "school") and len(words) > 1 and _are_alike(first.role or "", words[0])


def _are_alike(one: str, other: str) -> bool:
    """Both say of which level, or of which rank, somebody is; not «социальный и классный руководители»."""
    sorts = {_SORTS.get(dictionary_form(word)) for word in (one, other)}
    return None not in sorts and len(sorts) == 1 and all(_numbers(word) for word in (one, other))


def _numbers(word: str) -> set[str]:
    return {number for case, number in adjective_cases(word) if case == "nomn"}


def _with_noun(draft: Draft, tail: Sequence[str]) -> Draft:
    """The draft of an adjective with its noun, in the adjective's number."""
    words, adjective = list(tail), draft.role or ""
    head = find_head(words)
    one = _numbers(adjective) == {"sing"}
    if one and head is not None and ("nomn", "plur") in noun_cases(words[head.index]):
        words[: head.index + 1] = [inflect(word, "nomn", "sing") or word for word in words[: head.index + 1]]
    return replace(draft, role=" ".join([adjective, *words]), plural=not one)


def _asks_who(doubt: CellDoubt, draft: Draft) -> bool:
    return doubt.kind == "unknown_phrase" and (doubt.start, doubt.end) == (draft.start, draft.end)
