"""Whether a word looks like a surname, by its ending and the dictionary."""

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    is_common_word,
    is_only_a_place,
    is_short_adjective,
    may_be_nominative,
    noun_cases,
    parses,
)
from normalize.vocabulary import forms_of

# Endings of Russian surnames that tell the gender in the nominative; «Кузьмич», «Малашенко» tell nothing.
SHE = expression(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$")
HE = expression(r"(?:[оеё]в|[иы]н|[сц]кий|ый|ой)$")


def tells_gender(word: str) -> bool:
    """True for the ending of a Russian surname in the nominative: «Лугова», «Вязов», «Верещагин»."""
    return bool(SHE.search(word) or HE.search(word))


def is_town_before(word: str, surname: str) -> bool:
    """True for the «Рыбинск» of «Рыбинск - Вязов», the «Саратов» of «Саратов - Вязова»: a town, no double surname.

    Both halves of a surname agree, so «Саратов - Вязов» and «Лямина - Вязова» may be one.
    """
    if not is_only_a_place(word):
        return False
    return not tells_gender(word) or (SHE.search(word) is None and SHE.search(surname) is not None)


def looks_like_surname(word: str) -> bool:
    """True for «Цветкова», «Громов», «Чиркова» (a short adjective too); not for «Школа», «Магазин», «Невского»."""
    if not (word[:1].isupper() and word[1:].islower() and len(word) > 2):
        return False
    if is_common_word(word):
        nominative = ("nomn", "sing") in adjective_cases(word) and not can_be_genitive(word)  # «мастер Белая»
        return tells_gender(word) and (is_short_adjective(word) or (nominative and not noun_cases(word)))
    return tells_gender(word) or any("Surn" in one.tag and one.tag.case == "nomn" for one in parses(word))


def is_thing_by_surname(word: str) -> bool:
    """True for «Хромов», «Снегов», «Столов»: nothing else than the genitive of several things, which in the middle of
    a title has no capital; not «Кадров»."""
    if not (word[:1].isupper() and word[1:].islower() and len(word) > 4 and HE.search(word)):
        return False
    return noun_cases(word) == _OF_SEVERAL and fold(word) not in _FIELDS


_OF_SEVERAL = frozenset({("gent", "plur")})
_FIELDS = frozenset(forms_of("people", "field"))


def is_word_surname(word: str) -> bool:
    """True for «Заяц», «Сорока», «Ткач»: with a capital in the middle of a title no post, but somebody's name."""
    return word[:1].isupper() and word[1:].islower() and fold(word) in _WORD_SURNAMES


def can_be_untold_surname(word: str) -> bool:
    """True for a nominative that no dictionary explains: «Лущик», «Юхно», «Горбань», «Кузьмич»; not «Кванториума»."""
    if not (word[:1].isupper() and word[1:].islower() and len(word) > 2):
        return False
    known = parses(word)
    if known:
        return any({"Patr", "Name", "Surn"} & one.tag.grammemes and one.tag.case == "nomn" for one in known)
    return may_be_nominative(word) or _UNTOLD.search(word) is not None


# «Горбань», «Гончарь»: what is guessed of such words knows no nominative
_UNTOLD = expression(r"[бвгджзклмнпрстфхцчшщ]ь?$|ко$|й$")
_WORD_SURNAMES = frozenset(forms_of("people", "word_surname"))


# Endings that hardly any nominative has: «Левшиным», «Мохову», «Достоевского», «Кузьмичом»; not «Сомова», «Гром».
_NO_NOMINATIVE = expression(
    r".{2,}(?:(?:[оеё]в|[иы]н)(?:у|ым|е)|[сц]к(?:ого|ому|им|ую))$|.{2,}[^аеёиоуыэюяйь](?:у|ю|ом|ем)$"
)


def stands_oblique(surname: str) -> bool:
    """True for a form that is no nominative, in whichever column it stands: «Возложить на Лосеву П.И.»."""
    return _NO_NOMINATIVE.fullmatch(surname) is not None
