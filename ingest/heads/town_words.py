"""Which two words are one town's name: «Нижний Тагил», «Сосновый Бор». See towns.toml."""

import re

from ingest.town_forms import town_names
from ingest.vocabulary import load_entries

ADJECTIVE = r"[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ей|ом|ем|ых|их|ев|ева|еву|еве)"


def _words(key: str) -> str:
    return "|".join(re.escape(entry[key].rstrip("ьеыи")) for entry in load_entries("towns", "town") if key in entry)


def _of_owners() -> str:
    """«Гаврилова » of «Гаврилова Посада», «Петров » of «Петров Вал»: other words in -ов are towns themselves."""
    names = [name.split() for name in town_names() if re.fullmatch(r"\S+[ое]в \S+", name)]
    return "|".join(rf"{first}(?:а|у|ым|ом|е)?\s(?={second}[а-яё]{{0,2}}\b)" for first, second in names)


# The first word of a town's name and the blank behind it.
FIRST_WORD = (
    rf"(?i:(?:{_words('first')})[а-яё]{{2,3}}\s(?=[а-яё])|{ADJECTIVE}\s(?=(?:{_words('second')})[а-яё]{{0,3}}\b)|"
    rf"{_of_owners()})"
)


def town_examples() -> tuple[str, ...]:
    """The attested towns."""
    return tuple(entry["seen"] for entry in load_entries("towns", "town"))


# «КАМЕНСК - УРАЛЬСКОГО ГОРОДСКОГО ОКРУГА», «города Каменска -⏎Уральского»: one name, whatever blanks a typist left
_HALVES = re.compile(
    r"(?P<first>\b[А-ЯЁ][А-ЯЁа-яё]{2,})(?:\s+[-–]\s*|[-–]\s+)"
    r"(?P<second>[А-ЯЁ][А-ЯЁа-яё]+(?i:ого|его|ому|ему|ий|ый|ой|ая))(?P<behind>\W+(?i:городск|муниципальн|район|округ|г\.\s?о)|(?!\w))"
)
_TOWN_BEFORE = re.compile(r"(?i)\b(?:города?у?|г\.)\s*$")


def join_halves(text: str) -> str:
    """The text with the halves of a town's name joined: before «округа», «района» or behind «города»."""
    return _HALVES.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    if not match["behind"] and _TOWN_BEFORE.search(match.string[: match.start()]) is None:
        return match.group()
    return f"{match['first']}-{match['second']}{match['behind']}"
