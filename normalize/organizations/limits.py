"""Where an organization's name by its head noun must not go on: a deputy's field of work, a list of several bodies."""

import re

from ingest.expressions import expression
from normalize.vocabulary import forms_of

_FIELDS = forms_of("organizations", "field")
_DEPUTY = expression(
    r"(?:заместител|зам\b|зам\.)[а-я]*\.?\s*(?:начальник|нач\.|руководител|директор|председател)[а-я]*\s+$",
    re.IGNORECASE,
)
_SMALL = expression(r"(?<![\w-])[а-яё]+$")
_MORE_PLACES = expression(
    r"(?:(?:\s*,\s*|\s+и\s+)[А-ЯЁ][\w-]+(?:ого|его|ой|ей))+\s+"
    r"(?:[а-яё]+(?:ых|их)\s+)?[а-яё]+(?:ов|ев|ий|ей)(?![\w-])"
)


def is_of_deputy(before: str) -> bool:
    """True where a deputy's post ends right before the name: «заместитель начальника …»."""
    return _DEPUTY.search(before) is not None


def is_deputys_field(name: str, words: int, field: str) -> bool:
    """«заместитель начальника управления образования по общим вопросам»: what she answers for, no end of the name.

    `name` ends where «по» stands, `words` of it behind the head; `field` is the word behind «по». Not «… управления
    по делам молодёжи», nor «… Управления по общим вопросам»: with a capital it is a name.
    """
    lower = field.lower().replace("ё", "е")
    if words:
        return lower != "делам"
    return _SMALL.search(name) is not None and lower not in _FIELDS and lower != "делам"


def lists_places(tail: str, behind: str) -> bool:
    """«Администрации Липовского, Боровского поселений»: several bodies, and the first one's name is cut short."""
    last = tail.split()[-1] if tail.split() else ""
    return last[:1].isupper() and last.endswith(("ого", "его", "ой", "ей")) and _MORE_PLACES.match(behind) is not None


def without_preposition(plain: str, start: int, end: int | None) -> int | None:
    """Where the tail from `start` to `end` ends without a last «при»: «Музей при» before «школе № 5»; None for none."""
    if end is None or not plain[start:end].endswith(" при"):
        return end
    kept = start + len(plain[start:end].removesuffix("при").rstrip())
    return kept if kept > start else None
