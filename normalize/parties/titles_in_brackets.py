"""Posts in brackets behind institutions: «МБОУ СОШ № 3 (директор)», «МАДОУ «Синеглазка», МБДОУ «Умка» (заведующие)».

A plural is of all that stand in the list before it, a singular of the last alone.
"""

import re
from dataclasses import replace
from typing import Literal

from normalize.parties.drafts import Draft
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.titles.roles import singular_role

_OPENS = re.compile(r"\s*[»\"”]*\s*\(\s*")
_CLOSES = re.compile(r"\s*[»\"”]*\s*\)")
_WITHIN = re.compile(r"\s*(?:,|,?\s*и\s)\s*")
_BETWEEN = re.compile(r"[\s»\"”№]*(?:,|,?\s*и\s)[\s№]*")


def share_bracketed_titles(walk: Walk) -> None:
    """Gives the titles of a bracket, which stand for nobody else, to the institutions right before it."""
    at = 0
    while at < len(walk.drafts):
        end = _end_of_bracket(walk, at)
        if end > at:
            titles, listed = walk.drafts[at:end], listed_before(walk, at)
            shared = [_titled(walk, one, title, len(listed)) for one in listed for title in titles]
            walk.drafts[at - len(listed) : end] = shared
            at += len(shared) - len(listed)
        at += 1


def _end_of_bracket(walk: Walk, at: int) -> int:
    """Where the titles of the bracket end that opens before the draft at `at`; `at` where it is no such bracket."""
    last = walk.drafts[at - 1] if at else None
    opens = last is not None and _OPENS.fullmatch(walk.text, last.end, walk.drafts[at].start)
    if last is None or not opens or not is_untitled(last):
        return at
    end = at
    while end < len(walk.drafts) and is_title(walk.drafts[end]):
        end += 1
        if _CLOSES.match(walk.text, walk.drafts[end - 1].end):
            return end
        if end < len(walk.drafts) and not _WITHIN.fullmatch(
            walk.text, walk.drafts[end - 1].end, walk.drafts[end].start
        ):
            return at
    return at


def is_untitled(draft: Draft) -> bool:
    return draft.kind in ("school", "organization") and draft.role is None and draft.target is not None


def is_title(draft: Draft) -> bool:
    """A post, or «администрация»; of «ДЮЦ «Радуга» (рабочая группа)» nobody knows whose the group is."""
    head = find_head((draft.role or "").split(" "))
    of_place = head is not None and (not head.body or draft.role == "администрация")
    return draft.kind == "group" and draft.target is None and draft.rule == "group" and of_place


def listed_before(walk: Walk, at: int) -> list[Draft]:
    """The institutions that the bracket is about: of a plural all of one kind in the list, else the last one."""
    first = at - 1
    role = walk.drafts[at].role or ""
    while singular_role(role) != role and first and _is_beside(walk, walk.drafts[first - 1], walk.drafts[first]):
        first -= 1
    return walk.drafts[first:at]


def _is_beside(walk: Walk, before: Draft, draft: Draft) -> bool:
    beside = _BETWEEN.fullmatch(walk.text, before.end, draft.start)
    return is_untitled(before) and before.kind == draft.kind and beside is not None


def _titled(walk: Walk, draft: Draft, title: Draft, listed: int) -> Draft:
    kind: Literal["school", "group"] = "school" if draft.kind == "school" else "group"
    closing = _CLOSES.match(walk.text, title.end)
    end = closing.end() if listed == 1 and closing is not None else draft.end
    return replace(draft, kind=kind, role=title.role, end=end, rule="title in brackets", plural=title.plural)
