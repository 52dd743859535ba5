"""People of whom no surname is printed, or no whole one, which are asked: «Воспитатель Анна Ивановна».

A narrow column breaks surnames too: «Учитель Остро умова Л.Л.».
"""

import re

from normalize.fold import squeeze
from normalize.morphology import is_given_name
from normalize.parties.drafts import Draft
from normalize.parties.walk import Walk
from normalize.people.patterns import LOW, UP

_GIVEN = re.compile(rf"(?<![\w-])(?P<given>[{UP}][{LOW}]+)\s+[{UP}][{LOW}]+(?:вна|ична|инична|вич|ьич)$")
_PIECE = re.compile(rf"(?<![\w-])[{LOW}]{{2,}}\s+[{UP}]\.\s?[{UP}]\.?$")


def ask_names_without_surname(walk: Walk) -> None:
    """Asks who is meant where a party ends in a given name and a patronymic, or in initials that no surname has;
    what is asked already is not.
    """
    for draft in walk.drafts:
        printed = squeeze(walk.text[draft.start : draft.end])
        asked = any(doubt.start < draft.end and draft.start < doubt.end for doubt in walk.doubts)
        if (_is_given_name(draft, printed) or _has_stray_initials(draft)) and not asked:
            walk.doubt("unknown_phrase", f"Кто назван словами «{printed}»?", draft.start, draft.end)


def _is_given_name(draft: Draft, printed: str) -> bool:
    found = _GIVEN.search(printed) if draft.kind == "group" else None
    return found is not None and is_given_name(found["given"])


def _has_stray_initials(draft: Draft) -> bool:
    return draft.person is None and draft.role is not None and _PIECE.search(draft.role) is not None
