"""Degrees, honours and ranks in a cell: they say of a named person what is no post, and name nobody."""

import re

from normalize.morphology import adjective_cases, can_be_genitive
from normalize.vocabulary import alternatives

_HONOUR = re.compile(
    rf"(?<![\w-])(?:{alternatives('honours', 'honour')}|(?P<degree>{alternatives('honours', 'degree')}))(?![\w-])\.?"
    rf"|(?<![\w-])(?:(?:старший|младший|ст\.|мл\.)\s*)?(?:{alternatives('honours', 'rank')})"
    rf"\s+(?:{alternatives('honours', 'service')})(?![\w-])",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"[ \t]+(?P<word>[А-ЯЁа-яё-]+)(?!\.)")


def without_honours(plain: str) -> str:
    """The text of a cell with a name in it, blanks in the place of each honour: spans hold.

    «Щукина Э.М., к.п.н., доцент» → «Щукина Э.М.,       , доцент». In the plural they may be a party: «заслуженные
    учителя».
    """
    for match in reversed(list(_HONOUR.finditer(plain.replace("ё", "е").replace("Ё", "Е")))):
        end = match.end() if match["degree"] else _end(plain, match.end())
        plain = plain[: match.start()] + " " * (end - match.start()) + plain[end:]
    return plain


def _end(plain: str, end: int) -> int:
    """Behind the words that say of what: «Почётный работник общего и профессионального образования РФ»."""
    while (found := _OF_WHAT.match(plain, end)) is not None:
        word = found["word"]
        if not (word.lower() == "и" or word.isupper() or can_be_genitive(word) or _is_genitive_adjective(word)):
            break
        end = found.end()
    return end


def _is_genitive_adjective(word: str) -> bool:
    return any(case == "gent" for case, _ in adjective_cases(word))
