"""Lists that end in «и т.д.», «и др.»: no part of the last title or name; who else is meant is asked."""

import re
from collections.abc import Sequence

from normalize.fold import read_cyrillic, squeeze
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk

# At the end of a list only: «учителя физики и др. предметов», «методисты и другие специалисты» go on
_OPEN_END = re.compile(
    r"\s*(?:[,;]?\s*\bи\s+|[,;]\s*)(?!(?<=(?-i:[А-ЯЁ]{2} и ))(?-i:ПР)\b)"  # «ОНД и ПР» is one body
    r"(?:(?:т\s?\.\s?[дп]|тд|тп|др|пр|так\s+далее|тому\s+подобное)\b\s?+\.?+|(?<=и\s)(?:друг(?:ие|их|ими)|проч(?:ие|их|ими))\b)"
    r"(?=\s*(?:[,;)\n]|$|(?-i:[А-ЯЁ])))",
    re.IGNORECASE,
)


def without_open_ends(plain: str) -> str:
    """The text of a cell with blanks in the place of «и т.д.», so that spans hold."""
    return _OPEN_END.sub(lambda found: " " * len(found.group()), plain)


def ask_open_ends(walk: Walk, phrases: Sequence[Phrase]) -> None:
    """«Методисты, тьюторы и др.»: who else? Of a list of schools that ends so its own rule asks."""
    for found in _OPEN_END.finditer(read_cyrillic(walk.text)):
        before = [phrase for phrase in phrases if phrase.start < found.end()]
        if not before or any(one.start < found.end() and found.start() < one.end for one in before[-1].units):
            continue
        start, end = before[-1].start, found.end()
        walk.doubt("open_list", f"«{squeeze(walk.text[start:end])}»: кто ещё?", start, end)
