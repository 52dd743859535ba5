"""The region behind a body's name: «Республики Северная Осетия – Алания», or its letters, «РД», «РС(Я)», «ХМАО»."""

import re

from ingest.expressions import expression, longest_first
from normalize.fold import fold
from normalize.vocabulary import forms_of

_KNOWN = "|".join(longest_first(form.upper() for form in forms_of("organizations", "region")))
_LONG = r"РС\s?\(Я\)|РСО\s?[-–—]\s?А(?:лания)?|ХМАО\s?[-–—]\s?Югр[аые]"
LETTERS = rf"(?:{_LONG}|(?:{_KNOWN}))(?!\w)"  # of regions that are known; in capitals only
# Behind a ministry letters are a region's, whichever: «Министерство спорта ЧБР»; but for what orders print beside it
_SHAPE = r"(?:Р[А-ЯЁ]{1,2}|[А-ЯЁ]{1,2}Р|[А-ЯЁ]{1,2}О|[А-ЯЁ]К)(?!\w)"
_BODIES = frozenset(
    form
    for name, section in (("organizations", "known"), ("organizations", "legal"), ("roles", "known"))
    for form in forms_of(name, section)
) | {"рф", "оо", "уо", "ро"}
# «Кемеровской области – Кузбасса», «по Кемеровской области – Кузбассу», «Республики Саха (Якутия)»
SECOND_NAME = (
    r"(?:[^\S\n]*\((?:Якутия|Татарстан)\)"
    r"|[^\S\n]*[-–—][^\S\n]*(?:Алани[яи]|Чуваши[яи]|Югр[аые]|Кузбасс[ау]?))(?!\w)"
)
_BEHIND = expression(rf"(?:{SECOND_NAME})?(?P<letters>[^\S\n]+{LETTERS})?")
_WORDS = "|".join(  # «Чувашии», «Марий Эл»
    " ".join("-".join(part.capitalize() for part in word.split("-")) for word in form.split(" "))
    for form in longest_first(forms_of("organizations", "region_in_words"))
)
_BEHIND_MINISTRY = expression(
    rf"(?:{SECOND_NAME})?(?P<letters>[^\S\n]+(?:{LETTERS}|(?:{_WORDS})(?!\w)|(?P<any>{_SHAPE})))?"
)
_AT_END = expression(rf"\s(?P<region>{LETTERS})$")
_ANY_AT_END = expression(rf"\s(?P<region>{LETTERS}|{_SHAPE})$")
SPELT = (  # in the genitive
    r"(?:[А-ЯЁ][\w-]+(?:ой|ого|его)\s+(?:области|края|[Рр]еспублики|автономного\s+округа)"
    rf"|[Рр]еспублики\s+[А-ЯЁ][\w-]+(?:\s+[А-ЯЁ]\w+)?)(?:{SECOND_NAME})?"
)
_SPELT_AT_END = expression(rf"\s(?P<region>{SPELT})$")
# «по Республике Лесной», «по Лесной Республике»: the territory of a federal body
OF_FEDERAL = (
    r"(?:[Рр]еспублике\s+[А-ЯЁ][\w-]+(?:\s(?:Осети[яи]|Эл)(?!\w))?|[А-ЯЁ][\w-]+ой\s+[Рр]еспублике)"
    rf"(?:{SECOND_NAME})?|РС\s?\(Я\)|РСО\s?[-–—]\s?А(?:лания)?(?!\w)"
)
_FEDERAL = expression(r"(?<![\w-])Рос[а-яё]+(?:\s+(?:России|РФ))?$")  # «Управление Роспотребнадзора»
_OF_FEDERAL = expression(rf"[^\S\n]+по[^\S\n]+(?:{OF_FEDERAL}|[А-ЯЁ]{{2,4}}(?!\w))")


def region_end(plain: str, at: int, ministry: bool) -> int:
    """Where a name that reached `at` ends with its region's second name or letters; `at` where none stand there."""
    federal = _OF_FEDERAL.match(plain, at) if _FEDERAL.search(plain[max(0, at - 60) : at]) else None
    if federal is not None:
        return federal.end()  # «… по РСТ», «… по Республике Лесной»
    found = (_BEHIND_MINISTRY if ministry else _BEHIND).match(plain, at)
    if found is None or (ministry and found["any"] and found["any"].lower() in _BODIES):
        return at
    return found.end()


def split_region(name: str, kind: str) -> tuple[str, str | None]:
    """A canonical name without its region, and the region: letters in capitals «РСЯ», «РД», or folded words."""
    spelt = _SPELT_AT_END.search(name)
    if spelt is not None:
        return name[: spelt.start()], fold(spelt["region"])
    letters = (_ANY_AT_END if kind == "ministry" else _AT_END).search(name)
    if letters is None or " " not in name[: letters.start()] + " " * (kind == "ministry" or "»" in name):
        return name, None
    return name[: letters.start()], "".join(re.findall("[А-ЯЁ]", letters["region"]))


def are_one_region(one: str, other: str) -> bool:
    """Equal, or letters of the words: «РД» of «республики дагестан», «НСО» of «новосибирской области»."""
    if one == other or one.isupper() == other.isupper():
        return one == other
    letters, words = (one.lower(), other) if one.isupper() else (other.lower(), one)
    initials = "".join(word[0] for word in words.split(" "))
    if initials.startswith(letters):
        return len(letters) > 1
    longer = len(letters) == len(initials) + 1 and letters[0] == initials[0] and letters[-1] == initials[-1]
    return longer and re.search(".*".join(letters), words) is not None


def is_letters_of(letters: str, region: str | None) -> bool:
    """True for «РТ» beside «республики татарстан», as `split_region` has it; not for words."""
    printed = "".join(re.findall("[А-ЯЁ]", letters))
    return region is not None and letters.isupper() and len(printed) > 1 and are_one_region(printed, region)


def is_region(letters: str) -> bool:
    """True for «РТ», «ЯНАО»."""
    return re.fullmatch(LETTERS, letters) is not None
