"""A head noun that may be a genitive or several bodies: «Дома культуры сёл», «заведующая Дома культуры»."""

import re

from ingest.expressions import expression
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.organization_heads import HEADS
from normalize.quotes import OPENING

_WORD = expression(r"[А-ЯЁа-яё-]+")
_ADJECTIVE_BEFORE = expression(r"(?P<word>[А-ЯЁа-яё-]+[иы]е)\s+$")
_FREE = expression(r"(?:^|[,;.(•–—-]|\sи)\s*$")
_PARTY = expression(r"[^;\n]*$")


def are_several(plain: str, match: re.Match[str], head: str) -> bool:
    """True for «Дома культуры», «ДДТ, Дома творчества», «сельские Дома культуры»: nothing governs a genitive there.

    Not «директора школ, Дома культуры», «Директор⏎Дома культуры», nor «Дома культуры «Мир»», which is one.
    """
    printed, before = match["noun"], plain[: match.start()]
    if HEADS[head] in ("authority", "ministry") or printed.lower() == head:
        return False
    if ("nomn", "plur") not in noun_cases(printed) or _OWN_NAME.match(plain, match.end()):
        return False
    adjective = _ADJECTIVE_BEFORE.search(before)
    if adjective is not None and ("nomn", "plur") in adjective_cases(adjective["word"]):
        before = before[: adjective.start()]
    party = _PARTY.search(before)
    posts = _WORD.findall(party.group()) if party is not None else []
    return _FREE.search(before) is not None and not any(map(names_person, posts))


_OWN_NAME = expression(rf"(?:\s+[а-яё]+){{0,2}}\s*[{OPENING}№]")
