"""Spelling keys: texts that are equal exactly when two spellings are the same without any doubt."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

# Letters that look the same on paper. A typist switches the layout in the middle of a word, and a scan's
# text layer mixes them at will: «Cаламатова», «Petrova» is left alone (it is not one look-alike only).
LOOK_ALIKES = str.maketrans("ABCEHKMOPTXYaceopxykmtbnu", "АВСЕНКМОРТХУасеорхукмтьпи")

_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_LATIN_INITIAL = re.compile(r"(?<![A-Za-z])[ABCEHKMOPTXY](?=\s?\.)")
_QUOTES = str.maketrans(dict.fromkeys("«»“”„\"‟'’‘‚`", " "))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_NOT_WORD = re.compile(r"[^0-9a-zа-я№]+")


def read_cyrillic(text: str) -> str:
    """The text with Latin look-alike letters read as Cyrillic; as long as the text, so spans hold.

    Only inside a word that has a Cyrillic letter («Cаламатова») and in a single letter before a dot, an
    initial («Иванова O.B.»). «IT», «IV» and «Word» stay.
    """
    if not _LATIN.search(text):
        return text

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(LOOK_ALIKES) if _CYRILLIC.search(word) else word

    mended = _WORD.sub(mend, text)
    return _LATIN_INITIAL.sub(lambda match: match.group().translate(LOOK_ALIKES), mended)


def squeeze(text: str) -> str:
    """The text on one line, every run of blanks one blank."""
    return " ".join(text.split())


@lru_cache(maxsize=65536)  # the same few thousand words and names make up every order
def fold(text: str) -> str:
    """The spelling key of a phrase: case, ё, quotes, dashes, punctuation and blanks do not tell apart.

    Idempotent. Digits and «№» stay, so two schools never meet.
    """
    plain = unicodedata.normalize("NFC", read_cyrillic(text)).lower().replace("ё", "е")
    return _NOT_WORD.sub(" ", plain.translate(_QUOTES).translate(_DASHES)).strip()


def fingerprint(text: str) -> str:
    """16 hex digits of a measure's text, blind to white space, punctuation, case and ё.

    Renumbering, re-wrapping and mended quotes keep it: notes/names.md §4, 99 % of decisions found again.
    """
    return sha256(fold(text).replace(" ", "").encode()).hexdigest()[:16]
