"""The names of the months, as heads and tables of plans print them."""

import re

NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
STEMS = tuple(re.sub("[ьй]$", "", month) for month in NOMINATIVE)
_SHORT = {"март": r"\bмарт", "ма": r"\bма[йяе]\b"}  # «план-смарт», «программа»
MONTH = "|".join(_SHORT.get(stem, stem) for stem in STEMS)  # a pattern: a month in any case inside a text


def month_number(word: str) -> int | None:
    """1..12 of a month in the nominative or the prepositional: «май», «в мае»."""
    stem = re.sub(r"[ьйе]$", "", word.lower())
    return STEMS.index(stem) + 1 if stem in STEMS else None
