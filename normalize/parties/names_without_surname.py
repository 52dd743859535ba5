"""People of whom no surname is printed, which are asked: «Воспитатель Анна Ивановна»."""

import re

from normalize.fold import squeeze
from normalize.morphology import is_given_name
from normalize.parties.walk import Walk
from normalize.people.patterns import LOW, UP

_GIVEN = re.compile(rf"(?<![\w-])(?P<given>[{UP}][{LOW}]+)\s+[{UP}][{LOW}]+(?:вна|ична|инична|вич|ьич)$")


def ask_names_without_surname(walk: Walk) -> None:
    """Asks who is meant where a party ends in a given name and a patronymic; what is asked already is not."""
    for draft in walk.drafts:
        printed = squeeze(walk.text[draft.start : draft.end])
        found = _GIVEN.search(printed)
        asked = any(doubt.start < draft.end and draft.start < doubt.end for doubt in walk.doubts)
        if draft.kind == "group" and found is not None and is_given_name(found["given"]) and not asked:
            walk.doubt("unknown_phrase", f"Кто назван словами «{printed}»?", draft.start, draft.end)
