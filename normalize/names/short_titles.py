"""Abbreviated heads that another row of the order prints in full: «рук. ГМО» beside «Руководители ГМО»."""

from collections.abc import Mapping
from dataclasses import replace

from normalize.parties.drafts import Draft
from normalize.parties.short_heads import OF_PLACES
from normalize.titles.roles import plural_role

_OPEN = ("group", OF_PLACES)  # the rules of those that nobody has decided
PRINTED_IN_FULL = "title in full in the same order"


def write_as_elsewhere(found: Mapping[int, list[Draft]]) -> None:
    """«рук. ГМО», «Рук. ОО» are all of them where another row of the order has «Руководители ГМО», «Руководители ОО».

    Not where it has those of one body, «Руководители РМО ЦДО», nor where they are named: «Руководители ГМО: Вязова
    А.К.».
    """
    printed = {
        draft.role
        for drafts in found.values()
        for draft in drafts
        if draft.kind == "group" and draft.plural and not draft.short and draft.target is None
    }
    for drafts in found.values():
        for index, draft in enumerate(drafts):
            if draft.short and draft.rule in _OPEN and plural_role(draft.role or "") in printed:
                role = plural_role(draft.role or "")
                drafts[index] = replace(draft, role=role, plural=True, rule=PRINTED_IN_FULL, score=0.95)
