"""Whether two titles are one post to everybody: «психолог» and «педагог-психолог»; such are not asked about."""

import re

from normalize.fold import fold
from normalize.vocabulary import forms_of

# posts that everybody knows by their last part; an «организатор» may be none of the school's
_FULL_NAMES = frozenset(
    full for full in forms_of("roles", "compound").values() if full.split("-")[0] in ("педагог", "учитель")
) - {"педагог-организатор"}
_DEPUTY = re.compile(r"^заместитель (?:директора|руководителя|заведующего|заведующей)(?![а-яё])")


def names_one_post(one: str, other: str) -> bool:
    """«логопед» and «учитель-логопед», «заместитель директора» and «заместитель по НМР», both in the singular.

    Not «организатор» and «педагог-организатор», nor «заместитель директора по УВР» and «заместитель по ВР».
    """
    short, long = sorted((one, other), key=len)
    if long in _FULL_NAMES and long.endswith(f"-{short}"):
        return True
    deputies = _DEPUTY.sub("заместитель", short), _DEPUTY.sub("заместитель", long)
    return all(one.startswith("заместитель") for one in deputies) and (
        is_part(*deputies) or is_part(deputies[1], deputies[0])
    )


def is_part(short: str, long: str) -> bool:
    """«заведующий кафедрой» of «заведующий кафедрой ИКТ»: one title, told with its tail or without."""
    words = fold(short).split()
    return fold(long).split()[: len(words)] == words
