"""Whether a line begins a plan's title, by the words of plan_titles.toml: «Циклограмма контроля»."""

import re
import tomllib
from functools import cache
from importlib.resources import files

ADJECTIVES = r"(?:[а-яё-]+(?:ый|ий|ой|ая|ое|ые|ие)\s+){0,3}"
LONGEST_LINE = 200  # characters; longer is running text
SENTENCE_END = (".", ":", ";")


def begins_like_title(line: str) -> bool:
    """True for «Сетевой график введения стандартов», not for a sentence or for the bare words."""
    text = line.strip().lstrip('«"').lower().replace("ё", "е")
    found = _words().match(text)
    return found is not None and len(text) <= LONGEST_LINE and not text.endswith(SENTENCE_END)


@cache
def title_examples() -> tuple[str, ...]:
    """The attested titles."""
    return tuple(entry["seen"] for entry in _entries())


@cache
def _words() -> re.Pattern[str]:
    words = (
        r"\s+".join(re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in entry.split())
        for entry in (entry["words"] for entry in _entries())
    )
    return re.compile(rf"{ADJECTIVES}(?:{'|'.join(words)})\b,?\s+\S")


@cache
def _entries() -> tuple[dict[str, str], ...]:
    table = tomllib.loads((files("ingest") / "plan_titles.toml").read_text(encoding="utf-8"))
    return tuple(table["title"])
