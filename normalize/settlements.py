"""The kinds of settlements that stand before a name: «с. Лесное», «с.п. Заюк», «ст-цы Озёрной», «аула Хабез»."""

import re

from ingest.expressions import expression, longest_first
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
KIND = "|".join(_pattern(form) for form in longest_first(_KINDS))
PLACE = rf"(?:{KIND})(?:{_TWO_WORDS}|[А-ЯЁ][\w-]+)"
DISTRICT = (  # «Лесного района», «Лесного МО»
    r"\s+[А-ЯЁ][\w-]+(?:ого|его)\s+(?:(?:муниципального\s+|городского\s+)?(?:района|р-на|округа)|(?:МР|МО|ГО)(?![\w-]))"
)
# «МО Лесной район», «МО «Город Лугов»», «МО «Ключевское»»; not «МО учителей химии», «МО «Лингвист»», «МО Вязов А.К.»
_DISTRICT_NOUN = r"(?:район|р-н|округ|поселение|улус|кожуун)"
_OF_KIND = r"(?:(?:муниципальн|городск|сельск)(?:ый|ой|ое)\s+)?"
_MUNICIPAL = (
    rf"(?i:город|город-курорт|городской\s+округ|муниципальный\s+(?:район|округ))\s+[А-ЯЁ][\w-]*"
    rf"|[А-ЯЁ][\w-]+(?:ий|ый|ой|ое)\s+(?i:{_OF_KIND}{_DISTRICT_NOUN})(?![а-яё])"
)
DISTRICT_OF_KIND = f"(?:{_MUNICIPAL})"  # in the nominative
MUNICIPALITY = (
    rf"(?:МО|ГО|МР|МОГО)(?![\w-])\s*(?:[«\"“„]\s*(?:{_MUNICIPAL}|[А-ЯЁ][\w-]+(?:[иы]й|ое))\s*[»\"”]|(?:{_MUNICIPAL}))"
)
# «ГО Сухой Лог», «ГО Богданович»: a district by its town, on one line; not «ГО и ЧС», nor «МО Вязов», a man
BARE_DISTRICT = rf"ГО[^\S\n]+(?P<bare>{_TWO_WORDS}|[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)(?![\w-]|\s?[А-ЯЁ]\.)"
_BARE_DISTRICT = expression(rf"(?<![\w-]){BARE_DISTRICT}")
# Letters of a unit before its quoted name: «администрация МО «Ключевское»», «АМО ГО «Речной»», «МР «Озёрский»»
UNIT = r"(?:А?МО\s+)?(?:А?МО|ГО|А?МР|МОГО|МОМР|СП|ГП)(?![\w-])"
_MUNICIPALITY = expression(
    r"(?:МО|ГО|МР|МОГО)\s*[«\"“„]?\s*(?:(?P<town>(?i:город)(?:-курорт)?\s+[А-ЯЁ][\w-]*)"
    rf"|(?P<stem>[А-ЯЁ][\w-]+)(?P<ending>ий|ый|ой)\s+(?P<whose>(?i:{_OF_KIND}))(?P<noun>(?i:район|р-н|округ|улус|кожуун)))\s*[»\"”]?"
)
# In small letters, where «г. Лесного приказ» looks like «р.п. Светлый Яр»: of two words only right before «(» or «№№»
_SMALL_ADJECTIVE = r"[а-я]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их)\s(?=[а-я-]+\s*(?:\(|№\s?№))"
SMALL_PLACE = rf"(?:{KIND})(?:{_SMALL_ADJECTIVE})?[а-я][а-я-]+"

# Kinds of two dots and more: nothing else is printed like them, and their dots part nothing
_DOTTED = [form for form in _KINDS if form.count(".") > 1]
DOTTED_KIND = rf"(?:{'|'.join(_pattern(form) for form in longest_first(_DOTTED))})"
DOTTED_PLACE = rf"{DOTTED_KIND}\s?(?:{_TWO_WORDS}|[А-ЯЁ][\w-]+)"

_OF_FOLDED = {fold(form): value for form, value in _KINDS.items()}
_SETTLEMENT = expression(rf"(?P<kind>{'|'.join(longest_first(_OF_FOLDED))}) (?P<town>.+)")
FOLDED_KINDS = "|".join(longest_first({fold(value) for value in _KINDS.values()}))  # of names


def kind_of(folded: str) -> tuple[str, str] | None:
    """("р.п.", "озерный") of the folded «рабочего поселка озерный», "р п озерный"; None for what is no settlement."""
    found = _SETTLEMENT.fullmatch(folded)
    return (_OF_FOLDED[found["kind"]], found["town"]) if found else None


def district_of(printed: str) -> str:
    """«Лесного района» of «МО «Лесной район»», «город Лугов» of «МО «Город Лугов»»; else as printed."""
    found = _MUNICIPALITY.fullmatch(printed.strip())
    if found is None:
        return printed
    if found["town"]:
        return found["town"][0].lower() + found["town"][1:]
    stem = found["stem"]
    soft = found["ending"] == "ий" and stem[-1] not in "кгх"  # «Ближнего», «Лугского»
    whose = "".join(f"{re.sub('(?:ый|ой)$', 'ого', word)} " for word in found["whose"].lower().split())
    return f"{stem}{'его' if soft else 'ого'} {whose}{_GENITIVES[found['noun'].lower()]}"


def district_written_out(name: str) -> str:
    """«… Администрации ГО Сухой Лог» → «… Администрации городского округа Сухой Лог»."""
    return _BARE_DISTRICT.sub(r"городского округа \g<bare>", name)


_GENITIVES = {"район": "района", "р-н": "района", "округ": "округа", "улус": "улуса", "кожуун": "кожууна"}


def same_kind(kind: str) -> str:
    """The kind by which settlements are told apart."""
    return _SAME.get(kind, kind)
