"""Departments that an order's text gives letters to: «Отделу методического сопровождения (далее – ОМС)».

Such a department is no body where it is printed in full, for a post goes with it («методист отдела …»); its letters
alone name it as those of a body do.
"""

import re
from functools import cache

from ingest.model import Explained
from normalize.morphology import adjective_cases, inflect
from normalize.organization_heads import UNITS, gender_of
from normalize.organization_names import organization_key
from normalize.organizations.spans import find_organizations
from normalize.parties.units import Target

_PARTS = UNITS | {"служба"}
_SMALL = frozenset({"и", "по", "в", "на", "для", "при", "с"})
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


def explained_department(one: Explained) -> Target | None:
    """The department at the end of the explanation whose initials the letters are, in the nominative; None for none.

    A body may stand behind it: «отдел методического сопровождения Управления образования (далее – ОМС)».
    """
    if not one.letters.isupper() or len(one.letters) < 2:
        return None
    words = list(_WORD.finditer(one.name))
    for at in reversed(range(len(words))):
        head = _part(words[at].group())
        if head is None:
            continue
        start = _first_adjective([word.group() for word in words], at)
        end = next((n for n in range(at + 1, len(words) + 1) if _initials(words[start:n], one.letters)), None)
        if end is None or not _is_body(one.name[words[end - 1].end() :]):
            return None
        return _target([word.group() for word in words[start:at]], head, one.name[words[at].end() :])
    return None


@cache
def is_department(name: str) -> bool:
    """True for «Отдел методического сопровождения»: a part of a body, not an «Отдел образования»."""
    words = [word.group() for word in _WORD.finditer(name)]
    at = next((at for at, word in enumerate(words) if not adjective_cases(word) or _part(word)), None)
    return (
        at is not None and _part(words[at]) is not None and not any(ref.start == 0 for ref in find_organizations(name))
    )


def _part(word: str) -> str | None:
    lower = word.lower()
    nominative = lower if lower in _PARTS else inflect(lower, "nomn", "sing")
    return nominative if nominative in _PARTS else None


def _first_adjective(words: list[str], at: int) -> int:
    start = at
    while start and adjective_cases(words[start - 1].lower()):
        start -= 1
    return start


def _initials(words: list[re.Match[str]], letters: str) -> bool:
    parts = [part for word in words for part in word.group().split("-")]
    every, great = (
        "".join(part[0].upper() for part in some) for some in (parts, [p for p in parts if p not in _SMALL])
    )
    return letters in (every, great)


def _is_body(behind: str) -> bool:
    plain = behind.strip()
    return not plain or any(ref.start == 0 and ref.end == len(plain) for ref in find_organizations(plain))


def _target(adjectives: list[str], head: str, behind: str) -> Target:
    agreed = [inflect(word.lower(), "nomn", "sing", gender_of(head)) or word for word in adjectives]
    name = " ".join([*agreed, head]) + behind.rstrip()
    name = name[0].upper() + name[1:]
    return Target(organization_key(name), name, "authority", 0, 0)
