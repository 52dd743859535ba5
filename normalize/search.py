"""The words of a text as they are searched: one stem for all forms of a word."""

import re
from functools import lru_cache

from Stemmer import Stemmer

from normalize.fold import fold

SHORTEST = 3  # letters of a stem: «Иванов» → «иван» → «ива», but not «ив»

_WORD = re.compile(r"[0-9a-zа-я]+")
# PyStemmer, not the same rules in Python (snowballstemmer): 40 times as fast, and that one loads 36 languages, 0.1 s.
_STEMMER = Stemmer("russian", 0)  # 0: no cache of its own, which threads would share


def search_stems(text: str) -> tuple[str, ...]:
    """The stems of the text's words and numbers, each once, sorted; () for a text without any.

    Blind to what `fold` is blind to: case, ё, look-alike letters, punctuation. «Школой № 27» → («27», «школ»).
    A stem holds lower letters and digits only, so none is ever an operator of a database's query language.
    Idempotent: the stems of stems joined by blanks are the same stems.
    """
    return tuple(sorted({_stem(word) for word in _WORD.findall(fold(text))}))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Stems until nothing changes: once is not enough for «система», «систем» (→ «сист») and «Иванова», «Иванов»."""
    stem = str(_STEMMER.stemWord(word))
    return word if stem == word or len(stem) < SHORTEST else _stem(stem)
