"""«Вязова А.К., начальник отдела, муниципальный координатор» in an order where another row names another one."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from normalize.fold import fold, squeeze
from normalize.parties.drafts import CellDoubt, CellReading, Draft
from normalize.parties.units import Target
from normalize.titles.heads import find_head
from normalize.vocabulary import forms_of

_Post = tuple[str, str | None]  # role, key of the place


def doubt_posts_of_others(readings: Mapping[int, CellReading], texts: Mapping[int, str]) -> dict[int, CellReading]:
    """The readings, by position, with a doubt where a further title behind a person is one that another row gives to
    another person alone, at the same place, and no row to her.

    What a dash or a bracket ties to the name is hers; of what many are at once, «тьютор», «профессор», another's says
    nothing.
    """
    holders: defaultdict[_Post, set[str]] = defaultdict(set)
    for reading in readings.values():
        for draft in reading.drafts:
            if draft.person is not None and draft.role is not None and not draft.plural:
                holders[_post(draft.role, draft.target)].add(draft.person.key)
    return {at: _doubted(reading, texts[at], holders) for at, reading in readings.items()}


def _doubted(reading: CellReading, text: str, holders: Mapping[_Post, set[str]]) -> CellReading:
    for draft in reading.drafts:
        if draft.person is None or not draft.other_roles:
            continue
        role, target = draft.other_roles[-1]
        others = holders.get(_post(role, target), set())
        if not others or draft.person.key in others or _is_of_many(role):
            continue
        end = _end_of_titles(draft, reading.drafts, text)
        asked = any(one.start < end and draft.start < one.end for one in reading.doubts)
        if not asked and _BEHIND_COMMA.search(text[draft.end : end]) is not None:
            printed = squeeze(text[draft.start : end])
            question = f"«{printed}»: «{role}» — это тоже {draft.person.name} или кто-то ещё?"
            doubt = CellDoubt("further_title", question, draft.start, end)
            reading = CellReading(reading.drafts, (*reading.doubts, doubt))
    return reading


def _post(role: str, target: Target | None) -> _Post:
    return fold(role), None if target is None else target.key


_BEHIND_COMMA = re.compile(r",[^,()]*$")


def _end_of_titles(draft: Draft, drafts: Sequence[Draft], text: str) -> int:
    further = min((one.start for one in drafts if one.start >= draft.end), default=len(text))
    return len(text[:further].rstrip(" ,;.\n"))


def _is_of_many(role: str) -> bool:
    words = role.split(" ")
    head = find_head(words)
    return head is None or head.plural or fold(words[head.index]) in _MANY


_MANY = frozenset(form for key in ("many", "several_at_once", "academic") for form in forms_of("roles", key))
