"""Letters of bodies under one plural: «Директора ЦДТ, СЮТ, ДШИ». Of one body there is but one director.

Not «Методисты ИМЦ, ЦДТ»: those may be the methodists of one, and all of the other.
"""

import re
from dataclasses import replace

from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.parties.phrase_words import WORKPLACES
from normalize.parties.walk import Walk
from normalize.vocabulary import forms_of

_ONE_EACH = frozenset({"директора"})
_BESIDE = re.compile(r"[\s»\"”]*(?:,|,?\s*и\s)\s*")
_SERVICES = frozenset(forms_of("organizations", "known")) - WORKPLACES  # «ЦЗН», not «ДЮСШ»


def share_directors(walk: Walk) -> None:
    """Gives the plural to each body by its letters behind its first one."""
    for at, draft in enumerate(walk.drafts[1:], start=1):
        before = walk.drafts[at - 1]
        headed = before.kind == "group" and before.role in _ONE_EACH and before.target is not None
        beside = _BESIDE.fullmatch(walk.text, before.end, draft.start) is not None
        if headed and beside and _is_body_by_letters(draft):
            walk.drafts[at] = replace(draft, kind="group", role=before.role, rule="list goes on", plural=True)


def _is_body_by_letters(draft: Draft) -> bool:
    """«СЮТ», «ГАУ ЦОКО»; not «ЦЗН», «Управление образования», which may stand for themselves."""
    if draft.kind != "organization" or draft.role is not None or draft.target is None:
        return False
    printed = draft.target.letters.partition("|")[2].upper() or draft.target.name
    last = printed.split(" ")[-1]
    return draft.target.kind != "authority" and last.isupper() and fold(last) not in _SERVICES
