"""Degrees, honours and ranks in a cell: they say of a named person what is no post, and name nobody."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from normalize.morphology import adjective_cases, can_be_genitive
from normalize.vocabulary import alternatives

_HONOUR = expression(
    rf"(?<![\w-])(?:(?P<honour>{alternatives('honours', 'honour')})|{alternatives('honours', 'degree')})(?![\w-])\.?"
    rf"|(?<![\w-])(?P<rank>(?:(?:старший|младший|ст\.|мл\.)\s*)?(?:{alternatives('honours', 'rank')})"
    rf"\s+(?:{alternatives('honours', 'service')}|{alternatives('honours', 'service_short')}))(?![\w-])",
    re.IGNORECASE,
)
_OF_WHAT = expression(r"[ \t]+(?P<word>[А-ЯЁа-яё-]+)(?!\.)")


def without_honours(plain: str, names: Sequence[tuple[int, int]]) -> str:
    """The text of a cell with blanks in the place of each honour, so that spans hold; as it is without `names`.

    «Щукина Э.М., к.п.н., доцент» → «Щукина Э.М.,       , доцент». In the plural they may be a party, «заслуженные
    учителя»; a rank is all that is known of «майор полиции Гай А.А.».
    """
    printed = plain
    found = list(_HONOUR.finditer(plain.replace("ё", "е").replace("Ё", "Е"))) if names else []
    for match in reversed(found):
        if match["rank"] and _is_all(plain, match, names):
            continue
        end = _end(plain, match.end()) if match["honour"] else match.end()
        plain = plain[: match.start()] + " " * (end - match.start()) + plain[end:]
    return _without_ranks_behind_posts(plain, printed, names)


# «председатель жюри, проф. Лозинский А.Б.», and the comma that a degree has left: a post stands before it
_BEHIND_POST = expression(
    r"(?<=[а-яё])[ \t]*(?:,[ \t]*|[ \t]{2,})(?:,[ \t]*)*(?:(?:проф|доц)\.[ \t]*)?$|[ \t](?:проф|доц)\.[ \t]*$"
)


def _without_ranks_behind_posts(plain: str, printed: str, names: Sequence[tuple[int, int]]) -> str:
    """«председатель жюри проф. Лозинский А.Б.» → «председатель жюри       Лозинский А.Б.»; alone it is his post."""
    for start, _ in names:
        found = _BEHIND_POST.search(plain[:start])
        if found is None or not re.search(r"[а-яё]$", plain[: found.start()]):
            continue
        if re.search(r"\w", printed[found.start() : start]):
            plain = plain[: found.start()] + " " * (start - found.start()) + plain[start:]
    return plain


def _is_all(plain: str, rank: re.Match[str], names: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but names stands beside a rank, up to a semicolon or a line end."""
    start = max(plain.rfind(mark, 0, rank.start()) for mark in ";\n") + 1
    stop = _LIST_END.search(plain, rank.end())
    end = stop.start() if stop is not None else len(plain)
    for first, last in [rank.span(), *names]:
        plain = plain[:first] + " " * (last - first) + plain[last:]
    return re.search(r"\w", plain[start:end]) is None


_LIST_END = expression(r"[;\n]")


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
