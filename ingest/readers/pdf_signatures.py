"""What the stamp of an electronic signature says: «ДОКУМЕНТ ПОДПИСАН … Сертификат: … Владелец: … Действителен: …»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ingest.vocabulary import load_entries

_NEAR = 250  # letters from one part to the next: a long name of an owner stands between
_LEAST = 2  # parts behind the head
_ENDING = "[а-яё]{0,5}?"  # what «*» stands for
# What follows the words of a part. A plan may tell of certificates, owners and terms too.
_VALUES = {
    "head": "",
    "certificate": r":?[№N]?:?(?=[0-9A-Fa-f]*[0-9])[0-9A-Fa-f]{6}",
    "owner": r':?[«"А-ЯЁ]',
    "validity": r":?(?:с|от|до|по)?:?\d",
}


class Signature(NamedTuple):
    """Where a stamp's text stands in a text without blanks."""

    parts: tuple[int, ...]  # where each begins, its head first
    end: int  # exclusive: of the last part's words and the beginning of its value


def may_sign(text: str) -> bool:
    """Whether the text may hold such a stamp, told fast: few pages do."""
    missing = 0
    for part in _beginnings():
        missing += not any(words in text for words in part)
        if missing == len(_VALUES) - _LEAST:
            return False
    return True


def find_signatures(text: str) -> Iterator[Signature]:
    """The stamps of a text without blanks, heads that stand over one another taken together."""
    at, pattern = 0, _pattern()
    while (head := next((one for one in pattern.finditer(text, at) if one.lastgroup == "head"), None)) is not None:
        starts, seen, at = [head.start()], set[str](), head.end()
        while (part := pattern.search(text, at, at + _NEAR)) is not None:
            name = part.lastgroup or ""
            if name in seen or (name == "head" and seen):
                break
            seen |= {name} - {"head"}
            starts.append(part.start())
            at = part.end()
        if len(seen) >= _LEAST:
            yield Signature(tuple(starts), at)


def parts_in(text: str) -> set[str]:
    """Which parts of a stamp a line has; blanks count for nothing."""
    return {one.lastgroup or "" for one in _pattern().finditer("".join(text.split()))}


def is_whole(parts: set[str]) -> bool:
    """Whether the parts make a stamp."""
    return "head" in parts and len(parts) > _LEAST


@cache
def _pattern() -> re.Pattern[str]:
    """All parts, each as a group of its name. Longer words come first: «Номер сертификата» is no «сертификат»."""
    groups = []
    for part, value in _VALUES.items():
        words = sorted((entry["words"] for entry in _entries() if entry["part"] == part), key=len, reverse=True)
        spelt = "|".join("".join(map(_spell, each.split())) for each in words)
        groups.append(f"(?P<{part}>(?i:{spelt}){value})")
    return re.compile("|".join(groups))


def _spell(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (_ENDING if word.endswith("*") else "")


@cache
def _beginnings() -> tuple[tuple[str, ...], ...]:
    """For each part but the head what it begins with, its first letter left out: «ладелец», «ЛАДЕЛЕЦ».

    Of two that hold one another the shorter: «ертификат», and not «омер сертификат».
    """
    parts = (part for part in _VALUES if part != "head")
    begun = [[entry["words"].split("*")[0][1:] for entry in _entries() if entry["part"] == part] for part in parts]
    shortest = [[each for each in part if not any(one in each and one != each for one in part)] for part in begun]
    return tuple(tuple(form for each in part for form in (each, each.upper())) for part in shortest)


def _entries() -> tuple[dict[str, str], ...]:
    return load_entries("furniture", "signature")
