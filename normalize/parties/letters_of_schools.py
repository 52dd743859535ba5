"""A school in a bracket behind a name by a letter alone, «Вязова А.К. (Л. № 10)», «(Ш № 7)»: it is asked."""

import re

from normalize.fold import squeeze
from normalize.parties.walk import Walk

_IN_BRACKET = re.compile(r"\(\s*(?P<school>[ЛШГ]\.?\s?(?:№\s?)?\d{1,3})\s*\)")


def ask_letters_of_schools(walk: Walk) -> None:
    """Asks which school such a letter is; what stands in the bracket would be left out otherwise."""
    for found in _IN_BRACKET.finditer(walk.text):
        before = next((draft for draft in reversed(walk.drafts) if draft.end <= found.start()), None)
        if before is not None and before.person is not None and not walk.text[before.end : found.start()].strip():
            printed = squeeze(found["school"])
            walk.doubt("unknown_phrase", f"Какая это школа: «{printed}»?", before.start, found.end())
