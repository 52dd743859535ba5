"""Which two words are one town's name: «Нижний Тагил», «Сосновый Бор». See towns.toml."""

import re

from ingest.vocabulary import load_entries

ADJECTIVE = r"[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ей|ом|ем|ых|их|ев|ева|еву|еве)"


def _words(key: str) -> str:
    return "|".join(re.escape(entry[key].rstrip("ьеыи")) for entry in load_entries("towns", "town") if key in entry)


# The first word of a town's name and the blank behind it.
FIRST_WORD = (
    rf"(?i:(?:{_words('first')})[а-яё]{{2,3}}\s(?=[а-яё])|{ADJECTIVE}\s(?=(?:{_words('second')})[а-яё]{{0,3}}\b))"
)


def town_examples() -> tuple[str, ...]:
    """The attested towns."""
    return tuple(entry["seen"] for entry in load_entries("towns", "town"))
