"""Abbreviations that an order explains in the text around its tables: «… (далее – ГМЦ)», «ГМЦ – МБУ «…»»."""

import re
from collections.abc import Iterable, Iterator

from ingest.model import Explained

# «МБУ «Городской методический центр» (далее – ГМЦ)», «… (в дальнейшем именуется – Центр)»
_HENCEFORTH = re.compile(
    r"(?P<name>[^()]{3,300})"
    r"\(\s*(?:далее|в\s+дальнейшем)(?:\s+по\s+тексту)?(?:\s+именуе\w+)?\s*[-‐‑–—:]?\s*[«\"“]?(?P<letters>[А-ЯЁ][\w-]*)[»\"”]?\s*\)"
)
_INTRODUCTION = re.compile(r"сокращени|обозначени|аббревиатур", re.IGNORECASE)
# «ГМЦ – МБУ «Городской методический центр»;», one of a list
_ENTRY = re.compile(
    r"(?<![\w-])(?P<letters>[А-ЯЁ]{2}[\w-]*|[А-ЯЁ][а-яё]*[А-ЯЁ]+)\s*[-‐‑–—=:]\s*"
    r"(?P<name>[^;]{3,300}?)\s*(?=;|\.?\s*$|[.,]\s*[А-ЯЁ]{2}[\w-]*\s*[-‐‑–—=:]\s)"
)
_MARK = re.compile(r"^\s*(?:[-–—•*]|\d+[.)])\s*")


def find_glossary(texts: Iterable[str]) -> tuple[Explained, ...]:
    """What the paragraphs explain, in their order; of letters that they explain twice both.

    The words before «далее» only end in the name; who can tell names apart reads them.
    """
    found: list[Explained] = []
    is_list = False
    for text in texts:
        flat = re.sub(r"\s+", " ", text)
        found += [Explained(one["letters"], one["name"].strip(), False) for one in _HENCEFORTH.finditer(flat)]
        introduces = _INTRODUCTION.search(flat) is not None
        entries = list(_entries(text)) if introduces or is_list else []
        found += entries
        is_list = introduces or (is_list and bool(entries))
    return tuple(dict.fromkeys(found))


def _entries(text: str) -> Iterator[Explained]:
    """The entries of a list of abbreviations, on one line or on lines of their own."""
    for line in text.split("\n"):
        for match in _ENTRY.finditer(_MARK.sub("", line)):
            yield Explained(match["letters"], match["name"].strip(" ."), True)
