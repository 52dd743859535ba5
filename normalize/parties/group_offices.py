"""Offices in a group that a cell names: its chair is no chair of a body elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.parties.drafts import Draft
from normalize.titles.heads import find_head

_OFFICES = re.compile(r"(?:со)?председатель|заместитель председателя|(?:ответственный )?секретарь|член|руководитель")
_OPENED = re.compile(r"\s*(?:[(:,–—-]|в\s+составе)")


def with_offices(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The parties of a cell, those marked that hold an office of the group before them.

    «Оргкомитет (председатель – Вязова А.К., секретарь – Лосев П.И.)»: of the committee.
    """
    return [
        replace(draft, of_group=True) if _is_of_group(text, draft, drafts[:index]) else draft
        for index, draft in enumerate(drafts)
    ]


def _is_of_group(text: str, draft: Draft, before: Sequence[Draft]) -> bool:
    if draft.kind != "person" or draft.target is not None or not _OFFICES.fullmatch(draft.role or ""):
        return False
    group = next((one for one in reversed(before) if one.kind == "group"), None)
    head = find_head((group.role or "").split(" ")) if group is not None else None
    if group is None or head is None or not head.body:
        return False
    between = text[group.end : draft.start]
    return _OPENED.match(between) is not None and not re.search(r"[;\n)]", between)
