"""The kinds of settlements that stand before a name: «с. Лесное», «с.п. Заюк», «ст-цы Озёрной», «аула Хабез»."""

import re

from normalize.fold import fold
from normalize.vocabulary import forms_of

_KINDS = forms_of("schools", "settlement")
# A rural settlement bears the name of its village, and its schools stand there: an order prints now one, now the other
_SAME = {"с.п.": "с."}


def _pattern(form: str) -> str:
    """«р.п.» also with a blank inside or behind; what ends in no dot has a blank behind it."""
    spelt = re.escape(form).replace("е", "[её]").replace(r"\.", r"\.\s?")
    return spelt if form.endswith(".") else rf"{spelt}\s+"


# «Ключи», «Светлый Ключ», «Новая Ляда», «Верхние Серги»: a second word behind an adjective only, and no surname
_TWO_WORDS = r"[А-ЯЁ][а-яё]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их)\s[А-ЯЁ][а-яё]+(?![а-яё]|\s?[А-ЯЁ]\.)"
KIND = "|".join(_pattern(form) for form in sorted(_KINDS, key=len, reverse=True))
PLACE = rf"(?:{KIND})(?:{_TWO_WORDS}|[А-ЯЁ][\w-]+)"
DISTRICT = (  # «Лесного района», «Лесного МО»
    r"\s+[А-ЯЁ][\w-]+(?:ого|его)\s+(?:(?:муниципального\s+|городского\s+)?(?:района|р-на|округа)|(?:МР|МО|ГО)(?![\w-]))"
)
# In small letters, where «г. Лесного приказ» looks like «р.п. Светлый Яр»: of two words only right before «(» or «№№»
_SMALL_ADJECTIVE = r"[а-я]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их)\s(?=[а-я-]+\s*(?:\(|№\s?№))"
SMALL_PLACE = rf"(?:{KIND})(?:{_SMALL_ADJECTIVE})?[а-я][а-я-]+"

# Kinds of two dots and more: nothing else is printed like them, and their dots part nothing
_DOTTED = [form for form in _KINDS if form.count(".") > 1]
DOTTED_KIND = rf"(?:{'|'.join(_pattern(form) for form in sorted(_DOTTED, key=len, reverse=True))})"
DOTTED_PLACE = rf"{DOTTED_KIND}\s?(?:{_TWO_WORDS}|[А-ЯЁ][\w-]+)"

_OF_FOLDED = {fold(form): value for form, value in _KINDS.items()}
_SETTLEMENT = re.compile(rf"(?P<kind>{'|'.join(sorted(_OF_FOLDED, key=len, reverse=True))}) (?P<town>.+)")
FOLDED_KINDS = "|".join(sorted({fold(value) for value in _KINDS.values()}, key=len, reverse=True))  # of names


def kind_of(folded: str) -> tuple[str, str] | None:
    """("р.п.", "озерный") of the folded «рабочего поселка озерный», "р п озерный"; None for what is no settlement."""
    found = _SETTLEMENT.fullmatch(folded)
    return (_OF_FOLDED[found["kind"]], found["town"]) if found else None


def same_kind(kind: str) -> str:
    """The kind by which settlements are told apart."""
    return _SAME.get(kind, kind)
