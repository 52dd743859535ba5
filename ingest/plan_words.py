"""Whether a line begins a plan's title, by the words of plan_titles.toml: «Циклограмма контроля»."""

import re
from functools import cache

from ingest.vocabulary import load_entries

ADJECTIVES = r"(?:[а-яё-]+(?:ый|ий|ой|ая|ое|ые|ие)\s+){0,3}"
LONGEST_LINE = 200  # characters; longer is running text
SENTENCE_END = (".", ":", ";")


def begins_like_title(line: str) -> bool:
    """True for «Сетевой график введения стандартов», not for a sentence or for the bare words."""
    text = line.strip().lstrip('«"').lower().replace("ё", "е")
    found = _words().match(text)
    return found is not None and len(text) <= LONGEST_LINE and not text.endswith(SENTENCE_END)


@cache
def _words() -> re.Pattern[str]:
    words = (
        r"\s+".join(re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in entry.split())
        for entry in (entry["words"] for entry in load_entries("plan_titles", "title"))
    )
    return re.compile(rf"{ADJECTIVES}(?:{'|'.join(words)})\b,?\s+\S")
