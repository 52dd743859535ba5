"""Groups of a kindergarten by their children's age, as a title names them: «воспитатели 1 мл., ср. гр.»."""

import re

from ingest.expressions import expression, longest_first
from normalize.fold import fold
from normalize.morphology import inflect
from normalize.vocabulary import forms_of

_AGES = forms_of("roles", "age_group")
_SHORT = {form: value for form, value in forms_of("roles", "abbreviation").items() if value in _AGES}
_STEMS = "|".join(sorted({value[:-2] for value in _AGES}))
_SHORT_FORMS = "|".join(longest_first(re.escape(form.rstrip(".")) for form in _SHORT))
_NUMBERS = r"(?:(?:[1-3]|I{1,3})(?:-?(?:ая|ой|й|я|х|ых))?(?:\s?(?:,|и)\s?(?:[1-3]|I{1,3}))*\s?)?"
_ADJECTIVE = (
    rf"(?P<numbers>{_NUMBERS})(?:(?P<short>(?:{_SHORT_FORMS})\b)\s?\.?|(?P<whole>(?:{_STEMS})(?:ей|ой|их|ых)))"
    r"(?P<more>\s?к\s+школе)?"
)
_NOUN = r"\s?(?P<noun>групп(?:ы|ам)?(?!\w)|гр(?!\w)\.?)"
_ANY_ADJECTIVE, _ANY_NOUN = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in (_ADJECTIVE, _NOUN))
_JOINT = r"\s*(?:,|\bи\b)\s*"
# The last one has the noun: «ср. гр., ст. воспитатель» ends before «ст.»
GROUP_LIST = expression(
    rf"(?<![\w-])(?:{_ANY_ADJECTIVE}(?:{_ANY_NOUN})?{_JOINT})*{_ANY_ADJECTIVE}{_ANY_NOUN}", re.IGNORECASE
)
_RUN = expression(rf"(?P<items>{_ANY_ADJECTIVE}(?:{_JOINT}{_ANY_ADJECTIVE})*){_NOUN}", re.IGNORECASE)
_ONE = expression(_ADJECTIVE, re.IGNORECASE)


_AGE = rf"(?:(?:{_SHORT_FORMS})\b\s?\.?|(?:{_STEMS})[а-яё]{{2}}(?:\s?к\s+школе)?)"
_GROUP = r"\s?(?:групп(?:а|ы|е)?(?!\w)|гр(?!\w)\.?)"
_WHICH = r"\s?(?:№\s?\d{1,2}|[«\"“„][^«»\"“”„]+[»\"”“])"
# «средняя группа № 2», «2 мл. гр.», «гр. № 1», «группа «Пчёлки»»
_BESIDE_NAME = expression(
    rf"(?:{_NUMBERS}{_AGE}(?:{_GROUP})?{_JOINT})*{_NUMBERS}{_AGE}{_GROUP}(?:{_WHICH})?|{_GROUP}{_WHICH}", re.IGNORECASE
)


def names_groups(printed: str) -> bool:
    """True for «средняя группа № 2», «2 мл. гр.», «группа «Пчёлки»» and nothing besides: whom a teacher is for."""
    return _BESIDE_NAME.fullmatch(printed) is not None


def write_out_groups(text: str) -> str:
    """«воспитатели ср., ст. гр.» → «воспитатели средней, старшей групп»; only behind words that govern them."""
    found = GROUP_LIST.search(text)
    if found is None or re.search("[а-яё]{3}", text[: found.start()], re.IGNORECASE) is None:
        return text
    return f"{text[: found.start()]}{_RUN.sub(_written_out, found.group())}{text[found.end() :]}"


def _written_out(run: re.Match[str]) -> str:
    items = list(_ONE.finditer(run["items"]))
    short_noun = not fold(run["noun"]).startswith("групп")
    several = len(items) > 1 or re.search(r"[,и]", items[0]["numbers"]) is not None
    number = "plur" if fold(run["noun"]) == "групп" or (several and len(items) == 1) else "sing"
    noun = ("групп" if several else "группы") if short_noun else run["noun"]
    return f"{_ONE.sub(lambda item: _adjective(item, number), run['items'])} {noun}"


def _adjective(item: re.Match[str], number: str) -> str:
    if item["short"] is None:
        return item.group()
    whole = _SHORT.get(fold(item["short"])) or _SHORT[f"{fold(item['short'])}."]
    gender = ["femn"] if number == "sing" else []
    numbers = item["numbers"] if not item["numbers"] or item["numbers"].endswith(" ") else f"{item['numbers']} "
    return f"{numbers}{inflect(whole, 'gent', number, *gender) or whole}{item['more'] or ''}"
