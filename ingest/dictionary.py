"""Whether the dictionary has a word.

pymorphy3's list of words alone, opened in 20 ms and 9 MB; its grammar, which `normalize` asks, takes five times as
long. It is opened with the module: the fork server loads that once, and the processes of all documents share it.
"""

from functools import cache

import pymorphy3_dicts_ru
from pymorphy3.dawg import WordsDawg

_WORDS = WordsDawg()
_WORDS.load(f"{pymorphy3_dicts_ru.get_path()}/words.dawg")
_REPLACES = WordsDawg.compile_replaces({"е": "ё"})


@cache
def is_word(word: str) -> bool:
    """Whether a word (in small letters) is in the dictionary, in any of its forms; «е» may stand for «ё»."""
    return bool(_WORDS.similar_keys(word, _REPLACES))


@cache
def begins_word(start: str) -> bool:
    """Whether a word of the dictionary begins with these letters: «кибер» of «кибернетика»."""
    return next(iter(_WORDS.iterkeys(start)), None) is not None
