"""Whether the dictionary has a word.

pymorphy3's list of words alone, opened in 20 ms and 9 MB; its grammar, which `normalize` asks, takes five times as
long, and every document is read in a process of its own.
"""

from functools import cache

import pymorphy3_dicts_ru
from pymorphy3.dawg import WordsDawg


@cache
def is_word(word: str) -> bool:
    """Whether a word (in small letters) is in the dictionary, in any of its forms; «е» may stand for «ё»."""
    return bool(_words().similar_keys(word, _replaces()))


@cache
def _words() -> WordsDawg:
    """Opened at the first question."""
    words = WordsDawg()
    words.load(f"{pymorphy3_dicts_ru.get_path()}/words.dawg")
    return words


@cache
def _replaces() -> object:
    return WordsDawg.compile_replaces({"е": "ё"})
