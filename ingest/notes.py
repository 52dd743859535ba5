"""Whether a line only says something about the rows below it: «Цель: …», «Ответственный: …». See notes.toml."""

import re
from functools import cache

from ingest.vocabulary import load_entries

BRACKETED = re.compile(r"\([^()]*\)\W*")  # «(октябрь – декабрь)», «(тема месяца: «Осень»)»
ITEM = re.compile(r"(\d{1,2}\)|[а-я]\)|[-–—•])\s*\S.*[;,]\s*", re.DOTALL)  # «1) изучить опыт;»
SENTENCE = re.compile(r"[А-ЯЁ].*[.!]\s*", re.DOTALL)
WORDS_IN_SENTENCE = 4  # «Спортивная работа.» is a title with a full stop
REST_OF_LEAD = r"[^:–—]{0,40}[:–—]"  # «Ответственный за раздел:»


def is_note(text: str) -> bool:
    """True for «Цель: повышение мастерства», «(октябрь – декабрь)», «1) изучить опыт;»."""
    plain = text.strip()
    return any(pattern.fullmatch(plain) for pattern in (BRACKETED, ITEM)) or is_led(plain)


def is_led(text: str) -> bool:
    """True for a text that begins as an entry of notes.toml does."""
    return _leads().match(text.strip().lower().replace("ё", "е")) is not None


def is_sentence(text: str) -> bool:
    """True for a sentence with a full stop: it stands above rows and is no title of theirs."""
    return SENTENCE.fullmatch(text.strip()) is not None and len(text.split()) >= WORDS_IN_SENTENCE


@cache
def _leads() -> re.Pattern[str]:
    leads = (
        r"\s+".join(re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + r"\b" for word in words)
        for words in (entry["words"].split() for entry in load_entries("notes", "note"))
    )
    return re.compile(f"({'|'.join(leads)}){REST_OF_LEAD}")
