"""Institutions in a row that share what stands behind the last: «Органы и учреждения системы профилактики»."""

import re
from dataclasses import replace

from normalize.fold import fold
from normalize.morphology import adjective_cases, noun_cases
from normalize.parties.drafts import Draft
from normalize.parties.walk import Walk
from normalize.vocabulary import forms_of

_BARE = frozenset(forms_of("roles", "row_of_bodies"))
_BESIDE = re.compile(r"\s*(?:,\s*(?:и\s)?|и\s)\s*")


def share_tails(walk: Walk) -> None:
    """Gives the genitive behind the last one to the bare ones before it, which say nothing without it."""
    for at in reversed(range(len(walk.drafts) - 1)):
        first, last = walk.drafts[at], walk.drafts[at + 1]
        noun, _, tail = (last.role or "").partition(" ")
        beside = _BESIDE.fullmatch(walk.text, first.end, last.start)
        is_row = _is_group(first) and _is_group(last) and {first.role, noun} <= _BARE
        if is_row and beside is not None and (_says_whose(tail) or (not tail and last.target is not None)):
            walk.drafts[at] = replace(first, role=f"{first.role} {tail}".strip(), target=last.target, plural=True)


def _is_group(draft: Draft) -> bool:
    return draft.kind == "group" and draft.role is not None


def _says_whose(tail: str) -> bool:
    """«системы профилактики», «города», «дополнительного образования»."""
    first = fold(tail).split(" ")[0]
    return any(case == "gent" for case, _ in noun_cases(first) | adjective_cases(first))
